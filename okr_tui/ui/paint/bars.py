"""Bars of progress, sparks of the last values, dots of strength."""

from collections.abc import Sequence
from math import floor, isfinite

from msgspec import Struct

from okr_tui.ui.paint.runs import Brush, Run, Runs, gap

_TIPS = " ▏▎▍▌▋▊▉"
_LEVELS = "▁▂▃▄▅▆▇"  # never the full block: rows would touch
_SHORTFALL = {"off-track": "shortfall_off", "slipping": "shortfall_slip", "at-risk": "shortfall_risk"}
_LAST = 6


class Bar(Struct, frozen=True):
    """How far a key result is, and where it was expected to be.

    Attributes:
        share: progress, 0…1; None when there is no data.
        expected: the share that was expected by today, 0…1; None draws no mark (`keep`, no data).
        status: the code of the status; it tints what is missing (off track, slipping, at risk), stale fills in faint.
    """

    share: float | None
    expected: float | None = None
    status: str | None = None

    def paint(self, width: int, brush: Brush) -> Runs:
        """The bar in exactly so many cells."""
        if width <= 0:
            return ()
        share = _clamped(self.share)
        mark = (
            None
            if self.share is None or self.expected is None
            else min(floor(_clamped(self.expected) * width), width - 1)
        )
        ink = "faint" if self.status == "stale" else "ink"
        eighths = round(share * width * 8)
        full, tip = divmod(eighths, 8)
        tint = _SHORTFALL.get(self.status or "", "track")
        parts = []
        for cell in range(width):
            behind = tint if mark is not None and cell < mark else "track"
            parts.append(
                _plain(cell, full, tip, mark, ink) if brush.plain else _tinted(cell, full, tip, mark, ink, behind)
            )
        return joined(parts)


def _tinted(cell: int, full: int, tip: int, mark: int | None, ink: str, behind: str) -> Run:
    """One cell of a bar in backgrounds; `▔` in the row's colour keeps the bars of neighbouring rows apart."""
    if cell == mark:
        return Run("│", "text", behind=ink if cell < full else "track")
    if cell < full:
        return Run("▔", "ground", behind=ink)
    if cell == full and tip:
        return Run(_TIPS[tip], ink, behind=behind)
    return Run("▔", "ground", behind=behind)


def _plain(cell: int, full: int, tip: int, mark: int | None, ink: str) -> Run:
    """One cell of a bar in glyphs alone, for 16 colours and for none."""
    if cell == mark:
        return Run("│", "text")
    if cell < full:
        return Run("█", ink)
    if cell == full and tip:
        return Run(_TIPS[tip], ink)
    return Run("░", "faint")


def joined(parts: Sequence[Run]) -> Runs:
    """Neighbours of one style as one run."""
    joined: list[Run] = []
    for part in parts:
        if joined and joined[-1][1:] == part[1:]:
            joined[-1] = joined[-1]._replace(text=joined[-1].text + part.text)
        else:
            joined.append(part)
    return tuple(joined)


def _clamped(share: float | None) -> float:
    """A share between 0 and 1; what is no number is none of it."""
    return min(max(share, 0.0), 1.0) if share is not None and isfinite(share) else 0.0


class Spark(Struct, frozen=True):
    """The last six values as they are, scaled to their own range; the latest stands out.

    Attributes:
        values: oldest first; only the last six are drawn. A measure to lower falls.
    """

    values: tuple[float, ...] = ()

    def paint(self, width: int, brush: Brush) -> Runs:
        """The spark at the right of so many cells; no values are a dot."""
        del brush  # the glyphs are the same everywhere
        values = [value for value in self.values if isfinite(value)][-min(_LAST, max(width, 0)) :] if width > 0 else []
        if not values:
            return (*gap(width - 1), Run("·", "dim")) if width > 0 else ()
        glyphs = "".join(_LEVELS[level] for level in _scaled(values))
        drawn = (Run(glyphs[:-1], "ink"), Run(glyphs[-1], "text"))
        return (*gap(width - len(glyphs)), *(run for run in drawn if run.text))


def _scaled(values: Sequence[float]) -> list[int]:
    """Each value's level, 0…6; values that are all the same stand in the middle."""
    low, high = min(values), max(values)
    if high == low:
        return [len(_LEVELS) // 2] * len(values)
    # halves first: the range of two huge values of opposite sign is no longer a number
    return [round((value / 2 - low / 2) / (high / 2 - low / 2) * (len(_LEVELS) - 1)) for value in values]


def dots(count: int, of: int) -> Runs:
    """Strength and counts up to ten: `●●●○○`."""
    filled = min(max(count, 0), of)
    return tuple(run for run in (Run("●" * filled), Run("○" * (of - filled), "dim")) if run.text)
