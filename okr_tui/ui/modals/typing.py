"""A modal that one types into: nothing typed while it opens is lost."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from okr_tui.ui.widgets.picker import Picker


class TypingModal(ModalScreen[None]):
    """What such modals inherit: esc closes, and keys that came before the line had the focus go into it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]

    def on_key(self, event: events.Key) -> None:
        """Passes on what was typed ahead: a line that has the focus keeps every printable key to itself."""
        if not event.is_printable:
            return
        event.stop()
        pickers = list(self.query(Picker))
        awake = next((picker for picker in pickers if picker.awake), next(iter(pickers), None))
        if awake is not None:
            awake.hear(event)
