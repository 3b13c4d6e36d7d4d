"""The rituals of a cycle as a calendar: which are held, which are missed, what is next."""

from datetime import date
from typing import Literal, NamedTuple

from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.workspace import CycleContent, Workspace

RitualState = Literal["held", "missed", "today", "next", "ahead"]

_OFTEN = frozenset({"weekly-check-in", "leadership-slips"})
_NEAR = 3  # days


class Dated(NamedTuple):
    """A ritual and where it stands today.

    Attributes:
        state: held; missed where its day is over; today; the next one of all; ahead.
    """

    cycle: Cycle
    ritual: Ritual
    state: RitualState


def dated(contents: tuple[CycleContent, ...], today: date) -> tuple[Dated, ...]:
    """Every ritual of some cycles, by its day, then its hour.

    Args:
        contents: the cycles, for example the one that runs and the one being made.
        today: the day.
    """
    every = [(content.cycle, ritual) for content in contents for ritual in content.file.ritual]
    every.sort(key=lambda each: (each[1].on, each[1].at is None, str(each[1].at), each[1].kind, each[1].id))
    soonest = min((each.on for _cycle, each in every if each.on >= today and each.held is None), default=None)
    return tuple(Dated(cycle, ritual, _state(ritual, today, soonest)) for cycle, ritual in every)


def telling(every: tuple[Dated, ...]) -> tuple[Dated, ...]:
    """Those worth a line: of what comes every week only the last one that is over and the next one."""
    kept: set[str] = set()
    for kind in _OFTEN:
        mine = [each for each in every if each.ritual.kind == kind]
        over = [each for each in mine if each.state in {"held", "missed"}]
        kept |= {each.ritual.id for each in (*over[-1:], *[each for each in mine if each not in over][:1])}
    return tuple(each for each in every if each.ritual.kind not in _OFTEN or each.ritual.id in kept)


def nearest(contents: tuple[CycleContent, ...], kind: str, team: str, today: date) -> Dated | None:
    """The ritual of a kind that a team is about to hold: today's, else one not held at most three days from today.

    One of everybody that another team has held today is held by each team in its turn.
    """
    fitting = [
        each
        for each in dated(contents, today)
        if each.ritual.kind == kind
        and each.ritual.team in {None, team}
        and abs((each.ritual.on - today).days) <= _NEAR
        and (each.ritual.held is None or (each.ritual.on == today and each.ritual.team is None))
    ]
    return min(fitting, key=lambda each: (abs((each.ritual.on - today).days), each.ritual.team is None), default=None)


def with_rituals(workspace: Workspace, content: CycleContent, today: date) -> tuple[CycleContent, ...]:
    """The cycles whose rituals somebody looks for: this one, the year around it, and what is made beside it."""
    made = [each for each in workspace.open_cycles(today) if each.cycle.phase in {"make", "align"}]
    above = workspace.cycles.get(content.cycle.parent or "")
    return tuple({each.cycle.id: each for each in (content, *([above] if above else []), *made)}.values())


def _state(ritual: Ritual, today: date, soonest: date | None) -> RitualState:
    if ritual.held is not None:
        return "held"
    if ritual.on < today:
        return "missed"
    if ritual.on == today:
        return "today"
    return "next" if ritual.on == soonest else "ahead"
