"""Whether a check-in is due, and how many of those that were due were made."""

from datetime import date
from typing import NamedTuple

from okr_tui.domain.clock import Period


class Rhythm(NamedTuple):
    """The check-ins of one key result, period by period.

    Attributes:
        due: the current period lacks a figure; overdue: the one before lacked one too.
        due_on: the day on which the check-in is, or was, due; None where none is.
        finished: periods that are over; kept: those of them that have a figure.
        answered: the period asked about last has a figure: the current one, or the last one where none is asked about
            now, because nobody was there or the clock has run out; so has one of which none was ever asked.
    """

    due: bool
    overdue: bool
    due_on: date | None
    finished: int
    kept: int
    answered: bool


def rhythm(begun: tuple[Period, ...], days: list[date], today: date, achieve_from: date | None) -> Rhythm:
    """The rhythm of a key result.

    Args:
        begun: its periods begun by today, oldest first.
        days: the days that have a figure.
        today: the day.
        achieve_from: the day from which check-ins are due at all; a period that ended before was never due.
    """
    wanted = [period for period in begun if achieve_from is None or period.last >= achieve_from]
    finished = [period for period in wanted if period.last < today]
    kept = sum(_kept(period, days) for period in finished)
    current = next((period for period in wanted if period.first <= today <= period.last), None)
    if current is None or _kept(current, days):
        answered = current is not None or not finished or _kept(finished[-1], days)
        return Rhythm(due=False, overdue=False, due_on=None, finished=len(finished), kept=kept, answered=answered)
    overdue = bool(finished) and not _kept(finished[-1], days)
    due_on = finished[-1].last if overdue else current.last
    return Rhythm(due=True, overdue=overdue, due_on=due_on, finished=len(finished), kept=kept, answered=False)


def _kept(period: Period, days: list[date]) -> bool:
    return any(period.first <= day <= period.last for day in days)
