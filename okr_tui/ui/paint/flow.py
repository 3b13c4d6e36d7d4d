"""Words in several styles over as many rows as they need, where a room reads them together and none may be cut."""

from typing import NamedTuple

from okr_tui.ui.paint.columns import place_columns
from okr_tui.ui.paint.lines import Cells
from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, beside, cells, embolden, gap, runs
from okr_tui.ui.text import single, wrap

_LEAST = 8  # cells of a row beside what stands at its right end


def broken(pieces: Runs, room: int, first: int | None = None) -> tuple[Runs, ...]:
    """Runs in rows of at most so many cells, broken at spaces; every word keeps its style.

    Args:
        pieces: what is said.
        room: the width of a row, in cells.
        first: the width of the first row, where something stands at its right end.

    Returns:
        At least one row.
    """
    styled = [run._replace(text=letter) for run in pieces for letter in single(run.text)]
    before = next((at for at, each in enumerate(styled) if each.text != " "), len(styled))  # a row may begin with some
    rows: list[Runs] = []
    at = before
    words = "".join(run.text for run in styled[before:])
    lines = wrap(words, (room if first is None else first) - before)
    if len(lines) > 1 and first is not None:
        lines = [lines[0], *wrap(words[len(lines[0]) :].lstrip(" "), room)]
    for line in lines:
        while at < len(styled) and styled[at].text == " ":
            at += 1  # the space at which it was broken
        rows.append(_joined(styled[at : at + len(line)]))
        at += len(line)
    return ((*gap(before), *rows[0]), *rows[1:])


def _joined(letters: list[Run]) -> Runs:
    """Neighbours of one style as one run."""
    made: list[Run] = []
    for each in letters:
        if made and made[-1]._replace(text="") == each._replace(text=""):
            made[-1] = each._replace(text=made[-1].text + each.text)
        else:
            made.append(each)
    return tuple(made)


class Flows(NamedTuple):
    """Words over as many rows as they need; `right` stands at the end of the first one.

    Attributes:
        left: what it says.
        right: who said it, a day.
        first: a glyph or a number before the first row; the others begin where its words do.
        indent: empty cells before every row.
        leads: bold on the row of the cursor.
    """

    left: Words
    right: Words = ()
    first: Words = ()
    indent: int = 0
    leads: bool = False

    def height(self, width: int) -> int:
        """As many rows as the words need."""
        return len(self._rows(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        first, right = runs(self.first), runs(self.right)
        lead = cells(first)
        made = []
        for number, row in enumerate(self._rows(width)):
            said = embolden(row) if self.leads and brush.here else row
            begun = (*gap(self.indent), *(gap(lead) if number else first), *said)
            made.append(begun if number or not right else beside(begun, right, width))
        return tuple(made)

    def _rows(self, width: int) -> tuple[Runs, ...]:
        taken = cells(runs(self.right))
        room = max(width - self.indent - cells(runs(self.first)), _LEAST)
        return broken(runs(self.left), room, max(room - taken - 2, _LEAST) if taken else None)


class Uncut(NamedTuple):
    """A row of a table whose name stands whole: above the other cells where its column is too narrow for it.

    Attributes:
        cells: the row.
        key: the column of the name.
    """

    cells: Cells
    key: str = "name"

    def height(self, width: int) -> int:
        """One, and as many as the name needs where it has no room beside the rest."""
        return 1 + len(self._above(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row, or the name and then the row."""
        above = self._above(width)
        if not above:
            return self.cells.paint(width, brush)
        rest = tuple(piece for piece in self.cells.pieces if piece[0] != self.key)
        name = tuple(embolden(row) if brush.here else row for row in above)
        return (*name, *self.cells._replace(pieces=rest).paint(width, brush))

    def _above(self, width: int) -> tuple[Runs, ...]:
        name = dict(self.cells.pieces).get(self.key)
        if not isinstance(name, (str, tuple)):
            return ()
        place = next((each for each in place_columns(self.cells.columns, width) if each.column.key == self.key), None)
        words = runs(name)
        return broken(words, width) if place is None or cells(words) > place.width else ()


def hanging(pieces: Runs, room: int, hang: int = 2) -> tuple[Runs, ...]:
    """Runs in rows of at most so many cells; all but the first are set in.

    Args:
        pieces: what is said.
        room: the width of a row, in cells.
        hang: empty cells before every row but the first.
    """
    first, *rest = broken(pieces, room - hang)
    return (first, *((*gap(hang), *row) for row in rest))
