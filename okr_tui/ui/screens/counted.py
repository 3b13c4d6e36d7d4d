"""Words with something at their right end: a pain point with its votes, an objective with its strength."""

from msgspec import Struct

from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, beside, cells, gap, runs
from okr_tui.ui.text import wrap


class Counted(Struct, frozen=True):
    """Words over as many rows as they need, with a count that stands at the right of the first."""

    words: str
    right: Words = ()
    role: str = "text"
    leads: bool = True
    bold: bool = False
    indent: int = 0

    def height(self, width: int) -> int:
        """As many rows as the words need beside the count."""
        return len(self._wrapped(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        bold = self.bold or (self.leads and brush.here)
        rows = [(*gap(self.indent), Run(line, self.role, bold=bold)) for line in self._wrapped(width)]
        return tuple(beside(row, () if number else runs(self.right), width) for number, row in enumerate(rows))

    def _wrapped(self, width: int) -> list[str]:
        taken = cells(runs(self.right))
        return wrap(self.words, max(width - self.indent - (taken + 2 if taken else 0), 1))
