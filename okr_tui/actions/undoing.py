"""Taking back the last change, and doing it again: the record of a change turned round, merged with what came since."""

from pathlib import Path
from typing import Literal, NamedTuple

from okr_tui.actions.act import Act
from okr_tui.domain.errors import WrongUsage
from okr_tui.store.change import Change, FileChange, TakenBack, digest
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.history import Entry, load, next_one, stacks
from okr_tui.store.record import Image
from okr_tui.store.tables import absent
from okr_tui.words.language import _


def take_back(root: Path, state: Path, kind: Literal["undo", "redo"]) -> Act:
    """Turns the last change round: "undo" takes it back, "redo" does again what was taken back.

    Where nobody has written since, the files are to the byte what they were. Where somebody has, only what the change
    had changed is turned round.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace, where the history is kept.
        kind: which of the two.

    Returns:
        The act; its name is that of the change that is turned round.

    Raises:
        WrongUsage: there is nothing to take back, or to do again.
    """
    while entry := next_one(state, kind):
        record = load(entry)
        if record is None:  # a power cut took it before it was on the disk
            entry.file.unlink(missing_ok=True)
            continue
        files = tuple(_turned(root, image) for image in record.files)
        return Act(record.about, Change(record.name, files, taken_back=TakenBack(kind, entry.number)))
    raise WrongUsage(_("There is nothing to undo.") if kind == "undo" else _("There is nothing to redo."))


class Remembered(NamedTuple):
    """One change of this machine, as the undo list shows it.

    Attributes:
        number: that of its record.
        name: what it is called; at: when it was done or undone, as ISO text, empty where nobody said.
        by: the person's id, empty where nobody was known.
        undone: it was taken back, and can be done again.
    """

    number: int
    name: str
    at: str
    by: str
    undone: bool


def remembered(state: Path, most: int, known: dict[int, Remembered] | None = None) -> tuple[Remembered, ...]:
    """The changes of this machine, the newest first: on top what was taken back, the next to be done again lowest.

    Args:
        state: this machine's state folder for the workspace.
        most: how many of each kind.
        known: those that were read before, by their numbers; they are not read again.
    """
    done, undone = stacks(state)
    found = []
    for entry in (*undone[-most:], *reversed(done[-most:])):
        each = (known or {}).get(entry.number) or _remembered(entry, undone=entry.kind == "undo")
        if each is not None:
            found.append(each)
    return tuple(found)


def _remembered(entry: Entry, *, undone: bool) -> Remembered | None:
    record = load(entry)
    return None if record is None else Remembered(entry.number, record.name, record.at, record.by, undone)


def _turned(root: Path, image: Image) -> FileChange:
    """The file as it was before; one that somebody has removed since stays away."""
    if image.after is not None and absent(root / image.path):
        return FileChange(image.path, None, None)
    was = None if image.after is None else digest(image.after)
    tables = None if image.before is None else parsed(image.before)
    if isinstance(tables, Refused):  # it was no TOML: it comes back to the byte, or not at all
        return FileChange(image.path, was, {}, None, image.before)
    return FileChange(image.path, was, tables, image.after or b"", image.before)
