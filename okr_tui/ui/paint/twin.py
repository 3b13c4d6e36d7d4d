"""Two blocks of lines side by side where there is room, below each other where there is not."""

from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from okr_tui.ui.paint.lines import Line
from okr_tui.ui.paint.runs import Brush, Runs, align, gap

_GAP = 2
_LEAST = 64  # cells from which two blocks stand side by side


class Twin(Struct, frozen=True):
    """Two blocks that belong to one moment: the diagnosis and the wins.

    Attributes:
        left: its lines; right: those beside it, or below it where room is short.
    """

    left: tuple[Line, ...]
    right: tuple[Line, ...]

    def height(self, width: int) -> int:
        """As many rows as the higher block, or as both."""
        left, right = self._widths(width)
        high = sum(line.height(left) for line in self.left), sum(line.height(right) for line in self.right)
        return max(high) if left < width else sum(high) + (1 if all(high) else 0)

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        left, right = self._widths(width)
        first, second = list(_rows(self.left, left, brush)), list(_rows(self.right, right, brush))
        if left == width:
            return (*first, *([()] if first and second else []), *second)
        beside = zip_longest(first, second, fillvalue=())
        return tuple(align(one, left) + gap(_GAP) + align(other, right) for one, other in beside)

    def _widths(self, width: int) -> tuple[int, int]:
        """The cells of each block; the whole width for both where they stand below each other."""
        if width < _LEAST or not self.left or not self.right:
            return width, width
        half = (width - _GAP) // 2
        return half, width - _GAP - half


def _rows(lines: tuple[Line, ...], width: int, brush: Brush) -> Iterator[Runs]:
    for line in lines:
        yield from line.paint(width, brush)
