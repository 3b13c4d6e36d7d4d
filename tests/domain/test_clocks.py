"""Days of two clocks: what was said counts when it was said, and what was said later counts more."""

from datetime import UTC, date, datetime, timedelta, timezone
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.counting import counting, has_come, moment
from okr_tui.domain.course import course
from okr_tui.domain.history import history
from okr_tui.domain.progress import by_day
from okr_tui.domain.standing import standing
from tests.workspaces import Small, day

APIA, HONOLULU = timezone(timedelta(hours=14)), timezone(timedelta(hours=-10))


class Said(NamedTuple):
    """A check-in as far as it counts."""

    id: str
    on: date
    at: datetime
    replaces: str | None = None
    withdrawn: bool = False


def live(identity: str, at: datetime) -> Said:
    """One made about the writer's own day."""
    return Said(identity, at.date(), at)


NOON = datetime(2026, 10, 20, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=5)


@pytest.mark.parametrize(("first", "second"), [(APIA, HONOLULU), (HONOLULU, APIA)])
def test_of_two_clocks_the_one_that_spoke_later_is_the_latest(first: timezone, second: timezone) -> None:
    early, late = live("a", NOON.astimezone(first)), live("b", LATER.astimezone(second))
    assert early.on != late.on
    assert max(late, early, key=moment) is late


@given(st.lists(st.tuples(st.integers(-5, 5), st.integers(0, 3), st.integers(0, 86_399)), max_size=8))
def test_on_one_clock_the_day_goes_first_then_the_moment(rows: list[tuple[int, int, int]]) -> None:
    said = [
        Said(str(number), (at := NOON + timedelta(days=days, seconds=second)).date() - timedelta(days=back), at)
        for number, (days, back, second) in enumerate(rows)
    ]
    assert sorted(said, key=moment) == sorted(said, key=lambda each: (each.on, each.at, each.id))


@pytest.mark.parametrize(
    ("on", "at", "came"),
    [
        (date(2026, 10, 20), NOON, True),
        (date(2026, 10, 19), NOON + timedelta(days=9), True),  # a day that is over, whatever was written when
        (date(2026, 10, 21), NOON - timedelta(days=1), False),  # a day that lay ahead of the writer, too
        (date(2026, 10, 27), NOON + timedelta(days=7), False),  # a clock that is a week ahead
        (date.max, datetime.max.replace(tzinfo=HONOLULU), False),
        (date.max, datetime.max.replace(tzinfo=APIA), False),
    ],
)
def test_a_day_has_come_when_it_was_written_about_by_then(on: date, at: datetime, came: bool) -> None:
    assert has_come(on, at, date(2026, 10, 20)) is came


def test_tomorrow_on_another_clock_has_come_here() -> None:
    here = datetime(2026, 10, 20, 23, 30).astimezone()
    there = here.astimezone(timezone((here.utcoffset() or timedelta()) + timedelta(hours=1)))
    assert there.date() == date(2026, 10, 21)
    assert [each.id for each in counting([live("a", there)], date(2026, 10, 20))] == ["a"]
    assert not counting([live("a", there)], date(2026, 10, 19))


def spoken() -> Small:
    """Noa said 30 on Friday in the east; Sam said 34 five minutes later, on Thursday in the west."""
    small = Small()
    small.objective("product", "grow", owner="noa")
    small.key_result("grow", "nps", baseline=20, target=40)
    at = datetime(2026, 10, 15, 12, tzinfo=UTC)
    east, west = at.astimezone(APIA), (at + timedelta(minutes=5)).astimezone(HONOLULU)
    small.says("noa", "check_in", on=day(40), about="nps", value=28)
    small.says("noa", "check_in", on=east.date(), at=east, about="nps", value=30, confidence=8)
    small.says("sam", "check_in", on=west.date(), at=west, about="nps", value=34, confidence=3)
    return small


def test_the_latest_value_and_confidence_are_what_was_said_last() -> None:
    workspace = spoken().workspace()
    content = workspace.cycles["t3"]
    ((team, objective, key_result),) = content.key_results()
    now = standing(workspace, content, team, objective, key_result, day(45))
    assert (now.value, now.confidence, now.seen) == (34, 3, day(45))
    days = [on for on, _value in course(now).values]
    assert days == sorted(set(days))
    assert by_day(now.entries)[-1] == (day(45), 34)


def test_the_history_tells_the_last_said_first() -> None:
    assert [row.value for row in history([spoken().content()])] == [34, 30, 28]
