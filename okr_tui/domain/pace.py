"""Whether a key result is where it should be, and why: on track, at risk, off track, slipping."""

from collections.abc import Mapping
from typing import Any, Literal, NamedTuple

from okr_tui.domain.plan import KeyResult
from okr_tui.domain.progress import inside, values
from okr_tui.domain.settings import Policy
from okr_tui.domain.workspace import Entry

Status = Literal["done", "stale", "reached", "slipping", "off-track", "at-risk", "on-track", "no-data"]

WORST_FIRST: tuple[Status, ...] = (
    "slipping",
    "off-track",
    "at-risk",
    "stale",
    "on-track",
    "no-data",
    "reached",
    "done",
)
"""How much a status asks for attention; an objective's health is that of its worst key result."""


_EXACT = 1e-9
"""Shares closer than this are equal: 0.8 - 0.1 is a hair more than 0.7 in binary fractions."""


class Reason(NamedTuple):
    """Why a key result has its status: a code, and the facts that the sentence is made of."""

    code: str
    facts: Mapping[str, Any]


class Judgement(NamedTuple):
    """What pace and confidence say together, before done, stale, reached and slipping are looked at."""

    status: Literal["on-track", "at-risk", "off-track"]
    reasons: tuple[Reason, ...]


def pace(progress: float | None, expected: float | None, *, begun: bool) -> float | None:
    """Progress / expected; None before the start, and where either is unknown or nothing is expected yet."""
    if not begun or progress is None or not expected:
        return None
    return progress / expected


def judge(
    key_result: KeyResult,
    entries: tuple[Entry, ...],
    policy: Policy,
    *,
    progress: float | None,
    expected: float | None,
    pace: float | None,
    elapsed: float,
) -> Judgement:
    """On track, at risk or off track by pace, or by its band for a `keep`; then, if worse, at risk by confidence."""
    status, reason = _by_pace(key_result, entries, policy, progress, expected, pace, elapsed)
    reasons: tuple[Reason, ...] = (reason,)
    confidence = latest_confidence(entries)
    if confidence is not None and confidence <= policy.low_confidence:
        low = Reason("low-confidence", {"confidence": confidence, "blocker": _latest_blocker(entries)})
        if status == "on-track":
            return Judgement("at-risk", (low, reason))
        reasons = (reason, low)
    return Judgement(status, reasons)


def _by_pace(
    key_result: KeyResult,
    entries: tuple[Entry, ...],
    policy: Policy,
    progress: float | None,
    expected: float | None,
    pace: float | None,
    elapsed: float,
) -> tuple[Literal["on-track", "at-risk", "off-track"], Reason]:
    known = values(entries)
    if key_result.kind == "keep":
        good = not known or inside(key_result, known[-1][1])
        code = "inside-band" if good else "outside-band"
        return "on-track" if good else "off-track", Reason(code, {"value": known[-1][1] if known else None})
    if key_result.kind == "yes-no":
        return "on-track", Reason("not-yet", {})
    if progress is None or expected is None or pace is None:
        return "on-track", Reason("not-judged", {"baseline": key_result.baseline})
    facts = {"pace": pace, "progress": progress, "expected": expected, "elapsed": elapsed}
    if elapsed < policy.early - _EXACT:
        return "on-track", Reason("early", facts)
    if pace >= policy.on_track - _EXACT:
        return "on-track", Reason("pace", facts)
    if progress >= expected - policy.grace - _EXACT:
        return "on-track", Reason("within-grace", facts)
    return "at-risk" if pace >= policy.at_risk - _EXACT else "off-track", Reason("pace", facts)


def latest_confidence(entries: tuple[Entry, ...]) -> int | None:
    """The newest confidence 0…10 that anybody gave."""
    given = [entry.check_in.confidence for entry in entries if entry.check_in.confidence is not None]
    return given[-1] if given else None


def _latest_blocker(entries: tuple[Entry, ...]) -> str | None:
    return entries[-1].check_in.blocker if entries else None


def slip(key_result: KeyResult, entries: tuple[Entry, ...], policy: Policy, pace: float | None) -> Reason | None:
    """A "dévissage" (Spendesk): two falls of the value in a row, or one person's confidence that drops; else None."""
    return _two_falls(key_result, entries, policy, pace) or _confidence_drop(entries, policy)


def _two_falls(key_result: KeyResult, entries: tuple[Entry, ...], policy: Policy, pace: float | None) -> Reason | None:
    """The last three values, each strictly further from the target, lost more than `noise` of the way; pace under 1."""
    baseline, target = key_result.baseline, key_result.target
    if key_result.kind != "metric" or baseline is None or target is None or pace is None or pace >= 1:
        return None
    last = [value for _, value in values(entries)[-3:]]
    if len(last) < 3 or baseline == target:
        return None
    away = [abs(value - target) for value in last]
    share = (away[2] - away[0]) / abs(target - baseline)
    noise = policy.slip_share if key_result.noise is None else key_result.noise
    if away[0] < away[1] < away[2] and share > noise + _EXACT:
        return Reason("two-falls", {"values": tuple(last), "share": share})
    return None


def _confidence_drop(entries: tuple[Entry, ...], policy: Policy) -> Reason | None:
    """The highest of a person's last three confidences minus the latest, where that ends low."""
    given: dict[str, list[int]] = {}
    for entry in entries:
        if entry.check_in.confidence is not None:
            given.setdefault(entry.person, []).append(entry.check_in.confidence)
    for person, confidences in given.items():
        highest, latest = max(confidences[-3:]), confidences[-1]
        if highest - latest >= policy.slip_confidence_fall and latest <= policy.slip_confidence_at:
            return Reason("confidence-fell", {"person": person, "from": highest, "to": latest})
    return None
