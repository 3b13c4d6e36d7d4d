"""Where figures lead, worked out by hand: window of 100 days, the last figure at day 40, so 60 days to go."""

from datetime import date

import pytest

from okr_tui.domain.forecast import Forecast, forecast
from okr_tui.words.forecast import forecast_explained, forecast_said
from tests.domain.test_numbers import DOWN, HUNDRED, UP, Said, small, stands
from tests.workspaces import day

END = date(2026, 12, 10)


def ahead(key_result: dict[str, object], said: list[Said], today: int = 45) -> Forecast | None:
    return forecast(stands(small(key_result, said), today))


def test_a_straight_line_goes_on_and_has_no_range() -> None:
    # 2 in 10 days = 0.2 a day; 26 + 60 x 0.2 = 38; (38 - 20) / 20 = 0.9
    found = ahead(UP, [(20, 22), (30, 24), (40, 26)])
    assert found is not None
    assert (found.since, found.start, found.on, found.figures) == (day(40), 26, END, 3)
    assert (found.value, found.low, found.high, found.slope, found.progress) == pytest.approx((38, 38, 38, 0.2, 0.9))
    assert found.line == ((day(40), 26), (END, found.value))


def test_the_range_is_the_middle_half_of_the_slopes() -> None:
    # slopes: 10 -> 20: 0.1; 20 -> 40: 0.4; 10 -> 40: (31 - 22) / 30 = 0.3. Sorted 0.1 0.3 0.4: quarter 0.2, median 0.3, 0.35
    found = ahead(UP, [(10, 22), (20, 23), (40, 31)])
    assert found is not None
    assert (found.low, found.value, found.high) == pytest.approx((31 + 12, 31 + 18, 31 + 21))


def test_one_odd_figure_does_not_turn_it() -> None:
    # 2 in 8 days = 0.25 a day; the fourth is wrong by far, and the middle of the fifteen slopes does not mind
    found = ahead(HUNDRED, [(0, 10), (8, 12), (16, 14), (24, 90), (32, 18), (40, 20)])
    assert found is not None
    assert found.slope == pytest.approx(0.25)


def test_only_the_last_six_figures_tell() -> None:
    # what came before rose fast; the last six stand still
    found = ahead(HUNDRED, [(1, 0), (3, 40), *((day, 50) for day in (5, 10, 15, 20, 30, 40))])
    assert found is not None
    assert (found.value, found.figures) == (50, 6)


def test_a_figure_that_should_fall_lands_lower_but_never_below_nothing() -> None:
    # 1 in 10 days: 3 - 6 = -3; no figure, start or target was ever negative, so 0; progress (8 - 0) / (8 - 3)
    found = ahead(DOWN, [(20, 5), (30, 4), (40, 3)])
    assert found is not None
    assert (found.value, found.progress) == (0, pytest.approx(1.6))


def test_a_share_ends_at_a_hundred_percent() -> None:
    found = ahead({**HUNDRED, "unit": "%"}, [(20, 50), (30, 70), (40, 90)])
    assert found is not None
    assert found.value == 100


def test_of_several_figures_of_a_day_the_last_counts() -> None:
    assert ahead(UP, [(20, 22), (30, 24), (30, 25)]) is None


@pytest.mark.parametrize(
    ("says", "key_result", "said", "today"),
    [
        ("two figures are no speed", UP, [(20, 22), (30, 24)], 45),
        ("nothing said", UP, [], 45),
        ("the window is over", UP, [(20, 22), (30, 24), (40, 26)], 101),
        ("yes or no", {"kind": "yes-no"}, [(20, 0), (30, 0), (40, 0)], 45),
        ("the last figure stands at the end", UP, [(20, 22), (30, 24), (100, 26)], 100),
    ],
)
def test_there_is_none_where_nothing_can_be_told(
    says: str, key_result: dict[str, object], said: list[Said], today: int
) -> None:
    assert ahead(key_result, said, today) is None


def test_it_says_where_it_lands_and_how_it_was_worked_out() -> None:
    now = stands(small({**UP, "unit": "%"}, [(10, 22), (20, 23), (40, 31)]), 45)
    found = forecast(now)
    assert found is not None
    assert forecast_said(found, now.key_result) == "49 % on 10 Dec if it goes on so, 43 to 52"
    assert "145 % of the way" in forecast_explained(found, now.key_result)
