"""The rituals of a cycle: how long each takes, and on which day it is held (method.md, "Rituals")."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.agenda import AGENDAS
from okr_tui.domain.settings import WEEKDAYS, Cadence

MINUTES: Mapping[str, int] = {kind: sum(step.minutes for step in steps) for kind, steps in AGENDAS.items()}
"""Kind of ritual → minutes, the sum of its steps."""

ANNUAL_WEEK = -8
"""The week, counted from the start of the year, in which the annual OKRs are made."""

DRAFTING_DAYS = 14
"""Days that a team has for its first drafts when it begins in the middle of a cycle."""

OF_THE_ANCHOR = frozenset({"leadership-draft", "company-okrs-published", "leadership-slips", "monthly-review"})
"""Rituals that the company's own team holds."""

_FOR_SEVERAL_TEAMS = OF_THE_ANCHOR | {"alignment"}
_FEWEST_SURVEYED = 4
_USUAL_DAY = 1  # Tuesday: nobody is away for a long weekend
_SATURDAY = 5
_WEEKLY = ("weekly-check-in", "leadership-slips")
_MADE = frozenset({"pain-points", "leadership-draft", "company-okrs-published", "forecast-review", "alignment"})

Skips = Callable[[date], bool]
"""Whether a day counts for nobody: a holiday of everybody."""


class Placed(NamedTuple):
    """A ritual and the day it falls on."""

    kind: str
    on: date


class Schedule(NamedTuple):
    """The rituals of one cycle, and from when check-ins are due where that is not its first day."""

    rituals: tuple[Placed, ...]
    achieve_from: date | None


def schedule(
    cadence: Cadence, start: date, end: date, today: date, skips: Skips | None = None, *, teams: int, people: int
) -> Schedule:
    """The rituals that a new cycle should have, those from today on.

    Whoever begins when the drafting workshop is over gets two weeks from today to draft and to agree.

    Args:
        cadence: as for `calendar`.
        start: first day of the cycle; end: its last, included.
        end: see above.
        today: nothing is placed before it.
        skips: the days that count for nobody.
        teams: how many take part: one alone need not align; people: how many: fewer than four are not surveyed.
        people: see above.
    """
    every = calendar(cadence, start, end, skips)
    drafting = max((each.on for each in every if each.kind == "team-drafting"), default=start)
    if drafting >= today:
        found = [each for each in every if each.on >= today]
        ready = begins_achieving(cadence, start, end)
    else:
        ready = min(today + timedelta(days=DRAFTING_DAYS + (-today.weekday()) % 7), end)
        late = [
            Placed("team-drafting", min(today + timedelta(days=7), ready)),
            Placed("alignment", max(today, ready - timedelta(days=3))),
        ]
        found = [*late, *(each for each in every if each.on >= max(today, ready) and each.kind not in _MADE)]
    return Schedule(tuple(_fitting(found, teams, people)), ready)


def calendar(cadence: Cadence, start: date, end: date, skips: Skips | None = None) -> list[Placed]:
    """Every ritual of one cycle with its day, in the order of the days.

    Weekly ones are held on the check-in day, the others on a Tuesday, each within its week of the cycle. One that would
    fall on a day that counts for nobody moves: a weekly one within its own week, or not at all, another to the next
    working day, or back where the cycle would be over.

    Args:
        cadence: its `make`, `check_in_day` and, for a custom cycle, `weeks` count.
        start: first day of the cycle.
        end: last day, included; nothing is placed behind it.
        skips: the days that count for nobody; none unless given.
    """
    weeks = weeks_between(start, end)
    placed: list[Placed] = []
    for kind, those in _weeks(weeks, inside=cadence.make == "inside").items():
        weekly = kind in _WEEKLY
        weekday = WEEKDAYS.index(cadence.check_in_day) if weekly else _USUAL_DAY
        for week in those:
            on = min(day_in_week(start, week, weekday), end)
            moved = on if skips is None or not skips(on) else _elsewhere(on, end, skips, weekly=weekly)
            placed += [Placed(kind, moved)] if moved is not None else []
    order = list(MINUTES)
    return sorted(placed, key=lambda each: (each.on, order.index(each.kind)))


def begins_achieving(cadence: Cadence, start: date, end: date) -> date | None:
    """The day from which check-ins are due where drafts are made inside the cycle: that of the week after aligning.

    None where they are made before it: then that is the first day of the cycle.
    """
    if cadence.make != "inside":
        return None
    aligned = _inside(weeks_between(start, end))["alignment"][-1]
    return min(start + timedelta(weeks=aligned), end)


def _fitting(found: Iterable[Placed], teams: int, people: int) -> Iterable[Placed]:
    for each in found:
        if each.kind in _FOR_SEVERAL_TEAMS and teams < 2:
            continue
        if each.kind == "maturity-survey" and people < _FEWEST_SURVEYED:
            continue
        yield each


def _elsewhere(on: date, end: date, skips: Skips, *, weekly: bool) -> date | None:
    """The working day nearest to one that counts for nobody; None where a whole week of the cycle does not count."""
    monday = on - timedelta(days=on.weekday())
    if weekly:
        week = [monday + timedelta(days=number) for number in range(_SATURDAY)]
        free = [day for day in week if not skips(day) and day <= end]
        return min(free, key=lambda day: (abs((day - on).days), day), default=None)
    later = (on + timedelta(days=number) for number in range(1, 60))
    earlier = (on - timedelta(days=number) for number in range(1, 60))
    for day in (*(day for day in later if day <= end), *earlier):
        if day.weekday() < _SATURDAY and not skips(day):
            return day
    return None


def weeks_between(start: date, end: date) -> int:
    """Whole weeks of a cycle, at least one: 13 for a quarter, 17 for four months, 26 for half a year."""
    return max(1, round(((end - start).days + 1) / 7))


def day_in_week(start: date, week: int, weekday: int) -> date:
    """The day of a week of the cycle; there is no week 0, and week -1 is the one before the start.

    Args:
        start: first day of the cycle, with which its weeks begin.
        week: from 1, or negative.
        weekday: 0 is Monday.
    """
    first = start + timedelta(weeks=week - 1 if week > 0 else week)
    return first + timedelta(days=(weekday - first.weekday()) % 7)


def _weeks(weeks: int, *, inside: bool) -> dict[str, tuple[int, ...]]:
    """Kind → weeks of the cycle. Quarter and tertial as in the table; others are the same with other numbers."""
    making = _inside(weeks) if inside else _before(weeks)
    first = making["alignment"][-1] + 1
    middle = (weeks + 1) // 2
    monthly = [week for week in range(5, weeks - 1, 4) if week != middle]
    if weeks <= 13:
        monthly = monthly[:2]
    running = {
        "weekly-check-in": tuple(range(first, weeks + 1)),
        "leadership-slips": tuple(range(first, weeks + 1)),
        "monthly-review": tuple(monthly),
        "mid-cycle-review": (middle,) if weeks >= 4 else (),
        "next-make-opens": () if inside else (max(1, weeks + 1 + making["pain-points"][0]),),
        "maturity-survey": (max(1, weeks - 1),),
        "review-retrospective": (weeks,),
    }
    return {**making, **running}


def _before(weeks: int) -> dict[str, tuple[int, ...]]:
    """Drafts are made before the cycle starts (Wecandoo); a short cycle has less time for it."""
    collect, draft, publish = (-5, -4, -2) if weeks >= 10 else (-3, -2, -1)
    return {
        "pain-points": (collect,), "forecast-review": (collect,), "leadership-draft": (draft,),
        "company-okrs-published": (publish,), "team-drafting": (-1,), "alignment": (2 if weeks > 13 else 1,),
    }  # fmt: skip


def _inside(weeks: int) -> dict[str, tuple[int, ...]]:
    """Drafts are made in the first month of the cycle (Partoo, Spendesk), in a short cycle in its first two weeks."""
    draft, publish, workshop, align = (1, 2, 3, 4) if weeks >= 10 else (1, 1, 2, 2)
    return {
        "pain-points": (1,), "leadership-draft": (draft,), "company-okrs-published": (publish,),
        "team-drafting": (workshop,), "alignment": (align,),
    }  # fmt: skip
