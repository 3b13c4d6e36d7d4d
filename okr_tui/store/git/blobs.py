"""Files as git keeps them: read many at once, kept many at once."""

import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from okr_tui.store.git.process import Git, GitFailed
from okr_tui.words.language import _

REGULAR = ("100644", "100755")
"""Modes of regular files; links and other repositories have others."""

NOTHING = "000000"
"""The mode of a file that isn't there."""


class Entry(NamedTuple):
    """A file in a commit: its mode and the name of its content; `ABSENT` where there is none."""

    mode: str
    blob: str


ABSENT = Entry(NOTHING, "")


class Difference(NamedTuple):
    """A file that differs between two commits."""

    path: str
    old: Entry
    new: Entry


def contents(git: Git, blobs: Iterable[str]) -> dict[str, bytes]:
    """The bytes of blobs, read in one call.

    Raises:
        GitFailed: one of them is not in this repository.
    """
    wanted = list(dict.fromkeys(each for each in blobs if each))
    if not wanted:
        return {}
    out = git.tell("cat-file", "--batch", feed="".join(f"{each}\n" for each in wanted).encode())
    found: dict[str, bytes] = {}
    at = 0
    for blob in wanted:
        end = out.index(b"\n", at)
        head = out[at:end].split()
        if len(head) != 3:
            raise GitFailed(_("This repository lacks something of its history; git fsck says what."), "missing")
        size = int(head[2])
        found[blob] = out[end + 1 : end + 1 + size]
        at = end + 2 + size
    return found


def kept(git: Git, datas: Sequence[bytes]) -> list[str]:
    """Puts contents into the repository, in one call; their names in the same order."""
    if not datas:
        return []
    with tempfile.TemporaryDirectory(prefix="okr-", ignore_cleanup_errors=True) as folder:
        paths = [Path(folder, str(number)) for number in range(len(datas))]
        for path, data in zip(paths, datas, strict=True):
            path.write_bytes(data)
        feed = "".join(f"{path}\n" for path in paths).encode()
        return git.tell("hash-object", "-w", "--no-filters", "--stdin-paths", feed=feed).decode().split()


def differences(git: Git, old: str, new: str) -> list[Difference]:
    """The files that differ between two commits or trees."""
    fields = git.tell("diff-tree", "-r", "-z", "--no-renames", old, new).decode("utf-8", "surrogateescape").split("\0")
    found = []
    for head, path in zip(fields[:-1:2], fields[1::2], strict=True):
        old_mode, new_mode, old_blob, new_blob, _status = head.removeprefix(":").split(" ")
        found.append(Difference(path, _entry(old_mode, old_blob), _entry(new_mode, new_blob)))
    return found


def index_info(entries: Iterable[tuple[str, Entry]]) -> bytes:
    """What `git update-index -z --index-info` reads to have these files, and no unmerged stages of them."""
    lines = []
    for path, entry in entries:
        lines.append(f"0 {'0' * (len(entry.blob) or 40)}\t{path}\0")
        if entry != ABSENT:
            lines.append(f"{entry.mode} {entry.blob} 0\t{path}\0")
    return "".join(lines).encode("utf-8", "surrogateescape")


def _entry(mode: str, blob: str) -> Entry:
    return ABSENT if mode == NOTHING else Entry(mode, blob)
