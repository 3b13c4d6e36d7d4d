"""The form in which files are written when nobody has written them by hand: tomli-w, one item of a list per line.

In one thing it is stricter than tomli-w alone, which sets an array of tables inline while all its tables are short: one
longer table would then rewrite all others, and a diff shall show only what changed. Here tables always stand under
headings; only the short pairs in `_INLINE` are lists of inline tables.
"""

import re
from datetime import date, datetime, time
from typing import Any

import tomli
import tomli_w

from okr_tui.store.change import Tables

_INLINE = frozenset({"phased", "away"})
_BARE = re.compile(r"[A-Za-z0-9_-]+")
_WIDTH = 100
_SCALARS: tuple[type, ...] = (bool, int, float, str, datetime, date, time)


def canonical(text: str) -> bool:
    """Whether a text is exactly what `rendered` makes of it, so that rewriting it loses no comment and no order.

    Raises:
        tomli.TOMLDecodeError: it isn't TOML.
    """
    return not text.startswith("\ufeff") and rendered(tomli.loads(text)) == text


def rendered(tables: Tables) -> str:
    """A whole file in canonical form; `format = 1` stands first, also when the tables have none.

    Raises:
        ValueError: something in it has no place in TOML, such as None or an integer of 5,000 digits.
    """
    return "\n".join(_blocks("", {"format": tables.get("format", 1), **tables}, heading=""))


def block(path: tuple[str, ...], value: Any, *, array: bool) -> str:
    """One table with its sub-tables under its heading, in canonical form.

    Args:
        path: the parts of the heading.
        value: the table.
        array: whether it is one of an array: `[[a.b]]`, not `[a.b]`.

    Raises:
        ValueError: something in it has no place in TOML.
    """
    name = dotted(path)
    return "\n".join(_blocks(name, value, heading=f"[[{name}]]" if array else f"[{name}]"))


def stands_under_headings(key: str, value: Any) -> bool:
    """Whether a new value of a key is written as `[key]` or `[[key]]`, not as `key = value`."""
    if isinstance(value, dict):
        return True
    tables = isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)
    return tables and not (key in _INLINE and all(len(literal(item)) < _WIDTH - len("    ,") for item in value))


def literal(value: Any, *, rows: bool = False, depth: int = 0) -> str:
    """A value as it stands behind `key =`.

    Args:
        value: a string, number, boolean, date, time, list or (inline) table.
        rows: lists with one item per line, as in canonical files; else all on one line.
        depth: how many lists it stands in.

    Raises:
        ValueError: it has no place in TOML.
    """
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{dotted((k,))} = {literal(v)}' for k, v in value.items())} }}" if value else "{}"
    if isinstance(value, list):
        items = [literal(item, rows=rows, depth=depth + 1) for item in value]
        if not rows or not items:
            return f"[{', '.join(items)}]"
        indent = "    " * depth
        return "[\n" + "".join(f"{indent}    {item},\n" for item in items) + f"{indent}]"
    try:
        return tomli_w.dumps({"k": value})[len("k = ") : -1]
    except TypeError as error:
        raise ValueError(str(error)) from error


def long_string(value: str) -> str:
    """A string over several lines between three quotes, as a person writes it; it holds no carriage return."""
    return tomli_w.dumps({"k": value}, multiline_strings=True)[len("k = ") : -1]


def dotted(path: tuple[str, ...]) -> str:
    """A key or heading with dots between its parts, quoted where TOML needs it."""
    return ".".join(part if _BARE.fullmatch(part) else literal(part) for part in path)


def with_format(tables: Tables) -> Tables:
    """The tables with the `format` that every file begins with."""
    return {"format": 1, **tables}


def same(one: Any, other: Any) -> bool:
    """Whether two values are exactly the same in TOML: type by type (1, 1.0 and true differ), times with their offset."""
    if isinstance(one, dict):
        return (
            isinstance(other, dict)
            and one.keys() == other.keys()
            and all(same(value, other[key]) for key, value in one.items())
        )
    if isinstance(one, list):
        return isinstance(other, list) and len(one) == len(other) and all(map(same, one, other))
    if isinstance(one, datetime) and isinstance(other, datetime):
        return one.isoformat() == other.isoformat()
    if isinstance(one, float) and isinstance(other, float):
        return repr(one) == repr(other)
    return _kind(one) is _kind(other) and bool(one == other)


def in_order_of(old: Any, new: Any) -> Any:
    """The new value with the keys of its tables in the order in which the old one has them, added keys behind."""
    from okr_tui.store.matching import matched

    if isinstance(old, dict) and isinstance(new, dict):
        keys = [key for key in old if key in new] + [key for key in new if key not in old]
        return {key: in_order_of(old.get(key), new[key]) for key in keys}
    if isinstance(old, list) and isinstance(new, list):
        return [
            item if at is None else in_order_of(old[at], item) for at, item in zip(matched(old, new), new, strict=True)
        ]
    return new


def _blocks(name: str, table: dict[str, Any], *, heading: str) -> list[str]:
    """The texts of a table and its sub-tables, each ending in a line feed; a blank line belongs between them."""
    own: dict[str, Any] = {}
    below: list[str] = []
    for key, value in table.items():
        if not stands_under_headings(key, value):
            own[key] = value
            continue
        inner = f"{name}.{dotted((key,))}" if name else dotted((key,))
        many = isinstance(value, list)
        for item in value if many else [value]:
            below += _blocks(inner, item, heading=f"[[{inner}]]" if many else f"[{inner}]")
    lines = "".join(f"{dotted((key,))} = {literal(value, rows=True)}\n" for key, value in own.items())
    implied = not own and below and not heading.startswith("[[")
    return below if implied else [f"{heading}\n{lines}" if heading else lines, *below]


def _kind(value: Any) -> type | None:
    return next((kind for kind in _SCALARS if isinstance(value, kind)), None)
