"""Bytes onto a disk so that a reader never sees half a file and a power cut loses nothing that was called saved."""

import errno
import os
import stat
import sys
import time
from contextlib import suppress
from pathlib import Path

from okr_tui.words.language import _

TEMPORARY = "~syncthing~okr-"
"""How temporary files begin; they end in `.tmp`. Syncthing ignores (and after a day removes) what begins with
`~syncthing~`; Dropbox and Nextcloud ignore `~*.tmp`, OneDrive `*.tmp`; git, the reader and `okr sync` look at nothing
but `*.toml`."""

_LARGEST = 8 * 1024 * 1024
_NOFOLLOW = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
_PLAIN_FLAGS = getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
_TRIES = 10


class NotAFileError(OSError):
    """Something else than a regular file stands there: a folder, a pipe, a device."""


def present(path: Path) -> tuple[bytes, int] | None:
    """The bytes and the mode of a regular file; None when there is none.

    Of a file over 8 MiB, which no workspace holds, just the beginning: enough to see that it is another one.

    Raises:
        NotAFileError: it is something else than a regular file.
        OSError: it can't be read.
    """
    try:
        descriptor = os.open(path, os.O_RDONLY | _NOFOLLOW | _PLAIN_FLAGS)
    except FileNotFoundError:
        return None
    mode = os.fstat(descriptor).st_mode
    if not stat.S_ISREG(mode):
        os.close(descriptor)
        raise NotAFileError(errno.EINVAL, _("not a regular file"))
    with os.fdopen(descriptor, "rb") as file:
        return file.read(_LARGEST), stat.S_IMODE(mode) & 0o777


def folders_made(folder: Path, mode: int = 0o777) -> list[Path]:
    """Makes a folder and those above it that are missing; returns those it made, the outermost first.

    Args:
        folder: the innermost one.
        mode: the mode of new folders, less the umask.

    Raises:
        OSError: one of them can't be made; those made before it are gone again.
    """
    missing: list[Path] = []
    while not folder.is_dir():
        missing.insert(0, folder)
        folder = folder.parent
    made: list[Path] = []
    try:
        for new in missing:
            new.mkdir(mode)
            made.append(new)
    except OSError:
        unmake(made)
        raise
    return made


def unmake(folders: list[Path]) -> None:
    """Removes folders, the outermost first in the list, that are still empty."""
    for folder in reversed(folders):
        with suppress(OSError):
            folder.rmdir()


def staged(path: Path, data: bytes, mode: int | None) -> Path:
    """Writes a temporary file beside `path`, safe on the disk, ready to be swapped in.

    Args:
        path: the file that it is to become.
        data: all bytes.
        mode: its mode; None: 644 less the umask.

    Raises:
        OSError: it can't be written, or the file that it replaces is read-only; nothing is left behind.
    """
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
    temporary = path.with_name(f"{TEMPORARY}{os.urandom(8).hex()}.tmp")
    descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NOFOLLOW | _PLAIN_FLAGS, 0o644)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            if mode is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), mode)
            _settle(file.fileno())
    except BaseException:
        discard(temporary)
        raise
    return temporary


def discard(temporary: Path) -> None:
    """Removes a temporary file that is no longer wanted."""
    with suppress(OSError):
        temporary.unlink()


def swap(temporary: Path, path: Path) -> None:
    """Puts a temporary file in the place of the real one, in one step.

    On Windows a scanner or an indexer may have the file open for a moment, so there it is tried for a second.

    Raises:
        OSError: it can't be done; the real file is as it was.
    """
    for attempt in range(_TRIES):
        try:
            os.replace(temporary, path)  # noqa: PTH105  # Path.replace would hide which call the failure is from
        except PermissionError:
            if sys.platform != "win32" or attempt == _TRIES - 1:
                raise
            time.sleep(0.02 * (attempt + 1))
        else:
            return


def settled(folders: set[Path]) -> bool:
    """Whether the names in these folders are safe from a power cut. Windows has no such call and is believed."""
    if sys.platform == "win32":
        return True
    try:
        for folder in folders:
            descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                _settle(descriptor)
            finally:
                os.close(descriptor)
    except OSError:
        return False
    return True


def _settle(descriptor: int) -> None:
    """Waits until it is on the disk itself; on macOS fsync alone leaves it in the disk's own memory."""
    if sys.platform == "darwin":
        import fcntl

        with suppress(OSError):  # some file systems don't know it
            fcntl.fcntl(descriptor, fcntl.F_FULLFSYNC)
            return
    os.fsync(descriptor)
