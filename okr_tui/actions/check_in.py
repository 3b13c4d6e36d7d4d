"""A check-in: a figure, a confidence, a word on one key result or KPI; in the speaker's own journal."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.act import Act, Author
from okr_tui.actions.saying import say
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.domain.figures import NotAFigure, typed
from okr_tui.domain.resolve import folded
from okr_tui.domain.suspicion import Scale, Suspicion, divided, less_or_below, suspicions
from okr_tui.domain.taking_check_ins import CheckInState
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
        value: the last figure by the day that is spoken of; confidence: the last confidence of anybody.
        steps: (id, title) of its milestones.
        scale: what a figure can be compared with; nothing is odd where it isn't known.
        below_zero: figures below zero belong to it, so that a leading minus is the figure's own.
        state: whether a figure counts: open; late, for a closed cycle whose scores are still open; or why it does not.
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
    below_zero: bool = False
    state: CheckInState = "open"

    @property
    def counts_from(self) -> float | None:
        """What a leading sign adds to: the last figure, the baseline before there is one; None where neither is known."""
        return self.value if self.value is not None or self.scale is None else self.scale.baseline


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
    if (why := barred(subject)) is not None:
        raise WrongUsage(why)
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
        value = typed(text, last=adds_to(subject, text), unit=subject.unit, comma=spoken() == "fr").value
    except NotAFigure as refused:
        message = _("“{text}” is no figure; type one such as 41, +3, =-5 or 120/4.")
        raise _refused(text, refused, message) from None
    return (int(value) if value == int(value) else round(value, 10)), None


def adds_to(subject: Subject, text: str) -> float | None:
    """What a typed figure is added to because a sign leads it; None where it is the figure itself."""
    signs = {"+"} if subject.below_zero else {"+", "-", "−"}
    return subject.counts_from if text.lstrip()[:1] in signs else None


def barred(subject: Subject) -> str | None:
    """Why nothing can be said on it any more, or not yet, and what would change that; None where something can."""
    match subject.state:
        case "draft":
            words = _(
                "“{title}” is a draft, so a figure would not count: propose it (okr propose) and agree to it first."
            )
        case "proposed":
            words = _(
                "“{title}” is proposed and not agreed to yet, so a figure would not count: okr agree, then check in."
            )
        case "dropped":
            words = _("“{title}” was dropped, so a figure would not count.")
        case "over":
            words = _(
                "The scores of “{title}” are final: its cycle is closed, and the days for late figures have passed."
            )
        case _:
            return None
    return words.format(title=subject.title[:80])


def as_told(subject: Subject, text: str) -> str:
    """What a pipe or a program told, written so that it is read as that one figure: "-8" becomes "=-8".

    Raises:
        WrongUsage: it is not one number with its marks.
    """
    if subject.kind in {"yes-no", "milestones"}:
        return text
    from okr_tui.domain.stated import figure_told

    try:
        return f"={figure_told(text, subject.unit, comma=spoken() == 'fr'):.15g}"
    except NotAFigure as refused:
        message = _("“{text}” is not one figure, such as 41, -8.5 or 1,234; sums are only worked out when typed.")
        raise _refused(text, refused, message) from None


def _refused(text: str, refused: NotAFigure, message: str) -> WrongUsage:
    """A refusal that says why, where more is known than the message says."""
    from okr_tui.words.no_figure import why_none

    return WrongUsage(why_none(text, refused) or message.format(text=text[:80]))


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
    if value is not None and words.value is not None and _could_be_less(subject, words.value):
        return (less_or_below(value, subject.counts_from or 0.0), *found)
    if value is None or words.value is None or words.confidence is not None:
        return found
    apart = divided(scale, words.value, value, lambda text: _read(subject, text))
    return found if apart is None else (apart,)


def _could_be_less(subject: Subject, text: str) -> bool:
    """Whether a leading minus was taken for the figure's own, though there is a figure that it could be taken from."""
    return subject.below_zero and subject.counts_from is not None and text.lstrip()[:1] in {"-", "−"}


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
