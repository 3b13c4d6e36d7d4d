"""Where a cursor may stand in a list: on rows that can be chosen, never on titles or empty rows."""

from collections.abc import Sequence

from okr_tui.ui.widgets.rows import Row


def row_at(rows: Sequence[Row], key: str) -> int | None:
    """The index of the row with a key; None where there is none."""
    return next((index for index, row in enumerate(rows) if row.selectable and row.key == key), None)


def nearest(rows: Sequence[Row], index: int) -> int | None:
    """The row that can be chosen at an index, or after it, or before it."""
    index = min(index, len(rows) - 1)
    after = next((number for number in range(max(index, 0), len(rows)) if rows[number].selectable), None)
    before = next((number for number in range(index, -1, -1) if rows[number].selectable), None)
    return before if after is None else after


def beyond(rows: Sequence[Row], index: int | None, step: int) -> int | None:
    """The next row that can be chosen, up (-1) or down (1) from an index; the same one at the end."""
    if index is None:
        return None
    last = len(rows) if step > 0 else -1
    return next((number for number in range(index + step, last, step) if rows[number].selectable), index)
