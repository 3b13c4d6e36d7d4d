"""A modal that one types into: nothing typed while it opens is lost."""

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from okr_tui.ui.ground import Modal
from okr_tui.ui.widgets.picker import Picker


class TypingModal(Modal[None]):
    """What such modals inherit: esc closes, and keys that came before the line had the focus go into it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]
    # Where hardly more than the modal fits, it takes all of it: two cells of what is behind would be letters without words.
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (108, "-roomy")]  # noqa: RUF012 - Textual's own name and kind
    SCOPED_CSS = False  # scoped, the name of what is inherited from would be looked for inside of what inherits
    CSS = """
    TypingModal { align: center top; background: $okr-background 40%; }
    TypingModal > Vertical { width: 92; max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; background: $okr-panel; }
    TypingModal.-narrow > Vertical { width: 100%; }
    TypingModal .head { height: 2; padding: 0 1 1 2; }
    """

    def on_key(self, event: events.Key) -> None:
        """Passes on what was typed before the line had the focus: a line that has it keeps printable keys to itself."""
        if event.is_printable:
            event.stop()
            self.hear(event)

    def hear(self, event: events.Key) -> None:
        """Types a key into the line, as soon as there is one; also one that still went to what was looked at before."""
        if event.is_printable:
            self.call_after_refresh(self._type, event)

    def _type(self, event: events.Key) -> None:
        pickers = list(self.query(Picker))
        awake = next((picker for picker in pickers if picker.awake), next(iter(pickers), None))
        if awake is not None:
            awake.hear(event)
