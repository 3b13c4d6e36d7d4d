"""Every change of this machine, kept in the state folder: what undo takes back, redo does again, and recovery finishes.

A record lies in `pending` from just before its first file is replaced until its last one has been, and then in
`history`. Its name says all that undo needs to know without reading it: `00000123-undo-121.rec` is change 123, which
turned round change 121.
"""

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from okr_tui.store.change import Change
from okr_tui.store.disk import folders_made, settled
from okr_tui.store.own_files import PRIVATE_FOLDER
from okr_tui.store.record import Record, packed, record_of, unpacked
from okr_tui.store.steps import Step

KEPT = 500
"""How many records there are, those of undo and redo among them; the oldest go. So 250 changes can be undone in a row."""

LARGEST = 64 * 1024 * 1024
"""Bytes that all records may have together, looked at now and then."""

_NAME = re.compile(r"(\d{8,})-(change|received|(?:undo|redo)-(\d+))\.rec")
_LOOK_EVERY = 32


class Entry(NamedTuple):
    """One record.

    Attributes:
        number: the changes of a workspace are counted from 1.
        kind: "change", "undo" or "redo"; "received" for what others have changed, which is never taken back here.
        of: the number of the change that was turned round; 0 for a change of its own.
    """

    number: int
    kind: str
    of: int
    file: Path


def entries(folder: Path) -> list[Entry]:
    """The records in a folder, the oldest first."""
    try:
        names = os.listdir(folder)  # noqa: PTH208 - ten times as fast as making a path of each
    except OSError:
        return []
    found = [(name, match) for name in names if (match := _NAME.fullmatch(name))]
    return sorted(Entry(int(m[1]), m[2].partition("-")[0], int(m[3] or 0), folder / name) for name, m in found)


def next_one(state: Path, kind: str) -> Entry | None:
    """The change that is to be turned round next; None where there is none.

    Args:
        state: this machine's state folder for the workspace.
        kind: "undo" or "redo".
    """
    done, undone = stacks(state)
    stack = done if kind == "undo" else undone
    return stack[-1] if stack else None


def stacks(state: Path) -> tuple[list[Entry], list[Entry]]:
    """What can be taken back, and what can be done again; in both the last one is the next.

    Args:
        state: this machine's state folder for the workspace.
    """
    done: list[Entry] = []
    undone: list[Entry] = []
    for entry in entries(state / "history"):
        taken, put = (done, undone) if entry.kind == "undo" else (undone, done)
        if entry.kind == "change":
            undone.clear()
        elif not taken or taken[-1].number != entry.of:
            continue  # what it turned round is too old to be kept
        else:
            taken.pop()
        put.append(entry)
    return done, undone


def load(entry: Entry) -> Record | None:
    """The record of an entry; None where it is damaged."""
    try:
        return unpacked(entry.file.read_bytes())
    except OSError:
        return None


class Journal:
    """The record of one change on its way; used under the lock alone.

    Args:
        state: this machine's state folder for the workspace.
        change: the change.
        steps: what it does.
    """

    def __init__(self, state: Path, change: Change, steps: list[Step]) -> None:
        self._state, self._steps = state, steps
        self._data = packed(record_of(change, steps))
        turned = change.taken_back
        self._kind = "change" if turned is None else f"{turned.kind}-{turned.number}"
        self._old: list[Entry] = []
        self._file: Path | None = None
        self._stuck = False

    def begin(self) -> None:
        """Writes the record down; that of several files so that a power cut can't take it.

        Raises:
            OSError: the record of several files can't be written; with a single file it is only not kept.
        """
        several = len(self._steps) > 1
        try:
            self._write(several)
        except OSError:
            self.drop()
            if several:
                raise

    def stuck(self) -> None:
        """Remembers that the change is half done, so that the record must stay."""
        self._stuck = True

    def drop(self) -> None:
        """Removes the record of a change that was not made."""
        if self._file is not None and not self._stuck:
            with suppress(OSError):
                self._file.unlink()

    def finish(self) -> None:
        """Moves the record into the history; where that fails the next start does it."""
        if self._file is not None:
            with suppress(OSError):
                kept(self._state, self._file, lasting=len(self._steps) > 1)
                _forget(self._old)

    def _write(self, several: bool) -> None:
        folder = self._state / "pending"
        self._old = entries(self._state / "history")
        number = max([0, *(entry.number for entry in [*self._old[-1:], *entries(folder)])]) + 1
        made = folders_made(folder, PRIVATE_FOLDER)
        self._file = folder / f"{number:08d}-{self._kind}.rec"
        descriptor = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(self._data)
            if several:
                file.flush()
                os.fsync(descriptor)
        if several:
            settled({folder, *(each.parent for each in made)})


class Received:
    """The record of what came from others while it is put onto the disk; used under the lock alone.

    Args:
        state: this machine's state folder for the workspace.
        record: the files.
    """

    def __init__(self, state: Path, record: Record) -> None:
        self._folder, self._data = state / "pending", packed(record)
        self._file: Path | None = None
        self._stuck = False

    def begin(self) -> None:
        """Writes the record down so that a power cut can't take it.

        Raises:
            OSError: it can't be written.
        """
        made = folders_made(self._folder, PRIVATE_FOLDER)
        number = max([0, *(entry.number for entry in entries(self._folder))]) + 1
        file = self._folder / f"{number:08d}-received.rec"
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
        self._file = file
        with os.fdopen(descriptor, "wb") as stream:
            stream.write(self._data)
            stream.flush()
            os.fsync(descriptor)
        settled({self._folder, *(each.parent for each in made)})

    def stuck(self) -> None:
        """Remembers that it is half done, so that the next start finishes it."""
        self._stuck = True

    def end(self) -> None:
        """Removes the record: all files are there, or none."""
        if self._file is not None and not self._stuck:
            with suppress(OSError):
                self._file.unlink()


def kept(state: Path, file: Path, *, lasting: bool) -> None:
    """Moves a record into the history.

    Args:
        state: this machine's state folder for the workspace.
        file: the record.
        lasting: so that it is there after a power cut, and not in its old place.

    Raises:
        OSError: it can't be moved.
    """
    folder = state / "history"
    made = folders_made(folder, PRIVATE_FOLDER)
    file.replace(folder / file.name)
    if lasting:
        settled({folder, file.parent, *(each.parent for each in made)})


def _forget(old: list[Entry]) -> None:
    """Removes the oldest records where there are too many, or where they are too large together."""
    for entry in old[: -KEPT + 1]:
        entry.file.unlink()
    if not old or old[-1].number % _LOOK_EVERY:
        return
    room = LARGEST
    for entry in reversed(old[-KEPT + 1 :]):
        room -= entry.file.stat().st_size
        if room < 0:
            entry.file.unlink()
