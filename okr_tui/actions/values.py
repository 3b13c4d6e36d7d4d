"""From what a person types for a key to the value that stands in the file."""

import re
import types
import typing
from collections.abc import Callable
from datetime import date, time
from typing import Any

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.figures import NotAFigure, typed
from okr_tui.domain.table import Table, keys_of
from okr_tui.words.language import _, spoken
from okr_tui.words.typed import typed_day

_BETWEEN = re.compile(r"\s*(?:;|,(?=\s*\d{4}-))\s*")
_POINT = re.compile(r"(?P<on>\S+)\s+(?P<value>\S.*)")


def value_for(model: type[Table], key: str, text: str) -> Any:
    """The value of a key of a table, from its words; None where the words are empty: the key goes.

    Args:
        model: the table's model, which knows what the key holds.
        key: the key as it stands in the file.
        text: what was typed; lists are separated by commas.

    Raises:
        WrongUsage: there is no such key, it can't be edited so, or the words make no sense for it.
    """
    field = _fields(model).get(key)
    if field is None or key == "id":
        known = ", ".join(name for name, kind in _fields(model).items() if name != "id" and _reader(kind))
        raise WrongUsage(
            _("“{key}” is no key that can be edited here; there are {known}.").format(key=key[:40], known=known)
        )
    read = points if key == "phased" else _reader(field)
    if read is None:
        raise WrongUsage(_("“{key}” holds tables; change them one by one.").format(key=key))
    return read(text.strip()) if text.strip() else None


def number(text: str) -> int | float:
    """A figure, whole where it is whole.

    Raises:
        WrongUsage: it is none.
    """
    try:
        value = typed(text, comma=spoken() == "fr").value
    except NotAFigure:
        raise WrongUsage(_("“{text}” is no figure.").format(text=text[:40])) from None
    return int(value) if value == int(value) else value


def points(text: str) -> list[dict[str, Any]]:
    """Where a key result should be on the way, as it stands in the file, the earliest day first.

    Args:
        text: `2026-10-31 30; 2026-11-30 35`; a comma before a year parts two points as well.

    Raises:
        OkrError: a part of it is no day with a figure.
    """
    found: list[dict[str, Any]] = []
    for part in filter(None, _BETWEEN.split(text.strip(" ;"))):
        one = _POINT.fullmatch(part.strip())
        if one is None:
            raise WrongUsage(_("“{text}” is no day with a figure; write 2026-10-31 30.").format(text=part[:60]))
        found.append({"on": typed_day(one["on"]), "value": number(one["value"])})
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
