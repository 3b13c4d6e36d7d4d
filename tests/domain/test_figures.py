import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.figures import NotAFigure, Range, Typed, number, typed, typed_range


@pytest.mark.parametrize(
    ("text", "last", "value", "worked"),
    [
        ("41", None, 41, None),
        ("+3", 34, 37, "34 + 3"),
        ("-3", 34, 31, "34 - 3"),
        ("=-3", 34, -3, None),
        ("-3", None, -3, None),
        ("120/4", None, 30, "120/4"),
        ("29 + 1.5", 29, 30.5, "29 + 1.5"),
        ("(2+3)×4", None, 20, "(2+3)*4"),
        ("1 234,5", None, 1234.5, None),
        ("1'234.5", None, 1234.5, None),
        ("1,234", None, 1234, None),
        ("41 %", None, 41, None),
    ],
)
def test_a_figure_is_what_a_person_means_by_it(text, last, value, worked):
    assert typed(text, last=last) == Typed(value, worked)


def test_three_digits_behind_a_comma_are_decimals_where_that_is_the_custom():
    assert number("1,234", comma=True) == 1.234


def test_the_unit_may_be_typed_behind_the_figure():
    assert typed("6.2 h", unit="h").value == 6.2


@pytest.mark.parametrize("text", ["", "abc", "1/0", "3+", "((((", "2**3", "9e99", "1" * 300, "1 2 x", "9" * 30])
def test_what_makes_no_sense_is_refused_at_its_place(text):
    with pytest.raises(NotAFigure):
        typed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("22 -> 40 %", Range(22, 40, "%")),
        ("8→3 h", Range(8, 3, "h")),
        ("3,9 à 4,5", Range(3.9, 4.5, None)),
        ("-5 to 5", Range(-5, 5, None)),
        ("22 -> 22", None),
        ("soon", None),
    ],
)
def test_a_range_fills_baseline_target_and_unit(text, expected):
    assert typed_range(text) == expected


@given(st.floats(-1e9, 1e9), st.floats(0, 1e6))
def test_a_leading_sign_adds_to_the_last_value(last, more):
    assert typed(f"+{more:.6f}", last=last).value == pytest.approx(last + round(more, 6))


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_finite_figure_or_a_refusal(text):
    try:
        assert abs(typed(text, last=3).value) <= 1e15
    except NotAFigure as refused:
        assert 0 <= refused.at <= len(text)
