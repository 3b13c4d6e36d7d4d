"""Talking about what the cursor is on: its threads and polls, and a line to type the next word into."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Input

from okr_tui.actions.act import Act, Author
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.threads import has_spoken
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.ground import Modal
from okr_tui.ui.modals.talking import KINDS, Spoken, about_of, apply_act, close_act, kinds_said, send_act
from okr_tui.ui.modals.thread_rows import NEW, PART, About, said_rows
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.widgets.entry import Entry, from_typed
from okr_tui.ui.widgets.row_messages import Highlighted, Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.agreeing import lasts
from okr_tui.words.failures import sentence
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from okr_tui.ui.workbench import Workbench

_STEPS = {"up": -1, "down": 1, "pageup": -5, "pagedown": 5}


class ThreadPanel(Modal[None]):
    """The threads of one thing; what is typed answers the thread of the cursor, or begins one.

    Args:
        about: what is talked about.
        start: id of the thread or poll where the cursor stands first; "" for a new word.
        kind: what a new word is at first, one of `talking.KINDS`.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "dismiss", show=False)]
    CSS = """
    ThreadPanel { align: right top; background: $okr-background 40%; }
    ThreadPanel > Vertical {
        width: 72; max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; background: $okr-panel;
    }
    ThreadPanel Heard { width: 1fr; margin: 0 2; }
    ThreadPanel #talk-title { margin: 0 2 1 2; }
    ThreadPanel RowPane { height: 1fr; }
    ThreadPanel .line { height: 1; padding: 0 2; margin: 1 0; }
    """

    def __init__(self, about: About, start: str = "", kind: str = "comment") -> None:
        super().__init__()
        self._about, self._start = about, start or NEW
        self._kind = kind
        self._entry, self._pane = Entry(), RowPane(edge=1, ground="panel")
        self._pane.can_focus = False
        self._hints, self._answers = Heard(), Heard()
        self._title = Heard(Flows(bold(one_line(about.title)), dim(_("esc closes"))))
        self._title.id = "talk-title"

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    @property
    def _draft(self) -> str:
        return f"talk {self._about.cycle} {self._about.id}"

    def compose(self) -> ComposeResult:
        """What it is about, what was said, whom the next word answers, the line, the keys."""
        with Vertical():
            yield self._title
            yield self._pane
            yield self._answers
            with Horizontal(classes="line"):
                yield self._entry
            yield self._hints
            session = self._bench.session
            if session.me is not None and not has_spoken(session.workspace, session.me):
                yield Heard(Tells(lasts(), "at_risk"))

    def on_mount(self) -> None:
        """Shows it; the keys are for the line."""
        self._turn_to(self._about)
        self._entry.focus(scroll_visible=False)
        self._pane.on_focus()
        self._pane.go_to(self._start)
        self._hear()
        self.call_after_refresh(lambda: self._pane.go_to(self._here or NEW))  # scrolls there, once there are rows

    def _turn_to(self, about: About) -> None:
        """Shows what was said on a thing; what was typed there before is back."""
        self._about = about
        kept = self._bench.drafts.get(self._draft, {})
        self._kind = kept.get("kind", self._kind)
        self._entry.value = kept.get("text", "")
        self._title.hears(Flows(bold(one_line(about.title)), dim(_("esc closes"))))
        self._pane.set_rows(said_rows(self._bench.session, about))
        self._hear()

    # what it says

    @property
    def _here(self) -> str:
        """The id of the thread or poll of the cursor; "" on the row of a new word."""
        row = self._pane.here
        return row.key if row is not None and row.key != NEW else ""

    @property
    def _on_poll(self) -> bool:
        row = self._pane.here
        return row is not None and row.kind == "poll"

    def _hear(self) -> None:
        """Says what the next word would be, and the keys."""
        session, here = self._bench.session, self._here
        row = self._pane.here
        if row is not None and row.kind == PART:
            self._answers.hears(Tells(_("What was said on this key result."), "dim"))
            self._hints.hears(Says(runs(key("↵"), Run(" " + _("look at it")))))
            return
        if self._on_poll:
            self._answers.hears(Tells(_("Your choice: the number of an option, or its words."), "dim"))
        else:
            words = dim(_("to the thread of the cursor")) if here else ()
            kinds = kinds_said(self._kind, reply=bool(here))
            self._answers.hears(Says(runs(*kinds), words))
        keys = [key("↵"), Run(" " + (_("choose") if self._on_poll else _("send")) + "  "), dim("↑↓ ")]
        keys += [Run(_("answer") + "  ")]
        if not here:
            keys += [key("tab"), Run(" " + _("kind") + "  ")]
        elif not self._on_poll:
            if apply_act(session, self._about, here) is not None:
                keys += [key("^y"), Run(" " + _("apply") + "  ")]
            keys += [key("^x"), Run(" " + _("close") + "  ")]
        if self._kind == "poll" and not here:
            self._hints.hears(Tells(_("Type it so: Which day? / Monday / Friday"), "dim"))
        else:
            self._hints.hears(Says(runs(*keys)))

    def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """The next word answers another thread."""
        event.stop()
        self._hear()

    def on_row_pane_selected(self, event: Selected) -> None:
        """A click on a thread answers it."""
        event.stop()
        self._entry.focus(scroll_visible=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """What is typed is kept."""
        event.stop()
        if event.value:
            self._bench.drafts[self._draft] = {"text": event.value, "kind": self._kind}
        elif self._draft in self._bench.drafts:
            del self._bench.drafts[self._draft]

    # keys

    def hear(self, event: events.Key) -> None:
        """Types a key that came before the line had the focus."""
        if event.is_printable and not self._entry.has_focus:
            self.call_after_refresh(self._entry.post_message, events.Key(event.key, event.character))

    async def on_key(self, event: events.Key) -> None:
        """Sends, applies, closes, chooses the kind, moves."""
        if event.key == "enter":
            await self._send()
        elif event.key in {"tab", "shift+tab"}:
            step = 1 if event.key == "tab" else -1
            self._kind = KINDS[(KINDS.index(self._kind) + step) % len(KINDS)]
            self._hear()
        elif event.key == "ctrl+y":
            await self._do(apply_act(self._bench.session, self._about, self._here, self._typed))
        elif event.key == "ctrl+x" and self._here and not self._on_poll:
            await self._do(close_act(self._bench.session, self._about, self._here, self._typed))
        elif event.key in _STEPS:
            self._move(_STEPS[event.key])
        elif not event.is_printable or self._entry.has_focus:
            return
        else:
            self.hear(event)
        event.stop()
        event.prevent_default()

    @property
    def _typed(self) -> str:
        return from_typed(self._entry.value)

    def _move(self, step: int) -> None:
        keys = [row.key for row in self._pane.rows if row.selectable]
        here = self._pane.here
        if here is not None and keys:
            self._pane.go_to(keys[max(0, min(len(keys) - 1, keys.index(here.key) + step))])
            self._hear()

    async def _send(self) -> None:
        """Says the word; with nothing typed, a suggestion under the cursor is applied."""
        session, here, typed = self._bench.session, self._here, self._typed
        row = self._pane.here
        if row is not None and row.kind == PART:
            part = about_of(session, row.key)
            if part is not None:
                self._turn_to(part)
                self.call_after_refresh(self._pane.go_to, NEW)
            return
        if not typed and here and not self._on_poll:
            await self._do(apply_act(session, self._about, here))
            return
        try:
            act = send_act(session, self._about, Spoken(self._kind, typed, here, on_poll=self._on_poll))
        except OkrError as error:
            self._hints.hears(Tells(one_line(sentence(error)), first=Run("○", "off_track"), indent=2))
            return
        await self._do(act)

    async def _do(self, act: "Callable[[Author], Act] | None") -> None:
        """Carries it out; what was typed goes only when it was written."""
        if act is None or await self._bench.change(act) is None:
            return
        self._entry.value = ""
        self._bench.drafts.pop(self._draft, None)
        self._kind = "comment"
        here = self._here or NEW
        place = self._about.place
        session = self._bench.session
        if place is not None:
            found = session.workspace.find(self._about.id, session.today)
            self._about = self._about._replace(place=found, title=found.title if found else self._about.title)
        self._turn_to(self._about)
        self._pane.go_to(here)
        self._hear()


def open_question(app: "Workbench") -> None:
    """Opens the questions to the champion of the team looked at.

    Raises:
        WrongUsage: there is no team.
    """
    about = about_of(app.session, app.session.team) if app.session.team else None
    if about is None:
        raise WrongUsage(_("There is no team yet whose champion could answer."))
    app.push_screen(ThreadPanel(about, kind="question"))


def open_thread(app: "Workbench") -> None:
    """Opens the threads of what the cursor is on.

    Raises:
        WrongUsage: the cursor is on nothing that could be talked about.
    """
    from okr_tui.ui.modals.talking import talked_about

    about, start = talked_about(app)
    if about is None:
        raise WrongUsage(_("Put the cursor on what you want to talk about first."))
    app.push_screen(ThreadPanel(about, start))
