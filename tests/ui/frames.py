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


def painted(app: App) -> list[tuple[str, str, str]]:
    """Every segment with words or glyphs of what is on top, with its colour and its ground in hex."""
    tops = [child.region for child in app.screen.children] if len(app.screen_stack) > 1 else [app.screen.region]
    found = []
    for row, strip in enumerate(_strips(app)):
        column = 0
        for segment in strip:
            style = segment.style
            seen = segment.text.strip() and any(top.contains(column, row) for top in tops)
            if seen and style is not None and style.color and style.bgcolor:
                ink, ground = (colour.get_truecolor().hex.upper() for colour in (style.color, style.bgcolor))
                found.append((segment.text, ground, ink) if style.reverse else (segment.text, ink, ground))
            column += segment.cell_length
    return found
