"""Opening a cycle (`N`): a form over what is looked at."""

from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical

from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.forms.new_cycle import NewCycleForm
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.ground import Modal
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import dim
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


class NewCycleModal(Modal[None]):
    """The form; saved, the new cycle is looked at where there was none to look at before."""

    CSS = """
    NewCycleModal { align: center top; background: $okr-background 40%; }
    NewCycleModal > Vertical {
        width: 84; max-width: 100%; height: auto; margin: 3 0 1 0; padding: 1 2; background: $okr-panel;
    }
    NewCycleModal .keys { margin: 1 0 0 0; }
    """

    def compose(self) -> ComposeResult:
        """The form and its keys."""
        keys = Heard(Says(dim(_("↵ opens it · tab next field · ←→ choose · esc leaves and keeps it"))))
        keys.add_class("keys")
        with Vertical():
            yield NewCycleForm(cast("Workbench", self.app).session)
            yield keys

    def on_mount(self) -> None:
        """The keys are for the first field."""
        self.query_one(NewCycleForm).go_to("kind")

    def on_table_form_saved(self, event: TableForm.Saved) -> None:
        """Closes; whoever looked at no cycle looks at this one."""
        event.stop()
        bench = cast("Workbench", self.app)
        self.dismiss()
        if event.done is not None and bench.session.content is None:
            bench.choose(cycle=event.done.act.id)

    def on_table_form_left(self, event: TableForm.Left) -> None:
        """Closes; what was typed is kept."""
        event.stop()
        self.dismiss()
