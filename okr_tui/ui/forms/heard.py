"""A line of a form that is only read: its title, a label, how what is typed is understood."""

from collections.abc import Sequence

from okr_tui.ui.paint.lines import Line
from okr_tui.ui.paint.runs import Brush, Runs
from okr_tui.ui.widgets.drawn import Drawn


class Heard(Drawn):
    """A line, as many rows as its words need.

    Args:
        line: what it says; nothing takes one empty row.
    """

    DEFAULT_CSS = "Heard { height: auto; }"

    def __init__(self, line: Line | None = None) -> None:
        super().__init__(ground="panel")
        self._line = line

    def hears(self, line: Line | None) -> None:
        """Says something else."""
        if line != self._line:
            self._line = line
            self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The rows."""
        return ((),) if self._line is None else self._line.paint(width, brush)
