"""A choice on one row: confidence from 0 to 10, yes or no."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from okr_tui.ui.keymap import digit
from okr_tui.ui.paint.runs import Brush, Run, Runs, beside, cells, dim
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.language import _


class Choices(Drawn, can_focus=True):
    """Values side by side, one of them chosen, or none: what is not said stays unsaid.

    Args:
        values: what can be chosen, as shown.
        was: the index of what was chosen the last time; None where nothing was.
        hint: what stands at the right end.
    """

    DEFAULT_CSS = "Choices { height: 1; width: 1fr; }"

    @dataclass(eq=False)
    class Changed(Message):
        """Something else was chosen."""

        choices: "Choices"

    def __init__(
        self,
        values: Sequence[str],
        *,
        was: int | None = None,
        hint: str = "",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(ground="panel", id=id)
        self.values = tuple(values)
        self.was, self.hint = was, hint
        self.chosen: int | None = None

    def choose(self, index: int | None) -> None:
        """Chooses a value, or none."""
        if index != self.chosen:
            self.chosen = index
            self._drawn = None
            self.refresh()
            self.post_message(self.Changed(self))

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The row: the chosen one on the accent, the last one in bold while none is."""
        del brush
        row: Runs = ()
        for index, value in enumerate(self.values):
            if index == self.chosen:
                row += (Run(f" {value} ", "on_accent", bold=True, behind="accent"),)
            elif index == self.was and self.chosen is None:
                row += (Run(f" {value} ", "text", bold=True),)
            else:
                reached = self.chosen is not None and index < self.chosen
                row += (Run(f" {value} ", "text" if self.has_focus or reached else "dim"),)
        hint = dim(self.hint) if cells(row) + len(self.hint) + 2 <= width else ()
        return (beside(row, (hint,) if isinstance(hint, Run) else hint, width),)

    def move(self, step: int) -> None:
        """One further left or right, beginning at the last one."""
        start = self.was if self.chosen is None else self.chosen
        middle = (len(self.values) - 1) // 2
        self.choose(middle if start is None else min(max(start + step, 0), len(self.values) - 1))

    def on_focus(self) -> None:
        """The values wake."""
        self._drawn = None
        self.refresh()

    def on_blur(self) -> None:
        """The values become dim."""
        self._drawn = None
        self.refresh()

    def on_click(self, event: events.Click) -> None:
        """Chooses what was clicked."""
        at = 0
        for index, value in enumerate(self.values):
            at += cells((Run(f" {value} "),))
            if event.x < at:
                self.choose(index)
                return

    def on_key(self, event: events.Key) -> None:
        """Left and right, what a value begins with, space for the same as last time, backspace for none."""
        if self._used(event):
            event.stop()
            event.prevent_default()

    def _used(self, event: events.Key) -> bool:
        match event.key:
            case "left" | "h":
                self.move(-1)
            case "right" | "l":
                self.move(1)
            case "backspace" | "delete":
                self.choose(None)
            case "space":
                self.choose(self.was if self.chosen is None else self.chosen)
            case _:
                return self._typed(event.character)
        return True

    def _typed(self, character: str | None) -> bool:
        """The value that begins with what was typed."""
        if not character or not character.strip():
            return False
        for index, value in enumerate(self.values):
            if value.casefold().startswith(character.casefold()):
                self.choose(index)
                return True
        return False


class Confidence(Choices):
    """How sure a person is that it will be reached, 0 to 10; `1` then `0` makes ten.

    Args:
        was: the last confidence that anybody gave.
    """

    def __init__(self, was: int | None, *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        hint = _("←→ or digits") if was is None else _("was {n} · ←→ or digits").format(n=was)
        super().__init__([str(n) for n in range(11)], was=was, hint=hint, id=id)
        self._one = False

    def _typed(self, character: str | None) -> bool:
        """A digit; a nought right after a one makes ten of it."""
        number = digit(character)
        if number is None:
            return False
        if number == 0 and self._one and self.chosen == 1:
            self.choose(10)
        else:
            self.choose(number)
        self._one = number == 1
        return True
