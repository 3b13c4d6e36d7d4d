"""Where the answers of a survey lie on their scale: `└──┘` below the bar of their mean."""

from msgspec import Struct

from okr_tui.ui.paint.bars import Bar
from okr_tui.ui.paint.runs import Brush, Run, Runs, gap

_SCALE = (1, 5)


class Answered(Struct, frozen=True):
    """The answers to something, from 1 to 5: a bar up to their mean, a bracket from the lowest to the highest.

    Attributes:
        mean: 1…5; low and high: the lowest and the highest answer given.
    """

    mean: float
    low: int
    high: int

    def height(self, width: int) -> int:
        """Two: the bar and the bracket."""
        del width
        return 2

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The bar and the bracket."""
        first, last = _SCALE
        at, to = (round((answer - first) / (last - first) * (width - 1)) for answer in (self.low, self.high))
        bracket = "└" + "─" * (to - at - 1) + "┘" if to > at else "┴"
        bar = Bar((self.mean - first) / (last - first)).paint(width, brush)
        return bar, (*gap(at), Run(bracket, "ink"))
