"""What can't be read in the files of the workspace, and where: everything else is shown and can be used."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from okr_tui.domain.errors import OkrError
from okr_tui.domain.problem import Problem
from okr_tui.ui.ground import Modal
from okr_tui.ui.paint.lines import Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.failures import sentence
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_SIGNS = {"error": ("○", "off_track"), "warning": ("◐", "at_risk"), "hint": ("·", "dim")}


class Problems(Modal[None]):
    """The list of problems; enter or `E` opens the editor at the line, and what was mended is gone from the list."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "dismiss", show=False),
        Binding("E", "edit", show=False),
        Binding("j", "move(1)", show=False),
        Binding("k", "move(-1)", show=False),
    ]
    CSS = """
    Problems { align: right top; background: $okr-background 40%; }
    Problems > RowPane { width: 76; max-width: 100%; height: auto; max-height: 100%; margin: 3 0 1 0; padding: 1 0; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._problems: tuple[Problem, ...] = ()

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowPane(edge=0, ground="panel")

    def on_mount(self) -> None:
        """Fills it."""
        self._fill()
        self.query_one(RowPane).focus()

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def _fill(self) -> None:
        self._problems = self._bench.session.workspace.problems
        self.query_one(RowPane).set_rows(problem_rows(self._bench.session))

    def on_row_pane_selected(self, event: Selected) -> None:
        """Opens the file at the line."""
        event.stop()
        self._open(int(event.row.key))

    def action_edit(self) -> None:
        """Opens the file of the cursor at its line."""
        row = self.query_one(RowPane).here
        if row is not None:
            self._open(int(row.key))

    def action_move(self, step: int) -> None:
        """To the next problem."""
        self.query_one(RowPane).move(step)

    def _open(self, index: int) -> None:
        if index >= len(self._problems):
            return
        problem = self._problems[index]
        try:
            self._bench.edit_file(problem.file, problem.line)
        except OkrError as error:
            self.app.notify(sentence(error), severity="error", markup=False)
        self._fill()


def problem_rows(session: Session) -> list[Row]:
    """The problems of a workspace, each with its file and line; a sentence where there is none."""
    problems = session.workspace.problems
    if not problems:
        words = _(
            "Every file can be read. “okr check” looks for more: names that point to nothing, days outside a cycle."
        )
        return [
            still(Title(_("PROBLEMS"), right=dim(_("esc closes")), ruled=False)),
            blank(),
            still(Tells(words, "dim")),
        ]
    rows = [
        still(Title(_("PROBLEMS"), str(len(problems)), dim(_("↵ opens the file · esc closes")), ruled=False)),
        still(Tells(_("The rest of the workspace is shown as it is."), "dim")),
        blank(),
    ]
    for index, problem in enumerate(problems):
        glyph, role = _SIGNS[problem.severity]
        where = Says(runs(Run(f"{glyph} ", role), problem.file, dim(f":{problem.line}:{problem.column}")), leads=True)
        rows.append(Row(str(index), (where, Tells(problem.message, "dim", indent=2)), kind="problem"))
    return rows
