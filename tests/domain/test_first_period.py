"""The first check-in of a cycle is due at the end of its first period, whichever day the cycle begins on."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from okr_tui.domain.clock import Window, periods
from okr_tui.domain.rhythm import rhythm

MONDAY = date(2026, 9, 28)


@pytest.mark.parametrize("every", [7, 14, 30])
@pytest.mark.parametrize("offset", range(7))
def test_nobody_owes_a_figure_on_the_first_day_and_whoever_checks_in_every_friday_keeps_the_rhythm(offset, every):
    start = MONDAY + timedelta(days=offset)
    span = Window(start, start + timedelta(days=100))
    begun = periods(span, every, "friday", span.end)
    assert begun[0].first == start
    assert begun[0].last > start
    assert all(period.last.weekday() == 4 or every == 30 for period in begun[:2])
    assert all(later.first == sooner.last + timedelta(days=1) for sooner, later in pairwise(begun))
    fridays = [start + timedelta(days=n) for n in range(1, 101) if (start + timedelta(days=n)).weekday() == 4]
    kept = rhythm(begun, fridays, span.end, None)
    assert kept.kept == kept.finished
    first_day = rhythm(periods(span, every, "friday", start), [], start, None)
    assert (first_day.due, first_day.overdue) == (True, False)
    assert first_day.due_on == begun[0].last
