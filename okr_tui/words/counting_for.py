"""For which week, or longer time, a check-in counts."""

from datetime import date, timedelta

from okr_tui.domain.counting_for import counting_for, every_of
from okr_tui.domain.settings import Cadence
from okr_tui.domain.standing import Standing
from okr_tui.words.dates import weekday, weekday_day
from okr_tui.words.language import _

_WEEK = 7


def counts_for(standing: Standing, cadence: Cadence, on: date, *, said: bool = False) -> str:
    """Says "counts for the week to Fri 23 Oct"; "" where it goes without saying.

    Args:
        standing: of the key result.
        cadence: with the check-in day of the workspace.
        on: the day that the figure speaks of.
        said: the day was said by the person.
    """
    period = counting_for(standing, cadence, on, said=said)
    if period is None:
        return ""
    weekly = every_of(standing, cadence) == _WEEK
    words = _("counts for the week to {day}") if weekly else _("counts for the time to {day}")
    return words.format(day=weekday_day(period.last, on))


def how_for_the_one_before(standing: Standing, cadence: Cadence, today: date) -> str:
    """Says "“Fri” for the one before": how a figure of today would count for the check-in that was missed; "" without one."""
    period = counting_for(standing, cadence, today) if standing.overdue else None
    if period is None:
        return ""
    return _("“{day}” for the one before").format(day=weekday(period.first - timedelta(days=1)))
