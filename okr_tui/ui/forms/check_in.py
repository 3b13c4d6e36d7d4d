"""The check-in, opened in place: figure, confidence, note, blocker; bar and status answer while one types."""

from collections.abc import Mapping

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.widget import Widget
from textual.widgets import Input, TextArea

from okr_tui.ui.forms.answer_lines import beside_figure, blocker_end, keys_line, live_line
from okr_tui.ui.forms.asked import Asked, supposed
from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.check_in_before import before_line
from okr_tui.ui.forms.check_in_day import day_said
from okr_tui.ui.forms.check_in_draft import draft_key
from okr_tui.ui.forms.check_in_fields import (
    NOTHING,
    asked_on,
    fill,
    no_day,
    nothing_said,
    reading_of,
    said_before,
    status_field,
    steps_of,
    value_field,
    words_of,
)
from okr_tui.ui.forms.check_in_memory import Memory
from okr_tui.ui.forms.check_in_writing import Writing
from okr_tui.ui.forms.choices import Choices, Confidence
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.forms.fields import FigureField, NoteField, WordsField
from okr_tui.ui.forms.help_wanted import help_wanted
from okr_tui.ui.forms.meanwhile import TAKES, Meanwhile
from okr_tui.ui.forms.milestones import Milestones
from okr_tui.ui.paint.runs import Brush, Run, bold, dim
from okr_tui.ui.text import width
from okr_tui.words.language import _

_LABEL = 13  # cells of a label and what follows it
_ROOMY = 30
"""Rows of the terminal from which the fields stand apart."""


class CheckInForm(Writing):
    """One check-in. ↵ saves and goes on, ^s saves, esc leaves; what is typed is kept as a draft until it is saved.

    Args:
        asked: what it is about.
    """

    DEFAULT_CSS = """
    CheckInForm { height: auto; padding: 1 0 0 0; background: $okr-panel; }
    CheckInForm > .row { height: auto; margin-bottom: 1; }
    CheckInForm > .row > .label { width: 12; }
    CheckInForm > .before { height: 1; padding-left: 13; background: $okr-panel; }
    CheckInForm > .answer { height: 1; margin-bottom: 1; padding-left: 13; background: $okr-panel; }
    CheckInForm > .keys { height: 1; padding-left: 13; background: $okr-panel; }
    CheckInForm.-tight { padding: 0; }
    CheckInForm.-tight > .row, CheckInForm.-tight > .answer { margin-bottom: 0; }
    CheckInForm .row Caption { height: 1; }
    """

    def __init__(self, asked: Asked) -> None:
        super().__init__(asked)
        self._captions: dict[str, tuple[Caption, str]] = {}
        self._day: tuple[Asked | None, str, int, str] = (None, "", 0, "")

    # what it consists of

    def compose(self) -> ComposeResult:
        """The fields, the answer below the figure, the keys."""
        subject = self.asked.subject
        label, field = value_field(self.asked)
        yield self._row("value", label, field)
        yield Meanwhile()
        yield Caption("", classes="before", id="before")
        yield Caption(classes="answer", id="answer")
        yield self._row("confidence", _("confidence"), Confidence(subject.confidence, id="confidence"))
        yield self._row("note", _("note"), NoteField(placeholder=_("what moved, in a sentence"), id="note"))
        blocker = WordsField(placeholder=_("none; @name asks for help"), id="blocker")
        yield self._row("blocker", _("blocker"), blocker)
        if subject.kind != "kpi":
            yield self._row("status", _("my word"), status_field())
        usual = _("today") if self._day_said("") else _("today; or yesterday, Fri, -3, 2026-10-14")
        day = WordsField(placeholder=usual, id="on")
        yield self._row("on", _("speaks of"), day)
        yield Memory()
        yield Caption(keys_line(subject.kind), classes="keys")

    def _row(self, name: str, label: str, field: Widget) -> Horizontal:
        caption = Caption(dim(label), classes="label")
        self._captions[name] = caption, label
        return Horizontal(caption, field, classes="row")

    def on_mount(self) -> None:
        """Shows what was typed before, and the answer to it."""
        self.set_class(self.app.size.height < _ROOMY, "-tight")
        if self.asked.corrects is not None:
            fill(self, said_before(self.asked))
        self._first = self.typed
        kept = self._bench.drafts.get(draft_key(self.asked.subject.id))
        if kept:
            fill(self, kept)
        self.answer()
        self.query_one(Memory).remember(self.asked, self._prefill)

    def _prefill(self, text: str) -> None:
        """A figure from the person's own command stands in the field, unless something was typed there."""
        value = self.query_one("#value")
        if isinstance(value, FigureField) and not self._saving and value.value == self._first.get("value"):
            value.value = text
            self._first["value"] = value.value  # nobody typed it, so it is no draft
            if value.has_focus:
                value.select_all()

    def on_resize(self) -> None:
        """The fields stand apart where there is room."""
        self.set_class(self.app.size.height < _ROOMY, "-tight")
        self.answer()

    # the answer while one types

    def follow(self, asked: Asked) -> None:
        """Somebody else has changed something: the question is asked anew, what was typed stays, both are offered."""
        was, self.asked = self.asked, replace(asked, corrects=self.asked.corrects)
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
            beside_figure(value, asked_on(self.asked, typed).subject, reading, self.asked.step)
        wanted = help_wanted(self.asked.session.workspace, typed["blocker"])
        self.query_one("#blocker", WordsField).surround(end=blocker_end(self.asked, wanted))
        day = self._day_said(typed["on"])
        self.query_one("#on", WordsField).surround(end=(dim(day),) if day else ())
        answer = self.query_one("#answer", Caption)
        room = max(self.size.width - _LABEL, 20)
        self.query_one("#before", Caption).say(before_line(self.asked, room))
        trouble = reading.trouble if insists or not reading.unfinished else ""
        trouble = trouble or ((wanted.trouble or nothing_said(typed) or no_day(self.asked, typed)) if insists else "")
        if trouble:
            answer.say((Run("! ", "off_track", bold=True), Run(trouble)))
            return False
        self.query_one(".keys", Caption).say(keys_line(self.asked.subject.kind, drafted=self.drafted))
        then = supposed(self.asked, words, reading.value, steps_of(self.asked, typed))
        answer.say(live_line(self.asked, then, reading, room, Brush(plain=answer.canvas.plain)))
        return not reading.trouble

    def _day_said(self, text: str) -> str:
        """How the day is understood; worked out when it changes, not with every key."""
        room = self.size.width - _LABEL - width(_("today")) - 4
        if self._day[0] is not self.asked or self._day[1:3] != (text, room):
            self._day = self.asked, text, room, day_said(self.asked, text, room)
        return self._day[3]

    def on_input_changed(self, event: Input.Changed) -> None:
        """Answers, keeps it."""
        event.stop()
        self.answer()
        self.keep()

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """The note grows with its words, and is kept."""
        event.stop()
        self.query_one(NoteField).grow()
        self.keep()

    def on_choices_changed(self, event: Choices.Changed) -> None:
        """Answers, keeps it."""
        event.stop()
        self.answer()
        self.keep()

    def on_milestones_changed(self, event: Milestones.Changed) -> None:
        """Answers, keeps it."""
        event.stop()
        self.answer()
        self.keep()

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
                case "ctrl+n" if self.asked.corrects is not None:
                    self.asked = replace(self.asked, corrects=None)
                    self.begin_anew(NOTHING)
                case "ctrl+l":
                    self.begin_anew(self._first)
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

    def begin_anew(self, typed: Mapping[str, str]) -> None:
        """Throws away what is typed, and the draft of it."""
        fill(self, typed)
        self._first = self.typed
        self.keep()
        self.answer()

    def _to(self, step: int) -> None:
        """The field before or after the one that has the keys."""
        fields = [self.query_one(f"#{name}") for name in self._captions]
        at = next((index for index, field in enumerate(fields) if field.has_focus), -1)
        fields[(at + step) % len(fields)].focus()
