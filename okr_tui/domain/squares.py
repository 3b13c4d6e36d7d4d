"""The four squares of a team's week (Wodtke): priorities, the next four weeks, initiatives, and the figures of health."""

from collections.abc import Iterable
from datetime import date, timedelta
from itertools import pairwise
from typing import Literal, NamedTuple

from okr_tui.domain.journal import Weekly
from okr_tui.domain.people import Kpi
from okr_tui.domain.plan import Initiative, KeyResult, Plan
from okr_tui.domain.progress import counted, values
from okr_tui.domain.shelf import by_moment
from okr_tui.domain.week import iso_week
from okr_tui.domain.workspace import CycleContent, Workspace

_REMEMBERED = timedelta(weeks=4)
"""How long after a closed cycle a KPI that has no figure since is shown with its last one."""

AHEAD = timedelta(days=28)
"""How far "the next four weeks" reach."""

EVERYDAY_RITUALS = frozenset({"weekly-check-in"})
"""Kinds of rituals that come every week and need no mention in a look ahead."""

Edge = Literal["inside", "near", "outside", "unknown"]
"""Where a KPI is in its band: inside, outside but near its edge, outside, or no figure or no band."""


class Priority(NamedTuple):
    """What a person of the team does first this week; `rank` 1…3."""

    rank: int
    words: str
    person: str


class Ahead(NamedTuple):
    """Something that comes in the next four weeks: in a person's words, or a ritual (`kind`) with its day."""

    words: str = ""
    kind: str = ""
    on: date | None = None


class Doing(NamedTuple):
    """An initiative and the key result it should move."""

    initiative: Initiative
    key_result: KeyResult


class Health(NamedTuple):
    """The latest figure of a KPI; `value` is None where nobody has told one."""

    kpi: Kpi
    value: float | None
    on: date | None
    edge: Edge


def people_of(workspace: Workspace, team: str, today: date) -> tuple[str, ...]:
    """Ids of the people of a team who are still there: its lead first, then members of a squad, then by people.toml."""
    known = workspace.team_by_id.get(team)
    named = [known.lead] if known is not None and known.lead else []
    named += known.members if known is not None else ()
    named += [person.id for person in workspace.people if team in person.team]
    gone = {person.id for person in workspace.people if person.left is not None and person.left <= today}
    return tuple(dict.fromkeys(person for person in named if person not in gone and workspace.knows(person)))


def this_week(workspace: Workspace, content: CycleContent, team: str, today: date) -> tuple[Priority, ...]:
    """The priorities of the team's people in this ISO week: everybody's first one, then everybody's second."""
    found = [
        Priority(rank, words, person)
        for person, weekly in _weeklies(workspace, content, team, today)
        for rank, words in enumerate(weekly.priorities, start=1)
    ]
    return tuple(sorted(found, key=lambda priority: priority.rank))


def next_weeks(workspace: Workspace, content: CycleContent, team: str, today: date) -> tuple[Ahead, ...]:
    """What comes in the next four weeks: the team's rituals by day, and what its people wrote; the dated ones first."""
    rituals = sorted(
        (
            ritual
            for ritual in content.file.ritual
            if ritual.team in {None, team}
            and today <= ritual.on <= today + AHEAD
            and ritual.kind not in EVERYDAY_RITUALS
        ),
        key=lambda ritual: (ritual.on, ritual.kind),
    )
    said = [words for _, weekly in _weeklies(workspace, content, team, today) for words in _listed(weekly.next_weeks)]
    return (
        *(Ahead(words) for words in dict.fromkeys(said)),
        *(Ahead(kind=ritual.kind, on=ritual.on) for ritual in rituals),
    )


def initiatives(plan: Plan | None) -> tuple[Doing, ...]:
    """What the team does to move its key results: active first, then planned, then done; what was dropped is left out."""
    order = ("active", "planned", "done")
    found = [
        Doing(initiative, key_result)
        for objective in (plan.objective if plan else ())
        if objective.dropped is None and objective.status != "dropped"
        for key_result in objective.key_result
        if key_result.dropped is None
        for initiative in key_result.initiative
        if initiative.status in order
    ]
    return tuple(sorted(found, key=lambda doing: order.index(doing.initiative.status)))


def health(workspace: Workspace, team: str, today: date) -> tuple[Health, ...]:
    """The team's KPIs with their latest figures, in the order of teams.toml."""
    known = workspace.team_by_id.get(team)
    return tuple(_health(workspace, kpi, today) for kpi in (known.kpi if known else ()))


def kpi_figures(workspace: Workspace, kpi: str, today: date) -> tuple[tuple[date, float], ...]:
    """The figures of a KPI that count, with their days, the oldest first: it belongs to no cycle, so of all that were read."""
    entries = [entry for content in workspace.cycles.values() for entry in content.entries.get(kpi, ())]
    entries.sort(key=by_moment)
    return values(counted(entries, today))


def kpi_values(workspace: Workspace, kpi: str, today: date) -> tuple[float, ...]:
    """The same without their days."""
    return tuple(value for _day, value in kpi_figures(workspace, kpi, today))


def cycle_to_recall(workspace: Workspace, teams: Iterable[str], today: date) -> str | None:
    """The closed cycle to be read because a KPI of these teams has no figure yet in what was read: the one that ended last.

    Only that one, and only in the first weeks after it: a KPI that nobody has spoken of since has no figure worth showing,
    and to read a whole cycle of a large workspace is no small thing. None where every KPI has one, or that cycle was read.
    """
    closed = [each for each in workspace.cycles.values() if each.cycle.closed and each.cycle.kind == "cycle"]
    last = max(closed, key=lambda each: (each.cycle.end, each.cycle.id), default=None)
    if last is None or last.complete or today > last.cycle.end + _REMEMBERED:
        return None
    lacking = any(each.value is None for team in teams for each in health(workspace, team, today))
    return last.cycle.id if lacking else None


def _health(workspace: Workspace, kpi: Kpi, today: date) -> Health:
    known = kpi_figures(workspace, kpi.id, today)
    if not known:
        return Health(kpi, None, None, "unknown")
    return Health(kpi, known[-1][1], known[-1][0], edge(kpi, [value for _, value in known]))


def edge(kpi: Kpi, figures: list[float]) -> Edge:
    """Where the last figure is; outside by one usual step at most (the median of the last five) it is near the edge."""
    if not figures or (kpi.low is None and kpi.high is None):
        return "unknown"
    last = figures[-1]
    beyond = max(
        kpi.low - last if kpi.low is not None else 0.0,
        last - kpi.high if kpi.high is not None else 0.0,
    )
    if beyond <= 0:
        return "inside"
    from statistics import median  # takes long to import, and seldom is one outside

    recent = figures[-6:]
    steps = [abs(after - before) for before, after in pairwise(recent)]
    return "near" if steps and beyond <= median(steps) else "outside"


def _weeklies(workspace: Workspace, content: CycleContent, team: str, today: date) -> list[tuple[str, Weekly]]:
    """The last word of each person of the team on this week."""
    people, week = people_of(workspace, team, today), iso_week(today)
    said: dict[str, Weekly] = {}
    for journal in content.talking:
        if journal.week == week and journal.person in people:
            for weekly in sorted(journal.weekly, key=lambda each: (each.on, each.at)):
                said[journal.person] = weekly
    return [(person, said[person]) for person in people if person in said]


def _listed(words: Iterable[str] | str | None) -> list[str]:
    """What was written as a list, or as one text with a line for each."""
    if words is None:
        return []
    lines = words.splitlines() if isinstance(words, str) else words
    return [line.strip() for line in lines if line.strip()]
