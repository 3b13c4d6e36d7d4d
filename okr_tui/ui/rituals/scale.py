"""A vote on its scale: a dot for each answer, the two that speak first by name, the mean big at the right."""

from collections.abc import Mapping

from msgspec import Struct

from okr_tui.domain.voting import CARDS, Outcome
from okr_tui.ui.paint.big import big
from okr_tui.ui.paint.runs import Brush, Run, Runs, align, beside, bold, cells, dim, gap, runs
from okr_tui.ui.text import cut
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import tenths

_SCALE = 92
_MEAN = 16
_MOST_DOTS = 9


class Scale(Struct, frozen=True):
    """What came of a vote on one thing.

    Attributes:
        title: what was voted on.
        result: the answers, and who speaks first.
        before: the mean of the vote before; None where there was none.
        names: person id → what people call them.
        cards: whether it was planning poker, whose scale is its cards.
    """

    title: str
    result: Outcome
    before: float | None
    names: Mapping[str, str]
    cards: bool = False

    def height(self, width: int) -> int:
        """Six rows."""
        del width
        return 6

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The title, names, dots, the line with its marks, the numbers."""
        del brush
        wide = min(_SCALE, width - _MEAN - 2)
        points = [int(card) for card in CARDS] if self.cards else list(range(11))
        spots = {value: round(at * (wide - 3) / (len(points) - 1)) + 1 for at, value in enumerate(points)}
        scale = (self._names(spots, wide), self._dots(spots, wide), _line(spots, wide), _numbers(spots, wide))
        mean = self._mean()
        rows = [beside(row, mean[at] if at < len(mean) else (), width) for at, row in enumerate(scale)]
        return (self._title(width), *rows, ())

    def _title(self, width: int) -> Runs:
        votes = ngettext("{n} vote", "{n} votes", self.result.votes).format(n=self.result.votes)
        spread = _("spread {n}").format(n=self.result.spread)
        facts = dim(f"   {votes}, {spread}")
        return (*runs(bold(cut(self.title, max(10, width - cells((facts,)))))), facts)

    def _names(self, spots: Mapping[int, int], wide: int) -> Runs:
        """The two who speak first, above their dots."""
        row: Runs = ()
        lowest, highest = min(self.result.counts, default=0), max(self.result.counts, default=0)
        for who, value in ((self.result.lowest, lowest), (self.result.highest, highest)):
            if who is None or value not in spots:
                continue
            name = cut(self.names.get(who, who), 12)
            at = min(max(0, spots[value] - len(name) // 2), wide - len(name))
            row += (*gap(max(at - cells(row), 1 if row else 0)), bold(name))
        return row

    def _dots(self, spots: Mapping[int, int], wide: int) -> Runs:
        """A dot for each answer, those of one value side by side; the two ends in accent."""
        row: Runs = ()
        ends = {min(self.result.counts, default=0), max(self.result.counts, default=0)}
        for value, people in sorted(self.result.counts.items()):
            if value not in spots:
                continue
            dots = "●" * people if people <= _MOST_DOTS else f"●×{people}"
            at = min(max(0, spots[value] - len(dots) // 2), wide - len(dots))
            role = "accent" if value in ends and self.result.spread else "text"
            row += (*gap(max(at - cells(row), 1 if row else 0)), Run(dots, role))
        return row

    def _mean(self) -> tuple[Runs, ...]:
        """The mean in big digits, and what it was."""
        drawn = big(tenths(self.result.mean)) or ()
        rows = [align(row, _MEAN, right=True) for row in drawn]
        return (*rows, align((*self._was(), dim(_("mean"))), _MEAN, right=True))

    def _was(self) -> Runs:
        if self.before is None:
            return ()
        change = self.result.mean - self.before
        glyph = Run("▼ ", "slipping") if change <= -0.5 else Run("▲ ", "on_track") if change >= 0.5 else dim("= ")
        return (glyph, dim(_("was {n}").format(n=tenths(self.before)) + "  "))


def _line(spots: Mapping[int, int], wide: int) -> Runs:
    marks = set(spots.values())
    return (Run("".join("┴" if at in marks else "─" for at in range(wide)), "faint"),)


def _numbers(spots: Mapping[int, int], wide: int) -> Runs:
    row: Runs = ()
    for value, at in spots.items():
        row += (*gap(min(at, wide - len(str(value))) - cells(row)), dim(str(value)))
    return row
