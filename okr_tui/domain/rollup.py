"""Objectives and teams rolled up from their key results, on one day."""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date

from msgspec import Struct

from okr_tui.domain.pace import WORST_FIRST, Status
from okr_tui.domain.plan import Objective
from okr_tui.domain.score import mean, weighted_mean
from okr_tui.domain.standing import Standing, standing
from okr_tui.domain.workspace import CycleContent, Workspace


class ObjectiveStanding(Struct, frozen=True):
    """An objective and its key results.

    Attributes:
        progress: weighted mean of its key results, each clamped to 0…1, one without a value counting 0.
        expected: the same mean of what was expected of those that have an expectation and whose clock runs.
        score: weighted mean of their scores; None for a draft, a dropped one, or one without key results.
        health: the worst status among its key results.
        without_value: key results that counted 0 because nothing is known of them.
    """

    team: str
    objective: Objective
    key_results: tuple[Standing, ...]
    progress: float | None
    expected: float | None
    score: float | None
    health: Status
    without_value: int


class TeamStanding(Struct, frozen=True):
    """A team in a cycle: the mean of its objectives.

    Attributes:
        checked_in: key results with a figure in the period asked about last; pursued: those that are asked for one at all.
        rhythm: finished periods with a figure / finished periods, 0…1.
        counts: how many key results have which status.
    """

    team: str
    objectives: tuple[ObjectiveStanding, ...]
    progress: float | None
    expected: float | None
    score: float | None
    checked_in: int
    pursued: int
    rhythm: float | None
    counts: Mapping[Status, int]

    @property
    def key_results(self) -> tuple[Standing, ...]:
        """Every key result of the team."""
        return tuple(item for objective in self.objectives for item in objective.key_results)


def objective_standing(
    workspace: Workspace, content: CycleContent, team: str, objective: Objective, today: date
) -> ObjectiveStanding:
    """Rolls up one objective; dropped key results are left out of its means."""
    items = tuple(standing(workspace, content, team, objective, each, today) for each in objective.key_result)
    alive = [item for item in items if item.key_result.dropped is None]
    counts = objective.live and bool(alive)
    expectations = [
        (item.expected, item.key_result.weight) for item in alive if item.expected is not None and item.begun
    ]
    return ObjectiveStanding(
        team=team,
        objective=objective,
        key_results=items,
        progress=weighted_mean((item.progress, item.key_result.weight) for item in alive) if counts else None,
        expected=weighted_mean(expectations) if counts else None,
        score=weighted_mean((item.score, item.key_result.weight) for item in alive) if counts else None,
        health=min((item.status for item in alive), key=WORST_FIRST.index, default="no-data"),
        without_value=sum(item.progress is None for item in alive),
    )


def team_standing(workspace: Workspace, content: CycleContent, team: str, today: date) -> TeamStanding:
    """Rolls up one team's plan in a cycle; a team without a plan has no objectives.

    Of a closed cycle, drafts that were never proposed are no part: nobody had wanted them.
    """
    plan = content.plans.get(team)
    objectives = [
        each for each in (plan.objective if plan else ()) if not (content.cycle.closed and each.status == "draft")
    ]
    rolled = tuple(objective_standing(workspace, content, team, each, today) for each in objectives)
    return _team(team, rolled)


def cycle_standing(workspace: Workspace, content: CycleContent, today: date) -> tuple[TeamStanding, ...]:
    """Every team that has a plan in the cycle, in the order of teams.toml."""
    return tuple(team_standing(workspace, content, team, today) for team in content.plans)


def company_score(teams: Iterable[TeamStanding]) -> float | None:
    """The mean of all objectives of all teams."""
    return mean(item.score for team in teams for item in team.objectives)


def _team(team: str, rolled: tuple[ObjectiveStanding, ...]) -> TeamStanding:
    items = [item for objective in rolled for item in objective.key_results]
    pursued = [item for item in items if item.objective.status == "agreed" and item.judged and item.begun]
    done = sum(item.periods_done for item in pursued)
    return TeamStanding(
        team=team,
        objectives=rolled,
        progress=mean(item.progress for item in rolled),
        expected=mean(item.expected for item in rolled),
        score=mean(item.score for item in rolled),
        checked_in=sum(item.answered for item in pursued),
        pursued=len(pursued),
        rhythm=sum(item.periods_kept for item in pursued) / done if done else None,
        counts=Counter(item.status for item in items),
    )
