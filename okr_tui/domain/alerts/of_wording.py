"""Alerts found by comparing wordings: objectives that say the same, key results that pull one metric two ways."""

from collections.abc import Iterator
from typing import NamedTuple

from okr_tui.domain.alerts.alert import Alert, digest_of
from okr_tui.domain.alerts.situation import Situation, live_parts
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.similarity import Wording, alike, pairs, wording

REWORDED = 8
"""Points by which titles may be less alike than asked for where at least half of the key results measure the same."""


class Pull(NamedTuple):
    """A key result with its team and objective, and whether its figure should rise (1) or fall (-1)."""

    team: str
    objective: Objective
    key_result: KeyResult
    direction: int


def duplicate(seen: Situation) -> Iterator[Alert]:
    """Objectives of different teams that say nearly the same and are not linked; several that do are one alert."""
    least = seen.policy.similar
    items = [each for each in seen.objectives if seen.blamed(each[0])]
    wordings = [wording(each.title, seen.language(each)) for _team, each in items]
    groups, measured = _Groups(len(items)), _Measured(seen)
    for one, other, score in pairs(wordings, max(1.0, least - REWORDED)):
        if items[one][0] == items[other][0] or wordings[one].direction * wordings[other].direction < 0:
            continue
        if score < least and not measured.the_same(items[one][1], items[other][1]):
            continue
        if not _linked(seen, items[one][1], items[other][1]):
            groups.join(one, other, score)
    for places, score in groups.found():
        found = [items[each] for each in places]
        about = tuple(objective.id for _team, objective in found)
        teams = tuple(dict.fromkeys(team for team, _objective in found))
        words = digest_of(*(objective.title for _team, objective in found))
        facts = {"alike": round(score), "n": len(found), "teams": teams}
        yield Alert("duplicate", "warn", about, found[0][0], facts, about, teams, words)


def _linked(seen: Situation, one: Objective, other: Objective) -> bool:
    """Whether one of two objectives leads to the other, directly or over others."""
    return seen.graph.leads(one.id, other.id) or seen.graph.leads(other.id, one.id)


Measure = tuple[str, Wording]
"""What a key result measures: its unit, and its wording without numbers and directions."""


def same_metric(seen: Situation, one: KeyResult, other: KeyResult) -> bool:
    """Whether two key results measure the same: equal unit, and titles that are alike without numbers and directions."""
    return _same(_measure(seen, one), _measure(seen, other), seen.policy.similar)


def _same(one: Measure, other: Measure, least: float) -> bool:
    return one[0] == other[0] and alike(one[1], other[1], least) > 0


def _measure(seen: Situation, key_result: KeyResult) -> Measure:
    return _unit(key_result), _metric(seen, key_result)


class _Measured:
    """What the key results of each objective measure, worked out once."""

    def __init__(self, seen: Situation) -> None:
        self._seen = seen
        self._known: dict[str, tuple[Measure, ...]] = {}

    def the_same(self, one: Objective, other: Objective) -> bool:
        """Whether at least half of the key results of the one with fewer measure what those of the other do."""
        fewer, more = sorted((self._of(one), self._of(other)), key=len)
        if not fewer:
            return False
        least = self._seen.policy.similar
        same = sum(any(_same(each, part, least) for part in more) for each in fewer)
        return same * 2 >= len(fewer)

    def _of(self, objective: Objective) -> tuple[Measure, ...]:
        if objective.id not in self._known:
            self._known[objective.id] = tuple(_measure(self._seen, each) for each in live_parts(objective))
        return self._known[objective.id]


def contradiction(seen: Situation) -> Iterator[Alert]:
    """Key results of different objectives on the same metric that pull in opposite directions."""
    by_unit: dict[str, list[Pull]] = {}
    for team, objective in seen.objectives:
        for each in live_parts(objective):
            if direction := _direction(seen, each):
                by_unit.setdefault(_unit(each), []).append(Pull(team, objective, each, direction))
    for found in by_unit.values():
        if len({each.direction for each in found}) < 2:
            continue
        metrics = [_metric(seen, each.key_result) for each in found]
        for one, other, score in pairs(metrics, max(1.0, seen.policy.similar)):
            mine, theirs = found[one], found[other]
            if mine.direction != theirs.direction and mine.objective.id != theirs.objective.id:
                yield _pulled(mine, theirs, score)


def _pulled(one: Pull, other: Pull, score: float) -> Alert:
    about, teams = (one.key_result.id, other.key_result.id), tuple(dict.fromkeys((one.team, other.team)))
    facts = {
        "alike": round(score), "teams": (one.team, other.team), "directions": (one.direction, other.direction),
    }  # fmt: skip
    words = digest_of(one.key_result.title, other.key_result.title)
    objectives = (one.objective.id, other.objective.id)
    return Alert("contradiction", "warn", about, one.team, facts, objectives, teams, words)


def _direction(seen: Situation, key_result: KeyResult) -> int:
    """1 where the figure should rise, -1 where it should fall, 0 where nobody says: its numbers, else its verb."""
    if key_result.kind != "metric":
        return 0
    start, goal = key_result.baseline, key_result.target
    if start is not None and goal is not None:
        return (goal > start) - (goal < start)
    return _metric(seen, key_result).direction


def _metric(seen: Situation, key_result: KeyResult) -> Wording:
    return wording(key_result.title, seen.language(key_result), figures=False)


def _unit(key_result: KeyResult) -> str:
    return (key_result.unit or "").strip().casefold()


class _Groups:
    """Places that belong together, and how alike the two of them are that are least alike."""

    def __init__(self, count: int) -> None:
        self._of = list(range(count))
        self._least: dict[int, float] = {}

    def join(self, one: int, other: int, score: float) -> None:
        mine, theirs = sorted((self._of[one], self._of[other]))
        if mine != theirs:
            self._of = [mine if each == theirs else each for each in self._of]
        known = [self._least.pop(each) for each in {mine, theirs} if each in self._least]
        self._least[mine] = min([*known, score])

    def found(self) -> Iterator[tuple[list[int], float]]:
        for first, score in sorted(self._least.items()):
            yield [place for place, group in enumerate(self._of) if group == first], score
