"""The one writer: all files of a change, or none of them, and never over something that somebody else has written.

Under the workspace's lock every file is compared with what the change was made from, everything is rendered and read
back, all temporary files are written, and only then the first file is replaced.
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from okr_tui.store import disk
from okr_tui.store.canonical import in_order_of, rendered, same, with_format
from okr_tui.store.change import Change, FileChange, Tables, digest
from okr_tui.store.failures import ChangedUnderneath, NotWritten, failure
from okr_tui.store.lock import locked
from okr_tui.store.targets import target
from okr_tui.words.language import _

__all__ = ["FORMAT", "ChangedUnderneath", "NotWritten", "Written", "write"]

FORMAT = 1
"""The newest `format` of a file that this program writes."""


class Written(NamedTuple):
    """What a change did to the disk.

    Attributes:
        files: the files that are different now, relative to the workspace.
        rewritten: hand-written files that could not be changed in place, so that their comments are gone, each with
            the place where the old one is kept.
        unsafe: saved, but not yet safe from a power cut: the disk didn't confirm it.
    """

    files: tuple[str, ...]
    rewritten: tuple[tuple[str, Path], ...] = ()
    unsafe: bool = False


class _Step(NamedTuple):
    """One file on its way: where it is, what it was, what it is to be; None: no file."""

    file: FileChange
    place: Path
    was: bytes | None
    mode: int | None
    will: bytes | None
    rewritten: bool


def write(root: Path, change: Change, *, state: Path) -> Written:
    """Writes a change.

    Args:
        root: the workspace folder.
        change: what is to be written.
        state: this machine's state folder for the workspace; old versions of rewritten files are kept there.

    Raises:
        ChangedUnderneath: a file is no longer the one that the change was made from; no file was touched.
        NotWritten: it can't be written; the file that it names is as it was.
        OkrError: the workspace can't be locked.
    """
    with locked(root, state=state):
        real = root.resolve()
        places = [(file, target(real, file.path)) for file in change.files]
        found = [_compared(file, place) for file, place in places]
        steps = [_step(file, place, *was) for (file, place), was in zip(places, found, strict=True)]
        _no_place_twice(steps)
        steps = [step for step in steps if step.was != step.will]
        kept = tuple((step.file.path, _kept(state, step)) for step in steps if step.rewritten)
        safe = _carried_out(steps)
    return Written(tuple(step.file.path for step in steps), kept, not safe)


def _compared(file: FileChange, place: Path) -> tuple[bytes | None, int | None]:
    """The bytes and mode of a file that is still the one that the change was made from."""
    with _failing_as(file.path):
        found = disk.present(place)
    data, mode = found or (None, None)
    if (None if data is None else digest(data)) != file.before:
        raise ChangedUnderneath(file.path)
    return data, mode


def _step(file: FileChange, place: Path, was: bytes | None, mode: int | None) -> _Step:
    if file.tables is None:
        return _Step(file, place, was, mode, None, rewritten=False)
    try:
        text, rewritten = _text(file.path, was, with_format(file.tables))
        return _Step(file, place, was, mode, text.encode(), rewritten)
    except (ValueError, RecursionError) as error:
        raise NotWritten(_no_toml(), file.path) from error


def _text(path: str, was: bytes | None, wanted: Tables) -> tuple[str, bool]:
    """The text of a file, and whether a person's own way of writing it was lost."""
    old, text = _read(was)
    for tables in (old, wanted):
        if tables is not None and isinstance(tables.get("format"), int) and tables["format"] > FORMAT:
            raise NotWritten(_("A newer okr has written this file; update okr to change it."), path)
    by_hand = was is not None and (old is None or not _machine_made(old, text))
    if by_hand:
        from okr_tui.store.edit import edited

        kept = edited(text, wanted)
        if kept is not None:
            return kept, False
    new = rendered(in_order_of(old or {}, wanted))
    if not same(tomllib.loads(new), wanted):
        raise NotWritten(_no_toml(), path)
    return new, by_hand


def _machine_made(old: Tables, text: str) -> bool:
    """Whether a text is in canonical form; one whose values can't be written again is not."""
    try:
        return rendered(old) == text
    except ValueError:
        return False


def _read(was: bytes | None) -> tuple[Tables | None, str]:
    """The tables of the file as it is, and its text; no tables when it is none or can't be read."""
    try:
        text = (was or b"").decode()
        return (None if was is None else tomllib.loads(text.removeprefix("\ufeff"))), text
    except UnicodeDecodeError:
        return None, "\ufffd"
    except (ValueError, RecursionError):
        return None, text


def _no_place_twice(steps: list[_Step]) -> None:
    places: set[Path] = set()
    for step in steps:
        if step.place in places:
            raise NotWritten(_("This file is named twice in one change, so nothing was saved."), step.file.path)
        places.add(step.place)


def _kept(state: Path, step: _Step) -> Path:
    """Puts the old version of a file into the state folder, under its content's own name."""
    data = step.was or b""
    place = state / "kept" / f"{digest(data)[:16]}-{step.file.path.replace('/', '-')}"
    with _failing_as(step.file.path):
        if not place.exists():
            disk.folders_made(place.parent)
            disk.swap(disk.staged(place, data, 0o600), place)
    return place


def _carried_out(steps: list[_Step]) -> bool:
    """Does the steps; whether all of it is safe from a power cut."""
    made: list[Path] = []
    staged: dict[Path, Path] = {}
    done: list[_Step] = []
    try:
        for step in steps:
            if step.will is not None:
                with _failing_as(step.file.path):
                    made += disk.folders_made(step.place.parent)
                    staged[step.place] = disk.staged(step.place, step.will, step.mode)
        for step in steps:
            _compared(step.file, step.place)  # an editor asks for no lock: look once more, right before
        for step in steps:
            with _failing_as(step.file.path, tuple(earlier.file.path for earlier in done)):
                _replaced(step, staged)
            done.append(step)
    finally:
        for temporary in staged.values():
            disk.discard(temporary)
        if not done:
            disk.unmake(made)
    return disk.settled({step.place.parent for step in steps} | {folder.parent for folder in made})


def _replaced(step: _Step, staged: dict[Path, Path]) -> None:
    if step.will is None:
        step.place.unlink()
    else:
        disk.swap(staged[step.place], step.place)
        del staged[step.place]


@contextmanager
def _failing_as(path: str, written: tuple[str, ...] = ()) -> Iterator[None]:
    """Turns what the system says about a file into a sentence."""
    try:
        yield
    except OSError as error:
        raise failure(error, path, written) from error


def _no_toml() -> str:
    return _("Something in it can't be written as TOML, so nothing was saved.")
