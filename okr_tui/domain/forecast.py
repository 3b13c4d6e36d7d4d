"""Where the figures lead: the speed of the last six, drawn to the end of the window, with its range."""

from datetime import date
from itertools import combinations
from statistics import median, quantiles
from typing import NamedTuple

from okr_tui.domain.progress import by_day
from okr_tui.domain.standing import Standing

FEWEST, MOST = 3, 6
"""Figures that a forecast needs, and those that it looks at: the last ones."""


class Forecast(NamedTuple):
    """Where a key result lands if it goes on as its last figures did (Theil-Sen, which one odd figure does not turn).

    Attributes:
        since: the day of the last figure; start: that figure.
        on: the end of the window; value: the figure then.
        low: the figure then at one end of the range, high: at the other; the 25th and 75th percentile of the slopes
            between any two of the figures, as numbers: low <= value <= high.
        slope: the median of those slopes, a day.
        figures: how many figures it was worked out from, 3…6.
        progress: share of the way at the end, not clamped; None for a `keep` and without baseline or target.
    """

    since: date
    start: float
    on: date
    value: float
    low: float
    high: float
    slope: float
    figures: int
    progress: float | None

    @property
    def line(self) -> tuple[tuple[date, float], tuple[date, float]]:
        """The line from the last figure to the end of the window."""
        return (self.since, self.start), (self.on, self.value)


def forecast(standing: Standing) -> Forecast | None:
    """Where a metric or `keep` lands at the end of its window (design: method.md, "Forecast").

    Of several figures of one day the last said counts.

    Returns:
        None below three days with a figure, where the window is over or the last figure stands at its end, for yes-no
        and milestones, and where it is done, dropped or not pursued yet.
    """
    known = list(by_day(standing.entries)[-MOST:])
    end = standing.window.end
    idle = standing.status == "done" or not standing.judged or standing.key_result.kind not in {"metric", "keep"}
    if idle or len(known) < FEWEST or standing.today > end or known[-1][0] >= end:
        return None
    slopes = [
        (later - earlier) / (after - before).days
        for (before, earlier), (after, later) in combinations(known, 2)
    ]  # fmt: skip
    first, _middle, third = quantiles(slopes, n=4, method="inclusive")
    since, start = known[-1]
    days = (end - since).days
    slope = median(slopes)
    landing, low, high = (_possible(standing, known, start + each * days) for each in (slope, first, third))
    return Forecast(since, start, end, landing, low, high, slope, len(known), _share(standing, landing))


def _possible(standing: Standing, known: list[tuple[date, float]], value: float) -> float:
    """The value within what the measure can be: what was never negative stays at 0 or above, a share at 100 % or below."""
    result = standing.key_result
    wanted = (result.baseline, result.target, result.low, result.high)
    told = [*(figure for _day, figure in known), *(mark for mark in wanted if mark is not None)]
    if min(told) >= 0:
        value = max(0.0, value)
    if max(told) <= 100 and (result.unit or "").strip() == "%":
        value = min(100.0, value)
    return value


def _share(standing: Standing, value: float) -> float | None:
    baseline, target = standing.key_result.baseline, standing.key_result.target
    if standing.key_result.kind != "metric" or baseline is None or target is None or baseline == target:
        return None
    return (value - baseline) / (target - baseline)
