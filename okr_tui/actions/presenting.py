"""What a ritual leaves behind in the files: notes, decisions and actions at once, and that it was held."""

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.act import Act, Author, one_file
from okr_tui.actions.nested import slots
from okr_tui.actions.referring import refers_well
from okr_tui.actions.retro import add_action
from okr_tui.actions.saying import say
from okr_tui.actions.validity import still_valid
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.lines import LineKind, promise
from okr_tui.domain.people import Person
from okr_tui.store.layout import cycle_path
from okr_tui.store.tables import held
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual as ritual_word


class Of(NamedTuple):
    """The ritual that something belongs to: its id, kind, team and cycle."""

    id: str
    kind: str
    team: str
    cycle: str


def write_line(
    root: Path, author: Author, of: Of, kind: LineKind, text: str, *, people: Sequence[Person], method: bool = False
) -> Act:
    """Writes down a line that was typed in a ritual: an action into the team's review, all else as a note.

    A note stands in the journal of whoever presents, in a column of its kind: "note", "decision", "parked".

    Args:
        root: the workspace folder.
        author: who presents.
        of: the ritual.
        kind: what the line is.
        text: the line; of an action also who and by when (`domain.lines.promise`).
        people: who may be named in an action.
        method: whether it is about how the team works, and not about what it reached.

    Raises:
        WrongUsage: there are no words in it.
        OkrError: the file can't be read.
    """
    if not text.strip():
        raise WrongUsage(_("It needs some words."))
    if kind == "action":
        wanted = promise(text, people, author.today)
        return add_action(root, author, of.cycle, of.team, wanted.text, owner=wanted.owner, due=wanted.due)
    board = "method" if method else "performance"
    said = {"ritual": of.id, "team": of.team, "board": board, "column": kind, "text": text.strip()}
    named = {"note": _("note"), "decision": _("decision"), "parked": _("parked point")}
    return say(root, author, of.cycle, "note", said, named[kind])


def hold(root: Path, of: Of, on: date, began: datetime, minutes: int) -> Act:
    """Marks a ritual as held; one that was not in the calendar is put there.

    Args:
        root: the workspace folder.
        of: the ritual.
        on: its day.
        began: when it began.
        minutes: how long it took.

    Raises:
        OkrError: the cycle can't be read.
    """
    file = held(root, cycle_path(of.cycle))
    name = _("{ritual} held").format(ritual=ritual_word(of.kind))
    slot = next((each for each in slots(file) if each.kind == "ritual" and each.table.get("id") == of.id), None)
    if slot is None:
        table = {"id": of.id, "kind": of.kind, "on": on, "team": of.team, "minutes": max(1, minutes), "held": began}
        refers_well(root, file, "ritual", table, {})
        file.tables.setdefault("ritual", []).append(table)
    else:
        slot.table["held"] = began
    still_valid(file)
    return one_file(of.id, name, file, file.tables)
