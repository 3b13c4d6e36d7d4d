"""Which check-ins count and which is the latest; apart from the models, so that a check-in need not import them.

A check-in speaks of a day of the person who made it. Days of two clocks are compared by `at`: what was said on the last
minute of Friday in Honolulu was said later than what was said on Saturday morning in Apia.
"""

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from typing import Protocol, TypeVar

_FARTHEST = timedelta(days=2)
"""How far the dates of two clocks can be apart: 26 hours lie between UTC+14 and UTC-12."""


class Dated(Protocol):
    """What a check-in has: its day, when it was written, whether it is withdrawn, and what it replaces."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def on(self) -> date:
        """The day it speaks of, by the clock of whoever made it."""

    @property
    def at(self) -> datetime:
        """When it was written, with the offset of that clock."""

    @property
    def replaces(self) -> str | None:
        """The id of the one it corrects."""

    @property
    def withdrawn(self) -> bool:
        """Whether it was taken back."""


AnyDated = TypeVar("AnyDated", bound=Dated)


def day_here(at: datetime) -> date:
    """The day of a moment where this machine stands; of one at the very edge of the calendar its own."""
    try:
        return at.astimezone().date()
    except (OverflowError, ValueError):
        return at.date()


def has_come(on: date, at: datetime, today: date) -> bool:
    """Whether a day has come for somebody whose day is `today`.

    It has too where it is a day later on the clock of whoever wrote about it, and was written by the end of `today`. A day
    that lay ahead for the writer waits for `today`.

    Args:
        on: the day spoken of.
        at: when that was written.
        today: the day of whoever asks, on this machine's clock.
    """
    if on <= today:
        return True
    near = on <= at.date() <= today + _FARTHEST
    return near and day_here(at) <= today


def moment(said: Dated) -> tuple[datetime, datetime, str]:
    """What check-ins are sorted by, the latest last: the moment spoken of, when it was written, the id."""
    return (*spoken_of(said.on, said.at), said.id)


def spoken_of(on: date, at: datetime) -> tuple[datetime, datetime]:
    """The moment of which something speaks that was written about a day, and when it was written.

    Who speaks of their own present day speaks of the moment of writing; any other day is meant as a whole, to its end.
    """
    return (at if on == at.date() else datetime.combine(on, time.max, at.tzinfo)), at


def counting(said: Sequence[AnyDated], today: date) -> tuple[AnyDated, ...]:
    """Those that count: their day has come, not withdrawn, not replaced by another that counts."""
    standing = [each for each in said if has_come(each.on, each.at, today) and not each.withdrawn]
    replaced = {each.replaces for each in standing if each.replaces}
    return tuple(each for each in standing if each.id not in replaced)
