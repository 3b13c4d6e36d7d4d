from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.rituals import MINUTES, calendar, day_in_week, weeks_between
from okr_tui.domain.settings import Cadence
from okr_tui.store.validate import table_of

QUARTER = (date(2026, 10, 1), date(2026, 12, 31))
TERTIAL = (date(2026, 9, 1), date(2026, 12, 31))
HALF = (date(2026, 7, 1), date(2026, 12, 31))


def weeks_of(cadence: Cadence, start: date, end: date) -> dict[str, list[int]]:
    """Kind → the weeks of the cycle in which it falls; there is no week 0."""
    found: dict[str, list[int]] = {}
    for kind, day in calendar(cadence, start, end):
        days = (day - start).days
        found.setdefault(kind, []).append(days // 7 if days < 0 else days // 7 + 1)
    return found


def test_a_quarter_is_placed_as_the_table_says() -> None:
    weeks = weeks_of(Cadence(cycle="quarter"), *QUARTER)
    assert weeks == {
        "pain-points": [-5], "forecast-review": [-5], "leadership-draft": [-4], "company-okrs-published": [-2],
        "team-drafting": [-1], "alignment": [1], "weekly-check-in": list(range(2, 14)),
        "leadership-slips": list(range(2, 14)), "monthly-review": [5, 9], "mid-cycle-review": [7],
        "next-make-opens": [9], "maturity-survey": [12], "review-retrospective": [13],
    }  # fmt: skip


def test_four_months_are_placed_as_the_table_says() -> None:
    weeks = weeks_of(Cadence(cycle="tertial"), *TERTIAL)
    assert weeks == {
        "pain-points": [-5], "forecast-review": [-5], "leadership-draft": [-4], "company-okrs-published": [-2],
        "team-drafting": [-1], "alignment": [2], "weekly-check-in": list(range(3, 18)),
        "leadership-slips": list(range(3, 18)), "monthly-review": [5, 13], "mid-cycle-review": [9],
        "next-make-opens": [13], "maturity-survey": [16], "review-retrospective": [17],
    }  # fmt: skip


def test_making_inside_the_cycle_takes_its_first_four_weeks() -> None:
    weeks = weeks_of(Cadence(cycle="quarter", make="inside"), *QUARTER)
    assert (weeks["pain-points"], weeks["company-okrs-published"], weeks["alignment"]) == ([1], [2], [4])
    assert weeks["leadership-draft"][0] in {1, 2}
    assert weeks["team-drafting"][0] in {3, 4}
    assert weeks["weekly-check-in"] == list(range(5, 14))
    assert "next-make-opens" not in weeks


def test_half_a_year_and_six_weeks_are_the_same_with_other_numbers() -> None:
    half = weeks_of(Cadence(cycle="half"), *HALF)
    assert (half["mid-cycle-review"], half["next-make-opens"], half["review-retrospective"]) == ([13], [22], [26])
    six = weeks_of(Cadence(cycle="custom", weeks=6), date(2026, 10, 5), date(2026, 11, 15))
    assert six["weekly-check-in"] == [2, 3, 4, 5, 6]
    assert six["review-retrospective"] == [6]
    assert six["next-make-opens"] == [4]


def test_weekly_rituals_are_on_the_check_in_day() -> None:
    placed = calendar(Cadence(check_in_day="thursday"), *QUARTER)
    assert {day.weekday() for kind, day in placed if kind == "weekly-check-in"} == {3}


@pytest.mark.parametrize("week", [-5, -1, 1, 2, 13])
def test_a_day_in_a_week_lies_in_that_week(week: int) -> None:
    for weekday in range(7):
        day = day_in_week(QUARTER[0], week, weekday)
        first = QUARTER[0] + timedelta(weeks=week - 1 if week > 0 else week)
        assert day.weekday() == weekday
        assert 0 <= (day - first).days < 7


@given(
    start=st.dates(date(2000, 1, 1), date(2100, 1, 1)),
    weeks=st.integers(1, 260),
    make=st.sampled_from(["before", "inside"]),
)
def test_any_cycle_has_a_calendar_of_known_rituals_in_order_that_ends_with_it(
    start: date, weeks: int, make: str
) -> None:
    end = start + timedelta(weeks=weeks, days=-1)
    placed = calendar(table_of(Cadence, {"cycle": "custom", "weeks": weeks, "make": make}), start, end)
    assert weeks_between(start, end) == weeks
    assert [day for _kind, day in placed] == sorted(day for _kind, day in placed)
    assert {kind for kind, _day in placed} <= set(MINUTES)
    assert all(day <= end for _kind, day in placed)
    assert "review-retrospective" in {kind for kind, _day in placed}
