"""The screen of an app as a person sees it, in plain text and by style."""

from rich.segment import Segment
from textual.app import App


def _strips(app: App) -> list[list[Segment]]:
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def frame(app: App) -> str:
    """The whole screen as text, one line a row, without the spaces at their ends."""
    lines = ("".join(segment.text for segment in strip).rstrip() for strip in _strips(app))
    return "\n".join(lines).rstrip("\n")


def styles(app: App, words: str) -> list:
    """The styles of the segments that hold these words."""
    return [segment.style for strip in _strips(app) for segment in strip if words in segment.text]
