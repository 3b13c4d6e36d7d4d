"""Files of this machine's user: state and caches. They hold what the workspace holds, so nobody else may read them."""

import os
from contextlib import suppress
from pathlib import Path

from okr_tui.store.disk import folders_made

PRIVATE_FOLDER = 0o700
PRIVATE_FILE = 0o600
_OTHERS = 0o077


def make_private_folder(folder: Path) -> None:
    """Makes a folder, and those above it that are missing, for this user alone.

    A folder that an older version made for everybody is closed to others.

    Raises:
        OSError: it can't be made.
    """
    folders_made(folder, PRIVATE_FOLDER)
    with suppress(OSError):
        if folder.stat().st_mode & _OTHERS:
            folder.chmod(PRIVATE_FOLDER)


def write_private(file: Path, data: bytes) -> None:
    """Replaces a file of the state or cache folder in one step; readers see the old one or the new one.

    It is not made safe from a power cut: what is kept here can be lost without losing a word of the workspace.

    Raises:
        OSError: it can't be written; the old one stays.
    """
    make_private_folder(file.parent)
    new = file.with_name(f".{file.name}-{os.getpid()}")
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)
    with os.fdopen(os.open(new, flags, PRIVATE_FILE), "wb") as stream:
        stream.write(data)
    new.replace(file)
