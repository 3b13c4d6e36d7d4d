"""Where the cursor of Align is: in which view, on which row, and what that row is about."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.widget import Widget

from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.alignment import Alignment, Let
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.guide import Step
from okr_tui.domain.links import Asked
from okr_tui.domain.tree import Node
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.screens.align_alerts import alert_key, let_key
from okr_tui.ui.screens.align_head import Looking
from okr_tui.ui.screens.in_place import FormPlace
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.matrix import Matrix


class AlignPlace(FormPlace):
    """What the views of Align share: the alignment of the cycle looked at, and what the cursor is on."""

    def __init__(self) -> None:
        super().__init__()
        self.looking: Looking = "tree"
        self.found: Alignment | None = None
        self.crossing: str | None = None
        self._crossed: Matrix | None = None
        self.column = 0
        self._steps: tuple[Step, ...] | None = None
        self._node_of: dict[str, Node] = {}
        self._alert_of: Mapping[str, Alert] = {}
        self._let_of: Mapping[str, Let] = {}

    @property
    def pane(self) -> RowPane:
        """The one list; what stands in it depends on the view."""
        return self.query_one("#tree", RowPane)

    @property
    def content(self) -> CycleContent:
        """The cycle looked at.

        Raises:
            WrongUsage: there is none.
        """
        if self.moment.content is None:
            raise WrongUsage(_("There is nothing here yet."))
        return self.moment.content

    @property
    def steps(self) -> tuple[Step, ...]:
        """What the guide says; worked out once a snapshot, not at every move of the cursor."""
        if self._steps is None:
            self._steps = self.moment.next_steps()
        return self._steps

    def take_alignment(self, found: Alignment | None) -> None:
        """Another snapshot."""
        self.found, self._steps, self._crossed = found, None, None
        self._alert_of = {alert_key(each): each for each in found.alerts} if found is not None else {}
        self._let_of = {let_key(each): each for each in found.dismissed} if found is not None else {}

    @property
    def crossed(self) -> "Matrix | None":
        """The matrix below the anchor, or below the team that was chosen; worked out when it is first looked at."""
        if self._crossed is None and self.found is not None:
            from okr_tui.domain.matrix import matrix

            self._crossed = matrix(self.found.seen, self.crossing)
        return self._crossed

    def cross(self, team: str | None) -> None:
        """Another team's matrix; None is the anchor's."""
        self.crossing, self._crossed = team, None

    @property
    def key_here(self) -> str:
        """The key of the row of the cursor; empty where there is none."""
        row = self.pane.here if self.is_mounted else None
        return row.key if row is not None else ""

    @property
    def here(self) -> Node | None:
        """The row of the tree that the cursor is on."""
        return self._node_of.get(self.key_here) if self.looking == "tree" else None

    @property
    def alert_here(self) -> Alert | None:
        """The open alert that the cursor is on."""
        return self._alert_of.get(self.key_here) if self.looking == "alerts" else None

    @property
    def let_here(self) -> Let | None:
        """The alert that somebody let stand, that the cursor is on."""
        return self._let_of.get(self.key_here) if self.looking == "alerts" else None

    @property
    def asked_here(self) -> Asked | None:
        """The request that the cursor is on, or that its alert is about."""
        if self.looking == "tree":
            return self.here.asked if self.here is not None else None
        alert = self.alert_here
        return self.asked_of(alert.about[0] if alert is not None else self.key_here)

    def asked_of(self, identity: str) -> Asked | None:
        """The request with this id, with its newest answer."""
        requests = self.found.requests if self.found is not None else ()
        return next((each for each in requests if each.request.id == identity), None)

    @property
    def team_here(self) -> str:
        """Id of the team whose column of the matrix the cursor is in; empty elsewhere."""
        if self.looking != "matrix" or self.crossed is None or not self.crossed.teams:
            return ""
        return self.crossed.teams[min(self.column, len(self.crossed.teams) - 1)]

    @property
    def contributors_here(self) -> tuple[str, ...]:
        """Ids of the objectives in the cell of the matrix that the cursor is in."""
        rows = self.crossed.rows if self.looking == "matrix" and self.crossed is not None else ()
        row = next((each for each in rows if each.place.table.id == self.key_here), None)  # type: ignore[attr-defined]
        return row.cells.get(self.team_here, ()) if row is not None else ()

    def under_cursor(self) -> Located:
        """The objective or key result of the cursor, wherever it is named.

        Raises:
            WrongUsage: the cursor is on none.
        """
        node, alert = self.here, self.alert_here
        if node is not None and node.kind != "request":
            return node.place
        about = alert.about if alert is not None else (self.key_here,) if self.looking == "matrix" else ()
        found = next((place for each in about if (place := self.pursued(each)) is not None), None)
        if found is None:
            raise WrongUsage(_("Put the cursor on an objective or a key result first."))
        return found

    def pursued(self, identity: str) -> Located | None:
        """The objective or key result with an id, in this cycle or above; None for anything else."""
        session = self.moment
        place = self.content.located.get(identity) or session.workspace.find(identity, session.today)
        return place if place is not None and place.kind in {"objective", "key-result"} else None

    async def open_below(self, key: str, form: Widget, pane: RowPane | None = None) -> None:
        """Opens a form below a row; where the view has no row with this key, below that of the cursor."""
        known = any(row.key == key for row in self.pane.rows)
        await super().open_below(key if known else self.key_here, form, pane)
