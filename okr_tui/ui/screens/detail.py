"""One key result: its course, everything said about it, why it stands where it does, what is done to move it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import Entry, Located
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.place import Place
from okr_tui.ui.screens.detail_course import chart_rows
from okr_tui.ui.screens.detail_rows import changed_rows, facts_row, said_rows, title_row
from okr_tui.ui.screens.initiative_rows import panel_rows
from okr_tui.ui.screens.mid_cycle import MidCycle
from okr_tui.ui.screens.vote_rows import vote_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.ui.widgets.why import why_rows
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_PANEL_FROM = 100
"""Columns from which reasons and initiatives have the panel; below, initiatives stand under the check-ins."""
_FEWEST_ROWS, _MOST_ROWS = 7, 16


async def open_detail(place: Place, key_result: str) -> None:
    """Opens a key result over a place; esc goes back there.

    Args:
        place: where a person is: Achieve, Home, Make.
        key_result: its id, of whatever team and cycle.
    """
    bench = cast("Workbench", place.app)
    back, team, cycle = place.place, bench.session.team, bench.session.cycle
    await bench.go("detail", focus=key_result)
    if isinstance(bench.place, Detail):
        bench.place.look_at(key_result, back, team, cycle)


class Detail(MidCycle):
    """The key result that was opened last."""

    place = "detail"
    rail = "achieve"
    panel_width = 36

    def __init__(self) -> None:
        super().__init__()
        self._about: str | None = None
        self._size_shown: Size | None = None
        self._back: tuple[str, str | None, str | None] = ("achieve", None, None)

    def body(self) -> ComposeResult:
        """One list: title, chart, check-ins."""
        yield RowPane(id="detail-said")

    @property
    def said(self) -> RowPane:
        """The list."""
        return self.query_one("#detail-said", RowPane)

    def look_at(self, key_result: str, back: str, team: str | None, cycle: str | None) -> None:
        """Shows a key result.

        Args:
            key_result: its id.
            back: the place that esc goes to; team: the one looked at there; cycle: likewise.
            team: see above.
            cycle: see above.
        """
        self._about, self._back = key_result, (back, team, cycle)
        self.refresh_from(self.moment)
        self.repaint_panel()
        self.said.first() if self.said.has_focus else self.said.go_to(key_result)
        self.said.scroll_home(animate=False)
        self.frame.refresh_frame()

    # what it shows

    @property
    def standing(self) -> Standing | None:
        """Where the key result stands."""
        return self.session.standing(self._about) if self.session is not None and self._about else None

    def refresh_from(self, session: Session) -> None:
        """Builds every row anew."""
        self._size_shown = self.app.size
        standing = self.standing
        if standing is None:
            self.title = ""
            self.said.set_rows([still(Tells(_("This key result is no longer there; esc goes back."), "dim"))])
            return
        self.title = one_line(standing.key_result.title)
        content = session.workspace.cycles[standing.cycle]
        rows = [title_row(session.workspace, standing), blank(), facts_row(session.workspace, standing)]
        rows += chart_rows(standing, self._chart_rows())
        rows += said_rows(session.workspace, content, standing)
        rows += vote_rows(content, standing)
        rows += changed_rows(session.workspace, standing)
        if not self._wide:
            rows += [blank(), *self._initiatives(session, standing)]
        self.said.set_rows(rows)
        self.ask_anew()

    @property
    def _wide(self) -> bool:
        return self.app.size.width >= _PANEL_FROM

    def _chart_rows(self) -> int:
        """The chart leaves room for the title above it and some check-ins below."""
        return min(max(self.app.size.height - 21, _FEWEST_ROWS), _MOST_ROWS)

    def panel(self) -> Sequence[Row]:
        """Why it stands where it does, and what is done for it."""
        standing, session = self.standing, self.session
        if standing is None or session is None:
            return ()
        rows = list(why_rows(session, standing.key_result.id))
        return (*rows, blank(), *self._initiatives(session, standing)) if self._wide else rows

    @staticmethod
    def _initiatives(session: Session, standing: Standing) -> tuple[Row, ...]:
        doing = standing.key_result.initiative
        rows = [section(_("INITIATIVES"), len(doing) or "")]
        if not doing:
            rows.append(still(Tells(_("Nothing is done for it yet: a adds an initiative."), "dim")))
        said = session.workspace.cycles[standing.cycle]
        return (*rows, *panel_rows(session.workspace, said, doing))

    def on_resize(self, event: events.Resize) -> None:
        """Another size of the terminal has another chart, and other places for the initiatives."""
        del event
        if self.session is not None and self._size_shown not in {None, self.app.size}:
            self.refresh_from(self.session)
            self.repaint_panel()

    # keys

    def decided_here(self) -> Located:
        """The key result, wherever the cursor is."""
        return self.located(self._about)

    async def action_back(self) -> None:
        """From the initiatives to the check-ins; from there back to where it was opened."""
        if self.side.has_focus:
            self.said.focus(scroll_visible=False)
            return
        place, team, cycle = self._back
        changed = (team, cycle) != (self.moment.team, self.moment.cycle)
        if changed and team is not None:
            self.bench.choose(team=team, cycle=cycle)
        await self.bench.go_to(place)

    def on_row_pane_turned(self, event: Turned) -> None:
        """Right goes to the panel's initiatives, left comes back."""
        event.stop()
        target = self.side if event.to == "right" else self.said
        if target.focusable:
            target.focus(scroll_visible=False)

    async def action_check_in(self) -> None:
        """Opens the check-in below the title."""
        if self._about is not None:
            self.said.focus(scroll_visible=False)
            await self.check_in_on(self._about, self._about)

    async def action_add(self) -> None:
        """Adds an initiative."""
        from okr_tui.ui.forms.adding import new_initiative

        found = self.located(self._about)
        key_result = str(self._about)
        await self.open_below(key_result, new_initiative(self.drawer(found.cycle, found.team), key_result), self.said)

    async def action_initiatives(self) -> None:
        """Goes to the initiatives; on one, moves it on."""
        here = self.pane.here
        if here is not None and here.kind == "initiative":
            await self.move_on(here.key)
            return
        if here is not None and here.kind == "task":
            await self.tick(here.key)
            return
        pane = self.side if self._wide and self.side.focusable else self.said
        first = next((row for row in pane.rows if row.kind == "initiative"), None)
        if first is None:
            raise WrongUsage(_("Nothing is done for it yet: a adds an initiative."))
        pane.focus(scroll_visible=False)
        pane.go_to(first.key)

    async def action_edit(self) -> None:
        """Changes the key result or initiative of the cursor, or corrects the check-in."""
        standing, said = self.standing, self._said_here()
        if standing is None or said is None:
            await super().action_edit()
            return
        from okr_tui.ui.screens.correcting import correct_form

        await self.open_below(said.check_in.id, correct_form(self.moment, standing, said), self.said)

    async def action_drop(self) -> None:
        """Gives up the key result or initiative of the cursor, or takes the check-in back."""
        standing, said = self.standing, self._said_here()
        if standing is None or said is None:
            await super().action_drop()
            return
        from okr_tui.actions.taking_back import take_back

        root, content = self.moment.root, self.moment.workspace.cycles[standing.cycle]
        await self.bench.change(lambda author: take_back(root, author, content, said.check_in.id))

    def _said_here(self) -> Entry | None:
        """The check-in that the cursor is on."""
        here, standing = self.pane.here, self.standing
        if here is None or here.kind != "said" or standing is None:
            return None
        entries = self.moment.workspace.cycles[standing.cycle].entries.get(standing.key_result.id, ())
        return next((entry for entry in entries if entry.check_in.id == here.key), None)

    def action_why(self) -> None:
        """Shows or hides the reasons: the panel where it has room, else over the list."""
        if self._wide:
            self.frame.action_guide()
            return
        from okr_tui.ui.modals.why import open_why

        open_why(self, self._about)
