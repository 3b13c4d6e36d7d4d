"""The cycles of a fiscal year: which one a day lies in, when it starts and ends, what it is called."""

from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.settings import Cadence

MONTHS = {"quarter": 3, "tertial": 4, "half": 6}
"""Calendar months of a cycle."""

LAST_DAYS = 28
"""Days at the end of a cycle in which whoever sets up is asked whether to begin with it or with the next one."""

_LETTERS = {"quarter": "q", "tertial": "t", "half": "h"}


class Stretch(NamedTuple):
    """A cycle or a year, before it has become a file.

    Attributes:
        id: such as "2026-t3", "2026", "2026-27" for a year that begins in another month, or the first day.
        label: what people call it: "T3 2026"; empty for a custom cycle, which has no number.
        start: first day; end: last day, included.
    """

    id: str
    label: str
    start: date
    end: date


def year_of(day: date, year_start: int) -> Stretch:
    """The fiscal year in which a day lies.

    Args:
        day: the day.
        year_start: the month (1…12) in which the year begins.
    """
    start = date(day.year if day.month >= year_start else day.year - 1, year_start, 1)
    end = months_later(start, 12) - timedelta(days=1)
    name = str(start.year) if year_start == 1 else f"{start.year}-{end.year % 100:02d}"
    return Stretch(name, name, start, end)


def cycle_of(cadence: Cadence, day: date, start: date | None = None) -> Stretch:
    """The cycle in which a day lies.

    Args:
        cadence: quarter, tertial and half count from the start of the fiscal year; custom has `weeks`.
        day: usually today.
        start: the first day, where the cycle does not begin with its months; a custom one begins on Monday else.
    """
    if cadence.cycle == "custom":
        first = start or day - timedelta(days=day.weekday())
        return Stretch(first.isoformat(), "", first, first + timedelta(weeks=cadence.weeks or 6, days=-1))
    months = MONTHS[cadence.cycle]
    year = year_of(start or day, cadence.year_start)
    passed = ((start or day).year - year.start.year) * 12 + (start or day).month - year.start.month
    number = passed // months + 1
    first = start or months_later(year.start, (number - 1) * months)
    name = f"{_LETTERS[cadence.cycle]}{number}"
    return Stretch(
        f"{year.id}-{name}", f"{name.upper()} {year.id}", first, months_later(first, months) - timedelta(days=1)
    )


class Beginning(NamedTuple):
    """The two cycles that one may begin with near the end of a cycle."""

    running: Stretch
    following: Stretch


def late_beginning(cadence: Cadence, today: date) -> Beginning | None:
    """Return the cycle that ends within `LAST_DAYS` and the one after it; None while there is time left.

    A custom cycle begins with the week of today, so that it never ends soon.
    """
    running = cycle_of(cadence, today)
    if cadence.cycle == "custom" or (running.end - today).days >= LAST_DAYS:
        return None
    return Beginning(running, cycle_of(cadence, running.end + timedelta(days=1)))


def following(cadence: Cadence, first: date) -> Stretch:
    """The cycle that begins on a day because the one before ended then, whatever that one's length was.

    It lasts until the end of the cycle of the fiscal year in which the day lies; where less than half of that is left, until
    the end of the one after. So a change of cadence costs one shorter or longer cycle, and none overlaps or leaves a gap.

    Args:
        cadence: the cadence from now on.
        first: the first day.
    """
    if cadence.cycle == "custom":
        return cycle_of(cadence, first, first)
    found = cycle_of(cadence, first)
    whole, left = (found.end - found.start).days + 1, (found.end - first).days + 1
    if 2 * left < whole:
        found = cycle_of(cadence, found.end + timedelta(days=1))
    return found._replace(start=first)


def year_from(first: date, year_start: int) -> Stretch:
    """The fiscal year that begins on a day because the one before ended then; like `following`."""
    found = year_of(first, year_start)
    if 2 * ((found.end - first).days + 1) < (found.end - found.start).days + 1:
        found = year_of(found.end + timedelta(days=1), year_start)
    return found._replace(start=first)


def months_later(day: date, months: int) -> date:
    """The same day so many months later, or the last day of that month where it is shorter."""
    import pendulum

    later = pendulum.date(day.year, day.month, day.day).add(months=months)
    return date(later.year, later.month, later.day)
