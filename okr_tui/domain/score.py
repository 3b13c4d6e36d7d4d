"""How far it got, 0.0 to 1.0: key results, objectives, teams."""

from collections.abc import Iterable
from itertools import pairwise

from okr_tui.domain.plan import KeyResult, Objective

AT_COMMIT, AT_TARGET, AT_STRETCH = 0.3, 0.7, 1.0
"""Scores of the three zones (puzzle/okr)."""


def clamped(share: float) -> float:
    """The share within 0…1: one 300 % must not hide two zeros."""
    return min(1.0, max(0.0, share))


def key_result_score(
    key_result: KeyResult, objective: Objective, *, progress: float | None, value: float | None
) -> float:
    """0…1: progress clamped, or by zones for an aspirational one that has them; 0 where there is no progress to speak of."""
    if progress is None:
        return 0.0
    if objective.ambition == "aspirational" and value is not None and _zones(key_result):
        return _by_zones(key_result, value)
    return clamped(progress)


def has_zones(key_result: KeyResult, objective: Objective) -> bool:
    """Whether its score goes by zones: an aspirational metric with commit, target and stretch in one direction."""
    return objective.ambition == "aspirational" and bool(_zones(key_result))


def _zones(key_result: KeyResult) -> list[tuple[float, float]]:
    """(distance from the baseline, score) of baseline, commit, target, stretch; empty where they make no line."""
    baseline, target = key_result.baseline, key_result.target
    commit, stretch = key_result.commit, key_result.stretch
    if key_result.kind != "metric" or baseline is None or target is None or commit is None or stretch is None:
        return []
    sign = 1 if target > baseline else -1
    marks = [(baseline, 0.0), (commit, AT_COMMIT), (target, AT_TARGET), (stretch, AT_STRETCH)]
    line = [(sign * (mark - baseline), score) for mark, score in marks]
    rising = all(left[0] <= right[0] for left, right in pairwise(line))
    return line if rising and target != baseline else []


def _by_zones(key_result: KeyResult, value: float) -> float:
    line = _zones(key_result)
    baseline, target = key_result.baseline or 0.0, key_result.target or 0.0
    way = (value - baseline) if target > baseline else (baseline - value)
    if way <= 0:
        return 0.0
    for (left, low), (right, high) in pairwise(line):
        if way < right:
            return low + (high - low) * (way - left) / (right - left)
    return AT_STRETCH


def weighted_mean(shares: Iterable[tuple[float | None, float]]) -> float | None:
    """The mean of (share, weight), each share clamped, an unknown share counting 0; None where nothing weighs."""
    pairs = [(clamped(share) if share is not None else 0.0, weight) for share, weight in shares]
    total = sum(weight for _, weight in pairs)
    return sum(share * weight for share, weight in pairs) / total if total else None


def mean(shares: Iterable[float | None]) -> float | None:
    """The mean of what is known; None where nothing is."""
    known = [share for share in shares if share is not None]
    return sum(known) / len(known) if known else None
