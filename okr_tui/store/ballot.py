"""A ballot: what people answer alone, which answers it takes, and what its box says when it is opened."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.maturity import FEWEST
from okr_tui.words.language import _

Kind = Literal["survey", "vote", "notes"]
Value = int | str
Said = tuple[tuple[str, Value], ...]
"""What somebody answers: (what it answers, value). A survey: statements and 1…5; a vote: what is voted on and a number
or an option; notes: a column and a text, as many as there are."""

_LONGEST = 2000
_MOST = 200


class Ballot(NamedTuple):
    """Something that people answer alone.

    Attributes:
        id: a random one, which says nothing.
        title: what people are asked, for whoever joins.
        asks: ids of the statements, of what is voted on, or of the columns ("performance/keep").
        options: what can be chosen, as words; empty where a number is asked for. low, high: the scale of a number.
        round: 1 for the first time it is asked.
        may: ids of the people who may answer; anybody where it is empty.
        ritual: id of the ritual in which it is asked; "" for none. team, cycle: whose it is.
        root: the workspace folder, so that another terminal finds it. on: the day it was opened.
        closed: whether it was revealed, and nobody can answer any more.
    """

    id: str
    kind: Kind
    title: str
    asks: tuple[str, ...]
    options: tuple[str, ...] = ()
    low: int = 0
    high: int = 10
    round: int = 1
    may: tuple[str, ...] = ()
    ritual: str = ""
    team: str = ""
    cycle: str = ""
    root: str = ""
    on: date = date.min
    closed: bool = False


class Slip(NamedTuple):
    """One answer of a vote, or one person's notes; `who` is None for somebody who gave no name."""

    who: str | None
    said: Said


class Count(NamedTuple):
    """How far a ballot is, which reveals nothing of what was answered.

    Attributes:
        answers: how many have answered; who: those of them who gave a name, by id.
        waiting: ids of the people who may answer and have not; empty where anybody may.
    """

    answers: int
    who: tuple[str, ...]
    waiting: tuple[str, ...]


class Revealed(NamedTuple):
    """What was answered.

    Attributes:
        answers: how many people answered.
        counts: what was asked → answer → people; empty for notes.
        slips: of a vote and of notes, in an order of chance; none for a survey.
    """

    ballot: Ballot
    answers: int
    counts: Mapping[str, Mapping[str, int]]
    slips: tuple[Slip, ...]


Box = dict[str, Any]
"""What lies in the box of one ballot: sums and who took part (a survey), or slips."""

EMPTY: Box = {"counts": {}, "took_part": [], "unnamed": 0, "slips": []}
"""A box in which nothing is yet."""


def put(ballot: Ballot, box: Box, said: Said, who: str | None) -> Box:
    """The box with one more answer in it.

    Raises:
        WrongUsage: it is closed, the person may not answer or has, or an answer is none.
    """
    if ballot.closed:
        raise WrongUsage(_("It is revealed already; nobody can answer any more."))
    if who is not None and ballot.may and who not in ballot.may:
        raise WrongUsage(_("This is asked of others."))
    answers_to(ballot, said)
    return _PUT[ballot.kind](box, said, who)


def told(ballot: Ballot, box: Box) -> Revealed:
    """What lies in a box; of a survey nothing that fewer than four people said."""
    slips = tuple(Slip(who, tuple((ask, value) for ask, value in said)) for who, said in box["slips"])
    counts = _shown(box) if ballot.kind == "survey" else _sums(slips) if ballot.kind == "vote" else {}
    return Revealed(ballot, count(ballot, box).answers, counts, slips)


def _survey(box: Box, said: Said, who: str | None) -> Box:
    """Adds to the sums; the order in which people took part is not kept."""
    if who is not None and who in box["took_part"]:
        raise WrongUsage(_("You have answered; what you said is one of many now and can't be taken out again."))
    counts = {ask: dict(answers) for ask, answers in box["counts"].items()}
    for ask, value in said:
        answers = counts.setdefault(ask, {})
        answers[str(value)] = answers.get(str(value), 0) + 1
    took_part = sorted({*box["took_part"], *([who] if who else [])})
    return {**box, "counts": counts, "took_part": took_part, "unnamed": box["unnamed"] + (who is None)}


def _vote(box: Box, said: Said, who: str | None) -> Box:
    """One slip a person; another one takes the place of the first."""
    kept = [slip for slip in box["slips"] if who is None or slip[0] != who]
    return {**box, "slips": [*kept, [who, [list(each) for each in said]]]}


def _notes(box: Box, said: Said, who: str | None) -> Box:
    """What a person writes is added to what they have written; what nobody signed stays by itself."""
    before = [each for slip in box["slips"] if who is not None and slip[0] == who for each in slip[1]]
    return _vote(box, (*((ask, text) for ask, text in before), *said), who)


_PUT: dict[str, Callable[[Box, Said, str | None], Box]] = {
    "survey": _survey,
    "vote": _vote,
    "notes": _notes,
}


def answers_to(ballot: Ballot, said: Said) -> None:
    """Makes sure that these are answers to what is asked.

    Raises:
        WrongUsage: one of them isn't.
    """
    if not said or len(said) > _MOST:
        raise WrongUsage(_("There is no answer in this."))
    if ballot.kind != "notes" and len({ask for ask, _value in said}) != len(said):
        raise WrongUsage(_("One answer to each question."))
    for ask, value in said:
        if ask not in ballot.asks:
            raise WrongUsage(_("“{ask}” is not asked here.").format(ask=ask[:60]))
        if ballot.kind == "notes":
            if not isinstance(value, str) or not value.strip() or len(value) > _LONGEST:
                raise WrongUsage(_("A note has some words, {n} characters at most.").format(n=_LONGEST))
        elif ballot.options:
            if value not in ballot.options:
                options = ", ".join(ballot.options)
                raise WrongUsage(_("“{text}” is none of the options:").format(text=str(value)[:60]) + " " + options)
        elif isinstance(value, bool) or not isinstance(value, int) or not ballot.low <= value <= ballot.high:
            raise WrongUsage(
                _("Answer with a whole number from {low} to {high}.").format(low=ballot.low, high=ballot.high)
            )


def _sums(slips: Sequence[Slip]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = {}
    for slip in slips:
        for ask, value in slip.said:
            answers = counts.setdefault(ask, {})
            answers[str(value)] = answers.get(str(value), 0) + 1
    return counts


def _shown(box: Box) -> dict[str, dict[str, int]]:
    """The sums of a survey; of a statement that fewer than four answered, none."""
    return {ask: answers for ask, answers in box["counts"].items() if sum(answers.values()) >= FEWEST}


def count(ballot: Ballot, box: Box) -> Count:
    """How many have answered, and who still may."""
    named = {*box["took_part"], *(who for who, _said in box["slips"] if who is not None)}
    unnamed = int(box["unnamed"]) + sum(who is None for who, _said in box["slips"])
    return Count(len(named) + unnamed, tuple(sorted(named)), tuple(each for each in ballot.may if each not in named))
