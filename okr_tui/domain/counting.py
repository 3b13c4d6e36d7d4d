"""Which check-ins count; apart from the models, so that a check-in on the command line need not import them."""

from collections.abc import Sequence
from datetime import date
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
    def replaces(self) -> str | None:
        """The id of the one it corrects."""

    @property
    def withdrawn(self) -> bool:
        """Whether it was taken back."""


AnyDated = TypeVar("AnyDated", bound=Dated)


def counting(said: Sequence[AnyDated], today: date) -> tuple[AnyDated, ...]:
    """Those that count: not after today, not withdrawn, not replaced by another that counts."""
    standing = [each for each in said if each.on <= today and not each.withdrawn]
    replaced = {each.replaces for each in standing if each.replaces}
    return tuple(each for each in standing if each.id not in replaced)
