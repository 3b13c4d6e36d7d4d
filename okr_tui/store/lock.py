"""One writer at a time in a workspace, whoever runs it and by whichever path: a lock that leaves nothing in the folder."""

import os
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from okr_tui.domain.errors import OkrError
from okr_tui.store.own_files import make_private_folder
from okr_tui.words.language import _

PATIENCE = 10.0
"""Seconds that a command waits for somebody else who writes."""

_PAUSES = (0.0005, 0.001, 0.002, 0.005, 0.01, 0.02)


@contextmanager
def locked(root: Path, *, state: Path | None = None, timeout: float = PATIENCE) -> Iterator[None]:
    """Holds the workspace's lock; the system gives it back when the process ends, however it ends.

    The lock is on the folder itself, so that other users and other paths to it share it. Where folders can't be
    locked (Windows, some network mounts) a file in the state folder is, which guards against this machine's user only.
    Not reentrant: whoever holds it and asks again, in the same thread too, waits for itself until the time is up.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace; made when it is needed.
        timeout: seconds to wait for somebody else.

    Raises:
        OkrError: there is no such folder, it can't be locked, or somebody else held the lock all the time.
    """
    if sys.platform == "win32":
        with _filelocked(state, timeout):
            yield
        return
    descriptor = _taken(root, state, timeout)
    try:
        yield
    finally:
        with suppress(OSError):  # whatever the system says, the descriptor and with it the lock are gone
            os.close(descriptor)


def _taken(root: Path, state: Path | None, timeout: float) -> int:
    """A descriptor that holds the lock: of the folder, or of a file in the state folder where folders can't be locked."""
    try:
        folder = os.open(root, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    except OSError as error:
        raise OkrError(_("The folder {root} can't be opened.").format(root=root)) from error
    if _held(folder, timeout):
        return folder
    if state is not None:
        file = _lock_file(state)
        if _held(file, timeout):
            return file
    raise OkrError(_("The folder {root} can't be locked.").format(root=root))


def _lock_file(state: Path) -> int:
    """A descriptor of the file that is locked where the folder can't be."""
    try:
        make_private_folder(state)
        return os.open(state / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        raise OkrError(_("The folder {root} can't be opened.").format(root=state)) from error


def _held(descriptor: int, timeout: float) -> bool:
    """Whether the lock on a descriptor could be taken; the descriptor is closed when it couldn't."""
    held = False
    try:
        held = _wait(descriptor, timeout)
    finally:
        if not held:
            os.close(descriptor)
    return held


def _wait(descriptor: int, timeout: float) -> bool:
    """Takes the lock on a descriptor; False when nothing can be locked there."""
    import fcntl

    until = time.monotonic() + timeout
    tries = 0
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if time.monotonic() >= until:
                raise _busy() from None
            time.sleep(_PAUSES[min(tries, len(_PAUSES) - 1)])
            tries += 1
        except OSError:
            return False
        else:
            return True


@contextmanager
def _filelocked(state: Path | None, timeout: float) -> Iterator[None]:
    """Holds a lock file in the state folder; Windows has no lock on folders."""
    from filelock import FileLock, Timeout

    if state is None:
        raise OkrError(_("Here the lock needs the state folder."))
    make_private_folder(state)
    lock = FileLock(state / "lock")
    try:
        lock.acquire(timeout=timeout)
    except Timeout:
        raise _busy() from None
    try:
        yield
    finally:
        lock.release()


def _busy() -> OkrError:
    return OkrError(
        _("Another okr is writing in this workspace just now, so nothing was saved; try again in a moment.")
    )
