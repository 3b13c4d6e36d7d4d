"""Votes while a ritual runs: the ballot box opened, watched, revealed; and the keyboard passed from one to the next."""

import secrets
from typing import NamedTuple

from okr_tui.actions.act import Author
from okr_tui.actions.balloting import open_survey
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import new_id
from okr_tui.domain.voting import CARDS
from okr_tui.store.ballot import Ballot, Count, Revealed, Value
from okr_tui.store.ballots import ballots, cast, counted, discard, open_ballot, reveal
from okr_tui.store.runs import Voted
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.words.language import _
from okr_tui.words.maturity import statement


def open_vote(showing: Presenting, about: tuple[str, ...], *, cards: bool = False) -> Ballot:
    """Opens a vote of the people who are there: on confidence from 0 to 10, or with the cards of planning poker.

    Raises:
        WrongUsage: there is nothing to vote on, or another vote is open.
        OkrError: the ballot box can't be written.
    """
    if not about:
        raise WrongUsage(_("There is no key result to vote on."))
    if showing.run.ballot:
        raise WrongUsage(_("Another vote is open; r reveals it."))
    title = (
        _("How far is the target? 1 comes by itself, 13 is a dream") if cards else _("How sure are you, from 0 to 10?")
    )
    run = showing.run
    ballot = open_ballot(showing.state, Ballot(
        new_id("vote", secrets.choice), "vote", title, about, CARDS if cards else (), 0, 10,
        max(showing.round_of(each) for each in about) + 1, tuple(run.people), run.id, run.team, run.cycle,
        str(showing.session.root), showing.today,
    ))  # fmt: skip
    run.ballot = ballot.id
    showing.keep()
    return ballot


def open_the_survey(showing: Presenting, me: str) -> None:
    """Opens the maturity survey of the team, which everybody answers alone.

    Raises:
        OkrError: the ballot box can't be written.
    """
    session, run = showing.session, showing.run
    author = Author(me, showing.now, secrets.choice)
    ballot = open_survey(session.root, showing.state, author, session.workspace, showing.content, run.team)
    run.ballot = ballot.id
    showing.keep()


def open_now(showing: Presenting) -> Ballot | None:
    """The vote that is open; None for none."""
    return next((each for each in ballots(showing.state) if each.id == showing.run.ballot), None)


def count(showing: Presenting) -> Count | None:
    """How far the open vote is; None for none."""
    if not showing.run.ballot:
        return None
    try:
        return counted(showing.state, showing.run.ballot)
    except WrongUsage:
        return None


def revealed(showing: Presenting) -> Revealed:
    """Closes the open vote and takes what was answered into the ritual; who said what is not kept anywhere.

    Raises:
        WrongUsage: nobody has voted.
        OkrError: the ballot box can't be written.
    """
    found = count(showing)
    if found is None or not found.answers:
        raise WrongUsage(_("Nobody has voted yet."))
    told = reveal(showing.state, showing.run.ballot)
    for about, counts in told.counts.items() if told.ballot.kind == "vote" else ():
        showing.slips[about] = told.slips
        kept = [each for each in showing.run.votes if (each.about, each.round) != (about, told.ballot.round)]
        showing.run.votes = [
            *kept,
            Voted(about, "cards" if told.ballot.options else "confidence", told.ballot.round, dict(counts)),
        ]
    showing.run.speaker = 0
    showing.keep()
    return told


def written(showing: Presenting) -> None:
    """The result stands in the workspace: the ballots go."""
    if showing.run.ballot:
        discard(showing.state, showing.run.ballot)
        showing.run.ballot = ""
        showing.keep()


def cut_off(showing: Presenting) -> bool:
    """Whether a vote was revealed, and okr ended before its result was written."""
    return any(each.id == showing.run.ballot for each in ballots(showing.state, closed=True))


class HandVote(NamedTuple):
    """The keyboard in somebody's hands.

    Attributes:
        ballot: what is voted on.
        who: id of whoever has the keyboard.
        given: what they have said so far, in the order of what is asked.
    """

    ballot: Ballot
    who: str
    given: tuple[Value, ...] = ()

    @property
    def asked(self) -> str:
        """Id of what they are asked now."""
        return self.ballot.asks[len(self.given)]

    def said(self, showing: Presenting, text: str) -> "HandVote | None":
        """What comes after an answer: the next question, the next person; None when everybody has voted.

        Raises:
            WrongUsage: it is no answer.
            OkrError: the ballot box can't be written.
        """
        given = (*self.given, self._value(text))
        if len(given) < len(self.ballot.asks):
            return self._replace(given=given)
        left = cast(showing.state, self.ballot.id, tuple(zip(self.ballot.asks, given, strict=True)), self.who)
        return passed_on(self.ballot, left, after=self.who)

    def _value(self, text: str) -> Value:
        """One answer, refused before it goes into the box, so that nothing said before is lost."""
        said = text.strip()
        if self.ballot.options:
            if said not in self.ballot.options:
                raise WrongUsage(_("One of {cards}.").format(cards=", ".join(self.ballot.options)))
            return said
        if not said.isdecimal() or not self.ballot.low <= int(said) <= self.ballot.high:
            raise WrongUsage(
                _("A whole number from {low} to {high}.").format(low=self.ballot.low, high=self.ballot.high)
            )
        return int(said)

    def asks(self, showing: Presenting) -> tuple[str, str]:
        """Who is asked, and what: a name, and a title with how many there are."""
        standing = showing.key_result(self.asked)
        title = standing.key_result.title if standing is not None else self.asked
        if self.ballot.kind == "survey":
            title = statement(self.asked)
        said = _("{n} of {all}").format(n=len(self.given) + 1, all=len(self.ballot.asks))
        return short_name(showing.session.workspace, self.who), f"{title} ({said})"


def passed_on(ballot: Ballot, left: Count, after: str = "") -> HandVote | None:
    """The keyboard for the next one who has not voted; None when everybody has."""
    if not left.waiting:
        return None
    later = [each for each in ballot.may if each in left.waiting]
    at = ballot.may.index(after) if after in ballot.may else -1
    return HandVote(ballot, next((each for each in later if ballot.may.index(each) > at), later[0]))
