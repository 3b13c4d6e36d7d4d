"""The screens that everything stands on: they paint what changed, and no more."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import cast

from textual._compositor import Compositor, CompositorMap
from textual.geometry import Region
from textual.reactive import Reactive
from textual.screen import ModalScreen, Screen, ScreenResultType
from textual.strip import Strip
from textual.widget import Widget

from okr_tui.ui.paint.canvas import canvas_of


class RowCompositor(Compositor):
    """Asks widgets for the rows that are painted anew, where nothing stands in front of them.

    Textual's own asks every widget for all of its rows, a typed letter or not, and what merely holds others as well, and
    throws nearly all of them away.
    """

    @property
    def full_map(self) -> CompositorMap:
        """Where every widget stands; where one came or went, whatever stands elsewhere since is painted anew.

        Textual compares the maps when it lays the screen out. Asked for in between (a cursor that moves asks where its row
        stands), the map has already lost a note that is over, or moved one for another, and the terminal would show neither.
        """
        before = self._full_map if self._full_map_invalidated and self.root is not None else {}
        now = super().full_map
        if before and before.keys() != now.keys():
            changed = (each.clip.intersection(each.region) for _widget, each in before.items() ^ now.items())
            self._dirty_regions.update(region for region in changed if region)
        return now

    def _render_chops(self, crop: Region, is_rendered_line: Callable[[int], bool]) -> Sequence[Mapping[int, Strip]]:
        chops: list[dict[int, Strip | None]] = [dict.fromkeys(cuts[:-1]) for cuts in self.cuts]
        bare = {y: _cells(crop.x, crop.right) for y in crop.line_range if is_rendered_line(y)}
        for widget, (region, clip) in self.visible_widgets.items():  # from the front to the back
            if widget.parent is None and widget is not self.root:
                continue  # it was removed since the last layout and has no styles any more; the next one is on its way
            seen = region.intersection(clip)
            own = _cells(seen.x, seen.right)
            rows = [y for y in seen.line_range if bare.get(y, 0) & own]
            for first, last in _together(rows):
                part = Region(seen.x - region.x, first - region.y, seen.width, last - first + 1)
                for y, strip in enumerate(widget.render_lines(part), first):
                    _fill(chops[y], [cut for cut in self.cuts[y] if seen.x <= cut <= seen.right], strip)
                    bare[y] &= ~own
        return cast("Sequence[Mapping[int, Strip]]", chops)


def _cells(first: int, end: int) -> int:
    """The cells of a row from the first up to but not with the end, as bits."""
    return (1 << end) - (1 << first) if end > first else 0


def _together(rows: Sequence[int]) -> Iterator[tuple[int, int]]:
    """The first and last of rows that follow one another."""
    for _gap, run in groupby(enumerate(rows), lambda each: each[1] - each[0]):
        numbers = [number for _place, number in run]
        yield numbers[0], numbers[-1]


def _fill(chops: dict[int, Strip | None], cuts: Sequence[int], strip: Strip) -> None:
    """Puts a strip into the pieces of its row that nothing in front of it has filled."""
    pieces = strip.divide([cut - cuts[0] for cut in cuts[1:]]) if len(cuts) > 2 else (strip,)
    for cut, piece in zip(cuts, pieces, strict=False):
        if chops.get(cut) is None:
            chops[cut] = piece


class Ground(Screen[ScreenResultType]):
    """A screen of the app."""

    # A Screen paints all of itself when the focus goes from one widget to another; those two paint themselves.
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()


class Modal(ModalScreen[ScreenResultType]):
    """What is open over the place looked at; where no colour parts the two, a line does."""

    DEFAULT_CSS = """
    Modal.-plain > Vertical, Modal.-plain > RowPane { border: solid $okr-text; }
    """
    focused: Reactive[Widget | None] = Reactive(None, repaint=False)

    def __init__(self, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(name, id, classes)
        self._compositor = RowCompositor()

    def on_mount(self) -> None:
        """Looks whether there are colours."""
        self.set_class(canvas_of(self.app).plain, "-plain")
