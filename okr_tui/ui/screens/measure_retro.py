"""What can be done on the boards: write alone, show, back, group, make an action of a note, choose columns."""

from collections.abc import Awaitable, Callable

from okr_tui.actions.act import Act, Author
from okr_tui.actions.retro import Jot
from okr_tui.domain.retro import BOARDS, FORMATS, Board
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.retro import (
    Columns,
    NoteForm,
    action_form,
    learning_form,
    note_form,
    own_columns_form,
    theme_form,
)
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.screens.measure_boards import MeasureBoards
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.language import _
from okr_tui.words.retro import format_word

_NEW, _OUT, _OWN = "+", "-", "own"
Key = Callable[[], Awaitable[None]]


class MeasureRetro(MeasureBoards):
    """The actions of the boards."""

    def __init__(self) -> None:
        super().__init__()
        self._note_again = ""

    # adding

    @property
    def action_add(self) -> Key | None:
        """Adds what belongs in the part."""
        known: dict[str, Key] = {"retro": self._add_note, "decisions": self._add_said}
        return known.get(self.part)

    async def _add_said(self) -> None:
        """A learning or an action: by the row of the cursor, else asks."""
        row = self.pane.here
        if row is not None and row.kind in {"learning", "action"}:
            await self._add_kind(row.kind)
            return
        answers = (("action", _("an action, with who and when")), ("learning", _("a learning")))
        await self.open_below(self._key(), Choice(_("What do you add?"), answers, "add"))

    async def _add_kind(self, kind: str) -> None:
        drawer = self._drawer()
        form = action_form(drawer) if kind == "action" else learning_form(drawer)
        await self.open_below(self._key(), form)

    async def _add_note(self) -> None:
        """A note: alone, as long as the boards have not been shown."""
        session = self.moment
        content, _team = self.reviewed(session)
        alone = self.alone
        if alone is None and not any(each.notes for each in self.boarded(session)):
            self._open_box(session, content)
        await self._ask_note(self._column_here())

    async def _ask_note(self, start: str) -> None:
        from okr_tui.store.ballots import cast

        session, alone = self.moment, self.alone
        content, team = self.reviewed(session)
        columns: Columns = {each.board: tuple(column.code for column in each.columns) for each in self.boarded(session)}
        if alone is not None:
            columns = {code: alone.columns(code) for code in BOARDS}
        people = alone.ballot.may if alone is not None else ()

        def put(who: str, jot: Jot) -> None:
            if alone is not None:
                cast(self._state, alone.ballot.id, ((f"{jot.board}/{jot.column}", jot.text),), who or None)

        code, _slash, name = start.partition("/")
        known = next((each for each in BOARDS if each == code and name in columns.get(each, ())), None)
        first = start if known else next(f"{each}/{columns[each][0]}" for each in BOARDS if columns.get(each))
        form = note_form(session, content, team, columns, first, people, put if alone is not None else None)
        pane = self.pane
        row = pane.here
        await self.open_below(row.key if row is not None else "", form, pane)
        form.go_to("text")

    async def on_table_form_saved(self, event: TableForm.Saved) -> None:
        """After a note comes the next one in the same column."""
        if isinstance(event.form, NoteForm):
            typed = event.form.typed
            self._note_again = f"{typed['board']}/{typed['column-' + typed['board']]}"
            self.call_after_refresh(self._next_note)

    async def _next_note(self) -> None:
        self.show_boards(self.moment)
        if self.open_form is None:
            await self._ask_note(self._note_again)

    # showing, backing, grouping

    @property
    def action_reveal(self) -> Key | None:
        """Shows what was written alone; None where nothing is being written."""
        return self._reveal if self.part == "retro" and self.session is not None and self.alone is not None else None

    async def _reveal(self) -> None:
        from okr_tui.actions.balloting import shown_notes
        from okr_tui.store.ballots import discard, reveal

        alone, session = self.alone, self.moment
        if alone is None:
            return
        content, _team = self.reviewed(session)
        if not alone.so_far.answers:
            discard(self._state, alone.ballot.id)
            self.show_boards(session)
            return
        revealed = reveal(self._state, alone.ballot.id)
        if await self.bench.change(lambda author: shown_notes(session.root, author, content, revealed)) is not None:
            discard(self._state, alone.ballot.id)
            self.show_boards(self.moment)

    @property
    def action_back_note(self) -> Key | None:
        """Backs the note or theme of the cursor; None outside the boards."""
        return self._vote if self.part == "retro" else None

    async def _vote(self) -> None:
        from okr_tui.actions.backing import back

        row, session = self._noted("note", "theme"), self.moment
        content, _team = self.reviewed(session)
        text = self._text_of(row.key)
        await self.bench.change(lambda author: back(session.root, author, content, row.key, text))

    @property
    def action_group_note(self) -> Key | None:
        """Puts the note of the cursor into a theme; None outside the boards."""
        return self._group if self.part == "retro" else None

    async def _group(self) -> None:
        row = self._noted("note")
        found = [each for board in self.boarded(self.moment) for each in board.themes]
        answers = [(each.theme.id, each.theme.title) for each in found]
        answers.append((_NEW, _("a new theme…")))
        if any(note.note.id == row.key for each in found for note in each.notes):
            answers.append((_OUT, _("none: on its own again")))
        question = _("What does it have in common with others?")
        await self.open_below(row.key, Choice(question, answers, "theme"), self.pane)

    @property
    def action_to_action(self) -> Key | None:
        """Makes an action of the note or theme of the cursor; None outside the boards."""
        return self._to_action if self.part == "retro" else None

    async def _to_action(self) -> None:
        row = self._noted("note", "theme")
        await self.open_below(row.key, action_form(self._drawer(), self._text_of(row.key)), self.pane)

    @property
    def action_columns(self) -> Key | None:
        """Chooses the columns of the board of the cursor; None once notes are written."""
        free = self.part == "retro" and self.session is not None and self.alone is None
        return self._choose_columns if free and not any(each.notes for each in self.boarded(self.moment)) else None

    async def _choose_columns(self) -> None:
        answers = [(each, format_word(each)) for each in (*FORMATS, _OWN)]
        pane = self.pane
        await self.open_below(self._key(), Choice(_("Which columns?"), answers, "columns"), pane)

    async def on_choice_left(self, event: Choice.Left) -> None:
        """Nothing was chosen."""
        await self._shut(event, event.choice)

    async def on_choice_answered(self, event: Choice.Answered) -> None:
        """Does what was chosen."""
        about, value, pane = event.choice.about, event.value, self.pane
        row = pane.here
        await self._shut(event, event.choice)
        if about == "add":
            await self._add_kind(value)
        elif about == "theme" and row is not None:
            await self._into_theme(row.key, value)
        elif about == "columns":
            await self._into_columns(pane, value)

    async def _into_theme(self, note: str, theme: str) -> None:
        from okr_tui.actions.retro import group_note

        session = self.moment
        content, team = self.reviewed(session)
        if theme == _NEW:
            await self.open_below(note, theme_form(self._drawer(), (note,)), self.pane)
            return
        to = None if theme == _OUT else theme

        def make(_author: Author) -> Act:
            return group_note(session.root, content.cycle.id, team, note, to)

        await self.bench.change(make)

    async def _into_columns(self, pane: RowPane, value: str) -> None:
        code: Board = "method" if pane is self.right else "performance"
        if value != _OWN:
            self._formats[code] = value
            self.show_boards(self.moment)
            return

        def keep(names: tuple[str, ...]) -> None:
            self._formats[code] = names
            self._open_box(self.moment, self.reviewed(self.moment)[0])

        await self.open_below(self._key(), own_columns_form(keep), pane)
