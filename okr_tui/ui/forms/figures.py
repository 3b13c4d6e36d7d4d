"""Figures of a key result as people type them: `22 -> 40 %`, one end of it, or a unit alone."""

import re
from typing import NamedTuple

from okr_tui.actions.values import number
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.figures import typed_range
from okr_tui.domain.plan import KeyResult
from okr_tui.words.language import _, spoken
from okr_tui.words.numbers import figure

_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")
_ONE = re.compile(r"^(?P<figure>[-−+]?[\d.,\u00a0\u202f' ]*\d)?\s*(?P<unit>[^\d].*)?$")


class Way(NamedTuple):
    """Where a key result starts, where it wants to be, in what unit; None where it is not said."""

    baseline: float | None = None
    target: float | None = None
    unit: str | None = None


def way_typed(text: str) -> Way:
    """What was typed for the way of a key result.

    Raises:
        WrongUsage: it is no range, or start and target are the same.
    """
    ends = _ARROW.split(text.strip())
    if len(ends) > 2:
        raise _no_way(text)
    whole = typed_range(text, comma=spoken() == "fr")
    if whole is not None:
        return Way(_whole(whole.baseline), _whole(whole.target), whole.unit)
    (start, first), (target, second) = (_one(end, text) for end in (*([""] if len(ends) == 1 else []), *ends))
    if start is not None and start == target:
        raise WrongUsage(_("Start and target are the same: then it is kept, not moved."))
    return Way(start, target, second or first)


def way_written(key_result: KeyResult) -> str:
    """The way as it is typed: "22 -> 40 %"."""
    start, target, unit = key_result.baseline, key_result.target, key_result.unit or ""
    said = f"{exact(start)} -> {exact(target)} {unit}" if start is not None else f"{exact(target)} {unit}"
    return said.strip()


def way_said(text: str) -> str:
    """How a way is understood, in words."""
    way = way_typed(text)
    if way.baseline is None and way.target is None:
        return _("measured in {unit}").format(unit=way.unit)
    if way.baseline is None:
        return _("to {target}; the start is still to be measured").format(target=figure(way.target, way.unit))
    if way.target is None:
        return _("from {start}; where should it be at the end?").format(start=figure(way.baseline, way.unit))
    rises = way.target > way.baseline
    said = _("up from {start} to {target}") if rises else _("down from {start} to {target}")
    return said.format(start=figure(way.baseline, way.unit), target=figure(way.target, way.unit))


def exact(value: float | None) -> str:
    """A figure with all its digits, as it can be typed back; "" for None."""
    if value is None:
        return ""
    written = f"{value:.15g}"
    return f"{value:.15f}".rstrip("0").rstrip(".") if "e" in written else written


def _one(text: str, whole: str) -> tuple[float | None, str | None]:
    found = _ONE.match(text.strip())
    if found is None:
        raise _no_way(whole)
    figures = found["figure"]
    return (number(figures.replace("−", "-")) if figures else None), (found["unit"] or "").strip() or None


def _whole(value: float) -> float:
    return int(value) if value == int(value) else value


def _no_way(text: str) -> WrongUsage:
    return WrongUsage(_("“{text}” is no way from a start to a target; write 22 -> 40 %.").format(text=text[:60]))
