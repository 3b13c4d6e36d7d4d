"""Setup: the cycles, with what runs when; one that is empty can be taken out."""

from textual.widget import Widget

from okr_tui.actions.dropping_cycles import drop_cycle
from okr_tui.domain.cycle import Cycle
from okr_tui.domain.making import alive
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.store.layout import cycle_path
from okr_tui.ui.forms.new_cycle import NewCycleForm
from okr_tui.ui.forms.setting import asks, day_asked, edit_setup
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import grid
from okr_tui.ui.paint.runs import Run, dim
from okr_tui.ui.screens.setup_section import Asked, Section, nothing_here, nowhere
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.dates import day
from okr_tui.words.language import _, ngettext
from okr_tui.words.statuses import phase

_GRID = (
    Column("name", 20, 12, grows=True, leads=True),
    Column("days", 24, 20, gap=2),
    Column("phase", 10, 8, gap=2),
    Column("inside", 14, 12, gap=2, leaves=1),
)


class Cycles(Section):
    """The cycles, the latest first."""

    id = "cycles"

    @property
    def title(self) -> str:
        """Its name."""
        return _("Cycles")

    @property
    def count(self) -> str:
        """How many there are."""
        return str(len(self.workspace.cycles) or "")

    @property
    def about(self) -> str:
        """What it is for."""
        return _("When each cycle runs. One that is empty can be taken out; one that is over is closed in Measure.")

    @property
    def keys(self) -> tuple[tuple[str, str], ...]:
        """What its keys do."""
        return (
            ("add", _("opens the next one")),
            ("edit", _("changes its name or days")),
            ("drop", _("takes out an empty one")),
        )

    def rows(self) -> list[Row]:
        """A row for each."""
        found = sorted(self.workspace.cycles.values(), key=lambda each: (each.cycle.start, each.cycle.id), reverse=True)
        return [self._row(each) for each in found] or nothing_here(_("There is no cycle yet; a opens one."))

    def path_of(self, key: str) -> str:
        """The cycle's file."""
        return cycle_path(key) if key in self.workspace.cycles else self.file

    def form_to_add(self, key: str) -> Widget:
        """The form of a new cycle."""
        del key
        return NewCycleForm(self.session)

    def form_to_edit(self, key: str) -> Widget:
        """Its name and its days."""
        cycle = self._found(key)
        fields = (
            asks("name", _("name"), cycle.name, asks=_("What everybody calls it.")),
            day_asked(self.session, "start", _("from"), cycle.start.isoformat(), _("Its first day."), half=True),
            day_asked(self.session, "end", _("to"), cycle.end.isoformat(), _("Its last day."), half=True),
        )
        return edit_setup(self.session, Located("cycle", cycle.id, "", cycle), fields)

    def drop(self, key: str) -> Asked | Widget:
        """Takes an empty one out; what stands in another is said when it is tried."""
        cycle, root, workspace = self._found(key), self.session.root, self.workspace
        question = _("Take out “{name}” with its rituals?").format(name=cycle.name)
        drop_cycle(root, workspace, cycle.id)  # refuses before anything is asked
        return Asked(question, lambda _author: drop_cycle(root, workspace, cycle.id))

    def _found(self, key: str) -> Cycle:
        if key not in self.workspace.cycles:
            raise nowhere()
        return self.workspace.cycles[key].cycle

    def _row(self, content: CycleContent) -> Row:
        cycle = content.cycle
        n = sum(len(alive(plan)) for plan in content.plans.values())
        inside = ngettext("{n} objective", "{n} objectives", n).format(n=n) if n else ""
        days = f"{day(cycle.start, cycle.end)} – {day(cycle.end)} {cycle.end.year}"
        name = dim(cycle.name) if cycle.closed else Run(cycle.name)
        line = grid(_GRID, name=name, days=dim(days), phase=dim(phase(cycle.phase)), inside=dim(inside))
        return Row(cycle.id, (line,), "cycle")
