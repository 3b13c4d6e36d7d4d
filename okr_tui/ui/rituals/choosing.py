"""Choosing a ritual to present (`p`): one that was cut off, today's, the next ones, any other."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from msgspec.structs import replace
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from okr_tui.domain.errors import OkrError
from okr_tui.domain.held import Dated, dated, nearest, with_rituals
from okr_tui.domain.rituals import MINUTES
from okr_tui.store.runs import runs as runs_of
from okr_tui.ui.ground import Modal
from okr_tui.ui.paint.lines import Says, Title
from okr_tui.ui.paint.runs import dim
from okr_tui.ui.rituals.presenting import Wanted, begun
from okr_tui.ui.rituals.stage import Stage
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import in_days, weekday_day
from okr_tui.words.failures import sentence
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual as ritual_word

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_MOST = 6


class _Choice(NamedTuple):
    """What a row begins."""

    kind: str
    team: str | None
    cycle: str
    ritual: str | None


def present(bench: "Workbench", wanted: Wanted) -> None:
    """Presents a ritual, or lets the person choose one.

    Raises:
        OkrError: there is no cycle or team, or no agenda for it.
    """
    session = bench.session
    team = wanted.team or session.team
    if session.content is None or team is None:
        raise OkrError(_("A ritual needs a cycle and a team; N opens a cycle, 5 has the teams."))
    if wanted.kind is None:
        bench.push_screen(Choosing(wanted))
        return
    contents = with_rituals(session.workspace, session.content, session.today)
    planned = nearest(contents, wanted.kind, team, session.today)
    cycle = planned.cycle.id if planned is not None else session.content.cycle.id
    _begin(bench, wanted, _Choice(wanted.kind, team, cycle, planned.ritual.id if planned is not None else None))


def _begin(bench: "Workbench", wanted: Wanted, choice: _Choice) -> None:
    session = replace(bench.session, cycle=choice.cycle, team=choice.team or bench.session.team)
    content = session.content
    planned = next((each for each in (content.file.ritual if content else ()) if each.id == choice.ritual), None)
    asked = wanted._replace(kind=choice.kind, team=choice.team)
    showing = begun(session, bench.desk.state, asked, planned=planned, clock=lambda: datetime.now(UTC))
    bench.push_screen(Stage(showing))


class Choosing(Modal[None]):
    """The list; enter begins.

    Args:
        wanted: how much time there is, and the team where it isn't the one looked at.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("t", "team", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]
    CSS = """
    Choosing { align: center top; background: $okr-background 40%; }
    Choosing > RowPane { width: 76; max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; }
    """

    def __init__(self, wanted: Wanted) -> None:
        super().__init__()
        self._wanted = wanted
        self._choices: dict[str, _Choice] = {}

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowPane(edge=1, ground="panel")

    def on_mount(self) -> None:
        """Fills it; the cursor stands on what comes first."""
        pane = self.query_one(RowPane)
        pane.set_rows(self._rows())
        pane.focus()

    def _rows(self) -> list[Row]:
        session = self._bench.session
        team = session.workspace.name_of(self._wanted.team or session.team)
        title = _("Present a ritual: {team}").format(team=team)
        rows = [still(Title(title, right=dim(_("↵ begins · t other team · esc closes")), ruled=False)), blank()]
        for name, found in ((_("GOES ON"), self._cut_off()), (_("IN THE CALENDAR"), self._planned())):
            if found:
                rows += [section(name), *found, blank()]
        return [*rows, section(_("ANY TIME")), *self._any()]

    def _row(self, key: str, choice: _Choice, left: str, right: str) -> Row:
        self._choices[key] = choice
        return Row(key, (Says(left, dim(right), leads=True),))

    def _cut_off(self) -> list[Row]:
        workspace, rows = self._bench.session.workspace, []
        for run in runs_of(self._bench.desk.state):
            if run.cycle in workspace.cycles and run.team in workspace.team_by_id:
                choice = _Choice(run.kind, run.team, run.cycle, run.id if run.planned else None)
                title = f"{ritual_word(run.kind)}, {workspace.name_of(run.team)}"
                rows.append(self._row(f"run {run.id} {run.team}", choice, title, _("goes on where it was")))
        return rows

    def _planned(self) -> list[Row]:
        session = self._bench.session
        team = self._wanted.team or session.team
        if session.content is None:
            return []
        contents = with_rituals(session.workspace, session.content, session.today)
        found = [
            each
            for each in dated(contents, session.today)
            if each.ritual.held is None and each.ritual.team in {None, team} and each.ritual.on >= session.today
        ]
        return [self._dated(each, team) for each in found[:_MOST]]

    def _dated(self, each: Dated, team: str | None) -> Row:
        today, ritual = self._bench.session.today, each.ritual
        minutes = _("{n} min").format(n=ritual.minutes or MINUTES.get(ritual.kind, 0))
        at = f" {ritual.at:%H:%M}" if ritual.at else ""
        right = f"{minutes} · {weekday_day(ritual.on, today)}{at} · {in_days((ritual.on - today).days)}"
        choice = _Choice(ritual.kind, team, each.cycle.id, ritual.id)
        return self._row(f"planned {ritual.id}", choice, ritual_word(ritual.kind), right)

    def _any(self) -> list[Row]:
        session = self._bench.session
        team, cycle = self._wanted.team or session.team, session.cycle or ""
        return [
            self._row(
                f"any {kind}", _Choice(kind, team, cycle, None), ritual_word(kind), _("{n} min").format(n=minutes)
            )
            for kind, minutes in MINUTES.items()
        ]

    def on_row_pane_selected(self, event: Selected) -> None:
        """Begins."""
        event.stop()
        choice, bench = self._choices[event.row.key], self._bench
        self.dismiss()
        try:
            _begin(bench, self._wanted, choice)
        except OkrError as error:
            bench.notify(sentence(error), severity="error")

    def action_team(self) -> None:
        """Another team first."""
        bench = self._bench
        self.dismiss()
        bench.call_after_refresh(bench.action_team_and_cycle)

    def action_move(self, by: int) -> None:
        """Moves the cursor."""
        self.query_one(RowPane).move(by)
