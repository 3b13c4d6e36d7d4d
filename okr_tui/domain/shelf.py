"""The journals and reviews of a cycle as they stand on a shelf: one is opened when somebody asks for what it says.

A big company says thousands of things a cycle, and a person looks at a few: who asks for the check-ins on one key
result opens only the journals that speak of it, who looks for words only those that hold more than check-ins, and of
all that was ever reviewed only what has an action left to do.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from functools import cached_property
from typing import Generic, NamedTuple, TypeVar, overload

from okr_tui.domain.counting import moment
from okr_tui.domain.journal import CheckIn, Journal
from okr_tui.domain.review import Review
from okr_tui.domain.table import File, defaults_of

Opened = TypeVar("Opened", bound=File)


class Entry(NamedTuple):
    """A check-in and the person who made it."""

    person: str
    check_in: CheckIn


class Shelved(Generic[Opened]):
    """A journal or a review, perhaps still to be opened.

    Args:
        abouts: ids of the key results and KPIs that the check-ins of a journal speak of; of the actions that a review
            has left to do.
        asking: those of them for which a check-in asks somebody for help.
        talks: whether a journal holds anything but check-ins; whether two people have changed a review differently.
        opened: gives the journal or the review when it is asked for.

    Attributes:
        abouts: as given; asking and talks likewise.
    """

    __slots__ = ("_held", "abouts", "asking", "talks")

    def __init__(
        self, abouts: tuple[str, ...], asking: tuple[str, ...], opened: Callable[[], Opened] | Opened, *, talks: bool
    ) -> None:
        self.abouts, self.asking, self.talks = abouts, asking, talks
        self._held: Callable[[], Opened] | Opened = opened

    @property
    def opened(self) -> Opened:
        """The journal or the review itself."""
        held = self._held
        if not isinstance(held, File):
            held = self._held = held()
        return held


def shelved_journal(journal: Journal) -> Shelved[Journal]:
    """A journal that is open."""
    abouts = tuple(dict.fromkeys(each.about for each in journal.check_in))
    asking = tuple(dict.fromkeys(each.about for each in journal.check_in if each.help_from))
    return Shelved(
        abouts, asking, journal, talks=bool(journal.unknown) or any(getattr(journal, name) for name in _BESIDES)
    )


def shelved_review(review: Review) -> Shelved[Review]:
    """A review that is open."""
    left = tuple(action.id for action in review.action if action.done is None)
    return Shelved(left, (), review, talks=bool(review.conflict))


_BESIDES = tuple(name for name in defaults_of(Journal) if name not in {"format", "person", "week", "check_in"})
"""What a journal may hold besides check-ins."""


class Shelf(Sequence[Journal]):
    """All journals of a cycle, in the order of their files.

    Args:
        shelved: the journals.
        before: the shelf before a change; entries on which nothing has changed are the very same values.
    """

    def __init__(self, shelved: Iterable[Shelved[Journal]], before: "Shelf | None" = None) -> None:
        self._shelved = tuple(shelved)
        where: dict[str, list[Shelved[Journal]]] = {}
        for each in self._shelved:
            for about in each.abouts:
                where.setdefault(about, []).append(each)
        self.entries: Entries = Entries(where, None if before is None else before.entries)

    @cached_property
    def asking(self) -> frozenset[str]:
        """Ids of the key results for which anybody has ever asked for help."""
        return frozenset(about for each in self._shelved for about in each.asking)

    @cached_property
    def talking(self) -> tuple[Journal, ...]:
        """The journals that hold more than check-ins."""
        return tuple(each.opened for each in self._shelved if each.talks)

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
            return tuple(each.opened for each in self._shelved[index])
        return self._shelved[index].opened

    def __iter__(self) -> Iterator[Journal]:
        """All of them, opened."""
        return (each.opened for each in self._shelved)

    def __eq__(self, other: object) -> bool:
        """Whether both say the same."""
        return self is other or (isinstance(other, (Shelf, tuple)) and tuple(self) == tuple(other))

    def __hash__(self) -> int:
        """Shelves that say the same have as many journals."""
        return len(self._shelved)


class Entries(Mapping[str, tuple[Entry, ...]]):
    """Key result or KPI id → everything said about it, oldest first (`counting.moment`)."""

    def __init__(self, where: Mapping[str, list[Shelved[Journal]]], before: "Entries | None" = None) -> None:
        self._where = where
        self._found = {} if before is None else before.still(where)

    def still(self, where: Mapping[str, list[Shelved[Journal]]]) -> dict[str, tuple[Entry, ...]]:
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
                        for journal in (each.opened for each in self._where[about])
                        for said in journal.check_in
                        if said.about == about
                    ),
                    key=by_moment,
                )
            )
        return found

    def __iter__(self) -> Iterator[str]:
        """The ids about which something was said."""
        return iter(self._where)

    def __len__(self) -> int:
        """About how many something was said."""
        return len(self._where)


class Reviews(Mapping[str, Review]):
    """Team id → review.

    Args:
        shelved: the reviews by the id of their team.
    """

    def __init__(self, shelved: Mapping[str, Shelved[Review]]) -> None:
        self._shelved = shelved

    def with_open_actions(self) -> Iterator[tuple[str, Review]]:
        """The reviews that have actions left to do."""
        return ((team, each.opened) for team, each in self._shelved.items() if each.abouts)

    def __getitem__(self, team: str) -> Review:
        """The review of a team."""
        return self._shelved[team].opened

    def __iter__(self) -> Iterator[str]:
        """The teams that have one."""
        return iter(self._shelved)

    def __len__(self) -> int:
        """How many there are."""
        return len(self._shelved)


def by_moment(entry: Entry) -> tuple[datetime, datetime, str]:
    """What entries are sorted by, the latest last."""
    return moment(entry.check_in)
