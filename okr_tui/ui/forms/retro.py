"""Forms of a retrospective: a note, a theme, columns of one's own, a learning, an action."""

from collections.abc import Callable

from okr_tui.actions.act import Act, Author
from okr_tui.actions.retro import Jot, add_action, add_learning, add_note, name_note_theme
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import pick
from okr_tui.domain.retro import BOARDS, Board
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.forms.adding import Drawer
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.owners import owner_of, owner_said
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.agreeing import lasts
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.retro import board as board_word
from okr_tui.words.retro import column as column_word
from okr_tui.words.typed import typed_day

Columns = dict[Board, tuple[str, ...]]
"""Board → its columns."""
Cast = Callable[[str, Jot], None]
"""Puts a note into the box: (id of who writes it, note)."""


class NoteForm(TableForm):
    """A note; saved, the next one is asked in the same column.

    Attributes:
        alone: whether it went into the box, so that the place counts anew.
    """

    alone = False


def note_form(
    session: Session, content: CycleContent, team: str, columns: Columns, start: str, people: tuple[str, ...],
    put: Cast | None,
) -> NoteForm:  # fmt: skip
    """A note for one of the boards.

    Args:
        session: the moment.
        content: the cycle.
        team: whose boards.
        columns: what can be chosen.
        start: "board/column" where it goes first.
        people: ids of those who may write at this keyboard, one after the other.
        put: casts it, while notes are written alone; None shows it at once.
    """
    code, _slash, first = start.partition("/")
    boards = tuple(each for each in BOARDS if columns.get(each))
    names = {each: session.workspace.name_of(each) for each in people}

    def make(typed: Typed) -> Callable[[Author], Act] | None:
        chosen = next(each for each in boards if each == typed["board"])
        column = typed[f"column-{chosen}"]
        if not column or not typed["text"]:
            raise WrongUsage(_("A note has a column and some words."))
        jot = Jot(chosen, column, typed["text"])
        if put is None:
            return lambda author: add_note(session.root, author, content, team, jot)
        put(pick(typed["who"], tuple(names.items()), "person") if typed.get("who") else session.me or "", jot)
        return None

    fields: list[Field] = []
    if put is not None and len(people) > 1:
        fields.append(Field("who", _("who"), names.get(session.me or "", ""), names=tuple(names.values()),
                            asks=_("Who has the keyboard; nobody sees the note before all are shown.")))  # fmt: skip
    fields.append(Field("board", _("board"), code, tuple((each, board_word(each)) for each in boards)))
    for each in boards:
        options = tuple((name, column_word(name)) for name in columns[each])
        fields.append(Field(f"column-{each}", _("column"), first if each == code else options[0][0], options,
                            when=_on(each)))  # fmt: skip
    asks = _("One thought, in a sentence. Shown to all with the others.") if put is not None else lasts()
    fields.append(Field("text", _("note"), asks=asks))
    draft = "" if put is not None else f"note {content.cycle.id} {team}"
    form = NoteForm(_("A note, alone") if put is not None else _("A note"), tuple(fields), make, draft=draft)
    form.alone = put is not None
    return form


def _on(board: Board) -> Callable[[Typed], bool]:
    return lambda typed: typed.get("board") == board


def own_columns_form(keep: Callable[[tuple[str, ...]], None]) -> TableForm:
    """Asks for columns of the team's own."""

    def make(typed: Typed) -> None:
        names = tuple(part.strip() for part in typed["columns"].split("/") if part.strip())
        if len(names) < 2:
            raise WrongUsage(_("Two columns at least, with a / between them."))
        keep(names)

    fields = (Field("columns", _("columns"), asks=_("For example: wind / anchor / rocks")),)
    return TableForm(_("Columns of your own"), fields, make)


def theme_form(drawer: Drawer, notes: tuple[str, ...]) -> TableForm:
    """Names what notes have in common."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: name_note_theme(
            drawer.now().root, author, drawer.cycle, drawer.team, typed["title"], notes
        )

    fields = (Field("title", _("theme"), asks=_("What they have in common, in a few words.")),)
    return TableForm(_("A new theme"), fields, make, draft=f"note-theme {drawer.cycle} {drawer.team} {notes[0]}")


def learning_form(drawer: Drawer) -> TableForm:
    """What the team knows now; the next one is asked after it."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: add_learning(drawer.now().root, author, drawer.cycle, drawer.team, typed["text"])

    fields = (Field("text", _("learning"), asks=_("What do we know now that we did not know before?")),)
    return TableForm(_("What did we learn?"), fields, make, draft=f"learning {drawer.cycle} {drawer.team}")


def action_form(drawer: Drawer, text: str = "") -> TableForm:
    """What somebody will do because of it, who, by when; it appears in what they owe."""
    session = drawer.now()
    workspace = session.workspace

    def make(typed: Typed) -> Callable[[Author], Act]:
        owner = owner_of(workspace, typed["owner"]) if typed["owner"] else None
        due = typed_day(typed["due"]) if typed["due"] else None
        return lambda author: add_action(
            session.root, author, drawer.cycle, drawer.team, typed["text"], owner=owner, due=due
        )

    fields = (
        Field("text", _("action"), text, asks=_("One thing that will be different, and can be seen as done.")),
        Field("owner", _("owner"), names=drawer.names, says=lambda said: owner_said(workspace, said),
              asks=_("Who sees to it; it stands in what they owe.")),
        Field("due", _("due"), says=lambda said: weekday_day(typed_day(said), session.today),
              asks=_("By when: 2026-10-16.")),
    )  # fmt: skip
    return TableForm(_("What will somebody do?"), fields, make, draft=f"action {drawer.cycle} {drawer.team}")
