"""What has left the screen is let go of, with everything that it held."""

from textual._styles_cache import StylesCache  # the only name there is
from textual.widget import Widget


def let_go(widget: Widget) -> None:
    """Ends what a widget is told by the app and its screen; for whoever is unmounted.

    Textual holds a subscriber by the callback it gave, until the signal is sent the next time: a theme that nobody
    changes would keep every form that was ever open, and the snapshot of the workspace in it. And the last thousand
    widgets are kept with every line painted of them, as keys of what their grounds were: those that stay work it out anew.

    Args:
        widget: what leaves; it still stands in its screen.
    """
    widget.app.theme_changed_signal.unsubscribe(widget)
    widget.screen.text_selection_started_signal.unsubscribe(widget)
    StylesCache.get_inner_outer.cache_clear()
