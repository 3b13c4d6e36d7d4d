"""A sample is copied so that today is where it was written for, and stays whole whatever day it is."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from okr_tui.actions.samples import (
    ANCHOR,
    SAMPLES,
    copy_sample,
    sample_files,
    shifted_text,
    shifted_week,
    weeks_away,
)
from okr_tui.domain.clock import week_of
from okr_tui.domain.errors import WrongUsage
from okr_tui.store.check import check
from okr_tui.store.reader import Reader

SHIPPED = Path(__file__).parents[2] / "sample_data"
DAYS = [
    date(2026, 10, 16),
    date(2026, 10, 12),
    date(2026, 10, 18),
    date(2026, 12, 31),  # in week 53
    date(2027, 1, 3),  # the Sunday of week 53
    date(2027, 1, 4),
    date(2025, 12, 29),  # in week 1 of the next year
    date(2028, 2, 29),
    date(2033, 1, 1),  # in week 53 of the year before
    date(2020, 3, 1),
]


def moved(value: Any, by: timedelta) -> Any:
    """The tables with every day moved, worked out apart from the text."""
    if isinstance(value, dict):
        return {
            key: shifted_week(each, by) if key == "week" and isinstance(each, str) else moved(each, by)
            for key, each in value.items()
        }
    if isinstance(value, list):
        return [moved(each, by) for each in value]
    return value + by if isinstance(value, (date, datetime)) else value


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_a_sample_is_sound_and_in_the_middle_of_its_cycle_on_any_day(tmp_path: Path, name: str, today: date) -> None:
    copy_sample(name, tmp_path / "there", today)
    assert check(tmp_path / "there") == check(SHIPPED / name)
    workspace = Reader(tmp_path / "there").read()
    content = workspace.default_cycle(today)
    assert content is not None
    assert content.cycle.holds(today)
    original = Reader(SHIPPED / name).read().default_cycle(ANCHOR)
    assert original is not None
    since_friday = (today - ANCHOR).days % 7
    assert (today - content.cycle.start).days == (ANCHOR - original.cycle.start).days + since_friday
    assert week_of(content.cycle, workspace.settings.cadence, today) in {6, 7, 8}
    assert SAMPLES[name].person in workspace.person_by_id


@pytest.mark.parametrize("name", SAMPLES)
def test_every_file_keeps_its_words_its_comments_and_its_local_times(name: str) -> None:
    today = date(2027, 1, 6)
    by = weeks_away(today)
    assert by == timedelta(weeks=11)
    files = sample_files(name, today)
    originals = {path.relative_to(SHIPPED / name).as_posix(): path for path in (SHIPPED / name).rglob("*.toml")}
    assert len(files) == len(originals) + 1
    for path, full in originals.items():
        text = full.read_text(encoding="utf-8")
        there = re.sub(r"[0-9]{4}-w[0-9]{2}", lambda week: shifted_week(week[0], by), path)
        assert tomllib.loads(files[there]) == moved(tomllib.loads(text), by)
        assert re.findall(r"#.*|\d\d:\d\d.*", files[there]) == re.findall(r"#.*|\d\d:\d\d.*", text)


def test_on_the_anchor_day_nothing_is_moved() -> None:
    assert all(
        text == (SHIPPED / "lumio" / path).read_text(encoding="utf-8")
        for path, text in sample_files("lumio", ANCHOR).items()
    )


def test_dates_are_moved_but_not_what_only_looks_like_one() -> None:
    text = '''\
# since 2026-10-16
"2026-10-16" = 2026-10-16
at = 2026-10-16T09:00:00+02:00 # 2026-10-16
other = [2026-10-16 09:00:00.5Z, {on=2026-10-16}]
words = "on 2026-10-16 \\" 2026-10-16"
more = """
2026-10-16 "" '
"""
path = 'c:\\2026-10-16'
release-2026-10-16 = 12026-10-16
'''
    # the last line is no TOML, but shows that nothing inside a longer word is moved
    assert (
        shifted_text(text, timedelta(weeks=1))
        == '''\
# since 2026-10-16
"2026-10-16" = 2026-10-23
at = 2026-10-23T09:00:00+02:00 # 2026-10-16
other = [2026-10-23 09:00:00.5Z, {on=2026-10-23}]
words = "on 2026-10-16 \\" 2026-10-16"
more = """
2026-10-16 "" '
"""
path = 'c:\\2026-10-16'
release-2026-10-16 = 12026-10-16
'''
    )


@settings(max_examples=200)
@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), weeks=st.integers(-500, 500))
def test_a_week_moves_with_its_days(day: date, weeks: int) -> None:
    year, week, _ = day.isocalendar()
    later_year, later_week, _ = (day + timedelta(weeks=weeks)).isocalendar()
    assert shifted_week(f"{year}-w{week:02d}", timedelta(weeks=weeks)) == f"{later_year}-w{later_week:02d}"


@given(today=st.dates(date(1990, 1, 1), date(2190, 1, 1)))
def test_the_move_is_by_whole_weeks_onto_the_last_friday(today: date) -> None:
    by = weeks_away(today)
    assert by.days % 7 == 0
    assert 0 <= (today - (ANCHOR + by)).days < 7


def said_days(value: Any, key: str = "") -> Iterator[date]:
    """The days of everything in a file that somebody said, did or decided."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield from said_days(each, name)
    elif isinstance(value, list):
        for each in value:
            yield from said_days(each, key)
    elif isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date) and key == "done":
        yield value


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("today", [date(2026, 10, 12) + timedelta(days=n) for n in range(7)], ids="{:%a}".format)
def test_nothing_was_said_tomorrow_on_any_weekday(name: str, today: date) -> None:
    days = []
    for path, text in sample_files(name, today).items():
        tables = tomllib.loads(text) if path.endswith(".toml") else {}
        days += said_days(tables)
        days += [each["on"] for each in tables.get("check_in", [])]
        days += [each["on"] for each in tables.get("tally", [])]
        days += [change["on"] for each in tables.get("objective", []) for change in changes(each)]
    assert len(days) > 10
    assert max(days) <= today


def changes(value: Any) -> Iterator[dict[str, Any]]:
    """The changes after agreement of an objective and of all in it."""
    if isinstance(value, dict):
        yield from value.get("changed", [])
        yield from (each for inner in value.values() for each in changes(inner))
    elif isinstance(value, list):
        yield from (each for inner in value for each in changes(inner))


def test_a_folder_that_holds_something_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    with pytest.raises(WrongUsage, match="not empty"):
        copy_sample("lumio", tmp_path, ANCHOR)
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]
    with pytest.raises(WrongUsage, match="not empty"):
        copy_sample("lumio", tmp_path / "mine.txt", ANCHOR)


def test_an_empty_folder_and_one_that_is_not_there_will_do(tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    copy_sample("solo", tmp_path / "empty", ANCHOR)
    copy_sample("solo", tmp_path / "deep" / "down", ANCHOR)
    assert (tmp_path / "deep" / "down" / "okr.toml").is_file()


@pytest.mark.parametrize("name", ["nobody", "../lumio", "", "lumio/cycles"])
def test_a_sample_that_is_not_there_is_wrong_usage(tmp_path: Path, name: str) -> None:
    with pytest.raises(WrongUsage, match="lumio, rivage, solo"):
        copy_sample(name, tmp_path, ANCHOR)
