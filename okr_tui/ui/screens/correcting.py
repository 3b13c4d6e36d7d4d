"""The form that corrects an earlier check-in: a new one is written that replaces it; both stay visible."""

from collections.abc import Callable

from okr_tui.actions.act import Act, Author
from okr_tui.actions.check_in import Words, check_in
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import Entry
from okr_tui.ui.forms.asked import asked_of
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _


def correct_form(session: Session, standing: Standing, entry: Entry) -> TableForm:
    """A form with what was said, to be said anew for the same day.

    Args:
        session: the moment.
        standing: the key result that it is about.
        entry: the check-in.

    Raises:
        WrongUsage: somebody else said it.
    """
    said = entry.check_in
    if entry.person != session.me:
        raise WrongUsage(_("Only who said it can take it back or correct it."))
    subject = asked_of(session, standing).subject._replace(value=said.value)
    fields = _fields(standing, entry)
    before = {field.key: field.text for field in fields}

    def make(typed: Typed) -> Callable[[Author], Act] | None:
        if all(text.strip() == before[key] for key, text in typed.items()):
            return None
        words = Words(
            value=typed["value"].strip() or None, confidence=_confidence(typed["confidence"]), status=said.status,
            note=typed["note"] or None, blocker=typed["blocker"] or None, help_from=said.help_from, on=said.on,
            replaces=said.id,
        )  # fmt: skip
        return lambda author: check_in(session.root, author, subject, words)

    title = _("Correct what was said for {day}").format(day=weekday_day(said.on, session.today))
    return TableForm(title, fields, make, draft=f"correct {said.id}")


def _fields(standing: Standing, entry: Entry) -> tuple[Field, ...]:
    said = entry.check_in
    figure = standing.key_result.kind in {"metric", "keep"}
    confidence = "" if said.confidence is None else str(said.confidence)
    value = said.milestone or "" if standing.key_result.kind == "milestones" else editable(said.value, absolute=True)
    return (
        Field("value", _("value") if figure else _("done"), value, half=True, asks=_("What it should have said.")),
        Field("confidence", _("confidence"), confidence, half=True, asks=_("0 to 10.")),
        Field("note", _("note"), said.note or "", asks=_("What moved, in a sentence.")),
        Field("blocker", _("blocker"), said.blocker or "", asks=_("What stood in the way.")),
    )


def _confidence(text: str) -> int | None:
    """The confidence that was typed.

    Raises:
        WrongUsage: it is no whole number from 0 to 10.
    """
    if not text.strip():
        return None
    if not (text.strip().isascii() and text.strip().isdigit() and int(text) <= 10):
        raise WrongUsage(_("Confidence goes from 0 to 10."))
    return int(text)
