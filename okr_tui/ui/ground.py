"""The screens that everything stands on: they paint what changed, and no more."""

from collections.abc import Iterable

from textual._compositor import Compositor
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget


class RowCompositor(Compositor):
    """Asks widgets for the rows that are painted anew.

    Textual's own asks every widget for all of its rows, a typed letter or not, and throws nearly all of them away.
    """

    def _get_renders(self, crop: Region | None = None) -> Iterable[tuple[Region, Region, list[Strip]]]:
        for widget, (region, whole) in self.visible_widgets.items():
            clip = whole if crop is None else whole.intersection(Region(whole.x, crop.y, whole.width, crop.height))
            x, y, width, height = region.intersection(clip)
            if width and height:
                yield region, clip, widget.render_lines(Region(x - region.x, y - region.y, width, height))


class Ground(Screen[ScreenResultType]):
    """A screen of the app."""

    # A Screen paints all of itself when the focus goes from one widget to another; those two paint themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()


class Modal(ModalScreen[ScreenResultType]):
    """What is open over the place looked at."""

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()
