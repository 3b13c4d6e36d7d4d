"""Finding a table by its id among the tables of a file, wherever it stands."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from okr_tui.domain.errors import OkrError
from okr_tui.store.change import Tables
from okr_tui.store.tables import Held
from okr_tui.words.language import _


class Slot(NamedTuple):
    """A table and where it stands.

    Attributes:
        array: the list it is in, for the one table of a file a list of its own; position: its place there.
        kind: the name of that list: objective, key_result, initiative …
        above: the tables around it, the outermost first.
    """

    table: dict[str, Any]
    array: list[dict[str, Any]]
    position: int
    kind: str
    above: tuple[dict[str, Any], ...]


def slot_of(held: Held, identity: str) -> Slot:
    """The table with this id in a file.

    Raises:
        OkrError: it is not there (any more): somebody has removed or moved it.
    """
    for slot in slots(held):
        if slot.table.get("id") == identity:
            return slot
    raise OkrError(
        _("“{id}” is no longer in this file; somebody has moved or removed it.").format(id=identity), file=held.path
    )


def slots(held: Held) -> Iterator[Slot]:
    """Every table of a file but the file itself."""
    return _slots(held.tables, ())


def _slots(table: dict[str, Any], above: tuple[dict[str, Any], ...]) -> Iterator[Slot]:
    for kind, value in table.items():
        if not above and isinstance(value, dict):
            yield Slot(value, [value], 0, kind, above)
        if not isinstance(value, list):
            continue
        for index, each in enumerate(value):
            if isinstance(each, dict):
                yield Slot(each, value, index, kind, above)
                yield from _slots(each, (*above, each))


def remove(held: Held, slot: Slot) -> None:
    """Takes a table out of its list; an empty array of tables can't be told from an empty list, so its key goes too."""
    del slot.array[slot.position]
    if not slot.array:
        del (slot.above[-1] if slot.above else held.tables)[slot.kind]


def new_plan(team: str) -> Tables:
    """The tables of a plan in which nothing stands yet."""
    return {"format": 1, "team": team}


def without_none(table: dict[str, Any]) -> dict[str, Any]:
    """The keys that have a value: TOML has no word for nothing."""
    return {key: value for key, value in table.items() if value is not None and value != []}
