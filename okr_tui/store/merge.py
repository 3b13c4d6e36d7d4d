"""The one merge engine: for git, for a file that changed underneath, for undo, and for synced folders.

Tables are told by their ids, wherever they stand in the file, and then merged key by key. The result is the same
whichever side is called ours, and merging again changes nothing.
"""

from collections.abc import Iterator
from typing import Any, NamedTuple

from okr_tui.store.canonical import same
from okr_tui.store.change import Tables
from okr_tui.store.merge_conflicts import CONFLICTS, GONE, PLACE, Row, conflict, conflicts_of, merged_conflicts
from okr_tui.store.merge_order import in_order, keys_in_order
from okr_tui.store.merge_tables import ROOT, Identity, Node, Spot, Version, kinds_of
from okr_tui.store.merge_values import Where, later_of, merged_keys, moment_key, unchanged


class Merged(NamedTuple):
    """What comes of two sides.

    Attributes:
        tables: the whole file; it shares values with the sides, so none of them must be changed afterwards.
        conflicts: the records that this merge added to it.
        renamed: ids that one side had twice (copied by hand), each with the new one of the second table.
    """

    tables: Tables
    conflicts: tuple[Row, ...] = ()
    renamed: tuple[tuple[str, str], ...] = ()


def merge(base: Tables, ours: Tables, theirs: Tables) -> Merged:
    """Merges two versions of a file that come from the same third one.

    Args:
        base: what both sides come from; empty where they have nothing in common: then nothing counts as deleted.
        ours: one side, as `tomllib` reads it.
        theirs: the other.
    """
    if same(ours, theirs):
        if repr(ours) == repr(theirs):  # else their keys stand in another order, and one is to be found
            return Merged(ours)
    elif same(base, theirs):
        return Merged(ours)
    elif same(base, ours):
        return Merged(theirs)
    kinds = kinds_of((base, ours, theirs))
    return _Merge(*(Version(side, kinds) for side in (base, ours, theirs))).carried_out((base, ours, theirs))


class _Merge:
    """One merge on its way."""

    def __init__(self, base: Version, ours: Version, theirs: Version) -> None:
        self.base, self.ours, self.theirs = base, ours, theirs
        self.found: list[Row] = []
        self.own: dict[Identity, Row] = {}
        self.spots: dict[Identity, Spot] = {}

    def carried_out(self, sides: tuple[Tables, Tables, Tables]) -> Merged:
        mine, other = self.ours.nodes, self.theirs.nodes
        for identity in mine.keys() & other.keys():
            self._both(identity, mine[identity], other[identity])
        kept = self._kept(self.ours, self.theirs) | self._kept(self.theirs, self.ours)
        for identity in mine.keys() ^ other.keys():
            if identity in kept or identity not in self.base.nodes:
                one = mine.get(identity) or other[identity]
                self.own[identity], self.spots[identity] = one.own, one.spot
        self._untangle()
        tables = self._built(ROOT, self._arrays())
        before = {row.get("id") for side in sides[1:] for row in conflicts_of(side)}
        if rows := merged_conflicts(*sides, self.found):
            tables[CONFLICTS] = rows
        new = {row["id"]: row for row in self.found if row["id"] not in before}
        renamed = {*self.ours.renamed, *self.theirs.renamed}
        return Merged(tables, tuple(new[identity] for identity in sorted(new)), tuple(sorted(renamed)))

    # one table

    def _both(self, identity: Identity, mine: Node, other: Node) -> None:
        base = self.base.nodes.get(identity)
        where = Where(mine.about, later_of(mine.own, other.own), self.found, top=identity == ROOT)
        self.own[identity] = merged_keys(base.own if base else {}, mine.own, other.own, where)
        before = base.spot if base else None
        if other.spot in {mine.spot, before}:
            self.spots[identity] = mine.spot
        elif mine.spot == before:
            self.spots[identity] = other.spot
        else:
            names = {self._named(spot): spot for spot in (mine.spot, other.spot)}
            if len(names) == 1:  # two arrays of one table: no record could tell them apart
                self.spots[identity] = max(mine.spot, other.spot)
                return
            was = self._named(before) if before else GONE
            self.spots[identity] = names[where.clash(PLACE, was, self._named(mine.spot), self._named(other.spot))]

    def _named(self, spot: Spot) -> str:
        for version in (self.ours, self.theirs, self.base):
            if spot.parent in version.nodes:
                return version.nodes[spot.parent].about
        return ""

    # deletions

    def _kept(self, changed: Version, deleted: Version) -> set[Identity]:
        """What one side deleted and the other changed: it stays, with everything that was deleted along with it."""
        gone = [each for each in changed.nodes if each in self.base.nodes and each not in deleted.nodes]
        missing = set(gone)
        groups: dict[Identity, list[Identity]] = {}
        for identity in gone:
            top = identity
            while (above := changed.nodes[top].spot.parent) in missing:
                top = above
            groups.setdefault(top, []).append(identity)
        kept: set[Identity] = set()
        for top, group in groups.items():
            if any(self._touched(each, changed, deleted) for each in self._staying(top, changed)):
                kept.update(group)
                node = changed.nodes[top]
                self.found.append(conflict(node.about, None, self.base.nodes[top].own, node.own, GONE))
        return kept

    def _staying(self, identity: Identity, version: Version) -> Iterator[Identity]:
        """A table and everything in it, but for what has left it with all that stands in that."""
        spot = version.nodes[identity].spot
        if self.spots.get(identity, spot) == spot:
            yield identity
            for child in version.inside(identity):
                yield from self._staying(child, version)

    def _touched(self, identity: Identity, changed: Version, deleted: Version) -> bool:
        """Whether a table in a deleted one is a reason to keep that: it is new, has come there, or was changed."""
        node, before = changed.nodes[identity], self.base.nodes.get(identity)
        if before is None or node.spot != before.spot:
            return True
        return identity not in deleted.nodes and not same(node.own, before.own)

    # the file as a whole

    def _untangle(self) -> None:
        """Makes sure that every table stands in one that is there, and none in itself (each moved into the other)."""
        for identity, spot in self.spots.items():
            if spot.parent not in self.spots:
                self.spots[identity] = Spot(ROOT, spot.kind)
        while ring := self._ring():
            identity = max(ring)
            base = self.base.nodes.get(identity)
            wanted = self.spots[identity]
            stands = base.spot if base and base.spot != wanted and base.spot.parent in self.spots else None
            self.spots[identity] = stands or Spot(ROOT, wanted.kind)
            about = next(side for side in (self.ours, self.theirs) if identity in side.nodes).nodes[identity].about
            was = self._named(base.spot) if base else GONE
            self.found.append(conflict(about, PLACE, was, self._named(self.spots[identity]), self._named(wanted)))

    def _ring(self) -> list[Identity]:
        """Tables that stand in one another in a ring; none where all is well."""
        safe: set[Identity] = {ROOT}
        for start in sorted(self.spots):
            path: list[Identity] = []
            at = start
            while at not in safe:
                if at in path:
                    return path[path.index(at) :]
                path.append(at)
                at = self.spots[at].parent
            safe.update(path)
        return []

    def _arrays(self) -> dict[Identity, dict[str, list[Identity]]]:
        """For every table the arrays in it, in order."""
        members: dict[Spot, set[Identity]] = {}
        for identity, spot in self.spots.items():
            if identity != ROOT:
                members.setdefault(spot, set()).add(identity)
        arrays: dict[Identity, dict[str, list[Identity]]] = {}
        for spot, present in members.items():
            base, ours, theirs = (version.arrays.get(spot, []) for version in (self.base, self.ours, self.theirs))
            order = in_order(present, base, ours, theirs, lambda each: (moment_key(self.own[each]), each))
            arrays.setdefault(spot.parent, {})[spot.kind] = order
        return arrays

    def _built(self, identity: Identity, arrays: dict[Identity, dict[str, list[Identity]]]) -> Row:
        """A table with everything in it; its keys in the order in which the sides have them."""
        own, inside = self.own[identity], arrays.get(identity, {})
        sides = (self.base, self.ours, self.theirs)
        names = [list(side.nodes[identity].keys) if identity in side.nodes else [] for side in sides]
        table: Row = {}
        for key in dict.fromkeys([*keys_in_order(*names), *own, *sorted(inside)]):
            if key in inside:
                table[key] = [self._built(each, arrays) for each in inside[key]]
                self._both_array_and_value(identity, key, own.get(key, []))
            elif key in own:
                table[key] = own[key]
        return table

    def _both_array_and_value(self, identity: Identity, key: str, value: Any) -> None:
        """Where one side made a single value of what the other filled with tables, the tables stand."""
        if not unchanged(value, []):
            about = next(s for s in (self.ours, self.theirs) if identity in s.nodes).nodes[identity].about
            self.found.append(conflict(about, key, GONE, GONE, value))
