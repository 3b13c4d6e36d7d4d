"""Fields in which words and figures are typed, with what they come to beside them."""

from dataclasses import dataclass
from typing import Protocol

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.widgets import Input

from okr_tui.ui.forms.area import Area, take_lines
from okr_tui.ui.paint.canvas import canvas_of
from okr_tui.ui.paint.runs import Runs, cells, fit, runs
from okr_tui.ui.text import single, width
from okr_tui.ui.widgets.entry import take_one_line
from okr_tui.ui.widgets.leaving import let_go
from okr_tui.words.hostile import one_line, plain
from okr_tui.words.language import _

_TALLEST_NOTE = 5


class Sealed(Protocol):
    """A field that takes no more keys once ↵ was pressed in it."""

    sealed: bool


def seal_or_pass(field: Sealed, event: events.Key) -> bool:
    """Seals a field at ↵; a sealed one passes every key on to its form.

    Returns:
        Whether the key is the form's.
    """
    field.sealed = field.sealed or event.key == "enter"
    if field.sealed:
        event.prevent_default()
    return field.sealed


class WordsField(Input):
    """One row in which words are typed; around them stands what they come to.

    Args:
        text: what stands in it first.
        placeholder: what it says while it is empty.

    Attributes:
        lead: what stands before the typed words; tail: right behind them; end: at the right end, where there is room.
    """

    DEFAULT_CSS = """
    WordsField, WordsField.-textual-compact { padding: 0 0 0 1; width: 1fr; height: 1; background: $okr-track; }
    WordsField:focus { background: $okr-raised; background-tint: $okr-raised 0%; }
    WordsField > .input--placeholder { color: $okr-dim; }
    """

    # An Input lays out the whole screen at every key; this one is as wide as its row, whatever stands in it.
    value = reactive("", init=False)
    virtual_size = reactive(Size(0, 0))
    cursor_blink = reactive(False, init=False)

    def __init__(
        self,
        text: str = "",
        placeholder: str = "",
        *,
        id: str | None = None,  # noqa: A002 - Textual's own name
    ) -> None:
        # What comes from a file or a draft is made safe here, because an Input passes it on to the terminal.
        super().__init__(
            one_line(text), placeholder=one_line(placeholder), compact=True, classes="field", id=id,
            select_on_focus=False, validate_on=(),
        )  # fmt: skip
        self.sealed = False
        self.lead: Runs = ()
        self.tail: Runs = ()
        self.end: Runs = ()

    def on_unmount(self) -> None:
        """Is let go of."""
        let_go(self)

    def on_key(self, event: events.Key) -> None:
        """↵ seals the field, so that what is typed after it goes on to the next form and not into this one."""
        seal_or_pass(self, event)

    def surround(self, *, lead: Runs = (), tail: Runs = (), end: Runs = ()) -> None:
        """Says what stands around the typed words."""
        if (lead, tail, end) != (self.lead, self.tail, self.end):
            self.lead, self.tail, self.end = lead, tail, end
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """The typed words with what stands around them; where room is short, the words alone."""
        strip = super().render_line(y)
        room = self.scrollable_content_region.width
        said = width(self.value) if self.value else width(self.placeholder)
        own = said + (1 if self.has_focus else 0)
        taken = cells(self.lead) + own + cells(self.tail)
        if y or taken > room or not (self.lead or self.tail or self.end):
            return strip
        left = room - taken
        end = self.end if cells(self.end) + 2 <= left else fit(self.end, left - 2) if left > 8 else ()
        gap = left - cells(end)
        tail = self.tail if self.has_focus else runs(self.tail)
        ground = "raised" if self.has_focus else "track"
        drawn = canvas_of(self.app).segments
        middle = [*drawn(tail, ground), Segment(" " * gap, self.rich_style)]
        pieces = [*drawn(self.lead, ground), *strip.crop(0, own), *middle, *drawn(end, ground)]
        return Strip(pieces).extend_cell_length(room + 1, self.rich_style)

    def validate_value(self, value: str) -> str:
        """What is pasted is made safe like what is read: control characters never reach the terminal."""
        return single(value)

    def on_paste(self, event: events.Paste) -> None:
        """Lines are joined; Textual puts the one line in by itself."""
        take_one_line(self, event, len(self.value))


class FigureField(WordsField):
    """A field for a figure: the last one stands in it, selected, so that typing begins anew.

    A `+` or `-` that begins it may add to the last figure. ↑ and ↓ ask for another step.
    """

    @dataclass(eq=False)
    class Stepped(Message):
        """↑ or ↓: one step up (1) or down (-1)."""

        field: "FigureField"
        by: int

    adding: frozenset[str] = frozenset()
    """Signs that add to the last figure when they lead, so that it is shown as a sum."""

    def on_paste(self, event: events.Paste) -> None:
        """A figure is one line: the first that says anything, and that is told."""
        lines = [line for line in event.text.splitlines() if line.strip()]
        if len(lines) > 1:
            event.text = lines[0]
            said = _("Only the first of the {n} pasted lines stands here: a figure is one line.")
            self.notify(said.format(n=len(lines)), severity="warning", markup=False)

    def on_focus(self) -> None:
        """What stands there is selected, whichever way the focus came."""
        self.select_all()

    def on_key(self, event: events.Key) -> None:
        """Steps, and a leading sign that begins a sum."""
        if seal_or_pass(self, event):
            return
        if event.key in {"up", "down"}:
            self.post_message(self.Stepped(self, 1 if event.key == "up" else -1))
        elif event.character in self.adding and self._begins:
            self.value = f"{event.character} "
            self.cursor_position = len(self.value)
        else:
            return
        event.stop()
        event.prevent_default()

    @property
    def _begins(self) -> bool:
        """Whether the next character is the first one."""
        start, end = sorted(self.selection)
        return not self.value or (start == 0 and end == len(self.value))


class NoteField(Area):
    """A note of as many rows as it needs; ↵ is for the form, ^j begins a new line."""

    DEFAULT_CSS = """
    NoteField {
        padding: 0 0 0 1; width: 1fr; height: 1; border: none; scrollbar-size: 0 0;
        background: $okr-track; color: $okr-text;
        & .text-area--cursor-line { background: transparent; }
        & .text-area--placeholder { color: $okr-dim; }
    }
    NoteField:focus { border: none; background: $okr-raised; background-tint: $okr-raised 0%; }
    """

    cursor_blink = reactive(False, init=False)

    def __init__(self, text: str = "", placeholder: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(
            plain(text), compact=True, classes="field", id=id, highlight_cursor_line=False,
            placeholder=one_line(placeholder),
        )  # fmt: skip
        self.sealed = False

    def grow(self) -> None:
        """Takes as many rows as the words need, up to five."""
        rows = min(max(self.wrapped_document.height, 1), _TALLEST_NOTE)
        if self.styles.height is None or self.styles.height.value != rows:
            self.styles.height = rows

    def on_resize(self) -> None:
        """Words wrap anew."""
        self.call_after_refresh(self.grow)

    def on_key(self, event: events.Key) -> None:
        """↵ is the form's; ^j is a new line. Textual calls its own handler by itself."""
        if not seal_or_pass(self, event) and event.key in {"ctrl+j", "alt+enter", "shift+enter"}:
            event.stop()
            event.prevent_default()
            self.insert("\n")

    def on_paste(self, event: events.Paste) -> None:
        """Every line is taken; Textual puts them in by itself."""
        take_lines(self, event, len(self.text))
