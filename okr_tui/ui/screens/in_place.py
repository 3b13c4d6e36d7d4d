"""What a place does with forms that open below a row: check in, add, edit, drop, move an initiative on."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, cast

from textual.message import Message
from textual.widget import Widget

from okr_tui.actions.act import Act, Author
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.ui.place import Hint, Place
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.forms.check_in import CheckInForm
    from okr_tui.ui.forms.table_form import TableForm
    from okr_tui.ui.workbench import Workbench


class FormPlace(Place):
    """A place whose rows are key results, objectives and initiatives that can be changed where they stand."""

    @property
    def bench(self) -> "Workbench":
        """The app, with its desk."""
        return cast("Workbench", self.app)

    @property
    def moment(self) -> Session:
        """The snapshot that is shown.

        Raises:
            WrongUsage: there is none yet.
        """
        if self.session is None:
            raise WrongUsage(_("There is nothing here yet."))
        return self.session

    @property
    def pane(self) -> RowPane:
        """The list that has the keys, or the first one."""
        panes = [pane for pane in self.query(RowPane) if pane is not self.side and pane.display]
        return next((pane for pane in (*panes, self.side) if pane.has_focus_within or pane.has_focus), panes[0])

    @property
    def open_form(self) -> Widget | None:
        """The form that is open in one of the lists."""
        return next((pane.form for pane in self.query(RowPane) if pane.form is not None), None)

    def located(self, identity: str | None) -> Located:
        """The table with this id.

        Raises:
            WrongUsage: the cursor is on nothing that has one.
        """
        found = self.moment.workspace.find(identity, self.moment.today) if identity else None
        if found is None:
            raise WrongUsage(_("Put the cursor on a key result, an objective or an initiative first."))
        return found

    def under_cursor(self) -> Located:
        """The table that the row of the cursor is about.

        Raises:
            WrongUsage: it is about none.
        """
        here = self.pane.here
        return self.located(here.key if here is not None else None)

    def footer(self) -> Sequence[Hint] | None:
        """The keys of the form that is open."""
        form = self.open_form
        if form is None:
            return None
        own: Sequence[Hint] | None = getattr(form, "hints", None)
        return own or (Hint("↵", _("save")), Hint("tab", _("next field")), Hint("esc", _("leave, words are kept")))

    # opening

    async def open_below(self, key: str, form: Widget, pane: RowPane | None = None) -> None:
        """Opens a form below a row, and says its keys in the footer."""
        await (pane or self.pane).open_below(key, form)
        self.frame.refresh_frame()

    async def check_in_on(self, identity: str | None, below: str) -> None:
        """Opens the check-in on a key result.

        Raises:
            WrongUsage: the cursor is on no key result, or on one that is given up.
        """
        from okr_tui.actions.check_in import barred
        from okr_tui.ui.forms.asked import asked_of
        from okr_tui.ui.forms.check_in import CheckInForm

        standing = self.moment.standing(identity) if identity else None
        if standing is None:
            raise WrongUsage(_("A check-in is about a key result: put the cursor on one first."))
        if self.moment.me is None:
            raise WrongUsage(_("Nobody knows who you are here: start okr with --me ID; the ids stand in people.toml."))
        asked = asked_of(self.moment, standing)
        if (why := barred(asked.subject)) is not None:
            raise WrongUsage(why)
        await self.open_below(below, CheckInForm(asked))

    async def action_edit(self) -> None:
        """Opens everything of what the cursor is on."""
        from okr_tui.ui.forms.changing import edit_form

        place = self.under_cursor()
        await self.open_below(_id(place), edit_form(self.moment, place))

    async def action_drop(self) -> None:
        """Gives up what the cursor is on: objectives and key results with a reason."""
        from okr_tui.ui.forms.changing import ASK_WHY, drop_form

        place = self.under_cursor()
        if place.kind in ASK_WHY:
            await self.open_below(_id(place), drop_form(self.moment, place))
            return
        from okr_tui.actions.editing import drop

        root = self.moment.root
        await self.bench.change(lambda author: drop(root, author, place))

    async def move_on(self, identity: str) -> None:
        """An initiative becomes active, then done, then planned again."""
        from okr_tui.actions.editing import edit
        from okr_tui.ui.forms.changing import next_step

        place, root = self.located(identity), self.moment.root

        def make(author: Author) -> Act:
            return edit(root, author, place, {"status": next_step(place)})

        await self.bench.change(make)

    async def tick(self, identity: str) -> None:
        """A task is done, or not after all."""
        from okr_tui.actions.drafting import toggle_done

        place, root = self.located(identity), self.moment.root
        await self.bench.change(lambda author: toggle_done(root, author, place))

    def drawer(self, cycle: str, team: str) -> Any:
        """Where a new thing goes, for the forms that add."""
        from okr_tui.ui.forms.adding import Drawer

        return Drawer(lambda: self.moment, cycle, team)

    # what forms tell

    async def on_check_in_form_saved(self, event: "CheckInForm.Saved") -> None:
        """It stands in the journal."""
        await self._shut(event, event.form)

    async def on_check_in_form_kept(self, event: "CheckInForm.Kept") -> None:
        """It was left; its words are kept."""
        if event.drafted:
            self.say(_("Your words are kept until you come back."))
        await self._shut(event, event.form)

    async def on_table_form_saved(self, event: "TableForm.Saved") -> None:
        """It was written; the form that belongs after it opens."""
        pane = self._pane_of(event.form)
        await self._shut(event, event.form)
        if event.done is None or pane is None:
            return
        pane.go_to(event.done.act.id)
        if event.form.follows is not None:
            following = event.form.follows(event.done.act.id)
            if following is not None:
                await self.open_below(*following, pane)

    async def on_table_form_left(self, event: "TableForm.Left") -> None:
        """It was left; its words are kept."""
        await self._shut(event, event.form)

    def _pane_of(self, form: Widget) -> RowPane | None:
        return next((pane for pane in self.query(RowPane) if pane.form is form), None)

    async def _shut(self, event: Message, form: Widget) -> None:
        event.stop()
        pane = self._pane_of(form)
        if pane is not None:
            await pane.close()
        self.frame.refresh_frame()

    def ask_anew(self) -> None:
        """A check-in that is open goes by the new snapshot; what was typed stays."""
        form = self.open_form
        if form is None:
            return
        from okr_tui.ui.forms.asked import asked_of
        from okr_tui.ui.forms.check_in import CheckInForm

        if isinstance(form, CheckInForm) and form.is_mounted:
            standing = self.moment.standing(form.asked.subject.id)
            if standing is not None:
                form.follow(asked_of(self.moment, standing))


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
