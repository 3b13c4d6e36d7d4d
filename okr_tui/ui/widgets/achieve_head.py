"""The head of Achieve: how far the team is, and the headings of its table; it stays while the rows scroll."""

from collections.abc import Sequence

from msgspec import Struct

from okr_tui.domain.rollup import TeamStanding
from okr_tui.ui.paint.columns import Column, place_columns
from okr_tui.ui.paint.lines import grid, headings
from okr_tui.ui.paint.runs import Brush, Run, Runs, beside, bold, cells, dim, gap, runs
from okr_tui.ui.screens.achieve_rows import Counts
from okr_tui.ui.text import cut
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.language import _
from okr_tui.words.numbers import percent

_LEFT, _RIGHT = 4, 2  # the cells that rows keep free: edge and cursor, margin and scroll bar
COMPACT_BELOW = 100
"""Columns of the terminal under which the summary stands on the row of the headings."""

_LEAST_NAME = 8
"""Cells that the name of a team keeps: it is cut before a figure is."""


class Summary(Struct, frozen=True):
    """What the head says: the team, how far it is, and what the table is sorted by."""

    team: str
    rolled: TeamStanding | None
    columns: tuple[Column, ...] = ()
    sorted_by: str = ""


class AchieveHead(Drawn):
    """Two rows on narrow screens, four on wide ones; with nothing to say there is none."""

    def __init__(self) -> None:
        super().__init__(id="achieve-head")
        self._summary = Summary("", None)

    def show(self, summary: Summary) -> None:
        """Says something else."""
        if summary != self._summary:
            self._summary = summary
            self.display = summary.rolled is not None
            self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The rows."""
        summary, room = self._summary, width - _LEFT - _RIGHT
        rolled = summary.rolled
        if rolled is None or room < 1:
            return ()
        rule = (*gap(_LEFT), Run("─" * room, "rule"))
        if width < COMPACT_BELOW:
            return (self._compact(summary, rolled, room, brush), rule)
        said, counted = self._wide(summary, rolled), Counts(tuple(rolled.counts.items()), right=True)
        spare = room - cells(said) - 3
        least = sum(len(f"● {n} ") for n in rolled.counts.values() if n)
        left = runs(bold(cut(summary.team, max(spare - least, _LEAST_NAME))), said)
        counts = counted.paint(room - cells(left) - 3, brush)
        titles = headings(summary.columns).paint(room, brush)[0]
        return ((*gap(_LEFT), *beside(left, counts, room)), (), (*gap(_LEFT), *titles), rule)

    @staticmethod
    def _wide(summary: Summary, rolled: TeamStanding) -> Runs:
        """What stands behind the name."""
        said: list[Runs] = [
            runs(dim("  " + _("progress") + " "), bold(percent(rolled.progress)),
                 dim(_(", expected {share}").format(share=percent(rolled.expected)))),
        ]  # fmt: skip
        if rolled.pursued:
            said.append(
                runs(
                    dim(_("checked in") + " "),
                    bold(str(rolled.checked_in)),
                    dim(" " + _("of {n}").format(n=rolled.pursued)),
                )
            )
        if rolled.rhythm is not None and not summary.sorted_by:
            said.append(runs(dim(_("rhythm") + " "), bold(percent(rolled.rhythm))))
        if summary.sorted_by:
            said.append(runs(Run(summary.sorted_by, "accent")))
        made: Runs = ()
        for part in said:
            made += (gap(3) if made else ()) + part
        return made

    @staticmethod
    def _compact(summary: Summary, rolled: TeamStanding, room: int, brush: Brush) -> Runs:
        """The summary in the cells left of the trend, and the headings from there on."""
        placed = place_columns(summary.columns, room)
        free = {"trend", "bar", "conf", "seen", "status"}
        titles = {place.column.key: dim(place.column.title) for place in placed if place.column.key in free}
        far = runs(bold(percent(rolled.progress)), dim(_(", expected {share}").format(share=percent(rolled.expected))))
        far = runs(Run(summary.sorted_by, "accent")) if summary.sorted_by else far
        until = min((place.at for place in placed if place.column.key in free), default=room) - 1
        said = runs(bold(cut(summary.team, max(until - cells(far) - 2, _LEAST_NAME))), gap(2), far)
        line = grid(summary.columns, spills="name", name=said, **titles)
        return (*gap(_LEFT), *line.paint(room, brush)[0])
