"""The cycle that comes next: when it runs, what it is called, what stands above it, and what it must not overlap."""

from datetime import date, timedelta
from itertools import count

from okr_tui.domain.cycle import Cycle, CycleKind
from okr_tui.domain.fiscal import (
    Beginning,
    Stretch,
    cycle_of,
    following,
    late_beginning,
    months_later,
    year_from,
    year_of,
)
from okr_tui.domain.people import Team
from okr_tui.domain.settings import Cadence
from okr_tui.domain.workspace import Workspace

STRATEGY_YEARS = 3
"""How long a strategy runs where nobody says so."""

_DAY = timedelta(days=1)
_LONGEST_ID = 40


def next_span(
    workspace: Workspace, kind: CycleKind, cadence: Cadence, today: date, start: date | None = None
) -> Stretch:
    """When the next cycle of a kind runs, with a free id; a name where its place in the year gives one.

    It begins where the last one of its kind ended; the first one, or one after a long pause, is the one that today lies
    in. With a start of its own it has its whole length from that day.

    Args:
        workspace: what there is.
        kind: of the new cycle.
        cadence: its length, which may be another one than before.
        today: the day.
        start: its first day, where somebody wants another one.
    """
    last = max((each.end for each in _own(workspace, kind)), default=None)
    begins = last + _DAY if last is not None else None
    if kind == "strategy":
        span = _strategy(cadence, start or begins or year_of(today, cadence.year_start).start)
    elif kind == "annual":
        span = _annual(cadence, today, start, begins)
    else:
        span = _cycle(cadence, today, start, begins)
    return span._replace(id=free_id(workspace, span.id))


def choice_of_beginning(workspace: Workspace, cadence: Cadence, today: date) -> Beginning | None:
    """Return the cycles that the next one may be where it would be one that runs, and ends within four weeks.

    That is so where there is no cycle yet, and after a long pause.
    """
    runs = next_span(workspace, "cycle", cadence, today).start <= today
    return late_beginning(cadence, today) if runs else None


def overlapping(workspace: Workspace, kind: CycleKind, start: date, end: date, teams: tuple[str, ...]) -> Cycle | None:
    """The first cycle of the same kind that runs on some of these days; None where there is none.

    Two cycles that each name the teams that take part, none of them the same, may run side by side.
    """
    for each in sorted(_own(workspace, kind), key=lambda cycle: (cycle.start, cycle.id)):
        apart = bool(teams) and bool(each.teams) and not set(teams) & set(each.teams)
        if each.start <= end and start <= each.end and not apart:
            return each
    return None


def parent_of(workspace: Workspace, kind: CycleKind, start: date, end: date) -> Cycle | None:
    """The cycle above a new one: the year that holds it, else the year it begins in; a strategy above a year."""
    above: CycleKind | None = {"cycle": "annual", "annual": "strategy"}.get(kind)  # type: ignore[assignment]
    own = sorted(_own(workspace, above), key=lambda each: each.start) if above else []
    holding = [each for each in own if each.start <= start and end <= each.end]
    return next(iter((*holding, *(each for each in own if each.holds(start)))), None)


def adopted(workspace: Workspace, kind: CycleKind, start: date, end: date) -> tuple[Cycle, ...]:
    """The open cycles one level below that lie in a new year or strategy and have nothing above them yet."""
    below: CycleKind | None = {"annual": "cycle", "strategy": "annual"}.get(kind)  # type: ignore[assignment]
    own = _own(workspace, below) if below else []
    return tuple(each for each in own if not each.closed and each.parent is None and start <= each.start <= end)


def taking_part(workspace: Workspace, cycle: Cycle) -> tuple[Team, ...]:
    """The teams that take part in a cycle: those it names, else all that have begun with OKRs and are not over."""
    if cycle.teams:
        return tuple(team for team in workspace.teams if team.id in cycle.teams)
    return tuple(
        team for team in workspace.teams if team.stage != "not-yet" and (team.until is None or team.until > cycle.start)
    )


def free_id(workspace: Workspace, wanted: str) -> str:
    """The id, or with a number behind it where it is taken: `2027-t1`, then `2027-t1-2`."""
    if wanted not in workspace.cycles:
        return wanted
    return next(
        made for number in count(2) if (made := f"{wanted[: _LONGEST_ID - 5]}-{number}") not in workspace.cycles
    )


def _own(workspace: Workspace, kind: CycleKind) -> list[Cycle]:
    return [content.cycle for content in workspace.cycles.values() if content.cycle.kind == kind]


def _cycle(cadence: Cadence, today: date, start: date | None, begins: date | None) -> Stretch:
    if start is not None:
        return cycle_of(cadence, start, start)
    now = cycle_of(cadence, today)
    return following(cadence, max(begins, now.start)) if begins is not None else now


def _annual(cadence: Cadence, today: date, start: date | None, begins: date | None) -> Stretch:
    now = year_of(today, cadence.year_start)
    if start is not None:
        return year_of(start, cadence.year_start)._replace(start=start, end=months_later(start, 12) - _DAY)
    return year_from(max(begins, now.start), cadence.year_start) if begins is not None else now


def _strategy(cadence: Cadence, start: date) -> Stretch:
    end = months_later(start, 12 * STRATEGY_YEARS) - _DAY
    first, last = year_of(start, cadence.year_start), year_of(end, cadence.year_start)
    return Stretch(f"strategy-{first.id}", f"{first.label}–{last.label}", start, end)
