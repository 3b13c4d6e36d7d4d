"""What a list does when the keys come and go: its cursor wakes and drains."""

from textual import events
from textual.containers import VerticalScroll
from textual.geometry import Size
from textual.reactive import Reactive


class Wakeful(VerticalScroll):
    """Something that scrolls and shows whether the keys go to it."""

    virtual_size = Reactive(Size(0, 0), repaint=False)  # as in `holders`

    def _show_awake(self, *, awake: bool) -> None:
        """Shows whether the keys are here."""
        raise NotImplementedError

    def take_keys(self) -> None:
        """Takes the keys; the cursor wakes at once, so that it is painted with whatever else is painted now."""
        self._show_awake(awake=True)
        self.focus(scroll_visible=False)

    def watch_has_focus(self, _has_focus: bool) -> None:
        """No style depends on who has the keys: the cursor tells."""

    def on_focus(self) -> None:
        """The cursor wakes."""
        self._show_awake(awake=True)

    def on_blur(self) -> None:
        """The cursor drains."""
        self._show_awake(awake=False)

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """What is open in place has the keys: its row stays awake."""
        del event
        self._show_awake(awake=True)

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """The cursor drains when the keys have left the pane altogether."""
        del event
        self._show_awake(awake=self.has_focus_within)

    def on_mount(self) -> None:
        """Sleeps until it has the keys."""
        self._show_awake(awake=self.has_focus)
