"""Look at another team or cycle (`t`): two lists, each shrinks while one types."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.making import alive
from okr_tui.domain.people import Team
from okr_tui.domain.resolve import folded
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.typing import TypingModal
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day
from okr_tui.words.language import _, ngettext
from okr_tui.words.statuses import phase

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_DEEPEST = 6
_NEW, _PHASE = "+new", "+phase"
"""Keys of the rows that open something, which no cycle can have as its id."""


class Switch(TypingModal):
    """Teams as a tree at the left, cycles at the right; enter looks at what both cursors are on."""

    DEFAULT_CSS = """
    Switch #teams { width: 3fr; }
    Switch #cycles { width: 2fr; min-width: 34; }
    """

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def compose(self) -> ComposeResult:
        """Both lists."""
        session = self._bench.session
        with Vertical():
            with Horizontal(classes="head"):
                yield Heard(Says(bold(_("Team and cycle")), dim(_("tab the other list · ↵ looks there · esc closes"))))
            with Horizontal():
                yield Picker(self._teams, start=session.team or "", id="teams")
                yield Picker(self._cycles, start=session.cycle or "", id="cycles")

    def on_mount(self) -> None:
        """The keys are for the teams first."""
        self.query_one("#teams", Picker).take_keys()

    def on_key(self, event: events.Key) -> None:
        """Tab goes to the other list."""
        if event.key in {"tab", "shift+tab"}:
            event.stop()
            event.prevent_default()
            next(picker for picker in self.query(Picker) if not picker.awake).take_keys()

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """Looks at the team and the cycle that the cursors are on."""
        event.stop()
        if event.row.key in {_NEW, _PHASE}:
            self._open(event.row.key)
            return
        teams, cycles = self.query_one("#teams", Picker), self.query_one("#cycles", Picker)
        team = event.row.key if event.picker is teams else _key(teams)
        cycle = event.row.key if event.picker is cycles else _key(cycles)
        bench = self._bench
        self.dismiss()
        bench.choose(team=team, cycle=cycle)

    def _open(self, key: str) -> None:
        """Opens a cycle, or moves the phase, in place of choosing."""
        bench = self._bench
        self.dismiss()
        open_it = bench.action_new_cycle if key == _NEW else bench.action_move_phase
        bench.call_after_refresh(open_it)

    def _teams(self, text: str) -> list[Row]:
        session = self._bench.session
        plans = session.content.plans if session.content else {}
        wanted = folded(text).split()
        rows = []
        for depth, team in tree(session.workspace.teams):
            if not all(word in f"{folded(team.name)} {team.id}" for word in wanted):
                continue
            n = len(alive(plans.get(team.id)))
            count = ngettext("{n} objective", "{n} objectives", n).format(n=n) if n else ""
            indent = 0 if wanted else 2 * min(depth, _DEEPEST)
            rows.append(Row(team.id, (Says(team.name, dim(count), indent=indent, leads=True),)))
        return rows or [still(Tells(_("No team is called so.") if text else _("There is no team yet."), "dim"))]

    def _cycles(self, text: str) -> list[Row]:
        session = self._bench.session
        wanted = folded(text)
        cycles = [content.cycle for content in session.workspace.cycles.values()]
        cycles.sort(key=lambda each: (each.start, each.end, each.id), reverse=True)
        fitting = [each for each in cycles if wanted in f"{folded(each.name)} {each.id}"]
        rows = [Row(each.id, (self._cycle(each), Says(dim(_span(each))))) for each in fitting]
        if text and not rows:
            return [still(Tells(_("No cycle is called so."), "dim"))]
        return [*rows, *([] if text else self._ways(rows))]

    @staticmethod
    def _ways(rows: list[Row]) -> list[Row]:
        """What can be done besides choosing."""
        none = [still(Tells(_("There is no cycle yet."), "dim"))]
        ways = [Row(_NEW, (Says(dim(_("New cycle…")), dim("N"), leads=True),))]
        ways += [Row(_PHASE, (Says(dim(_("Move the phase…")), dim("M"), leads=True),))] if rows else []
        return [*([] if rows else none), blank(), *ways]

    @staticmethod
    def _cycle(cycle: Cycle) -> Says:
        name = dim(cycle.name) if cycle.closed else Run(cycle.name)
        return Says(name, dim(phase(cycle.phase)), leads=True)


def tree(teams: tuple[Team, ...]) -> Iterator[tuple[int, Team]]:
    """Every team once, below the one it belongs to, with its depth; what belongs to itself in a ring comes at the end."""
    known = {team.id for team in teams}
    below: dict[str | None, list[Team]] = {}
    for team in teams:
        below.setdefault(team.parent if team.parent in known else None, []).append(team)
    told: set[str] = set()
    waiting = [(0, team) for team in reversed(below.get(None, []))]
    while waiting:
        depth, team = waiting.pop()
        if team.id not in told:
            told.add(team.id)
            yield depth, team
            waiting += [(depth + 1, child) for child in reversed(below.get(team.id, []))]
    yield from ((0, team) for team in teams if team.id not in told)


def _span(cycle: Cycle) -> str:
    """From when to when: "1 Sep to 31 Dec 2026", "6 Oct 2026 to 4 Feb 2027"."""
    return _("{start} to {end} {year}").format(
        start=day(cycle.start, cycle.end), end=day(cycle.end), year=cycle.end.year
    )


def _key(picker: Picker) -> str | None:
    return picker.here.key if picker.here is not None and picker.here.key not in {_NEW, _PHASE} else None
