"""Figures of a key result as people type them: `22 -> 40 %`, one end of it, or a unit alone."""

import re
from typing import NamedTuple

from okr_tui.actions.values import span
from okr_tui.domain.amount import amount
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.figures import NotAFigure, Range
from okr_tui.domain.plan import KeyResult
from okr_tui.words.language import _, spoken
from okr_tui.words.numbers import figure

_BEGINS = re.compile(r"\W{0,4}\d")
_PERHAPS_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_ARROW = re.compile(r"\s*(?:->|→|=>)\s*")


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
    ends = [end.strip() for end in _ARROW.split(text.strip())]
    if len(ends) == 2 and all(_BEGINS.match(end) for end in ends):
        if ends[0] == ends[1]:
            raise WrongUsage(_("Start and target are the same: then it is kept, not moved."))
        return Way(*span(text))
    if len(ends) == 1 and (whole := _whole_range(text)) is not None:
        return Way(*whole)
    if len(ends) > 2:
        raise _no_way(text)
    (start, first), (target, second) = (_one(end, text) for end in (*([""] if len(ends) == 1 else []), *ends))
    return Way(start, target, second or first)


def way_written(key_result: KeyResult) -> str:
    """The way as it is typed: "22 -> 40 %"."""
    start, target, unit = _clear(key_result.baseline), _clear(key_result.target), key_result.unit or ""
    said = f"{start} -> {target} {unit}" if start else f"{target} {unit}"
    return said.strip()


def _clear(value: float | None) -> str:
    """A figure whose point can't be taken for one of thousands: 1.234 is written 1.2340."""
    written = exact(value)
    return f"{written}0" if _PERHAPS_THOUSANDS.fullmatch(written) else written


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


def _whole_range(text: str) -> Range | None:
    """A range without an arrow: "from 3 to 9"."""
    try:
        return span(text)
    except WrongUsage:
        return None


def _one(text: str, whole: str) -> tuple[float | None, str | None]:
    """One end of a way: a figure with its unit, or a unit alone."""
    if not text[:1].isdigit() and not _BEGINS.match(text):
        return None, text.strip() or None
    try:
        value, unit = amount(text, comma=spoken() == "fr")
    except NotAFigure:
        raise _no_way(whole) from None
    return (int(value) if value == int(value) else value), unit


def _no_way(text: str) -> WrongUsage:
    return WrongUsage(_("“{text}” is no way from a start to a target; write 22 -> 40 %.").format(text=text[:60]))
