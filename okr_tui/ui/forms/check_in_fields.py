"""The fields of a check-in: which one asks for the figure, what stands in them, a draft put back into them."""

from collections.abc import Mapping
from typing import cast

from textual.widget import Widget
from textual.widgets import Input

from okr_tui.actions.check_in import STATUS_WORDS, Words, adds_to
from okr_tui.domain.errors import WrongUsage
from okr_tui.ui.forms.asked import Asked, Reading, read_figure
from okr_tui.ui.forms.check_in_day import effective_day
from okr_tui.ui.forms.choices import Choices, Confidence
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.forms.fields import FigureField, NoteField
from okr_tui.ui.forms.help_wanted import help_wanted
from okr_tui.ui.forms.milestones import Milestones
from okr_tui.words.hostile import plain
from okr_tui.words.language import _
from okr_tui.words.statuses import word


def value_field(asked: Asked) -> tuple[str, Widget]:
    """The label and the field for what is measured: a figure, yes or no, milestones to tick."""
    subject = asked.subject
    if subject.kind == "yes-no":
        was = None if subject.value is None else 0 if subject.value >= 1 else 1
        return _("done?"), Choices([_("yes"), _("no")], was=was, hint=_("y or n"), id="value")
    if subject.kind == "milestones":
        return _("done now"), Milestones(asked.steps, id="value")
    field = FigureField(editable(subject.value, absolute=True), _("a figure"), id="value")
    field.adding = frozenset(sign for sign in "+-" if adds_to(subject, sign) is not None)
    return _("value"), field


def status_field() -> Choices:
    """The owner's own word on it, beside what is worked out; mostly left unsaid."""
    return Choices([word(each) for each in STATUS_WORDS], hint=_("unsaid; ←→ chooses"), id="status")


def typed_in(form: Widget) -> dict[str, str]:
    """What stands in the fields of a form, by their names; "" where nothing was said."""
    value = form.query_one("#value")
    if isinstance(value, Choices):
        figure = "" if value.chosen is None else ("yes", "no")[value.chosen]
    else:
        figure = ",".join(value.ticked) if isinstance(value, Milestones) else cast("Input", value).value
    chosen = form.query_one(Confidence).chosen
    return {
        "value": figure,
        "confidence": "" if chosen is None else str(chosen),
        "note": form.query_one(NoteField).text,
        "blocker": form.query_one("#blocker", Input).value,
        "status": _status(form),
        "on": form.query_one("#on", Input).value,
    }


def _status(form: Widget) -> str:
    field = next(iter(form.query("#status")), None)
    return STATUS_WORDS[field.chosen] if isinstance(field, Choices) and field.chosen is not None else ""


def fill(form: Widget, kept: Mapping[str, str]) -> None:
    """Puts a draft into the fields; what makes no sense there is passed over."""
    value, figure = form.query_one("#value"), kept.get("value", "")
    if isinstance(value, Choices):
        value.choose({"yes": 0, "no": 1}.get(figure))
    elif isinstance(value, Milestones):
        value.tick(figure.split(","))
    else:
        cast("Input", value).value = figure[:200]
    said = kept.get("confidence", "")
    confidence = int(said) if said.isascii() and said.isdigit() and len(said) <= 2 else -1
    form.query_one(Confidence).choose(confidence if 0 <= confidence <= 10 else None)
    form.query_one(NoteField).text = plain(kept.get("note", ""))
    form.query_one("#blocker", Input).value = kept.get("blocker", "")
    form.query_one("#on", Input).value = kept.get("on", "")
    status = next(iter(form.query("#status")), None)
    if isinstance(status, Choices):
        status.choose(STATUS_WORDS.index(kept["status"]) if kept.get("status") in STATUS_WORDS else None)


NOTHING: Mapping[str, str] = {}
"""What stands in fields that nobody has typed into."""


def said_before(asked: Asked) -> dict[str, str]:
    """What the check-in that is corrected says, as it stands in the fields."""
    said = asked.corrects
    if said is None:
        return {}
    help_from = f" @{asked.session.workspace.name_of(said.help_from)}" if said.help_from else ""
    figure = ("yes" if said.value else "no") if asked.subject.kind == "yes-no" else editable(said.value, absolute=True)
    return {
        "value": figure, "confidence": "" if said.confidence is None else str(said.confidence), "note": said.note or "",
        "blocker": (said.blocker or "") + help_from, "status": said.status or "",
        "on": "" if said.on == asked.session.today else said.on.isoformat(),
    }  # fmt: skip


def nothing_said(typed: Mapping[str, str]) -> str:
    """A sentence where nothing was said at all; "" where something was."""
    said = any(text.strip() for key, text in typed.items() if key != "on")
    return "" if said else _("Say something: a figure, a confidence, or a note.")


def no_day(asked: Asked, typed: Mapping[str, str]) -> str:
    """A sentence where the day that it speaks of is none; "" where it is one."""
    try:
        effective_day(typed["on"], asked.session.today)
    except WrongUsage as trouble:
        return str(trouble)
    return ""


def reading_of(asked: Asked, typed: Mapping[str, str]) -> Reading:
    """What is meant by the figure on the day that it speaks of; milestones have none."""
    if asked.subject.kind == "milestones":
        return Reading()
    return read_figure(asked_on(asked, typed).subject, typed["value"])


def asked_on(asked: Asked, typed: Mapping[str, str]) -> Asked:
    """The question as it is on the day that was typed; as it is today where that is no day."""
    return asked.on(None if no_day(asked, typed) else effective_day(typed["on"], asked.session.today))


def steps_of(asked: Asked, typed: Mapping[str, str]) -> tuple[str, ...]:
    """Ids of the milestones that are ticked."""
    return tuple(typed["value"].split(",")) if asked.subject.kind == "milestones" and typed["value"] else ()


def words_of(asked: Asked, typed: Mapping[str, str]) -> Words:
    """What was typed, as the action wants it."""
    wanted = help_wanted(asked.session.workspace, typed["blocker"])
    return Words(
        value=typed["value"].strip() or None,
        confidence=int(typed["confidence"]) if typed["confidence"] else None,
        note=typed["note"].strip() or None,
        blocker=wanted.blocker,
        help_from=wanted.help_from,
        status=typed["status"] or None,
        replaces=asked.corrects.id if asked.corrects is not None else None,
        on=None if no_day(asked, typed) else effective_day(typed["on"], asked.session.today),
    )
