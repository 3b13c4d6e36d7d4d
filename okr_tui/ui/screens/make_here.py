"""Where the cursor of Make is, what it is on, and the forms that open there."""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, cast

from textual.widget import Widget

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.making import Pain
from okr_tui.domain.plan import Theme
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.forms.adding import Drawer
from okr_tui.ui.place import Place
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.failures import sentence
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


class Here(Place):
    """A place with drafts in the middle and what they come from at the left."""

    def __init__(self) -> None:
        super().__init__()
        self._noted: Widget | None = None
        self._titles: dict[str, str] = {}
        self._pains: dict[str, Pain] = {}
        self._themes: dict[str, Theme] = {}

    @property
    def bench(self) -> "Workbench":
        """The app, with its desk."""
        return cast("Workbench", self.app)

    @property
    def content(self) -> CycleContent | None:
        """The cycle looked at."""
        raise NotImplementedError

    @property
    def drafts_pane(self) -> RowPane:
        """The list in the middle."""
        return self.query_one("#drafts", RowPane)

    @property
    def sources_pane(self) -> RowPane:
        """The list at the left."""
        return self.query_one("#sources", RowPane)

    @property
    def pane_here(self) -> RowPane:
        """The list that has, or last had, the keys."""
        return self.sources_pane if self._noted is self.sources_pane else self.drafts_pane

    def note_pane(self, pane: Widget) -> None:
        """Remembers which list has the keys."""
        self._noted = pane

    @property
    def open_form(self) -> Widget | None:
        """The form that is open in one of the lists."""
        return self.drafts_pane.form or self.sources_pane.form

    def place_of(self, identity: str) -> Located | None:
        """The table with this id in the cycle looked at."""
        return self.content.located.get(identity) if self.content else None

    def _seen(self) -> tuple[Session, CycleContent, Drawer]:
        """The snapshot, the cycle, where new things go.

        Raises:
            WrongUsage: there is no cycle or no team to draft for.
        """
        session, content = self.session, self.content
        if session is None or content is None or session.team is None:
            raise WrongUsage(_("There is no cycle or no team to draft for."))
        return session, content, Drawer(lambda: self.frame.session, content.cycle.id, session.team)

    def _row(self) -> tuple[RowPane, Row]:
        row = self.pane_here.here
        if row is None:
            raise WrongUsage(_("There is nothing here yet; a adds."))
        return self.pane_here, row

    def _located(self) -> tuple[RowPane, Row, Located]:
        """The table of the row of the cursor.

        Raises:
            WrongUsage: the cursor is on nothing that stands in a plan.
        """
        pane, row = self._row()
        place = self.place_of(row.key)
        if place is None:
            raise WrongUsage(_("Put the cursor on something of the plan first."))
        return pane, row, place

    async def _open(self, pane: RowPane, key: str, form: Widget) -> None:
        """Opens a form below a row; the other list's form gives way, and the panel speaks of what is typed in it."""
        other = self.sources_pane if pane is self.drafts_pane else self.drafts_pane
        await other.close()
        self.note_pane(pane)
        await pane.open_below(key, form)
        self.repaint_panel()
        self.frame.refresh_frame()

    async def _tried(self, act: Callable[[], Awaitable[None]]) -> None:
        """Does it; what a person has to know is said in one sentence."""
        try:
            await act()
        except OkrError as error:
            self.app.notify(sentence(error), severity="error")

    async def _close(self) -> None:
        for pane in (self.drafts_pane, self.sources_pane):
            await pane.close()
        self.frame.refresh_frame()
