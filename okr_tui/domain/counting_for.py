"""For which period a figure counts, where somebody might take it for another one (design: method.md, "Achieve")."""

from datetime import date

from okr_tui.domain.clock import Period, periods
from okr_tui.domain.settings import Cadence
from okr_tui.domain.standing import Standing

_FRESH = 3  # days of a period in which one may still have the check-in day in mind that has just passed


def counting_for(standing: Standing, cadence: Cadence, on: date, *, said: bool = False) -> Period | None:
    """The period that a figure of a day counts for, where that is worth saying.

    A figure of Sunday counts for the period that ends on the Friday to come; whoever missed the Friday before, or has it
    in mind still, would think otherwise.

    Args:
        standing: of the key result.
        cadence: with the check-in day of the workspace.
        on: the day that the figure speaks of.
        said: the day was said by the person, so what it means is always worth saying.

    Returns:
        The period; None where nobody could be mistaken, or where the day lies in none.
    """
    if not said and not standing.due:
        return None
    begun = periods(standing.window, every_of(standing, cadence), cadence.check_in_day, on)
    if not begun or not begun[-1].first <= on <= begun[-1].last:
        return None
    fresh = len(begun) > 1 and (on - begun[-1].first).days < _FRESH
    return begun[-1] if said or standing.overdue or fresh else None


def every_of(standing: Standing, cadence: Cadence) -> int:
    """How many days lie between two check-ins."""
    return standing.key_result.every or cadence.check_in_every
