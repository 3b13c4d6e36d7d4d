"""Files as they were read last, kept on this machine: what has not changed needs no TOML parser the next time.

A kept file is trusted while its size, times and inode are what they were, as git trusts its index; and as there, not
when it changed so shortly before it was kept that another change might show the same time. It goes through its model
again like any file, a journal or a review only when somebody asks for what it says. Losing what is kept loses nothing.
"""

import os
import weakref
from array import array
from collections.abc import Callable, Iterable, Sequence
from functools import cache, partial
from itertools import accumulate
from pathlib import Path
from typing import Any, NamedTuple

from msgspec import MsgspecError, Struct, json

from okr_tui.domain.journal import Journal
from okr_tui.domain.review import Review
from okr_tui.domain.shelf import Shelved
from okr_tui.domain.table import File
from okr_tui.store.layout import place_of
from okr_tui.store.listing import RACY
from okr_tui.store.own_files import write_private
from okr_tui.store.validate import MODELS

VERSION = 8
"""Of how files are kept, and of what their models hold; grows with every change of either."""

_FILE = "files.jsonl"


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


OnShelf = Shelved[Journal] | Shelved[Review]
"""A file that is opened when somebody asks for what it says."""


class ToKeep(NamedTuple):
    """A file to be kept: its model, or where it stands on its shelf."""

    path: str
    signature: Signature
    found: File | OnShelf


class Kept:
    """What is kept of one workspace.

    Args:
        cache: this machine's cache folder for the workspace; where it can't be written nothing is kept.
    """

    def __init__(self, cache: Path) -> None:
        self._file = cache / _FILE
        self._heads, self._lines, self._trusted_until = _read(self._file)
        self._names = frozenset(self._heads)
        self._kept: dict[str, tuple[Signature, int]] = {}

    def __contains__(self, path: object) -> bool:
        """Whether a file of this name was kept."""
        return path in self._names

    def found(self, path: str, signature: Signature, anew: Callable[[str], File]) -> File | OnShelf | None:
        """A file that was kept with this signature: its model, or what is opened later; None where it must be read.

        Args:
            path: the file, relative to the workspace.
            signature: what it is now.
            anew: reads a file by its path, where what was kept of it turns out to be of no use when it is opened.
        """
        head = self._heads.pop(path, None)  # told once, and room for something else from then on
        if head is None or head.signature != signature or max(signature[1:3]) >= self._trusted_until:
            return None
        self._kept[path] = signature, head.number
        if head.abouts is not None:
            opened: Any = partial(_opened, self._lines, head.number, path, anew)
            return Shelved(head.abouts, head.asking or (), opened, talks=head.talks)
        place = place_of(path)
        try:
            return None if place is None else _decoder(MODELS[place.kind]).decode(self._lines[head.number])
        except (MsgspecError, OSError):  # another version of okr kept it, or the disk fails
            return None

    def keep(self, files: Iterable[ToKeep]) -> None:
        """Keeps these files and forgets all others; one that does not come back from JSON as it was is left out."""
        heads: list[_Head] = []
        texts = []
        for path, signature, found in files:
            kept, number = self._kept.get(path, (None, 0))
            text = self._lines[number] if kept == signature else _text(found)
            if text is not None:
                shelved = found if isinstance(found, Shelved) else None
                talks, abouts, asking = (
                    (shelved.talks, shelved.abouts, shelved.asking) if shelved else (False, None, None)
                )
                heads.append(_Head(path, len(heads), signature, talks, abouts, asking, len(text)))
                texts.append(text)
        try:
            write_private(self._file, b"\n".join([json.encode(VERSION), json.encode(heads), *texts]))
        except OSError:
            return


class _Head(Struct, array_like=True):
    """What is told of a file that was kept.

    Attributes:
        number: of its line; length: of that line, in bytes.
        talks: of what stands on a shelf; abouts and asking likewise, None for anything else.
    """

    path: str
    number: int
    signature: Signature
    talks: bool
    abouts: tuple[str, ...] | None
    asking: tuple[str, ...] | None
    length: int


class _Lines:
    """What is kept of each file, by its number: it stays on the disk until somebody asks for it.

    The file is replaced when more is kept, never changed: what was opened stays what it was.

    Args:
        file: what holds them, open; closed as soon as nobody needs it.
        starts: where each of them begins, and where the last one ends.
    """

    def __init__(self, file: int, starts: Sequence[int]) -> None:
        self._file, self._starts = file, starts
        weakref.finalize(self, os.close, file)

    def __getitem__(self, number: int) -> bytes:
        """One of them, without its line feed."""
        start = self._starts[number]
        return os.pread(self._file, self._starts[number + 1] - start - 1, start)


def _opened(lines: "_Lines | Sequence[bytes]", number: int, path: str, anew: Callable[[str], File]) -> Any:
    """A journal or a review from its line."""
    model = Review if "/review/" in path else Journal
    try:
        return _decoder(model).decode(lines[number])
    except (MsgspecError, OSError):  # another version of okr kept it, or the disk fails
        return anew(path)


@cache
def _decoder(kind: type[File]) -> "json.Decoder[Any]":
    return json.Decoder(kind)


def _text(found: File | OnShelf) -> bytes | None:
    """A model as one line of JSON; None where a date in a place without a type would come back as a string."""
    model = found.opened if isinstance(found, Shelved) else found
    text = json.encode(model)
    return text if _decoder(type(model)).decode(text) == model else None


def _read(file: Path) -> "tuple[dict[str, _Head], _Lines | Sequence[bytes], int]":
    """Path → what is told of a file; the lines; the time from which on a change makes a file untrusted."""
    try:
        with file.open("rb") as stream:
            status = os.fstat(stream.fileno())
            version, told = stream.readline(), stream.readline()
            if json.decode(version) != VERSION:
                return {}, (), 0
            heads = json.decode(told, type=list[_Head])
            lengths = [head.length + 1 for head in heads]
            starts = list(accumulate(lengths, initial=stream.tell()))
            if starts[-1] != status.st_size + 1:
                return {}, (), 0
            lines = (
                _Lines(os.dup(stream.fileno()), array("q", starts))
                if hasattr(os, "pread")
                else stream.read().split(b"\n")
            )  # Windows can't replace a file that is open
        return {head.path: head for head in heads}, lines, status.st_mtime_ns - RACY
    except (MsgspecError, OSError, ValueError, TypeError, IndexError, AttributeError, OverflowError):
        return {}, (), 0
