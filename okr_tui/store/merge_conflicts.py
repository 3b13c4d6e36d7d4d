"""What two people changed differently, as a `[[conflict]]` that stands in the file until a person chooses."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date, time
from typing import Any

from okr_tui.domain.ids import CROCKFORD
from okr_tui.store.canonical import same

CONFLICTS = "conflict"
"""The array of a file in which they stand."""

PLACE = "in"
"""The `key` of a conflict about where a table stands: its values are what it stood in."""


class _Gone:
    """No value at all: the key or table is not there."""

    def __repr__(self) -> str:
        return "GONE"


GONE: Any = _Gone()
"""Stands where a side has no value."""

Row = dict[str, Any]


def canonical_json(value: Any) -> str:
    """A value as JSON with sorted keys and nothing between; days and times as ISO text, no value as null."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), default=_iso)


def weight(value: Any) -> tuple[str, str]:
    """What two values are compared by, on every machine alike: the canonical JSON, then the types of days and times."""
    return canonical_json(value), json.dumps(value, sort_keys=True, separators=(",", ":"), default=_typed)


def conflict(about: str, key: str | None, base: Any, stands: Any, other: Any) -> Row:
    """A record of two values of one key, or, without a key, of a deleted table that the other side changed.

    Args:
        about: the id of the table, else its name; empty for the keys at the top of a file.
        key: the key, with dots where it stands in a table without an id.
        base: the value before both; of a table its own keys.
        stands: the value that stands for now.
        other: the other one.
    """
    values = sorted([weight(stands)[1], weight(other)[1]])
    said = json.dumps([about, key, weight(base)[1], values]).encode()
    row: Row = {"id": f"cf-{_crockford(hashlib.sha256(said).digest(), 10)}", "about": about}
    if key is not None:
        parts = {"key": key, "ours": stands, "theirs": other, "base": base}
        row.update({name: value for name, value in parts.items() if value is not GONE})
    return row


def letters_of(value: Any) -> str:
    """Five characters of Crockford base 32 that come from a content alone: for the id of a copy."""
    return _crockford(hashlib.sha256(weight(value)[1].encode()).digest(), 5)


def conflicts_of(tables: Row) -> list[Row]:
    """The records that a file holds; what is no table among them is none."""
    found = tables.get(CONFLICTS)
    return [row for row in found if isinstance(row, dict)] if isinstance(found, list) else []


def merged_conflicts(base: Row, ours: Row, theirs: Row, new: Iterable[Row]) -> list[Row]:
    """The records of all sides and the new ones: those that a side has chosen for and removed are gone.

    In the order of the base, then by id. About a record there is no conflict: of two versions the greater one stands.
    """
    before, mine, other = ({_identity(row): row for row in conflicts_of(side)} for side in (base, ours, theirs))
    found: dict[str, Row] = {}
    for identity in mine.keys() | other.keys():
        one, two = mine.get(identity, GONE), other.get(identity, GONE)
        if one is GONE or two is GONE:
            left = two if one is GONE else one
            if identity not in before or not same(before[identity], left):
                found[identity] = left
        else:
            found[identity] = max(one, two, key=lambda row: (weight(row), repr(row)))
    for row in new:
        found.setdefault(row["id"], row)
    added = sorted(found.keys() - before.keys())
    return [found[identity] for identity in [*(each for each in before if each in found), *added]]


def _identity(row: Row) -> str:
    identity = row.get("id")
    return identity if isinstance(identity, str) else canonical_json(row)


def _crockford(data: bytes, length: int) -> str:
    return "".join(CROCKFORD[byte % 32] for byte in data[:length])


def _iso(value: Any) -> Any:
    return value.isoformat() if isinstance(value, (date, time)) else None


def _typed(value: Any) -> Any:
    return {type(value).__name__: value.isoformat()} if isinstance(value, (date, time)) else None
