"""What a check-in needs to know of a workspace, kept in the cache: ids, titles, last values; no models, a few ms.

Every file's extract is kept with the size, time and inode it was taken at; a file that differs is read again, so the
index follows what anybody writes. Losing it loses nothing.
"""

import json
import os
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.domain.counting import counting
from okr_tui.domain.ids import is_id
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.layout import TEAMS, place_of
from okr_tui.store.tables import bytes_of

VERSION = 3
_WORTH_KEEPING = 20  # files read anew: fewer are sooner read once more than an index of thousands is written
_FILE = "index.json"


class Card(NamedTuple):
    """A key result or KPI as it stands in a plan or in teams.toml.

    Attributes:
        kind: metric, keep, yes-no, milestones, or kpi.
        cycle: id of its cycle; "" for a KPI.
        steps: (id, title) of its milestones.
    """

    id: str
    title: str
    kind: str
    unit: str | None
    cycle: str
    team: str
    steps: tuple[tuple[str, str], ...]


class Frame(NamedTuple):
    """A cycle's dates."""

    id: str
    kind: str
    start: date
    end: date
    phase: str


class LastSaid(NamedTuple):
    """One check-in, as far as the next one needs it."""

    id: str
    on: date
    at: datetime
    value: float | None
    confidence: int | None
    replaces: str | None
    withdrawn: bool


class Index:
    """The extracts of all files of the open cycles.

    Args:
        extracts: path → what was taken from that file.
    """

    def __init__(self, extracts: dict[str, Any]) -> None:
        self._extracts = extracts

    def frames(self) -> tuple[Frame, ...]:
        """The cycles that could be read, closed ones too."""
        found = [extract for path, extract in self._extracts.items() if path.endswith("/cycle.toml") and extract]
        return tuple(Frame(a, b, date.fromisoformat(c), date.fromisoformat(d), e) for a, b, c, d, e in found)

    def order(self, today: date) -> tuple[str, ...]:
        """Ids of the open cycles, the default one first (commands.md, "The default cycle")."""
        running = sorted(
            (frame for frame in self.frames() if frame.phase != "closed"), key=lambda each: (each.start, each.id)
        )
        own = [frame for frame in running if frame.kind == "cycle"]
        holding = [frame for frame in own if frame.start <= today <= frame.end]
        begun = [frame for frame in own if frame.start <= today]
        first = (holding or begun)[-1:] or own[:1]
        return tuple(frame.id for frame in (*first, *(frame for frame in running if frame not in first)))

    def cards(self, cycle: str) -> tuple[Card, ...]:
        """The key results of one cycle, in the order of the files."""
        found = []
        folder = f"cycles/{cycle}/okrs/"
        for path, extract in self._extracts.items():
            if path.startswith(folder):
                team = path.removeprefix(folder).removesuffix(".toml")
                found += [
                    Card(identity, title, kind, unit, cycle, team, tuple((step, name) for step, name in steps))
                    for identity, title, kind, unit, steps in extract or ()
                ]
        return tuple(found)

    def kpis(self) -> tuple[Card, ...]:
        """The KPIs of all teams."""
        return tuple(
            Card(identity, title, "kpi", unit, "", team, ())
            for team, _name, kpis in self._extracts.get(TEAMS) or ()
            for identity, title, unit in kpis
        )

    def team_name(self, team: str) -> str:
        """The name of a team; its id where it is not listed."""
        return next((name for identity, name, _kpis in self._extracts.get(TEAMS) or () if identity == team), team)

    def said(self, about: str, today: date) -> tuple[LastSaid, ...]:
        """The check-ins on one key result or KPI that count today, oldest first."""
        found = [
            LastSaid(
                identity, date.fromisoformat(on), datetime.fromisoformat(at), value, confidence, replaces, withdrawn
            )
            for path, extract in self._extracts.items()
            if "/journal/" in path
            for key, identity, on, at, value, confidence, replaces, withdrawn in extract or ()
            if key == about
        ]
        return counting(sorted(found, key=lambda each: (each.on, each.at, each.id)), today)


def index(root: Path, cache: Path) -> Index:
    """The index of a workspace as its files are now.

    Args:
        root: the workspace folder.
        cache: this machine's cache folder for the workspace; where it can't be written the index is made each time.
    """
    known = _kept(cache)
    fresh: dict[str, list[Any]] = {}
    read = 0
    for path, signature in _files(root, fresh):
        before = known.get(path)
        if before is not None and before[0] == signature:
            fresh[path] = before
        else:
            fresh[path] = [signature, _extract(root, path)]
            read += 1
    if read >= _WORTH_KEEPING or not known:
        _keep(cache, fresh)
    return Index({path: extract for path, (_signature, extract) in fresh.items()})


def _files(root: Path, fresh: dict[str, list[Any]]) -> Iterator[tuple[str, list[int]]]:
    """The files worth knowing: of a closed cycle only the frame, which the caller has put into `fresh` by then."""
    yield from _listed(root, "", {TEAMS})
    for cycle in filter(is_id, _folders(root, "cycles")):
        yield from _listed(root, f"cycles/{cycle}", {"cycle.toml"})
        frame = fresh.get(f"cycles/{cycle}/cycle.toml")
        if frame is None or not frame[1] or frame[1][4] == "closed":
            continue
        yield from _listed(root, f"cycles/{cycle}/okrs")
        for week in _folders(root, f"cycles/{cycle}/journal"):
            yield from _listed(root, f"cycles/{cycle}/journal/{week}")


def _listed(root: Path, folder: str, names: set[str] | None = None) -> Iterator[tuple[str, list[int]]]:
    above = f"{folder}/" if folder else ""
    for entry in _scanned(root, folder):
        name = entry.name
        if name in names if names is not None else name.endswith(".toml") and is_id(name[: -len(".toml")]):
            try:
                status = entry.stat()
            except OSError:
                continue
            yield above + name, [status.st_size, status.st_mtime_ns, status.st_ino]


def _folders(root: Path, folder: str) -> list[str]:
    return [entry.name for entry in _scanned(root, folder) if entry.is_dir(follow_symlinks=False)]


def _scanned(root: Path, folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _kept(cache: Path) -> dict[str, list[Any]]:
    try:
        kept = json.loads((cache / _FILE).read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept["files"] if isinstance(kept, dict) and kept.get("version") == VERSION else {}


def _keep(cache: Path, files: dict[str, list[Any]]) -> None:
    try:
        cache.mkdir(parents=True, exist_ok=True)
        new = cache / f".{_FILE}-{os.getpid()}"
        new.write_text(json.dumps({"version": VERSION, "files": files}), encoding="utf-8")
        new.replace(cache / _FILE)
    except (OSError, ValueError):
        return


def _extract(root: Path, path: str) -> Any:
    """What is taken from one file; None from one that can't be read or is not as it should be."""
    data = bytes_of(root, path)
    tables = data if isinstance(data, Refused) else parsed(data)
    place = place_of(path)
    if isinstance(tables, Refused) or place is None:
        return None
    try:
        return _EXTRACTS[place.kind](tables)
    except (KeyError, TypeError, AttributeError):
        return None


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> float | None:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise TypeError(value)


def _of_cycle(tables: dict[str, Any]) -> list[Any]:
    cycle = tables["cycle"]
    return [
        cycle["id"],
        cycle.get("kind", "cycle"),
        cycle["start"].isoformat(),
        cycle["end"].isoformat(),
        cycle["phase"],
    ]


def _of_plan(tables: dict[str, Any]) -> list[Any]:
    return [
        [
            _words(each["id"]), _words(each["title"]), _words(each.get("kind", "metric")), _words(each.get("unit", "")) or None,
            [[_words(step["id"]), _words(step["title"])] for step in each.get("milestone", [])],
        ]
        for objective in tables.get("objective", [])
        for each in objective.get("key_result", [])
    ]  # fmt: skip


def _of_teams(tables: dict[str, Any]) -> list[Any]:
    return [
        [
            _words(team["id"]),
            _words(team["name"]),
            [
                [_words(kpi["id"]), _words(kpi["title"]), _words(kpi.get("unit", "")) or None]
                for kpi in team.get("kpi", [])
            ],
        ]
        for team in tables.get("team", [])
    ]


def _of_journal(tables: dict[str, Any]) -> list[Any]:
    return [
        [
            _words(said["about"]), _words(said["id"]), said["on"].isoformat(), said["at"].isoformat(),
            _number(said.get("value")), _number(said.get("confidence")), said.get("replaces"), said.get("withdrawn", False),
        ]
        for said in tables.get("check_in", [])
    ]  # fmt: skip


_EXTRACTS = {"cycle": _of_cycle, "plan": _of_plan, "teams": _of_teams, "journal": _of_journal}
