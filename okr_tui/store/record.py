"""The record of a change: what every file was and is to be, checksummed, so that it can be finished or turned round."""

import json
from typing import Any, NamedTuple

from okr_tui.store.change import Change, digest
from okr_tui.store.steps import Step

_HEAD = b"okr record 1 "


class Image(NamedTuple):
    """One file of a record: its bytes before and after; None: there was, or is to be, no such file."""

    path: str
    before: bytes | None
    after: bytes | None


class Record(NamedTuple):
    """One change as it was written.

    Attributes:
        name: what the undo list calls it.
        about: id of the table that it is about.
        by: the person's id; empty where nobody was known.
        at: when, as ISO text; empty where nobody said.
        files: every file that it changed.
    """

    name: str
    about: str
    by: str
    at: str
    files: tuple[Image, ...]


def record_of(change: Change, steps: list[Step]) -> Record:
    """The record of a change that is about to be carried out."""
    images = tuple(Image(step.path, step.was, step.will) for step in steps)
    return Record(change.name, change.about, change.by or "", change.at.isoformat() if change.at else "", images)


def packed(record: Record) -> bytes:
    """A record as bytes: a checksum, and behind it JSON with hashes and images of all files."""
    files = [
        {
            "path": image.path,
            "before": None if image.before is None else digest(image.before),
            "after": None if image.after is None else digest(image.after),
            "was": _text(image.before),
            "will": _text(image.after),
        }
        for image in record.files
    ]
    body = json.dumps({**record._asdict(), "files": files}).encode()
    return _HEAD + digest(body).encode() + b"\n" + body


def unpacked(data: bytes) -> Record | None:
    """The record in these bytes; None where it is not whole: a power cut came before it was on the disk."""
    head, _line, body = data.partition(b"\n")
    if head != _HEAD + digest(body).encode():
        return None
    said = json.loads(body)
    files = tuple(Image(file["path"], _bytes(file["was"]), _bytes(file["will"])) for file in said["files"])
    return Record(said["name"], said["about"], said["by"], said["at"], files)


def _text(data: bytes | None) -> str | None:
    """Bytes as text that JSON can hold; what is no UTF-8 survives as surrogates."""
    return None if data is None else data.decode("utf-8", "surrogateescape")


def _bytes(text: Any) -> bytes | None:
    return text.encode("utf-8", "surrogateescape") if isinstance(text, str) else None
