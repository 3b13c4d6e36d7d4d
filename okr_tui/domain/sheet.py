"""A file of another program as rows below a head: where the head is, and what its columns are called."""

import re
from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple

from okr_tui.domain.columns import guessed

Cell = str | int | float | bool | None
"""What stands in a row under a column."""

SEARCHED = 40
"""Lines at the top of a file among which the head is looked for."""


_HALVES = re.compile("[\ud800-\udfff]")  # of a pair, which no file can hold alone


class Row(NamedTuple):
    """A row as it stands in the file: its line, or its number in a list, and its cells by column."""

    number: int
    cells: Mapping[str, Cell]


class Line(NamedTuple):
    """A line of a table before anybody knows which one is the head."""

    number: int
    cells: Sequence[str]


class Sheet(NamedTuple):
    """What a file holds.

    Attributes:
        columns: the names of the columns, no two the same.
        rows: what stands below the head.
        head: number of the line that names the columns; None where each row names its own (JSON).
        above: the lines above the head, which are not read.
    """

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    head: int | None = None
    above: tuple[Line, ...] = ()


def words(cell: Cell) -> str:
    """A cell as words on one line."""
    return "" if cell is None else _HALVES.sub("\ufffd", " ".join(str(cell).split()))


def below_head(lines: Sequence[Line], named: Collection[str] = (), unnamed: str = "column {n}") -> Sheet:
    """The rows of a table below its head.

    Args:
        lines: all lines that hold something.
        named: columns that the head must have, because somebody named them.
        unnamed: what a column is called that holds something and has no name; `{n}` is its place, from 1.
    """
    place = _head(lines, frozenset(named))
    below = [
        line for line in lines[place + 1 :] if list(line.cells) != list(lines[place].cells)
    ]  # a head may come again
    width = max((len(line.cells) for line in lines[place:]), default=0)
    head = [words(cell) for cell in lines[place].cells] if lines else []
    filled = {index for line in below for index, cell in enumerate(line.cells) if cell.strip()}
    head += [""] * (width - len(head))
    names = distinct(
        [name or (unnamed.format(n=index + 1) if index in filled else "") for index, name in enumerate(head)]
    )
    rows = tuple(
        Row(line.number, {name: cell for name, cell in zip(names, line.cells, strict=False) if name}) for line in below
    )
    return Sheet(
        tuple(name for name in names if name), rows, lines[place].number if lines else None, tuple(lines[:place])
    )


def distinct(names: Sequence[str]) -> list[str]:
    """The names, with a number behind each that stands there already: "Owner", "Owner (2)"; empty ones stay empty."""
    taken, made = set(names), set[str]()
    told = []
    for name in names:
        unique, number = name, 2
        while unique and (unique in made or (unique != name and unique in taken)):
            unique, number = f"{name} ({number})", number + 1
        made.add(unique)
        told.append(unique)
    return told


def most_known(lines: Sequence[Line]) -> int:
    """How many names of columns are known on the line where most are."""
    return max((len(guessed(_filled(line), items=True)) for line in lines), default=0)


def _head(lines: Sequence[Line], named: frozenset[str]) -> int:
    """The place of the head.

    It is the first line with all the columns that somebody named, else the line with the most names that are known
    (two, or more than half of its cells), else the first with two cells, else the first.
    """
    top = lines[:SEARCHED]
    if named:
        for place, line in enumerate(top):
            if named <= set(distinct([words(cell) for cell in line.cells])):
                return place
    filled = [_filled(line) for line in top]
    known = [len(guessed(cells, items=True)) for cells in filled]
    best = max(range(len(top)), key=known.__getitem__, default=0)
    if top and (known[best] > 1 or 2 * known[best] > len(filled[best])):
        return best
    return next((place for place, cells in enumerate(filled) if len(cells) > 1), 0)


def _filled(line: Line) -> list[str]:
    return [words(cell) for cell in line.cells if cell.strip()]
