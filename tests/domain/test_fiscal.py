from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.fiscal import MONTHS, cycle_of, months_later, year_of
from okr_tui.domain.ids import is_slug
from okr_tui.domain.settings import Cadence
from okr_tui.store.validate import table_of


@pytest.mark.parametrize(
    ("cycle", "year_start", "day", "identity", "start", "end"),
    [
        ("quarter", 1, "2026-10-16", "2026-q4", "2026-10-01", "2026-12-31"),
        ("tertial", 1, "2026-10-16", "2026-t3", "2026-09-01", "2026-12-31"),
        ("half", 1, "2026-06-30", "2026-h1", "2026-01-01", "2026-06-30"),
        ("quarter", 4, "2026-02-16", "2025-26-q4", "2026-01-01", "2026-03-31"),
        ("quarter", 2, "2026-01-31", "2025-26-q4", "2025-11-01", "2026-01-31"),
        ("tertial", 9, "2026-10-16", "2026-27-t1", "2026-09-01", "2026-12-31"),
        ("half", 12, "2028-02-29", "2027-28-h1", "2027-12-01", "2028-05-31"),
    ],
)
def test_a_cycle_is_named_by_its_place_in_the_year(
    cycle: str, year_start: int, day: str, identity: str, start: str, end: str
) -> None:
    span = cycle_of(table_of(Cadence, {"cycle": cycle, "year_start": year_start}), date.fromisoformat(day))
    assert (span.id, span.start.isoformat(), span.end.isoformat()) == (identity, start, end)


def test_a_custom_cycle_begins_on_monday_or_the_day_given() -> None:
    span = cycle_of(Cadence(cycle="custom", weeks=6), date(2026, 10, 16))
    assert (span.start, span.end) == (date(2026, 10, 12), date(2026, 11, 22))
    span = cycle_of(Cadence(cycle="custom", weeks=2), date(2026, 10, 16), date(2026, 10, 20))
    assert (span.id, span.start, span.end) == ("2026-10-20", date(2026, 10, 20), date(2026, 11, 2))


def test_a_start_of_its_own_moves_the_whole_cycle() -> None:
    span = cycle_of(Cadence(cycle="quarter"), date(2026, 10, 16), date(2026, 10, 15))
    assert (span.id, span.start, span.end) == ("2026-q4", date(2026, 10, 15), date(2027, 1, 14))


def test_months_later_stays_within_a_shorter_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2027, 11, 30), 3) == date(2028, 2, 29)
    assert months_later(date(2026, 12, 31), 1) == date(2027, 1, 31)


@given(
    day=st.dates(date(1950, 1, 1), date(2150, 1, 1)),
    year_start=st.integers(1, 12),
    cycle=st.sampled_from(sorted(MONTHS)),
)
def test_the_cycles_of_a_year_cover_it_without_gap_or_overlap(day: date, year_start: int, cycle: str) -> None:
    cadence = table_of(Cadence, {"cycle": cycle, "year_start": year_start})
    span, year = cycle_of(cadence, day), year_of(day, year_start)
    assert span.start <= day <= span.end
    assert year.start <= span.start <= span.end <= year.end
    assert cycle_of(cadence, span.end + timedelta(days=1)).start == span.end + timedelta(days=1)
    assert is_slug(span.id)
    assert is_slug(year.id)
    assert span.id != year.id
