"""The clock of a key result: its window, what was expected by today, its check-in periods, the week of the cycle."""

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.settings import WEEKDAYS, Cadence, Weekday

WEEKS = {"quarter": 13, "tertial": 17, "half": 26}
"""Weeks of a cycle that is so many calendar months long."""


class Window(NamedTuple):
    """The days, both included, in which a key result is expected to move."""

    start: date
    end: date

    @property
    def days(self) -> int:
        """Days from the start to the end; 0 for a window of one day."""
        return max(0, (self.end - self.start).days)

    def until(self, today: date) -> date:
        """Today, but never after the end: what counts as now for elapsed, expected and stale."""
        return min(today, self.end)

    def elapsed(self, today: date) -> float:
        """Share 0…1 of the window that has passed; a window of one day has passed as soon as it begins."""
        if today < self.start:
            return 0.0
        if not self.days:
            return 1.0
        return (self.until(today) - self.start).days / self.days


def window(key_result: KeyResult, cycle: Cycle) -> Window:
    """From its own start, else the cycle's `achieve_from`, else the cycle's start, to its own end, else the cycle's."""
    return Window(key_result.start or cycle.achieve_from or cycle.start, key_result.end or cycle.end)


def expected(key_result: KeyResult, span: Window, today: date) -> float | None:
    """Share of the way that should be done by today, 0…1; None for a `keep`.

    Phased targets are joined by straight lines through (start, baseline), the points and (end, target). A figure
    that comes `lag` days late is expected that many days earlier.
    """
    if key_result.kind == "keep":
        return None
    day = span.until(today) - timedelta(days=key_result.lag or 0)
    baseline, target = key_result.baseline, key_result.target
    if not key_result.phased or baseline is None or target is None or baseline == target:
        return span.elapsed(day)
    inner = sorted(
        (point for point in key_result.phased if span.start < point.on < span.end), key=lambda point: point.on
    )
    line = [(span.start, baseline), *((point.on, point.value) for point in inner), (span.end, target)]
    return min(1.0, max(0.0, (_on_line(line, day) - baseline) / (target - baseline)))


def _on_line(line: list[tuple[date, float]], day: date) -> float:
    if day <= line[0][0]:
        return line[0][1]
    for (left, low), (right, high) in pairwise(line):
        if day <= right and right > left:
            return low + (high - low) * (day - left).days / (right - left).days
    return line[-1][1]


class Period(NamedTuple):
    """Days, both included, in which one check-in is due; the last is the check-in day."""

    first: date
    last: date


def periods(span: Window, every: int, day: Weekday, today: date) -> tuple[Period, ...]:
    """The periods of `every` days begun by today, oldest first.

    The first ends on the first check-in day after the window's own first day: nobody owes a figure on the day that the
    clock begins. Source: method.md, "Periods of `every` days end on the check-in day".
    """
    if today < span.start:
        return ()
    last = span.start + timedelta(days=(WEEKDAYS.index(day) - span.start.weekday()) % 7 or 7)
    first, found = span.start, []
    while first <= min(today, span.end):
        found.append(Period(first, last))
        first, last = last + timedelta(days=1), last + timedelta(days=every)
    return tuple(found)


def days_that_count(after: date, until: date, skipped: Callable[[date], bool]) -> int:
    """Days from the day after one until another, without those skipped (closed days, absences)."""
    return sum(not skipped(after + timedelta(days=n)) for n in range(1, (until - after).days + 1))


def weeks_of(cycle: Cycle, cadence: Cadence) -> int:
    """How many weeks a cycle counts: 13, 17 or 26 for calendar months, 52 for a year, else what its days hold."""
    days = (cycle.end - cycle.start).days + 1
    if cycle.kind == "cycle":
        own = cadence.weeks if cadence.cycle == "custom" else WEEKS[cadence.cycle]
        if own and abs(days - own * 7) <= 10:
            return own
    nearest = min((*WEEKS.values(), 52), key=lambda weeks: abs(days - weeks * 7))
    return nearest if abs(days - nearest * 7) <= 7 else max(1, -(-days // 7))


def week_of(cycle: Cycle, cadence: Cadence, today: date) -> int:
    """The week of the cycle, from 1; before the start it is negative (there is no week 0), after the end it is the last."""
    days = (today - cycle.start).days
    return days // 7 if days < 0 else min(weeks_of(cycle, cadence), days // 7 + 1)
