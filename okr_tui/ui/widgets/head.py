"""The three rows at the top: breadcrumb, phases, loops."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from okr_tui.ui.paint.rail import FrameView, badge_at, head, place_at
from okr_tui.ui.paint.runs import Brush, Runs
from okr_tui.ui.widgets.drawn import Drawn


class Head(Drawn):
    """Where I am; a click on a phase goes there."""

    DEFAULT_CSS = "Head { height: 3; }"

    @dataclass(eq=False)
    class Asked(Message):
        """A place was clicked."""

        place: str

    def __init__(self) -> None:
        super().__init__(ground="surface")
        self.view = FrameView()

    def show(self, view: FrameView) -> None:
        """Shows another state; the same one is not painted again."""
        if view != self.view:
            self.view = view
            self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The three rows."""
        del brush
        return head(self.view, width)

    def on_click(self, event: events.Click) -> None:
        """Asks to go to the place under the pointer."""
        place = place_at(event.x, self.size.width) if event.y == 1 else None
        if event.y == 0:
            place = badge_at(self.view, event.x, self.size.width)
        if place is not None:
            self.post_message(self.Asked(place))
