"""The rituals of a cycle: how long each takes, and in which week of the cycle it is held (method.md, "Rituals")."""

from collections.abc import Mapping
from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.settings import WEEKDAYS, Cadence

MINUTES: Mapping[str, int] = {
    "annual-okrs": 140, "pain-points": 30, "forecast-review": 20, "leadership-draft": 90,
    "company-okrs-published": 30, "team-drafting": 200, "alignment": 80, "weekly-check-in": 27,
    "leadership-slips": 10, "monthly-review": 45, "mid-cycle-review": 50, "next-make-opens": 15,
    "maturity-survey": 10, "review-retrospective": 100,
}  # fmt: skip
"""Kind of ritual → minutes, the sum of its steps."""

ANNUAL_WEEK = -8
"""The week, counted from the start of the year, in which the annual OKRs are made."""

_USUAL_DAY = 1  # Tuesday: nobody is away for a long weekend
_CHECKED_IN = ("weekly-check-in", "leadership-slips")


class Placed(NamedTuple):
    """A ritual and the day it falls on."""

    kind: str
    on: date


def calendar(cadence: Cadence, start: date, end: date) -> list[Placed]:
    """Every ritual of one cycle with its day, in the order of the days.

    Weekly ones are held on the check-in day, the others on a Tuesday, each within its week of the cycle.

    Args:
        cadence: its `make`, `check_in_day` and, for a custom cycle, `weeks` count.
        start: first day of the cycle.
        end: last day, included; nothing is placed behind it.
    """
    weeks = weeks_between(start, end)
    found = [(kind, week) for kind, those in _weeks(weeks, inside=cadence.make == "inside").items() for week in those]
    placed = []
    for kind, week in found:
        weekday = WEEKDAYS.index(cadence.check_in_day) if kind in _CHECKED_IN else _USUAL_DAY
        placed.append(Placed(kind, min(day_in_week(start, week, weekday), end)))
    order = list(MINUTES)
    return sorted(placed, key=lambda each: (each.on, order.index(each.kind)))


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
