"""Who is there, and in which order they speak: turn by turn, by chance, or who has the most that slips first."""

import random
from collections.abc import Sequence
from datetime import date
from typing import Literal

from okr_tui.domain.rollup import team_standing
from okr_tui.domain.squares import people_of
from okr_tui.domain.workspace import CycleContent, Workspace

TurnsBy = Literal["turns", "random", "slips"]
ORDERS: tuple[TurnsBy, ...] = ("turns", "random", "slips")
"""How the order of speaking is made: somebody else begins each week; by chance; by what slips."""

_WORST = ("slipping", "off-track", "at-risk", "stale")


def attending(workspace: Workspace, team: str, today: date) -> tuple[str, ...]:
    """Ids of the people of a team who are there today: nobody who is away or has left."""
    known = workspace.person_by_id
    return tuple(each for each in people_of(workspace, team, today) if each in known and not known[each].is_away(today))


def speakers(
    workspace: Workspace, content: CycleContent, team: str, today: date, by: TurnsBy, *, seed: str
) -> tuple[str, ...]:
    """The people who are there in the order in which they speak.

    Args:
        workspace: with the people.
        content: the cycle, for what slips.
        team: id of the team that holds the ritual.
        today: the day; with each week another one begins.
        by: how the order is made.
        seed: what chance depends on, such as the id of the ritual: a resumed one has the same order.
    """
    there = attending(workspace, team, today)
    if by == "slips":
        burden = _burden(workspace, content, team, today)
        return tuple(sorted(there, key=lambda each: burden.get(each, len(_WORST))))
    if by == "random":
        return _shuffled(there, seed)
    first = today.toordinal() // 7 % len(there) if there else 0
    return (*there[first:], *there[:first])


def _shuffled(there: Sequence[str], seed: str) -> tuple[str, ...]:
    mixed = list(there)
    random.Random(seed).shuffle(mixed)  # noqa: S311 - who speaks first is no secret
    return tuple(mixed)


def _burden(workspace: Workspace, content: CycleContent, team: str, today: date) -> dict[str, int]:
    """Person → how bad the worst key result is that they own: 0 slips, 1 is off track, and so on."""
    worst: dict[str, int] = {}
    for standing in team_standing(workspace, content, team, today).key_results:
        if standing.status in _WORST and standing.key_result.dropped is None:
            for person in workspace.people_owing(team, standing.key_result.owner):
                worst[person] = min(worst.get(person, len(_WORST)), _WORST.index(standing.status))
    return worst
