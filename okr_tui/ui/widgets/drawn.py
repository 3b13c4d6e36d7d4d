"""A widget that is drawn line by line from runs: no markup, no children, no styles per word."""

from collections.abc import Sequence

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.strip import Strip
from textual.widget import Widget

from okr_tui.ui.paint.canvas import Canvas, canvas_of
from okr_tui.ui.paint.runs import Brush, Runs
from okr_tui.ui.widgets.leaving import let_go


class Drawn(Widget):
    """Rows of cells on one ground; what inherits says which, in `lines`.

    Args:
        ground: the role of the background.
    """

    ALLOW_SELECT = False
    DEFAULT_CSS = "Drawn { height: auto; width: 1fr; }"

    # A widget that gets another size has the whole screen laid out once more, for what it may hold; this one holds nothing.
    virtual_size = Reactive(Size(0, 0), repaint=False)

    def __init__(self, *, ground: str = "background", id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(id=id, classes=classes)
        self.ground = ground
        self._canvas: Canvas | None = None
        self._drawn: tuple[int, tuple[Strip, ...]] | None = None

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The rows in so many cells."""
        raise NotImplementedError

    @property
    def canvas(self) -> Canvas:
        """The colours in use; looked up once a theme."""
        if self._canvas is None:
            self._canvas = canvas_of(self.app)
        return self._canvas

    def on_mount(self) -> None:
        """Follows the theme."""
        self.app.theme_changed_signal.subscribe(self, lambda _theme: self.forget_colours())

    def on_unmount(self) -> None:
        """Is let go of."""
        let_go(self)

    def forget_colours(self) -> None:
        """Paints anew: the theme or what is said has changed."""
        self._canvas = self._drawn = None
        self.refresh()

    def redraw(self) -> None:
        """Paints anew what `lines` says now, in as many rows as it needs."""
        self._drawn = None
        self.refresh(layout=self.styles.is_auto_height)

    def _strips(self, width: int) -> tuple[Strip, ...]:
        """The rows as strips, painted once a width."""
        if self._drawn is None or self._drawn[0] != width:
            canvas = self.canvas
            lines = self.lines(width, Brush(plain=canvas.plain))
            self._drawn = width, tuple(canvas.strip(line, width, self.ground) for line in lines)
        return self._drawn[1]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as there are lines."""
        del container, viewport
        return len(self._strips(width))

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its rows as they are drawn, where no padding, no border and no terminal without colours changes them."""
        if self.canvas.plain or any(self.styles.gutter):
            return super().render_lines(crop)
        strips = [self.render_line(y) for y in crop.line_range]
        if crop.column_span != (0, self.outer_size.width):
            strips = [strip.crop(*crop.column_span) for strip in strips]
        return strips

    def render_line(self, y: int) -> Strip:
        """One row."""
        width = self.size.width
        strips = self._strips(width)
        return strips[y] if y < len(strips) else self.canvas.strip((), width, self.ground)
