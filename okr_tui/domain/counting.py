"""Which check-ins count; apart from the models, so that a check-in on the command line need not import them."""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import Protocol, TypeVar


class Dated(Protocol):
    """What a check-in needs to have for this: the day it speaks of, whether it is withdrawn, and what it replaces."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def on(self) -> date:
        """The day it speaks of."""

    @property
    def at(self) -> datetime:
        """When it was said, with the offset of the speaker's clock."""

    @property
    def replaces(self) -> str | None:
        """The id of the one it corrects."""

    @property
    def withdrawn(self) -> bool:
        """Whether it was taken back."""


AnyDated = TypeVar("AnyDated", bound=Dated)


def has_come(said: Dated, today: date) -> bool:
    """Whether the day that a check-in speaks of has come, for a reader whose day it is.

    A day is the speaker's own: where it is tomorrow already, what somebody has said today is not in the future.
    Source: workspace.md, "Times are offset date-times, days are local dates".
    """
    return said.on <= today or (said.on <= said.at.date() and said.at.astimezone().date() <= today)


def in_order(said: Dated) -> tuple[datetime, datetime, str]:
    """By what check-ins are sorted, the latest last: the moment each speaks of, then when it was said.

    What speaks of its speaker's present day is as late as it was said, whichever day that is by another clock; what
    speaks of an earlier or later day is as late as the end of that day.
    """
    if said.on == said.at.date():
        return said.at, said.at, said.id
    return datetime.combine(said.on, time.max, said.at.tzinfo), said.at, said.id


def counting(said: Sequence[AnyDated], today: date) -> tuple[AnyDated, ...]:
    """Those that count: not dated ahead, not withdrawn, not replaced by another that counts."""
    standing = [each for each in said if has_come(each, today) and not each.withdrawn]
    replaced = {each.replaces for each in standing if each.replaces}
    return tuple(each for each in standing if each.id not in replaced)
