"""A chart in cells: figures as points joined by blocks, what was expected as dots, levels as rules, today as a line."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor, log10

from okr_tui.domain.course import Course
from okr_tui.ui.paint.bars import joined
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, dim, gap, runs
from okr_tui.ui.text import cut, single
from okr_tui.ui.text import width as width_of
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import number

_QUADRANTS = " ▘▝▀▖▌▞▛▗▚▐▜▄▙▟█"
"""A glyph for every set of quarters of a cell: 1 top left, 2 top right, 4 bottom left, 8 bottom right."""
_LONGEST_UNIT = 6
_Cells = dict[tuple[int, int], Run]
"""(row, column) → what stands in the cell; rows from the top."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The course of a key result, `rows` high, with the days below it and what the marks mean.

    Attributes:
        course: what is drawn.
        today: where the line of today stands.
        unit: of the figures, beside the highest number.
        rows: the rows of the plot itself.
    """

    course: Course
    today: date
    unit: str
    rows: int

    def height(self, width: int) -> int:
        """The plot, the days, the legend."""
        del width
        return self.rows + 2

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        scale = _Scale.of(self.course, self.rows)
        labels = scale.labels(self.unit)
        gutter = max((width_of(label) for label in labels.values()), default=0) + 1
        room = max(width - gutter, 2)
        cells = self._cells(scale, room)
        made: list[Runs] = []
        for row in range(self.rows):
            label = align((dim(labels.get(row, "")),), gutter - 1, right=True)
            line = joined([cells.get((row, column), Run(" ")) for column in range(room)])
            made.append((*label, *gap(1), *line))
        return (*made, (*gap(gutter), *self._days(room)), (*gap(gutter), *self._legend()))

    def _column(self, on: date, room: int) -> int:
        days = (self.course.end - self.course.start).days or 1
        return min(max(round((on - self.course.start).days / days * (room - 1)), 0), room - 1)

    def _cells(self, scale: "_Scale", room: int) -> _Cells:
        """Everything that is drawn; what comes later stands over what came before."""
        cells: _Cells = {}
        for level in self.course.levels:
            cells |= {(scale.row(level), column): Run("─", "rule") for column in range(room)}
        if self.course.start <= self.today <= self.course.end:
            cells |= {(row, self._column(self.today, room)): Run("┊", "faint") for row in range(self.rows)}
        for (left, low), (right, high) in pairwise(self.course.expected):
            first, last = self._column(left, room), self._column(right, room)
            for column in range(first, last + 1):
                share = (column - first) / (last - first) if last > first else 1.0
                cells[scale.row(low + (high - low) * share), column] = Run("·", "dim")
        points = [(self._column(on, room), scale.row(value)) for on, value in self.course.values]
        for spot, glyph in _line(points):
            cells[spot] = Run(glyph, "ink")
        for column, row in points:
            cells[row, column] = Run("●", "accent")
        return cells

    def _days(self, room: int) -> Runs:
        """The days below the plot: both ends and today, the firsts of months where there is room between."""
        course, wanted = self.course, []
        if course.start <= self.today <= course.end:
            wanted.append((self.today, _("today")))
        wanted += [(course.start, day(course.start)), (course.end, day(course.end, course.start))]
        wanted += [(first, day(first)) for first in _firsts(course.start, course.end)]
        taken: list[tuple[int, str]] = []
        for on, words in wanted:
            long = width_of(words)
            at = min(max(self._column(on, room) - long // 2, 0), max(room - long, 0))
            if all(at + long + 2 <= other or other + width_of(said) + 2 <= at for other, said in taken):
                taken.append((at, words))
        made: Runs = ()
        end = 0
        for at, words in sorted(taken):
            made += (*gap(at - end), dim(words))
            end = at + width_of(words)
        return made

    def _legend(self) -> Runs:
        """What the marks mean; only those that are there."""
        course = self.course
        parts = [runs(Run("▄", "ink"), Run("●", "accent"), dim(" " + _("value")))] if course.values else []
        parts += [(dim("···"), dim(" " + _("expected")))] if course.expected else []
        rule = _("target") if len(course.levels) < 2 and course.expected else _("band")
        parts += [(Run("──", "rule"), dim(f" {rule}"))] if course.levels else []
        made: Runs = ()
        for part in parts:
            made += (gap(4) if made else ()) + part
        return made


def _firsts(start: date, end: date) -> Iterator[date]:
    """The first days of the months in a window, at most two years of them."""
    month = date(start.year + start.month // 12, start.month % 12 + 1, 1)
    for _number in range(24):
        if month > end:
            return
        yield month
        month = date(month.year + month.month // 12, month.month % 12 + 1, 1)


def _line(points: list[tuple[int, int]]) -> Iterator[tuple[tuple[int, int], str]]:
    """The blocks between the points: two quarters across and two down in every cell."""
    quarters: dict[tuple[int, int], int] = {}
    for (left, top), (right, bottom) in pairwise(points):
        start, end = (2 * left + 1, 2 * top + 1), (2 * right, 2 * bottom + 1)
        steps = max(abs(end[0] - start[0]), abs(end[1] - start[1]), 1)
        for step in range(steps + 1):
            x = round(start[0] + (end[0] - start[0]) * step / steps)
            y = round(start[1] + (end[1] - start[1]) * step / steps)
            spot = y // 2, x // 2
            quarters[spot] = quarters.get(spot, 0) | (1 << (x % 2 + 2 * (y % 2)))
    return ((spot, _QUADRANTS[mask]) for spot, mask in quarters.items())


@dataclass(frozen=True, slots=True)
class _Scale:
    """From values to rows: the highest value at the top, or the other way where nothing differs."""

    low: float
    high: float
    rows: int
    marked: tuple[float, ...]

    @classmethod
    def of(cls, course: Course, rows: int) -> "_Scale":
        """A scale that holds everything drawn."""
        marked = (*course.levels, *(value for _, value in course.expected[:1]))
        known = [*marked, *(value for _, value in course.expected), *(value for _, value in course.values)]
        low, high = min(known, default=0.0), max(known, default=1.0)
        if low == high:
            low, high = low - (abs(low) or 1.0) / 2, high + (abs(high) or 1.0) / 2
        return cls(low, high, rows, marked)

    def row(self, value: float) -> int:
        """The row of a value, 0 at the top."""
        return round((self.high - value) / (self.high - self.low) * (self.rows - 1))

    def labels(self, unit: str) -> dict[int, str]:
        """Row → its number: the levels and the start first, then round numbers where there is room; the top has the unit."""
        named = {self.row(value): number(value) for value in self.marked}
        for value in self._round_numbers():
            row = self.row(value)
            if all(abs(row - other) > 1 for other in named):
                named[row] = number(value)
        if named and unit:
            top = min(named)
            named[top] = f"{named[top]} {cut(single(unit), _LONGEST_UNIT)}"
        return named

    def _round_numbers(self) -> Iterator[float]:
        span = self.high - self.low
        rough = span / max(self.rows / 2, 1)
        ten = 10.0 ** floor(log10(rough))
        step = next(nice * ten for nice in (1.0, 2.0, 5.0, 10.0) if nice * ten >= rough * 0.999)
        first = ceil(self.low / step - 1e-9)
        return (round(count * step, 12) for count in range(first, floor(self.high / step + 1e-9) + 1))
