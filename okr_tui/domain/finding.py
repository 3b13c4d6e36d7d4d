"""Everything that can be looked for by its words, and what fits best while one types."""

from datetime import date
from typing import NamedTuple

from okr_tui.domain.resolve import folded
from okr_tui.domain.workspace import Located, Workspace

LIKE = 70
"""Likeness (0…100, rapidfuzz) of every typed word to one of a title's words from which it is offered although misspelt."""

_ORDER = ("team", "person", "objective", "key-result", "kpi", "initiative", "request", "not-now", "cycle")


class Findable(NamedTuple):
    """Something with an id.

    Attributes:
        kind: as in `Located.kind`, or team, person, cycle.
        team: id of the team it belongs to, a person's first one; "" for none.
        cycle: id of its cycle; "" for none.
        words: its title and its id, folded for comparing.
    """

    kind: str
    id: str
    title: str
    team: str
    cycle: str
    words: str


def findables(workspace: Workspace, today: date, team: str | None = None) -> tuple[Findable, ...]:
    """Everything with an id in the open cycles, people, teams, KPIs and all cycles; one team's own things first.

    Milestones and tasks are left out: they are found with what they belong to.

    Args:
        workspace: where to look.
        today: which cycle is the default one.
        team: the team looked at.
    """
    found = [_findable("team", each.id, each.name, each.id) for each in workspace.teams]
    found += [_findable("person", each.id, each.name, next(iter(each.team), "")) for each in workspace.people]
    found += [_findable("kpi", kpi.id, kpi.title, owner) for owner, kpi in workspace.kpi_by_id.values()]
    for content in workspace.open_cycles(today):
        found += [_of(item) for item in content.located.values() if item.kind in _ORDER]
    found += [_findable("cycle", each.cycle.id, each.cycle.name, "") for each in workspace.cycles.values()]
    return tuple(sorted(found, key=lambda each: (each.team != team, _ORDER.index(each.kind))))


def best(known: tuple[Findable, ...], text: str, most: int = 60) -> tuple[Findable, ...]:
    """What fits best: titles that hold every word typed, those that begin with them first, then what is alike.

    Args:
        known: where to look.
        text: what was typed; nothing gives the first ones.
        most: how many at most.
    """
    typed = folded(text).split()
    if not typed:
        return known[:most]
    holding = [each for each in known if all(word in each.words for word in typed)]
    holding.sort(key=lambda each: _rank(each.words, typed))
    if len(holding) >= most or len(typed[0]) < 2:
        return tuple(holding[:most])
    rest = [each for each in known if each not in set(holding)]
    return (*holding, *_alike(rest, typed, most - len(holding)))


def _rank(words: str, typed: list[str]) -> int:
    """0 where the title begins with what is typed, then where its words do, then the rest."""
    if words.startswith(typed[0]):
        return 0
    return 1 if all(f" {word}" in f" {words}" for word in typed) else 2


def _alike(known: list[Findable], typed: list[str], most: int) -> list[Findable]:
    """Titles of which every typed word is like one, as far as it is typed; the likest first."""
    from rapidfuzz import fuzz

    def likeness(words: list[str]) -> float:
        whole = 0.0
        for word in typed:
            found = max((fuzz.ratio(word, other[: len(word) + 1]) for other in words), default=0.0)
            if found < LIKE:
                return 0.0
            whole += found
        return whole

    scored = [(likeness(each.words.split()), each) for each in known]
    hits = [hit for hit in scored if hit[0]]
    hits.sort(key=lambda hit: -hit[0])
    return [each for _score, each in hits[:most]]


def _of(item: Located) -> Findable:
    return _findable(item.kind, str(item.table.id), item.title, item.team, item.cycle)  # type: ignore[attr-defined]


def _findable(kind: str, identity: str, title: str, team: str, cycle: str = "") -> Findable:
    return Findable(kind, identity, title, team, cycle, f"{folded(title[:400])} {identity}")
