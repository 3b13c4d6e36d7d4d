"""Achieve (3): the team's key results week by week, the four squares of the week, and what lags first."""

from collections.abc import Sequence

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.geometry import Size

from okr_tui.domain.rollup import TeamStanding
from okr_tui.domain.squares import initiatives
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import dim
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.achieve_doing import AchieveDoing
from okr_tui.ui.screens.achieve_rows import Table, empty_rows, team_rows, teams_below
from okr_tui.ui.screens.achieve_views import View, table_of
from okr_tui.ui.screens.align_map import unmet_rows
from okr_tui.ui.screens.initiative_rows import board_rows, for_newcomers_first
from okr_tui.ui.screens.unreadable import unreadable_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.achieve_head import COMPACT_BELOW, AchieveHead, Summary
from okr_tui.ui.widgets.row_messages import Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.ui.widgets.squares import Squares, squares_of
from okr_tui.words.language import _

_ROOMY = 30
"""Rows of the terminal from which every reason is shown, and the squares below the table."""
_AROUND = 13
"""Rows of a roomy screen that are neither the table's nor the squares' lines: rail, head, titles, empty rows, keys."""
_FEWEST, _MOST = 4, 12
"""Lines that a square has with little room, and with much."""


class Achieve(AchieveDoing):
    """The place; its second list, the board of initiatives, opens with `x` where the squares stand."""

    place = "achieve"

    DEFAULT_CSS = """
    Achieve > .body { padding: 1 0 0 0; }
    Achieve #achieve-head { margin: 0; }
    Achieve #achieve-board { display: none; max-height: 50%; height: auto; padding: 1 0; }
    Achieve.-board #achieve-board { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._folded: set[str] = set()
        self._view = View()
        self._rows: tuple[Row, ...] = ()
        self._short: dict[str, Row] = {}
        self._size_shown: Size | None = None

    def body(self) -> ComposeResult:
        """The head, the table, and below it the squares or the board."""
        yield AchieveHead()
        yield RowPane(id="achieve-table", followed=self._follow_reason)
        yield Squares()
        yield RowPane(id="achieve-board", ground="panel")

    def footer(self) -> Sequence[Hint] | None:
        """The keys of a form, or of the board, while it is open."""
        if self.open_form is None and self.page:
            return self.page_footer()
        if self.open_form is None and self.has_class("-board"):
            return (Hint("x", _("move on")), Hint("↵", _("open")), Hint("a", _("add")), Hint("e", _("edit")),
                    Hint("del", _("drop")), Hint("esc", _("back")))  # fmt: skip
        return super().footer()

    # what it shows

    def refresh_from(self, session: Session) -> None:
        """Builds every row anew from the snapshot."""
        self._size_shown = self.app.size
        if self.page:
            self._show_page(session)
            return
        rolled = session.team_standing()
        table = self._table(session, rolled)
        below = tuple(found for team in teams_below(session) if (found := session.team_standing(team)) is not None)
        missing = list(unreadable_rows(self, session, {session.cycle or ""}, {"plan"}, team=session.team))
        rows = [*missing, *table.rows] or list(empty_rows(session))
        rows += unmet_rows(session)
        if below and self._view.plain:
            rows += [blank(), *team_rows(session, below)]
        self._rows = tuple(rows)
        self._short = {
            row.key: replace(row, lines=row.lines[:1])
            for row in rows
            if row.kind == "key-result" and len(row.lines) > 1
        }
        name = session.workspace.name_of(session.team)
        head = rolled if rolled is not None and table.rows else None
        self.query_one(AchieveHead).show(Summary(name, head, table.columns, self._view.said()))
        self._show_rows()
        self._show_board(session)
        self.show_squares()
        self.ask_anew()

    def _table(self, session: Session, rolled: TeamStanding | None) -> Table:
        if rolled is None:
            return Table((), ())
        strong = self.app.size.width >= COMPACT_BELOW
        return table_of(session, rolled, self._view, self._folded, strong=strong)

    def _show_page(self, session: Session) -> None:
        """A page in place of the table: what changed, the week, the champion's."""
        self._rows, self._short = self.page_rows(session), {}
        self.query_one(AchieveHead).show(Summary("", None))
        self.table.set_rows(self._rows)
        self.show_squares()

    def _show_rows(self) -> None:
        """The rows; where room is short only that of the cursor says why."""
        if self.app.size.height >= _ROOMY or self._view.shows == "slips":
            self.table.set_rows(self._rows)
            return
        here = self.table.here
        kept = here.key if here is not None else None
        self.table.set_rows([row if row.key == kept else self._short.get(row.key, row) for row in self._rows])

    def _show_board(self, session: Session) -> None:
        content, team = session.content, session.team
        doing = initiatives(content.plans.get(team)) if content is not None and team is not None else ()
        rows = [
            section(_("INITIATIVES"), len(doing), right=dim(_("x moves on · esc back"))),
            *board_rows(session, for_newcomers_first(session, doing)),
        ]
        if not doing:
            rows.append(still(Tells(_("What will you do, to move a key result? The table's a adds it."), "dim")))
        self.board.set_rows(rows)

    def show_squares(self) -> None:
        """The squares with as many lines as the table leaves; none on a small screen."""
        squares, session, size = self.query_one(Squares), self.session, self.app.size
        shown = squares_of(session) if session is not None else ()
        roomy = size.height >= _ROOMY and size.width >= COMPACT_BELOW and any(square.lines for square in shown)
        squares.display = roomy and not self.has_class("-board") and not self.page
        if not squares.display:
            return
        width = max(size.width - 6, 1)
        free = size.height - _AROUND - sum(row.height(width) for row in self._rows)
        squares.show(shown, min(max(free, _FEWEST), _MOST))

    def on_resize(self, event: events.Resize) -> None:
        """Another size of the terminal has other rows: fewer columns, fewer reasons."""
        del event
        if self.session is not None and self._size_shown not in {None, self.app.size}:
            self.refresh_from(self.session)

    def _follow_reason(self) -> None:
        """The reason follows the cursor where room is short."""
        if self._short and self.app.size.height < _ROOMY:
            self._show_rows()

    # going in

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Opens what the cursor is on."""
        event.stop()
        await self._open(event.row)

    async def action_open(self) -> None:
        """Opens what the cursor is on."""
        if self.pane.here is not None:
            await self._open(self.pane.here)

    async def _open(self, row: Row) -> None:
        if row.kind == "part":
            await self.action_edit()
        elif row.kind == "team":
            if self.page:
                self.open_page("")
            self.bench.choose(team=row.key)
        elif row.kind == "objective":
            self._fold(row.key)
        elif row.kind == "request":
            await self.bench.go("align", focus=row.key)
        elif row.kind in {"key-result", "initiative", "task", "told", "round"}:
            from okr_tui.ui.screens.detail import open_detail

            found = self.under_cursor()
            if found.key_result is not None:
                await open_detail(self, found.key_result.id)
            elif self.page:
                await self.bench.go("make", focus=found.table.id)  # type: ignore[attr-defined]

    # folding and sorting

    def on_row_pane_turned(self, event: Turned) -> None:
        """Left folds an objective, or goes up to it from its key results; right unfolds it."""
        event.stop()
        if self.page:
            self.page_turned(-1 if event.to == "left" else 1)
            return
        if event.row is None or event.pane is not self.table:
            return
        if event.row.kind == "objective" and (event.row.key in self._folded) is (event.to == "right"):
            self._fold(event.row.key)
        elif event.row.kind == "key-result" and event.to == "left" and self._grouped:
            found = self.located(event.row.key)
            if found.objective is not None:
                self.table.go_to(found.objective.id)

    def action_fold(self) -> None:
        """Folds or unfolds the objective of the cursor."""
        found = self.under_cursor()
        if found.objective is not None and self._grouped:
            self.table.go_to(found.objective.id)
            self._fold(found.objective.id)

    def _fold(self, objective: str) -> None:
        self._folded ^= {objective}
        self.refresh_from(self.moment)

    @property
    def _grouped(self) -> bool:
        """Whether key results stand below their objectives."""
        return not self.page and not self._view.sort and self._view.shows != "slips"

    def action_slips_first(self) -> None:
        """What slips, is off track, at risk or stale comes first; then mine; then all by objective again."""
        if self.page:
            self.page_filtered()
            return
        self._look(self._view.filtered())

    def action_sort(self) -> None:
        """By status, progress, confidence, age, owner, name; then by objective again."""
        if not self.page:
            self._look(self._view.sorted_on())

    def _look(self, view: View) -> None:
        self._view = view
        here = self.table.here
        self.refresh_from(self.moment)
        if here is None or here.kind != "key-result":
            self.table.first()
