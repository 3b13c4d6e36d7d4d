"""What the rules of alignment look at: a cycle with its links and requests, worked out once."""

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from msgspec import Struct

from okr_tui.domain.alerts.company import lacks_company_okrs
from okr_tui.domain.links import Asked, Supports, alive, asked, supports
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.settings import Policy
from okr_tui.domain.workspace import CycleContent, Workspace


class Situation(Struct, frozen=True, dict=True):
    """A cycle on a day.

    Attributes:
        graph: who supports what.
        requests: what teams ask of each other, with the newest answers.
    """

    workspace: Workspace
    content: CycleContent
    today: date
    graph: Supports
    requests: tuple[Asked, ...]

    @property
    def policy(self) -> Policy:
        """The thresholds."""
        return self.workspace.settings.policy

    @cached_property
    def anchor(self) -> str:
        """Id of the team above all others; empty where there is none."""
        found = self.workspace.anchor()
        return found.id if found else ""

    @cached_property
    def partly(self) -> bool:
        """Whether a plan of the cycle can't be read, so that nobody can tell what no team does."""
        return bool(self.workspace.teams_unread(self.content.cycle.id))

    @property
    def alone(self) -> bool:
        """Whether there is one team only, so that there is nobody to align with."""
        return len(self.workspace.teams) < 2

    @cached_property
    def objectives(self) -> tuple[tuple[str, Objective], ...]:
        """The objectives of the cycle that were not given up, each with the id of its team."""
        return tuple((team, each) for team, each in self.content.objectives() if alive(each))

    @cached_property
    def teams_with_objectives(self) -> frozenset[str]:
        """Ids of the teams that want something in this cycle."""
        return frozenset(team for team, _objective in self.objectives)

    @cached_property
    def company(self) -> tuple[Objective, ...]:
        """What the company, or the anchor circle, wants in this cycle."""
        return tuple(each for team, each in self.objectives if team == self.anchor)

    @cached_property
    def headless(self) -> bool:
        """Whether the company wants nothing, here or above, although somebody would need it."""
        return lacks_company_okrs(self.workspace, self.content)

    def blamed(self, team: str) -> bool:
        """Whether alignment may expect something of a team: pilots and teams not yet in are shown, and not blamed."""
        return self.workspace.stage_of(team) == "in"

    def language(self, table: Objective | KeyResult) -> str:
        """The language that something is written in."""
        return table.lang or self.workspace.settings.language

    def objective_of(self, identity: str) -> str | None:
        """The objective of this cycle that an id names, or in which the key result stands."""
        place = self.content.located.get(identity)
        return place.objective.id if place is not None and place.objective is not None else None

    def teams_above(self, team: str) -> Iterator[str]:
        """A team's parent, its parent, and so on; a circle of parents ends."""
        seen = {team}
        known = self.workspace.team_by_id.get(team)
        while known is not None and known.parent is not None and known.parent not in seen:
            seen.add(known.parent)
            yield known.parent
            known = self.workspace.team_by_id.get(known.parent)


def situation(workspace: Workspace, content: CycleContent, today: date) -> Situation:
    """A cycle as the rules of alignment look at it."""
    return Situation(workspace, content, today, supports(workspace, content), asked(content, today))


def live_parts(objective: Objective) -> tuple[KeyResult, ...]:
    """Its key results that were not given up."""
    return tuple(each for each in objective.key_result if each.dropped is None)
