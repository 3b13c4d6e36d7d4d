"""All files of a change onto the disk, or none of them: staged beside the real ones, replaced, put back on a failure."""

from collections.abc import Callable
from pathlib import Path

from okr_tui.store import disk
from okr_tui.store.failures import ChangedUnderneath, NotWritten
from okr_tui.store.steps import Step, failing_as, on_disk


def replace_all(steps: list[Step], ready: Callable[[], None], stuck: Callable[[], None]) -> bool:
    """Does the steps.

    Args:
        steps: what is to be done, no place twice.
        ready: called when everything is staged, before the first file is replaced; where it raises, nothing is.
        stuck: called when it failed in the middle and what had been replaced could not be put back.

    Returns:
        Whether all of it is safe from a power cut.

    Raises:
        ChangedUnderneath: somebody was quicker; nothing is changed.
        NotWritten: it can't be done; nothing is changed, but for the files that it names as written.
    """
    made: list[Path] = []
    staged: dict[Path, Path] = {}
    done: list[Step] = []
    try:
        for step in steps:
            if step.will is not None:
                with failing_as(step.path):
                    made += disk.folders_made(step.place.parent)
                    staged[step.place] = disk.staged(step.place, step.will, step.mode)
        ready()
        for step in steps:  # an editor asks for no lock: look once more, right before
            if on_disk(step.path, step.place)[0] != step.was:
                raise ChangedUnderneath(step.path)
        _replaced(steps, staged, done, stuck)
    finally:
        for temporary in staged.values():
            disk.discard(temporary)
        if not done:
            disk.unmake(made)
    return disk.settled({step.place.parent for step in steps} | {folder.parent for folder in made})


def _replaced(steps: list[Step], staged: dict[Path, Path], done: list[Step], stuck: Callable[[], None]) -> None:
    """Puts every staged file in its place; `done` tells which of them are there."""
    try:
        for step in steps:
            with failing_as(step.path):
                if step.will is None:
                    step.place.unlink()
                else:
                    disk.swap(staged[step.place], step.place)
                    del staged[step.place]
            done.append(step)
    except BaseException as error:
        while done and _put_back(done[-1]):
            done.pop()
        if done:
            stuck()
            if isinstance(error, NotWritten):
                error.written = tuple(step.path for step in done)
        raise


def _put_back(step: Step) -> bool:
    """Whether a file that was replaced is again as it was."""
    try:
        if on_disk(step.path, step.place)[0] != step.will:
            return False  # somebody has written since: theirs stays
        if step.was is None:
            step.place.unlink()
            return True
        temporary = disk.staged(step.place, step.was, step.mode)
        try:
            disk.swap(temporary, step.place)
        finally:
            disk.discard(temporary)
    except Exception:  # noqa: BLE001 - whatever the disk says, the record of the change will mend it later
        return False
    return True
