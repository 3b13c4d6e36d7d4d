"""The row of keys at the bottom."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.runs import Brush, Runs, bold, cells, dim, fit, gap
from okr_tui.ui.widgets.drawn import Drawn

_MARGIN, _BETWEEN = 2, 3
Item = tuple[str, str, str]
"""A key, its label, and the id of its command ("" for none)."""


def fit_keys(items: Sequence[Item], last: Item | None, width: int) -> tuple[list[tuple[int, Item]], bool]:
    """Which keys are shown, and where.

    When room is short, whole keys leave from the right: one without its word tells nobody anything, and the help has
    them all. What leads there, and what leads out, leaves last.

    Args:
        items: from left to right.
        last: what stands at the right end.
        width: cells of the row.

    Returns:
        The first cell of every key that is shown; whether the last one keeps its label.
    """
    shown = list(items)
    room = width - 2 * _MARGIN
    label = True

    def taken() -> int:
        end = 0 if last is None else _BETWEEN - 1 + _width(last if label else (last[0], "", ""))
        return sum(_width(item) for item in shown) + _BETWEEN * max(len(shown) - 1, 0) + end

    while taken() > room and (leaving := [item for item in shown if not _held(item)]):
        shown.remove(leaving[-1])
    label = taken() <= room
    while taken() > room and shown:
        shown.pop()
    placed, at = [], _MARGIN
    for item in shown:
        placed.append((at, item))
        at += _width(item) + _BETWEEN
    return placed, label


def _held(item: Item) -> bool:
    """Whether a key is the way to all others, or the way out."""
    return item[2] == "help" or item[0] == shown_key("esc")


def _width(item: Item) -> int:
    """The cells of a key and its label."""
    return cells((bold(item[0]),)) + (1 + cells((dim(item[1]),)) if item[1] else 0)


class Footer(Drawn):
    """The keys that count here; a click on one presses it."""

    DEFAULT_CSS = "Footer { height: 1; }"

    @dataclass(eq=False)
    class Pressed(Message):
        """A command was clicked."""

        command: str

    def __init__(self) -> None:
        super().__init__(ground="surface")
        self._items: tuple[Item, ...] = ()
        self._last: Item | None = None

    def show(self, items: Sequence[Item], last: Item | None) -> None:
        """Shows other keys."""
        if (tuple(items), last) != (self._items, self._last):
            self._items, self._last = tuple(items), last
            self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The row."""
        del brush
        row: Runs = ()
        placed, label = fit_keys(self._items, self._last, width)
        for at, (key, words, _command) in placed:
            row += (*gap(at - cells(row)), bold(key), *((dim(f" {words}"),) if words else ()))
        if self._last is not None:
            key, words, _command = self._last
            end = (bold(key), *((dim(f" {words}"),) if label else ()))
            row += (*gap(width - _MARGIN - cells(end) - cells(row)), *end)
        return (fit(row, width),)

    def on_click(self, event: events.Click) -> None:
        """Presses the key under the pointer."""
        placed, label = fit_keys(self._items, self._last, self.size.width)
        if self._last is not None:
            item = self._last if label else (self._last[0], "", self._last[2])
            placed.append((self.size.width - _MARGIN - _width(item), item))
        for at, item in placed:
            if at <= event.x < at + _width(item) and item[2]:
                self.post_message(self.Pressed(item[2]))
