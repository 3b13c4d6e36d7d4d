"""The end of a cycle: what it lacks before it is closed, what goes on in the next one, what came late."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.making import HANDED_ON
from okr_tui.domain.phases import Lack, missing_at_the_end
from okr_tui.domain.plan import KeyResult, Milestone, Objective
from okr_tui.domain.progress import milestones_done
from okr_tui.domain.review import Decision
from okr_tui.domain.standing import Standing, standing
from okr_tui.domain.workspace import CycleContent, Workspace

LEFT = ("close", "drop")
"""Verdicts by which a key result ends with its cycle."""


class GoingResult(NamedTuple):
    """A key result that goes on.

    Attributes:
        baseline: where it starts in the next cycle: its last figure, unless it was decided otherwise.
        target: what it aims for then; None where the old one is reached and no other was decided.
        milestones: the steps not yet done.
    """

    key_result: KeyResult
    decision: Decision | None
    baseline: float | None
    target: float | None
    milestones: tuple[Milestone, ...]


class Going(NamedTuple):
    """An objective that goes on, with what goes on of it.

    Attributes:
        left: its key results that end here: reached, closed or dropped.
    """

    team: str
    objective: Objective
    decision: Decision
    key_results: tuple[GoingResult, ...]
    left: tuple[KeyResult, ...]


def to_close(workspace: Workspace, content: CycleContent, today: date) -> tuple[Lack, ...]:
    """What a cycle lacks before it is closed: grades, decisions, the end of the cycles in it, a cycle for what goes on."""
    inside = tuple(each.cycle.id for each in inside_of(workspace, content.cycle) if not each.cycle.closed)
    going = tuple(each.objective.id for each in going_on(workspace, content, today))
    lacks = [*missing_at_the_end(workspace, content, today), Lack("open-cycles", inside)]
    if following(workspace, content) is None:
        lacks.append(Lack("no-next", going))
    return tuple(lack for lack in lacks if lack.about)


def inside_of(workspace: Workspace, cycle: Cycle) -> tuple[CycleContent, ...]:
    """The cycles that a year gathers, or the years of a strategy, by their start."""
    found = [each for each in workspace.cycles.values() if each.cycle.parent == cycle.id]
    return tuple(sorted(found, key=lambda each: (each.cycle.start, each.cycle.id)))


def following(workspace: Workspace, content: CycleContent) -> CycleContent | None:
    """The open cycle of the same kind that comes next, into which goes what goes on; None where none is open."""
    after = [
        each
        for each in workspace.cycles.values()
        if each.cycle.kind == content.cycle.kind and not each.cycle.closed and each.cycle.start > content.cycle.start
    ]
    return min(after, key=lambda each: (each.cycle.start, each.cycle.id), default=None)


def going_on(workspace: Workspace, content: CycleContent, today: date) -> tuple[Going, ...]:
    """The objectives that continue or are reworked, team by team.

    A key result goes on with its objective unless it was decided that it ends, or it is reached; one that is reached
    goes on only where that was decided.
    """
    return tuple(_going(workspace, content, today))


def scores_open_until(workspace: Workspace, cycle: Cycle) -> date:
    """The day until which figures that come late are waited for."""
    return cycle.end + timedelta(days=workspace.settings.policy.scores_open_days)


def closed_on(cycle: Cycle) -> date | None:
    """The day on which a cycle was closed last; None while it is open, and where nobody wrote it down."""
    days = [each.on for each in cycle.changed if each.key == "phase" and each.to == "closed"]
    return max(days, default=None) if cycle.closed else None


def came_late(content: CycleContent) -> tuple[str, ...]:
    """Ids of the check-ins that were written after the cycle was closed."""
    since = closed_on(content.cycle)
    if since is None:
        return ()
    said = (check_in for journal in content.journals for check_in in journal.check_in)
    return tuple(each.id for each in said if each.at.date() > since)


def _going(workspace: Workspace, content: CycleContent, today: date) -> Iterator[Going]:
    for team, plan in content.plans.items():
        review = content.reviews.get(team)
        decided = {each.about: each for each in (review.decision if review else ()) if each.when == "end"}
        for objective in plan.objective:
            decision = decided.get(objective.id)
            if decision is None or decision.verdict not in HANDED_ON or not objective.live:
                continue
            alive = [each for each in objective.key_result if each.dropped is None]
            going, left = [], []
            for result in alive:
                now = standing(workspace, content, team, objective, result, today)
                if _goes(now, decided.get(result.id)):
                    going.append(_result(now, decided.get(result.id)))
                else:
                    left.append(result)
            yield Going(team, objective, decision, tuple(going), tuple(left))


def _goes(now: Standing, decision: Decision | None) -> bool:
    if decision is not None:
        return decision.verdict not in LEFT
    return now.key_result.kind == "keep" or now.progress is None or now.progress < 1


def _result(now: Standing, decision: Decision | None) -> GoingResult:
    result = now.key_result
    done = milestones_done(result, now.entries, now.today)
    steps = tuple(each for each in result.milestone if each.id not in done)
    baseline = result.baseline if now.value is None or result.kind != "metric" else now.value
    target = result.target
    if target is not None and now.progress is not None and now.progress >= 1:
        target = None
    if decision is not None:
        baseline = decision.baseline if decision.baseline is not None else baseline
        target = decision.target if decision.target is not None else target
    return GoingResult(result, decision, baseline, None if target == baseline else target, steps)
