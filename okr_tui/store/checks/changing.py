"""What a change would leave wrong that was not wrong before it: the rules of `okr check`, asked before anything is written.

Only the files of the change are looked at, with people.toml, teams.toml and the frames of their cycles; the others are
searched for an id only where one is named that these don't hold. What people say (journals) is looked at when it is said.
"""

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping
from datetime import date
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.people import People, Person
from okr_tui.domain.table import File
from okr_tui.store.change import Change
from okr_tui.store.checks.days import days
from okr_tui.store.checks.figures import figures
from okr_tui.store.checks.finding import At, Finding, tables_of
from okr_tui.store.checks.ids import IDS, Names, loops, names
from okr_tui.store.checks.names import misnamed
from okr_tui.store.checks.references import dangling, names_in
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.everything import files_below
from okr_tui.store.layout import PEOPLE, SETTINGS, TEAMS, cycle_path, place_of
from okr_tui.store.tables import bytes_of
from okr_tui.store.validate import model_of
from okr_tui.words.language import _

_REFUSED = frozenset({"dangling-id", "gone-person"})
"""Warnings of `okr check` that nobody wants who names somebody or something just now."""


class Worse(NamedTuple):
    """What a change would leave wrong.

    Attributes:
        refused: sentences why it must not be written.
        told: sentences that whoever makes it should know.
    """

    refused: tuple[str, ...] = ()
    told: tuple[str, ...] = ()


def worse(root: Path, change: Change, today: date, *, inherits: bool = False) -> Worse:
    """What would be wrong after a change and was not before.

    Args:
        root: the workspace folder.
        change: what is to be written.
        today: the day, for who has left by then.
        inherits: the change carries on what others have written, so that a name that nobody knows is only told.
    """
    if change.taken_back is not None:
        return Worse()
    before, after = _View(root, today), _View(root, today)
    for file in change.files:
        place = place_of(file.path)
        if place is None or place.kind in {"journal", "agendas"}:
            continue
        was = _model(root, file.path)
        if was is not None:
            before.files[file.path] = was
        found = model_of(place, file.tables) if file.tables is not None else None
        if isinstance(found, list):
            return Worse((found[0][2],))
        if found is not None:
            after.files[file.path] = found
    if not after.files:
        return Worse()
    cycles = {place.cycle for path in after.files if (place := place_of(path)) is not None and place.cycle}
    for path in (SETTINGS, PEOPLE, TEAMS, *(cycle_path(cycle) for cycle in sorted(cycles))):
        if path not in {each.path for each in change.files} and (context := _model(root, path)) is not None:
            before.files[path] = after.files[path] = context
    new = _more(before.findings(), after.findings())
    refused = [each for each in new if each.severity == "error" or (each.code in _REFUSED and not inherits)]
    told = [each for each in new if each.severity == "warning" and each not in refused]
    return Worse(tuple(each.message for each in refused), tuple(dict.fromkeys(each.message for each in told)))


def _more(before: Iterable[Finding], after: Iterable[Finding]) -> list[Finding]:
    """The findings of the second that are not among the first, wherever in a file they stand."""
    known = Counter((each.code, each.message) for each in before)
    found = []
    for each in after:
        known[each.code, each.message] -= 1
        if known[each.code, each.message] < 0:
            found.append(each)
    return found


class _View:
    """Some files of a workspace, on one side of a change."""

    def __init__(self, root: Path, today: date) -> None:
        self.files: dict[str, File] = {}
        self._root, self._today = root, today

    def findings(self) -> Iterator[Finding]:
        """What is wrong in them, as far as they alone can tell."""
        tables = list(tables_of(self.files))
        known, twice = names(tables)
        missing = {kind for path, kind in ((PEOPLE, "person"), (TEAMS, "team")) if path not in self.files}
        yield from twice
        yield from misnamed(self.files)
        yield from dangling(
            tables, known, _Elsewhere(self._root, self.files), missing, lambda *each: _alike(known, *each)
        )
        yield from loops(tables)
        yield from days(self.files, tables)
        yield from figures(tables)
        yield from gone(tables, self._left())

    def _left(self) -> Mapping[str, Person]:
        people = self.files.get(PEOPLE)
        found = people.person if isinstance(people, People) else ()
        return {each.id: each for each in found if each.left is not None and each.left <= self._today}


def _alike(known: Names, identity: str, kinds: Collection[str]) -> str:
    """The id that was perhaps meant, asked about; "" where none is near."""
    ids = [each for space in known.values() for each, named in space.items() if not kinds or named.kind in kinds]
    near = get_close_matches(identity, ids, 1)
    return " " + _("Did you mean “{id}”?").format(id=near[0]) if near else ""


class _Elsewhere(Container[str]):
    """The ids in all other files of a workspace, read when the first one is asked for."""

    def __init__(self, root: Path, files: Iterable[str]) -> None:
        self._root, self._files = root, frozenset(files)

    def __contains__(self, identity: object) -> bool:
        return identity in self._ids

    @cached_property
    def _ids(self) -> frozenset[str]:
        found: set[str] = set()
        for path in (PEOPLE, TEAMS, *files_below(self._root, "cycles", legs=False)):
            data = bytes_of(self._root, path) if path not in self._files else b""
            if isinstance(data, bytes):
                found.update(IDS.findall(data.decode("utf-8", errors="replace")))
        return frozenset(found)


def gone(tables: Iterable[At], left: Mapping[str, Person]) -> Iterator[Finding]:
    """A finding for everything that is to be done by somebody who has left."""
    for at in tables if left else ():
        for where, identity in names_in(at, "person", but={"by", "person"}):
            person = left.get(identity)
            if person is not None:
                message = _("“{key}” names {name}, who has left; name somebody who is here.")
                message = message.format(key=where, name=person.name)
                yield Finding(at.file, (*at.where, where), "warning", "gone-person", message)


def _model(root: Path, path: str) -> File | None:
    """A file as it stands; None where it is not there or can't be read."""
    place = place_of(path)
    data = bytes_of(root, path)
    tables = data if isinstance(data, Refused) else parsed(data)
    if place is None or isinstance(tables, Refused):
        return None
    found = model_of(place, tables)
    return None if isinstance(found, list) else found
