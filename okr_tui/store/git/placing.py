"""Files of the workspace put onto the disk as a merged commit has them: never over what somebody has just written."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from okr_tui.store import disk
from okr_tui.store.failures import ChangedUnderneath, failure
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


class _Step(NamedTuple):
    path: str
    place: Path
    temporary: Path | None


def place(root: Path, files: Sequence[Placed]) -> list[str]:
    """Replaces files; the caller holds the workspace's lock.

    Args:
        root: the folder.
        files: what is to be where; those that stand there already are left alone.

    Returns:
        The paths that are different now.

    Raises:
        ChangedUnderneath: a file is neither what it was nor what it shall be; nothing was touched.
        NotWritten: one can't be written, or leads out of the folder.
    """
    real = root.resolve()
    steps: list[_Step] = []
    made: list[Path] = []
    swapped = False
    try:
        for file in files:
            where = target(real, file.path)
            with _failing_as(file.path):
                if not _waits(file, where):
                    continue
                made += [] if file.new is None else disk.folders_made(where.parent)
                steps.append(_Step(file.path, where, None if file.new is None else disk.staged(where, file.new, None)))
        for step in steps:
            with _failing_as(step.path):
                _replace(step)
            swapped = True
    finally:
        for step in steps:
            if step.temporary is not None:
                disk.discard(step.temporary)
        if not swapped:
            disk.unmake(made)
    disk.settled({step.place.parent for step in steps if step.place.parent.is_dir()} | {each.parent for each in made})
    return [step.path for step in steps]


def bytes_at(root: Path, path: str) -> bytes | None:
    """What stands at a path of the workspace; None where there is no file.

    Raises:
        NotWritten: it leads out of the folder, or can't be read.
    """
    with _failing_as(path):
        found = disk.present(target(root.resolve(), path))
    return None if found is None else found[0]


def _waits(file: Placed, where: Path) -> bool:
    """Whether the file still has to be replaced."""
    found = disk.present(where)
    data = None if found is None else found[0]
    if data == file.new:
        return False
    if _plain(data) != _plain(file.old):
        raise ChangedUnderneath(file.path)
    return True


def _plain(data: bytes | None) -> bytes | None:
    """The bytes with the line ends that git keeps."""
    return None if data is None else data.replace(b"\r\n", b"\n")


def _replace(step: _Step) -> None:
    if step.temporary is None:
        step.place.unlink(missing_ok=True)
    else:
        disk.swap(step.temporary, step.place)


@contextmanager
def _failing_as(path: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise failure(error, path) from error
