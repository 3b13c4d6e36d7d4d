"""What a list tells the place around it; a place listens with `on_row_pane_selected` and its like."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from textual.message import Message

from okr_tui.ui.widgets.rows import Row

if TYPE_CHECKING:
    from okr_tui.ui.widgets.row_pane import RowPane


@dataclass(eq=False)
class Highlighted(Message, namespace="row_pane"):
    """The cursor came to a row."""

    pane: "RowPane"
    row: Row

    @property
    def control(self) -> "RowPane":
        """The pane it happened in."""
        return self.pane


@dataclass(eq=False)
class Selected(Message, namespace="row_pane"):
    """A row was chosen: enter, or a click on the row of the cursor."""

    pane: "RowPane"
    row: Row

    @property
    def control(self) -> "RowPane":
        """The pane it happened in."""
        return self.pane


@dataclass(eq=False)
class Turned(Message, namespace="row_pane"):
    """Left or right was pressed on a row: fold and unfold, or on to the list beside."""

    pane: "RowPane"
    row: Row | None
    to: Literal["left", "right"]

    @property
    def control(self) -> "RowPane":
        """The pane it happened in."""
        return self.pane
