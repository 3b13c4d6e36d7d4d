"""Which unit a figure speaks in: a change of unit does not re-label what was said before it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from okr_tui.domain.plan import Changed, KeyResult
    from okr_tui.domain.workspace import Entry


class UnitChange(NamedTuple):
    """A change of unit.

    Attributes:
        on: the day of the change; at: its moment, where the file has it.
        before: the unit until then, "" for none.
    """

    on: date
    at: datetime | None
    before: str

    def follows(self, on: date, at: datetime | None) -> bool:
        """Whether it was made after something else: by the moments where both are known, else by the days."""
        if self.at is not None and at is not None:
            return at < self.at
        return (on if at is None else at.date()) < self.on


def unit_then(now: str | None, changes: Sequence[UnitChange], on: date, at: datetime | None = None) -> str:
    """The unit that held when something was written; "" for none.

    Args:
        now: the present unit.
        changes: the changes of unit, the oldest first.
        on: the day on which it was written.
        at: the moment, where it is known.
    """
    unit = (now or "").strip()
    for change in reversed(changes):
        if not change.follows(on, at):
            break
        unit = change.before
    return unit


def unit_changes(key_result: "KeyResult") -> tuple[UnitChange, ...]:
    """The changes of a key result's unit after agreement, the oldest first."""
    found = [
        UnitChange(each.on, each.at, each.from_.strip() if isinstance(each.from_, str) else "")
        for each in key_result.changed
        if each.key == "unit"
    ]
    return sorted_changes(found)


def sorted_changes(changes: Iterable[UnitChange]) -> tuple[UnitChange, ...]:
    """Changes of a unit, the oldest first: a merge may have put them in any order."""
    return tuple(sorted(changes, key=lambda each: (each.on, each.at.timestamp() if each.at else 0.0)))


def other_unit(key_result: "KeyResult", change: "Changed") -> str | None:
    """The unit of the figures of a change where another one holds now; else None."""
    changes = unit_changes(key_result)
    then = unit_then(key_result.unit, changes, change.on, change.at) if changes else None
    return None if then == (key_result.unit or "").strip() else then


def units_said(key_result: "KeyResult", said: Iterable["Entry"]) -> Mapping[str, str]:
    """Id of a check-in → its unit, of those made in another than the present one.

    A correction speaks in the unit of what it corrects.
    """
    changes = unit_changes(key_result)
    if not changes or key_result.kind not in {"metric", "keep"}:
        return {}
    check_ins = {each.check_in.id: each.check_in for each in said}
    found: dict[str, str] = {}
    for identity, first in check_ins.items():
        seen = set[str]()
        while first.replaces in check_ins and first.replaces not in seen:
            seen.add(first.replaces)
            first = check_ins[first.replaces]  # noqa: PLW2901 - back to what was said first
        unit = unit_then(key_result.unit, changes, first.on, first.at)
        if unit != (key_result.unit or "").strip():
            found[identity] = unit
    return found


def in_unit(key_result: "KeyResult", counted: tuple["Entry", ...], said: Iterable["Entry"]) -> tuple["Entry", ...]:
    """Check-ins without the figures that speak in another unit than the present one; their words stay.

    Args:
        key_result: what they are about.
        counted: those that count.
        said: everything that was ever said about it.
    """
    others = units_said(key_result, said)
    if not others:
        return counted
    from msgspec.structs import replace

    return tuple(
        each._replace(check_in=replace(each.check_in, value=None)) if each.check_in.id in others else each
        for each in counted
    )
