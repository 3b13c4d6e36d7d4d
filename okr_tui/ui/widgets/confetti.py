"""Confetti: the one animation there is, when a cycle is closed; off without animation, in a plain terminal, or by config."""

import random
from collections.abc import Sequence
from typing import NamedTuple

from textual.timer import Timer

from okr_tui.ui.paint.runs import Brush, Run, Runs, gap
from okr_tui.ui.widgets.drawn import Drawn

_ROLES = ("accent", "on_track", "at_risk", "reached", "slipping")
_GLYPHS = "✦•·*'"
_PIECES = 40
_STEPS = 30
_A_SECOND = 12


class Piece(NamedTuple):
    """One piece of paper: its column as a share of the width, how fast and when it falls, what it looks like."""

    column: float
    speed: float
    begins: float
    glyph: str
    role: str


class Confetti(Drawn):
    """Falls once and is still then.

    Args:
        seed: what decides where the pieces are: the same seed falls the same way.
        falls: whether it moves; without it nothing is drawn at all.
    """

    DEFAULT_CSS = "Confetti { height: 6; width: 1fr; }"

    def __init__(self, seed: str, *, falls: bool) -> None:
        super().__init__(ground="panel")
        chance = random.Random(seed)  # noqa: S311 - where paper falls is no secret
        self._pieces = tuple(
            Piece(chance.random(), 0.6 + chance.random(), chance.random() * 0.5, chance.choice(_GLYPHS),
                  chance.choice(_ROLES))
            for _ in range(_PIECES)
        )  # fmt: skip
        self._falls = falls
        self._step = 0
        self._timer: Timer | None = None

    @property
    def done(self) -> bool:
        """Whether nothing moves any more."""
        return not self._falls or self._step >= _STEPS

    def on_mount(self) -> None:
        """Begins to fall."""
        self.display = self._falls
        if self._falls:
            self._timer = self.set_interval(1 / _A_SECOND, self._fall)

    def _fall(self) -> None:
        self._step += 1
        if self.done and self._timer is not None:
            self._timer.stop()
        self._drawn = None
        self.refresh()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The pieces that are in the air."""
        del brush
        rows = max(self.size.height, 1)
        spots: dict[tuple[int, int], Run] = {}
        for piece in self._pieces:
            fallen = (self._step / _STEPS - piece.begins) * piece.speed * 2
            row = int(fallen * rows)
            if fallen >= 0 and row < rows:
                spots[row, int(piece.column * (width - 1))] = Run(piece.glyph, piece.role, bold=True)
        return [_row(width, {column: run for (at, column), run in spots.items() if at == row}) for row in range(rows)]


def _row(width: int, spots: dict[int, Run]) -> Runs:
    made: Runs = ()
    at = 0
    for column in sorted(spots):
        made += (*gap(column - at), spots[column])
        at = column + 1
    return made + gap(width - at)
