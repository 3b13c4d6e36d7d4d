"""What two people have changed differently, as a person reads it: what it is about, and what can be chosen."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from okr_tui.actions.resolving import OURS, THEIRS, OpenConflict
from okr_tui.actions.whose import Mark, Marks
from okr_tui.domain.journal import CheckIn
from okr_tui.domain.table import Table
from okr_tui.domain.workspace import Workspace
from okr_tui.store.layout import place_of
from okr_tui.store.merge_conflicts import GONE, PLACE
from okr_tui.words.dates import moment
from okr_tui.words.hostile import one_line
from okr_tui.words.keys import LONGEST, key_word, shown
from okr_tui.words.language import _
from okr_tui.words.quoting import with_colon

BASE = "base"
"""The third answer: the value before both."""


class Side(NamedTuple):
    """One thing that can be chosen.

    Attributes:
        answer: "ours" (it stands now), "theirs" or "base".
        label: what it is called; words: the value.
        whose: who made it stand, and when; empty where nobody knows.
    """

    answer: str
    label: str
    words: str
    whose: str = ""


class Told(NamedTuple):
    """A conflict in words.

    Attributes:
        title: what it is about; where: its team and cycle, or its file.
        key: which key, in words.
        sides: what can be chosen, what stands now first.
        why: a sentence where it is not just two values.
        typed: whether another value can be typed; text: what stands now, to begin with.
    """

    title: str
    where: str
    key: str
    sides: tuple[Side, ...]
    why: str = ""
    typed: bool = False
    text: str = ""


def told(workspace: Workspace, conflict: OpenConflict, today: date, marks: Marks | None = None) -> Told:
    """A conflict in words.

    Args:
        workspace: knows titles and names.
        conflict: the record.
        today: the day that counts as today.
        marks: whose the sides are, as far as that is known.
    """
    words = _told(workspace, conflict, today)
    whose = {name: _whose(workspace, mark, today) for name, mark in (marks or {}).items()}
    return words._replace(sides=tuple(each._replace(whose=whose.get(each.answer, "")) for each in words.sides))


def _whose(workspace: Workspace, mark: Mark, today: date) -> str:
    return _("{who}, {when}").format(who=one_line(workspace.name_of(mark.by)), when=moment(mark.at, today))


def _told(workspace: Workspace, conflict: OpenConflict, today: date) -> Told:
    title, unit = _subject(workspace, conflict.about)
    title = title or _named(conflict)
    where = _where(workspace, conflict.file)
    if conflict.key is None:
        sides = (Side(OURS, _("keep it"), _("with the change")), Side(THEIRS, _("delete it"), _("as the other did")))
        why = _("One deleted it, the other changed it; it stays until somebody chooses.")
        return Told(title, where, _("deleted and changed"), sides, why)

    def words(value: Any) -> str:
        if value is GONE:
            return _("nothing")
        return shown(last, value, unit=unit, name_of=lambda each: _name(workspace, each), today=today)

    last = conflict.key.rpartition(".")[2]
    first = Side(OURS, _("stands now"), words(conflict.ours))
    second = Side(THEIRS, _("the other"), words(conflict.theirs))
    if conflict.key == PLACE:
        why = _("Both moved it, each to another place.")
        return Told(title, where, key_word(PLACE), (first, second), why)
    third = Side(BASE, _("before both"), words(conflict.base))
    typed = not any(isinstance(each, dict) for each in (conflict.ours, conflict.theirs, conflict.base))
    return Told(title, where, key_word(last), (first, second, third), "", typed, _typed(conflict.ours))


def called(words: Told) -> str:
    """A conflict in a few words, for the undo list: what, and which key."""
    return with_colon(words.title, words.key)


def _named(conflict: OpenConflict) -> str:
    """What it is called where nothing with its id is known: itself; the file where it is about all of it."""
    return key_word(conflict.about) if conflict.about else one_line(conflict.file)


def _subject(workspace: Workspace, about: str) -> tuple[str, str | None]:
    """The title and the unit of a table; "" where nobody knows it."""
    table = next(_tables(workspace, about), None)
    if isinstance(table, CheckIn):
        title, unit = _subject(workspace, table.about)
        return _("check-in on {title}").format(title=title or table.about), unit
    if table is None:
        known = workspace.name_of(about)
        return (one_line(known) if known != about else ""), None
    title = next(
        (str(found) for name in ("title", "need", "name", "text", "question") if (found := getattr(table, name, None))),
        "",
    )
    return one_line(title)[:LONGEST], getattr(table, "unit", None)


def _tables(workspace: Workspace, identity: str) -> Iterator[Table]:
    """Every table with an id, wherever it stands."""
    for content in workspace.cycles.values():
        if identity in content.located:
            yield content.located[identity].table
    if identity in workspace.kpi_by_id:
        yield workspace.kpi_by_id[identity][1]
    for content in workspace.cycles.values():
        for journal in content.journals:
            yield from (each for each in journal.said if each.id == identity)


def _name(workspace: Workspace, identity: str) -> str:
    """What people know an id by: somebody's name, a title, else itself."""
    known = workspace.name_of(identity)
    return known if known != identity else _subject(workspace, identity)[0] or identity


def _where(workspace: Workspace, file: str) -> str:
    place = place_of(file)
    if place is None or not place.cycle:
        return one_line(file)
    content = workspace.cycles.get(place.cycle)
    cycle = content.cycle.name if content else place.cycle
    return " · ".join(one_line(part) for part in (workspace.name_of(place.name or None), cycle) if part)


def _typed(value: Any) -> str:
    """A value as a person would type it, in the form that it is read back from."""
    if value is GONE or value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list | tuple):
        return ", ".join(str(each) for each in value)
    return value.isoformat() if isinstance(value, date) else str(value)
