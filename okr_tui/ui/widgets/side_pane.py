"""The list of a side panel: it follows the cursor of another list, so showing other rows must cost next to nothing."""

from collections.abc import Sequence

from textual import events
from textual.geometry import Region
from textual.strip import Strip

from okr_tui.ui.paint.runs import Run
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, Rows

_WHEEL = 2  # lines that the wheel moves at once


class SideRows(Rows):
    """Rows as tall as the panel that scroll by themselves, so that more or fewer of them lay nothing out anew.

    While a form is open below them they are as tall as they need to be, and the panel scrolls.

    Attributes:
        pinned: whether they scroll by themselves.
    """

    def __init__(self, *, edge: int = 0, ground: str = "panel") -> None:
        super().__init__(edge=edge, ground=ground)
        self._first = 0
        self.pinned = False
        self.pin(pinned=True)

    def pin(self, *, pinned: bool) -> None:
        """Scrolls by itself, or leaves that to the panel."""
        if pinned is not self.pinned:
            self.pinned, self._first = pinned, 0
            self.styles.height = "100%" if pinned else "auto"

    def bring(self, region: Region) -> None:
        """Brings some of its lines into view."""
        lowest = region.bottom - self.outer_size.height
        self._go_to_line(min(region.y, max(self._first, lowest)))

    def set_rows(self, rows: Sequence[Row], cursor: int | None) -> None:
        """Shows other rows, from the first one, unless a cursor says which."""
        if cursor is None and self._first and tuple(rows) != self.rows:
            self._go_to_line(0)
        super().set_rows(rows, cursor)

    def render_line(self, y: int) -> Strip:
        """One line of those in view, and beside it whether there is more."""
        if not self.pinned:
            return super().render_line(y)
        self._first = self._within(self._first)
        strip = super().render_line(y + self._first)
        thumb = self._thumb()
        if y not in thumb:
            return strip
        mark = Run("▐", "faint") if self.canvas.plain else Run(" ", behind="faint")
        return Strip.join([strip.crop(0, self.outer_size.width - 1), self.canvas.strip((mark,), 1, self.ground)])

    def page(self, step: int) -> None:
        """As many lines further down (1) or up (-1) as are in view, but for one."""
        self._go_to_line(self._first + step * max(self.outer_size.height - 1, 1))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """Further down."""
        self._wheel(event, _WHEEL)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """Further up."""
        self._wheel(event, -_WHEEL)

    def _wheel(self, event: events.MouseEvent, lines: int) -> None:
        if self.pinned:
            event.stop()
            self._go_to_line(self._first + lines)

    def _go_to_line(self, first: int) -> None:
        first = self._within(first)
        if first != self._first:
            self._first = first
            self.refresh()

    def _within(self, first: int) -> int:
        return max(0, min(first, self._lines - self.outer_size.height))

    @property
    def _lines(self) -> int:
        return self._starts(self._room(self.outer_size.width))[-1]

    def _thumb(self) -> range:
        """The lines of the panel that show where it is; none where everything is in view."""
        height, lines = self.outer_size.height, self._lines
        if lines <= height:
            return range(0)
        size = max(1, height * height // lines)
        top = (height - size) * self._first // (lines - height)
        return range(top, top + size)

    def line_at(self, y: int) -> int:
        """Which of all lines stands at a height of the widget."""
        return y + self._first

    def _tall(self, lines: int) -> int:
        return self.outer_size.height if self.pinned else super()._tall(lines)

    def _room(self, width: int) -> int:
        return super()._room(width - 1 if self.pinned else width)

    def _repaint(self, index: int) -> None:
        self.refresh(self.row_region(index).translate((0, -self._first)))

    def _repaint_from(self, index: int) -> None:
        del index  # the thumb may change anywhere
        self.refresh()


class SidePane(RowPane):
    """A panel beside a list, with all that a list can do.

    Args:
        ground: the role of the background.
    """

    DEFAULT_CSS = "SidePane { overflow-y: hidden; scrollbar-gutter: auto; }"

    def page(self, step: int) -> None:
        """What stands below (1) or above (-1) what is in view."""
        if self._pinning.pinned:
            self._pinning.page(step)

    def _list(self, edge: int, ground: str) -> Rows:
        self._pinning = SideRows(edge=edge, ground=ground)
        return self._pinning

    def _split(self) -> None:
        pinned = self._open is None
        changes = pinned is not self._pinning.pinned
        self._pinning.pin(pinned=pinned)
        self.styles.overflow_y = "hidden" if pinned else "auto"
        self.styles.scrollbar_gutter = "auto" if pinned else "stable"
        super()._split()
        if changes and pinned:
            self.scroll_to(y=0, animate=False, immediate=True, force=True)
            if self._cursor is not None:
                self.call_after_refresh(self._show_row, self._cursor)

    def _bring(self, region: Region) -> None:
        if self._open is None:
            self._pinning.bring(region)
        else:
            super()._bring(region)

    def _show_open(self) -> None:
        self.call_after_refresh(super()._show_open)  # only now does the panel begin to scroll
