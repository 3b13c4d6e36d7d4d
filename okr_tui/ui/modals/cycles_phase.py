"""Moving the company's phase (`M`): the four phases, what the present one misses, what the calendar suggests."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from okr_tui.actions.cycles import move_phase
from okr_tui.domain.cycle import Phase
from okr_tui.domain.errors import OkrError
from okr_tui.domain.phases import PHASES, still_missing, suggested
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.ground import Modal
from okr_tui.ui.paint.lines import Says, Tells, Title
from okr_tui.ui.paint.runs import Run, bold, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _
from okr_tui.words.phases import sentence
from okr_tui.words.statuses import phase as phase_word

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


def open_phase(bench: "Workbench") -> None:
    """Opens the choice of the phase of the cycle looked at.

    Raises:
        OkrError: there is no cycle.
    """
    content = getattr(bench.place, "content", None) or bench.session.content
    if content is None:
        raise OkrError(_("There is no cycle yet; N opens one."))
    bench.push_screen(MovePhase(content))


class MovePhase(Modal[None]):
    """A list of the phases; enter moves the cycle there, forwards or back. Nothing is ever locked.

    Args:
        content: the cycle.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]
    CSS = """
    MovePhase { align: right top; background: $okr-background 40%; }
    MovePhase > RowPane { width: 64; max-width: 100%; height: auto; max-height: 100%; margin: 3 0 1 0; padding: 1 0; }
    """

    def __init__(self, content: CycleContent) -> None:
        super().__init__()
        self._content = content

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowPane(edge=0, ground="panel")

    def on_mount(self) -> None:
        """Fills it; the cursor stands where the calendar would be."""
        bench = cast("Workbench", self.app)
        pane = self.query_one(RowPane)
        pane.set_rows(phase_rows(bench.session, self._content))
        pane.go_to(suggested(self._content, bench.session.today))
        pane.focus()

    def action_move(self, step: int) -> None:
        """To the next phase."""
        self.query_one(RowPane).move(step)

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Moves the phase; where it can't be written, the list stays open."""
        event.stop()
        bench = cast("Workbench", self.app)
        root, cycle = bench.session.root, self._content.cycle
        wanted = cast("Phase", event.row.key)
        if wanted == cycle.phase:
            self.dismiss()
            return
        done = await bench.change(lambda author: move_phase(root, author, cycle, wanted))
        if done is not None:
            self.dismiss()


def phase_rows(session: Session, content: CycleContent) -> list[Row]:
    """The phases of a cycle, and below the present one what it still misses."""
    cycle, wanted = content.cycle, suggested(content, session.today)
    rows = [still(Title(cycle.name, right=dim(_("↵ moves it there · esc closes")), ruled=False)), blank()]
    if cycle.closed:
        return [*rows, still(Tells(_("This cycle is closed."), "dim"))]
    lacks = still_missing(session.workspace, content, session.today)
    for phase in PHASES:
        here = phase == cycle.phase
        name = bold(phase_word(phase), "accent") if here else Run(phase_word(phase))
        said = [_("at present")] if here else []
        said += [_("by the calendar")] if phase == wanted else []
        lines: list[Says | Tells] = [
            Says(runs(Run("● " if here else "  ", "accent"), name), dim(", ".join(said)), leads=True)
        ]
        if here:
            lines += [Tells(sentence(lack), "dim", indent=4) for lack in lacks]
        rows.append(Row(phase, tuple(lines), kind="phase"))
    return [*rows, blank(), still(Tells(_("What is missing is said, and locks nothing."), "dim"))]
