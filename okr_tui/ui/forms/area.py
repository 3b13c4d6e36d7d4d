"""Several rows to type into, as Textual has them, that are let go of when their form is closed."""

from collections.abc import Callable
from typing import Any

from textual import events
from textual.dom import DOMNode
from textual.widgets import TextArea

from okr_tui.domain.ids import MOST_WORDS
from okr_tui.ui.widgets.entry import refuse_paste
from okr_tui.ui.widgets.leaving import let_go
from okr_tui.words.hostile import plain


def take_lines(field: TextArea, event: events.Paste, there: int) -> None:
    """Prepares pasted words for a field of several rows: one kind of line end, nothing that commands a terminal.

    Args:
        field: where they are pasted.
        event: the paste, whose words are changed; Textual puts them in afterwards.
        there: how many characters stand in the field already.
    """
    event.text = plain(event.text.replace("\r\n", "\n").replace("\r", "\n"))
    if there + len(event.text) > MOST_WORDS:
        refuse_paste(field, event, MOST_WORDS - there)


class Area(TextArea):
    """What every field of several rows inherits."""

    def watch(self, obj: DOMNode, attribute_name: str, callback: Callable[..., Any], init: bool = True) -> None:
        """Follows the theme by its signal, which can be left; a watcher is held for as long as the app runs."""
        if obj is self.app and attribute_name == "theme":
            self.app.theme_changed_signal.subscribe(self, lambda _theme: callback())
        else:
            super().watch(obj, attribute_name, callback, init)

    def on_unmount(self) -> None:
        """Is let go of."""
        let_go(self)
