"""What a person's action wants written: whole files as they should be afterwards, and what it was made from."""

import hashlib
from datetime import datetime
from typing import Any, Literal, NamedTuple

Tables = dict[str, Any]
"""A whole file as `tomllib` reads it."""


class FileChange(NamedTuple):
    """One file of a change.

    Attributes:
        path: the file, relative to the workspace, `/` between the parts, built from validated ids.
        before: `digest` of the bytes that the change was made from; None: there was no such file.
        tables: the whole file as it should be afterwards; None: the file goes.
        seen: the bytes that the person saw, from which both sides are merged when somebody has written meanwhile;
            empty where there was no file, None where nobody knows: then it is not merged.
        image: the very bytes that it should have when nobody has written meanwhile; None: they are made of the tables.
    """

    path: str
    before: str | None
    tables: Tables | None
    seen: bytes | None = None
    image: bytes | None = None


class TakenBack(NamedTuple):
    """Which change is taken back, or done again.

    Attributes:
        kind: "undo" or "redo".
        number: the number in the history of the change that is turned round.
    """

    kind: Literal["undo", "redo"]
    number: int


class Change(NamedTuple):
    """Everything that one action of a person changes.

    Attributes:
        name: what the undo list calls it, for example "check-in on NPS".
        files: the files; no path twice.
        about: id of the table that it is about; empty where nobody said.
        by: the person's id.
        at: when it was done.
        taken_back: set where this turns round an earlier change.
    """

    name: str
    files: tuple[FileChange, ...]
    about: str = ""
    by: str | None = None
    at: datetime | None = None
    taken_back: TakenBack | None = None


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes in hex: the only thing that tells whether a file is still the one that was read."""
    return hashlib.sha256(data).hexdigest()
