"""A list drawn line by line: never a widget per row, only what changed is painted again."""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from msgspec import Struct
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from okr_tui.ui.paint.lines import Blank, Line, Title
from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, align, gap, runs
from okr_tui.ui.widgets.drawn import Drawn

MARGIN = 1
"""Empty cells right of the rows; the scroll bar of the pane has the next one."""
_CURSOR = 2  # the cursor and the cell after it


class Row(Struct, frozen=True):
    """One entry of a list, of one or more lines.

    Attributes:
        key: what the cursor and the messages know it by; unique among the rows that can be chosen.
        lines: what is drawn, in order.
        kind: what it is about ("check-in", "request"), for the place that listens.
        selectable: the cursor stops on it; titles and empty rows are passed over.
        mark: one glyph in the margin, where the cursor goes: `▾`, `◆`.
    """

    key: str
    lines: tuple[Line, ...]
    kind: str = ""
    selectable: bool = True
    mark: Words = ()

    def height(self, width: int) -> int:
        """How many rows of the terminal it takes."""
        return sum(line.height(width) for line in self.lines)


def still(*lines: Line, mark: Words = ()) -> Row:
    """Lines that the cursor passes over: headings, rules, an empty list's sentence."""
    return Row("", lines, selectable=False, mark=mark)


def blank() -> Row:
    """An empty row between sections."""
    return still(Blank())


def section(words: str, count: int | str = "", *, right: Words = ()) -> Row:
    """The title of a section with its rule on the same row."""
    return still(Title(words, str(count), right))


class Rows(Drawn):
    """Draws rows; a `RowPane` holds it, moves its cursor and scrolls it.

    Args:
        edge: empty cells left of the cursor's column: 2 in the body, 0 in a panel.
        ground: the role of the background.
    """

    @dataclass(eq=False)
    class Clicked(Message):
        """A row was clicked: its index, and how often in a row."""

        rows: "Rows"
        index: int
        chain: int

    def __init__(self, *, edge: int = 2, ground: str = "background") -> None:
        super().__init__(ground=ground)
        self.edge = edge
        self.rows: tuple[Row, ...] = ()
        self.cursor: int | None = None
        self._awake = True
        self._fills = False
        self._painted: dict[tuple[int, bool], list[Strip]] = {}
        self._painted_width = -1
        self._measured: tuple[int, list[int]] | None = None

    def set_rows(self, rows: Sequence[Row], cursor: int | None) -> None:
        """Shows other rows; those that are the same at the same place are not painted again.

        Only where it becomes taller or lower is the screen laid out anew, which costs far more than painting.
        """
        old, left, width = self.rows, self.cursor, self._room(self.size.width)
        starts = self._starts(width)
        self.rows, self.cursor = tuple(rows), cursor
        changed = {
            index for index, (was, now) in enumerate(zip(old, self.rows, strict=False)) if was is not now and was != now
        }
        changed.update(range(min(len(old), len(self.rows)), max(len(old), len(self.rows))))
        self._painted = {where: strips for where, strips in self._painted.items() if where[0] not in changed}
        self._measured = None
        now = self._starts(width)
        if self._tall(now[-1]) != self._tall(starts[-1]):
            self.refresh(layout=True)
            return
        if left != cursor:
            changed |= {index for index in (left, cursor) if index is not None}
        if now != starts:
            self._repaint_from(min(changed))
            changed = set()
        for index in changed:
            self._repaint(index)

    def fill(self, *, fills: bool) -> None:
        """Whether it is at least as tall as what it stands in, so that more or fewer rows leave it as tall as it is."""
        if fills is not self._fills:
            self._fills = fills
            self.styles.min_height = "100%" if fills else None

    def put_cursor(self, index: int | None) -> None:
        """Moves the cursor; two rows are painted again, no more."""
        left, self.cursor = self.cursor, index
        if left != index:
            for row in (left, index):
                if row is not None:
                    self._repaint(row)

    def show_awake(self, *, awake: bool) -> None:
        """Shows whether keys go to this list: its cursor in the accent, or drained."""
        if awake is not self._awake:
            self._awake = awake
            self._painted = {where: strips for where, strips in self._painted.items() if not where[1]}
            if self.cursor is not None:
                self._repaint(self.cursor)

    def row_region(self, index: int) -> Region:
        """Where a row stands among all lines."""
        width = self.outer_size.width
        starts = self._starts(self._room(width))
        if index >= len(self.rows):
            return Region()
        return Region(0, starts[index], width, starts[index + 1] - starts[index])

    def forget_colours(self) -> None:
        """Paints anew in the colours of another theme."""
        self._painted.clear()
        super().forget_colours()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """The rows of all rows."""
        del container, viewport
        return self._starts(self._room(width))[-1]

    def render_line(self, y: int) -> Strip:
        """One line of one row."""
        width = self.outer_size.width  # no border and no padding
        if width != self._painted_width:
            self._painted.clear()
            self._painted_width = width
        starts = self._starts(self._room(width))
        if y >= starts[-1]:
            return self.canvas.strip((), width, self.ground)
        index = bisect_right(starts, y, hi=len(self.rows)) - 1
        here = index == self.cursor
        strips = self._painted.get((index, here))
        if strips is None:
            strips = self._painted[index, here] = self._paint(self.rows[index], width, here=here)
        return strips[y - starts[index]]

    def on_click(self, event: events.Click) -> None:
        """Tells the pane which row was meant."""
        y = self.line_at(event.y)  # no border and no padding: the widget's own rows
        starts = self._starts(self._room(self.size.width))
        if self.rows and 0 <= y < starts[-1]:
            self.post_message(self.Clicked(self, bisect_right(starts, y, hi=len(self.rows)) - 1, event.chain))

    def line_at(self, y: int) -> int:
        """Which of all lines stands at a height of this widget."""
        return y

    def _room(self, width: int) -> int:
        """The cells for words."""
        return max(width - self.edge - _CURSOR - MARGIN, 1)

    def _repaint(self, index: int) -> None:
        """Paints one row again."""
        self.refresh(self.row_region(index))

    def _repaint_from(self, index: int) -> None:
        """Paints a row and whatever stands below it again."""
        width, height = self.outer_size
        top = self._starts(self._room(width))[min(index, len(self.rows))]
        self.refresh(Region(0, top, width, max(height - top, 0)))

    def _tall(self, lines: int) -> int:
        """How many lines it takes where its rows need so many."""
        parent = self.parent
        return max(lines, parent.content_size.height) if self._fills and isinstance(parent, Widget) else lines

    def _starts(self, width: int) -> list[int]:
        """The first line of every row, and the number of all lines at the end."""
        if self._measured is None or self._measured[0] != width:
            self._measured = width, [0, *accumulate(row.height(width) for row in self.rows)]
        return self._measured[1]

    def _paint(self, row: Row, width: int, *, here: bool) -> list[Strip]:
        """The strips of a row."""
        room, canvas = self._room(width), self.canvas
        brush = Brush(plain=canvas.plain, here=here)
        painted = [line for piece in row.lines for line in piece.paint(room, brush)]
        return [self._strip(line, row, width, first=not number, here=here) for number, line in enumerate(painted)]

    def _strip(self, line: Runs, row: Row, width: int, *, first: bool, here: bool) -> Strip:
        """One strip: the edge, the cursor or the mark, the words, the margin."""
        room, canvas = self._room(width), self.canvas
        mark = runs(row.mark) if first else ()
        if not (line or mark or here):
            return canvas.strip((), width, self.ground)
        lead = (Run("▌", "accent" if self._awake else "ink"), *align(mark, 1)) if here else align(mark, _CURSOR)
        if not here:
            return canvas.strip((*gap(self.edge), *lead, *line), width, self.ground)
        strip = canvas.strip((*lead, *line), _CURSOR + room, "raised")
        edge = canvas.strip((), self.edge, self.ground)
        margin = canvas.strip((), max(width - self.edge - _CURSOR - room, 0), self.ground)
        return Strip.join([edge, strip, margin]).crop(0, width)
