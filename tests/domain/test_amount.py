"""One figure, or a range of two, with the marks that people write: right, or refused; never half-read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.amount import Amount, amount, amount_range
from okr_tui.domain.figures import NotAFigure, Range, Unclear
from okr_tui.words.language import speak
from okr_tui.words.numbers import figure

RANGES = [
    ("1 234 -> 2 000", Range(1234, 2000, None)),
    ("22 % -> 45 %", Range(22, 45, "%")),
    ("22% to 40%", Range(22, 40, "%")),
    ("from 3 to 9", Range(3, 9, None)),
    ("de 45 à 70 %", Range(45, 70, "%")),
    ("1.5M -> 2M €", Range(1_500_000, 2_000_000, "€")),
    ("10k€ -> 25k€", Range(10_000, 25_000, "€")),
    ("€10k -> €25k", Range(10_000, 25_000, "€")),
    ("90 min -> 20 min", Range(90, 20, "min")),
    ("3h20 -> 90 min", Range(200, 90, "min")),
    ("3h20 -> 1h30", Range(200, 90, "min")),
    ("2 h -> 30 min", Range(120, 30, "min")),
    ("1.234,5 -> 2.000", Range(1234.5, 2000, None)),
    ("1,234.5 -> 2,000", Range(1234.5, 2000, None)),
    ("0 -> 1e6", Range(0, 1_000_000, None)),
    ("0 → 1E+05", Range(0, 100_000, None)),
    ("-20 -> -5 pts", Range(-20, -5, "pts")),
    ("(5) -> 5", Range(-5, 5, None)),
    ("8→3 h", Range(8, 3, "h")),
    ("3,9 à 4,5", Range(3.9, 4.5, None)),
    ("0.125 -> 0.250", Range(0.125, 0.25, None)),
    ("1.5 -> 2.000", Range(1.5, 2, None)),
    ("22 -> 40 tickets/week", Range(22, 40, "tickets/week")),
    ("22 -> 40 leads to call", Range(22, 40, "leads to call")),
    ("5 -> 3 per 1,000 opens", Range(5, 3, "per 1,000 opens")),
]
NO_RANGES = [
    "", "soon", "22", "22 -> 22", "22 ->", "-> 40", "1 -> 2 -> 3", "5 h -> 30 %", "22 -> 40 % by 3 March", "3/4 -> 1",
    "10+2 -> 20", "22 % -> 45 pts", "3h20 -> 90", "1.2.3 -> 4", "5 - 10", "2025-26", "(5 -> 6)", "x" * 500,
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), RANGES)
def test_a_range_is_read_whole(text, expected):
    assert amount_range(text) == expected


@pytest.mark.parametrize("text", NO_RANGES)
def test_what_is_no_range_is_refused_whole(text):
    with pytest.raises(NotAFigure):
        amount_range(text)


@pytest.mark.parametrize("text", ["1.200 -> 2.500", "1.200 -> 2,500", "1 -> 2.500"])
def test_a_point_that_could_part_thousands_or_decimals_is_asked_about(text):
    with pytest.raises(Unclear):
        amount_range(text)


def test_a_lone_comma_is_read_as_the_language_reads_it():
    assert amount_range("1,200 -> 2,500") == Range(1200, 2500, None)
    assert amount_range("1,200 -> 2,500", comma=True) == Range(1.2, 2.5, None)


@pytest.mark.parametrize(
    ("text", "unit", "expected"),
    [
        ("41", None, Amount(41, None)),
        ("(5)", None, Amount(-5, None)),
        ("-8", None, Amount(-8, None)),
        ("−8", None, Amount(-8, None)),
        ("+3", None, Amount(3, None)),
        ("€ -5", None, Amount(-5, "€")),
        ("1E+05", None, Amount(100_000, None)),
        ("12 %", None, Amount(12, "%")),
        ("1.234,5", None, Amount(1234.5, None)),
        ("1'234", None, Amount(1234, None)),
        ("1\u202f234,50", None, Amount(1234.5, None)),
        ("12k€", "k€", Amount(12, "k€")),
        ("€ 12k", "€", Amount(12_000, "€")),
        ("3h20", "min", Amount(200, "min")),
        ("1:30", "h", Amount(1.5, "h")),
        ("90 min", "h", Amount(1.5, "h")),
        ("45", "tickets", Amount(45, "tickets")),
    ],
)
def test_a_cell_or_a_pipe_holds_one_figure_with_its_marks(text, unit, expected):
    assert amount(text, unit=unit) == expected


@pytest.mark.parametrize(
    "text",
    ["", "abc", "3/4", "5 - 10", "2025-26", "2026-10-01", "12/10/2026", "3 of 4", "1.2.3", "v2", "=5", "1+1", "((5))", "5)",
     "10..20", "9" * 20, "1e400", "22 -> 40", "45 % of 200"],
)  # fmt: skip
def test_what_is_a_sum_a_date_or_two_figures_is_none(text):
    with pytest.raises(NotAFigure):
        amount(text)


def test_a_figure_in_another_unit_is_none():
    with pytest.raises(NotAFigure):
        amount("45 pts", unit="%")
    with pytest.raises(NotAFigure):
        amount("3h20", unit="€")


figures = st.integers(-(10**9), 10**9).map(float) | st.floats(-1e6, 1e6).map(lambda value: round(value, 2))


@pytest.mark.parametrize("language", ["en", "fr"])
@given(value=figures, unit=st.sampled_from(["%", "€", "min", "pts"]))
def test_a_figure_as_the_app_writes_it_is_read_back(language, value, unit):
    speak(language)
    try:
        written = figure(value, unit)
        assert amount(written, unit=unit, comma=language == "fr").value == pytest.approx(value, rel=1e-2, abs=0.06)
    finally:
        speak("en")


@given(first=figures, second=figures)
def test_both_ends_of_a_range_are_read_as_each_alone(first, second):
    if first != second:
        found = amount_range(f"{first:.4f} -> {second:.4f} %")
        assert (found.baseline, found.target) == (pytest.approx(first), pytest.approx(second))


@given(st.text(max_size=60))
def test_whatever_is_written_gives_a_finite_figure_or_a_refusal(text):
    for read in (amount, amount_range):
        try:
            found = read(text)
        except NotAFigure:
            continue
        assert all(abs(value) <= 1e15 for value in found if isinstance(value, float))
