"""Several rows to type into, as Textual has them, that are let go of when their form is closed."""

from collections.abc import Callable
from typing import Any

from textual.dom import DOMNode
from textual.widgets import TextArea

from okr_tui.ui.widgets.leaving import let_go


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
