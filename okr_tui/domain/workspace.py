"""A workspace as read: settings, people, teams, cycles, and whatever could not be read."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from functools import cached_property
from typing import Any, NamedTuple, TypeVar, cast

from msgspec import Struct, field

from okr_tui.domain.cycle import Cycle, CycleFile
from okr_tui.domain.journal import Journal
from okr_tui.domain.people import Kpi, Person, Role, Stage, Team
from okr_tui.domain.plan import Initiative, KeyResult, Milestone, Objective, Plan, Poll, Request, Task
from okr_tui.domain.problem import Problem
from okr_tui.domain.review import Review
from okr_tui.domain.settings import Settings
from okr_tui.domain.shelf import Entry as Entry  # noqa: PLC0414 - what whoever reads a cycle looks for here
from okr_tui.domain.shelf import Reviews, Shelf, shelved_journal, shelved_review
from okr_tui.domain.table import Conflict, Table

STANDING = "standing"
"""The first part of the keys under which standings are kept in `CycleContent.worked_out`."""

Found = TypeVar("Found")

_CALLED = ("title", "name", "need", "question")
"""Keys of a table that say what it is called."""


class Located(NamedTuple):
    """A table that can be referred to by its id, and where it stands.

    Attributes:
        kind: objective, key-result, initiative, milestone, task, request, not-now, poll, kpi.
        cycle: id of its cycle; empty for a KPI, which belongs to none.
        objective: the objective it stands in, where there is one; key_result likewise.
    """

    kind: str
    cycle: str
    team: str
    table: Table
    objective: Objective | None = None
    key_result: KeyResult | None = None

    @property
    def title(self) -> str:
        """Its title, for people, teams and cycles their name, for a request what is needed, for a poll what it asks."""
        return next((str(said) for key in _CALLED if (said := getattr(self.table, key, ""))), "")


class CycleContent(Struct, frozen=True, dict=True):
    """One cycle with everything in it.

    Attributes:
        plans: team id → plan, in the order of teams.toml.
        reviews: team id → review.
        complete: False for a closed cycle nobody has looked at, of which only the frame was read.
    """

    file: CycleFile
    plans: Mapping[str, Plan] = field(default_factory=dict)
    journals: Sequence[Journal] = ()
    reviews: Mapping[str, Review] = field(default_factory=dict)
    complete: bool = True

    @property
    def cycle(self) -> Cycle:
        """Its dates and phase."""
        return self.file.cycle

    @cached_property
    def shelf(self) -> Shelf:
        """Its journals, each to be opened when somebody asks for what it says."""
        return self.journals if isinstance(self.journals, Shelf) else Shelf(map(shelved_journal, self.journals))

    @property
    def entries(self) -> Mapping[str, tuple[Entry, ...]]:
        """Key result or KPI id → everything said about it, oldest first (`counting.moment`)."""
        return self.shelf.entries

    @property
    def talking(self) -> tuple[Journal, ...]:
        """The journals that hold more than check-ins: words, answers, pain points, weeks, notes, thanks."""
        return self.shelf.talking

    def reviews_with_open_actions(self) -> Iterator[tuple[str, Review]]:
        """Team id and review, of the reviews that have actions left to do."""
        reviews = self.reviews
        if not isinstance(reviews, Reviews):
            reviews = Reviews({team: shelved_review(review) for team, review in reviews.items()})
        return reviews.with_open_actions()

    def objectives(self) -> Iterator[tuple[str, Objective]]:
        """Every objective with the id of its team."""
        for team, plan in self.plans.items():
            for objective in plan.objective:
                yield team, objective

    def key_results(self) -> Iterator[tuple[str, Objective, KeyResult]]:
        """Every key result with its team and objective."""
        for team, objective in self.objectives():
            for key_result in objective.key_result:
                yield team, objective, key_result

    @cached_property
    def worked_out(self) -> dict[object, Any]:
        """What pure functions have worked out about this frozen value, each under a key of its own."""
        return {}

    def follow(self, before: "CycleContent") -> None:
        """Takes over, from the same cycle before a change, the standings: each tells itself whether it still holds."""
        self.worked_out.update(
            (key, found) for key, found in before.worked_out.items() if isinstance(key, tuple) and key[0] == STANDING
        )

    @cached_property
    def located(self) -> Mapping[str, Located]:
        """Id → table, for everything in the plans of this cycle. The first of two with one id wins."""
        found: dict[str, Located] = {}
        for team, plan in self.plans.items():
            for item in _inside(self.cycle.id, team, plan):
                found.setdefault(item.table.id, item)  # type: ignore[attr-defined]
        return found


class Workspace(Struct, frozen=True, dict=True):
    """Everything that was read, as one value; a change makes a new one, one revision higher."""

    settings: Settings
    people: tuple[Person, ...] = ()
    teams: tuple[Team, ...] = ()
    cycles: Mapping[str, CycleContent] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    revision: int = 0
    conflicts: tuple[tuple[str, Conflict], ...] = ()
    """What two people have changed differently, each with its file; a person chooses."""

    @cached_property
    def worked_out(self) -> dict[object, Any]:
        """What pure functions have worked out about all of it, each under a key of its own."""
        return {}

    def once(self, content: "CycleContent", key: tuple[object, ...], make: Callable[[], Found]) -> Found:
        """What is made of a cycle, made when it is first asked for: neither ever changes.

        Args:
            content: the cycle.
            key: what is made, and of what else: the same key is always made the same.
            make: makes it.
        """
        before, found = self.worked_out.get((*key, content.cycle.id), (None, None))
        if before is not content:
            found = make()
            self.worked_out[*key, content.cycle.id] = (content, found)
        return cast("Found", found)

    @cached_property
    def person_by_id(self) -> Mapping[str, Person]:
        """Person id → person."""
        return {person.id: person for person in self.people}

    @cached_property
    def team_by_id(self) -> Mapping[str, Team]:
        """Team id → team."""
        return {team.id: team for team in self.teams}

    @cached_property
    def role_by_id(self) -> Mapping[str, Role]:
        """Role id → role, over all teams."""
        return {role.id: role for team in self.teams for role in team.role}

    @cached_property
    def kpi_by_id(self) -> Mapping[str, tuple[str, Kpi]]:
        """KPI id → (team id, KPI)."""
        return {kpi.id: (team.id, kpi) for team in self.teams for kpi in team.kpi}

    @cached_property
    def unread(self) -> tuple[str, ...]:
        """Paths of the files that can't be read, each once: what stands in them is missing everywhere."""
        return tuple(dict.fromkeys(problem.file for problem in self.problems if problem.severity == "error"))

    def unread_plan(self, cycle: str, team: str | None) -> Problem | None:
        """Why a team's plan of a cycle can't be read, the first problem of its file; None where it can, or there is none."""
        file = f"cycles/{cycle}/okrs/{team}.toml"
        return next((each for each in self.problems if each.file == file and each.severity == "error"), None)

    def teams_unread(self, cycle: str) -> frozenset[str]:
        """Ids of the teams whose plan of a cycle can't be read: what they want and support there is not known."""
        before = f"cycles/{cycle}/okrs/"
        plans = [each for each in self.unread if each.startswith(before)]
        return frozenset(each.removeprefix(before).removesuffix(".toml") for each in plans)

    def default_cycle(self, today: date) -> CycleContent | None:
        """The cycle meant when none is named: the open one that holds today, else begun last, else next, else closed last."""
        own = [content for content in self.cycles.values() if content.cycle.kind == "cycle"]
        running = [content for content in own if not content.cycle.closed]
        holding = [content for content in running if content.cycle.holds(today)]
        begun = [content for content in running if content.cycle.start <= today]
        if holding or begun:
            return max(holding or begun, key=lambda content: (content.cycle.start, content.cycle.id))
        if running:
            return min(running, key=lambda content: (content.cycle.start, content.cycle.id))
        return max(own, key=lambda content: (content.cycle.end, content.cycle.id), default=None)

    def open_cycles(self, today: date) -> tuple[CycleContent, ...]:
        """The cycles that are not closed, the default one first, then by their start."""
        first = self.default_cycle(today)
        rest = [content for content in self.cycles.values() if not content.cycle.closed and content is not first]
        rest.sort(key=lambda content: (content.cycle.start, content.cycle.id))
        return (*([first] if first and not first.cycle.closed else []), *rest)

    def find(self, identity: str, today: date) -> Located | None:
        """The table with exactly this id: in the default cycle, the other open ones, KPIs, then closed ones that were read."""
        for content in self.open_cycles(today):
            if identity in content.located:
                return content.located[identity]
        if identity in self.kpi_by_id:
            team, kpi = self.kpi_by_id[identity]
            return Located("kpi", "", team, kpi)
        for content in self.cycles.values():
            if content.cycle.closed and identity in content.located:
                return content.located[identity]
        return None

    def people_owing(self, team: str, owner: str | None) -> tuple[str, ...]:
        """Ids of the people who owe for an owner: the person, the holders of the role, or without an owner the team's lead.

        An owner, a holder, a lead who is in no file is nobody.
        """
        role = self.role_by_id.get(owner) if owner is not None else None
        if role is not None:
            return tuple(each for each in role.holders if self.knows(each))
        if owner is not None and self.knows(owner):
            return (owner,)
        lead = self.team_by_id[team].lead if team in self.team_by_id else None
        return (lead,) if lead and self.knows(lead) else ()

    def knows(self, person: str) -> bool:
        """Whether people.toml has a person; where nobody could be read, every id is somebody."""
        return person in self.person_by_id or not self.people

    def stage_of(self, team: str) -> Stage:
        """How far a team is with OKRs; one that is not listed is in."""
        known = self.team_by_id.get(team)
        return "in" if known is None else known.stage

    def anchor(self) -> Team | None:
        """The team without a parent, above all others; None where there is none or several."""
        tops = [team for team in self.teams if team.parent is None and not team.squad]
        return tops[0] if tops else None

    def own_team(self, person: str | None, content: CycleContent | None) -> str | None:
        """The team somebody looks at first: one of theirs, or one they lead, that has a plan in the cycle, if possible.

        A plan that can't be read is one, too. Else their first team, the first with a plan, the first there is; None where
        there is no team.
        """
        planned = tuple(content.plans) if content else ()
        known = self.person_by_id.get(person or "")
        mine = tuple(team for team in (known.team if known else ()) if team in self.team_by_id)
        led = tuple(team.id for team in self.teams if team.lead is not None and team.lead == person)
        unread = tuple(team for team in (*mine, *led) if content and self.unread_plan(content.cycle.id, team))
        with_plan = tuple(team for team in (*mine, *led) if team in planned or team in unread)
        return next(iter((*with_plan, *mine, *planned, *self.team_by_id)), None)

    def name_of(self, identity: str | None) -> str:
        """The name people know somebody by: a person, a role, a team; else the id itself."""
        if identity is None:
            return ""
        for known in (self.person_by_id, self.team_by_id):
            if identity in known:
                return known[identity].name
        role = self.role_by_id.get(identity)
        return role.title if role else identity


def _inside(cycle: str, team: str, plan: Plan) -> Iterator[Located]:
    for objective in plan.objective:
        yield Located("objective", cycle, team, objective, objective)
        for key_result in objective.key_result:
            yield from _inside_key_result(cycle, team, objective, key_result)
    requests: tuple[Request, ...] = plan.request
    for request in requests:
        yield Located("request", cycle, team, request)
    for renounced in plan.not_now:
        yield Located("not-now", cycle, team, renounced)
    polls: tuple[Poll, ...] = plan.poll
    for poll in polls:
        yield Located("poll", cycle, team, poll)


def _inside_key_result(cycle: str, team: str, objective: Objective, key_result: KeyResult) -> Iterator[Located]:
    def at(kind: str, table: Milestone | Initiative | Task | KeyResult) -> Located:
        return Located(kind, cycle, team, table, objective, key_result)

    yield at("key-result", key_result)
    for milestone in key_result.milestone:
        yield at("milestone", milestone)
    for initiative in key_result.initiative:
        yield at("initiative", initiative)
        for task in initiative.task:
            yield at("task", task)
