"""Tables copied by hand: a merge has given the second one of an id a new one, and who copied it should know.

The new id comes from the content (`merge_tables`), so it says by itself what it was copied from, for as long as nobody
has changed the copy.
"""

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

from okr_tui.domain.ids import CROCKFORD
from okr_tui.store.merge_conflicts import letters_of
from okr_tui.store.merge_tables import head_of

_LETTERS = re.compile(rf"-[{CROCKFORD}]{{5}}$")
_TRIES = 3


class Copied(NamedTuple):
    """One copy.

    Attributes:
        said: the id that stood there twice.
        new: the one that the second table got.
        where: keys and positions on the way to the table.
    """

    said: str
    new: str
    where: tuple[str | int, ...]


def copied(tables: dict[str, Any]) -> tuple[Copied, ...]:
    """The copies in a file that nobody has changed since; not what stands in one of them.

    Args:
        tables: the whole file.
    """
    rows = list(_with_id(tables, ()))
    ids = [row["id"] for row, _where in rows]
    if len({head_of(each) for each in ids}) == len(ids):  # so it is in most files
        return ()
    found: list[Copied] = []
    for row, where in rows:
        within = any(where[: len(each.where)] == each.where for each in found)
        if not within and (said := _origin(row, ids)) is not None:
            found.append(Copied(said, row["id"], where))
    return tuple(found)


def _origin(row: dict[str, Any], ids: list[str]) -> str | None:
    """The id that a table had before it got this one; None where it is its own."""
    new = row["id"]
    if _LETTERS.search(new) is None:
        return None
    head, before = new[:-6], None
    for said in ids:
        if said == new or head_of(said) != head:
            continue
        before = before or {key: _restored(value, ids) for key, value in row.items()}
        if any(letters_of([{**before, "id": said}, number]) == new[-5:] for number in range(_TRIES)):
            return said
    return None


def _restored(value: Any, ids: list[str]) -> Any:
    """What stood in a table when it was copied: the tables in it with the ids they had."""
    if isinstance(value, list):
        return [_restored(each, ids) for each in value]
    if isinstance(value, dict):
        row = {key: _restored(each, ids) for key, each in value.items()}
        said = _origin(value, ids) if isinstance(value.get("id"), str) else None
        return row if said is None else {**row, "id": said}
    return value


def _with_id(value: Any, where: tuple[str | int, ...]) -> Iterator[tuple[dict[str, Any], tuple[str | int, ...]]]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value, where
        for key, each in value.items():
            yield from _with_id(each, (*where, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from _with_id(each, (*where, index))
