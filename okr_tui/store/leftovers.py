"""Temporary files of a writer that never came to its end: a machine that lost power, a program that was killed."""

import time
from collections.abc import Iterator
from pathlib import Path

from okr_tui.store.disk import TEMPORARY, discard
from okr_tui.store.listing import entries, is_folder
from okr_tui.store.lock import locked

OLD = 60
"""Seconds after which no writer is still at work on a temporary file."""


def leftovers(root: Path, *, older_than: float = OLD) -> list[Path]:
    """Temporary files of the workspace that nobody is writing any more.

    Args:
        root: the workspace folder.
        older_than: seconds since they were last written.
    """
    before = time.time() - older_than
    found = []
    for path in _temporary(root, "."):
        try:
            if path.lstat().st_mtime < before:
                found.append(path)
        except OSError:  # a writer has just finished with it
            continue
    return found


def clear(root: Path, state: Path, *, older_than: float = OLD) -> list[Path]:
    """Removes them, while nobody writes, and says which.

    Raises:
        OkrError: somebody has been writing all the time.
    """
    with locked(root, state=state):
        found = leftovers(root, older_than=older_than)
        for path in found:
            discard(path)
    return [path for path in found if not path.exists()]


def _temporary(root: Path, folder: str) -> Iterator[Path]:
    for entry in entries(root, folder):
        path = Path(folder, entry.name)
        if is_folder(entry) and (folder != "." or entry.name == "cycles"):
            yield from _temporary(root, path.as_posix())
        elif entry.name.startswith(TEMPORARY) and entry.name.endswith(".tmp") and entry.is_file(follow_symlinks=False):
            yield root / path
