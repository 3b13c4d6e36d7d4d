"""A field with few answers: all of them are seen, one is chosen."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from okr_tui.ui.keymap import digit
from okr_tui.ui.paint.runs import Brush, Run, Runs, cells, gap
from okr_tui.ui.widgets.drawn import Drawn

_BETWEEN = 2


class Pick(Drawn, can_focus=True):
    """The answers side by side; ←→, space, a digit or a first letter choose.

    Args:
        options: (value, word).
        value: the one chosen at first; "" for none.
    """

    DEFAULT_CSS = "Pick { height: 1; width: 1fr; }"

    @dataclass(eq=False)
    class Changed(Message):
        """Another answer was chosen."""

        pick: "Pick"

    def __init__(self, options: Sequence[tuple[str, str]], value: str = "", *, id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        super().__init__(ground="panel", id=id)
        self._options = tuple(options)
        self._value = value

    @property
    def value(self) -> str:
        """What is chosen."""
        return self._value

    @value.setter
    def value(self, value: str) -> None:
        if value != self._value:
            self._value = value
            self.redraw()
            self.post_message(self.Changed(self))

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """One row; where there is no room for all, the chosen one with its neighbours comes first."""
        del brush
        words: list[Run] = []
        shown = self._visible(width)
        for value, word in shown:
            chosen = value == self._value
            role = "accent" if chosen and self.has_focus else "text" if chosen else "dim"
            words += [*gap(_BETWEEN if words else 0), Run(word, role, bold=chosen, underline=chosen)]
        if len(shown) < len(self._options):
            words.append(Run(" …", "dim"))
        return (tuple(words),)

    def on_focus(self) -> None:
        """The chosen one takes the accent."""
        self.redraw()

    def on_blur(self) -> None:
        """And drains."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """Chooses."""
        if event.key in {"left", "right", "space"}:
            self._step(-1 if event.key == "left" else 1)
        elif (number := digit(event.character)) is not None:
            self._number(number)
        elif event.character and event.character.isalpha():
            self._letter(event.character.casefold())
        else:
            return
        event.stop()
        event.prevent_default()

    def on_click(self, event: events.Click) -> None:
        """Chooses what was clicked."""
        at = 0
        for value, word in self._visible(self.size.width):
            if at <= event.x < at + cells((Run(word),)):
                self.value = value
            at += cells((Run(word),)) + _BETWEEN

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Letters choose, so they are no commands here."""
        del key
        return character is not None and character.isprintable()

    def _step(self, step: int) -> None:
        values = [value for value, _word in self._options]
        at = values.index(self._value) if self._value in values else (-1 if step > 0 else 0)
        self.value = values[(at + step) % len(values)]

    def _number(self, number: int) -> None:
        if 1 <= number <= len(self._options):
            self.value = self._options[number - 1][0]

    def _letter(self, letter: str) -> None:
        fitting = [value for value, word in self._options if word.casefold().startswith(letter)]
        if fitting:
            at = fitting.index(self._value) + 1 if self._value in fitting else 0
            self.value = fitting[at % len(fitting)]

    def _visible(self, width: int) -> list[tuple[str, str]]:
        """As many options as fit, the chosen one among them."""
        options = list(self._options)
        while len(options) > 1 and sum(cells((Run(word),)) + _BETWEEN for _v, word in options) > width:
            options.pop(0 if options[0][0] != self._value and options[-1][0] == self._value else -1)
        return options
