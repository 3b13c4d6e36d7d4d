"""What differs between two versions of one file: tables that came and went, keys that stand otherwise.

Works on the tables as a file holds them, because an old version may be one that today's models would refuse.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from okr_tui.domain.history import Moved, Row

Tables = Mapping[str, Any]

ADDED, REMOVED, PLACE = "added", "removed", "in"
"""Keys of `Moved` for a table that came, that went, and that stands in another one than before."""

_TOLD_ELSEWHERE = frozenset({"changed", "conflict", "dropped", "dismissed", "format", "id"})
"""Keys that are no news of their own: the plan itself tells what changed after agreement and what was given up."""


class Version(NamedTuple):
    """One file, before and after one commit.

    Attributes:
        at: when it was committed.
        email: of who did; name: what they are called there.
        note: what they said about it; None where a program did.
        cycle: the cycle of the file, empty for one that belongs to none; team likewise.
    """

    at: datetime
    email: str
    name: str
    note: str | None
    cycle: str
    team: str
    before: Tables
    after: Tables


class Difference(NamedTuple):
    """What is different about one table.

    Attributes:
        about: its id, else its name.
        within: ids of the tables it stands in.
        moved: the keys, before and after.
    """

    about: str
    within: tuple[str, ...]
    moved: tuple[Moved, ...]


class Node(NamedTuple):
    """A table with an id or a name.

    Attributes:
        own: its keys, without the tables inside that are told apart.
        within: ids of the tables it stands in, the outermost first.
    """

    own: Tables
    within: tuple[str, ...]

    @property
    def title(self) -> str:
        """What it is called; "" where nothing says."""
        return next((str(self.own[key]) for key in ("title", "name", "need", "text") if key in self.own), "")


def differences(before: Tables, after: Tables) -> tuple[Difference, ...]:
    """What differs, in the order of the newer version; of a table that came or went with all it holds, only itself."""
    old, new = nodes(before), nodes(after)
    found = []
    for about, node in new.items():
        if about in old:
            moved = _moved(old[about], node) if about or (before and after) else ()
        else:
            moved = (Moved(ADDED, None, node.title),) if _around(node) in old else ()
        if moved:
            found.append(Difference(about, node.within, moved))
    for about, node in old.items():
        if about not in new and _around(node) in new:
            found.append(Difference(about, node.within, (Moved(REMOVED, node.title, None),)))
    return tuple(found)


def rows(versions: tuple[Version, ...], person_of: Mapping[str, str]) -> tuple[Row, ...]:
    """The history that versions of files tell, like that of the journals.

    Args:
        versions: the versions.
        person_of: e-mail address, in lower case → id of a person; whoever isn't there is called by their name.
    """
    found = []
    for version in versions:
        by = person_of.get(version.email.casefold(), version.name)
        for each in differences(version.before, version.after):
            about = each.about or version.team or version.cycle or str(version.after.get("id", ""))
            within = (version.team, version.cycle, *each.within)
            row = Row(version.at, version.at.date(), by, about, "change", note=version.note)
            found.append(row._replace(change=each.moved, within=within))
    return tuple(found)


def _around(node: Node) -> str:
    return node.within[-1] if node.within else ""


def _moved(was: Node, now: Node) -> tuple[Moved, ...]:
    """The keys that stand otherwise, but those that the table itself tells with a reason."""
    told = _reasons(was.own, now.own)
    keys = dict.fromkeys([*now.own, *was.own])
    moved = [
        Moved(key, was.own.get(key), now.own.get(key))
        for key in keys
        if key not in _TOLD_ELSEWHERE and key not in told and was.own.get(key) != now.own.get(key)
    ]
    if now.own.get("status") == "dropped" and "dropped" in now.own:
        moved = [each for each in moved if each.key != "status"]
    if _around(was) != _around(now):
        moved.append(Moved(PLACE, _around(was) or None, _around(now) or None))
    return tuple(moved)


def _reasons(was: Tables, now: Tables) -> set[str]:
    """The keys whose change stands in the newer version's own list of changes, and did not before."""
    before = was.get("changed")
    known = before if isinstance(before, list) else []
    listed = now.get("changed")
    fresh = [each for each in listed if each not in known] if isinstance(listed, list) else []
    return {str(each.get("key")) for each in fresh if isinstance(each, dict)}


def nodes(tables: Tables) -> dict[str, Node]:
    """Every table that can be told apart, by its id or its name; the file itself as ""."""
    alone = {key: value for key, value in tables.items() if not isinstance(value, dict)}
    return {"": Node(_own(alone), ())} | dict(_inside(tables, ()))


def _inside(table: Tables, within: tuple[str, ...]) -> Iterator[tuple[str, Node]]:
    for kind, value in table.items():
        if kind in _TOLD_ELSEWHERE:
            continue
        if isinstance(value, dict) and not within:
            yield str(value.get("id") or kind), Node(_own(value), within)
        if not isinstance(value, list):
            continue
        for each in value:
            if isinstance(each, dict) and (name := _name(kind, each)):
                yield name, Node(_own(each), within)
                yield from _inside(each, (*within, name))


def _name(kind: str, table: Tables) -> str:
    """How a table of a list is known: by its id, a grade or a decision by what it is about."""
    if isinstance(table.get("id"), str):
        return str(table["id"])
    about = table.get("about") if kind in {"grade", "decision"} else None
    return about if isinstance(about, str) else ""


def _own(table: Tables) -> Tables:
    """The keys of a table without the tables inside that are told apart."""
    return {key: value for key, value in table.items() if not _holds_tables(key, value)}


def _holds_tables(key: str, value: Any) -> bool:
    return isinstance(value, list) and any(isinstance(each, dict) and _name(key, each) for each in value)
