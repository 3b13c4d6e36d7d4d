"""The head of Measure: its parts, the chosen one underlined, and the figure that counts in it."""

from collections.abc import Sequence

from okr_tui.ui.paint.runs import Brush, Run, Runs, beside, cells, dim, gap
from okr_tui.ui.widgets.drawn import Drawn

_LEFT, _RIGHT = 4, 2  # the cells that rows keep free: edge and cursor, margin and scroll bar
_BETWEEN = (3, 2)


class MeasureHead(Drawn):
    """One row, and an empty one below it."""

    def __init__(self) -> None:
        super().__init__(id="measure-head")
        self._parts: tuple[str, ...] = ()
        self._chosen = 0
        self._says: tuple[Runs, ...] = ()

    def show(self, parts: tuple[str, ...], chosen: int, says: tuple[Runs, ...]) -> None:
        """Says something else.

        Args:
            parts: their names.
            chosen: the index of the one looked at.
            says: what stands at the right end, the longest first: the first one that fits is taken.
        """
        if (parts, chosen, says) != (self._parts, self._chosen, self._says):
            self._parts, self._chosen, self._says = parts, chosen, says
            self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The rows."""
        del brush
        room = width - _LEFT - _RIGHT
        for between in _BETWEEN:
            tabs = self._tabs(between)
            for right in self._says:
                if cells(tabs) + 2 + cells(right) <= room:
                    return ((*gap(_LEFT), *beside(tabs, right, room)), ())
        return ((*gap(_LEFT), *self._tabs(_BETWEEN[-1])), ())

    def _tabs(self, between: int) -> Runs:
        made: Runs = ()
        for index, name in enumerate(self._parts):
            here = index == self._chosen
            made += (*gap(between if made else 0), Run(name, bold=True, underline=True) if here else dim(name))
        return made

    def part_at(self, x: int) -> int | None:
        """The part whose name stands at a cell of the row; None between them."""
        for between in _BETWEEN:
            at = _LEFT
            for index, name in enumerate(self._parts):
                size = cells((Run(name),))
                if at <= x < at + size:
                    return index
                at += size + between
        return None
