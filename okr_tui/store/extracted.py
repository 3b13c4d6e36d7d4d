"""What `index` needs of every file, kept in the cache with the size, time and inode it was taken at.

A file that differs is read again, so that what is known follows what anybody writes. Of the weeks before the last two, whose
journals hardly anybody touches, a check-in asks the system only about the folder, and what was taken from them stays one piece
of text until it names what is looked for; the process that a check-in leaves behind looks at every file.
"""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple
from zlib import crc32

from okr_tui.domain.ids import is_id
from okr_tui.store.extracts import extract
from okr_tui.store.layout import TEAMS
from okr_tui.store.listing import RACY
from okr_tui.store.own_files import write_private

VERSION = 9
_FILE = "index.txt"
_FRESH = 2  # weeks whose files are looked at one by one


class Taken(NamedTuple):
    """What was taken from a file.

    Attributes:
        signature: what told then that the file is this one.
        text: its extract, as JSON.
    """

    signature: str
    text: str


class Week(NamedTuple):
    """What was taken from the journals of a week.

    Attributes:
        stamp: what told then that no file of it came, went or was replaced.
        text: a line for each file: its path, its signature and its extract with a tab between them.
    """

    stamp: str
    text: str

    @property
    def files(self) -> dict[str, Taken]:
        """Path → what was taken from it."""
        lines = (line.split("\t") for line in self.text.split("\n") if line)
        return {path: Taken(signature, text) for path, signature, text in lines}

    def naming(self, about: str) -> Iterator[str]:
        """The extracts in which an id stands."""
        if about in self.text:
            yield from (line.rpartition("\t")[2] for line in self.text.split("\n") if about in line)


class Extracted(NamedTuple):
    """What was taken from all files: teams.toml, frames and plans by their path, journals by the folder of their week."""

    files: dict[str, Taken]
    weeks: dict[str, Week]


class Kept(NamedTuple):
    """What was taken before, and the time, in ns, before which a folder must have changed last for it to hold."""

    taken: Extracted
    trusted: int


def looked(root: Path, kept: Kept, *, whole: bool = False) -> tuple[Extracted, int]:
    """What the files say now, and how many of them were read for it.

    Args:
        root: the workspace folder.
        kept: what was taken from them before.
        whole: whether every file of every week is looked at.
    """
    looking = _Looking(root, kept, whole=whole)
    return looking.now, looking.read


class _Looking:
    """A walk through the files worth knowing."""

    def __init__(self, root: Path, kept: Kept, *, whole: bool) -> None:
        self._root, self._kept, self._whole = root, kept, whole
        self.now, self.read = Extracted({}, {}), 0
        self.now.files.update(self._take(_listed(root, "", {TEAMS}), kept.taken.files))
        for cycle in filter(is_id, _folders(root, "cycles")):
            self._look_at(f"cycles/{cycle}")

    def _look_at(self, cycle: str) -> None:
        """What stands in a cycle: of a closed one only its frame."""
        known, files = self._kept.taken.files, self.now.files
        files.update(self._take(_listed(self._root, cycle, {"cycle.toml"}), known))
        frame = files.get(f"{cycle}/cycle.toml", Taken("", "null"))
        if (dates := json.loads(frame.text)) is None or dates[4] == "closed":
            return
        files.update(self._take(_listed(self._root, f"{cycle}/okrs"), known))
        weeks = [f"{cycle}/journal/{week}" for week in _folders(self._root, f"{cycle}/journal")]
        for left, week in zip(range(len(weeks), 0, -1), weeks, strict=True):
            self.now.weeks[week] = self._week(week, one_by_one=self._whole or left <= _FRESH)

    def _week(self, week: str, *, one_by_one: bool) -> Week:
        stamp, known = _stamp(self._root, week), self._kept.taken.weeks.get(week)
        trusted = int(stamp.partition(" ")[0]) < self._kept.trusted
        if known is not None and known.stamp == stamp and trusted and not one_by_one:
            return known
        files = self._take(_listed(self._root, week), known.files if known else {})
        return Week(stamp, "\n".join(f"{path}\t{signature}\t{text}" for path, (signature, text) in files.items()))

    def _take(self, files: Iterable[tuple[str, str]], known: dict[str, Taken]) -> dict[str, Taken]:
        found = {}
        for path, signature in files:
            before = known.get(path)
            if before is None or before.signature != signature:
                before = Taken(signature, extract(self._root, path))
                self.read += 1
            found[path] = before
        return found


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


def kept_in(cache: Path) -> Kept:
    """What was kept in a cache folder; nothing where it is not whole."""
    try:
        with (cache / _FILE).open("rb") as stream:
            kept_at = os.fstat(stream.fileno()).st_mtime_ns
            head, body = stream.readline(), stream.read()
        if head == _head(body):
            return Kept(_parted(body.decode()), kept_at - RACY)
    except (OSError, ValueError):
        pass
    return Kept(Extracted({}, {}), 0)


def _parted(body: str) -> Extracted:
    """Of each file a line, of each week the same with the length of what follows, which is not looked into."""
    found, at = Extracted({}, {}), 0
    while at < len(body):
        end = body.index("\n", at)
        path, signature, text = body[at:end].split("\t")
        at = end + 1
        if path.endswith("/"):
            end = at + int(text)
            found.weeks[path[:-1]] = Week(signature, body[at:end])
            at = end + 1
        else:
            found.files[path] = Taken(signature, text)
    return found


def keep_in(cache: Path, taken: Extracted) -> None:
    """Keeps what was taken; where the folder can't be written nothing is kept."""
    body = "".join(f"{path}\t{signature}\t{text}\n" for path, (signature, text) in taken.files.items())
    body += "".join(f"{path}/\t{stamp}\t{len(text)}\n{text}\n" for path, (stamp, text) in taken.weeks.items())
    try:
        write_private(cache / _FILE, _head(body.encode()) + body.encode())
    except (OSError, ValueError):
        return


def _head(body: bytes) -> bytes:
    return f"okr index {VERSION} {crc32(body)}\n".encode()
