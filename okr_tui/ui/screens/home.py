"""Home: what I owe, what waits for me, what is new; a check-in opens in place."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from okr_tui.domain.errors import WrongUsage
from okr_tui.ui.screens.home_check_ins import CheckInPlace
from okr_tui.ui.screens.home_panel import panel_rows
from okr_tui.ui.screens.home_rows import DRAFTED, DUE, KPI, OTHER
from okr_tui.ui.screens.home_team import TEAM_DUE
from okr_tui.ui.screens.home_waiting import ANSWERS, PROMISES, row_key
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.due import Owed
    from okr_tui.domain.workspace import Located
    from okr_tui.ui.forms.table_form import TableForm


class Home(CheckInPlace):
    """What I owe, over all open cycles."""

    place = "home"
    panel_width = 30

    def panel(self) -> Sequence[Row]:
        """Guide, team, rituals."""
        keys = {key for command in self.frame.commands for key in command.keys}
        return panel_rows(self.now, keys, self.key_of("guide"), self.panel_room)

    # what waits, what I promised, what is new

    async def on_row_pane_selected(self, event: Selected) -> None:
        """↵ opens what a row is about."""
        event.stop()
        row = event.row
        if row.kind in {DUE, OTHER, KPI}:
            await self.begin(row.key)
        elif row.kind in ANSWERS:
            await self._answer(row.key)
        elif row.kind == "news":
            await self._go_to_news(row.key)
        elif row.kind == TEAM_DUE:
            await self.bench.go("achieve", focus=row.key.removeprefix("team "))
        elif row.kind in {*PROMISES, "grade"}:
            await self._go_to_promise(row)
        elif row.kind == DRAFTED:
            await self.bench.go("make", focus=row.key)

    async def action_answer(self) -> None:
        """Answers what the cursor is on, news too, else the first thing that waits."""
        here = self.pane.here
        if here is not None and here.kind == "news":
            await self._react(here.key)
            return
        waiting = [row.key for row in self.pane.rows if row.kind in ANSWERS]
        if not waiting:
            raise WrongUsage(_("Nobody waits for an answer from you."))
        await self._answer(here.key if here is not None and here.kind in ANSWERS else waiting[0])

    def _owed(self, key: str) -> "Owed | None":
        """What is owed on the row with a key."""
        return next((item for item in self.now.owed() if row_key(item) == key and item.kind != DUE), None)

    async def _answer(self, key: str) -> None:
        """Opens the answer below its row."""
        from okr_tui.ui.forms.answer import answer_form

        item = self._owed(key)
        if item is not None:
            await self._open_form(key, answer_form(self.now, item))

    # reacting, adding, changing

    async def action_thank(self) -> None:
        """Thanks whoever did what the cursor is on, at once; `u` takes it back."""
        from okr_tui.ui.screens.home_reacting import thanks

        here = self.pane.here
        make = thanks(self.now, self.since or self.now.today, here.key) if here is not None else None
        if make is None:
            raise WrongUsage(_("Put the cursor on a piece of news: T thanks whoever did it."))
        await self.bench.change(make)

    async def _react(self, key: str) -> None:
        """Opens a word on a piece of news, below it."""
        from okr_tui.ui.screens.home_reacting import reply_form

        form = reply_form(self.now, self.since or self.now.today, key)
        if form is None:
            raise WrongUsage(_("This needs no answer; T thanks whoever did it."))
        await self._open_form(key, form)

    async def action_add(self) -> None:
        """Adds an initiative to the key result of the cursor."""
        from okr_tui.ui.forms.adding import Drawer, new_initiative

        place = self._mine_here(_("a adds an initiative to a key result; put the cursor on one."))
        if place.key_result is None:
            raise WrongUsage(_("a adds an initiative to a key result; put the cursor on one."))
        drawer = Drawer(lambda: self.now, place.cycle, place.team)
        await self._open_form(place.key_result.id, new_initiative(drawer, place.key_result.id))

    async def action_edit(self) -> None:
        """Changes the key result or the initiative of the cursor, where it stands."""
        from okr_tui.ui.forms.changing import edit_form

        place = self._mine_here(_("e changes a key result or an initiative; put the cursor on one."))
        await self._open_form(self.pane.here.key if self.pane.here else "", edit_form(self.now, place))

    def _mine_here(self, otherwise: str) -> "Located":
        """The key result or initiative of the cursor.

        Raises:
            WrongUsage: it is on neither.
        """
        here = self.pane.here
        place = self.now.workspace.find(here.key, self.now.today) if here is not None else None
        if place is None or place.kind not in {"key-result", "initiative"}:
            raise WrongUsage(otherwise)
        return place

    async def _open_form(self, key: str, form: "TableForm") -> None:
        await self.pane.open_below(key, form)
        self.frame.refresh_frame()

    async def on_table_form_saved(self, event: "TableForm.Saved") -> None:
        """The answer is given: its row has gone."""
        event.stop()
        await self.pane.close()
        self.frame.refresh_frame()

    async def on_table_form_left(self, event: "TableForm.Left") -> None:
        """The answer was left; its words are kept."""
        event.stop()
        await self.pane.close()
        self.frame.refresh_frame()

    def action_why(self) -> None:
        """Says how the number under the cursor came about."""
        from okr_tui.ui.modals.why import open_why

        open_why(self, self.pane.here.key if self.pane.here else None)

    async def action_finish(self) -> None:
        """Marks the initiative or action under the cursor as done."""
        here = self.pane.here
        item = self._owed(here.key) if here is not None and here.kind in PROMISES else None
        if item is None:
            raise WrongUsage(_("x marks an initiative or an action as done; put the cursor on one."))
        from okr_tui.actions.finishing import finish_action, finish_initiative

        root, about = self.now.root, item.about
        if about is not None:
            await self.bench.change(lambda author: finish_initiative(root, author, about))
        else:
            await self.bench.change(lambda author: finish_action(root, author, item.cycle, item.team, item.id))

    async def _go_to_promise(self, row: Row) -> None:
        """To where an initiative, an action or a score stands."""
        item = self._owed(row.key) or next((each for each in self.now.owed() if f"grade {each.id}" == row.key), None)
        if item is None:
            return
        key_result = item.about.key_result if item.about is not None else None
        place = "achieve" if item.kind == "initiative" else "measure"
        await self.bench.go(place, focus=key_result.id if key_result is not None else item.id)

    async def _go_to_news(self, key: str) -> None:
        """To what a piece of news is about."""
        from okr_tui.ui.screens.home_news import about_of

        about = about_of(self.now, self.since or self.now.today, key)
        if about is not None:
            await self.bench.go("achieve", focus=about)
