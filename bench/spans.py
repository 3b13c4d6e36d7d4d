"""The cycles of a made-up company: three a year, the last one half over today, and the years around them."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

MONTHS = 4  # of a tertial
_BEGUN_BEFORE = 2  # months before the month of today in which the current cycle began
_PER_YEAR = 3


@dataclass(frozen=True, slots=True)
class Span:
    """A cycle: its dates (`end` included) and how it hangs.

    Attributes:
        kind: "annual" or "cycle"; parent: id of the annual one, "" for that itself.
        closed: whether it is over today.
    """

    id: str
    name: str
    kind: str
    parent: str
    start: date
    end: date
    closed: bool


def spans(today: date, cycles: int) -> tuple[Span, ...]:
    """All cycles, each year before its tertials, oldest first; the last tertial is the current one.

    Args:
        today: the day on which the current cycle is half over.
        cycles: how many tertials; at least 1.
    """
    current = today.year * 12 + today.month - 1 - _BEGUN_BEFORE
    first = current - MONTHS * (cycles - 1)
    found: list[Span] = []
    for number in range(cycles):
        year, turn = divmod(number, _PER_YEAR)
        if turn == 0:
            found.append(_span(first + 12 * year, 12, f"year-{year + 1}", f"Year {year + 1}", "", today))
        month = first + MONTHS * number
        name = f"Year {year + 1}, T{turn + 1}"
        found.append(_span(month, MONTHS, f"y{year + 1}-t{turn + 1}", name, f"year-{year + 1}", today))
    return tuple(found)


def year_start(today: date, cycles: int) -> int:
    """The month (1…12) in which the years of these cycles begin."""
    return spans(today, cycles)[0].start.month


def span_tables(span: Span) -> dict[str, Any]:
    """cycle.toml."""
    above = {"parent": span.parent} if span.parent else {}
    frame = {"id": span.id, "name": span.name, "kind": span.kind, **above, "start": span.start, "end": span.end}
    review = {
        "id": f"review-{span.id}",
        "kind": "review-retrospective",
        "on": span.end - timedelta(days=7),
        "minutes": 90,
    }
    return {"format": 1, "cycle": {**frame, "phase": "closed" if span.closed else "achieve"}, "ritual": [review]}


def _span(month: int, months: int, identity: str, name: str, parent: str, today: date) -> Span:
    start, end = _first_of(month), _first_of(month + months) - timedelta(days=1)
    return Span(identity, name, "cycle" if parent else "annual", parent, start, end, closed=end < today)


def _first_of(month: int) -> date:
    """The first day of a month counted from the year 0."""
    return date(month // 12, month % 12 + 1, 1)
