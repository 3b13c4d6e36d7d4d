"""Votes in a ritual: on what, and what came of them. Who said what is never kept; two are named, to speak first."""

from collections.abc import Iterable, Mapping
from datetime import date
from math import fsum
from typing import NamedTuple

from okr_tui.domain.review import Tally
from okr_tui.domain.rollup import team_standing
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import CycleContent, Workspace

CARDS = ("1", "2", "3", "5", "8", "13")
"""Cards of planning poker, for how far a target is from where one stands: 1 comes by itself, 13 is a dream."""


class Outcome(NamedTuple):
    """What came of a vote on one thing.

    Attributes:
        counts: answer → people, from the lowest answer up.
        lowest, highest: ids of the two who speak first; None where nobody gave a name, or all said the same.
    """

    counts: Mapping[int, int]
    lowest: str | None = None
    highest: str | None = None

    @property
    def votes(self) -> int:
        """How many voted."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """The mean answer; 0 where nobody voted."""
        return fsum(value * people for value, people in self.counts.items()) / self.votes if self.votes else 0.0

    @property
    def spread(self) -> int:
        """From the lowest answer to the highest."""
        return max(self.counts) - min(self.counts) if self.counts else 0


def outcome(answers: Iterable[tuple[str | None, int]]) -> Outcome:
    """What came of a vote.

    Args:
        answers: who and which number; None for somebody who gave no name.
    """
    given = sorted(answers, key=lambda each: (each[1], each[0] or ""))
    counts: dict[int, int] = {}
    for _who, value in given:
        counts[value] = counts.get(value, 0) + 1
    if len(counts) < 2:
        return Outcome(counts)
    low = next((who for who, value in given if who is not None and value == given[0][1]), None)
    high = next((who for who, value in reversed(given) if who is not None and value == given[-1][1]), None)
    return Outcome(counts, low, high)


def outcome_of(tally: Tally) -> Outcome:
    """What came of a vote whose result is in the review; answers that are no numbers are left out."""
    if not isinstance(tally.counts, Mapping):
        return Outcome({value: people for value, people in enumerate(tally.counts, start=1) if people})
    counts = {int(value): people for value, people in tally.counts.items() if value.isdecimal() and people > 0}
    return Outcome(dict(sorted(counts.items())))


def tallies(content: CycleContent, team: str, about: str) -> tuple[Tally, ...]:
    """The results of all votes on one thing, oldest first."""
    review = content.reviews.get(team)
    found = [each for each in (review.tally if review else ()) if each.about == about]
    return tuple(sorted(found, key=lambda each: (each.on or date.min, each.round)))


def to_vote_on(workspace: Workspace, content: CycleContent, team: str, today: date) -> tuple[Standing, ...]:
    """The key results worth a vote: those that changed or fell with the last figures, or lack a confidence.

    Where none did, all that are pursued.
    """
    pursued = [
        each
        for each in team_standing(workspace, content, team, today).key_results
        if each.objective.live and each.key_result.dropped is None
    ]
    return tuple(each for each in pursued if _moved(each)) or tuple(pursued)


def _moved(standing: Standing) -> bool:
    if standing.confidence is None or standing.status == "slipping":
        return True
    last, *before = [entry.check_in for entry in reversed(standing.entries)]
    if (standing.today - last.on).days > 7:  # nobody said anything this week
        return False
    known = next((each.value for each in before if each.value is not None), None)
    felt = next((each.confidence for each in before if each.confidence is not None), None)
    return (last.value is not None and last.value != known) or (last.confidence is not None and last.confidence != felt)
