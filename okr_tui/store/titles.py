"""Ids and titles of what can be named on a command line, read without the models: fast enough for the tab key."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.domain.ids import is_id
from okr_tui.store.change import Tables
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.layout import PEOPLE, TEAMS
from okr_tui.store.tables import bytes_of

_INSIDE = {
    "objective": ("key_result",), "key_result": ("initiative", "milestone"), "initiative": ("task",), "team": ("kpi",),
}  # fmt: skip


class Titled(NamedTuple):
    """Something that can be named.

    Attributes:
        kind: person, team, role, cycle, or as in `Located.kind`.
    """

    kind: str
    id: str
    title: str


def people(root: Path) -> list[Titled]:
    """Everybody in people.toml, then the roles of the teams."""
    roles = [
        role
        for team in _rows(_tables(root, TEAMS), "team")
        for role in _titled(_rows(team, "role"), "role", "title")
    ]  # fmt: skip
    return [*_titled(_rows(_tables(root, PEOPLE), "person"), "person", "name"), *roles]


def teams(root: Path) -> list[Titled]:
    """The teams, as teams.toml lists them."""
    return list(_titled(_rows(_tables(root, TEAMS), "team"), "team", "name"))


def cycles(root: Path) -> list[Titled]:
    """All cycles, those that begin last first."""
    rows = [_tables(root, f"cycles/{name}/cycle.toml").get("cycle") for name in _folders(root)]
    dated = [row for row in rows if isinstance(row, dict) and type(row.get("start")) is date]
    return list(_titled(sorted(dated, key=lambda row: row["start"], reverse=True), "cycle", "name"))


def things(root: Path, today: date) -> list[Titled]:
    """Everything in the plans of the open cycles, the one that holds today first, then the KPIs."""
    found: list[Titled] = []
    for cycle in _open(root, today):
        for path in sorted(Path(root, "cycles", cycle, "okrs").glob("*.toml")):
            plan = _tables(root, f"cycles/{cycle}/okrs/{path.name}")
            for kind in ("objective", "request", "not_now", "poll"):
                for row in _rows(plan, kind):
                    found += _below(kind, row)
    for team in _rows(_tables(root, TEAMS), "team"):
        found += _titled(_rows(team, "kpi"), "kpi", "title")
    return found


def _below(kind: str, row: Tables) -> Iterator[Titled]:
    yield from _titled([row], kind.replace("_", "-"), "title", "need", "question")
    for inner in _INSIDE.get(kind, ()):
        for each in _rows(row, inner):
            yield from _below(inner, each)


def _open(root: Path, today: date) -> list[str]:
    """Folders of the cycles that are not closed; first those that hold today, then by their start."""
    found = []
    for name in _folders(root):
        cycle = _tables(root, f"cycles/{name}/cycle.toml").get("cycle")
        if isinstance(cycle, dict) and cycle.get("phase") != "closed":
            start, end = cycle.get("start"), cycle.get("end")
            if type(start) is date and type(end) is date:
                other = cycle.get("kind", "cycle") != "cycle" or not start <= today <= end
                found.append((other, start, name))
    return [name for _other, _start, name in sorted(found)]


def _folders(root: Path) -> list[str]:
    try:
        return sorted(entry.name for entry in (root / "cycles").iterdir() if is_id(entry.name))
    except OSError:
        return []


def _tables(root: Path, path: str) -> Tables:
    """The tables of a file; empty for one that can't be read, which is no matter of the tab key."""
    data = bytes_of(root, path)
    tables = data if isinstance(data, Refused) else parsed(data)
    return {} if isinstance(tables, Refused) else tables


def _rows(tables: Tables, key: str) -> list[Tables]:
    rows = tables.get(key)
    return [row for row in rows if isinstance(row, dict)] if isinstance(rows, list) else []


def _titled(rows: list[Tables], kind: str, *keys: str) -> Iterator[Titled]:
    for row in rows:
        identity: Any = row.get("id")
        if isinstance(identity, str) and is_id(identity):
            title = next((row[key] for key in keys if isinstance(row.get(key), str)), "")
            yield Titled(kind, identity, title)
