"""Whose figures count as given in the period that was asked about last."""

from datetime import date

import pytest

from okr_tui.domain.clock import Period
from okr_tui.domain.rhythm import rhythm

WEEKS = tuple(Period(date(2026, 11, 2 + 7 * n), date(2026, 11, 8 + 7 * n)) for n in range(3))


@pytest.mark.parametrize(
    ("days", "today", "answered"),
    [
        ([date(2026, 11, 17)], date(2026, 11, 18), True),  # in the current week
        ([date(2026, 11, 12)], date(2026, 11, 18), False),  # only in the one before
        ([date(2026, 11, 17)], date(2026, 11, 26), True),  # nobody is asked this week: the last one counts
        ([date(2026, 11, 12)], date(2026, 11, 26), False),
        ([], date(2026, 11, 26), False),  # silence is no check-in because a holiday came after it
    ],
)
def test_where_nobody_is_asked_now_the_last_period_says_whether_there_is_a_figure(days, today, answered):
    assert rhythm(WEEKS, days, today, None).answered is answered


def test_who_was_never_asked_owes_nothing():
    assert rhythm((), [], date(2026, 11, 3), None).answered is True
