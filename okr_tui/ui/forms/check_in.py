"""The check-in, opened in place: figure, confidence, note, blocker; bar and status answer while one types."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input, TextArea

from okr_tui.actions.act import Act, Author, Done
from okr_tui.actions.check_in import check_in
from okr_tui.ui.forms.answer_lines import beside_figure, blocker_end, keys_line, live_line
from okr_tui.ui.forms.asked import Asked, supposed
from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.check_in_draft import draft_key
from okr_tui.ui.forms.check_in_fields import fill, nothing_said, reading_of, steps_of, typed_in, value_field, words_of
from okr_tui.ui.forms.choices import Choices, Confidence
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.forms.fields import FigureField, NoteField, Sealed, WordsField
from okr_tui.ui.forms.help_wanted import help_wanted
from okr_tui.ui.forms.meanwhile import TAKES, Meanwhile
from okr_tui.ui.forms.milestones import Milestones
from okr_tui.ui.paint.runs import Brush, Run, bold, dim
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_ROOMY = 30
"""Rows of the terminal from which the fields stand apart."""


class CheckInForm(Vertical):
    """One check-in. ↵ saves and goes on, ^s saves, esc keeps what was typed as a draft.

    Args:
        asked: what it is about.

    Attributes:
        ahead: the keys pressed while it was being saved: they are meant for what comes after it.
    """

    DEFAULT_CSS = """
    CheckInForm { height: auto; padding: 1 0 0 0; background: $okr-panel; }
    CheckInForm > .row { height: auto; margin-bottom: 1; }
    CheckInForm > .row > .label { width: 12; }
    CheckInForm > .answer { height: 1; margin-bottom: 1; padding-left: 13; background: $okr-panel; }
    CheckInForm > .keys { height: 1; padding-left: 13; background: $okr-panel; }
    CheckInForm.-tight { padding: 0; }
    CheckInForm.-tight > .row, CheckInForm.-tight > .answer { margin-bottom: 0; }
    CheckInForm .row Caption { height: 1; }
    """

    @dataclass
    class Saved(Message):
        """It stands in the journal.

        Attributes:
            subject: id of the key result or KPI.
            goes_on: ↵ was pressed, so the next one may open; False after ^s.
        """

        form: "CheckInForm"
        subject: str
        done: Done
        goes_on: bool

    @dataclass
    class Kept(Message):
        """It was left; what was typed is kept as a draft, if anything was."""

        form: "CheckInForm"
        subject: str
        drafted: bool

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.ahead: list[events.Key] = []
        self._saving = False
        self._last: Widget | None = None
        self._first: dict[str, str] = {}
        self._captions: dict[str, tuple[Caption, str]] = {}

    # what it consists of

    def compose(self) -> ComposeResult:
        """The fields, the answer below the figure, the keys."""
        subject = self.asked.subject
        label, field = value_field(self.asked)
        yield self._row("value", label, field)
        yield Meanwhile()
        yield Caption(classes="answer", id="answer")
        yield self._row("confidence", _("confidence"), Confidence(subject.confidence, id="confidence"))
        yield self._row("note", _("note"), NoteField(placeholder=_("what moved, in a sentence"), id="note"))
        blocker = WordsField(placeholder=_("none; @name asks for help"), id="blocker")
        yield self._row("blocker", _("blocker"), blocker)
        yield Caption(keys_line(subject.kind), classes="keys")

    def _row(self, name: str, label: str, field: Widget) -> Horizontal:
        caption = Caption(dim(label), classes="label")
        self._captions[name] = caption, label
        return Horizontal(caption, field, classes="row")

    def on_mount(self) -> None:
        """Shows what was typed before, and the answer to it."""
        self.set_class(self.app.size.height < _ROOMY, "-tight")
        self._first = self.typed
        kept = self._bench.drafts.get(draft_key(self.asked.subject.id))
        if kept:
            fill(self, kept)
        self.answer()

    def on_resize(self) -> None:
        """The fields stand apart where there is room."""
        self.set_class(self.app.size.height < _ROOMY, "-tight")
        self.answer()

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    # what was typed

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return typed_in(self)

    @property
    def drafted(self) -> bool:
        """Whether anything was typed that is not saved."""
        return self.typed != self._first

    # the answer while one types

    def follow(self, asked: Asked) -> None:
        """Somebody else has changed something: the question is asked anew, what was typed stays, both are offered."""
        was, self.asked = self.asked, asked
        if not self._saving and self.query_one(Meanwhile).meets(self.query_one("#value"), was, asked):
            self._first["value"] = self.typed["value"]
        self.query_one(Confidence).was = asked.subject.confidence
        self.answer()

    def answer(self, *, insists: bool = False) -> bool:
        """Says what the answer comes to.

        Args:
            insists: it is to be saved, so what makes no sense is said even if more might have been coming.

        Returns:
            Whether it can be saved.
        """
        typed = self.typed
        reading, words = reading_of(self.asked, typed), words_of(self.asked, typed)
        value = self.query_one("#value")
        if isinstance(value, FigureField):
            beside_figure(value, self.asked, reading)
        wanted = help_wanted(self.asked.session.workspace, typed["blocker"])
        self.query_one("#blocker", WordsField).surround(end=blocker_end(self.asked, wanted))
        answer = self.query_one("#answer", Caption)
        trouble = reading.trouble if insists or not reading.unfinished else ""
        trouble = trouble or ((wanted.trouble or nothing_said(typed)) if insists else "")
        if trouble:
            answer.say((Run("! ", "off_track", bold=True), Run(trouble)))
            return False
        then = supposed(self.asked, words, reading.value, steps_of(self.asked, typed))
        room = max(self.size.width - 13, 20)
        answer.say(live_line(self.asked, then, reading, room, Brush(plain=answer.canvas.plain)))
        return not reading.trouble

    def on_input_changed(self, event: Input.Changed) -> None:
        """Answers."""
        event.stop()
        self.answer()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The note grows with its words."""
        event.stop()
        self.query_one(NoteField).grow()

    def on_choices_changed(self, event: Choices.Changed) -> None:
        """Answers."""
        event.stop()
        self.answer()

    def on_milestones_changed(self, event: Milestones.Changed) -> None:
        """Answers."""
        event.stop()
        self.answer()

    def on_figure_field_stepped(self, event: FigureField.Stepped) -> None:
        """One step further from what is typed, or from the last figure."""
        event.stop()
        value = self.asked.moved(reading_of(self.asked, self.typed).value, event.by)
        event.field.value = editable(value, absolute=True)
        event.field.cursor_position = len(event.field.value)

    # keys

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The label of the field that has the keys is bold."""
        for name, (caption, label) in self._captions.items():
            caption.say(bold(label) if event.widget.id == name else dim(label))

    def on_key(self, event: events.Key) -> None:
        """Saves, goes from field to field, leaves; while it is being written, keys wait for what comes after it."""
        if self._saving:
            self.ahead.append(event)
        else:
            match event.key:
                case "escape":
                    self.leave()
                case "ctrl+s":
                    self.save(goes_on=False)
                case "enter":
                    self.save(goes_on=True)
                case key if key == TAKES:
                    self.query_one(Meanwhile).take()
                case "tab" | "down":
                    self._to(1)
                case "shift+tab" | "up":
                    self._to(-1)
                case _ if not event.is_printable:
                    return
        event.stop()
        event.prevent_default()

    def _to(self, step: int) -> None:
        """The field before or after the one that has the keys."""
        fields = [self.query_one(f"#{name}") for name in self._captions]
        at = next((index for index, field in enumerate(fields) if field.has_focus), -1)
        fields[(at + step) % len(fields)].focus()

    def leave(self) -> None:
        """Closes; what was typed is kept as a draft."""
        self._keep()
        self.post_message(self.Kept(self, self.asked.subject.id, self.drafted))

    def _keep(self) -> None:
        drafts, key = self._bench.drafts, draft_key(self.asked.subject.id)
        if self.drafted:
            drafts[key] = self.typed
        else:
            drafts.pop(key, None)

    def save(self, *, goes_on: bool) -> None:
        """Writes it; what makes no sense is said below the figure and nothing is lost.

        Args:
            goes_on: the next one may open afterwards.
        """
        if self._saving:
            return
        if not self.answer(insists=True):
            self._unseal()
            return
        # Kept first: whatever happens while it is written, the words are on the disk.
        self._keep()
        # The form takes the keys itself, so that what is typed ahead is not typed into what is being saved.
        self._saving = self.can_focus = True
        self._last = self.app.focused
        self.focus(scroll_visible=False)
        self.run_worker(self._write(goes_on=goes_on))

    async def _write(self, *, goes_on: bool) -> None:
        typed = self.typed
        root, subject, words, steps = (
            self.asked.session.root,
            self.asked.subject,
            words_of(self.asked, typed),
            steps_of(self.asked, typed),
        )

        def make(author: Author) -> Act:
            if not steps:
                return check_in(root, author, subject, words)
            from okr_tui.actions.finishing import check_in_steps

            return check_in_steps(root, author, subject, words, steps)

        done = await self._bench.change(make)
        if done is not None:
            self._bench.drafts.pop(draft_key(subject.id), None)
            self.post_message(self.Saved(self, subject.id, done, goes_on))
            return
        self._unseal()
        if self._last is not None:
            self._last.focus()

    def _unseal(self) -> None:
        """The fields take keys again: it was not saved."""
        self._saving = self.can_focus = False
        self.ahead.clear()
        for field in self.query("WordsField, NoteField"):
            cast("Sealed", field).sealed = False
