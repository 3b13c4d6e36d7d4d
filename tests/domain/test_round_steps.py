import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.round_steps import power_of_ten, round_step


@pytest.mark.parametrize(
    ("least", "step"), [(1, 1), (1.1, 2), (3, 5), (7, 10), (0.03, 0.05), (480, 500), (5e-324, 1e-300), (1.7e308, 1e300)]
)
def test_a_step_is_one_that_people_count_in(least: float, step: float):
    assert round_step(least) == pytest.approx(step)


@given(st.floats(1e-290, 1e290))
def test_a_step_is_large_enough_and_at_most_two_and_a_half_times_as_large(least: float):
    assert 0.999 * least <= round_step(least) <= 2.51 * least


@given(st.floats(min_value=0, exclude_min=True))
def test_any_figure_has_a_power_of_ten(figure: float):
    assert -300 <= power_of_ten(figure) <= 300
