"""The one writer: all files of a change, or none of them, and never over something that somebody else has written.

Under the workspace's lock every file is compared with what the change was made from, and merged where somebody has
written meanwhile; everything is rendered and read back, all temporary files and the record of the change are written,
and only then the first file is replaced.
"""

from pathlib import Path
from typing import NamedTuple

from okr_tui.store import disk
from okr_tui.store.change import Change, digest
from okr_tui.store.failures import ChangedUnderneath, NotWritten
from okr_tui.store.history import Journal, entries, next_one
from okr_tui.store.lock import PATIENCE, locked
from okr_tui.store.own_files import PRIVATE_FILE, make_private_folder
from okr_tui.store.replacing import replace_all
from okr_tui.store.state import note_place
from okr_tui.store.steps import FORMAT, Step, failing_as, step_of
from okr_tui.store.targets import target
from okr_tui.words.language import _

__all__ = ["FORMAT", "ChangedUnderneath", "NotWritten", "Written", "write"]


class Written(NamedTuple):
    """What a change did to the disk.

    Attributes:
        files: the files that are different now, relative to the workspace.
        rewritten: hand-written files that could not be changed in place, so that their comments are gone, each with
            the place where the old one is kept.
        unsafe: saved, but not yet safe from a power cut: the disk didn't confirm it.
        conflicts: ids of the records of conflicts that it left: somebody else had changed the same meanwhile.
    """

    files: tuple[str, ...]
    rewritten: tuple[tuple[str, Path], ...] = ()
    unsafe: bool = False
    conflicts: tuple[str, ...] = ()


def write(root: Path, change: Change, *, state: Path, patience: float = PATIENCE) -> Written:
    """Writes a change; first finishes what was interrupted earlier.

    Args:
        root: the workspace folder.
        change: what is to be written.
        state: this machine's state folder for the workspace; old versions of rewritten files are kept there.
        patience: seconds to wait for somebody else who writes.

    Raises:
        ChangedUnderneath: a file is no longer the one that the change was made from, and the change does not say what
            the person had seen; or what it takes back has been taken back already. No file was touched.
        NotWritten: it can't be written; the file that it names is as it was.
        OkrError: the workspace can't be locked.
    """
    with locked(root, state=state, timeout=patience):
        real = root.resolve()
        if entries(state / "pending"):
            from okr_tui.store.recovery import finished

            finished(real, state)
        _still_next(change, state)
        steps = [step_of(file, target(real, file.path)) for file in change.files]
        _no_place_twice(steps)
        steps = [step for step in steps if step.was != step.will]
        if not steps and change.taken_back is None:
            return Written(())
        kept = tuple((step.path, _kept(state, step)) for step in steps if step.rewritten)
        note_place(state, real)
        safe = _carried_out(Journal(state, change, steps), steps)
    conflicts = tuple(identity for step in steps for identity in step.conflicts)
    return Written(tuple(step.path for step in steps), kept, not safe, conflicts)


def _carried_out(journal: Journal, steps: list[Step]) -> bool:
    """Does the steps with their record; whether all of it is safe from a power cut."""

    def ready() -> None:
        with failing_as(steps[0].path if steps else ""):
            journal.begin()

    try:
        safe = replace_all(steps, ready, journal.stuck)
    except BaseException:
        journal.drop()
        raise
    journal.finish()
    return safe


def _still_next(change: Change, state: Path) -> None:
    turned = change.taken_back
    if turned is not None:
        entry = next_one(state, turned.kind)
        if entry is None or entry.number != turned.number:
            raise ChangedUnderneath(change.files[0].path if change.files else "")


def _no_place_twice(steps: list[Step]) -> None:
    places: set[Path] = set()
    for step in steps:
        if step.place in places:
            raise NotWritten(_("This file is named twice in one change, so nothing was saved."), step.path)
        places.add(step.place)


def _kept(state: Path, step: Step) -> Path:
    """Puts the old version of a file into the state folder, under its content's own name."""
    data = step.was or b""
    place = state / "kept" / f"{digest(data)[:16]}-{step.path.replace('/', '-')}"
    with failing_as(step.path):
        if not place.exists():
            make_private_folder(place.parent)
            disk.swap(disk.staged(place, data, PRIVATE_FILE), place)
    return place
