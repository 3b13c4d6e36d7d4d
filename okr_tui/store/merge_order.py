"""In which order merged keys and tables stand: the same on every machine, whichever side is called ours."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

Item = TypeVar("Item", bound=tuple[str, ...])


def keys_in_order(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
    """The keys of a table: those that it had in their order, then the new ones as the side has them that has them all."""
    mine = [key for key in ours if key not in base]
    other = [key for key in theirs if key not in base]
    if mine == other or set(other) < set(mine):
        new = mine
    elif set(mine) < set(other):
        new = other
    else:
        new = sorted(set(mine) | set(other))
    return [*base, *new]


def in_order(
    present: set[Item], base: list[Item], ours: list[Item], theirs: list[Item], by: Callable[[Item], Any]
) -> list[Item]:
    """The tables of one array.

    Where only one side has all of them, they stand as there, if the other did not put them into another order. Else
    those of the base come first, and the added ones behind them.

    Args:
        present: what is there after merging.
        base: what was there, in order.
        ours: what one side has.
        theirs: what the other has.
        by: what added tables are sorted by.
    """
    before, mine, other = ([item for item in side if item in present] for side in (base, ours, theirs))
    if mine == other and len(mine) == len(present):
        return mine
    stayed, known = _stayed(before, mine, other), set(before)
    for one, two in ((mine, other), (other, mine)):
        if len(one) == len(present) > len(two) and [item for item in one if item in known] == stayed:
            return one
    return [*stayed, *sorted(present - known, key=by)]


def _stayed(before: list[Item], mine: list[Item], other: list[Item]) -> list[Item]:
    """The tables that were there, in an order that is merged like a value: from the side that changed it, else the greater."""
    one, two = _completed(mine, before), _completed(other, before)
    if before in (one, two):
        return two if one == before else one
    return max(one, two)


def _completed(items: list[Item], before: list[Item]) -> list[Item]:
    """A side's order of the tables that were there; one that it has no more stands behind the one that it stood behind."""
    known, held = set(before), set(items)
    result = [item for item in items if item in known]
    for at, item in enumerate(before):
        if item not in held:
            result.insert(result.index(before[at - 1]) + 1 if at else 0, item)
    return result
