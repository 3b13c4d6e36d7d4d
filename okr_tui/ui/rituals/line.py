"""The line at the bottom of a ritual: what is written down while all look on, or a vote that nobody sees."""

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Input

from okr_tui.domain.lines import LINE_KINDS, LineKind
from okr_tui.ui.paint.runs import Brush, Run, Runs, bold, cells, dim, fit, gap
from okr_tui.ui.rituals.stage_frame import line_kind
from okr_tui.ui.text import cut, width
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.ui.widgets.entry import Entry, from_typed, to_typed
from okr_tui.words.language import _

_LABEL = 12
_EDGE = 4
_TYPED = 10  # cells for what is typed, and what stands between


class _Label(Drawn):
    """Words beside the entry."""

    def __init__(self, *, right: bool = False) -> None:
        super().__init__(ground="raised")
        self.words: Runs = ()
        self._right = right

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """One row."""
        del brush
        words = fit(self.words, width)
        return ((*gap(width - cells(words)), *words) if self._right else words,)


class LineBar(Horizontal):
    """One line; tab turns it into something else, enter sends it, esc leaves it."""

    DEFAULT_CSS = """
    LineBar { height: 1; margin: 0 4; background: $okr-raised; visibility: hidden; }
    LineBar.-open { visibility: visible; }
    LineBar Entry, LineBar Entry:focus { width: 1fr; background: $okr-raised; }
    """

    @dataclass(eq=False)
    class Sent(Message):
        """What was typed: a line of a kind, or a vote."""

        text: str
        kind: LineKind
        vote: bool

    class Typed(Message):
        """Something else stands there, or it became another kind of line; nobody is told what a vote says."""

    @dataclass(eq=False)
    class Left(Message):
        """Esc was pressed."""

        text: str
        kind: LineKind
        vote: bool

    def __init__(self) -> None:
        super().__init__()
        self.kind: LineKind = "note"
        self.vote = self.sending = False
        self._heard: events.Key | None = None
        self._label, self._hint, self._entry = _Label(), _Label(right=True), Entry()

    def compose(self) -> ComposeResult:
        """What it is, the line, what tab does."""
        yield self._label
        yield self._entry
        yield self._hint

    def on_mount(self) -> None:
        """Nothing can be typed before it is opened."""
        self._entry.disabled = True

    @property
    def is_open(self) -> bool:
        """Whether somebody types."""
        return self.has_class("-open")

    @property
    def typed(self) -> str:
        """What stands there."""
        return from_typed(self._entry.value)

    def open_line(self, text: str = "", kind: LineKind = "note") -> None:
        """Takes a line to be written down."""
        self.kind, self.vote = kind, False
        self._open(text)
        self._tell()

    def open_vote(self, name: str, asked: str) -> None:
        """Takes a vote, which is not shown."""
        self.vote = True
        self._open("")
        hint = (dim(_("hidden · ↵ next · esc ends")),)
        who = (Run("▌ ", "accent"), bold(name, "accent"))
        room = self.app.size.width - 2 * _EDGE - cells(hint) - cells(who) - _TYPED
        words, bracket, count = asked.rpartition(" (")  # the cursor's row has the whole of it
        said = f"{cut(words, max(room - width(bracket + count), 1))}{bracket}{count}"
        self._say((*who, Run(f"  {said}  ")), hint)

    def close(self) -> None:
        """Puts it away."""
        self.remove_class("-open")
        self._entry.value = ""
        self._entry.disabled = True

    def _open(self, text: str) -> None:
        self.sending = False
        self._entry.disabled = False
        self._entry.password = self.vote
        self._entry.value = to_typed(text)
        self.add_class("-open")
        self._entry.focus()

    def _tell(self) -> None:
        kinds = ", ".join(line_kind(each) for each in LINE_KINDS)
        wide = self.app.size.width >= 100
        hint = _("tab turns it: {kinds}").format(kinds=kinds) if wide else _("tab turns it")
        self._say((Run("▌ ", "accent"), bold(line_kind(self.kind), "accent")), (dim(hint),))

    def _say(self, label: Runs, hint: Runs) -> None:
        self._label.words, self._hint.words = label, hint
        self._label.styles.width = max(_LABEL, cells(label) + 1)
        self._hint.styles.width = cells(hint) + 2
        self._label.redraw()
        self._hint.redraw()

    def has_heard(self, event: events.Key) -> bool:
        """Whether a key came to it by itself; one that was pressed before it had the focus did not."""
        return self._heard is event

    def hear(self, event: events.Key) -> None:
        """Takes a key that came before the line had the focus."""
        if event.key == "enter":
            self._send()
        elif event.is_printable and event.character:
            self._entry.insert_text_at_cursor(event.character)
        else:
            self.on_key(event)

    def on_key(self, event: events.Key) -> None:
        """Tab turns the kind; esc leaves, and what was typed is kept."""
        self._heard = event
        if event.key in {"tab", "shift+tab"}:
            event.stop()
            event.prevent_default()
            if not self.vote:
                step = 1 if event.key == "tab" else -1
                self.kind = LINE_KINDS[(LINE_KINDS.index(self.kind) + step) % len(LINE_KINDS)]
                self._tell()
                self.post_message(self.Typed())
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            text, self_vote = self.typed, self.vote
            self.close()
            self.post_message(self.Left(text, self.kind, self_vote))

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says so."""
        event.stop()
        if self.is_open and not self.vote:
            self.post_message(self.Typed())

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Sends it."""
        event.stop()
        self._send()

    def _send(self) -> None:
        """Once. A line makes room for the next one, which may begin while this one is still being written."""
        if not self.sending:
            self.sending = True
            sent = self.Sent(self.typed, self.kind, self.vote)
            if not self.vote:
                self.close()
            self.post_message(sent)
