"""Files as they were read last, kept on this machine: what has not changed needs no TOML parser the next time.

A kept file is trusted while its size, times and inode are what they were, as git trusts its index; and as there, not
when it changed so shortly before it was kept that another change might show the same time. It goes through its model
again like any file. Losing what is kept loses nothing.
"""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from pydantic import ValidationError
from pydantic_core import from_json, to_json

from okr_tui.domain.table import File
from okr_tui.store.layout import place_of
from okr_tui.store.validate import MODELS

VERSION = 1
_FILE = "files.jsonl"
_RACY = 2_000_000_000  # nanoseconds: the coarsest times that a file system keeps (FAT)


class Signature(NamedTuple):
    """What tells that a file is still the one that was read.

    Attributes:
        changed: when its content changed last, in ns; touched: when anything about it did, which nobody can set back.
    """

    size: int
    changed: int
    touched: int
    inode: int


def signature_of(status: os.stat_result) -> Signature:
    """The signature of a file."""
    return Signature(status.st_size, status.st_mtime_ns, status.st_ctime_ns, status.st_ino)


class Kept:
    """What is kept of one workspace.

    Args:
        cache: this machine's cache folder for the workspace; where it can't be written nothing is kept.
    """

    def __init__(self, cache: Path) -> None:
        self._file = cache / _FILE
        self._lines, self._trusted_until = _read(self._file)

    def model(self, path: str, signature: Signature) -> File | None:
        """The model of a file that was kept with this signature; None where it must be read."""
        found = self._lines.get(path)
        place = place_of(path)
        if found is None or place is None or found[0] != signature:
            return None
        if max(signature.changed, signature.touched) >= self._trusted_until:
            return None
        try:
            return MODELS[place.kind].model_validate_json(found[1])
        except ValidationError:  # another version of okr kept it
            return None

    def keep(self, files: Mapping[str, tuple[Signature, File]]) -> None:
        """Keeps these files and forgets all others; one that does not come back from JSON as it was is left out."""
        lines = []
        for path, (signature, model) in files.items():
            found = self._lines.get(path)
            text = found[1] if found is not None and found[0] == signature else _text(model)
            if text is not None:
                lines += [to_json([path, *signature]), text]
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            new = self._file.with_name(f".{_FILE}-{os.getpid()}")
            new.write_bytes(b"\n".join([to_json(VERSION), *lines]))
            new.replace(self._file)
        except OSError:
            return


def _text(model: File) -> bytes | None:
    """A model as one line of JSON; None where a date in a place without a type would come back as a string."""
    text = model.model_dump_json(by_alias=True, exclude_unset=True).encode()
    return text if type(model).model_validate_json(text) == model else None


def _read(file: Path) -> tuple[dict[str, tuple[Signature, bytes]], int]:
    """Path → signature and JSON of every kept file, and the time from which on a change makes a file untrusted."""
    try:
        with file.open("rb") as stream:
            kept_at = os.fstat(stream.fileno()).st_mtime_ns
            version, *lines = stream.read().split(b"\n")
        if from_json(version) != VERSION:
            return {}, 0
        heads = [from_json(head) for head in lines[::2]]
        found = {str(path): Signature(*signature) for path, *signature in heads}
        return {path: (found[path], text) for path, text in zip(found, lines[1::2], strict=True)}, kept_at - _RACY
    except (OSError, ValueError, TypeError):
        return {}, 0
