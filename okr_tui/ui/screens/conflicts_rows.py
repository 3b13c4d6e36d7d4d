"""The rows of what two people have changed differently: what it is about, and the values side by side."""

from msgspec import Struct

from okr_tui.actions.choices import Side, Told
from okr_tui.actions.resolving import OpenConflict
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, bold, cells, dim, key, runs
from okr_tui.ui.text import wrap
from okr_tui.ui.widgets.rows import Row

_BESIDE_FROM = 90
"""Cells from which the values stand side by side; below, one under the other."""
_BETWEEN = 3
_MOST_ROWS = 12
"""Rows that one value may take; the whole of it stands in the file."""


class Sides(Struct, frozen=True):
    """What can be chosen, each with its digit; the one that ↵ would choose is marked on the row of the cursor.

    Attributes:
        sides: from left to right.
        chosen: the index of the one that ↵ chooses.
    """

    sides: tuple[Side, ...]
    chosen: int

    def height(self, width: int) -> int:
        """As many rows as the values need."""
        return len(self.paint(width, Brush()))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The values beside each other, or below each other where there is no room."""
        blocks = [
            _beside(side, number, self._width(width), marked=brush.here and number == self.chosen)
            if width >= _BESIDE_FROM
            else _below(side, number, width, self._label(), marked=brush.here and number == self.chosen)
            for number, side in enumerate(self.sides)
        ]
        if width < _BESIDE_FROM:
            return tuple(row for block in blocks for row in block)
        rows = max(map(len, blocks))
        return tuple(
            tuple(run for block in blocks for run in align(_row(block, row), self._width(width) + _BETWEEN))
            for row in range(rows)
        )

    def _width(self, width: int) -> int:
        return (width - _BETWEEN * len(self.sides)) // len(self.sides)

    def _label(self) -> int:
        return max(cells(runs(side.label)) for side in self.sides) + 4


def _row(block: list[Runs], row: int) -> Runs:
    return block[row] if row < len(block) else ()


def _head(side: Side, number: int, *, marked: bool) -> Runs:
    """The mark, the digit, what it is called."""
    label = Run(side.label, "accent", bold=True) if marked else dim(side.label)
    return runs(Run("▸ " if marked else "  ", "accent"), key(str(number + 1)), " ", label)


def _words(side: Side, width: int) -> list[str]:
    lines = wrap(side.words, max(width, 1))
    return lines if len(lines) <= _MOST_ROWS else [*lines[: _MOST_ROWS - 1], "…"]


def _beside(side: Side, number: int, width: int, *, marked: bool) -> list[Runs]:
    lines = [runs("    ", bold(line) if marked else line) for line in _words(side, width - 4)]
    return [_head(side, number, marked=marked), *lines, *_whose(side, width, 4)]


def _whose(side: Side, width: int, indent: int) -> list[Runs]:
    lines = wrap(side.whose, max(width - indent, 1)) if side.whose else ()
    return [runs(" " * indent, dim(line)) for line in lines]


def _below(side: Side, number: int, width: int, label: int, *, marked: bool) -> list[Runs]:
    first, *more = _words(side, width - label - 2)
    head = align(_head(side, number, marked=marked), label + 2)
    said = [(*head, bold(first) if marked else Run(first))]
    said += [runs(" " * (label + 2), bold(line) if marked else line) for line in more]
    return said + _whose(side, width, label + 2)


def conflict_row(key_: str, conflict: OpenConflict, words: Told, chosen: int) -> Row:
    """One conflict.

    Args:
        key_: what the cursor knows it by.
        conflict: the record.
        words: what is said of it.
        chosen: the index of the side that ↵ would choose.
    """
    glyph = Run("≠ " if conflict.key is not None else "✗ ", "at_risk")
    title = runs(glyph, bold(words.title), dim(" · "), words.key)
    lines: list[Line] = [Says(title, dim(words.where))]
    if words.why:
        lines.append(Tells(words.why, "dim", indent=2))
    lines.append(Sides(words.sides, min(chosen, len(words.sides) - 1)))
    return Row(key_, tuple(lines), kind="conflict")
