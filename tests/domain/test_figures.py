import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.figures import NotAFigure, Typed, number, typed


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
        ("1E+05", None, 100_000, None),
        ("1e6 / 4", None, 250_000, "1e6 / 4"),
        ("(5)", None, -5, "-5"),
        ("1.234,5 + 2.000", None, 3234.5, "1.234,5 + 2.000"),
    ],
)
def test_a_figure_is_what_a_person_means_by_it(text, last, value, worked):
    assert typed(text, last=last) == Typed(value, worked)


@pytest.mark.parametrize(
    ("text", "unit", "value"),
    [
        ("1.234,5", None, 1234.5),
        ("1,234.5", None, 1234.5),
        ("1 234", None, 1234),
        ("1\u202f234,5", None, 1234.5),
        ("1’234", None, 1234),
        ("12k", None, 12_000),
        ("1,2M", None, 1_200_000),
        ("1.2 Mio", "€", 1_200_000),
        ("1.2m", "€", 1_200_000),
        ("€ 12k", "€", 12_000),
        ("12 k€", "€", 12_000),
        ("€ 12k", "k€", 12),
        ("12", "k€", 12),
        ("1,2M", "k€", 1200),
        ("$5", "$", 5),
        ("12 EUR", None, 12),
        ("45 %", "%", 45),
        ("45%", None, 45),
        ("3h20", "min", 200),
        ("3h20", "h", 10 / 3),
        ("3 h 20 min", "min", 200),
        ("3:20", "h", 10 / 3),
        ("3:20", "min", 10 / 3),
        ("1:02:30", "min", 62.5),
        ("90 min", "h", 1.5),
        ("1,5 h", "min", 90),
        ("2 days", "h", 48),
        ("2j", "d", 2),
        ("1500 ms", "s", 1.5),
        ("45", "min", 45),
        ("6.2 H", "h", 6.2),
        ("3h", "h/ticket", 3),
        ("455 /wk", "/wk", 455),
        ("-1.2k", None, -1200),
        ("−5", None, -5),
    ],
)
def test_a_figure_is_read_in_any_usual_format(text, unit, value):
    assert typed(text, unit=unit).value == pytest.approx(value)


def test_amounts_add_to_the_last_value_and_go_into_sums_and_say_how_they_were_read():
    assert typed("+1k", last=2000) == Typed(3000, "2000 + 1k")
    assert typed("12k / 4") == Typed(3000, "12k / 4")
    assert typed("3h20", unit="min") == Typed(200, "3h20")
    assert typed("€ 12", unit="€") == Typed(12, None)


@pytest.mark.parametrize(
    ("text", "unit"), [("3h20", None), ("3h20", "%"), ("€ 12", "$"), ("12 kg", None), ("5m", None), ("45 %", "h")]
)
def test_an_amount_of_something_else_is_refused(text, unit):
    with pytest.raises(NotAFigure):
        typed(text, unit=unit)


def test_three_digits_behind_a_comma_are_decimals_where_that_is_the_custom():
    assert number("1,234", comma=True) == 1.234


def test_the_unit_may_be_typed_behind_the_figure():
    assert typed("6.2 h", unit="h").value == 6.2


@pytest.mark.parametrize(
    "text",
    [
        "",
        "abc",
        "1/0",
        "3+",
        "((((",
        "2**3",
        "9e99",
        "1" * 300,
        "1 2 x",
        "9" * 30,
        "2026-10-15",
        "15/10/2026",
        "2025 123",
        "15.10.2026",
        "1,23.4",
    ],
)
def test_what_makes_no_sense_is_refused_at_its_place(text):
    with pytest.raises(NotAFigure):
        typed(text)


@given(st.floats(-1e9, 1e9), st.floats(0, 1e6))
def test_a_leading_sign_adds_to_the_last_value(last, more):
    assert typed(f"+{more:.6f}", last=last).value == pytest.approx(last + round(more, 6))


@given(st.text(max_size=60))
def test_whatever_is_typed_gives_a_finite_figure_or_a_refusal(text):
    try:
        assert abs(typed(text, last=3).value) <= 1e15
    except NotAFigure as refused:
        assert 0 <= refused.at <= len(text)
