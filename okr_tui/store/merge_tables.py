"""A file as tables told by their ids, wherever they stand in it: the form in which versions of it are compared."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from okr_tui.domain.ids import CROCKFORD
from okr_tui.store.merge_conflicts import CONFLICTS, Row, letters_of, weight
from okr_tui.store.merge_values import SETS_OF_TABLES

Identity = tuple[str, ...]
"""What tells a table from every other one of the file; the file itself is `ROOT`."""

ROOT: Identity = ()

_TOLD_BY = {"grade": ("when", "end"), "decision": ("when", "end"), "dismissed": ("code", "")}
_NAMESPACES = {"person": "people", "role": "people", "team": "teams", "cycle": "cycles"}
_LETTERS = re.compile(rf"-[{CROCKFORD}]{{5}}$")
_LONGEST_HEAD = 34  # with a dash and five letters it may still be a file name


class Spot(NamedTuple):
    """Where a table stands: in which other one, and in which array of that."""

    parent: Identity
    kind: str


class Node(NamedTuple):
    """One table of one version.

    Attributes:
        about: its id, else what it is about, else its name: what a conflict says that it is about.
        own: its keys but the arrays of tables that are told one by one.
        keys: the names of all its keys in their order, with those arrays.
    """

    about: str
    spot: Spot
    own: Row
    keys: tuple[str, ...]


class Version:
    """One side of a merge.

    Args:
        tables: the whole file.
        kinds: the arrays whose tables are told one by one, from `kinds_of`.

    Attributes:
        nodes: every such table.
        arrays: which of them stand in each array, in order.
        renamed: ids that stood there twice, and the new one that the second got from its content.
    """

    def __init__(self, tables: Row, kinds: frozenset[str]) -> None:
        self.nodes: dict[Identity, Node] = {}
        self.arrays: dict[Spot, list[Identity]] = defaultdict(list)
        self.renamed: list[tuple[str, str]] = []
        self._kinds = kinds
        self._seen: Counter[Identity] = Counter()
        self._ids = {table["id"] for table in _every_table(tables) if isinstance(table.get("id"), str)}
        self._take(ROOT, "", Spot(ROOT, ""), {key: value for key, value in tables.items() if key != CONFLICTS})

    def inside(self, identity: Identity) -> Iterator[Identity]:
        """The tables that stand in this one directly."""
        for kind in self.nodes[identity].keys:
            yield from self.arrays.get(Spot(identity, kind), ())

    def _take(self, identity: Identity, about: str, spot: Spot, table: Row) -> None:
        arrays = {key: rows for key, rows in table.items() if key in self._kinds and _are_tables(rows)}
        own = {key: value for key, value in table.items() if key not in arrays}
        self.nodes[identity] = Node(about, spot, own, tuple(table))
        for kind, rows in arrays.items():
            for row in rows:
                self._item(Spot(identity, kind), row)

    def _item(self, spot: Spot, row: Row) -> None:
        space = _NAMESPACES.get(spot.kind, "things")
        said = row.get("id")
        if isinstance(said, str):
            if self._seen["id", space, said]:
                row = {**row, "id": self._free_id(said, row)}
                self.renamed.append((said, row["id"]))
            identity: Identity = ("id", space, row["id"])
            about = row["id"]
        elif spot.kind in _TOLD_BY and "about" in row:
            about = row["about"] if isinstance(row["about"], str) else spot.kind
            key, usual = _TOLD_BY[spot.kind]
            identity = self._counted("about", spot.kind, weight(row["about"])[1], weight(row.get(key, usual))[1])
        else:
            identity = self._counted("content", *spot.parent, spot.kind, weight(row)[1])
            self.arrays[spot].append(identity)
            self.nodes[identity] = Node(spot.kind, spot, row, tuple(row))
            return
        self._seen[identity] += 1
        self.arrays[spot].append(identity)
        self._take(identity, about, spot, row)

    def _counted(self, *parts: str) -> Identity:
        """An identity with how often the same has stood there before: what is there twice stays there twice."""
        self._seen[parts] += 1
        return (*parts, str(self._seen[parts]))

    def _free_id(self, said: str, row: Row) -> str:
        """An id for the second table of one id, from its content, so that every machine finds the same."""
        head = head_of(said)
        for number in range(len(self._ids) + 1):
            new = f"{head}-{letters_of([row, number])}"
            if new not in self._ids:
                self._ids.add(new)
                return new
        raise AssertionError


def head_of(identity: str) -> str:
    """How the id begins that a copy of this table gets; five letters of its content follow."""
    return _LETTERS.sub("", identity)[:_LONGEST_HEAD].rstrip("-") or "x"


def kinds_of(versions: Iterable[Row]) -> frozenset[str]:
    """The names of the arrays whose tables are told one by one: where a table has an id, and the few others known."""
    found = set(_TOLD_BY)
    for version in versions:
        for kind, rows in _arrays(version):
            if any(isinstance(row.get("id"), str) for row in rows):
                found.add(kind)
    return frozenset(found - SETS_OF_TABLES - {CONFLICTS})


def _arrays(table: Row) -> Iterator[tuple[str, list[Row]]]:
    for key, value in table.items():
        if _are_tables(value):
            yield key, value
            for row in value:
                yield from _arrays(row)


def _every_table(tables: Row) -> Iterator[Row]:
    for _kind, rows in _arrays(tables):
        yield from rows


def _are_tables(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(row, dict) for row in value)
