"""The journals of a cycle as they stand on a shelf: one is opened when somebody asks for what it says.

A big company says thousands of things a cycle, and a person looks at a few: who asks for the check-ins on one key
result opens only the journals that speak of it, and who looks for words only those that hold more than check-ins.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cached_property
from typing import NamedTuple, overload

from okr_tui.domain.journal import CheckIn, Journal


class Entry(NamedTuple):
    """A check-in and the person who made it."""

    person: str
    check_in: CheckIn


class Shelved:
    """A journal, perhaps still to be opened.

    Args:
        abouts: ids of the key results and KPIs that its check-ins speak of.
        talks: whether it holds anything but check-ins.
        opened: gives the journal when it is asked for.

    Attributes:
        abouts: as given; talks likewise.
    """

    __slots__ = ("_held", "abouts", "talks")

    def __init__(self, abouts: tuple[str, ...], opened: Callable[[], Journal], *, talks: bool) -> None:
        self.abouts, self.talks = abouts, talks
        self._held: Journal | Callable[[], Journal] = opened

    @classmethod
    def of(cls, journal: Journal) -> "Shelved":
        """A journal that is open."""
        abouts = tuple(dict.fromkeys(each.about for each in journal.check_in))
        talks = bool(journal.model_fields_set - _ONLY_CHECK_INS or journal.unknown)
        return cls(abouts, lambda: journal, talks=talks)

    @property
    def journal(self) -> Journal:
        """What it says."""
        held = self._held
        if not isinstance(held, Journal):
            held = self._held = held()
        return held


_ONLY_CHECK_INS = {"format", "person", "week", "check_in"}


class Shelf(Sequence[Journal]):
    """All journals of a cycle, in the order of their files.

    Args:
        shelved: the journals.
        before: the shelf before a change; entries on which nothing has changed are the very same values.
    """

    def __init__(self, shelved: Iterable[Shelved], before: "Shelf | None" = None) -> None:
        self._shelved = tuple(shelved)
        where: dict[str, list[Shelved]] = {}
        for each in self._shelved:
            for about in each.abouts:
                where.setdefault(about, []).append(each)
        self.entries: Entries = Entries(where, None if before is None else before.entries)

    @cached_property
    def talking(self) -> tuple[Journal, ...]:
        """The journals that hold more than check-ins."""
        return tuple(each.journal for each in self._shelved if each.talks)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._shelved)

    @overload
    def __getitem__(self, index: int) -> Journal: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Journal, ...]: ...
    def __getitem__(self, index: int | slice) -> Journal | tuple[Journal, ...]:
        """One of them, opened; or some."""
        if isinstance(index, slice):
            return tuple(each.journal for each in self._shelved[index])
        return self._shelved[index].journal

    def __iter__(self) -> Iterator[Journal]:
        """All of them, opened."""
        return (each.journal for each in self._shelved)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return self is other or (isinstance(other, (Shelf, tuple)) and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        """Shelves that say the same have as many journals."""
        return len(self._shelved)


class Entries(Mapping[str, tuple[Entry, ...]]):
    """Key result or KPI id → everything said about it, oldest first (by the day it speaks of, then `at`, then id)."""

    def __init__(self, where: Mapping[str, list[Shelved]], before: "Entries | None" = None) -> None:
        self._where = where
        self._found = {} if before is None else before.still(where)

    def still(self, where: Mapping[str, list[Shelved]]) -> dict[str, tuple[Entry, ...]]:
        """The entries worked out so far that hold for other journals too."""
        return {about: found for about, found in self._found.items() if where.get(about) == self._where[about]}

    def __getitem__(self, about: str) -> tuple[Entry, ...]:
        """What was said about one of them."""
        found = self._found.get(about)
        if found is None:
            found = self._found[about] = tuple(
                sorted(
                    (
                        Entry(journal.person, said)
                        for journal in (each.journal for each in self._where[about])
                        for said in journal.check_in
                        if said.about == about
                    ),
                    key=_order,
                )
            )
        return found

    def __iter__(self) -> Iterator[str]:
        """The ids about which something was said."""
        return iter(self._where)

    def __len__(self) -> int:
        """About how many something was said."""
        return len(self._where)


def _order(entry: Entry) -> tuple[date, datetime, str]:
    return entry.check_in.on, entry.check_in.at, entry.check_in.id
