"""The course of a key result through its window: its figures, what was expected day by day, the levels that count."""

from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.progress import by_day
from okr_tui.domain.standing import Standing

Points = tuple[tuple[date, float], ...]


class Course(NamedTuple):
    """What a chart of a key result shows.

    Attributes:
        start: the first day; end: the last one; both widened where a figure lies outside the window.
        values: the figures that count, oldest first, one a day: the last one said.
        expected: the corners of the line that was expected; nothing for a `keep`, or without baseline or target.
        levels: the target, or the edges of the band.
    """

    start: date
    end: date
    values: Points
    expected: Points
    levels: tuple[float, ...]

    @property
    def empty(self) -> bool:
        """Whether there is nothing to draw."""
        return not (self.values or self.expected or self.levels)


def course(standing: Standing) -> Course:
    """The course of a metric or a `keep`; the other kinds have no figures to draw."""
    key_result, window = standing.key_result, standing.window
    known = by_day(standing.entries)
    days = [day for day, _ in known]
    start, end = min([window.start, *days]), max([window.end, *days])
    if key_result.kind not in {"metric", "keep"}:
        return Course(start, end, (), (), ())
    edges = (key_result.low, key_result.high) if key_result.kind == "keep" else (key_result.target,)
    levels = tuple(edge for edge in edges if edge is not None)
    return Course(start, end, known, _expected(standing), levels)


def _expected(standing: Standing) -> Points:
    """Baseline, phased targets, target; a figure that comes `lag` days late is expected that many days later."""
    key_result, window = standing.key_result, standing.window
    baseline, target = key_result.baseline, key_result.target
    if key_result.kind == "keep" or baseline is None or target is None or not window.days:
        return ()
    inner = sorted((point.on, point.value) for point in key_result.phased if window.start < point.on < window.end)
    corners = [(window.start, baseline), *inner, (window.end, target)]
    late = timedelta(days=key_result.lag or 0)
    return tuple((day + late, value) for day, value in corners)
