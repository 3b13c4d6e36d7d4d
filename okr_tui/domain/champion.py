"""What a champion looks after: who checks in, the rhythm of teams and people, and what is stuck and nobody answers."""

from collections.abc import Iterable
from datetime import date
from typing import Literal, NamedTuple

from okr_tui.domain.absences import is_here
from okr_tui.domain.counting import day_here
from okr_tui.domain.links import Asked, asked
from okr_tui.domain.plan import Objective
from okr_tui.domain.rollup import TeamStanding, cycle_standing
from okr_tui.domain.standing import Standing
from okr_tui.domain.waits import since as waiting_since
from okr_tui.domain.waits import turn
from okr_tui.domain.workspace import CycleContent, Located, Workspace

Leading = Literal["sponsor", "lead", ""]
"""Whether others look at what this person does first: a sponsor, the OKR lead or a team's lead, or neither."""

_FIRST: tuple[Leading, ...] = ("sponsor", "lead", "")
_SEES_ALL = frozenset({"champion", "lead", "coach", "sponsor"})


class PersonRound(NamedTuple):
    """A person and their check-ins.

    Attributes:
        wanted: key results on which they owe check-ins; made: those that have theirs for now.
        overdue: those on which the one before was missed too.
        rhythm: finished periods with a figure / finished periods, 0…1; None where none is finished.
        last: the day of their last check-in or word.
    """

    person: str
    leading: Leading
    wanted: int
    made: int
    overdue: int
    rhythm: float | None
    last: date | None


class TeamRound(NamedTuple):
    """A team and its check-ins, as for a person; `stale` and `slipping` count key results; `last` is of any of them."""

    team: str
    wanted: int
    made: int
    overdue: int
    rhythm: float | None
    stale: int
    slipping: int
    last: date | None


class Stuck(NamedTuple):
    """A draft or proposal on which nobody has said anything for a while; `days` since the last word, or the start."""

    place: Located
    days: int


class Unanswered(NamedTuple):
    """A request on which somebody waits; `turn` is the team that has to say something, for so many `days`."""

    asked: Asked
    turn: str
    days: int


class Rounds(NamedTuple):
    """A champion's rounds.

    Attributes:
        people: sponsors and leads first, in each whoever misses most.
        teams: in the order of teams.toml.
        drafts: those that are stuck, the longest first.
        requests: those that wait for an answer, the longest first.
        unowned: objectives without an owner; objectives and key results whose owner has left or is nobody.
    """

    people: tuple[PersonRound, ...]
    teams: tuple[TeamRound, ...]
    drafts: tuple[Stuck, ...]
    requests: tuple[Unanswered, ...]
    unowned: tuple[Located, ...]


def may_see(workspace: Workspace, person: str | None) -> bool:
    """Whether a champion's view is this person's: by their role, or as champion of a team."""
    known = workspace.person_by_id.get(person or "")
    return known is not None and (
        bool(_SEES_ALL & set(known.roles)) or any(team.champion == person for team in workspace.teams)
    )


def rounds(workspace: Workspace, content: CycleContent, today: date) -> Rounds:
    """What a champion looks after in a cycle, on one day."""
    teams = cycle_standing(workspace, content, today)
    return Rounds(
        _people(workspace, content, teams, today), tuple(map(_team, teams)),
        _drafts(workspace, content, today), _requests(workspace, content, today), _unowned(workspace, content, today),
    )  # fmt: skip


def _wanted(items: Iterable[Standing]) -> list[Standing]:
    return [item for item in items if item.objective.status == "agreed" and item.judged and item.begun]


def _rhythm(items: list[Standing]) -> float | None:
    done = sum(item.periods_done for item in items)
    return sum(item.periods_kept for item in items) / done if done else None


def _team(rolled: TeamStanding) -> TeamRound:
    items = _wanted(rolled.key_results)
    days = [item.last.check_in.on for item in items if item.last is not None]
    return TeamRound(
        rolled.team, len(items), sum(not item.due for item in items), sum(item.overdue for item in items), rolled.rhythm,
        rolled.counts.get("stale", 0), rolled.counts.get("slipping", 0), max(days, default=None),
    )  # fmt: skip


def _people(
    workspace: Workspace, content: CycleContent, teams: tuple[TeamStanding, ...], today: date
) -> tuple[PersonRound, ...]:
    mine: dict[str, list[Standing]] = {}
    for item in _wanted(item for team in teams for item in team.key_results):
        for person in workspace.people_owing(item.team, item.key_result.owner):
            mine.setdefault(person, []).append(item)
    said = _last_words(content, today)
    found = [
        PersonRound(
            person.id, leading, len(items), sum(not item.due for item in items),
            sum(item.overdue for item in items), _rhythm(items), said.get(person.id),
        )
        for person in workspace.people
        if is_here(workspace, person.id, today)
        for leading, items in ((_leading(workspace, person.id), mine.get(person.id, [])),)
        if items or leading
    ]  # fmt: skip
    return tuple(sorted(found, key=lambda each: (_FIRST.index(each.leading), -each.overdue, each.made - each.wanted)))


def _leading(workspace: Workspace, person: str) -> Leading:
    roles = workspace.person_by_id[person].roles
    if "sponsor" in roles:
        return "sponsor"
    return "lead" if "lead" in roles or any(team.lead == person for team in workspace.teams) else ""


def _last_words(content: CycleContent, today: date) -> dict[str, date]:
    """The day on which each person last said anything."""
    found: dict[str, date] = {}
    checked = ((entry.person, day_here(entry.check_in.at)) for entries in content.entries.values() for entry in entries)
    talked = ((journal.person, day_here(said.at)) for journal in content.talking for said in journal.said)
    for person, day in (*checked, *talked):
        if day <= today:
            found[person] = max(day, found.get(person, day))
    return found


def _drafts(workspace: Workspace, content: CycleContent, today: date) -> tuple[Stuck, ...]:
    """Drafts and proposals of a cycle that has begun, without a word for as long as a request may wait."""
    least = workspace.settings.policy.request_days
    words: dict[str, date] = {}
    for journal in content.talking:
        for comment in journal.comment:
            words[comment.about] = max(day_here(comment.at), words.get(comment.about, day_here(comment.at)))
    found = []
    for team, objective in content.objectives():
        if objective.status in {"draft", "proposed"} and objective.dropped is None:
            days = (today - max(content.cycle.start, words.get(objective.id, content.cycle.start))).days
            if days >= least:
                found.append(Stuck(_place(content, team, objective), days))
    return tuple(sorted(found, key=lambda each: -each.days))


def _requests(workspace: Workspace, content: CycleContent, today: date) -> tuple[Unanswered, ...]:
    found = [
        Unanswered(each, turn(workspace, content, each), max(0, (today - waiting_since(each)).days))
        for each in asked(content, today)
        if each.open
    ]
    return tuple(sorted(found, key=lambda each: -each.days))


def _unowned(workspace: Workspace, content: CycleContent, today: date) -> tuple[Located, ...]:
    def gone(owner: str) -> bool:
        role = workspace.role_by_id.get(owner)
        return not any(is_here(workspace, each, today) for each in ((owner,) if role is None else role.holders))

    found = []
    for team, objective in content.objectives():
        if objective.status in {"dropped", "done"} or objective.dropped is not None:
            continue
        if objective.owner is None or gone(objective.owner):
            found.append(_place(content, team, objective))
        found += [
            content.located[each.id]
            for each in objective.key_result
            if each.dropped is None and each.owner is not None and gone(each.owner)
        ]
    return tuple(found)


def _place(content: CycleContent, team: str, objective: Objective) -> Located:
    return Located("objective", content.cycle.id, team, objective, objective)
