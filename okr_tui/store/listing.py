"""Which files of a workspace there are, as the folders say: thousands of them, so nothing is asked twice."""

import os
from collections.abc import Container, Iterator
from pathlib import Path

from okr_tui.domain.ids import is_id

RACY = 2_000_000_000
"""Nanoseconds within which two changes may show the same time: the coarsest that a file system keeps (FAT)."""


def cycle_ids(root: Path) -> list[str]:
    """The cycles of a workspace, by id."""
    return [
        entry.name
        for entry in entries(root, "cycles")
        if is_id(entry.name) and is_folder(entry) and os.path.lexists(f"{entry.path}/cycle.toml")
    ]


def files_of(
    root: Path, cycle: str, folders: tuple[str, ...], known: Container[str]
) -> Iterator[tuple[str, os.stat_result | None]]:
    """The files in some folders of a cycle, each with its status; None where the system won't tell.

    Args:
        root: the workspace folder.
        cycle: id of the cycle.
        folders: okrs, review, journal.
        known: paths whose names are known to be right.
    """
    for folder in folders:
        above = f"cycles/{cycle}/{folder}"
        below = [above]
        if folder == "journal":
            below = [f"{above}/{week.name}" for week in entries(root, above) if is_folder(week)]
        for each in below:
            yield from _files(root, each, known)


def _files(root: Path, folder: str, known: Container[str]) -> Iterator[tuple[str, os.stat_result | None]]:
    for entry in entries(root, folder):
        path = f"{folder}/{entry.name}"
        if path in known or (path.endswith(".toml") and is_id(entry.name[:-5]) and not is_folder(entry)):
            yield path, _status(entry)


def _status(entry: os.DirEntry[str]) -> os.stat_result | None:
    """What the system says of a file; on Windows what the folder says of it may be old."""
    try:
        return os.stat(entry.path) if os.name == "nt" else entry.stat()  # noqa: PTH116
    except OSError:
        return None


def entries(root: Path, folder: str) -> list[os.DirEntry[str]]:
    """What stands in a folder of the workspace, by name; nothing where it is missing, unreadable or a link to elsewhere."""
    full = root / folder
    try:
        if full.is_symlink() and not full.resolve().is_relative_to(root.resolve()):
            return []
        with os.scandir(full) as found:
            return sorted(found, key=lambda entry: entry.name)
    except (OSError, RuntimeError):  # RuntimeError: a loop of links
        return []


def is_folder(entry: os.DirEntry[str]) -> bool:
    """Whether an entry is a folder itself; links to folders are not followed."""
    return entry.is_dir(follow_symlinks=False)
