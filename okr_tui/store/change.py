"""What a person's action wants written: whole files as they should be afterwards, and what it was made from."""

import hashlib
from typing import Any, NamedTuple

Tables = dict[str, Any]
"""A whole file as `tomllib` reads it."""


class FileChange(NamedTuple):
    """One file of a change.

    Attributes:
        path: the file, relative to the workspace, `/` between the parts, built from validated ids.
        before: `digest` of the bytes that the change was made from; None: there was no such file.
        tables: the whole file as it should be afterwards; None: the file goes.
    """

    path: str
    before: str | None
    tables: Tables | None


class Change(NamedTuple):
    """Everything that one action of a person changes.

    Attributes:
        name: what the undo list calls it, for example "check-in on NPS".
        files: the files; no path twice.
    """

    name: str
    files: tuple[FileChange, ...]


def digest(data: bytes) -> str:
    """The SHA-256 of a file's bytes in hex: the only thing that tells whether a file is still the one that was read."""
    return hashlib.sha256(data).hexdigest()
