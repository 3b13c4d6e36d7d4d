"""What becomes of each file of a change: compared with what it was made from, merged where somebody wrote meanwhile."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import tomli

from okr_tui.store import disk
from okr_tui.store.canonical import in_order_of, rendered, same, with_format
from okr_tui.store.change import FileChange, Tables, digest
from okr_tui.store.codec import BYTE_ORDER_MARK, Refused, parsed
from okr_tui.store.failures import ChangedUnderneath, NotWritten, failure
from okr_tui.words.language import _

FORMAT = 1
"""The newest `format` of a file that this program writes."""


class Step(NamedTuple):
    """One file on its way.

    Attributes:
        path: the file, relative to the workspace.
        place: where it really is.
        was: its bytes; None: there is none.
        mode: its mode.
        will: the bytes that it is to have; None: it goes.
        rewritten: whether a person's own way of writing it is lost.
        conflicts: ids of the records of conflicts that come into it.
    """

    path: str
    place: Path
    was: bytes | None
    mode: int | None
    will: bytes | None
    rewritten: bool = False
    conflicts: tuple[str, ...] = ()


def step_of(file: FileChange, place: Path) -> Step:
    """What is to be done with a file.

    Raises:
        ChangedUnderneath: somebody has written meanwhile, and it can't be merged.
        NotWritten: it can't be read, or what is wanted has no place in TOML.
    """
    was, mode = on_disk(file.path, place)
    wanted = file.tables
    conflicts: tuple[str, ...] = ()
    if (None if was is None else digest(was)) != file.before:
        wanted, conflicts = _merged(file, was)
    elif wanted is None or file.image is not None:
        return Step(file.path, place, was, mode, file.image)
    try:
        text, rewritten = _text(file.path, was, with_format(wanted))
        return Step(file.path, place, was, mode, _readable(file.path, text), rewritten, conflicts)
    except (ValueError, RecursionError) as error:
        raise NotWritten(_no_toml(), file.path) from error


def on_disk(path: str, place: Path) -> tuple[bytes | None, int | None]:
    """The bytes and the mode of a file; None where there is none.

    Raises:
        NotWritten: it is there but can't be read.
    """
    with failing_as(path):
        found = disk.present(place)
    return found or (None, None)


@contextmanager
def failing_as(path: str) -> Iterator[None]:
    """Turns what the system says about a file into a sentence."""
    try:
        yield
    except OSError as error:
        raise failure(error, path) from error


def _merged(file: FileChange, was: bytes | None) -> tuple[Tables, tuple[str, ...]]:
    """What was wanted and what somebody else has written, merged, and the ids of new conflicts."""
    if file.seen is None or was is None:
        raise ChangedUnderneath(file.path)
    from okr_tui.store.merge import merge

    base, theirs = (parsed(data) if data else {} for data in (file.seen, was))
    if isinstance(base, Refused) or isinstance(theirs, Refused):
        raise ChangedUnderneath(file.path)
    mine = _frame(base) if file.tables is None else with_format(file.tables)
    merged = merge(base, mine, theirs)
    return merged.tables, tuple(row["id"] for row in merged.conflicts)


def _frame(tables: Tables) -> Tables:
    """What stays of a file that is to go, when somebody has added to it: the keys at its top."""
    return {key: value for key, value in tables.items() if not isinstance(value, (dict, list))}


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
    if not same(tomli.loads(new), wanted):
        raise NotWritten(_no_toml(), path)
    return new, by_hand


def _readable(path: str, text: str) -> bytes:
    """The bytes of a text that the reader takes: whatever it refuses is not written.

    Raises:
        NotWritten: it would be refused.
    """
    data = text.encode()
    if not isinstance(refused := parsed(data), Refused):
        return data
    if refused.code == "too-large":
        told = _(
            "This would make the file larger than 1 MiB, more than okr reads, so nothing was saved; write less in it."
        )
        raise NotWritten(told, path)
    raise NotWritten(
        _("Nothing was saved, because it could not be read again: {why}").format(why=refused.message), path
    )


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
        return (None if was is None else tomli.loads(text.removeprefix(BYTE_ORDER_MARK))), text
    except UnicodeDecodeError:
        return None, "\ufffd"
    except (ValueError, RecursionError):
        return None, text


def _no_toml() -> str:
    return _("Something in it can't be written as TOML, so nothing was saved.")
