"""Which item of a list before is which item of the list afterwards."""

from collections import defaultdict, deque
from collections.abc import Hashable
from datetime import date, time
from typing import Any


def matched(old: list[Any], new: list[Any]) -> list[int | None]:
    """For each new item the position of the old one that it continues; None for an added one.

    Tables are told by their `id`; without one, grades and decisions by `about` and `when`, dismissed findings by
    `about` and `code`; everything else by its content. Tables without any of these that are left over continue one
    another in their order. The same id twice in one list (copied by hand) is matched in order.
    """
    waiting: dict[Hashable, deque[int]] = defaultdict(deque)
    for at, item in enumerate(old):
        waiting[_identity(item)].append(at)
    found = [ids.popleft() if (ids := waiting.get(_identity(item))) else None for item in new]
    rest = deque(sorted(at for ids in waiting.values() for at in ids if _anonymous(old[at])))
    return [
        rest.popleft() if at is None and rest and _anonymous(item) else at for at, item in zip(found, new, strict=True)
    ]


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
