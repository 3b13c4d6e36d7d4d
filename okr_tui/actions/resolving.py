"""Choosing where two people have changed one thing differently: the record goes, and what was chosen stands."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.actions.act import Act, one_file
from okr_tui.actions.nested import Slot, remove, slots
from okr_tui.actions.validity import still_valid
from okr_tui.actions.values import number
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.table import Conflict
from okr_tui.store.change import Change, FileChange
from okr_tui.store.merge_conflicts import CONFLICTS, GONE, PLACE
from okr_tui.store.tables import Held, held
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

OURS, THEIRS = "ours", "theirs"
"""The two answers: what stands, and what was put aside."""


class OpenConflict(NamedTuple):
    """One thing that waits for a person.

    Attributes:
        id: of the record.
        file: where it stands.
        about: id of the table, else its name; empty for the keys at the top of the file.
        key: the key; None where one side deleted the table, or with no `about` the file, that the other changed;
            "in" for where the table stands.
        ours: the value that stood when it was merged; `GONE` where there was none, as for the others.
        theirs: the value that was put aside.
        base: the value before both.
    """

    id: str
    file: str
    about: str
    key: str | None
    ours: Any
    theirs: Any
    base: Any


def open_conflicts(found: Iterable[tuple[str, Conflict]]) -> Iterator[OpenConflict]:
    """Everything that waits for a person, in the order of the files.

    Args:
        found: the records, each with its file: `Workspace.conflicts`.
    """
    for path, row in found:
        said = {name: getattr(row, name) if name in row.given else GONE for name in (OURS, THEIRS, "base")}
        yield OpenConflict(row.id, path, row.about, row.key, said[OURS], said[THEIRS], said["base"])


def resolve_conflict(root: Path, conflict: OpenConflict, answer: str, *, called: str = "") -> Act:
    """Chooses.

    Args:
        root: the workspace folder.
        conflict: what is chosen about.
        answer: "ours" leaves what stands now, "theirs" takes what was put aside; anything else is the value itself.
        called: what it is about, for the undo list; its ids where that isn't said.

    Raises:
        WrongUsage: the answer makes no sense for it, or somebody has chosen already.
        OkrError: the file can't be read.
    """
    if answer == OURS:
        return _ended(root, conflict, lambda _file: None, called)
    if answer == THEIRS:
        if conflict.key is None and not conflict.about:
            return _deleted(root, conflict, called)
        return _ended(root, conflict, lambda file: _take_theirs(file, conflict), called)
    return resolve_to(root, conflict, answer, called=called)


def resolve_to(root: Path, conflict: OpenConflict, text: str, *, called: str = "") -> Act:
    """Chooses a third value, as a person has typed it; raises as `resolve_conflict`."""
    return _ended(root, conflict, lambda file: _set(file, conflict, _typed(text, conflict)), called)


def resolve_to_base(root: Path, conflict: OpenConflict, *, called: str = "") -> Act:
    """Goes back to the value before both; raises as `resolve_conflict`."""
    return _ended(root, conflict, lambda file: _set(file, conflict, conflict.base), called)


def _ended(root: Path, conflict: OpenConflict, apply: Callable[[Held], None], called: str) -> Act:
    """The change that takes the record away and makes what was chosen stand."""
    file, kept = _waiting(root, conflict)
    apply(file)
    file.tables[CONFLICTS] = kept
    if not kept:
        del file.tables[CONFLICTS]
    still_valid(file)
    return one_file(conflict.id, _name(conflict, called), file, file.tables)._replace(inherits=True)


def _deleted(root: Path, conflict: OpenConflict, called: str) -> Act:
    """The change that lets a file go that one side had deleted as a whole."""
    file, _kept = _waiting(root, conflict)
    change = FileChange(file.path, file.before, None, file.data)
    return Act(conflict.id, Change(_name(conflict, called), (change,)))


def _waiting(root: Path, conflict: OpenConflict) -> tuple[Held, list[dict[str, Any]]]:
    """The file with a record, and its other records."""
    file = held(root, conflict.file)
    rows = file.tables.get(CONFLICTS, [])
    kept = [row for row in rows if row.get("id") != conflict.id]
    if len(kept) == len(rows):
        raise WrongUsage(_("Somebody has chosen already."))
    return file, kept


def _name(conflict: OpenConflict, called: str) -> str:
    about = called or " ".join(filter(None, (conflict.about, conflict.key))) or conflict.file
    return _("choice about {about}").format(about=about)


def _take_theirs(file: Held, conflict: OpenConflict) -> None:
    """Makes stand what was put aside; of a table that one side had deleted: it goes."""
    slot = _slot(file, conflict)
    if conflict.key is None:
        if slot is not None:
            remove(file, slot)
    elif conflict.key == PLACE and slot is not None:
        _move(file, conflict, slot)
    else:
        _set(file, conflict, conflict.theirs)


def _set(file: Held, conflict: OpenConflict, value: Any) -> None:
    """Makes a value stand; none takes the key away."""
    if conflict.key is None:
        raise WrongUsage(_("Say ours to keep it, or theirs to delete it."))
    if conflict.key == PLACE and _slot(file, conflict) is not None:
        raise WrongUsage(_("Say ours to leave it where it is, or theirs; anything else is done with “okr move”."))
    table = _table(file, conflict)
    if table is None:
        raise WrongUsage(_("What it is about is no longer there; say ours to be done with it."))
    *around, last = parts_of(conflict.key)
    for part in around:
        table = table.setdefault(part, {})
        if not isinstance(table, dict):
            raise WrongUsage(_("What it is about is no longer there; say ours to be done with it."))
    if value is GONE:
        table.pop(last, None)
    else:
        table[last] = value


def _move(file: Held, conflict: OpenConflict, slot: Slot) -> None:
    """Hangs a table where the other side had put it."""
    parent = next((each for each in slots(file) if each.table.get("id") == conflict.theirs), None)
    if conflict.theirs and conflict.theirs is not GONE and parent is None:
        raise WrongUsage(_("What it stood in is no longer there; say ours to leave it where it is."))
    if parent is not None and any(each is slot.table for each in (parent.table, *parent.above)):
        raise WrongUsage(_("It can't be moved into itself."))
    remove(file, slot)
    (file.tables if parent is None else parent.table).setdefault(slot.kind, []).append(slot.table)


def _table(file: Held, conflict: OpenConflict) -> dict[str, Any] | None:
    """The table that a conflict is about; None where it is gone."""
    if not conflict.about:
        return file.tables
    slot = _slot(file, conflict)
    if slot is not None:
        return slot.table
    named = file.tables.get(conflict.about)
    return named if isinstance(named, dict) else None


def _slot(file: Held, conflict: OpenConflict) -> Slot | None:
    """The table with that id; else the one that is about it (a grade, a decision) and has the value that stands."""
    found = [each for each in slots(file) if each.kind != CONFLICTS]
    with_id = next((each for each in found if each.table.get("id") == conflict.about), None)
    about = [each for each in found if "id" not in each.table and each.table.get("about") == conflict.about]
    fitting = [each for each in about if conflict.key and each.table.get(conflict.key, GONE) == conflict.ours]
    return with_id or next(iter(fitting or about), None)


def parts_of(key: str) -> list[str]:
    """The parts of a dotted key, as TOML reads them.

    Raises:
        WrongUsage: it is no key.
    """
    import tomllib

    try:
        parts, at = [], tomllib.loads(f"{key} = 0")
    except (ValueError, RecursionError):
        raise WrongUsage(_("Its key makes no sense; say ours to be done with it.")) from None
    while isinstance(at, dict):
        part, at = next(iter(at.items()))
        parts.append(part)
    return parts


def _typed(text: str, conflict: OpenConflict) -> Any:
    """The value that a person has typed, of the kind that the others are."""
    like = next((each for each in (conflict.ours, conflict.theirs, conflict.base) if each is not GONE), "")
    if isinstance(like, bool):
        if text not in {"true", "false"}:
            raise WrongUsage(_("“{text}” is neither true nor false.").format(text=text[:40]))
        return text == "true"
    if isinstance(like, (int, float)):
        return number(text)
    if isinstance(like, datetime):
        try:
            return datetime.fromisoformat(text).astimezone()
        except ValueError:
            raise WrongUsage(
                _("“{text}” is no moment; write it as 2026-10-16T09:00+02:00.").format(text=text[:40])
            ) from None
    if isinstance(like, date):
        return typed_day(text)
    if isinstance(like, (list, tuple)):
        return [part.strip() for part in text.split(",") if part.strip()]
    if isinstance(like, dict):
        raise WrongUsage(_("Say ours or theirs, or edit the file."))
    return text
