"""Conflict copies that programs which sync a folder leave beside a file: merged into it, verified, moved to a trash folder.

A folder that is synced without git gets them when two machines have written one file. They are never read as files of
the workspace: their names are no ids.
"""

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.domain.errors import OkrError
from okr_tui.store import disk
from okr_tui.store.change import Change, FileChange, Tables, digest
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.layout import place_of
from okr_tui.store.listing import entries, is_folder
from okr_tui.store.own_files import PRIVATE_FILE, make_private_folder
from okr_tui.store.tables import bytes_of
from okr_tui.words.language import _

# A name that no file of a workspace can have (its ids are lower case, without spaces and brackets), and the name it began with.
_NAMES = tuple(
    re.compile(pattern + r"\.toml")
    for pattern in (
        r"(.+)\.sync-conflict-\d{8}-\d{6}(?:-[A-Z0-9]{7})?",  # Syncthing
        r"(?i:(.+?) \((?:[^()]*conflicted copy|[^()]*copie en conflit)[^()]*\)(?: ?\(\d+\))?)",  # Dropbox, Nextcloud
        r"(.+?)_conflict-\d{8}-\d{6}",  # ownCloud
        r"(.+?) ?\(\d{1,3}\)",  # Google Drive, browsers
        r"(.+?) \d{1,3}",  # iCloud, Finder
        r"(?i:(.+?)(?: - |-| )(?:copy|copie)(?: ?\(?\d{1,3}\)?)?)",  # Windows, file managers
        r"([a-z0-9-]+?)-(?=[^.]*[A-Z])[A-Za-z0-9_-]+(?: \d{1,3})?",  # OneDrive: the machine's name
    )
)


class Copy(NamedTuple):
    """A conflict copy: its path and that of the file beside which it stands, relative to the workspace."""

    path: str
    original: str


class Absorbed(NamedTuple):
    """What became of the copies.

    Attributes:
        merged: copies that are merged and in the trash now.
        conflicts: how many values a person has to choose between.
        left: copies that could not be merged and stay where they are, each with the reason.
    """

    merged: tuple[str, ...] = ()
    conflicts: int = 0
    left: tuple[tuple[str, str], ...] = ()


def copies(root: Path) -> list[Copy]:
    """The conflict copies in a workspace; looks at names alone."""
    return list(_copies(root, "."))


def absorb(root: Path, state: Path) -> Absorbed:
    """Merges every conflict copy into the file beside which it stands.

    The two have no common version, so nothing counts as deleted. A copy goes to the trash of the state folder only when
    everything that has an id in it is in the file.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
    """
    merged, left, conflicts = [], [], 0
    for copy in copies(root):
        try:
            conflicts += _absorbed(root, state, copy)
            merged.append(copy.path)
        except OkrError as error:
            left.append((copy.path, error.message))
        except OSError as error:
            left.append((copy.path, error.strerror or str(error)))
    return Absorbed(tuple(merged), conflicts, tuple(left))


def _copies(root: Path, folder: str) -> Iterator[Copy]:
    for entry in entries(root, folder):
        path = Path(folder, entry.name).as_posix()
        if is_folder(entry):
            if folder != "." or entry.name == "cycles":
                yield from _copies(root, path)
        elif entry.name.endswith(".toml") and place_of(path) is None and entry.is_file(follow_symlinks=False):
            original = next((found for found in _originals(folder, entry.name) if place_of(found) is not None), None)
            if original is not None:
                yield Copy(path, original)


def _originals(folder: str, name: str) -> Iterator[str]:
    """The paths that a file's name may have been made from, by the way of each program that copies."""
    for pattern in _NAMES:
        if found := pattern.fullmatch(name):
            yield Path(folder, f"{found[1]}.toml").as_posix()


def _absorbed(root: Path, state: Path, copy: Copy) -> int:
    """Merges one copy; how many conflicts that left."""
    from okr_tui.store.merge import merge
    from okr_tui.store.writer import write

    if not os.path.lexists(root / copy.original):
        raise OkrError(_("the file that it is a copy of is gone; rename it or remove it"))
    data, tables = _read(root, copy.path)
    before, ours = _read(root, copy.original)
    result = merge({}, ours, tables)
    if data != before:
        name = _("conflict copy of {file} merged").format(file=copy.original)
        change = FileChange(copy.original, digest(before), result.tables, before)
        write(root, Change(name, (change,)), state=state)
    _now, there = _read(root, copy.original)
    if not _ids(tables) <= _ids(there) | {old for old, _new in result.renamed}:
        raise OkrError(_("not everything in it came into the file"))
    _trash(root, state, copy, data)
    return len(result.conflicts)


def _trash(root: Path, state: Path, copy: Copy, data: bytes) -> None:
    """Puts a copy into the trash; one that has changed meanwhile stays for the next time.

    Raises:
        OSError: the trash can't be written; the copy stays then.
    """
    place = state / "trash" / f"{digest(data)[:16]}-{copy.path.replace('/', '-')}"
    make_private_folder(place.parent)
    if not place.exists():
        disk.swap(disk.staged(place, data, PRIVATE_FILE), place)
        disk.settled({place.parent})
    found = disk.present(root / copy.path)
    if found is not None and found[0] == data:
        with suppress(FileNotFoundError):
            (root / copy.path).unlink()


def _read(root: Path, path: str) -> tuple[bytes, Tables]:
    data = bytes_of(root, path)
    found = data if isinstance(data, Refused) else parsed(data)
    if isinstance(data, Refused) or isinstance(found, Refused):
        raise OkrError(found.message if isinstance(found, Refused) else "", file=path)
    return data, found


def _ids(value: Any) -> set[str]:
    """Every id in the tables of a file, conflict records apart."""
    found: set[str] = set()
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, dict):
            found |= {each["id"]} if isinstance(each.get("id"), str) else set()
            left += [inner for key, inner in each.items() if key != "conflict"]
        elif isinstance(each, list):
            left += each
    return found
