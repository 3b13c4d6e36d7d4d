"""One question with a few answers, below the row it is about: what to add, where to move it, propose it or not."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message

from okr_tui.domain.resolve import folded
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.keymap import digit
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import key
from okr_tui.ui.place import Hint
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.row_messages import Highlighted, Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.language import _

_FEW = 9


class Choice(Vertical):
    """Answers to choose from: by their digit, by the arrows, or, where there are many, by typing.

    Args:
        question: what is asked.
        answers: (value, words), in order.
        about: what it is for, told back with the answer.
    """

    DEFAULT_CSS = """
    Choice { height: auto; }
    Choice RowPane { background: $okr-panel; }
    Choice Picker { height: 12; }
    Choice Picker RowPane { height: 1fr; }
    """

    @dataclass(eq=False)
    class Answered(Message):
        """An answer was chosen."""

        choice: "Choice"
        value: str

    @dataclass(eq=False)
    class Left(Message):
        """None was."""

        choice: "Choice"

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], about: str) -> None:
        super().__init__()
        self._question, self._answers, self.about = question, tuple(answers), about
        self._few = len(self._answers) <= _FEW

    @property
    def hints(self) -> tuple[Hint, ...]:
        """What the footer says while it is open."""
        return (Hint("enter", _("choose")), Hint("↑↓", _("move")), Hint("esc", _("leave")))

    def compose(self) -> ComposeResult:
        """The question, the answers."""
        yield Heard(Tells(self._question, bold=True))
        yield RowPane(edge=0, ground="panel") if self._few else Picker(self._rows)

    def on_mount(self) -> None:
        """Shows the answers."""
        if self._few:
            pane = self.query_one(RowPane)
            pane.styles.height = "auto"  # an answer takes the rows that it needs
            pane.set_rows(self._rows(""))

    def _rows(self, text: str) -> list[Row]:
        wanted = folded(text)
        fitting = [(value, words) for value, words in self._answers if wanted in folded(words)]
        numbered = self._few
        rows = [
            Row(value, (Flows(words, first=key(f"{number}  "), leads=True) if numbered else Says(words, leads=True),))
            for number, (value, words) in enumerate(fitting, start=1)
        ]
        return rows or [still(Tells(_("Nothing is called so."), "dim"))]

    async def on_key(self, event: events.Key) -> None:
        """A digit answers; esc leaves."""
        number = digit(event.character) if self._few else None
        if event.key == "escape":
            self.post_message(self.Left(self))
        elif number is not None and 1 <= number <= len(self._answers):
            self.post_message(self.Answered(self, self._answers[number - 1][0]))
        elif self._few and event.key in {"j", "k", "up", "down"}:
            self.query_one(RowPane).move(1 if event.key in {"j", "down"} else -1)
        elif self._few and event.key == "enter":
            self.query_one(RowPane).action_choose()
        elif event.key not in {"tab", "shift+tab"}:
            return
        event.stop()
        event.prevent_default()

    def on_row_pane_selected(self, event: Selected) -> None:
        """A row was chosen."""
        event.stop()
        self.post_message(self.Answered(self, event.row.key))

    def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """Nobody outside needs to know where the cursor is."""
        event.stop()

    def on_picker_picked(self, event: Picker.Picked) -> None:
        """One of many was chosen."""
        event.stop()
        self.post_message(self.Answered(self, event.row.key))
