"""A line to type into: safe for whatever is pasted, completing names, one row high."""

from collections.abc import Iterable

from textual import events
from textual.geometry import Size
from textual.reactive import reactive
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import Input

from okr_tui.domain.resolve import folded
from okr_tui.ui.text import single
from okr_tui.ui.widgets.leaving import let_go
from okr_tui.words.hostile import plain
from okr_tui.words.language import _

LONGEST_LINE = 20_000
"""Characters that a field of one row takes."""

LINE_FEED = "⏎"
"""Stands for a line feed, so that words of several lines survive being edited in one."""


class Names(Suggester):
    """Offers the first name that begins with what is typed, whatever its case; in a list the one after the last comma.

    Args:
        names: the names, already in the order in which they are offered.
    """

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._names = tuple(single(name) for name in names)

    async def get_suggestion(self, value: str) -> str | None:
        """What is typed, and the rest of the name."""
        _before, comma, last = value.rpartition(",")
        return self._completed(value, value) or (self._completed(value, last.lstrip()) if comma else None)

    def _completed(self, value: str, begun: str) -> str | None:
        typed = folded(begun)
        for name in self._names:
            if typed and folded(name[: len(begun)]) == typed:
                return value + name[len(begun) :]
        return None


class Entry(Input):
    """One line of a form, or of a search.

    Args:
        text: what stands there at first; line feeds are shown as `⏎`.
        names: what it completes.
    """

    DEFAULT_CSS = """
    Entry { background: $okr-track; color: $okr-text; }
    Entry:focus { background: $okr-raised; background-tint: $okr-raised 0%; }
    Entry > .input--suggestion, Entry > .input--placeholder { color: $okr-dim; }
    """

    # An Input lays out the whole screen at every key; this one is as wide as its row, whatever stands in it.
    value = reactive("", init=False)
    virtual_size = reactive(Size(0, 0))
    cursor_blink = reactive(False, init=False)

    def __init__(self, text: str = "", *, names: Iterable[str] = (), id: str | None = None) -> None:  # noqa: A002 - Textual's own name
        known = tuple(names)
        super().__init__(
            to_typed(text),
            compact=True,
            select_on_focus=False,
            suggester=Names(known) if known else None,
            validate_on=(),
            id=id,
        )

    def validate_value(self, value: str) -> str:
        """What is pasted is cleaned like what is read: nothing in it can command the terminal."""
        return to_typed(value)

    def on_unmount(self) -> None:
        """Is let go of."""
        let_go(self)

    def on_focus(self) -> None:
        """The cursor stands behind what is there."""
        self.cursor_position = len(self.value)

    def on_paste(self, event: events.Paste) -> None:
        """Lines are joined; Textual puts the one line in by itself."""
        take_one_line(self, event, len(self.value))


def take_one_line(field: Input, event: events.Paste, there: int) -> None:
    """Prepares pasted words for a field of one row: their lines are joined with a space.

    Args:
        field: where they are pasted.
        event: the paste, whose words are changed; Textual puts them in afterwards.
        there: how many characters stand in the field already.
    """
    event.text = " ".join(part for line in event.text.splitlines() if (part := plain(line).strip()))
    if there + len(event.text) > LONGEST_LINE:
        refuse_paste(field, event, LONGEST_LINE - there)


def refuse_paste(field: Widget, event: events.Paste, room: int) -> None:
    """Refuses pasted words that are too long, and says so: nothing is ever cut in silence."""
    said = _("What was pasted has {n} characters, and there is room for {room}: nothing was put in.")
    field.notify(said.format(n=len(event.text), room=max(0, room)), severity="warning", markup=False)
    event.prevent_default()
    event.stop()


def to_typed(text: str) -> str:
    """Words of a file as they stand in an entry."""
    return plain(text).replace("\n", LINE_FEED).replace("\t", " ")


def from_typed(text: str) -> str:
    """Words of an entry as they go into a file."""
    return text.replace(LINE_FEED, "\n").strip()
