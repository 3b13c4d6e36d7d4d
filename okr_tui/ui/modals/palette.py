"""The command palette (`^p`): everything that can be done here, found by its words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical

from okr_tui.domain.resolve import folded
from okr_tui.ui.commands import Command
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.modals.typing import TypingModal
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import bold, dim, key
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.app import OkrApp


class Commands(TypingModal):
    """A line to type into, and the commands that fit it; enter does the one under the cursor.

    Args:
        commands: what can be done in the place looked at.
    """

    def __init__(self, commands: Sequence[Command]) -> None:
        super().__init__()
        self._commands = {command.id: command for command in commands if command.id != "commands"}

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Vertical():
            with Horizontal(classes="head"):
                yield Heard(Says(bold(_("What would you like to do?")), dim(_("↵ does it · esc closes"))))
            yield Picker(self._rows)

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(Picker).take_keys()

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """Closes, and does it where a person was."""
        event.stop()
        command, app = self._commands[event.row.key], cast("OkrApp", self.app)
        self.dismiss()
        app.call_later(app.run_command, command)

    def _rows(self, text: str) -> list[Row]:
        found = fitting(tuple(self._commands.values()), text)
        if not found:
            return [still(Says(dim(_("Nothing is called so here."))))]
        return [_row(command) for command in found]


def fitting(commands: Sequence[Command], text: str) -> list[Command]:
    """The commands whose name, else whose sentence, holds every word that is typed; names go first."""
    words = folded(text).split()
    by_name = [each for each in commands if _holds(_(each.label), words)]
    by_help = [each for each in commands if each not in by_name and _holds(f"{_(each.label)} {_(each.help)}", words)]
    if by_name or by_help:
        return by_name + by_help
    from rapidfuzz.fuzz import partial_ratio

    alike = [(partial_ratio(folded(text), folded(_(each.label))), each) for each in commands]
    return [each for score, each in sorted(alike, key=lambda pair: -pair[0]) if score >= _ALIKE]


_ALIKE = 75
"""Likeness (0…100) from which a misspelt word may mean a command."""


def _holds(said: str, words: Sequence[str]) -> bool:
    return all(word in folded(said) for word in words)


def _row(command: Command) -> Row:
    keys = key(shown_key(command.keys[0])) if command.keys else ()
    sentence = Says(dim(_(command.help)))
    return Row(command.id, (Says(bold(_(command.label)), keys, leads=True), sentence), "command")
