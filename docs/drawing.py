"""A screen of the app as an SVG picture: every run of cells at its own place, so that no font can move it."""

from html import escape
from xml.sax.saxutils import quoteattr

from rich.cells import cell_len
from rich.segment import Segment
from textual.app import App

CELL, LINE, SIZE, MARGIN = 8.43, 16.4, 14, 14
FONTS = "ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace"


def svg(app: App[object], title: str) -> str:
    """The screen as it stands now.

    Args:
        app: a running app.
        title: what the picture shows, for those who don't see it.
    """
    strips = app.screen._compositor.render_strips()  # noqa: SLF001 - there is no public way to the painted cells
    columns, rows = app.size
    paper = str(app.theme_variables.get("okr-background", "#0F131B"))
    width, height = columns * CELL + 2 * MARGIN, rows * LINE + 2 * MARGIN
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {height:.0f}" width="{width:.0f}" role="img">',
        f"<title>{escape(title)}</title>",
        f'<rect width="100%" height="100%" rx="8" fill="{paper}"/>',
        f"<g font-family={quoteattr(FONTS)} font-size='{SIZE}'>",
    ]
    for number, strip in enumerate(strips):
        parts += _row(list(strip), MARGIN + number * LINE, paper)
    return "\n".join([*parts, "</g>", "</svg>", ""])


def _row(segments: list[Segment], top: float, paper: str) -> list[str]:
    grounds, words, column = [], [], 0
    for text, style, _control in segments:
        cells = cell_len(text)
        ground = style.bgcolor.get_truecolor().hex if style and style.bgcolor else paper
        left = MARGIN + column * CELL
        if ground != paper:
            grounds.append(
                f'<rect x="{left:.1f}" y="{top:.1f}" width="{cells * CELL + 0.3:.1f}" height="{LINE + 0.3}" fill="{ground}"/>'
            )
        if text.strip():
            words.append(_text(text, left, top, style))
        column += cells
    return [*grounds, *words]


def _text(text: str, left: float, top: float, style: object) -> str:
    shown = text.strip()
    left += (cell_len(text) - cell_len(text.lstrip())) * CELL
    colour = getattr(style, "color", None)
    ink = colour.get_truecolor().hex if colour else "#DDE3EC"
    extra = ' font-weight="bold"' if getattr(style, "bold", False) else ""
    extra += ' text-decoration="underline"' if getattr(style, "underline", False) else ""
    wide = cell_len(shown) * CELL
    body = escape(shown).replace("  ", "\u00a0\u00a0")
    return (
        f'<text x="{left:.1f}" y="{top + LINE * 0.76:.1f}" textLength="{wide:.1f}" lengthAdjust="spacingAndGlyphs" '
        f'fill="{ink}"{extra}>{body}</text>'
    )
