"""Align: who supports what, who waits for whom, what doesn't fit; four views of one cycle."""

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.widgets import Input

from okr_tui.domain.alignment import alignment
from okr_tui.domain.errors import OkrError
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.align_alerts import alert_rows
from okr_tui.ui.screens.align_head import VIEWS, Looking, tabs
from okr_tui.ui.screens.align_panel import panel_rows
from okr_tui.ui.screens.align_tree import TreePlace
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.entry import Entry
from okr_tui.ui.widgets.row_messages import Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.failures import sentence
from okr_tui.words.language import _


class Align(TreePlace):
    """Four views of how the plans of a cycle fit together, and at the right what the cursor is on."""

    place = "align"
    panel_width = 38
    DEFAULT_CSS = """
    Align #words { margin: 0 2 1 4; display: none; }
    Align.-typing #words { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._looked: tuple[str | None, str | None] = (None, None)
        self._cursors: dict[Looking, str] = {}
        self._own_team: bool = False

    def body(self) -> ComposeResult:
        """A line to type words into, shown while one does; one list."""
        yield Entry(id="words")
        yield RowPane(id="tree", followed=self.follow_cursor)

    # what it shows

    def refresh_from(self, session: Session) -> None:
        """Looks at everything anew; what was folded stays so, unless another team or cycle is looked at."""
        content = session.content
        moved = self._looked != (session.cycle, session.team)
        if moved:
            self._folds, self._looked, self.crossing = {}, (session.cycle, session.team), None
        self.plant(session)
        self.take_alignment(alignment(session.workspace, content, session.today) if content is not None else None)
        self.repaint()
        if moved and self.looking == "tree":
            self.to_own_team(session)
        self.ask_anew()

    def repaint(self) -> None:
        """Shows the view that is chosen."""
        session = self.session
        if session is not None:
            self.pane.set_rows([still(tabs(self.looking, self.found)), blank(), *self._rows(session)])

    def _rows(self, session: Session) -> list[Row]:
        found, content = self.found, session.content
        if self.looking == "tree" or found is None or content is None:
            return self.rows_of_tree(session)
        team, missing = session.team if self._own_team else None, self.missing(session)
        if self.looking == "matrix":
            from okr_tui.ui.screens.align_matrix import matrix_rows

            crossed = self.crossed if self.crossed is not None and (self.crossed.rows or not missing) else None
            return [*missing, *(matrix_rows(session, crossed, self.column) if crossed is not None else ())]
        if self.looking == "requests":
            from okr_tui.ui.screens.align_map import map_rows

            return [*missing, *map_rows(session, found, team)]
        drafted = any(plan.objective for plan in content.plans.values())
        return [*missing, *(alert_rows(session, content, found, team) if drafted or not missing else ())]

    def panel(self) -> Sequence[Row]:
        """What the cursor is on, and the next steps."""
        if self.session is None:
            return ()
        return panel_rows(self, self._planted, self.keys_here)

    def footer(self) -> Sequence[Hint] | None:
        """The keys of what is open, or of the view; those of the tree are the commands."""
        if self.open_form is not None:
            return super().footer()
        if self.has_class("-typing"):
            return (Hint("enter", _("keep the words")), Hint("esc", _("show everything")))
        hints = {
            "tree": None,
            "matrix": (Hint("enter", _("go there, or invite")), Hint("←→", _("team")), Hint("v", _("invite")),
                       Hint("T", _("thank")), Hint("o", _("challenge")), Hint("f", _("whose")), self._tab()),
            "requests": (Hint("enter", _("answer")), Hint("o", _("challenge")), Hint("r", _("remind")),
                         Hint("n", _("ask")), Hint("del", _("withdraw")), Hint("f", _("filter")), self._tab()),
            "alerts": (Hint("enter", _("settle")), Hint("del", _("let it stand")), Hint("s", _("supports…")),
                       Hint("v", _("invite")), Hint(";", _("comment")), Hint("f", _("filter")), self._tab()),
        }  # fmt: skip
        return hints[self.looking]

    @staticmethod
    def _tab() -> Hint:
        return Hint("tab", _("next view"))

    # the views

    def action_next_view(self) -> None:
        """The next of the four views."""
        self._look(VIEWS[(VIEWS.index(self.looking) + 1) % len(VIEWS)])

    def action_view_before(self) -> None:
        """The one before."""
        self._look(VIEWS[VIEWS.index(self.looking) - 1])

    def _look(self, view: Looking) -> None:
        """Another view; the cursor goes to where it was in it."""
        if self.open_form is not None:
            return
        self._cursors[self.looking] = self.key_here
        self.looking = view
        self.title = (
            "" if view == "tree" else {"matrix": _("matrix"), "requests": _("requests"), "alerts": _("alerts")}[view]
        )
        self.repaint()
        if not self.pane.go_to(self._cursors.get(view, "")):
            self.pane.first()
        self.repaint_panel()
        self.frame.refresh_frame()

    def on_row_pane_turned(self, event: Turned) -> None:
        """Left and right: folds in the tree, teams in the matrix."""
        if event.pane is not self.pane:
            return
        if self.looking == "tree":
            self.turn_tree(event)
        elif self.looking == "matrix" and self.crossed is not None and self.crossed.teams:
            step = -1 if event.to == "left" else 1
            self.column = min(max(self.column + step, 0), len(self.crossed.teams) - 1)
            self.repaint()
            self.repaint_panel()

    def action_filter(self) -> None:
        """The next way to look: more or less of the tree, another parent in the matrix, one team or all of them."""
        session, found = self.moment, self.found
        if self.looking == "tree":
            self.next_filter()
        elif self.looking == "matrix" and found is not None:
            anchor = found.seen.anchor
            parents = {each.parent for each in session.workspace.teams}
            other = session.team if session.team in parents and session.team != anchor else None
            if other is None:
                self.say(_("Nobody stands below {team}; t chooses another.").format(
                    team=session.workspace.name_of(session.team)
                ))  # fmt: skip
            self.cross(None if self.crossing is not None else other)
            self.column = 0
            self.repaint()
        else:
            self._own_team = not self._own_team
            self.say(session.workspace.name_of(session.team) if self._own_team else _("All teams."))
            self.repaint()
        self.repaint_panel()

    # words to filter by

    def action_filter_words(self) -> None:
        """Opens the line in which words are typed."""
        if self.looking != "tree":
            self._look("tree")
        self.add_class("-typing")
        self.query_one("#words", Entry).focus(scroll_visible=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """The tree follows what is typed."""
        if event.input.id == "words":
            event.stop()
            self._typed = event.value.strip()
            self.repaint()

    def on_key(self, event: events.Key) -> None:
        """Enter and the arrow down go to the rows with the words; esc shows everything again."""
        entry = self.query_one("#words", Entry)
        if not entry.has_focus or event.key not in {"enter", "escape", "down"}:
            return
        event.stop()
        event.prevent_default()
        if event.key == "escape":
            entry.value = self._typed = ""
            self.repaint()
        self.remove_class("-typing")
        self.pane.focus(scroll_visible=False)
        self.frame.refresh_frame()

    # opening

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Opens what the row is about; what can't be is said."""
        event.stop()
        try:
            await self._open(event.row)
        except OkrError as error:
            self.say(sentence(error))

    async def action_open(self) -> None:
        """Opens what the cursor is on."""
        if self.pane.here is not None:
            await self._open(self.pane.here)

    async def _open(self, row: Row) -> None:
        """Opens what settles an alert, the answer to a request, what contributes; a thing where it is worked on."""
        alert, each = self.alert_here, self.asked_here
        if alert is not None:
            await self.settle(alert)
        elif self.let_here is not None:
            await self.take_up()
        elif each is not None:
            await self.answer(each)
        elif self.looking == "matrix":
            await self._open_cell()
        elif (node := self._node_of.get(row.key)) is not None:
            content = self.moment.workspace.cycles.get(node.place.cycle)
            drafting = content is not None and content.cycle.phase in {"make", "align"}
            await self.bench.go("make" if drafting else "achieve", focus=str(node.place.table.id))  # type: ignore[attr-defined]

    async def _open_cell(self) -> None:
        """Goes to what contributes, in the tree; where nobody does, invites the team."""
        found = self.contributors_here
        if not found:
            await self.action_invite()
            return
        self._look("tree")
        self.unfold_to(found[0])

    def reveal(self, identity: str) -> None:
        """Shows the row of something: in the view looked at, else in the tree."""
        if not any(row.key == identity for row in self.pane.rows) and identity in self._node_of:
            self._look("tree")
            self.unfold_to(identity)
