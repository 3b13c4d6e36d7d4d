"""A team's cycle with what its review says of it: what every part of Measure reads."""

from collections.abc import Mapping

from msgspec import Struct

from okr_tui.domain.grades import Graded, TeamGraded, team_graded
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.review import Review, When
from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.settings import Policy
from okr_tui.ui.session import Session


class Scored(Struct, frozen=True):
    """Where a team stands, and what was graded and decided.

    Attributes:
        graded: its scores: as written down once the cycle is closed, until then as computed.
        over: whether the end is reviewed: the cycle is in Measure or closed; before that it is the middle.
        hidden: key results whose owner looks and has not graded them yet: their score is not shown before.
    """

    team: TeamStanding
    graded: TeamGraded
    policy: Policy
    review: Review | None
    over: bool
    hidden: frozenset[str] = frozenset()

    @property
    def when(self) -> When:
        """Which review is held now."""
        return "end" if self.over else "mid"

    @property
    def _by_id(self) -> Mapping[str, Graded]:
        return {each.id: each for each in self.graded.every}

    def of(self, identity: str) -> Graded | None:
        """Score, grade and decision of an objective or key result; None for one that was given up."""
        return self._by_id.get(identity)

    def hides(self, item: ObjectiveStanding) -> bool:
        """Whether an objective's score would tell one that is hidden."""
        return any(each.key_result.id in self.hidden for each in item.key_results)

    @property
    def hides_team(self) -> bool:
        """Whether the team's score would."""
        return any(self.hides(item) for item in self.team.objectives)

    @property
    def judged(self) -> bool:
        """Whether somebody graded or decided anything, or something is given up."""
        said = self.review is not None and bool(self.review.grade or self.review.decision)
        return (
            said
            or any(not each.objective.live for each in self.team.objectives)
            or any(each.key_result.dropped is not None for each in self.team.key_results)
        )

    @property
    def undecided(self) -> tuple[str, ...]:
        """Ids of the objectives without a decision; none while the cycle runs."""
        open_ = (each.itself for each in self.graded.objectives if each.itself.decision is None)
        return tuple(each.id for each in open_) if self.over else ()

    @property
    def decidable(self) -> tuple[ObjectiveStanding, ...]:
        """Objectives that were pursued."""
        return tuple(each for each in self.team.objectives if each.objective.live)

    def table(self, identity: str) -> Objective | KeyResult | None:
        """The objective or key result with this id."""
        found = self.of(identity)
        return None if found is None else found.key_result or found.objective


def scored_of(session: Session) -> Scored | None:
    """The team looked at in the cycle looked at; None without either."""
    content, team = session.content, session.team_standing()
    if content is None or team is None:
        return None
    over = content.cycle.phase in {"measure", "closed"}
    graded = team_graded(session.workspace, content, team.team, session.today, "end" if over else "mid")
    mine = {item.id for item in session.owed() if item.kind == "grade"} if content.cycle.phase == "measure" else ()
    policy = session.workspace.settings.policy
    return Scored(team, graded, policy, content.reviews.get(team.team), over, frozenset(mine))
