"""A chart in cells: figures as points joined by blocks, what was expected as dots, levels as rules, today as a line."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import pairwise
from math import ceil, floor
from typing import NamedTuple

from msgspec import Struct

from okr_tui.domain.course import Course
from okr_tui.domain.round_steps import round_step
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
_SPARE = 0.25
"""Share of what is drawn by which a forecast may make the plot higher; what goes further leaves it."""
_ONE_FIGURE = 1e-9
"""What lies closer together than this is drawn as one figure: no label could tell it apart."""
_Cells = dict[tuple[int, int], Run]
"""(row, column) → what stands in the cell; rows from the top."""


class Onward(NamedTuple):
    """Where the figures lead when they go on as they went: a line and its range, from one day to the end.

    Attributes:
        start: the day and the figure from which it goes on.
        end: the day to which it goes; value: the figure then, between low and high.
    """

    start: tuple[date, float]
    end: date
    value: float
    low: float
    high: float


class Chart(Struct, frozen=True):
    """The course of a key result, `rows` high, with the days below it and what the marks mean.

    Attributes:
        course: what is drawn.
        today: where the line of today stands.
        unit: of the figures, beside the highest number.
        rows: the rows of the plot itself.
        onward: the forecast; None without one.
        zones: levels with a name of their own ("commit"), which stands on them.
        confidence: days and what was said then, 0…10, on a row of their own.
    """

    course: Course
    today: date
    unit: str
    rows: int
    onward: Onward | None = None
    zones: tuple[tuple[str, float], ...] = ()
    confidence: tuple[tuple[date, int], ...] = ()

    def height(self, width: int) -> int:
        """The plot, the days, confidence, the legend."""
        del width
        return self.rows + 2 + bool(self.confidence)

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        scale = _Scale.of(self.course, self.rows, self._further())
        labels = scale.labels(self.unit)
        said = _("conf") if self.confidence else ""
        gutter = max([width_of(said), *(width_of(label) for label in labels.values())]) + 1
        room = max(width - gutter, 2)
        cells = self._cells(scale, room)
        if self.onward is not None:
            _tint(cells, self._range(scale, room), plain=brush.plain)
        made: list[Runs] = []
        for row in range(self.rows):
            label = align((dim(labels.get(row, "")),), gutter - 1, right=True)
            line = joined([cells.get((row, column), Run(" ")) for column in range(room)])
            made.append((*label, *gap(1), *line))
        made.append((*gap(gutter), *self._days(room)))
        if self.confidence:
            made.append((*align((dim(said),), gutter - 1), *gap(1), *self._confidence(room)))
        return (*made, (*gap(gutter), *self._legend()))

    def _further(self) -> tuple[float, ...]:
        """Values that the scale holds besides the course's: zones, and the forecast as far as the rest stays legible."""
        known = [value for _name, value in self.zones]
        if self.onward is None:
            return tuple(known)
        course = self.course
        drawn = [*known, *course.levels, *(value for _, value in (*course.values, *course.expected)), self.onward.value]
        low, high = min(drawn), max(drawn)
        spare = (high - low) * _SPARE
        return (*known, self.onward.value, max(self.onward.low, low - spare), min(self.onward.high, high + spare))

    def _range(self, scale: "_Scale", room: int) -> Iterator[tuple[int, int, int]]:
        """Column, first and last row of the forecast's range; nothing of it where it leaves the plot."""
        onward = self.onward
        if onward is None:
            return
        day_, value = onward.start
        first, last = self._column(day_, room), self._column(onward.end, room)
        for column in range(first + 1, last + 1):
            share = (column - first) / (last - first)
            ends = [value + (edge - value) * share for edge in (onward.low, onward.high)]
            rows = sorted(min(max(scale.row(each), 0), scale.rows - 1) for each in ends)
            if min(ends) <= scale.high and max(ends) >= scale.low:
                yield column, rows[0], rows[1]

    def _confidence(self, room: int) -> Runs:
        """Each confidence under its day; one without room beside the later ones leaves."""
        taken: list[tuple[int, str]] = []
        for on, said in reversed(self.confidence):
            words = str(said)
            at = min(self._column(on, room), room - len(words))
            if not taken or at + len(words) + 1 <= taken[-1][0]:
                taken.append((at, words))
        made: Runs = ()
        end = 0
        for at, words in reversed(taken):
            made += (*gap(at - end), Run(words))
            end = at + len(words)
        return made

    def _column(self, on: date, room: int) -> int:
        days = (self.course.end - self.course.start).days or 1
        return min(max(round((on - self.course.start).days / days * (room - 1)), 0), room - 1)

    def _cells(self, scale: "_Scale", room: int) -> _Cells:
        """Everything that is drawn; what comes later stands over what came before."""
        cells: _Cells = {}
        for level in self.course.levels:
            cells |= {(scale.row(level), column): Run("─", "rule") for column in range(room)}
        for name, level in self.zones:
            row = scale.row(level)
            cells |= {(row, column): Run("─", "rule") for column in range(room)}
            cells |= {(row, 2 + at): Run(letter, "dim") for at, letter in enumerate(f" {name} ") if 2 + at < room}
        if self.course.start <= self.today <= self.course.end:
            cells |= {(row, self._column(self.today, room)): Run("┊", "faint") for row in range(self.rows)}
        for (left, low), (right, high) in pairwise(self.course.expected):
            first, last = self._column(left, room), self._column(right, room)
            for column in range(first, last + 1):
                share = (column - first) / (last - first) if last > first else 1.0
                cells[scale.row(low + (high - low) * share), column] = Run("·", "dim")
        if self.onward is not None:
            (left_day, left_value), onward = self.onward.start, self.onward
            first, last = self._column(left_day, room), self._column(onward.end, room)
            for column in range(first + 1, last + 1):
                value = left_value + (onward.value - left_value) * (column - first) / (last - first)
                if scale.low <= value <= scale.high:
                    cells[scale.row(value), column] = Run("╌", "accent")
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
        parts += [runs(Run("╌╌╌", "accent"), dim(" " + _("forecast, its range")))] if self.onward else []
        rule = _("target") if len(course.levels) < 2 and course.expected else _("band")
        rule = _("zones") if self.zones else rule
        parts += [(Run("──", "rule"), dim(f" {rule}"))] if course.levels or self.zones else []
        made: Runs = ()
        for part in parts:
            made += (gap(4) if made else ()) + part
        return made


def _tint(cells: _Cells, spans: Iterable[tuple[int, int, int]], *, plain: bool) -> None:
    """Paints the forecast's range behind what is drawn already; without colours its edges are dotted instead."""
    for column, top, bottom in spans:
        if plain:
            for row in {top, bottom}:
                cells.setdefault((row, column), Run("˙", "dim"))
            continue
        for row in range(top, bottom + 1):
            cells[row, column] = cells.get((row, column), Run(" "))._replace(behind="raised")


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


class _Scale(Struct, frozen=True):
    """From values to rows: the highest value at the top, or the other way where nothing differs."""

    low: float
    high: float
    rows: int
    marked: tuple[float, ...]

    @classmethod
    def of(cls, course: Course, rows: int, further: tuple[float, ...] = ()) -> "_Scale":
        """A scale that holds everything drawn."""
        marked = (*course.levels, *(value for _, value in course.expected[:1]))
        known = [*marked, *further, *(value for _, value in course.expected), *(value for _, value in course.values)]
        low, high = min(known, default=0.0), max(known, default=1.0)
        if high - low < _ONE_FIGURE:
            half = (abs(low) if abs(low) > _ONE_FIGURE else 1.0) / 2
            low, high = low - half, high + half
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
        step = round_step(span / max(self.rows / 2, 1))
        first = ceil(self.low / step - 1e-9)
        return (round(count * step, 12) for count in range(first, floor(self.high / step + 1e-9) + 1))
