"""What the rows of a list are made of: cells in columns, words, titles with their rule, nothing.

A line is a value: it is painted when its width is known, and two equal lines are painted once.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple, Protocol

from msgspec import Struct

from okr_tui.ui.paint.columns import Column, Placed, place_columns
from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, align, beside, bold, cells, dim, embolden, fit, gap, runs
from okr_tui.ui.text import wrap


class Painted(Protocol):
    """A value that draws itself in so many cells: a bar, a spark."""

    def paint(self, width: int, brush: Brush) -> Runs:
        """The value in at most so many cells."""


Piece = Words | Painted
"""What a cell of a table may hold."""


class Line(Protocol):
    """One row of the terminal, or as many as its words need at a width."""

    def height(self, width: int) -> int:
        """How many rows of the terminal it takes."""

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """Those rows, each in at most so many cells."""


class Blank(Struct, frozen=True):
    """An empty row."""

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """Nothing in it."""
        del width, brush
        return ((),)


class Rule(Struct, frozen=True):
    """A thin line over the whole width: below the headings of a table."""

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The line."""
        del brush
        return ((Run("─" * width, "rule"),),)


class Says(NamedTuple):
    """A row of words, cut to one row; `right` stands at the right end and is never cut before `left` is.

    Attributes:
        left: what it says.
        right: a date, a status.
        indent: empty cells before it.
        leads: bold on the row of the cursor.
        yields: `right` is a list of names, and cut before `left` is.
    """

    left: Words
    right: Words = ()
    indent: int = 0
    leads: bool = False
    yields: bool = False

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row."""
        left, right, room = runs(self.left), runs(self.right), width - self.indent
        if self.leads and brush.here:
            left = embolden(left)
        if self.yields:
            right = fit(right, max(room - cells(left) - 2, 0))
        return (gap(self.indent) + beside(left, right, room),)


class Tells(NamedTuple):
    """A sentence over as many rows as it needs: guide, alerts, empty lists.

    Attributes:
        words: what a person reads.
        role: text or dim, or a question of the coach in accent.
        bold: a headline.
        indent: empty cells before every row.
        first: what stands in these empty cells on the first row: a key, a glyph; a longer one gets the cells it needs.
    """

    words: str
    role: str = "text"
    bold: bool = False
    indent: int = 0
    first: Words = ()

    def height(self, width: int) -> int:
        """As many rows as the words need."""
        return len(wrap(self.words, width - self._empty()))

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        del brush
        empty = self._empty()
        lead = align(runs(self.first), empty)
        return tuple(
            (*(gap(empty) if number else lead), Run(line, self.role, bold=self.bold))
            for number, line in enumerate(wrap(self.words, width - empty))
        )

    def _empty(self) -> int:
        return max(self.indent, cells(runs(self.first)) + 1) if self.first else self.indent


class Title(Struct, frozen=True):
    """The title of a section with its count; its rule runs on to the right end, or to what stands there.

    Where room is short what stands at the right end is cut, never the title: without it nobody knows what they look at.

    Attributes:
        words: in capitals already, where the language has them.
        count: how many there are in the section; None says nothing.
        right: what stands at the right end ("since Wed 14 Oct").
        ruled: with its rule; without one for a title over columns that have their own below.
    """

    words: str
    count: str = ""
    right: Words = ()
    ruled: bool = True

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The title, its rule, its end."""
        del brush
        left = fit(title_runs(self.words, self.count), width)
        right = fit(runs(self.right), max(width - cells(left) - 2, 0))
        room = width - (cells(right) + 2 if right else 0)
        line = room - cells(left) - 2
        ruled = (*gap(2), Run("─" * line, "rule")) if self.ruled and line > 0 else ()
        return (beside(left + ruled, right, width),)


def title_runs(words: str, count: str = "") -> Runs:
    """A title, bold and dim, and its count, bold in text."""
    return (Run(words, "dim", bold=True), *((Run(f"  {count}", "text", bold=True),) if count else ()))


class Cells(NamedTuple):
    """One row of a table.

    Attributes:
        columns: the grid that this row shares with the others.
        pieces: (column key, what stands there); a column that is not named stays empty.
        spills: the key of a column whose words may run on over the empty columns to its right: an objective's title.
    """

    columns: tuple[Column, ...]
    pieces: tuple[tuple[str, Piece], ...]
    spills: str = ""

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row, every cell in its column."""
        placed, said = place_columns(self.columns, width), dict(self.pieces)
        made: Runs = ()
        last: Runs = ()
        at = 0
        for number, place in enumerate(placed):
            piece = said.get(place.column.key)
            if piece is None or (place.at < at):
                continue
            room = self._room(placed, number, said, width) if place.column.key == self.spills else place.width
            cell = _cell(piece, place, room, brush)
            if place.at == at and _touch(last, cell):
                last = align(fit(last, cells(last) - 1), cells(last))
            made, last = made + last, gap(place.at - at) + cell
            at = place.at + room
        return (made + last + gap(width - at),)

    @staticmethod
    def _room(placed: tuple[Placed, ...], number: int, said: Mapping[str, Piece], width: int) -> int:
        """The cells up to the next column that is not empty."""
        for place in placed[number + 1 :]:
            if place.column.key in said:
                return max(place.at - placed[number].at - 1, placed[number].width)
        return width - placed[number].at


def _touch(left: Runs, right: Runs) -> bool:
    """Whether two cells without a gap would read as one word: a name of so many letters before a figure of so many digits."""
    return bool(left and right) and not (left[-1].text[-1:].isspace() or right[0].text[:1].isspace())


def _cell(piece: Piece, place: Placed, room: int, brush: Brush) -> Runs:
    """One cell of a table in exactly its room."""
    if isinstance(piece, (str, tuple)):
        words = runs(piece)
        if brush.here and place.column.leads:
            words = embolden(words)
    else:
        words = piece.paint(room, brush)
    return align(words, room, right=place.column.right)


def grid(columns: tuple[Column, ...], *, spills: str = "", **pieces: Piece) -> Cells:
    """A row of a table, its cells by the keys of their columns."""
    return Cells(columns, tuple(pieces.items()), spills)


def headings(columns: tuple[Column, ...], words: str = "", count: str = "") -> Cells:
    """The headings of a table's columns, dim; a section's title may stand in the first one."""
    first = columns[0]
    titles: Iterable[tuple[str, Piece]] = ((column.key, (dim(column.title),)) for column in columns[1:] if column.title)
    lead = title_runs(words, count) if words else (dim(first.title),)
    return Cells(columns, ((first.key, lead), *titles), spills=first.key)


def amount(number: str, unit: str = "", *, strong: bool = False) -> Runs:
    """A number and its unit: the number counts, the unit is dim."""
    return runs(bold(number) if strong else Run(number), dim(f" {unit}") if unit else "")
