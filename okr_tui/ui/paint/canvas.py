"""From roles to colours: the last step before cells reach the terminal."""

from functools import lru_cache
from typing import NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.strip import Strip

from okr_tui.ui.paint.runs import Run, Runs
from okr_tui.ui.palette import Palette, palette, sixteen_colours
from okr_tui.ui.text import single

_FEW_COLOURS = (None, "standard", "windows")


class Canvas(NamedTuple):
    """What cells are painted on.

    Attributes:
        palette: the colours of the theme in use.
        plain: 16 colours or none: nothing is told by a background alone, the chip is shown in reverse.
    """

    palette: Palette
    plain: bool = False

    def strip(self, runs: Runs, cells: int, ground: str = "background") -> Strip:
        """The runs as a strip of exactly so many cells.

        Args:
            runs: from left to right; what does not fit is cropped.
            cells: the length of the strip.
            ground: the role of the background where a run has none of its own.
        """
        segments = self.segments(runs, ground)
        taken = sum(segment.cell_length for segment in segments)
        if taken < cells:
            segments.append(Segment(" " * (cells - taken), _style(self, Run(""), ground)))
        strip = Strip(segments, max(taken, cells))
        return strip.crop(0, cells) if taken > cells else strip

    def segments(self, runs: Runs, ground: str = "background") -> list[Segment]:
        """The runs as segments, their words made safe for the terminal."""
        return [Segment(single(run.text), _style(self, run._replace(text=""), ground)) for run in runs if run.text]


@lru_cache(2048)
def _style(canvas: Canvas, run: Run, ground: str) -> Style:
    """The style of a run without its words."""
    if canvas.plain and run.behind == "accent":  # the chip: old terminals have no bright backgrounds, NO_COLOR has none
        return Style(
            color=canvas.palette.accent,
            bgcolor=getattr(canvas.palette, ground),
            bold=run.bold or None,
            underline=run.underline or None,
            reverse=True,
        )
    behind = getattr(canvas.palette, run.behind or ground)
    colour = getattr(canvas.palette, ground if run.role == "ground" else run.role)
    return Style(color=colour, bgcolor=behind, bold=run.bold or None, underline=run.underline or None)


def canvas_of(app: App[object]) -> Canvas:
    """The canvas of an app: its theme, and what its terminal can show."""
    theme = app.current_theme
    few = app.console.color_system in _FEW_COLOURS
    colours = sixteen_colours(dark=theme.dark) if few else palette(theme)
    return Canvas(colours, plain=few or app.no_color)
