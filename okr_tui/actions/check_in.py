"""A check-in: a figure, a confidence, a word on one key result or KPI; in the speaker's own journal."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.saying import say
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.domain.figures import NotAFigure, typed
from okr_tui.domain.resolve import folded
from okr_tui.domain.suspicion import Scale, Suspicion, divided, suspicions
from okr_tui.words.language import _, spoken
from okr_tui.words.numbers import figure as written
from okr_tui.words.quoting import with_colon

STATUS_WORDS = ("on-track", "at-risk", "off-track", "done")
YES = frozenset({"1", "yes", "y", "true", "done", "oui", "o"})
NO = frozenset({"0", "no", "n", "false", "non"})


class Subject(NamedTuple):
    """What a check-in is about, as far as a check-in needs to know it.

    Attributes:
        kind: metric, keep, yes-no, milestones, or kpi.
        cycle: the cycle whose journal the words go into.
        value: the last figure; confidence: the last confidence of anybody.
        steps: (id, title) of its milestones.
        scale: what a figure can be compared with; nothing is odd where it isn't known.
    """

    id: str
    title: str
    kind: str
    unit: str | None
    cycle: str
    team: str
    team_name: str
    value: float | None = None
    confidence: int | None = None
    steps: tuple[tuple[str, str], ...] = ()
    scale: Scale | None = None


class Words(NamedTuple):
    """What a person says in a check-in, as typed; everything may be missing, but not all of it.

    Attributes:
        value: `41`, `+3`, `=-5`, `120/4`, yes or no, or for milestones the id or the title of the one that is done.
        confidence: 0…10.
        on: the day it speaks of; without one today.
        replaces: id of an earlier check-in that this one corrects.
    """

    value: str | None = None
    confidence: int | None = None
    status: str | None = None
    note: str | None = None
    blocker: str | None = None
    help_from: str | None = None
    on: date | None = None
    replaces: str | None = None


def check_in(root: Path, author: Author, subject: Subject, words: Words) -> Act:
    """Writes a check-in into the author's journal.

    Raises:
        WrongUsage: nothing was said, or the value or confidence makes no sense.
        PersonMustDecide: the milestone that is meant is not clear.
        OkrError: the journal can't be read.
    """
    value, milestone = figure(subject, words.value)
    _sensible(words, author)
    said = {
        "on": words.on or author.today, "about": subject.id, "value": value, "milestone": milestone,
        "confidence": words.confidence, "status": words.status, "note": words.note or None,
        "blocker": words.blocker or None, "help_from": words.help_from, "replaces": words.replaces,
    }  # fmt: skip
    if all(said[key] is None for key in said if key not in {"on", "about", "replaces"}):
        raise WrongUsage(_("A check-in says something: a value, a confidence, or a note."))
    return say(root, author, subject.cycle, "check_in", said, _name(subject, value, milestone, words.confidence))


def _name(subject: Subject, value: float | None, milestone: str | None, confidence: int | None) -> str:
    """What the undo list calls it: with its figure, for whoever takes back one of several about the same thing."""
    name = _("check-in on {title}").format(title=subject.title)
    if value is not None:
        told = (_("yes") if value else _("no")) if subject.kind == "yes-no" else written(value, subject.unit)
    elif milestone is not None:
        told = _("done: {title}").format(title=dict(subject.steps).get(milestone, milestone))
    elif confidence is not None:
        told = _("confidence {n}").format(n=confidence)
    else:
        return name
    return with_colon(name, told)


def figure(subject: Subject, text: str | None) -> tuple[int | float | None, str | None]:
    """The value, or the milestone, that a person means by what was typed.

    Raises:
        WrongUsage: it makes no sense for this kind of key result.
        PersonMustDecide: several milestones fit.
    """
    if text is None or not text.strip():
        return None, None
    if subject.kind == "milestones":
        return None, _milestone(subject, text.strip())
    if subject.kind == "yes-no":
        return _yes_or_no(text.strip()), None
    try:
        value = typed(text, last=subject.value, unit=subject.unit, comma=spoken() == "fr").value
    except NotAFigure:
        message = _("“{text}” is no figure; type one such as 41, +3, =-5 or 120/4.").format(text=text[:80])
        raise WrongUsage(message) from None
    return (int(value) if value == int(value) else round(value, 10)), None


def odd(subject: Subject, words: Words) -> tuple[Suspicion, ...]:
    """What to ask about before this is saved; nothing where all of it goes together.

    Raises:
        WrongUsage: the value makes no sense.
        PersonMustDecide: the milestone that is meant is not clear.
    """
    if subject.scale is None:
        return ()
    value, _step = figure(subject, words.value)
    scale = subject.scale if words.replaces is None else subject.scale._replace(last=None)  # the last is what was wrong
    found = suspicions(scale, value, words.confidence, words.status)
    if value is None or words.value is None or words.confidence is not None:
        return found
    apart = divided(scale, words.value, value, lambda text: _read(subject, text))
    return found if apart is None else (apart,)


def _read(subject: Subject, text: str) -> float | None:
    """The figure of a text; None where it makes none."""
    try:
        return figure(subject, text)[0]
    except (WrongUsage, PersonMustDecide):
        return None


def _yes_or_no(text: str) -> int:
    if text.casefold() in YES:
        return 1
    if text.casefold() in NO:
        return 0
    raise WrongUsage(_("“{text}” is neither yes nor no.").format(text=text[:80]))


def _milestone(subject: Subject, text: str) -> str:
    wanted = folded(text)
    exact = [step for step in subject.steps if step[0] == text]
    fitting = exact or [step for step in subject.steps if step[0].startswith(wanted) or wanted in folded(step[1])]
    if len(fitting) == 1:
        return fitting[0][0]
    message = (
        _("“{text}” could be several milestones.") if fitting else _("“{text}” is no milestone of this key result.")
    )
    raise PersonMustDecide(message.format(text=text[:80]), tuple(fitting or subject.steps))


def _sensible(words: Words, author: Author) -> None:
    if words.confidence is not None and not 0 <= words.confidence <= 10:
        raise WrongUsage(_("Confidence goes from 0 to 10."))
    if words.status is not None and words.status not in STATUS_WORDS:
        raise WrongUsage(_("A status is one of {words}.").format(words=", ".join(STATUS_WORDS)))
    if words.on is not None and words.on > author.today:
        raise WrongUsage(_("A check-in can't speak of a day that has not come yet."))
