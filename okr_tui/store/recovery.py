"""What a kill or a power cut left half done is finished, so that a start shows all of a change or none of it."""

from contextlib import suppress
from pathlib import Path

from okr_tui.store import disk
from okr_tui.store.change import FileChange, digest
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.failures import ChangedUnderneath, NotWritten
from okr_tui.store.history import entries, kept
from okr_tui.store.lock import locked
from okr_tui.store.own_files import PRIVATE_FILE, make_private_folder
from okr_tui.store.record import Image, Record, unpacked
from okr_tui.store.replacing import replace_all
from okr_tui.store.steps import Step, failing_as, on_disk, step_of
from okr_tui.store.targets import target


def recovered(root: Path, state: Path) -> tuple[str, ...]:
    """Finishes what was interrupted, if anything was; looks at one folder where nothing was.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.

    Returns:
        The names of the changes that were finished now.

    Raises:
        NotWritten: the disk doesn't let it; it is tried again next time.
        OkrError: the workspace can't be locked.
    """
    if not entries(state / "pending"):
        return ()
    with locked(root, state=state):
        return finished(root.resolve(), state)


def finished(root: Path, state: Path) -> tuple[str, ...]:
    """The same under the lock that the caller holds: whoever left a record there is dead then."""
    names = []
    for entry in entries(state / "pending"):
        with failing_as(entry.file.name):  # what can't be read now is no reason to forget it
            record = unpacked(entry.file.read_bytes())
        if record is None or not _finished(root, state, record) or entry.kind == "received":
            entry.file.unlink(missing_ok=True)
            continue
        _swept(root, record)
        with suppress(OSError):
            kept(state, entry.file, lasting=_several(record))
        if _several(record):
            names.append(record.name)
    return tuple(names)


def _swept(root: Path, record: Record) -> None:
    """Removes the temporary files that the killed writer left beside the files of its change."""
    for folder in {(root / file.path).parent for file in record.files}:
        with suppress(OSError):
            for temporary in folder.glob(f"{disk.TEMPORARY}*.tmp"):
                disk.discard(temporary)


def _several(record: Record) -> bool:
    return len(record.files) > 1


def _finished(root: Path, state: Path, record: Record) -> bool:
    """Whether the change of a record has been made now; one file is there or not, several are brought to their end."""
    if not _several(record):
        with suppress(NotWritten):  # what can't be looked at may have been written: it can still be taken back
            return not any(on_disk(file.path, target(root, file.path))[0] == file.before for file in record.files)
        return True
    steps = [step for file in record.files if (step := _step(root, state, file))]
    replace_all([step for step in steps if step.was != step.will], _nothing, _nothing)
    return True


def _step(root: Path, state: Path, image: Image) -> Step | None:
    """What is left to do with a file: before → after, after → nothing; what somebody has written since is merged.

    Raises:
        NotWritten: the system doesn't let it be read; it is tried again next time.
    """
    before = None if image.before is None else digest(image.before)
    found = {} if image.after is None else parsed(image.after)
    if isinstance(found, Refused):
        found = {}
    tables = None if image.after is None else found
    try:
        place = target(root, image.path)
        if on_disk(image.path, place)[0] == image.after:
            return None
        return step_of(FileChange(image.path, before, tables, image.before or b"", image.after), place)
    except (ChangedUnderneath, NotWritten) as error:
        if isinstance(error.__cause__, OSError) and not isinstance(error.__cause__, disk.NotAFileError):
            raise
        _laid_aside(state, image)
        return None


def _laid_aside(state: Path, image: Image) -> None:
    """Keeps what was to be written over a file that somebody has since removed or broken, or a newer okr has changed."""
    if image.after is not None:
        place = state / "kept" / f"{digest(image.after)[:16]}-{image.path.replace('/', '-')}"
        with suppress(OSError):
            make_private_folder(place.parent)
            disk.swap(disk.staged(place, image.after, PRIVATE_FILE), place)


def _nothing() -> None:
    """No record is written of finishing one: it stays until all is done."""
