"""How well a team lives the method, from the answers of its survey: each alone, told only together (method.md, "Measure")."""

from collections.abc import Mapping
from math import sqrt
from typing import Literal, NamedTuple

from msgspec import Struct

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.review import Review, Tally
from okr_tui.domain.workspace import CycleContent, Workspace

Part = Literal["make", "align", "achieve", "measure"]
PARTS: tuple[Part, ...] = ("make", "align", "achieve", "measure")
STATEMENTS: Mapping[Part, tuple[str, ...]] = {part: tuple(f"{part}-{n}" for n in (1, 2, 3)) for part in PARTS}
"""The statements of the survey by phase; each is answered from 1 to 5."""

FEWEST = 4
"""Answers below which nothing is shown: fewer could be told apart."""
LOWEST, HIGHEST = 1, 5
"""The scale of an answer."""


class Answers(Struct, frozen=True):
    """What people answered, without who did.

    Attributes:
        counts: answer 1…5 → people.
    """

    counts: Mapping[int, int]

    @property
    def people(self) -> int:
        """How many answers."""
        return sum(self.counts.values())

    @property
    def mean(self) -> float:
        """1…5."""
        return sum(answer * count for answer, count in self.counts.items()) / self.people

    @property
    def spread(self) -> float:
        """Standard deviation in points of the scale: how much people differ."""
        middle = self.mean
        return sqrt(sum(count * (answer - middle) ** 2 for answer, count in self.counts.items()) / self.people)

    @property
    def low(self) -> int:
        """The lowest answer given."""
        return min(answer for answer, count in self.counts.items() if count)

    @property
    def high(self) -> int:
        """The highest answer given."""
        return max(answer for answer, count in self.counts.items() if count)


class Maturity(Struct, frozen=True):
    """The survey of a team in a cycle.

    Attributes:
        statements: id → its answers; those with fewer than four are left out.
        phases: phase → all answers to its statements together.
    """

    statements: Mapping[str, Answers]
    phases: Mapping[Part, Answers]

    @property
    def people(self) -> int:
        """How many took part: the most answers that one statement has."""
        return max((answers.people for answers in self.statements.values()), default=0)

    @property
    def mean(self) -> float:
        """1…5, over the phases."""
        return sum(answers.mean for answers in self.phases.values()) / len(self.phases)

    @property
    def lowest(self) -> tuple[str, Answers]:
        """The statement that fewest agree with."""
        return min(self.statements.items(), key=lambda item: (item[1].mean, item[0]))

    @property
    def most_apart(self) -> Part:
        """The phase on which people differ most."""
        return max(self.phases, key=lambda part: self.phases[part].spread)


class Surveyed(NamedTuple):
    """A survey and the cycle it was held in."""

    cycle: Cycle
    maturity: Maturity


def maturity(review: Review | None) -> Maturity | None:
    """What a survey says; None where there was none, or with fewer than four answers to everything."""
    latest: dict[str, Tally] = {}
    for tally in review.tally if review is not None else ():
        before = latest.get(tally.about)
        if before is None or before.round <= tally.round:
            latest[tally.about] = tally
    found = {
        statement: answers
        for part in PARTS
        for statement in STATEMENTS[part]
        if statement in latest and (answers := _answers(latest[statement])).people >= FEWEST
    }
    return _by_phase(found)


def maturity_over_cycles(workspace: Workspace, team: str, until: CycleContent) -> tuple[Surveyed, ...]:
    """The surveys of a team up to a cycle, oldest first; cycles without one are passed over."""
    cycles = [
        content
        for content in workspace.cycles.values()
        if content.cycle.kind == until.cycle.kind and content.cycle.end <= until.cycle.end
    ]
    cycles.sort(key=lambda content: (content.cycle.end, content.cycle.id))
    found = ((content.cycle, maturity(content.reviews.get(team))) for content in cycles)
    return tuple(Surveyed(cycle, each) for cycle, each in found if each is not None)


def whole_over_cycles(workspace: Workspace, until: CycleContent) -> tuple[Surveyed, ...]:
    """The surveys of all teams together up to a cycle, oldest first; cycles without one are passed over."""
    cycles = [
        content
        for content in workspace.cycles.values()
        if content.cycle.kind == until.cycle.kind and content.cycle.end <= until.cycle.end
    ]
    cycles.sort(key=lambda content: (content.cycle.end, content.cycle.id))
    found = ((content.cycle, whole(content)) for content in cycles)
    return tuple(Surveyed(cycle, each) for cycle, each in found if each is not None)


def whole(content: CycleContent) -> Maturity | None:
    """What the surveys of all teams of a cycle say together; each of them has four answers at least."""
    teams = [each for review in content.reviews.values() if (each := maturity(review)) is not None]
    names = [name for part in PARTS for name in STATEMENTS[part]]
    found = {
        name: _together([team.statements[name] for team in teams if name in team.statements])
        for name in names
        if any(name in team.statements for team in teams)
    }
    return _by_phase(found)


def _by_phase(found: Mapping[str, Answers]) -> Maturity | None:
    phases = {part: _together([found[each] for each in STATEMENTS[part] if each in found]) for part in PARTS}
    told = {part: answers for part, answers in phases.items() if answers.people}
    return Maturity(found, told) if told else None


def _answers(tally: Tally) -> Answers:
    """Answer → people; a list counts from the lowest answer on. What is no answer of the scale is left out."""
    if isinstance(tally.counts, dict):
        pairs = [(int(key), count) for key, count in tally.counts.items() if key.isascii() and key.isdigit()]
    else:
        pairs = list(enumerate(tally.counts, start=LOWEST))
    return Answers({answer: count for answer, count in pairs if LOWEST <= answer <= HIGHEST and count > 0})


def _together(several: list[Answers]) -> Answers:
    counts: dict[int, int] = {}
    for answers in several:
        for answer, count in answers.counts.items():
            counts[answer] = counts.get(answer, 0) + count
    return Answers(counts)
