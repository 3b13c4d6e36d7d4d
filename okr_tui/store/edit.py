"""A file that a person has written is changed as text, so that comments, the order of keys and blank lines stay."""

from collections import defaultdict
from typing import Any

import tomli

from okr_tui.store.canonical import block, canonical, dotted, literal, rendered, same, stands_under_headings
from okr_tui.store.change import Tables
from okr_tui.store.codec import BYTE_ORDER_MARK
from okr_tui.store.matching import matched
from okr_tui.store.outline import Item, Table, outline
from okr_tui.store.values import comments_of, replaced

__all__ = ["canonical", "edited", "rendered"]


class _InexactError(Exception):
    """This text is written in a way that can't be changed in place."""


def edited(text: str, wanted: Tables) -> str | None:
    """The text with just what differs from the wanted tables changed.

    A changed value is replaced where it stands, with the comment behind it kept; new keys come after the table's last
    one, new tables after the one before them in their array, else at the end of the table around them. Deleted tables
    take the comment directly above their heading along, deleted keys what stands in their lines. CRLF stays where all
    lines have it, and so does a byte order mark.

    Args:
        text: the file as it is.
        wanted: the whole file as it should be.

    Returns:
        The text, from which `tomli` reads exactly the wanted tables; None when it can't be done (not TOML, or
        written in a way that can't be changed in place).
    """
    mark = BYTE_ORDER_MARK if text.startswith(BYTE_ORDER_MARK) else ""
    lines = text.removeprefix(mark).replace("\r\n", "\n")
    try:
        old = tomli.loads(lines)
        new = lines if same(old, wanted) else _changed(lines, old, wanted)
        if new is None or not same(tomli.loads(new), wanted):
            return None
    except (_InexactError, ValueError, RecursionError):
        return None
    return mark + (new.replace("\n", "\r\n") if text.count("\n") == text.count("\r\n") else new)


def _changed(text: str, old: Tables, wanted: Tables) -> str | None:
    whole = outline(text if text.endswith("\n") or not text else f"{text}\n")
    if whole is None:
        return None
    _table(whole.root, (), old, wanted)
    result = whole.text()
    return result if text.startswith("\n") else result.lstrip("\n")


def _table(table: Table, prefix: tuple[str, ...], old: dict[str, Any], new: dict[str, Any]) -> None:
    """Makes a table say what it should.

    Args:
        table: where it is written.
        prefix: what its keys begin with there; not empty for `a.b = 1`, which writes table `a` without a heading.
        old: what it says.
        new: what it should say.
    """
    for key in old.keys() - new.keys():
        _remove(table, (*prefix, key))
    for key, value in new.items():
        if key not in old:
            _add(table, (*prefix, key), value)
        elif not same(old[key], value):
            _change(table, (*prefix, key), old[key], value)


def _change(table: Table, path: tuple[str, ...], old: Any, new: Any) -> None:
    key = path[-1]
    items = table.keys.get(path, [])
    below = table.children(key) if len(path) == 1 else []
    written = next((item for item in items if item.key == path), None)
    if written and not (old == [] and len(path) == 1 and stands_under_headings(key, new)):
        written.text = replaced(written.text, written.value, old, new)
    elif items and below:
        raise _InexactError
    elif not written and isinstance(old, dict) and isinstance(new, dict) and new:
        _table(below[0] if below else table, () if below else path, old, new)
    elif below and isinstance(old, list) and isinstance(new, list) and stands_under_headings(key, new):
        _array(table, key, old, new)
    else:
        comments = comments_of(written.text, written.value) if written else []
        _remove(table, path)
        if written:
            written.text = "".join(f"{comment}\n" for comment in comments)
        _add(table, path, new)


def _remove(table: Table, path: tuple[str, ...]) -> None:
    for item in table.keys.pop(path, []):
        item.text, item.key = "", ()
    if len(path) == 1:
        for child in table.children(path[0]):
            child.vanish()


def _add(table: Table, path: tuple[str, ...], value: Any) -> None:
    if len(path) == 1 and stands_under_headings(path[0], value):
        many = isinstance(value, list)
        table.below += [_written(table, path[0], item, array=many) for item in (value if many else [value])]
        return
    if table.name and not table.heading:
        table.heading, table.before = f"[{dotted(table.name)}]\n", ["\n"]
    item = Item(f"{dotted(path)} = {literal(value, rows=len(path) == 1)}\n", path)
    if path == ("format",):
        table.body.insert(0, item)
    else:
        table.body.insert(_behind_last_key(table, path[:-1]), item)
    first = table.below[0] if table.below and not table.name else None
    if first and first.before[:1] != ["\n"] and not any(other.key for other in table.body if other is not item):
        table.body.insert(table.body.index(item) + 1, Item("\n"))


def _behind_last_key(table: Table, prefix: tuple[str, ...]) -> int:
    """The place in the body behind the last key that begins with the prefix."""
    for at in range(len(table.body), 0, -1):
        key = table.body[at - 1].key
        if key and key[: len(prefix)] == prefix:
            return at
    return 0


def _written(table: Table, key: str, value: dict[str, Any], *, array: bool) -> Table:
    """A new sub-table with all that is below it, as one piece."""
    name = (*table.name, key)
    new = Table(name, array=array, heading=block(name, value, array=array))
    new.before = ["\n"]
    return new


def _array(table: Table, key: str, old: list[Any], new: list[Any]) -> None:
    """Makes an array of tables hold what it should, in the order in which it should."""
    units = table.children(key)
    if len(units) != len(old):
        raise _InexactError
    added: dict[int | None, list[Table]] = defaultdict(list)
    kept: list[int] = []
    for at, value in zip(matched(old, new), new, strict=True):
        if at is None:
            added[kept[-1] if kept else None].append(_written(table, key, value, array=True))
            continue
        kept.append(at)
        if not same(old[at], value):
            _table(units[at], (), old[at], value)
    for at in set(range(len(old))) - set(kept):
        units[at].vanish()
    _arrange(table, units, kept, added)


def _arrange(table: Table, units: list[Table], kept: list[int], added: dict[int | None, list[Table]]) -> None:
    """Puts the kept tables of an array into their new order and the added ones behind those they follow.

    Args:
        table: what they stand in.
        units: all tables that the array had.
        kept: the positions of those that stay, in their new order.
        added: the new ones by the position of the one that they follow; None: they come first.
    """
    befores = [units[at].before for at in sorted(kept)]  # blank lines and comments for themselves stay in their place
    for at, before in zip(kept, befores, strict=True):
        units[at].before = before
    first = added[None]
    if kept and first:
        first[0].before, units[kept[0]].before = units[kept[0]].before, ["\n"]
    places = {id(units[at]) for at in kept}
    order = iter(kept)
    below: list[Table] = []
    for child in table.below:
        if id(child) in places:
            at = next(order)
            below += [*first, units[at], *added[at]]
            first = []
        else:
            below.append(child)
            if not kept and child is units[0]:
                below += first
    table.below = below
