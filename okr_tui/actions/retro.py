"""What a retrospective leaves: learnings, actions, notes once they are shown, and the themes they are grouped in."""

from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.grading import review_of
from okr_tui.actions.grouping import into_theme, named_theme
from okr_tui.actions.nested import without_none
from okr_tui.actions.saying import journal_of, put
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.retro import RETRO, Board, ritual_of
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.change import Change, FileChange
from okr_tui.store.layout import cycle_path
from okr_tui.store.tables import held
from okr_tui.words.language import _

LONGEST = 2000
"""Characters of a note."""


class Jot(NamedTuple):
    """A note before it stands anywhere: which board, which column, its words, its id where it is known already."""

    board: Board
    column: str
    text: str
    id: str | None = None


def add_learning(root: Path, author: Author, cycle: str, team: str, text: str) -> Act:
    """Adds what a team knows now to its review.

    Raises:
        WrongUsage: no words.
        OkrError: the review can't be read.
    """
    return _added(root, author, cycle, team, "learning", text, {})


def add_action(
    root: Path, author: Author, cycle: str, team: str, text: str, *, owner: str | None = None, due: date | None = None
) -> Act:
    """Adds what somebody will do because of the retrospective; whoever owns it, else the team's lead, owes it.

    Raises:
        WrongUsage: no words.
        OkrError: the review can't be read.
    """
    return _added(root, author, cycle, team, "action", text, {"owner": owner, "due": due})


def add_note(root: Path, author: Author, content: CycleContent, team: str, jot: Jot) -> Act:
    """Puts a note onto a shown board: it stands in the author's journal, under their name.

    Raises:
        WrongUsage: no words, or no column.
        OkrError: a file can't be read.
    """
    return add_notes(root, author, content, team, ((author.me, jot),))


def add_notes(root: Path, author: Author, content: CycleContent, team: str, jots: tuple[tuple[str, Jot], ...]) -> Act:
    """Puts notes of several people onto the boards at once, each into its author's journal.

    A cycle that has no retrospective gets one on this day, because a note belongs to a ritual.

    Args:
        root: the workspace folder.
        author: who shows them.
        content: the cycle.
        team: whose boards.
        jots: (id of who wrote it, note).

    Raises:
        WrongUsage: there is none, or one without words or without a column.
        OkrError: a file can't be read.
    """
    if not jots:
        raise WrongUsage(_("There is no note to show."))
    ritual, made = ritual_for(root, author, content, team, RETRO)
    journals = {person: journal_of(root, author._replace(me=person), content.cycle.id) for person, _jot in jots}
    identity = ""
    for person, jot in jots:
        if not jot.text.strip() or not jot.column.strip() or len(jot.text) > LONGEST:
            raise WrongUsage(_("A note has some words, {n} characters at most.").format(n=LONGEST))
        said = {"ritual": ritual, "team": team, "board": jot.board, "column": jot.column.strip()}
        identity = put(journals[person], author, "note", {**said, "text": jot.text.strip()})
        if jot.id is not None:
            journals[person].tables["note"][-1]["id"] = identity = jot.id
    for journal in journals.values():
        still_valid(journal)
    files = [*(journal.changed(journal.tables) for journal in journals.values()), *made]
    return Act(identity, Change(_("notes on the boards") if len(jots) > 1 else _("note on the board"), tuple(files)))


def ritual_for(
    root: Path, author: Author, content: CycleContent, team: str, kind: str
) -> tuple[str, tuple[FileChange, ...]]:
    """The id of the ritual of a kind that a team has in a cycle, and the change that makes one where it has none."""
    known = ritual_of(content, team, kind)
    if known is not None:
        return known.id, ()
    file = held(root, cycle_path(content.cycle.id))
    identity = new_id(kind, author.choose)
    file.tables.setdefault("ritual", []).append({"id": identity, "kind": kind, "on": author.today})
    still_valid(file)
    return identity, (file.changed(file.tables),)


def name_note_theme(root: Path, author: Author, cycle: str, team: str, title: str, notes: tuple[str, ...]) -> Act:
    """Names a theme and puts notes of the boards into it; they leave the themes in which they stood.

    Raises:
        WrongUsage: the title is empty.
    """
    return named_theme(review_of(root, cycle, team), author, title, notes)


def group_note(root: Path, cycle: str, team: str, note: str, theme: str | None) -> Act:
    """Puts a note into a theme, out of the one where it stood; None leaves it on its own.

    Raises:
        WrongUsage: it stands there already.
        OkrError: the theme is gone.
    """
    return into_theme(review_of(root, cycle, team), note, theme, _("group a note"))


def _added(root: Path, author: Author, cycle: str, team: str, kind: str, text: str, keys: dict[str, Any]) -> Act:
    words = text.strip()
    if not words:
        raise WrongUsage(_("It needs some words."))
    review = review_of(root, cycle, team)
    table = without_none({"id": new_id(words, author.choose), "text": words, **keys})
    review.tables.setdefault(kind, []).append(table)
    still_valid(review)
    name = _("action “{text}”") if kind == "action" else _("learning “{text}”")
    return one_file(table["id"], name.format(text=words), review, review.tables)
