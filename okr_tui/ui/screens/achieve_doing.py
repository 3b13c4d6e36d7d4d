"""What is done on Achieve: check in, add; the board of initiatives."""

from okr_tui.domain.workspace import Located
from okr_tui.ui.screens.achieve_pages import AchievePages
from okr_tui.ui.widgets.row_pane import RowPane


class AchieveDoing(AchievePages):
    """The keys that change something."""

    @property
    def board(self) -> RowPane:
        """The initiatives."""
        return self.query_one("#achieve-board", RowPane)

    def show_squares(self) -> None:
        """The squares, where there is room for them."""
        raise NotImplementedError

    async def action_check_in(self) -> None:
        """Opens the check-in below the key result of the cursor."""
        here = self.pane.here
        found = self.under_cursor() if here is not None and here.kind != "team" else None
        identity = found.key_result.id if found is not None and found.key_result is not None else None
        await self.check_in_on(identity, here.key if here is not None else "")

    async def action_add(self) -> None:
        """Adds what belongs here: an objective, a key result of one, an initiative of a key result, a task of one."""
        from okr_tui.ui.forms import adding

        session, here = self.moment, self.pane.here
        found = session.workspace.find(here.key, session.today) if here is not None else None
        if found is not None and found.kind in {"initiative", "task"}:
            form = adding.new_task(self.drawer(found.cycle, found.team), _initiative_of(found))
        elif found is not None and found.key_result is not None:
            form = adding.new_initiative(self.drawer(found.cycle, found.team), found.key_result.id)
        elif found is not None and found.objective is not None:
            form = adding.new_key_result(self.drawer(found.cycle, found.team), found.objective.id)
        elif session.cycle is not None and session.team is not None:
            form = adding.new_objective(self.drawer(session.cycle, session.team))
        else:
            return
        await self.open_below(here.key if here is not None else "", form)

    # the board

    async def action_initiatives(self) -> None:
        """Opens the board of initiatives; on it, moves one on, or ticks a task."""
        if self.page:
            return
        if not self.has_class("-board"):
            self._open_board()
            return
        here = self.board.here
        if here is not None and here.kind == "task":
            await self.tick(here.key)
        elif here is not None:
            await self.move_on(here.key)

    def _open_board(self) -> None:
        here = self.table.here
        self.add_class("-board")
        self.show_squares()
        found = self.moment.workspace.find(here.key, self.moment.today) if here is not None else None
        if found is not None and found.key_result is not None and found.key_result.initiative:
            self.board.go_to(found.key_result.initiative[0].id)
        self.board.focus(scroll_visible=False)

    def action_close(self) -> None:
        """Closes the board, or the page."""
        if self.has_class("-board"):
            self.remove_class("-board")
            self.show_squares()
            self.table.focus(scroll_visible=False)
        elif self.page:
            self.open_page("")

    def action_why(self) -> None:
        """Says how the number of the cursor came about."""
        from okr_tui.ui.modals.why import open_why

        open_why(self, self.pane.here.key if self.pane.here is not None else self.moment.team)


def _initiative_of(place: Located) -> str:
    """The id of an initiative, or of the one that a task belongs to."""
    mine = str(place.table.id)  # type: ignore[attr-defined]
    doing = place.key_result.initiative if place.key_result is not None else ()
    return next((each.id for each in doing if any(task.id == mine for task in each.task)), mine)
