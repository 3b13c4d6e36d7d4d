"""The choice of colours: the app's own themes first, then a person's, then Textual's."""

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.theme import BUILTIN_THEMES

from okr_tui.domain.resolve import folded
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.typing import TypingModal
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import bold, dim
from okr_tui.ui.themes import DARK, LIGHT
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.language import _


class Themes(TypingModal):
    """A line to type into, and the themes; enter wears the one under the cursor, for good."""

    CSS: ClassVar[str] = """
    Themes { align: center top; background: $okr-background 40%; }
    Themes > Vertical { width: 60; max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; background: $okr-panel; }
    Themes .head { height: 2; padding: 0 1 1 2; }
    """

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Vertical():
            with Horizontal(classes="head"):
                yield Heard(Says(bold(_("Colours")), dim(_("↵ wears them · esc closes"))))
            yield Picker(self._rows, start=self.app.theme)

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(Picker).take_keys()

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """Wears the theme."""
        event.stop()
        self.app.theme = event.row.key
        self.dismiss()

    def _rows(self, text: str) -> list[Row]:
        names = [name for name in _ordered(self.app.available_themes) if folded(text) in folded(name)]
        if not names:
            return [still(Says(dim(_("No theme is called so."))))]
        return [Row(name, (Says(name, dim(_("now")) if name == self.app.theme else (), leads=True),)) for name in names]


def _ordered(known: Iterable[str]) -> list[str]:
    """The names of the themes: okr's own two, the other ones of files in their order, then those that come with Textual."""
    names = list(known)
    own = [name for name in names if name not in BUILTIN_THEMES]
    textuals = sorted(name for name in names if name in BUILTIN_THEMES)
    return sorted(own, key=lambda name: (name not in {DARK, LIGHT}, name != DARK)) + textuals
