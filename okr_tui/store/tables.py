"""The tables of one file as they stand on the disk right now: what a change is made from."""

import os
import stat
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.errors import OkrError
from okr_tui.domain.ids import KINDS
from okr_tui.store.change import FileChange, Tables, digest
from okr_tui.store.codec import LARGEST_FILE, Refused, parsed
from okr_tui.store.layout import place_of
from okr_tui.words.language import _


class Held(NamedTuple):
    """A file as read: its tables, free to be changed, and the digest to compare with before writing.

    Attributes:
        before: None where there is no such file yet; the tables are empty then.
        data: its bytes, empty where there is no such file.
    """

    path: str
    tables: Tables
    before: str | None
    data: bytes = b""

    def changed(self, tables: Tables) -> FileChange:
        """The change of this file to other tables; where somebody writes meanwhile, both are merged."""
        return FileChange(self.path, self.before, tables, self.data)


def held(root: Path, path: str, *, unfit: bool = False) -> Held:
    """Reads one file for a change.

    Args:
        root: the workspace folder.
        path: the file, relative to it, built by `layout`.
        unfit: read it although something in it does not fit its model, because the change may mend that.

    Raises:
        OkrError: it is there but can't be read, or does not fit its model; nothing must be written over it.
    """
    if absent(root / path):
        return Held(path, {}, None)
    data = bytes_of(root, path)
    if isinstance(data, Refused):
        raise OkrError(data.message, file=path, line=data.line)
    found = parsed(data)
    if isinstance(found, Refused):
        raise OkrError(found.message, file=path, line=found.line)
    if not unfit:
        _fits(path, found, data)
    return Held(path, found, digest(data), data)


def _fits(path: str, tables: Tables, data: bytes) -> None:
    """Makes sure that tables are those of their model, so that actions find in them what they look for.

    Of a journal only the shape is looked at: a check-in need not import the models, which takes longer than all of it.
    """
    place = place_of(path)
    if place is None or (place.kind == "journal" and _in_shape(tables)):
        return
    from okr_tui.store.validate import model_of, problems_at

    found = model_of(place, tables)
    if isinstance(found, list):
        first = problems_at(data.decode("utf-8", errors="replace"), path, found[:1])[0]
        words = _("{why} Correct that in the file first; nothing was changed.").format(why=first.message)
        raise OkrError(words, file=path, line=first.line)


def _in_shape(journal: Tables) -> bool:
    """Whether each kind of what is said in a journal is a list of tables."""
    said = [journal[kind] for kind in KINDS if kind in journal]
    return "format" in journal and all(
        isinstance(each, list) and all(isinstance(row, dict) for row in each) for each in said
    )


def absent(full: Path) -> bool:
    """Whether nothing stands there; where the system can't tell, reading it will say why."""
    try:
        return not full.exists() and not full.is_symlink()
    except OSError:
        return False


def bytes_of(root: Path, path: str) -> bytes | Refused:
    """The bytes of a regular file inside the workspace, at most one more than is allowed; or why it can't be read."""
    try:
        status = os.lstat(f"{root}/{path}")
        if stat.S_ISREG(status.st_mode) and status.st_size <= LARGEST_FILE:  # nearly every file, asked once
            with open(f"{root}/{path}", "rb", buffering=0) as stream:  # noqa: PTH123 - thousands of them
                return stream.readall()
        full = root / path
        if full.is_symlink() and not full.resolve().is_relative_to(root.resolve()):
            return Refused(
                1, 1, "link-outside", _("This is a link to a place outside the workspace; it is not followed.")
            )
        if not full.is_file():
            return Refused(1, 1, "no-file", _("This is not a regular file; it is not read."))
        with full.open("rb") as stream:
            return stream.read(LARGEST_FILE + 1)
    except OSError as error:
        return unreadable(error)
    except RuntimeError:  # what `resolve` says of links that lead to each other
        return Refused(1, 1, "no-file", _("This is not a regular file; it is not read."))


def unreadable(error: OSError) -> Refused:
    """Why the system does not let a file be read."""
    reason = error.strerror or str(error)
    return Refused(1, 1, "unreadable", _("The file can't be read: {reason}.").format(reason=reason))
