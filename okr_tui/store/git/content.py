"""Three versions of one file of the workspace, as bytes, merged into one: tables by the engine, comments where they can be.

The merge driver runs this in a process of its own for every file, so it imports little.
"""

import tomli

from okr_tui.store.canonical import canonical, in_order_of, rendered, same
from okr_tui.store.change import Tables
from okr_tui.store.codec import BYTE_ORDER_MARK, Refused, parsed
from okr_tui.store.merge import merge
from okr_tui.words.language import _

_NEWEST = 1


def merged_bytes(base: bytes | None, ours: bytes, theirs: bytes) -> bytes | Refused:
    """One file out of two that come from a third.

    Args:
        base: what both come from; None where they have nothing in common: then nothing counts as deleted.
        ours: one side.
        theirs: the other.

    Returns:
        The bytes; or why there are none: a side can't be read, or nobody could read what comes of both. Both sides
        stay as they are then.
    """
    if theirs in {ours, base}:
        return ours
    if base == ours:
        return theirs
    mine, other = _tables(ours), _tables(theirs)
    if isinstance(mine, Refused):
        return mine
    if isinstance(other, Refused):
        return other
    before = _tables(base) if base else {}
    # Where the common file can't be read, nothing of it can count as deleted.
    tables = merge({} if isinstance(before, Refused) else before, mine, other).tables
    merged = _written(base, ours, theirs, tables).encode()
    refused = parsed(merged)
    if not isinstance(refused, Refused):
        return merged
    told = _("what comes of both could not be read again: {why}").format(why=refused.message)
    return refused._replace(message=told)


def kept_whole(base: bytes, changed: bytes) -> bytes:
    """A file that one side deleted as a whole and the other changed: it stays, and a record in it says so.

    Args:
        base: what both come from.
        changed: the side that still has it; where it can't be read it stays as it is, without a record.
    """
    from okr_tui.store.merge_conflicts import CONFLICTS, GONE, conflict, conflicts_of

    tables, before = _tables(changed), _tables(base)
    if isinstance(tables, Refused):
        return changed
    rows = conflicts_of(tables)
    own = {key: value for key, value in tables.items() if key != CONFLICTS}
    row = conflict("", None, GONE if isinstance(before, Refused) else before, own, GONE)
    if any(each.get("id") == row["id"] for each in rows):
        return changed
    marked = _written(None, changed, changed, {**own, CONFLICTS: [*rows, row]}).encode()
    return changed if isinstance(parsed(marked), Refused) else marked


def _tables(data: bytes) -> Tables | Refused:
    found = parsed(data)
    if isinstance(found, Refused):
        return found
    written = found.get("format")
    if isinstance(written, int) and written > _NEWEST:
        return Refused(1, 1, "newer", _("A newer okr has written this file; update okr to change it."))
    return found


def _written(base: bytes | None, ours: bytes, theirs: bytes, tables: Tables) -> str:
    """The text of the merged tables: with the comments of both sides where a merge by lines says the same, else of one."""
    text, other = ours.decode(), theirs.decode()
    order = tomli.loads(text.removeprefix(BYTE_ORDER_MARK))
    if canonical(text) and canonical(other):
        return rendered(in_order_of(order, tables))
    if base is not None and (both := _by_lines(base, text, other)) is not None and _says(both, tables):
        return both
    from okr_tui.store.edit import edited

    kept = (edited(each, tables) for each in (text, other) if not canonical(each))
    return next((each for each in kept if each is not None), None) or rendered(in_order_of(order, tables))


def _by_lines(base: bytes, ours: str, theirs: str) -> str | None:
    from okr_tui.store.merge_text import merged_text

    try:
        return merged_text(base.decode(), ours, theirs)
    except UnicodeDecodeError:
        return None


def _says(text: str, tables: Tables) -> bool:
    try:
        return same(tomli.loads(text.removeprefix(BYTE_ORDER_MARK)), tables)
    except (ValueError, RecursionError):
        return False
