"""Who waits for whom: what teams ask of each other, by when, whose turn it is, and circles of waiting."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.counting import day_here
from okr_tui.domain.links import Asked, asked
from okr_tui.domain.owning import owner_of
from okr_tui.domain.workspace import CycleContent, Workspace

NEAR = timedelta(days=14)
"""How long before its day a request that is not agreed is shown where the plan is carried out."""


class Wait(NamedTuple):
    """One team waits for another.

    Attributes:
        team: id of the team that waits; of: id of the one it waits for, empty where that can't be found.
        by: the day by which it is wanted, as last proposed by either; None where nobody said.
        turn: id of the team that has to say something now; empty where it is settled.
        circle: whether it is part of a circle in which everybody waits for the next.
    """

    asked: Asked
    team: str
    of: str
    by: date | None
    turn: str
    circle: bool


def waits(workspace: Workspace, content: CycleContent, requests: Sequence[Asked]) -> tuple[Wait, ...]:
    """The map of requests between teams: who waits for whom, those whose day comes first at the top, settled ones last."""
    round_about = {each.request.id for circle in circles(content, requests) for each in circle}
    found = [
        Wait(each, each.team, each.of, wanted_by(each), turn(workspace, content, each), each.request.id in round_about)
        for each in requests
    ]
    return tuple(sorted(found, key=lambda wait: (wait.asked.settled, wait.by or date.max, wait.asked.request.at)))


def unmet(workspace: Workspace, content: CycleContent, team: str, today: date) -> tuple[Wait, ...]:
    """What a team asked for, or is asked for, whose day is near or past and on which nobody agreed yet."""
    return tuple(
        each
        for each in waits(workspace, content, asked(content, today))
        if not each.asked.settled and each.by is not None and each.by <= today + NEAR and team in {each.team, each.of}
    )


def wanted_by(each: Asked) -> date | None:
    """The day by which something is wanted: the one proposed in the newest answer, else the one asked for."""
    return (each.answer.by if each.answer is not None else None) or each.request.by


def since(each: Asked) -> date:
    """The day since which somebody waits: of the newest answer, else of the request."""
    return day_here(each.answer.at) if each.answer is not None else day_here(each.request.at)


def turn(workspace: Workspace, content: CycleContent, each: Asked) -> str:
    """Id of the team that has to say something: the one asked, and after its counter-proposal the one that asked."""
    if each.settled:
        return ""
    return each.team if replied(workspace, content, each) else each.of


def replied(workspace: Workspace, content: CycleContent, each: Asked) -> bool:
    """Whether the newest word on a request is one of the side that is asked, so that who asked comes next."""
    return each.answer is not None and not asks(workspace, content, each, each.by)


def asks(workspace: Workspace, content: CycleContent, each: Asked, person: str | None) -> bool:
    """Whether a person speaks for the side that asks: they owe for what asks, or belong to that team and not to the other."""
    if person is None:
        return False
    place = content.located.get(each.request.from_)
    owing = workspace.people_owing(each.team, owner_of(place) if place is not None else None)
    if person in owing or person in workspace.people_owing(each.team, None):
        return True
    known = workspace.person_by_id.get(person)
    return known is not None and each.team in known.team and each.of not in known.team


def circles(content: CycleContent, requests: Iterable[Asked]) -> tuple[tuple[Asked, ...], ...]:
    """Circles of requests in which everybody waits for the next: of any length, the shortest of those that share one.

    A request waits as long as it is not declined; an invitation or an offer only while it is open and has a day.
    """
    waiting = {each.request.id: each for each in requests if _waits(each)}
    by_end: dict[str, list[str]] = {}
    for identity, each in waiting.items():
        for end in {each.request.from_, f"team {each.team}"}:
            by_end.setdefault(end, []).append(identity)
    after = {identity: _after(content, each, by_end) for identity, each in waiting.items()}
    found: list[tuple[Asked, ...]] = []
    taken: set[str] = set()
    for ring in sorted(filter(None, (_shortest(each, after) for each in after)), key=len):
        if taken.isdisjoint(ring) and len({waiting[each].team for each in ring}) > 1:
            taken.update(ring)
            found.append(tuple(waiting[each] for each in ring))
    return tuple(found)


def _waits(each: Asked) -> bool:
    if each.request.kind == "depend":
        return each.state != "declined"
    return each.open and each.request.by is not None


def _after(content: CycleContent, each: Asked, by_end: Mapping[str, list[str]]) -> list[str]:
    """Ids of the requests that whoever is asked waits for in turn: for the same thing, or anything where a team is asked.

    Args:
        content: the cycle.
        each: what is asked.
        by_end: what asks, or "team " and the team that does → ids of its requests.
    """
    ends = [f"team {each.of}"] if each.request.to == each.of else list(_same(content, each.request.to, each.of))
    found = (identity for end in ends for identity in by_end.get(end, ()))
    return [identity for identity in dict.fromkeys(found) if identity != each.request.id]


def _same(content: CycleContent, identity: str, team: str) -> Iterator[str]:
    """What stands for the same thing: it, its objective and the key results of that, and the whole team."""
    yield from (identity, team)
    place = content.located.get(identity)
    if place is None or place.objective is None:
        return
    yield place.objective.id
    if place.kind == "objective":
        yield from (each.id for each in place.objective.key_result)


def _shortest(start: str, after: dict[str, list[str]]) -> tuple[str, ...]:
    """The shortest way from a request back to itself, by breadth; empty where there is none."""
    came: dict[str, str] = {}
    waiting = [start]
    for each in waiting:
        for other in after[each]:
            if other == start:
                ring = [each]
                while ring[-1] != start:
                    ring.append(came[ring[-1]])
                return tuple(reversed(ring))
            if other not in came:
                came[other] = each
                waiting.append(other)
    return ()
