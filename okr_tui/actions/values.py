"""From what a person types for a key to the value that stands in the file."""

import re
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, time
from difflib import get_close_matches
from functools import partial
from typing import Any

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.figures import NotAFigure
from okr_tui.domain.table import Table, keys_of
from okr_tui.words.language import _, spoken
from okr_tui.words.no_figure import why_none
from okr_tui.words.typed import typed_day

_BETWEEN = re.compile(r"\s*(?:;|,(?=\s*\d{4}-))\s*")
_POINT = re.compile(r"(?P<on>\S+)\s+(?P<value>\S.*)")
COUNTED = ("baseline", "target", "commit", "stretch", "low", "high")
"""Keys whose figures are counted in the unit of their table."""


def values_for(model: type[Table], texts: Mapping[str, str], unit: str | None = None) -> dict[str, Any]:
    """The values of several keys of a table, as `value_for`; figures share the unit, and one that is new is taken over.

    Args:
        model: the table's model.
        texts: key → what was typed for it.
        unit: the unit that the table has.
    """
    known = _fields(model)
    unit = texts.get("unit", unit or "").strip() or None
    counted = {key: text for key, text in texts.items() if key in COUNTED and text.strip()} if "unit" in known else {}
    found = figures(counted, unit) if all(key in known for key in counted) else {}
    said = {"unit": found.pop("unit")} if unit is None and found.get("unit") else {}
    return {
        key: found[key] if key in found else value_for(model, key, text, unit) for key, text in texts.items()
    } | said


def figures(texts: Mapping[str, str], unit: str | None = None) -> dict[str, Any]:
    """Figures that belong together, by their keys, and under "unit" what they are counted in; no key is left out.

    Args:
        texts: key → what was typed for it, one figure with its unit.
        unit: what they are counted in; without one, what is typed with them.

    Raises:
        WrongUsage: one of them is no figure, or they are counted in different things.
    """
    from okr_tui.domain.stated import stated  # most who edit type no figure

    comma = spoken() == "fr"
    try:
        values, unit = stated(tuple(texts.values()), unit, comma=comma)
    except NotAFigure as refused:
        text = refused.text or ", ".join(texts.values())
        raise WrongUsage(why_none(text, refused) or _none(text)) from None
    return {**{key: _whole_if(value) for key, value in zip(texts, values, strict=True)}, "unit": unit}


def value_for(model: type[Table], key: str, text: str, unit: str | None = None) -> Any:
    """The value of a key of a table, from its words; None where the words are empty: the key goes.

    Args:
        model: the table's model, which knows what the key holds.
        key: the key as it stands in the file.
        text: what was typed; lists are separated by commas.
        unit: what a figure is counted in, which may stand behind it.

    Raises:
        WrongUsage: there is no such key, it can't be edited so, or the words make no sense for it.
    """
    field = _fields(model).get(key)
    if field is None or key == "id":
        known = [name for name, kind in _fields(model).items() if name != "id" and _reader(kind)]
        said = _("“{key}” is no key that can be edited here; there are {known}.")
        near = [_("Did you mean “{id}”?").format(id=name) for name in get_close_matches(key, known, 1)]
        raise WrongUsage(" ".join([said.format(key=key[:40], known=", ".join(known)), *near]))
    read = partial(points, unit=unit) if key == "phased" else _reader(field)
    if read is None:
        raise WrongUsage(_("“{key}” holds tables; change them one by one.").format(key=key))
    return read(text.strip()) if text.strip() else None


def number(text: str, unit: str | None = None) -> int | float:
    """A figure, whole where it is whole: one number with its marks, nothing is worked out.

    Args:
        text: what was typed.
        unit: what it is counted in, which may stand behind it; without one the number stands alone.

    Raises:
        WrongUsage: it is none, or counted in something else.
    """
    found = figures({"": text}, unit)
    if found["unit"] != unit:
        told = _("“{text}” is counted in {unit}; write the number alone here.")
        raise WrongUsage(told.format(text=text[:40], unit=found["unit"]))
    return found[""]  # type: ignore[no-any-return]


def _none(text: str) -> str:
    return _("“{text}” is no figure; write one number, such as 41, 1,234.5 or 12k; sums are for check-ins.").format(
        text=text[:40]
    )


def _whole_if(value: float) -> int | float:
    return int(value) if value == int(value) else value


def points(text: str, unit: str | None = None) -> list[dict[str, Any]]:
    """Where a key result should be on the way, as it stands in the file, the earliest day first.

    Args:
        text: `2026-10-31 30; 2026-11-30 35`; a comma before a year parts two points as well.
        unit: what the figures are counted in, which may stand behind each.

    Raises:
        OkrError: a part of it is no day with a figure.
    """
    found: list[dict[str, Any]] = []
    for part in filter(None, _BETWEEN.split(text.strip(" ;"))):
        one = _POINT.fullmatch(part.strip())
        if one is None:
            raise WrongUsage(_("“{text}” is no day with a figure; write 2026-10-31 30.").format(text=part[:60]))
        found.append({"on": typed_day(one["on"]), "value": number(one["value"], unit)})
    return sorted(found, key=lambda each: each["on"])


def _fields(model: type[Table]) -> dict[str, Any]:
    return {each.key: each.type for each in keys_of(model)}


def _reader(annotation: Any) -> Callable[[str], Any] | None:
    """How a text becomes a value of this type; None for tables and lists of tables."""
    kinds = _leaves(annotation)
    if any(isinstance(kind, type) and issubclass(kind, Table) for kind in kinds):
        return None
    if tuple in kinds:
        return _listed
    for kind, read in ((date, typed_day), (time, _time), (float, number), (bool, _truth), (int, _whole)):
        if kind in kinds:
            return read
    return str


def _leaves(annotation: Any) -> set[Any]:
    """The plain types within an annotation, lists as `tuple` together with what they hold."""
    origin = typing.get_origin(annotation)
    if origin is typing.Annotated:
        return _leaves(typing.get_args(annotation)[0])
    if origin in {typing.Union, types.UnionType}:
        return set().union(*(_leaves(each) for each in typing.get_args(annotation)))
    if origin is tuple:
        return {tuple} | _leaves(typing.get_args(annotation)[0])
    if origin is typing.Literal:
        return {str}
    return {annotation}


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]


def _truth(text: str) -> bool:
    if text.casefold() in {"true", "yes", "1", "oui", "on"}:
        return True
    if text.casefold() in {"false", "no", "0", "non", "off"}:
        return False
    raise WrongUsage(_("“{text}” is neither yes nor no.").format(text=text[:40]))


def _whole(text: str) -> int:
    value = number(text)
    if not isinstance(value, int):
        raise WrongUsage(_("“{text}” is no whole number.").format(text=text[:40]))
    return value


def _time(text: str) -> time:
    try:
        return time.fromisoformat(text)
    except ValueError:
        raise WrongUsage(_("“{text}” is no time; write it as 16:00.").format(text=text[:40])) from None
