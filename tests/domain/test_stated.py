"""Figures that are stated and not worked out: ranges, targets, cells, what programs tell."""

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from okr_tui.domain.figures import NotAFigure, marks, number, typed
from okr_tui.domain.stated import Way, figure_told, stated, way
from okr_tui.words.language import speak
from okr_tui.words.numbers import figure
from okr_tui.words.numbers import number as written


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("22 -> 40 %", Way(22, 40, "%")),
        ("8→3 h", Way(8, 3, "h")),
        ("3,9 à 4,5", Way(3.9, 4.5)),
        ("-5 to 5", Way(-5, 5)),
        ("1 234 -> 2 000", Way(1234, 2000)),
        ("1\u202f234 -> 2\u202f000", Way(1234, 2000)),
        ("1'234 -> 2'000", Way(1234, 2000)),
        ("22 % -> 45 %", Way(22, 45, "%")),
        ("22% to 40%", Way(22, 40, "%")),
        ("22..40", Way(22, 40)),
        ("from 3 to 9", Way(3, 9)),
        ("from 45% to 70% of users", Way(45, 70, "% of users")),
        ("de 45 à 70 %", Way(45, 70, "%")),
        ("De 45\u202f% à 70\u202f%", Way(45, 70, "%")),
        ("1.5M -> 2M €", Way(1_500_000, 2_000_000, "€")),
        ("1,2m€ -> 2m€", Way(1_200_000, 2_000_000, "€")),
        ("10k€ -> 25k€", Way(10_000, 25_000, "€")),
        ("10 -> 25 k€", Way(10, 25, "k€")),
        ("€10k -> €25k", Way(10_000, 25_000, "€")),
        ("€500 -> €2k", Way(500, 2000, "€")),
        ("0 -> 25k€", Way(0, 25_000, "€")),
        ("1 Mio € -> 5 Mio €", Way(1, 5, "Mio €")),
        ("90 min -> 20 min", Way(90, 20, "min")),
        ("90mn -> 20mn", Way(90, 20, "mn")),
        ("3h20 -> 90 min", Way(200, 90, "min")),
        ("3h20 -> 2h10", Way(200, 130, "min")),
        ("2 h -> 90 min", Way(120, 90, "min")),
        ("10m -> 20m", Way(10, 20, "m")),
        ("1.234,5 -> 2.000", Way(1234.5, 2000)),
        ("1,234.5 -> 2,000", Way(1234.5, 2000)),
        ("2.000 -> 1,5", Way(2000, 1.5)),
        ("1,200 -> 2,500", Way(1200, 2500)),
        ("0.120 -> 0.250", Way(0.12, 0.25)),
        ("0 -> 1e6", Way(0, 1_000_000)),
        ("0 -> 1E+05", Way(0, 100_000)),
        ("(5) -> 10", Way(-5, 10)),
        ("-> 40 %", Way(None, 40, "%")),
        ("40 tickets to close", Way(None, 40, "tickets to close")),
        ("22 -> 40 tickets to close", Way(22, 40, "tickets to close")),
        ("0 -> 10 per 1,000 opens", Way(0, 10, "per 1,000 opens")),
        ("22 ->", Way(22)),
        ("0 ->  %", Way(0, None, "%")),
        ("per 1,000 opens", Way(unit="per 1,000 opens")),
        ("", Way()),
    ],
)
def test_a_range_is_one_or_two_figures_with_their_units(text, read):
    assert way(text) == read


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("1.200 -> 2.500", "two-readings"),
        ("1,5 -> 2.5", "two-marks"),
        ("1.234,5 -> 2.5", "two-marks"),
        ("10 € -> 20 $", "two-units"),
        ("22 % -> 40 h", "two-units"),
        ("10 -> 25k€", "one-factor"),
        ("1.5 -> 2M €", "one-factor"),
        ("3h20 -> 2", "one-factor"),
        ("22 -> 22", "same"),
        *[
            (text, "")
            for text in (
                "120/4", "3/4", "3/4 -> 1", "12+3 -> 40", "5 - 10", "2025-26", "20 -> 25-30", "2026-10-15", "15.10.2026 -> 3",
                "3 of 4", "22 40", "22 % 45 %", "1 -> 2 -> 3", "a -> b", "1e6x", "3:20 -> 2:10", "from 3", "2025 123", "1,23.4",
                "1" * 300,
            )
        ],
    ],
)  # fmt: skip
def test_what_is_no_range_is_refused_and_never_half_read(text, code):
    with pytest.raises(NotAFigure) as refused:
        way(text)
    assert refused.value.code == code


def test_a_comma_means_in_a_range_what_it_means_in_the_language():
    assert way("3,250 -> 4,125", comma=False) == Way(3250, 4125)
    assert way("3,251 -> 4,125", comma=True) == Way(3.251, 4.125)
    with pytest.raises(NotAFigure, match="character 0"):
        way("3,250 -> 4,125", comma=True)


CELLS = [
    ("41", None, 41), ("-8", None, -8), ("−8", None, -8), ("+8", None, 8), ("(5)", None, -5), ("(1,234.50)", None, -1234.5),
    ("($5)", "$", -5), ("1E+05", None, 100_000), ("1.234,5", None, 1234.5), ("1 234", None, 1234), ("12 %", "%", 12),
    ("3h20", "min", 200), ("3:20", "h", 10 / 3), ("€ 12k", "€", 12_000), ("12k€", "k€", 12), ("455 /wk", "/wk", 455),
    ("1.200", None, 1.2), ("=5", None, 5),
]  # fmt: skip
NO_CELLS = [
    "3/4", "5 - 10", "2025-26", "3 of 4", "2026-10-15", "15.10.2026", "15/10/2026", "120/4", "1 + 1", "12:30", "", "n/a",
    "12 apples", "41\n42", "5-", "(5", "-(5)", "1 2",
]  # fmt: skip


@pytest.mark.parametrize(("text", "unit", "value"), CELLS)
def test_what_a_program_tells_is_one_number_with_its_marks(text, unit, value):
    assert figure_told(text, unit) == pytest.approx(value)


@pytest.mark.parametrize("text", NO_CELLS)
def test_what_is_not_one_number_is_no_figure_of_a_program_or_a_cell(text):
    with pytest.raises(NotAFigure):
        figure_told(text)
    with pytest.raises(NotAFigure):
        stated([text], free=False)


@pytest.mark.parametrize(("text", "unit", "value"), CELLS)
def test_a_check_in_reads_every_such_figure_alike_or_refuses_it(text, unit, value):
    if text in {"1.200", "($5)"}:  # a person may mean thousands; brackets round more than a number may be a sum
        with pytest.raises(NotAFigure):
            typed(text, unit=unit)
    else:
        assert typed(text, unit=unit).value == pytest.approx(value)


def test_point_and_comma_mean_the_same_in_figures_that_belong_together():
    assert stated(["1.200", "1,5"]).values == (1200, 1.5)
    assert stated(["1.200", "2.5"]).values == (1.2, 2.5)
    assert stated(["1.200"], decimal=",").values == (1200,)


def test_a_refusal_names_the_one_text_that_is_no_figure():
    with pytest.raises(NotAFigure) as refused:
        stated(["22", "3 - 4"])
    assert refused.value.text == "3 - 4"


signs = st.sampled_from(["", "-", "−", "+"])
digits = st.one_of(
    st.from_regex(r"[1-9]\d{0,2}([ ,.'\u202f]\d{3}){0,2}([.,]\d{1,4})?", fullmatch=True),
    st.from_regex(r"\d{1,6}([.,]\d{1,4})?([eE][-+]?\d)?", fullmatch=True),
)
suffixes = st.sampled_from(
    ["", "%", " %", "€", " €", "k", "k€", "M", " h", "min", "h20", " tickets", "/wk", " of 4", "-26"]
)
ends = st.builds("".join, st.tuples(signs, st.sampled_from(["", "€"]), digits, suffixes))


@given(ends)
@example("3h20")
def test_whatever_is_read_at_one_end_of_a_range_is_read_at_the_other(text):
    try:
        alone = way(f"-> {text}")
    except NotAFigure:
        with pytest.raises(NotAFigure):
            way(f"{text} ->")
        return
    assert way(f"{text} ->") == Way(alone.target, None, alone.unit)


@given(ends, ends)
def test_two_ends_mean_the_same_whichever_comes_first(first, second):
    try:
        there = way(f"{first} -> {second}")
    except NotAFigure as refused:
        with pytest.raises(NotAFigure) as back:
            way(f"{second} -> {first}")
        assert back.value.code == refused.code
        return
    back_again = way(f"{second} -> {first}")
    assert (back_again.target, back_again.baseline) == (there.baseline, there.target)


@given(ends)
def test_a_stated_figure_is_the_one_that_a_check_in_reads_or_refuses(text):
    try:
        value = figure_told(text)
    except NotAFigure:
        return
    try:
        read = typed(f"={text}").value
    except NotAFigure as refused:
        assert refused.code == "two-readings"  # a person may mean thousands, a program does not
        return
    assert read == pytest.approx(value)


@pytest.mark.parametrize("language", ["en", "fr"])
@given(
    value=st.floats(-1e9, 1e9).map(lambda value: round(value, 2)),
    unit=st.sampled_from([None, "%", "€", "h", "tickets"]),
)
def test_a_figure_that_was_written_in_a_language_is_read_back(language, value, unit):
    speak(language)
    try:
        said, bare = figure(value, unit), written(value)
    finally:
        speak("en")
    comma = language == "fr"
    known = number(bare.lstrip("-−"), comma=comma) * (-1 if value < 0 else 1)
    assert known == pytest.approx(value, abs=0.51 if abs(value) >= 10_000 else 0.051 if abs(value) >= 100 else 0.0051)
    assert typed(f"={said}", unit=unit, comma=comma).value == pytest.approx(known)
    assert figure_told(said, unit, comma=comma) == pytest.approx(known)
    assert way(said, comma=comma) == Way(None, pytest.approx(known), unit)


@given(st.text(max_size=60))
@example("(" * 60)
def test_whatever_stands_in_a_cell_or_a_range_is_read_or_refused(text):
    for read in (way, figure_told, lambda told: stated([told], free=False)):
        try:
            read(text)
        except NotAFigure as refused:
            assert refused.at == 0


@given(digits)
def test_a_number_shows_at_most_one_decimal_mark(text):
    try:
        number(text)
    except NotAFigure:
        assume(False)
    assert len(marks([text])) <= 1
