"""What a person saw when they began to type, against what the file says by now."""

from typing import Any

from okr_tui.actions.nested import slot_of
from okr_tui.domain.table import Table, key_of
from okr_tui.store.change import FileChange, Tables
from okr_tui.store.codec import parsed
from okr_tui.store.tables import Held

_UNKNOWN = object()


def change_from(seen: object, file: Held, was: dict[str, Any], keys: set[str]) -> FileChange:
    """The change of a file in which keys of one table were set by a person who may have seen older values.

    Where the file says something else by now, the change is one from what was seen, so that the writer merges it with
    what somebody else has written, and two values of one key become a conflict.

    Args:
        seen: the table as the person saw it.
        file: the file with the keys set.
        was: that table as it stands on the disk.
        keys: the keys that were set.
    """
    older = {key: value for key in keys if (value := _value(seen, key)) is not _UNKNOWN and value != was.get(key)}
    if not older:
        return file.changed(file.tables)
    from okr_tui.store.canonical import rendered

    base = parsed(file.data)
    if not isinstance(base, dict):
        raise TypeError(file.path)
    _set(slot_of(file._replace(tables=base), was["id"]).table, older)
    return FileChange(file.path, "", file.tables, rendered(base).encode())


def _value(seen: object, key: str) -> Any:
    """The value of a key as a file holds it, None for none; `_UNKNOWN` for tables, and for what is there by default."""
    if not isinstance(seen, Table):
        return _UNKNOWN
    known = key_of(type(seen), key)
    if known is None:
        return _UNKNOWN if key in seen.unknown else None
    if known.name not in seen.given:
        return None if known.default is None else _UNKNOWN
    return _plain(getattr(seen, known.name))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        items = [_plain(item) for item in value]
        return _UNKNOWN if any(item is _UNKNOWN for item in items) else items
    return _UNKNOWN if isinstance(value, (Table, dict)) else value


def _set(table: Tables, values: dict[str, Any]) -> None:
    for key, value in values.items():
        if value is None:
            table.pop(key, None)
        else:
            table[key] = value
