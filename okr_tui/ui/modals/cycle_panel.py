"""What is asked once about a whole cycle, with a list of what there is to know, at the right of the place behind it."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.binding import Binding, BindingType

from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.ground import Modal
from okr_tui.ui.widgets.row_pane import RowPane

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


class CyclePanel(Modal[None]):
    """A list beside the place; arrows move in it, esc answers "not yet".

    Args:
        cycle: id of the cycle.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("up,k", "move(-1)", show=False),
    ]
    SCOPED_CSS = False  # scoped, the name of what is inherited from would be looked for inside of what inherits
    CSS = """
    CyclePanel { align: right top; background: $okr-background 40%; }
    CyclePanel > Vertical { max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; background: $okr-panel; }
    CyclePanel Heard { width: 1fr; margin: 0 2 1 2; }
    CyclePanel RowPane { height: 1fr; }
    """

    def __init__(self, cycle: str) -> None:
        super().__init__()
        self._cycle = cycle
        self._pane = RowPane(edge=1, ground="panel")

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    @property
    def _content(self) -> CycleContent:
        return self._bench.session.workspace.cycles[self._cycle]

    def action_move(self, step: int) -> None:
        """To another row."""
        self._pane.move(step)
