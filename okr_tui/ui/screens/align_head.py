"""The first row of Align: its four views like tabs, and how healthy the alignment is."""

from typing import Literal

from msgspec import Struct

from okr_tui.domain.alignment import Alignment, Health
from okr_tui.ui.paint.runs import Brush, Run, Runs, beside, bold, cells, dim, gap, runs
from okr_tui.words.language import _
from okr_tui.words.numbers import percent

Looking = Literal["tree", "matrix", "requests", "alerts"]
VIEWS: tuple[Looking, ...] = ("tree", "matrix", "requests", "alerts")
"""The ways to look at the alignment of a cycle, in the order in which tab goes through them."""

_BETWEEN = 3


class Tabs(Struct, frozen=True):
    """The views, the chosen one underlined; at the right the longest word on health that fits.

    Attributes:
        words: of every view, with a count where it has one.
        chosen: which one is looked at.
        rights: what may stand at the right end, the longest first.
    """

    words: tuple[tuple[str, str], ...]
    chosen: int
    rights: tuple[Runs, ...]

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row."""
        del brush
        left: Runs = ()
        for number, (word, count) in enumerate(self.words):
            here = number == self.chosen
            left += gap(_BETWEEN) if left else ()
            left += (Run(word, bold=True, underline=True) if here else dim(word),)
            left += (Run(f" {count}", bold=True),) if count else ()
        room = width - cells(left) - 2
        right = next((each for each in self.rights if cells(each) <= room), ())
        return (beside(left, right, width),)


def tabs(looking: Looking, found: Alignment | None) -> Tabs:
    """The first row, with how many requests and alerts are open."""
    waiting = sum(not each.settled for each in found.requests) if found is not None else 0
    alerts = len(found.alerts) if found is not None else 0
    words = (
        (_("Tree"), ""), (_("Matrix"), ""), (_("Requests"), str(waiting or "")), (_("Alerts"), str(alerts or "")),
    )  # fmt: skip
    return Tabs(words, VIEWS.index(looking), health_words(found.health) if found is not None else ())


def health_words(health: Health) -> tuple[Runs, ...]:
    """Health at several lengths, the longest first; nothing where there is no objective."""
    if health.share is None:
        return ()
    share, total = percent(health.share), len(health.objectives)
    figure = runs(dim(_("health ")), bold(share))
    whole = _("{n} of {all} without alert").format(n=health.healthy, all=total)
    short = _("{n} of {all}").format(n=health.healthy, all=total)
    return (runs(figure, gap(2), dim(whole)), runs(figure, gap(2), dim(short)), figure)
