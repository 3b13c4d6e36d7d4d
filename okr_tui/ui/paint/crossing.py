"""Rows of a matrix: a name at the left, narrow cells that scroll sideways with the cursor, a word at the right end."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from msgspec import Struct

from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, align, cells, dim, embolden, fit, gap, runs
from okr_tui.ui.text import width as cells_of
from okr_tui.ui.text import wrap

_NAME, _LEAST_NAME = 3, 22
"""The name takes one cell in three, and at least so many."""
_ROOMY, _LONG_END, _SHORT_END = 90, 20, 9
_LONGEST_HEAD, _NARROWEST = 12, 4


class Column(NamedTuple):
    """A column of a matrix.

    Attributes:
        name: what stands above it where there is room; short: three letters where there is none.
        empty: whether nothing stands in it.
    """

    name: str
    short: str
    empty: bool = False


class Grid(Struct, frozen=True):
    """The columns, and which one the cursor is in.

    Attributes:
        columns: from left to right.
        cursor: the index of a column.
    """

    columns: tuple[Column, ...]
    cursor: int = 0

    def seen(self, width: int) -> tuple[int, int, int, int]:
        """What is seen in so many cells.

        Returns:
            The cells of the name, those of a column, and the first and the one after the last column that are seen.
        """
        least = max(width // _NAME, _LEAST_NAME)
        room = width - least - self.end(width) - 2
        longest = max((cells_of(each.name) for each in self.columns), default=0)
        wide = min(longest, _LONGEST_HEAD) + 2
        one = wide if wide * len(self.columns) <= room else _NARROWEST
        count = min(max(room // one, 1), len(self.columns))
        first = min(max(self.cursor - count // 2, 0), len(self.columns) - count)
        return least + room - one * count, one, first, first + count

    @staticmethod
    def end(width: int) -> int:
        """Cells of the word at the right end."""
        return _LONG_END if width >= _ROOMY else _SHORT_END


class CrossRow(Struct, frozen=True):
    """One row of a matrix.

    Attributes:
        grid: shared by all rows.
        name: what the row is about.
        marks: one glyph a column.
        ends: what the row comes to, at its right end: in full, and short.
    """

    grid: Grid
    name: Words
    marks: tuple[Run, ...]
    ends: tuple[Runs, Runs]

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row."""
        name, one, first, last = self.grid.seen(width)
        words = embolden(runs(self.name)) if brush.here else runs(self.name)
        made = align(words, name) + gap(1)
        for index in range(first, last):
            mark = self.marks[index]
            here = brush.here and index == self.grid.cursor
            made += align(runs(Run(f"{mark.text}◂", "accent", bold=True) if here else mark), one)
        end, room = self.grid.end(width), width - cells(made)
        full = self.ends[0] if cells(self.ends[0]) <= end else self.ends[1]
        return (made + align(fit(full, room), room, right=True),)


class CrossHead(Struct, frozen=True):
    """The names of the columns that are seen, the one of the cursor underlined; how many there are at either side."""

    grid: Grid

    def height(self, width: int) -> int:
        """Two where a column is empty: it is marked below its name."""
        del width
        return 2 if any(each.empty for each in self.grid.columns) else 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        name, one, first, last = self.grid.seen(width)
        more = len(self.grid.columns) - last
        sides = (f"‹{first}" if first else "", f"{more}›" if more else "")
        heads = marks = align((), name) + gap(1)
        for index in range(first, last):
            column, here = self.grid.columns[index], index == self.grid.cursor
            word = column.short if one <= len(column.short) + 1 else column.name
            run = Run(word, "text" if here else "dim", bold=here, underline=here)
            heads += align(fit((run,), one - 1), one)
            marks += align((Run("!", "off_track"),) if column.empty else (), one)
        heads += align((dim(" ".join(filter(None, sides))),), width - cells(heads), right=True)
        return (heads, marks)[: self.height(width)]


class CrossLegend(Struct, frozen=True):
    """What the short names of the columns that are seen stand for; nothing where they stand in full."""

    grid: Grid

    def height(self, width: int) -> int:
        """As many rows as the names take."""
        return len(self._rows(width))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        return tuple((dim(row),) for row in self._rows(width))

    def _rows(self, width: int) -> Sequence[str]:
        _name, one, first, last = self.grid.seen(width)
        shown = self.grid.columns[first:last]
        if all(one > len(each.short) + 1 for each in shown):
            return ("",)
        # A team and its short name stay together where the row breaks.
        pairs = (f"{each.short} {each.name}".replace(" ", "\N{NO-BREAK SPACE}") for each in shown)
        return [row.replace("\N{NO-BREAK SPACE}", " ") for row in wrap(" · ".join(pairs), width)]


def short_names(names: Sequence[str]) -> tuple[str, ...]:
    """At most three letters for each name, all different as long as that is possible: "Sales EMEA" is "SEM"."""
    taken: set[str] = set()
    found: list[str] = []
    for name in names:
        short = next((each for each in _candidates(name) if each not in taken), name[:3].upper())
        taken.add(short)
        found.append(short)
    return tuple(found)


def _candidates(name: str) -> Iterator[str]:
    """Short names for a name, the most telling first: initials, the beginning, then other letters, then numbers."""
    words = "".join(letter if letter.isalnum() else " " for letter in name).upper().split() or ["?"]
    whole = "".join(words)
    if len(words) > 2:
        yield "".join(each[0] for each in words)[:3]
    elif len(words) > 1:
        yield words[0][:1] + words[1][:2]
        yield words[0][:2] + words[1][:1]
    yield whole[:3]
    for index, letter in enumerate(whole[1:], start=1):
        yield from (whole[0] + letter + later for later in whole[index + 1 :])
    yield from (f"{whole[0]}{number}" for number in range(2, 100))
