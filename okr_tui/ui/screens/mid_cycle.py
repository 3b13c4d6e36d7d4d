"""What is done in the middle of a cycle with what the cursor is on: ask another team for help, grade it lightly, decide."""

from typing import TYPE_CHECKING

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.ui.screens.in_place import FormPlace
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.forms.table_form import TableForm


class MidCycle(FormPlace):
    """A place whose key results and objectives can be kept, adjusted or dropped before the cycle ends."""

    def decided_here(self) -> Located:
        """What a decision would be about: what the cursor is on."""
        return self.under_cursor()

    async def action_ask_help(self) -> None:
        """Asks another team for help with what the cursor is on, by a day; its blocker is what is needed, if it has one."""
        from okr_tui.ui.forms.aligning import ask_form

        session, place = self.moment, self.decided_here()
        if place.kind not in {"objective", "key-result"}:
            raise WrongUsage(_("Help is asked for a key result or an objective; put the cursor on one."))
        standing = session.standing(place.key_result.id) if place.key_result is not None else None
        blocker = standing.last.check_in.blocker if standing is not None and standing.last is not None else None
        content = session.workspace.cycles[place.cycle]
        await self.open_below(self._row_key(), ask_form(session, content, "depend", place, need=blocker or ""))

    async def action_decide_mid(self) -> None:
        """Asks whether it is kept, adjusted or dropped for the rest of the cycle, and why."""
        await self.open_below(self._row_key(), self._deciding(self.decided_here()))

    async def action_light_grade(self) -> None:
        """A light grade: if the cycle ended today. What becomes of it is asked next."""
        from okr_tui.ui.forms.review import grade_form

        place, key = self.decided_here(), self._row_key()
        form = grade_form(self.moment, place, "mid")
        form.follows = lambda _done: (key, self._deciding(place))
        await self.open_below(key, form)

    def _deciding(self, place: Located) -> "TableForm":
        """The decision; what is to be adjusted is opened for editing after it."""
        from okr_tui.ui.forms.changing import edit_form
        from okr_tui.ui.forms.review import decide_form

        form, key = decide_form(self.moment, place, "mid"), self._row_key()

        def then(_done: str) -> "tuple[str, TableForm] | None":
            now = self.located(str(place.table.id))  # type: ignore[attr-defined]
            return (key, edit_form(self.moment, now)) if form.typed.get("verdict") == "adjust" else None

        form.follows = then
        return form

    def _row_key(self) -> str:
        here = self.pane.here
        return here.key if here is not None else ""
