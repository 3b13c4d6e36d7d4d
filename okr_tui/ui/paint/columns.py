"""A grid for rows: which columns stand where, which one leaves first when room is short."""

from functools import lru_cache
from typing import NamedTuple


class Column(NamedTuple):
    """One column of a table, in cells.

    Attributes:
        key: what the cells of a row are named by.
        width: with room enough.
        least: the narrowest it may become before a column leaves; None is `width`.
        title: its heading, already in the person's language.
        right: numbers and ages stand at the right.
        gap: empty cells before it, with room enough.
        least_gap: the same when room is short; None is `gap`.
        leaves: 0 never leaves; of the others the lowest leaves first (trend, then seen, then bar).
        grows: takes the room that is left over: names do.
        leads: what it says becomes bold on the row of the cursor.
    """

    key: str
    width: int
    least: int | None = None
    title: str = ""
    right: bool = False
    gap: int = 2
    least_gap: int | None = None
    leaves: int = 0
    grows: bool = False
    leads: bool = False


class Placed(NamedTuple):
    """A column where it stands: `at` is its first cell, `width` its cells."""

    column: Column
    at: int
    width: int


@lru_cache(256)
def place_columns(columns: tuple[Column, ...], room: int) -> tuple[Placed, ...]:
    """Places columns in so many cells.

    First the slack goes (wider gaps and widths than the least ones), then columns leave, at last the columns that grow
    (names) shrink: numbers, units and statuses are never cut.

    Args:
        columns: from left to right; the first one has no gap before it.
        room: cells of the row.
    """
    staying = list(columns)
    while len(staying) > 1 and _least(staying) > room:
        leaving = [column for column in staying if column.leaves]
        if not leaving:
            break
        staying.remove(min(leaving, key=lambda column: column.leaves))
    widths = [column.width for column in staying]
    gaps = [0, *(column.gap for column in staying[1:])]
    _shrink(staying, widths, gaps, room)
    over = room - sum(widths) - sum(gaps)
    growing = [index for index, column in enumerate(staying) if column.grows]
    if growing and over > 0:
        for nth, index in enumerate(growing):
            widths[index] += over // len(growing) + (nth < over % len(growing))
    elif growing and over < 0:
        widths[growing[0]] = max(widths[growing[0]] + over, 1)
    placed, at = [], 0
    for column, width, gap in zip(staying, widths, gaps, strict=True):
        placed.append(Placed(column, at + gap, width))
        at += gap + width
    return tuple(placed)


def _least(columns: list[Column]) -> int:
    """The cells that columns need at their narrowest."""
    widths = sum(column.width if column.least is None else column.least for column in columns)
    return widths + sum(column.gap if column.least_gap is None else column.least_gap for column in columns[1:])


def _shrink(columns: list[Column], widths: list[int], gaps: list[int], room: int) -> None:
    """Takes cells away where there is the most slack until the columns fit or none is left."""
    slack = {
        ("width", n): column.width - (column.width if column.least is None else column.least)
        for n, column in enumerate(columns)
    }
    slack |= {
        ("gap", n): column.gap - (column.gap if column.least_gap is None else column.least_gap)
        for n, column in enumerate(columns)
        if n
    }
    over = sum(widths) + sum(gaps) - room
    while over > 0 and any(slack.values()):
        most = max(slack, key=lambda part: slack[part])
        (widths if most[0] == "width" else gaps)[most[1]] -= 1
        slack[most] -= 1
        over -= 1
