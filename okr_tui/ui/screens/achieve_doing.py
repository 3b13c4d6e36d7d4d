"""What is done on Achieve: check in, add, decide in the middle of a cycle, ask for help; the board of initiatives."""

from okr_tui.actions.drafting import toggle_done
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.ui.screens.achieve_pages import AchievePages
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.language import _


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

    async def action_ask_help(self) -> None:
        """Asks another team for help with what the cursor is on, by a day."""
        from okr_tui.ui.forms.aligning import ask_form

        session, place = self.moment, self.under_cursor()
        if place.kind not in {"objective", "key-result"}:
            raise WrongUsage(_("Help is asked for a key result or an objective; put the cursor on one."))
        standing = session.standing(place.key_result.id) if place.key_result is not None else None
        blocker = standing.last.check_in.blocker if standing is not None and standing.last is not None else None
        content = session.workspace.cycles[place.cycle]
        await self.open_below(self._key(), ask_form(session, content, "depend", place, need=blocker or ""))

    # the middle of a cycle

    async def action_decide(self) -> None:
        """Asks whether it is kept, adjusted or dropped for the rest of the cycle, and why."""
        from okr_tui.ui.forms.changing import edit_form
        from okr_tui.ui.forms.review import decide_form

        place = self.under_cursor()
        form = decide_form(self.moment, place, "mid")
        key = self._key()

        def then(_done: str) -> "tuple[str, object] | None":
            adjusts = form.typed.get("verdict") == "adjust"
            return (key, edit_form(self.moment, self.located(key))) if adjusts else None

        form.follows = then  # type: ignore[assignment]
        await self.open_below(key, form)

    async def action_light_grade(self) -> None:
        """A light grade: if the cycle ended today. What becomes of it is asked next."""
        from okr_tui.ui.forms.review import decide_form, grade_form

        place, key = self.under_cursor(), self._key()
        form = grade_form(self.moment, place, "mid")
        form.follows = lambda _done: (key, decide_form(self.moment, self.located(key), "mid"))
        await self.open_below(key, form)

    def _key(self) -> str:
        here = self.pane.here
        return here.key if here is not None else ""

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
            place, root = self.located(here.key), self.moment.root
            await self.bench.change(lambda author: toggle_done(root, author, place))
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
