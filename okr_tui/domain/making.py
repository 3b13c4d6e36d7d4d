"""What a team drafts from: the cycle being made, what hurts, what the cycle before hands on."""

from datetime import date
from typing import NamedTuple

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.plan import Objective, Plan
from okr_tui.domain.review import Decision
from okr_tui.domain.workspace import CycleContent, Workspace

HANDED_ON = ("continue", "rework")
"""Verdicts of a review by which an objective goes on in the next cycle."""


class Pain(NamedTuple):
    """A pain point of a team, and who else has it.

    Attributes:
        id: of the pain point.
        person: who said it; said: the day.
        backers: ids of the people who back it, each once.
        objective: the objective that came of it; None as long as none did.
    """

    id: str
    text: str
    person: str
    said: date
    backers: tuple[str, ...]
    objective: Objective | None


class Carried(NamedTuple):
    """What the review of a cycle that is over hands on: its frame, and the decisions that say so."""

    cycle: Cycle
    decisions: tuple[Decision, ...]


def being_made(workspace: Workspace, today: date) -> CycleContent | None:
    """The cycle whose plans are drafted now (phase make or align), the one that begins first; None where none is."""
    drafting = [each for each in workspace.open_cycles(today) if each.cycle.phase in {"make", "align"}]
    own = [each for each in drafting if each.cycle.kind == "cycle"]
    return min(own, key=lambda each: (each.cycle.start, each.cycle.id), default=None)


def pains(content: CycleContent, team: str) -> tuple[Pain, ...]:
    """The pain points of a team in a cycle, those that most people back first, then in the order they were said."""
    backers: dict[str, dict[str, None]] = {}
    for journal in content.talking:
        for backing in journal.backing:
            backers.setdefault(backing.about, {})[journal.person] = None
    plan = content.plans.get(team)
    became = {pain: each for each in reversed(alive(plan)) for pain in each.from_pain}
    found = [
        Pain(pain.id, pain.text, journal.person, pain.at.date(), tuple(backers.get(pain.id, ())), became.get(pain.id))
        for journal in content.talking
        for pain in sorted(journal.pain_point, key=lambda each: (each.at, each.id))
        if pain.team == team
    ]
    return tuple(sorted(found, key=lambda each: (-len(each.backers), each.said, each.id)))


def carried(workspace: Workspace, content: CycleContent, team: str) -> Carried | None:
    """What the last closed cycle before this one hands on to a team; None where nothing is closed or decided."""
    closed = [
        each
        for each in workspace.cycles.values()
        if each.cycle.closed and each.cycle.kind == "cycle" and each.cycle.end <= content.cycle.end
    ]
    last = max((each for each in closed if each is not content), key=lambda each: each.cycle.end, default=None)
    review = last.reviews.get(team) if last is not None else None
    if last is None or review is None:
        return None
    decisions = tuple(each for each in review.decision if each.when == "end" and each.verdict in HANDED_ON)
    return Carried(last.cycle, decisions) if decisions else None


def alive(plan: Plan | None) -> tuple[Objective, ...]:
    """The objectives of a plan that were not given up."""
    every = plan.objective if plan else ()
    return tuple(each for each in every if each.dropped is None and each.status != "dropped")
