"""The keys of one table from three sides: each key is taken from the side that changed it, and nothing is dropped."""

from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from typing import Any, NamedTuple

from okr_tui.store.canonical import dotted, same
from okr_tui.store.merge_conflicts import GONE, Row, canonical_json, conflict, weight
from okr_tui.store.merge_order import keys_in_order

SETS_OF_IDS = frozenset({"supports", "team", "teams", "tags", "from_pain", "holders", "members", "roles", "of"})
"""Lists of ids and tags: additions and removals of both sides count."""

SETS_OF_TABLES = frozenset({"changed", "phased", "closed", "away"})
"""Lists of tables without ids that are told by their whole content."""


class Where(NamedTuple):
    """Which table is being merged.

    Attributes:
        about: its id, else its name.
        later: 0 where our version was written later, 1 where theirs was, None where nobody can tell.
        found: where the records of conflicts go.
        path: the names of the tables without an id around the keys.
        top: the keys at the top of a file.
    """

    about: str
    later: int | None
    found: list[Row]
    path: tuple[str, ...] = ()
    top: bool = False

    def clash(self, key: str, base: Any, ours: Any, theirs: Any) -> Any:
        """Notes two values of one key and returns the one that stands: the later, else the greater; never none."""
        if ours is GONE or theirs is GONE:
            ours_stands = theirs is GONE
        elif self.later is not None:
            ours_stands = self.later == 0
        else:
            ours_stands = weight(ours) > weight(theirs)
        stands, other = (ours, theirs) if ours_stands else (theirs, ours)
        self.found.append(conflict(self.about, dotted((*self.path, key)), base, stands, other))
        return stands

    def inside(self, key: str, sides: Iterable[Row]) -> "Where":
        """The same for a single table in this one; at the top of a file it has an id or a name of its own."""
        if not self.top:
            return self._replace(path=(*self.path, key))
        ids = {side.get("id") if isinstance(side.get("id"), str) else None for side in sides}
        return self._replace(about=(ids.pop() if len(ids) == 1 else None) or key, top=False)


def later_of(ours: Row, theirs: Row) -> int | None:
    """Which of two versions of a table was written later: 0 ours, 1 theirs, None where not both say `at`."""
    mine, other = _moment(ours.get("at")), _moment(theirs.get("at"))
    if mine is None or other is None or mine == other:
        return None
    return 0 if mine > other else 1


def moment_key(table: Row) -> tuple[bool, datetime]:
    """What added tables are sorted by first: `at`, those without one last."""
    moment = _moment(table.get("at"))
    return moment is None, moment or datetime.min.replace(tzinfo=UTC)


def merged_keys(base: Row, ours: Row, theirs: Row, where: Where) -> Row:
    """A table with the changes of both sides."""
    merged: Row = {}
    for key in keys_in_order(list(base), list(ours), list(theirs)):
        value = _merged(key, base.get(key, GONE), ours.get(key, GONE), theirs.get(key, GONE), where)
        if value is not GONE:
            merged[key] = value
    return merged


def unchanged(one: Any, other: Any) -> bool:
    """Whether two values, or two absences of one, are the same."""
    return one is other if one is GONE or other is GONE else same(one, other)


def _merged(key: str, base: Any, ours: Any, theirs: Any, where: Where) -> Any:
    if unchanged(ours, theirs):
        return min(ours, theirs, key=repr)  # the order of keys in it may differ
    if unchanged(theirs, base):
        return ours
    if unchanged(ours, base):
        return theirs
    if isinstance(ours, dict) and isinstance(theirs, dict):
        before = base if isinstance(base, dict) else {}
        return merged_keys(before, ours, theirs, where.inside(key, [ours, theirs, *([before] if before else [])]))
    sides = [side for side in (base, ours, theirs) if side is not GONE]
    if key in SETS_OF_IDS and all(_strings(side) for side in sides):
        return _as_sets(base, ours, theirs, str)
    if key in SETS_OF_TABLES and all(isinstance(side, list) for side in sides):
        return _as_sets(base, ours, theirs, _by_day)
    if len(sides) == 3 and all(isinstance(side, str) and "\n" in side for side in sides):
        from okr_tui.store.merge_text import merged_text

        text = merged_text(base, ours, theirs)
        if text is not None:
            return text
    return where.clash(key, base, ours, theirs)


def _as_sets(base: Any, ours: Any, theirs: Any, by: Callable[[Any], Any]) -> Any:
    """What was there and nobody removed, in its order, then what anybody added; no list at all where a side has none."""
    before, mine, other = (
        {weight(item): item for item in ([] if side is GONE else side)} for side in (base, ours, theirs)
    )
    kept = [item for content, item in before.items() if content in mine and content in other]
    both = sorted([*mine.items(), *other.items()], key=repr)
    added = {content: item for content, item in both if content not in before}
    result = kept + sorted(added.values(), key=by)
    return GONE if not result and (ours is GONE or theirs is GONE) else result


def _by_day(item: Any) -> tuple[str, tuple[str, str]]:
    told = item if isinstance(item, dict) else {}
    return canonical_json(told.get("on", told.get("from"))), weight(item)


def _strings(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _moment(value: Any) -> datetime | None:
    """A moment that can be compared with any other; one without an offset counts as UTC."""
    if not isinstance(value, datetime):
        return None
    return value if value.tzinfo else value.replace(tzinfo=UTC)
