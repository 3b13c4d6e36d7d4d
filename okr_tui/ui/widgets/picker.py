"""A list that shrinks while one types: the line, the rows, the row that enter takes."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widgets import Input

from okr_tui.ui.widgets.entry import Entry
from okr_tui.ui.widgets.row_messages import Highlighted, Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row

_STEPS = {"up": -1, "down": 1, "ctrl+p": -1, "ctrl+n": 1}
_PAGE = 10


class Picker(Vertical):
    """A line to type into above a list; the arrows move in the list while one types.

    Args:
        rows_for: from what is typed to the rows that fit, best first.
        start: the key of the row where the cursor stands first.
        edge: empty cells left of the rows.
        ground: the role of the background.
    """

    DEFAULT_CSS = """
    Picker { height: 1fr; }
    Picker > .line { height: 2; padding: 0 1 1 2; }
    """

    @dataclass(eq=False)
    class Picked(Message):
        """A row was taken: enter, or a click."""

        picker: "Picker"
        row: Row

        @property
        def control(self) -> "Picker":
            """The list it happened in."""
            return self.picker

    def __init__(
        self,
        rows_for: Callable[[str], Sequence[Row]],
        *,
        start: str = "",
        edge: int = 0,
        ground: str = "panel",
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        super().__init__(id=id)
        self._rows_for, self._start = rows_for, start
        self._entry, self._pane = Entry(), RowPane(edge=edge, ground=ground)
        self._pane.can_focus = False

    def compose(self) -> ComposeResult:
        """The line and the list."""
        with Horizontal(classes="line"):
            yield self._entry
        yield self._pane

    def on_mount(self) -> None:
        """Shows everything, with the cursor where it was asked for."""
        self._pane.set_rows(self._rows_for(""))
        self.call_after_refresh(self._pane.go_to, self._start)

    def take_keys(self) -> None:
        """The keys are for this list from now on."""
        self._entry.focus(scroll_visible=False)

    def hear(self, key: events.Key) -> None:
        """Types a key that was pressed before the line had the focus."""
        self._entry.post_message(events.Key(key.key, key.character))

    @property
    def awake(self) -> bool:
        """Whether the keys are for this list."""
        return self._entry.has_focus

    @property
    def text(self) -> str:
        """What is typed."""
        return self._entry.value

    @property
    def here(self) -> Row | None:
        """The row that enter takes."""
        row = self._pane.here
        return row if row is not None and row.selectable else None

    def on_input_changed(self, event: Input.Changed) -> None:
        """Other rows; the cursor goes to the best one."""
        event.stop()
        rows = self._rows_for(event.value)
        self._pane.set_rows(rows)
        best = next((row.key for row in rows if row.selectable), None)
        if event.value and best is not None:
            self._pane.go_to(best)

    def on_descendant_focus(self) -> None:
        """The list's cursor wakes: keys go to it while one types."""
        self._pane.on_focus()

    def on_descendant_blur(self) -> None:
        """And drains."""
        self._pane.on_blur()

    def on_key(self, event: events.Key) -> None:
        """Moves in the list, takes a row; everything else is typed."""
        keys = [row.key for row in self._pane.rows if row.selectable]
        here = self.here
        if event.key == "enter":
            event.stop()
            event.prevent_default()
            if here is not None:
                self.post_message(self.Picked(self, here))
            return
        step = _STEPS.get(event.key) or {"pageup": -_PAGE, "pagedown": _PAGE}.get(event.key)
        if step is None:
            return
        event.stop()
        event.prevent_default()
        if here is not None and keys:
            self._pane.go_to(keys[max(0, min(len(keys) - 1, keys.index(here.key) + step))])

    def on_row_pane_selected(self, event: Selected) -> None:
        """A click on the row of the cursor takes it."""
        event.stop()
        self.post_message(self.Picked(self, event.row))

    def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """Nobody outside needs to know where the cursor is."""
        event.stop()
