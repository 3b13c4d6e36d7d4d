"""What can be done here, and with which key."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from okr_tui.ui.commands import EVERYWHERE, Command
from okr_tui.ui.ground import Modal
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.lines import Tells, Title
from okr_tui.ui.paint.runs import dim, key
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _

_INDENT = 8


class Help(Modal[None]):
    """The commands of where I am, each with its key and a sentence.

    Args:
        commands: what can be done here.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q,question_mark", "dismiss", show=False)]
    CSS = """
    Help { align: right top; background: $okr-background 40%; }
    Help > RowPane { width: 62; max-width: 100%; height: 100%; padding: 1 0; }
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = tuple(commands)

    def compose(self) -> ComposeResult:
        """One list."""
        yield RowPane(edge=0, ground="panel")

    def on_mount(self) -> None:
        """Fills it."""
        pane = self.query_one(RowPane)
        pane.set_rows(help_rows(self._commands))
        pane.focus()


def help_rows(commands: Sequence[Command]) -> list[Row]:
    """The rows of the help: what belongs to the place first, then what works everywhere."""
    rows: list[Row] = []
    here = [command for command in commands if EVERYWHERE not in command.where]
    for title, group in (
        (_("HERE"), here),
        (_("EVERYWHERE"), [command for command in commands if command not in here]),
    ):
        known = [command for command in group if command.keys]
        if known:
            rows += [still(Title(title, right=dim(_("esc closes")) if not rows else ())), blank()]
            rows += [_row(command) for command in known]
            rows.append(blank())
    rows.append(still(Tells(_("↑ ↓ move, ↵ opens, tab goes to the next list, esc closes what is open."), "dim")))
    return rows


def _row(command: Command) -> Row:
    """A command: its keys, its name, its sentence."""
    keys = " ".join(shown_key(name) for name in command.keys)
    return Row(
        command.id,
        (
            Tells(_(command.label), bold=True, indent=_INDENT, first=key(keys)),
            Tells(_(command.help), "dim", indent=_INDENT),
        ),
    )
