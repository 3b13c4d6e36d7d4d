"""Files of the workspace put onto the disk as a merged commit has them: never over what somebody has just written.

Several files are written ahead, as every change is, so that a start after a kill shows all of them or none. They are no
change of this person, so they can't be taken back with undo.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from okr_tui.store.failures import ChangedUnderneath
from okr_tui.store.history import Received
from okr_tui.store.record import Image, Record
from okr_tui.store.replacing import replace_all
from okr_tui.store.steps import Step, failing_as, on_disk
from okr_tui.store.targets import target


class Placed(NamedTuple):
    """One file that is to be replaced.

    Attributes:
        path: relative to the folder.
        old: what must stand there now, line ends apart; None: no file.
        new: what shall; None: no file.
    """

    path: str
    old: bytes | None
    new: bytes | None


def place(root: Path, files: Sequence[Placed], state: Path) -> list[str]:
    """Replaces files, all or none; the caller holds the workspace's lock.

    Args:
        root: the folder.
        files: what is to be where; those that stand there already are left alone.
        state: this machine's state folder for the workspace.

    Returns:
        The paths that are different now.

    Raises:
        ChangedUnderneath: a file is neither what it was nor what it shall be; nothing was touched.
        NotWritten: one can't be written, or leads out of the folder; nothing is changed.
    """
    real = root.resolve()
    steps = [step for file in files if (step := _step(file, target(real, file.path))) is not None]
    if not steps:
        return []
    ready, stuck, done = _written_ahead(steps, state)
    try:
        replace_all(steps, ready, stuck)
    finally:
        done()
    return [step.path for step in steps]


def bytes_at(root: Path, path: str) -> bytes | None:
    """What stands at a path of the workspace; None where there is no file.

    Raises:
        NotWritten: it leads out of the folder, or can't be read.
    """
    return on_disk(path, target(root.resolve(), path))[0]


def _step(file: Placed, where: Path) -> Step | None:
    """What is left to do with a file; None where it stands there already."""
    was, mode = on_disk(file.path, where)
    if was == file.new:
        return None
    if _plain(was) != _plain(file.old):
        raise ChangedUnderneath(file.path)
    return Step(file.path, where, was, mode, file.new)


def _plain(data: bytes | None) -> bytes | None:
    """The bytes with the line ends that git keeps."""
    return None if data is None else data.replace(b"\r\n", b"\n")


def _written_ahead(steps: list[Step], state: Path) -> tuple[Callable[[], None], Callable[[], None], Callable[[], None]]:
    """What is called before the first file is replaced, when it stays half done, and when it is over."""
    if len(steps) == 1:
        return _nothing, _nothing, _nothing
    record = Record("received", "", "", "", tuple(Image(step.path, step.was, step.will) for step in steps))
    received = Received(state, record)

    def ready() -> None:
        with failing_as(steps[0].path):
            received.begin()

    return ready, received.stuck, received.end


def _nothing() -> None:
    """A single file is there or not; it needs no record."""
