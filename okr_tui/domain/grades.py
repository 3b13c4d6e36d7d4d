"""What was scored at the end of a cycle: computed, graded by whom it belongs to, contested, final (method.md, "Measure").

While a cycle is open its scores are computed on the day. Closing it writes them down (`[[grade]] computed`); from then
on those are the scores, and what comes later is shown beside them as late.
"""

from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from okr_tui.domain.diagnosis import Band, band
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.review import Decision, Grade, Review, When
from okr_tui.domain.rollup import ObjectiveStanding, objective_standing
from okr_tui.domain.score import mean, weighted_mean
from okr_tui.domain.settings import Policy
from okr_tui.domain.standing import live_score
from okr_tui.domain.workspace import CycleContent, Located, Workspace

APART = 0.1
"""From this difference on, a grade and its computed score need a word of explanation."""
_SEEN = 0.005  # scores are read with two decimals
_ROUNDING = 1e-9

Wanted = Literal["post-mortem", "difference"]


class Contested(NamedTuple):
    """What somebody else thinks that a grade should be.

    Attributes:
        person: id of who says so; grade: 0…1.
    """

    person: str
    grade: float
    text: str | None


class Graded(Struct, frozen=True):
    """The score of one objective or key result.

    Attributes:
        objective: what it is, or stands in. key_result: None for the objective itself.
        score: 0…1: as written down when the cycle was closed, else as computed on the day; None where there is none.
        late: what it would be with what came after the closing, where that reads differently.
        own: the grade of whom it belongs to, 0…1; reason: their word on it.
        opinions: what others would have graded, the newest word of each.
        band: which colour the score has; None without a score.
        decision: what becomes of it.
    """

    objective: Objective
    key_result: KeyResult | None
    score: float | None
    late: float | None
    own: float | None
    reason: str | None
    opinions: tuple[Contested, ...]
    band: Band | None
    decision: Decision | None

    @property
    def id(self) -> str:
        """Of the objective or key result."""
        return self.key_result.id if self.key_result is not None else self.objective.id

    @property
    def difference(self) -> float | None:
        """How much better the own grade is than the score; None before both are known."""
        return None if self.own is None or self.score is None else self.own - self.score

    @property
    def contested(self) -> bool:
        """Whether somebody sees it otherwise than whom it belongs to."""
        return self.own is not None and any(abs(each.grade - self.own) >= _SEEN for each in self.opinions)


class ObjectiveGraded(Struct, frozen=True):
    """An objective and its key results, those that were dropped left out."""

    itself: Graded
    key_results: tuple[Graded, ...]


class TeamGraded(Struct, frozen=True):
    """A team in a cycle.

    Attributes:
        score: the mean of its objectives that have a score, 0…1; None without one.
    """

    team: str
    objectives: tuple[ObjectiveGraded, ...]
    score: float | None

    @property
    def every(self) -> tuple[Graded, ...]:
        """Every objective, each followed by its key results."""
        return tuple(each for item in self.objectives for each in (item.itself, *item.key_results))


def team_graded(workspace: Workspace, content: CycleContent, team: str, today: date, when: When = "end") -> TeamGraded:
    """The scores of a team, its live objectives in the order of its plan.

    Args:
        workspace: what is known.
        content: the cycle, read in full.
        team: whose.
        today: the day.
        when: whose grades and decisions stand beside the scores: those of the middle or of the end.
    """
    plan = content.plans.get(team)
    live = [each for each in (plan.objective if plan else ()) if each.live]
    found = tuple(_objective(workspace, content, objective_standing(workspace, content, team, each, today), when)
                  for each in live)  # fmt: skip
    return TeamGraded(team, found, mean(each.itself.score for each in found))


def cycle_graded(workspace: Workspace, content: CycleContent, today: date) -> tuple[TeamGraded, ...]:
    """Every team that has a plan in the cycle, in the order of teams.toml."""
    return tuple(team_graded(workspace, content, team, today) for team in content.plans)


def company_score(teams: tuple[TeamGraded, ...]) -> float | None:
    """The mean of all objectives of all teams; the level above counts like any other."""
    return mean(each.itself.score for team in teams for each in team.objectives)


def computed(workspace: Workspace, content: CycleContent, place: Located, today: date) -> float | None:
    """The score of an objective or key result on the day, 0…1, whatever was written down."""
    if place.objective is None:
        return None
    rolled = objective_standing(workspace, content, place.team, place.objective, today)
    if place.key_result is None:
        return _live(rolled)
    known = {each.key_result.id: live_score(each) for each in rolled.key_results}
    return known.get(place.key_result.id)


def wants_reason(objective: Objective, score: float | None, own: float | None) -> Wanted | None:
    """Why a grade needs a word beside it; None where the figure speaks for itself.

    A committed objective that was not kept asks for a post-mortem line; so does a grade that is 0.1 or more away from
    the computed score.
    """
    if score is None:
        return None
    if objective.ambition == "committed" and score < 1 - _ROUNDING:
        return "post-mortem"
    return "difference" if own is not None and abs(own - score) >= APART - _ROUNDING else None


def opinions(content: CycleContent, about: str) -> tuple[Contested, ...]:
    """What people would have graded, the newest word of each, in the order of their ids."""
    found = sorted(
        ((opinion.at, opinion.id, journal.person, opinion) for journal in content.talking for opinion in journal.opinion
         if opinion.about == about),
        key=lambda each: each[:2],
    )  # fmt: skip
    newest = {person: Contested(person, opinion.grade, opinion.text) for _at, _id, person, opinion in found}
    return tuple(newest[person] for person in sorted(newest))


def _objective(workspace: Workspace, content: CycleContent, rolled: ObjectiveStanding, when: When) -> ObjectiveGraded:
    policy, review = workspace.settings.policy, content.reviews.get(rolled.team)
    alive = [item for item in rolled.key_results if item.key_result.dropped is None]
    results = tuple(
        _graded(content, policy, review, rolled.objective, item.key_result, (item.score, live_score(item)), when)
        for item in alive
    )
    itself = _graded(content, policy, review, rolled.objective, None, (rolled.score, _live(rolled)), when)
    return ObjectiveGraded(itself, results)


def _live(rolled: ObjectiveStanding) -> float | None:
    """The score of an objective on the day, whatever was written down."""
    if rolled.score is None:
        return None
    alive = [item for item in rolled.key_results if item.key_result.dropped is None]
    return weighted_mean((live_score(item), item.key_result.weight) for item in alive)


def _graded(
    content: CycleContent, policy: Policy, review: Review | None, objective: Objective, key_result: KeyResult | None,
    scores: tuple[float | None, float | None], when: When,
) -> Graded:  # fmt: skip
    about = key_result.id if key_result is not None else objective.id
    score, live = scores
    grades: dict[tuple[str, When], Grade] = {(each.about, each.when): each for each in (review.grade if review else ())}
    grade = grades.get((about, when))
    decisions = {(each.about, each.when): each for each in (review.decision if review else ())}
    late = live if content.cycle.closed and live is not None and abs(live - (score or 0.0)) >= _SEEN else None
    return Graded(
        objective, key_result, score, late,
        grade.self_ if grade else None, grade.reason if grade else None, opinions(content, about),
        None if score is None else band(score, objective.ambition, policy), decisions.get((about, when)),
    )  # fmt: skip
