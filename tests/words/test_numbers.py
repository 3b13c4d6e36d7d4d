import subprocess
import sys

import pytest
from babel.dates import format_date
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.plan import KeyResult
from okr_tui.store.validate import table_of
from okr_tui.words.dates import ago, day, in_days, weekday, weekday_day
from okr_tui.words.numbers import figure, from_to, number, percent, signed, tenths
from tests.workspaces import day as day_of_cycle


def key_result(**keys: object) -> KeyResult:
    return table_of(KeyResult, {"id": "k", "title": "K", **keys})


@pytest.mark.parametrize(
    ("value", "unit", "shown"),
    [
        (29, "%", "29 %"), (6.2, "h", "6.2 h"), (455, "/wk", "455 /wk"), (None, "h", "–"), (12, None, "12"), (0, "%", "0 %"),
        (1234567.8, "€", "1,234,568 €"), (1234.56, None, "1,234.6"), (0.004, "s", "0.004 s"), (0.0456, None, "0.046"),
        (-3.5, "h", "-3.5 h"), (-0.0, None, "0"), (99.999, None, "100"), (1e15, None, "1,000,000,000,000,000"),
    ],
)  # fmt: skip
def test_figures_with_their_unit(value: float | None, unit: str | None, shown: str) -> None:
    assert figure(value, unit) == shown


@pytest.mark.parametrize(
    ("share", "shown"),
    [(0.41, "41 %"), (0, "0 %"), (1, "100 %"), (0.999, "99 %"), (1.03, "103 %"), (-0.5, "-50 %"), (None, "–"), (-0.001, "0 %")],
)  # fmt: skip
def test_shares_are_whole_percents_and_only_what_is_reached_reads_100(share: float | None, shown: str) -> None:
    assert percent(share) == shown


@pytest.mark.parametrize(("value", "shown"), [(3, "+3"), (-2.5, "−2.5"), (0, "±0"), (None, "–")])
def test_differences_carry_their_sign(value: float | None, shown: str) -> None:
    assert signed(value) == shown


@pytest.mark.parametrize(("value", "shown"), [(1.0, "1.0"), (0.7, "0.7"), (0.346, "0.35"), (None, "–")])
def test_scores_and_paces_have_one_or_two_decimals(value: float | None, shown: str) -> None:
    assert tenths(value) == shown


STEPS = [{"id": str(n), "title": "x"} for n in range(4)] + [{"id": "d", "title": "x", "done": day_of_cycle(1)}]


@pytest.mark.parametrize(
    ("keys", "shown"),
    [
        ({"baseline": 22, "target": 40, "unit": "%"}, "22 → 40 %"),
        ({"baseline": 8, "target": 3}, "8 → 3"),
        ({"target": 40, "unit": "%"}, "→ 40 %"),
        ({"baseline": 22, "unit": "%"}, "from 22 %"),
        ({}, "–"),
        ({"kind": "keep", "low": 4, "high": 6, "unit": "h"}, "keep 4 to 6 h"),
        ({"kind": "keep", "high": 2, "unit": "%"}, "keep ≤ 2 %"),
        ({"kind": "keep", "low": 2}, "keep ≥ 2"),
        ({"kind": "yes-no"}, "yes / no"),
        ({"kind": "milestones", "milestone": STEPS}, "1 of 5 milestones"),
    ],
)
def test_what_a_key_result_wants_in_a_few_words(keys: dict[str, object], shown: str) -> None:
    assert from_to(key_result(**keys)) == shown


def test_milestones_said_in_check_ins_are_told_to_from_to() -> None:
    assert from_to(key_result(kind="milestones", milestone=STEPS), done=2) == "2 of 5 milestones"


@pytest.mark.usefixtures("french")
def test_french_writes_a_comma_and_narrow_spaces() -> None:
    assert figure(6.2, "h") == "6,2\u202fh"
    assert number(1234567.8) == "1\u202f234\u202f568"
    assert percent(0.41) == "41\u202f%"
    assert tenths(1.0) == "1,0"


@given(st.floats(-1e12, 1e12))
def test_english_reads_the_same_without_babel_as_with_it(value: float) -> None:
    decimals = 2 if abs(value) < 100 else 1 if abs(value) < 10_000 else 0
    if 0 < abs(value) < 0.1:
        return
    pattern = "#,##0" + "." * bool(decimals) + "#" * decimals
    expected = format_decimal(round(value, decimals) + 0.0, format=pattern, locale="en")
    assert number(value) == expected.replace("-0", "0") if expected == "-0" else number(value) == expected


@given(st.dates())
def test_english_days_read_the_same_without_babel_as_with_it(when: object) -> None:
    assert day(when) == format_date(when, "d MMM", locale="en")
    assert weekday(when) == format_date(when, "EEE", locale="en")


def test_days() -> None:
    friday = day_of_cycle(45)
    assert (day(friday), weekday(friday), weekday_day(friday)) == ("16 Oct", "Fri", "Fri 16 Oct")
    assert weekday_day(friday, friday.replace(year=2027)) == "Fri 16 Oct 2026"
    assert (ago(7), ago(0)) == ("7 d", "today")
    assert [in_days(n) for n in (-2, -1, 0, 1, 5)] == ["2 days late", "1 day late", "today", "tomorrow", "in 5 days"]


@pytest.mark.usefixtures("french")
def test_french_days() -> None:
    assert weekday_day(day_of_cycle(45)) == "ven. 16 oct."


def test_english_does_not_load_babel() -> None:
    program = (
        "import sys, datetime\n"
        "from okr_tui.words.numbers import figure\nfrom okr_tui.words.dates import weekday_day\n"
        "figure(1234.5, 'h'), weekday_day(datetime.date(2026, 10, 16))\n"
        "print([name for name in sys.modules if name.startswith('babel')])"
    )
    assert subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True).stdout == "[]\n"
