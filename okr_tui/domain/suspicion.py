"""What a person may not have meant: a figure or a word that does not go with the rest. It is asked once, never refused."""

import re
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from okr_tui.domain.standing import Standing

LEAP = 10
"""Times the last figure, or one so many-th of it, from which a figure is asked about."""

BEYOND, BELOW = 3.0, -1.0
"""Shares of the way, from start to target, beyond which a figure is asked about."""

SURE = 9
"""Confidence (0…10) from which "off track" is asked about."""


class Scale(NamedTuple):
    """What a figure can be compared with; a check-in on the command line knows it without the models.

    Attributes:
        kind: metric, keep, yes-no, milestones or kpi.
        last: the last figure.
        baseline: where it started; target: where it should be.
        low: lower edge of the band of a `keep` or KPI; high: its upper edge.
    """

    kind: str
    unit: str | None = None
    last: float | None = None
    baseline: float | None = None
    target: float | None = None
    low: float | None = None
    high: float | None = None

    @property
    def marks(self) -> tuple[float, ...]:
        """The figures that are known."""
        known = (self.last, self.baseline, self.target, self.low, self.high)
        return tuple(mark for mark in known if mark is not None)


class Suspicion(NamedTuple):
    """Something odd: a code, and the facts that the sentence is made of."""

    code: str
    facts: Mapping[str, float | str]


def scale_of(standing: "Standing") -> Scale:
    """What a new figure of a key result is compared with."""
    result = standing.key_result
    return Scale(
        result.kind, result.unit, standing.value, result.baseline, result.target, result.low, result.high
    )  # fmt: skip


def goes_below(scale: Scale, figures: Iterable[float] = ()) -> bool:
    """Whether figures below zero belong to it, so that "-8" may be one of them.

    Args:
        scale: what is known of the key result or KPI.
        figures: those said before.
    """
    return any(each < 0 for each in (*scale.marks, *figures))


def less_or_below(value: float, last: float) -> Suspicion:
    """What to ask about a figure typed with a minus, where it could be itself or so much less than the last one.

    Args:
        value: the figure itself, which it is taken for.
        last: what it could be taken from.
    """
    return Suspicion("less-or-below", {"value": value, "last": last, "by": abs(value), "less": last + value})


def suspicions(
    scale: Scale, value: float | None, confidence: int | None = None, status: str | None = None
) -> tuple[Suspicion, ...]:
    """What to ask about before a check-in is saved; empty where nothing is odd. Of a figure only the first is told.

    Args:
        scale: what is known of the key result or KPI.
        value: the figure; None where none is said.
        confidence: 0…10.
        status: on-track, at-risk, off-track or done.
    """
    found = []
    if value is not None and scale.kind in {"metric", "keep", "kpi"}:
        odd = _figure(scale, value)
        found += [odd] if odd else []
    word = _word(scale, value, confidence, status)
    return (*found, *([word] if word else []))


_DIVIDED = re.compile(r"=?\s*([^/=]+?)\s*/\s*(10|\d)\s*")


def divided(scale: Scale, text: str, value: float, read: Callable[[str], float | None]) -> Suspicion | None:
    """A sum such as `31/7` that was perhaps meant as value and confidence: what is divided is nearer to the last figure.

    Args:
        scale: what is known of the key result or KPI.
        text: what was typed.
        value: what it comes to.
        read: the figure of a text; None where it is none.
    """
    found = _DIVIDED.fullmatch(text.strip())
    whole = read(found[1]) if found is not None else None
    if found is None or whole is None or scale.last is None or abs(whole - scale.last) >= abs(value - scale.last):
        return None
    return Suspicion("divided", {"value": value, "whole": whole, "text": text.strip(), "confidence": found[2]})


def _figure(scale: Scale, value: float) -> Suspicion | None:
    marks = scale.marks
    if (value < 0 <= min(marks, default=-1)) or (value > 0 >= max(marks, default=1) and any(marks)):
        return Suspicion("sign", {"value": value})
    if (scale.unit or "").strip() == "%" and value > 100 >= max(marks, default=0):
        return Suspicion("share", {"value": value})
    return _leap(scale, value) or _off_scale(scale, value)


def _leap(scale: Scale, value: float) -> Suspicion | None:
    """Ten times the last figure; or a tenth of it, unless it is on its way to a target that small."""
    last = scale.last
    if not last or not value:
        return None
    if abs(value) >= LEAP * abs(last):
        return Suspicion("ten-times", {"value": value, "last": last})
    way = [mark for mark in (scale.baseline, scale.target) if mark is not None]
    on_the_way = len(way) == 2 and min(way) <= value <= max(way)
    if abs(value) * LEAP <= abs(last) and not on_the_way:
        return Suspicion("tenth", {"value": value, "last": last})
    return None


def _off_scale(scale: Scale, value: float) -> Suspicion | None:
    """Far beyond the target, far below the start, or further outside its band than the band is wide."""
    baseline, target, low, high = scale.baseline, scale.target, scale.low, scale.high
    if scale.kind == "metric":
        if baseline is None or target is None or baseline == target:
            return None
        share = (value - baseline) / (target - baseline)
        if share > BEYOND:
            return Suspicion("beyond-target", {"value": value, "target": target})
        return Suspicion("below-start", {"value": value, "baseline": baseline}) if share < BELOW else None
    width = high - low if low is not None and high is not None else abs(low or high or 0) / 2
    outside = max(low - value if low is not None else 0, value - high if high is not None else 0)
    edge = low if low is not None and value < low else high
    return Suspicion("outside-band", {"value": value, "edge": edge}) if edge is not None and outside > width else None


def _word(scale: Scale, value: float | None, confidence: int | None, status: str | None) -> Suspicion | None:
    if confidence == 0 and status in {"on-track", "done"}:
        return Suspicion("sure-of-nothing", {"status": status})
    if confidence is not None and confidence >= SURE and status == "off-track":
        return Suspicion("sure-and-off", {"confidence": confidence})
    now = scale.last if value is None else value
    baseline, target = scale.baseline, scale.target
    if status == "done" and scale.kind == "metric" and now is not None and baseline is not None and target is not None:
        short = now < target if target > baseline else now > target
        return Suspicion("done-before", {"value": now, "target": target}) if short else None
    return None
