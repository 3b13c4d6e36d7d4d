"""Whose the two sides of a conflict are, and since when: told by git and by what was done on this machine, never guessed."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.actions.resolving import OURS, THEIRS, OpenConflict, parts_of
from okr_tui.domain.comparing import Node, nodes
from okr_tui.domain.errors import OkrError
from okr_tui.domain.people import Person
from okr_tui.store.canonical import same
from okr_tui.store.change import Tables
from okr_tui.store.codec import parsed
from okr_tui.store.merge_conflicts import GONE, PLACE, conflicts_of


class Mark(NamedTuple):
    """Who made one side stand as it does.

    Attributes:
        by: id of the person, else the name that git knows them by.
        at: when it was committed, else written.
    """

    by: str
    at: datetime


Marks = Mapping[str, Mark]
"""The sides of a conflict, "ours" and "theirs", as far as it is known whose they are."""

Known = Mapping[tuple[str, str], Marks]
"""File and id of a conflict → its sides."""


class _Step(NamedTuple):
    """One file before and after one change.

    Attributes:
        typed: it was made on this machine, by a person who did not turn round an earlier one.
    """

    mark: Mark
    before: Tables
    after: Tables
    typed: bool = False


def marks_of(root: Path, state: Path, people: Iterable[Person], conflicts: Iterable[OpenConflict]) -> Known:
    """Whose each side is; takes as long as git does: not for the thread that answers keys.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
        people: whose e-mail addresses are known.
        conflicts: what is asked about.
    """
    person_of = {person.email.casefold(): person.id for person in people if person.email}
    waiting: dict[str, list[OpenConflict]] = {}
    for each in conflicts:
        waiting.setdefault(each.file, []).append(each)
    done = _done_here(state, set(waiting)) if waiting else {}
    found: dict[tuple[str, str], Marks] = {}
    for file, records in waiting.items():
        steps = [*_committed(root, file, person_of), *done.get(file, ())]
        steps.sort(key=lambda step: step.mark.at.timestamp(), reverse=True)
        found |= {(file, each.id): _marks(each, steps) for each in records}
    return found


def _committed(root: Path, file: str, person_of: Mapping[str, str]) -> list[_Step]:
    """The versions of a file that git has, where its repository is trusted."""
    from okr_tui.store.git.log import log_of, versions

    log = log_of(root)
    try:
        found = versions(log, path=file) if log is not None else ()
    except OkrError:
        return []
    return [_Step(Mark(person_of.get(e.email.casefold(), e.name), e.at), dict(e.before), dict(e.after)) for e in found]


def _done_here(state: Path, files: set[str]) -> dict[str, list[_Step]]:
    """What was changed on this machine, by file; the history keeps so many changes and no more."""
    from okr_tui.store.history import entries, load

    found: dict[str, list[_Step]] = {}
    for entry in entries(state / "history"):
        record = load(entry)
        if record is None or not record.by or not record.at:
            continue  # nobody did it: a copy that a program had made was merged
        mark = Mark(record.by, datetime.fromisoformat(record.at).astimezone())
        for image in record.files:
            if image.path in files:
                step = _Step(mark, _tables(image.before), _tables(image.after), entry.kind == "change")
                found.setdefault(image.path, []).append(step)
    return found


def _tables(data: bytes | None) -> Tables:
    tables = parsed(data) if data else {}
    return tables if isinstance(tables, dict) else {}


def _marks(conflict: OpenConflict, steps: Sequence[_Step]) -> Marks:
    """The sides of one conflict, from the steps of its file, the newest first."""
    if conflict.key is None:
        return _deleted_and_changed(conflict, [each for each in steps if not _met(conflict, each)])
    sides = ((OURS, conflict.ours, conflict.theirs), (THEIRS, conflict.theirs, conflict.ours))
    return {name: mark for name, value, other in sides if (mark := _made(conflict, value, other, steps)) is not None}


def _met(conflict: OpenConflict, step: _Step) -> bool:
    """Whether the two sides had met by then: whose is whose can't be told apart any more."""
    return any(row.get("id") == conflict.id for side in (step.before, step.after) for row in conflicts_of(side))


def _made(conflict: OpenConflict, value: Any, other: Any, steps: Sequence[_Step]) -> Mark | None:
    """Who made a value stand last before the two met; None where that was before what both come from."""
    for step in steps:
        before, after = (_value(nodes(side).get(conflict.about), conflict.key) for side in (step.before, step.after))
        if _met(conflict, step):
            fresh = step.typed and not any(row.get("id") == conflict.id for row in conflicts_of(step.before))
            if fresh and _alike(before, other):  # the other value had come onto the disk while somebody wrote this one
                return step.mark
        elif _alike(before, after):
            continue
        elif _alike(after, value):
            return step.mark
        elif _alike(after, conflict.base):
            return None
    return None


def _deleted_and_changed(conflict: OpenConflict, steps: Sequence[_Step]) -> Marks:
    """Who deleted a table, and who has changed it later than that; an earlier change may be older than both sides."""
    changed: Mark | None = None
    for step in steps:
        was, now = (_thing(side, conflict.about) for side in (step.before, step.after))
        if now is None and was is not None:
            return {THEIRS: step.mark} | ({OURS: changed} if changed else {})
        if was is None and now is not None:
            return {}
        if was != now and changed is None:
            changed = step.mark
    return {}


def _thing(tables: Tables, about: str) -> Any:
    """A table as it stands in a file; without `about` the whole file; None where it is not there."""
    if not about:
        return tables or None
    node = nodes(tables).get(about)
    return None if node is None else node.own


def _value(node: Node | None, key: str | None) -> Any:
    """What stands under a key of a table; `GONE` where nothing does."""
    if node is None or key is None:
        return GONE
    if key == PLACE:
        return node.within[-1] if node.within else ""
    try:
        parts = parts_of(key)
    except OkrError:
        return GONE
    at: Any = node.own
    for part in parts:
        at = at.get(part, GONE) if isinstance(at, Mapping) else GONE
    return at


def _alike(one: Any, other: Any) -> bool:
    if one is GONE or other is GONE:
        return one is other
    return same(list(one) if isinstance(one, tuple) else one, list(other) if isinstance(other, tuple) else other)
