"""How the figures of a key result stand in a form, and how what is typed there is understood."""

from okr_tui.actions.ways import way_typed
from okr_tui.domain.plan import KeyResult
from okr_tui.words.language import _
from okr_tui.words.numbers import figure


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
