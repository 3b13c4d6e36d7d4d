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
from okr_tui.store.checks.references import dangling, named_in, names_in
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.everything import files_below
from okr_tui.store.layout import PEOPLE, SETTINGS, TEAMS, cycle_path, place_of
from okr_tui.store.listing import entries
from okr_tui.store.tables import bytes_of
from okr_tui.store.validate import model_of
from okr_tui.words.language import _

_REFUSED = frozenset({"dangling-id", "gone-person"})
"""Warnings of `okr check` that nobody wants who names somebody or something just now."""

_MADE_LATER = frozenset({"ritual", "pain-point", "theme", "note", "comment", "said", "poll", "request", "milestone"})
"""What may be written after something that names it, by another hand or at the end of a ritual: for `okr check` alone."""


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
    before, after = _View(root), _View(root)
    for file in change.files:
        place = place_of(file.path)
        if place is None or place.kind in {"journal", "agendas"}:
            continue
        before.take(file.path, _model(root, file.path))
        found = model_of(place, file.tables) if file.tables is not None else None
        if isinstance(found, list):
            return Worse((found[0][2],))
        after.take(file.path, found)
    if not after.files:
        return Worse()
    changed = {each.path for each in change.files}
    for path in filter(lambda each: each not in changed, _around(after.files)):
        context = _model(root, path)
        before.take(path, context)
        after.take(path, context)
    left = after.left(today)
    new = _more(before.findings(left), after.findings(left))
    new += after.nobody(before)
    refused = [each for each in new if each.severity == "error" or (each.code in _REFUSED and not inherits)]
    told = [each for each in new if each.severity == "warning" and each not in refused]
    return Worse(tuple(each.message for each in refused), tuple(dict.fromkeys(each.message for each in told)))


def _around(files: Iterable[str]) -> Iterator[str]:
    """What files are to be seen with: the settings, people and teams, the frames of their cycles."""
    yield from (SETTINGS, PEOPLE, TEAMS)
    cycles = {place.cycle for path in files if (place := place_of(path)) is not None}
    yield from (cycle_path(cycle) for cycle in sorted(cycles) if cycle)


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

    def __init__(self, root: Path) -> None:
        self.files: dict[str, File] = {}
        self._root = root

    def take(self, path: str, model: File | None) -> None:
        """Looks at a file, too, where there is one."""
        if model is not None:
            self.files[path] = model

    @cached_property
    def tables(self) -> list[At]:
        """Every table in them."""
        return list(tables_of(self.files))

    @cached_property
    def known(self) -> tuple[Names, list[Finding]]:
        """What there is in them, and ids that name two things."""
        return names(self.tables)

    def findings(self, left: Mapping[str, Person]) -> Iterator[Finding]:
        """What is wrong in them, as far as they alone can tell, but for names that nobody has.

        Args:
            left: the people who have left, by id.
        """
        yield from self.known[1]
        yield from misnamed(self.files)
        yield from loops(self.tables)
        yield from days(self.files, self.tables)
        yield from figures(self.tables)
        yield from gone(self.tables, left)

    def nobody(self, before: "_View") -> Iterator[Finding]:
        """What they name that is nowhere, and that they did not name before."""
        known = self.known[0]
        there = {identity for space in before.known[0].values() for identity in space} | named_in(before.tables)
        missing = {kind for path, kind in ((PEOPLE, "person"), (TEAMS, "team")) if path not in self.files}
        elsewhere = _Elsewhere(self._root, self.files, there)
        unasked = _MADE_LATER | missing
        return dangling(
            self.tables, known, elsewhere, lambda each: not each.kinds or not unasked.isdisjoint(each.kinds),
            lambda *each: _alike(known, *each),
        )  # fmt: skip

    def left(self, today: date) -> Mapping[str, Person]:
        """Who has left by a day."""
        people = self.files.get(PEOPLE)
        found = people.person if isinstance(people, People) else ()
        return {each.id: each for each in found if each.left is not None and each.left <= today}


def _alike(known: Names, identity: str, kinds: Collection[str]) -> str:
    """The id that was perhaps meant, asked about; "" where none is near."""
    ids = [each for space in known.values() for each, named in space.items() if not kinds or named.kind in kinds]
    near = get_close_matches(identity, ids, 1)
    return " " + _("Did you mean “{id}”?").format(id=near[0]) if near else ""


class _Elsewhere(Container[str]):
    """The ids in all other files but journals, read until the one asked for is found, and some that count as there."""

    def __init__(self, root: Path, files: Container[str], besides: Container[str]) -> None:
        self._root, self._besides = root, besides
        self._left = (path for path in self._paths() if path not in files)
        self._ids: set[str] = set()

    def __contains__(self, identity: object) -> bool:
        if identity in self._besides or identity in self._ids:
            return True
        for path in self._left:
            data = bytes_of(self._root, path)
            if isinstance(data, bytes):
                self._ids.update(IDS.findall(data.decode("utf-8", errors="replace")))
                if identity in self._ids:
                    return True
        return False

    def _paths(self) -> Iterator[str]:
        """People and teams, then cycle by cycle, the last one first."""
        yield from (PEOPLE, TEAMS)
        for cycle in reversed(entries(self._root, "cycles")):
            yield f"cycles/{cycle.name}/cycle.toml"
            for folder in ("okrs", "review"):
                yield from files_below(self._root, f"cycles/{cycle.name}/{folder}", legs=False)


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
