"""Find anything by its words (`/`): enter goes to where it stands."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from okr_tui.domain.finding import Findable, best, findables
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.typing import TypingModal
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import bold, dim
from okr_tui.ui.text import cut
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.kinds import kind_said
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


_MOST = 20
"""Cells that the name of a team or a cycle gets at the end of a row, so that what is found can be read."""


class Find(TypingModal):
    """A line to type into, and what fits it."""

    def __init__(self) -> None:
        super().__init__()
        self._known: tuple[Findable, ...] = ()
        self._shown: dict[str, Findable] = {}

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def compose(self) -> ComposeResult:
        """The line and the list."""
        session = self._bench.session
        self._known = findables(session.workspace, session.today, session.team)
        with Vertical():
            with Horizontal(classes="head"):
                yield Heard(Says(bold(_("Find")), dim(_("↵ goes there · esc closes"))))
            yield Picker(self._rows)

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(Picker).take_keys()

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """Goes to where it stands."""
        event.stop()
        found = self._shown[event.row.key]
        bench = self._bench
        self.dismiss()
        bench.call_later(go_to, bench, found)

    def _rows(self, text: str) -> list[Row]:
        fitting = best(self._known, text)
        self._shown = {f"{each.kind} {each.id}": each for each in fitting}
        if not fitting:
            said = _("Nothing is called so. Closed cycles are found by switching to them first (t).")
            return [still(Tells(said, "dim"))]
        return [
            Row(name, (Says(each.title, dim(self._where(each)), leads=True),), each.kind)
            for name, each in self._shown.items()
        ]

    def _where(self, found: Findable) -> str:
        """What it is and where it stands: "key result · Product · T3"."""
        workspace = self._bench.session.workspace
        team = workspace.name_of(found.team) if found.team and found.kind != "team" else ""
        cycle = workspace.cycles[found.cycle].cycle.name if found.cycle in workspace.cycles else ""
        return " · ".join(part for part in (kind_said(found.kind), cut(team, _MOST), cut(cycle, _MOST)) if part)


async def go_to(bench: "Workbench", found: Findable) -> None:
    """Shows a thing where it stands: drafts in Make, what is pursued in Achieve, requests in Align.

    A team or a cycle is looked at, a person in the first of their teams.
    """
    match found.kind:
        case "cycle":
            bench.choose(cycle=found.id)
        case "team":
            bench.choose(team=found.id)
        case "person":
            if found.team:
                bench.choose(team=found.team)
            await bench.go("achieve")
        case "kpi":
            bench.choose(team=found.team)
            await bench.go("make")
        case kind:
            drafted = bench.session.workspace.cycles[found.cycle].cycle.phase in {"make", "align"}
            place = "align" if kind == "request" else "make" if drafted or kind == "not-now" else "achieve"
            await bench.go(place, focus=found.id)
