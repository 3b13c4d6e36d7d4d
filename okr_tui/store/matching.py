"""Which item of a list before is which item of the list afterwards."""

from collections import defaultdict, deque
from collections.abc import Hashable
from datetime import date, time
from typing import Any

_COPIES = 50  # more tables of one id than this are not looked through one by one


def matched(old: list[Any], new: list[Any]) -> list[int | None]:
    """For each new item the position of the old one that it continues; None for an added one.

    Tables are told by their `id`; without one, grades and decisions by `about` and `when`, dismissed findings by
    `about` and `code`; everything else by its content. Tables without any of these that are left over continue one
    another in their order. Where one id stands twice (copied by hand), the same content goes first, then the order.
    """
    waiting: dict[Hashable, list[int]] = defaultdict(list)
    for at, item in enumerate(old):
        waiting[_identity(item)].append(at)
    found = [_first(waiting.get(_identity(item), []), old, item) for item in new]
    rest = deque(sorted(at for ids in waiting.values() for at in ids if _anonymous(old[at])))
    return [
        rest.popleft() if at is None and rest and _anonymous(item) else at for at, item in zip(found, new, strict=True)
    ]


def _first(waiting: list[int], old: list[Any], item: Any) -> int | None:
    """Takes the position that this item continues out of those that fit it."""
    if not waiting:
        return None
    content = _content(item) if 1 < len(waiting) <= _COPIES else None
    return waiting.pop(next((n for n, at in enumerate(waiting) if _content(old[at]) == content), 0))


def _anonymous(item: Any) -> bool:
    return isinstance(item, dict) and "id" not in item and "about" not in item


def _identity(item: Any) -> Hashable:
    if not isinstance(item, dict) or _anonymous(item):
        return ("content", _content(item))
    if "id" in item:
        return ("id", _content(item["id"]))
    return (
        "about",
        *(_content(item.get(key, default)) for key, default in (("about", ""), ("when", "end"), ("code", ""))),
    )


def _content(value: Any) -> Hashable:
    if isinstance(value, dict):
        return tuple((key, _content(value[key])) for key in sorted(value))
    if isinstance(value, list):
        return ("list", *map(_content, value))
    return (type(value).__name__, value.isoformat() if isinstance(value, (date, time)) else repr(value))
