"""The wins wall: what was reached, what went well, who was thanked."""

from datetime import date
from typing import Literal, NamedTuple

from okr_tui.domain.counting import day_here
from okr_tui.domain.rollup import cycle_standing
from okr_tui.domain.workspace import CycleContent, Workspace

WinKind = Literal["reached", "win", "kudos", "note"]
_WELL = frozenset({"went-well", "liked"})
_ORDER: tuple[WinKind, ...] = ("reached", "win", "note", "kudos")


class Win(NamedTuple):
    """One thing to celebrate.

    Attributes:
        kind: reached: a key result done or at its target; win: what somebody noted of their week; kudos: thanks; note:
            what went well, on a board.
        text: its words; about: id of the key result, of whom was thanked, of the note; by: id of the person who said it.
        on: the day.
    """

    kind: WinKind
    text: str
    about: str
    by: str | None
    on: date | None


def wins(workspace: Workspace, content: CycleContent, today: date, team: str | None = None) -> tuple[Win, ...]:
    """What there is to celebrate in a cycle, what was reached first; of one team, or of all.

    Args:
        workspace: what is known.
        content: the cycle, read in full.
        today: the day.
        team: whose wins; thanks count that went to it or to its people.
    """
    own = {each.id for each in workspace.people if team is None or team in each.team}
    found = [*_reached(workspace, content, today, team)]
    for journal in content.journals:
        ours = journal.person in own
        found += [
            Win("kudos", kudos.text, kudos.to, journal.person, day_here(kudos.at))
            for kudos in journal.kudos
            if team is None or kudos.to == team or kudos.to in own
        ]
        for week in journal.weekly if ours else ():
            found += [Win("win", text, week.id, journal.person, week.on) for text in _lines(week.wins)]
        found += [
            Win("note", note.text, note.id, journal.person, day_here(note.at))
            for note in journal.note
            if note.column in _WELL and (ours if note.team is None else team in {None, note.team})
        ]
    return tuple(sorted(found, key=lambda each: (_ORDER.index(each.kind), each.on or today, each.about, each.text)))


def _reached(workspace: Workspace, content: CycleContent, today: date, team: str | None) -> list[Win]:
    return [
        Win("reached", item.key_result.title, item.key_result.id, item.key_result.owner, item.seen)
        for each in cycle_standing(workspace, content, today)
        if team in {None, each.team}
        for item in each.key_results
        if item.objective.live and item.key_result.dropped is None
        and item.progress is not None and item.progress >= 1 and item.key_result.kind != "keep"
    ]  # fmt: skip


def _lines(said: tuple[str, ...] | str | None) -> tuple[str, ...]:
    lines = said.splitlines() if isinstance(said, str) else said or ()
    return tuple(each.strip() for each in lines if each.strip())
