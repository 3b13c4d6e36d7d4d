"""A figure over the cycles: a bar for each, standing, its figure above it and the cycle's name below."""

from collections.abc import Sequence

from msgspec import Struct

from okr_tui.ui.paint.runs import Brush, Run, Runs, align, bold, cells, dim, runs
from okr_tui.ui.text import cut

_EIGHTHS = " ▁▂▃▄▅▆▇█"


class Standing(Struct, frozen=True):
    """One bar.

    Attributes:
        name: of the cycle; share: 0…1, None where nothing is known; says: its figure.
        here: whether it is the cycle looked at.
    """

    name: str
    share: float | None
    says: str
    here: bool = False


class StandingBars(Struct, frozen=True):
    """One figure over the cycles, oldest first.

    Attributes:
        title: what it is.
        bars: its values; where room is short the oldest are left out.
        rows: how high a full bar is.
        mark: a share at which a dim line stands: where success begins; None draws none.
    """

    title: str
    bars: tuple[Standing, ...]
    rows: int = 5
    mark: float | None = None

    def height(self, width: int) -> int:
        """Title, figures, bars, names."""
        del width
        return self.rows + 3

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        each = max([*(cells((Run(bar.name),)) for bar in self.bars), *(len(bar.says) for bar in self.bars), 4]) + 2
        each = min(each, max(width // 2, 4))
        shown = self.bars[-max(width // each, 1) :]
        made: list[Runs] = [runs(bold(self.title, "dim"))]
        made.append(_row([bold(bar.says) if bar.here else Run(bar.says) for bar in shown], each))
        rows = range(self.rows, 0, -1)
        made += [_row([self._cell(bar, row) for bar in shown], each, self._line(row)) for row in rows]
        made.append(_row([bold(bar.name) if bar.here else dim(bar.name) for bar in shown], each))
        return tuple(align(line, width) for line in made)

    def _cell(self, bar: Standing, row: int) -> Run:
        """The part of a bar that stands in a row, counted from the bottom."""
        if bar.share is None:
            return dim("·") if row == 1 else Run("")
        eighths = round(min(max(bar.share, 0.0), 1.0) * self.rows * 8) - (row - 1) * 8
        if bar.share > 0 and row == 1:
            eighths = max(eighths, 1)
        return Run(_EIGHTHS[min(max(eighths, 0), 8)].strip() * 3, "text" if bar.here else "ink")

    def _line(self, row: int) -> str:
        """What stands between the bars: the line of the mark."""
        if self.mark is None or row != max(round(self.mark * self.rows), 1):
            return " "
        return "╌"


def _row(pieces: Sequence[Run], each: int, between: str = " ") -> Runs:
    made: Runs = ()
    for piece in pieces:
        text = Run(cut(piece.text, each - 1), piece.role, piece.bold)
        left = each - cells((text,))
        rest = Run(between * left, "rule") if between != " " else Run(" " * left)
        made += (*((text,) if text.text else ()), rest)
    return made
