"""How a team, or everybody, did over the cycles: scores, rhythm, maturity, how many objectives, how sure at the start."""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.diagnosis import band, first_confidence
from okr_tui.domain.grades import company_score, cycle_graded, team_graded
from okr_tui.domain.maturity import maturity, whole
from okr_tui.domain.rollup import TeamStanding, cycle_standing, team_standing
from okr_tui.domain.score import mean
from okr_tui.domain.workspace import CycleContent, Workspace


class Past(Struct, frozen=True):
    """One cycle of a team, or of everybody.

    Attributes:
        score: 0…1, the final one of a closed cycle; None without one.
        rhythm: finished periods with a figure / finished periods, 0…1.
        maturity: mean of the survey, 1…5; None where none had four answers.
        objectives: how many were pursued; key_results likewise.
        landed: share of the key results with a score where success begins, or beyond, 0…1.
        sure: mean of the first confidences of the aspirational key results, 0…10: with `landed`, how ambitious it was.
    """

    cycle: Cycle
    team: str | None
    score: float | None
    rhythm: float | None
    maturity: float | None
    objectives: int
    key_results: int
    landed: float | None
    sure: float | None


def across(
    workspace: Workspace, team: str | None, today: date, *, until: CycleContent | None = None
) -> tuple[Past, ...]:
    """The cycles of a team so far, oldest first; those that have not begun, and those that nobody read in full, are left out.

    Args:
        workspace: what is known; closed cycles must have been read in full.
        team: whose; None for all teams together.
        today: the day.
        until: the last cycle to tell of, whose kind they are; else all of kind "cycle".
    """
    kind = until.cycle.kind if until is not None else "cycle"
    found = [
        each
        for each in workspace.cycles.values()
        if each.cycle.kind == kind and each.complete and (each.cycle.closed or each.cycle.start <= today)
        and (until is None or each.cycle.end <= until.cycle.end)
    ]  # fmt: skip
    found.sort(key=lambda each: (each.cycle.end, each.cycle.id))
    told = (past(workspace, each, team, today) for each in found)
    return tuple(each for each in told if each.objectives or each.maturity is not None)


def past(workspace: Workspace, content: CycleContent, team: str | None, today: date) -> Past:
    """How a team, or everybody where it is None, did in one cycle."""
    if team is None:
        standings = cycle_standing(workspace, content, today)
        score = company_score(cycle_graded(workspace, content, today))
        answers = whole(content)
    else:
        standings = (team_standing(workspace, content, team, today),)
        score = team_graded(workspace, content, team, today).score
        answers = maturity(content.reviews.get(team))
    policy = workspace.settings.policy
    scored = [
        item
        for each in standings
        for item in each.key_results
        if item.objective.live and item.key_result.dropped is None and item.score is not None
    ]
    green = sum(band(item.score or 0.0, item.objective.ambition, policy) == "green" for item in scored)
    return Past(
        content.cycle, team, score, _rhythm(standings), None if answers is None else answers.mean,
        sum(item.objective.live for each in standings for item in each.objectives), len(scored),
        green / len(scored) if scored else None,
        mean(first_confidence(item) for item in scored if item.objective.ambition == "aspirational"),
    )  # fmt: skip


def unread(workspace: Workspace, today: date) -> tuple[str, ...]:
    """Ids of the cycles that must be read in full before `across` can tell of them."""
    begun = (each for each in workspace.cycles.values() if each.cycle.closed or each.cycle.start <= today)
    return tuple(each.cycle.id for each in begun if not each.complete)


def _rhythm(standings: Iterable[TeamStanding]) -> float | None:
    items = [
        item
        for each in standings
        for item in each.key_results
        if item.objective.status == "agreed" and item.judged and item.begun
    ]
    done = sum(item.periods_done for item in items)
    return sum(item.periods_kept for item in items) / done if done else None
