"""One row of a tree: its lines, whose it is, what it says, how far it is, and how it is linked."""

from msgspec import Struct

from okr_tui.ui.paint.runs import Brush, Run, Runs, Words, align, beside, cells, embolden, fit, gap, runs

PROGRESS = 8
"""Cells of the progress."""
_LONGEST = 28  # cells of a link on a row without a progress
_NARROW = 60  # below it the progress leaves, so that titles and links stay readable


class Branch(Struct, frozen=True):
    """One row of the tree; titles end in `…` where room is short, progress and link are never cut before them.

    Attributes:
        lead: the lines of the tree: `│  ├─ `.
        team: whose it is; nothing where the row above says it.
        team_width: cells for the longest team, the same on all rows; it gets a fifth of the row at most.
        title: what it says.
        aside: a word behind the title, only where it fits whole.
        progress: "46 %", or its stage; without one the title may run on to the link.
        link: the state of its link.
        link_width: cells for the link, the same on all rows.
    """

    lead: str
    team: str
    team_width: int
    title: Words
    aside: Words = ()
    progress: Words = ()
    link: Words = ()
    link_width: int = 20

    def height(self, width: int) -> int:
        """One."""
        del width
        return 1

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The row."""
        title = runs(self.title)
        if brush.here:
            title = embolden(title)
        whose = min(self.team_width, width // 5)
        team = align(runs(Run(self.team, "dim")), whose) + gap(1) if self.team else ()
        left = runs(Run(self.lead, "faint"), *team, *title)
        progress = runs(self.progress)
        right = align(runs(self.link), self.link_width, right=True) if progress else fit(runs(self.link), _LONGEST)
        if progress and width >= _NARROW:
            right = align(progress, PROGRESS, right=True) + gap(2) + right
        aside = gap(2) + runs(self.aside) if self.aside else ()
        if cells(left) + cells(aside) + cells(right) + 1 <= width:
            left += aside
        return (beside(left, right, width, least_gap=1),)
