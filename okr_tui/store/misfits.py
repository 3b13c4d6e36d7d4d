"""What of a file does not fit its model, all of it, in words of the file and not of the library."""

import types
from collections.abc import Iterable, Iterator
from datetime import date, datetime, time
from typing import Annotated, Any, Literal, NamedTuple, Union, get_args, get_origin

from msgspec import NODEFAULT, Meta, ValidationError, convert

from okr_tui.domain.table import Table, keys_of
from okr_tui.store.change import Tables
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.quoting import quoted

AS_THEY_ARE = (date, datetime, time)
"""What TOML has types for: text is never taken for one of them."""

Where = tuple[str | int, ...]
Found = tuple[Where, str, str]
"""Location in the tables, code, sentence."""


class _Branch(NamedTuple):
    """One of the types that a key may hold, with its limits."""

    type: Any
    limits: Meta


def misfits(tables: Tables, kind: type[Table], where: Where = ()) -> Iterator[Found]:
    """Every key that a table lacks and every value that can't stand where it stands.

    Args:
        tables: the table as the file holds it.
        kind: what it should be.
        where: where it stands in the file.
    """
    for each in keys_of(kind):
        at = (*where, each.key)
        if each.key in tables:
            yield from _misfits(tables[each.key], each.type, at)
        elif each.default is NODEFAULT:
            yield at, "wrong-type", _("“{key}” is missing; add it.").format(key=each.key)


def _misfits(value: object, wanted: Any, where: Where) -> Iterator[Found]:
    if _fits(value, wanted):
        return
    branches = list(_branches(wanted))
    inside = [found for branch in branches for found in _inside(value, branch, where)]
    if inside:
        yield from inside
        return
    key = next((part for part in reversed(where) if isinstance(part, str)), "")
    yield where, "wrong-type", _sentence(key, value, branches)


def _fits(value: object, wanted: Any) -> bool:
    try:
        convert(value, wanted, builtin_types=AS_THEY_ARE)
    except ValidationError:
        return False
    return True


def _inside(value: object, branch: _Branch, where: Where) -> Iterator[Found]:
    """What does not fit inside a table or a list that is one where it should be."""
    inner = get_args(branch.type)
    if isinstance(value, dict) and isinstance(branch.type, type) and issubclass(branch.type, Table):
        yield from misfits(value, branch.type, where)
    elif isinstance(value, dict) and get_origin(branch.type) is dict:
        for key, each in value.items():
            yield from _misfits(each, inner[1], (*where, key))
    elif isinstance(value, list) and get_origin(branch.type) is tuple:
        for index, each in enumerate(value):
            yield from _misfits(each, inner[0], (*where, index))


def _branches(wanted: Any, limits: Meta | None = None) -> Iterator[_Branch]:
    """The types of which a value may be one; that a key may be absent is none of them."""
    origin = get_origin(wanted)
    if origin is Annotated:
        kind, *metas = get_args(wanted)
        yield from _branches(kind, next((each for each in metas if isinstance(each, Meta)), None))
    elif origin in {Union, types.UnionType}:
        for each in get_args(wanted):
            yield from _branches(each)
    elif wanted is not types.NoneType:
        yield _Branch(wanted, limits or Meta())


def _sentence(key: str, value: object, branches: Iterable[_Branch]) -> str:
    given, told = _given(value), list(branches)
    of_its_type = [each for each in told if _is_of(value, each.type)] or told
    if len(of_its_type) == 1 and isinstance(value, str) and of_its_type[0].limits.pattern:
        if key == "week":
            return _("“{key}” is {given}, but must be an ISO week such as 2026-w40.").format(key=key, given=given)
        return _("“{key}” is {given}, but an id has only a-z, 0-9 and dashes.").format(key=key, given=given)
    wanted = _either([_wanted(value, each) for each in of_its_type])
    return _("“{key}” is {given}, but must be {wanted}.").format(key=key, given=given, wanted=wanted)


def _is_of(value: object, kind: Any) -> bool:
    """Whether a value is of a type, so that only a limit of it can be what it does not keep."""
    if get_origin(kind) is Literal:
        return isinstance(value, str)
    if isinstance(value, bool) or kind is bool:
        return kind is bool and isinstance(value, bool)
    plainly = get_origin(kind) or kind
    known: Any = {tuple: list, float: (int, float)}.get(plainly, plainly)
    return isinstance(value, known) and not (kind is date and isinstance(value, datetime))


def _wanted(value: object, branch: _Branch) -> str:
    """What should stand there instead of a value."""
    kind, limits = branch
    if get_origin(kind) is Literal:
        return _either([repr(each) for each in get_args(kind)])
    if _is_of(value, kind) and isinstance(value, (int, float)):
        return f"≥ {limits.ge:g}" if limits.ge is not None and value < limits.ge else f"≤ {limits.le or 0:g}"
    if _is_of(value, kind) and isinstance(value, (str, list)):
        return _("shorter") if isinstance(value, str) else _("a shorter list")
    return _named(get_origin(kind) or kind)


def _named(kind: Any) -> str:
    """A type, in words."""
    if isinstance(kind, type) and issubclass(kind, (Table, dict)):
        return _("a table")
    named: dict[Any, str] = {
        float: _("a number"), int: _("a whole number"), str: _("text in quotes"), bool: _("true or false"),
        date: _("a date such as 2026-10-16"), time: _("a time such as 16:00:00"), tuple: _("a list in [ ]"),
        datetime: _("a time with its offset such as 2026-10-16T09:00:00+02:00"),
    }  # fmt: skip
    return named[kind]


def _either(wanted: list[str]) -> str:
    """Several, of which one must be."""
    *before, last = dict.fromkeys(wanted)
    return _("{several} or {last}").format(several=", ".join(before), last=last) if before else last


def _given(value: object) -> str:
    """The value as it may be shown: short and on one line."""
    if isinstance(value, dict):
        return _("a table")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, str):
        return quoted(one_line(value[:60])) if value else _("empty")
    return str(value).lower() if isinstance(value, bool) else str(value)[:60]
