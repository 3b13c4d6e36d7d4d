"""What a check-in needs to know of a workspace, kept in the cache: ids, titles, last values; no models, a few ms.

Every file's extract is kept with the size, time and inode it was taken at; a file that differs is read again, so the
index follows what anybody writes. Of the weeks before the last two, whose journals hardly anybody touches, a check-in asks
the system only about the folder; the process that it leaves behind looks at every file. Losing it loses nothing.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple
from zlib import crc32

from okr_tui.domain.counting import counting
from okr_tui.domain.ids import is_id
from okr_tui.store.extracts import extract
from okr_tui.store.layout import TEAMS
from okr_tui.store.listing import RACY

VERSION = 6
_WORTH_KEEPING = 20  # files read anew: fewer are sooner read once more than an index of thousands is written
_FILE = "index.txt"
_FRESH = 2  # weeks whose files are looked at one by one


Marks = tuple[float | None, float | None, float | None, float | None]


class Card(NamedTuple):
    """A key result or KPI as it stands in a plan or in teams.toml.

    Attributes:
        kind: metric, keep, yes-no, milestones, or kpi.
        cycle: id of its cycle; "" for a KPI.
        steps: (id, title) of its milestones.
        marks: baseline, target, lower and upper edge of its band, None where it has none.
    """

    id: str
    title: str
    kind: str
    unit: str | None
    cycle: str
    team: str
    steps: tuple[tuple[str, str], ...]
    marks: Marks = (None, None, None, None)


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
        extracts: path → what was taken from that file, as JSON; read only when it is asked for.
    """

    def __init__(self, extracts: dict[str, str]) -> None:
        self._extracts = extracts

    def _taken(self, path: str) -> list[Any]:
        return json.loads(self._extracts.get(path, "null")) or []

    def frames(self) -> tuple[Frame, ...]:
        """The cycles that could be read, closed ones too."""
        found = [self._taken(path) for path in self._extracts if path.endswith("/cycle.toml")]
        return tuple(
            Frame(a, b, date.fromisoformat(c), date.fromisoformat(d), e) for a, b, c, d, e in filter(None, found)
        )

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
        for path in self._extracts:
            if path.startswith(folder):
                team = path.removeprefix(folder).removesuffix(".toml")
                found += [_card(cycle, team, *each) for each in self._taken(path)]
        return tuple(found)

    def kpis(self) -> tuple[Card, ...]:
        """The KPIs of all teams."""
        return tuple(
            Card(identity, title, "kpi", unit, "", team, (), (None, None, low, high))
            for team, _name, kpis in self._taken(TEAMS)
            for identity, title, unit, low, high in kpis
        )

    def team_name(self, team: str) -> str:
        """The name of a team; its id where it is not listed."""
        return next((name for identity, name, _kpis in self._taken(TEAMS) if identity == team), team)

    def said(self, about: str, today: date) -> tuple[LastSaid, ...]:
        """The check-ins on one key result or KPI that count today, oldest first."""
        found = [
            LastSaid(
                identity, date.fromisoformat(on), datetime.fromisoformat(at), value, confidence, replaces, withdrawn
            )
            for path, text in self._extracts.items()
            if "/journal/" in path and about in text
            for key, identity, on, at, value, confidence, replaces, withdrawn in self._taken(path)
            if key == about
        ]
        return counting(sorted(found, key=lambda each: (each.on, each.at, each.id)), today)


def _card(
    cycle: str, team: str, identity: str, title: str, kind: str, unit: str | None, steps: list[Any], marks: list[Any]
) -> Card:
    baseline, target, low, high = marks
    named = tuple((step, name) for step, name in steps)
    return Card(identity, title, kind, unit, cycle, team, named, (baseline, target, low, high))


def index(root: Path, cache: Path, *, whole: bool = False) -> Index:
    """The index of a workspace as its files are now.

    Args:
        root: the workspace folder.
        cache: this machine's cache folder for the workspace; where it can't be written the index is made each time.
        whole: whether every file of every week is looked at.
    """
    looked = _Looked(root, *_kept(cache), whole=whole)
    if looked.read >= _WORTH_KEEPING or (whole and looked.fresh != looked.known) or not looked.known:
        _keep(cache, looked.fresh)
    return Index({path: text for path, (_signature, text) in looked.fresh.items()})


class _Looked:
    """The files worth knowing, each with its signature and its extract, and the folders of weeks with theirs.

    Args:
        root: the workspace folder.
        known: what was kept of them.
        trusted: the time, in ns, before which a folder must have changed last for what was kept of it to hold.
        whole: whether every file of every week is looked at.

    Attributes:
        fresh: path → signature and extract; read: how many files were read anew.
    """

    def __init__(self, root: Path, known: dict[str, tuple[str, str]], trusted: int, *, whole: bool) -> None:
        self._root, self.known, self._trusted, self._whole = root, known, trusted, whole
        self.fresh: dict[str, tuple[str, str]] = {}
        self.read = 0
        self._take(_listed(root, "", {TEAMS}))
        for cycle in filter(is_id, _folders(root, "cycles")):
            self._look_at(f"cycles/{cycle}")

    def _look_at(self, cycle: str) -> None:
        """What stands in a cycle: of a closed one only its frame."""
        self._take(_listed(self._root, cycle, {"cycle.toml"}))
        _signature, frame = self.fresh.get(f"{cycle}/cycle.toml", ("", "null"))
        if (dates := json.loads(frame)) is None or dates[4] == "closed":
            return
        self._take(_listed(self._root, f"{cycle}/okrs"))
        weeks = [f"{cycle}/journal/{week}/" for week in _folders(self._root, f"{cycle}/journal")]
        stamps = {week: _stamp(self._root, week) for week in weeks}
        held = {week for week in weeks[:-_FRESH] if not self._whole and self._holds(week, stamps[week])}
        if held:
            self.fresh.update((path, each) for path, each in self.known.items() if path[: path.rfind("/") + 1] in held)
        for week in weeks:
            if week not in held:
                self._take(_listed(self._root, week[:-1]))
                self.fresh[week] = (stamps[week], "null")

    def _holds(self, week: str, stamp: str) -> bool:
        """Whether no file of a week came, went or was replaced since they were kept."""
        return week in self.known and self.known[week][0] == stamp and int(stamp.partition(" ")[0]) < self._trusted

    def _take(self, files: Iterable[tuple[str, str]]) -> None:
        for path, signature in files:
            before = self.known.get(path)
            if before is not None and before[0] == signature:
                self.fresh[path] = before
            else:
                self.fresh[path] = (signature, extract(self._root, path))
                self.read += 1


def _stamp(root: Path, folder: str) -> str:
    """When a folder changed last, in ns, and its inode; a time that is never trusted where the system won't tell."""
    try:
        status = os.stat(f"{root}/{folder}")  # noqa: PTH116 - as the others
    except OSError:
        return f"{sys.maxsize} 0"
    return f"{status.st_mtime_ns} {status.st_ino}"


def _listed(root: Path, folder: str, names: set[str] | None = None) -> Iterator[tuple[str, str]]:
    above = f"{folder}/" if folder else ""
    for entry in _scanned(root, folder):
        name = entry.name
        if name in names if names is not None else name.endswith(".toml") and is_id(name[: -len(".toml")]):
            try:
                status = entry.stat()
            except OSError:
                continue
            yield above + name, f"{status.st_size} {status.st_mtime_ns} {status.st_ino}"


def _folders(root: Path, folder: str) -> list[str]:
    return [entry.name for entry in _scanned(root, folder) if entry.is_dir(follow_symlinks=False)]


def _scanned(root: Path, folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(root / folder) as found:
            return sorted(found, key=lambda entry: entry.name)
    except OSError:
        return []


def _kept(cache: Path) -> tuple[dict[str, tuple[str, str]], int]:
    """Path → signature and extract, and the time before which folders are trusted; nothing where the file is not whole."""
    try:
        with (cache / _FILE).open(encoding="utf-8") as stream:
            kept_at = os.fstat(stream.fileno()).st_mtime_ns
            head, _line, body = stream.read().partition("\n")
        if head != _head(body):
            return {}, 0
        lines = (line.split("\t") for line in body.split("\n"))
        return {path: (signature, text) for path, signature, text in lines}, kept_at - RACY
    except (OSError, ValueError):
        return {}, 0


def _keep(cache: Path, files: dict[str, tuple[str, str]]) -> None:
    """Keeps a line for each file, of path, signature and extract with a tab between them."""
    body = "\n".join(f"{path}\t{signature}\t{text}" for path, (signature, text) in files.items())
    try:
        cache.mkdir(parents=True, exist_ok=True)
        new = cache / f".{_FILE}-{os.getpid()}"
        new.write_text(f"{_head(body)}\n{body}", encoding="utf-8", newline="\n")
        new.replace(cache / _FILE)
    except (OSError, ValueError):
        return


def _head(body: str) -> str:
    return f"okr index {VERSION} {crc32(body.encode())}"
