"""The rituals as a calendar file: whoever reads it, wherever, sees each at the hour that is meant."""

import os
import subprocess
import sys
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar
from icalendar.cal import Timezone

from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.held import Dated
from okr_tui.words.ics import calendar_file, zone_of
from tests.workspaces import Small

NOW = datetime(2026, 10, 16, 9, tzinfo=UTC)
DAYS = (date(2026, 1, 5), date(2026, 3, 28), date(2026, 3, 29), date(2026, 7, 1), date(2026, 10, 25), date(2027, 3, 30))


def rituals(at: time | None = time(9, 30)) -> tuple[Dated, ...]:
    cycle = Cycle(id="t3", name="T3", start=date(2026, 1, 1), end=date(2027, 4, 1), phase="achieve")
    return tuple(
        Dated(cycle, Ritual(id=f"r-{n}", kind="weekly-check-in", on=day, at=at, minutes=30), "ahead")
        for n, day in enumerate(DAYS)
    )


def written(zone: str | None, at: time | None = time(9, 30)) -> str:
    made = calendar_file(Small().workspace(), rituals(at), NOW, ZoneInfo(zone) if zone else None)
    return made.decode()


@pytest.mark.parametrize(
    "name", ["Europe/Paris", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kolkata", "America/New_York"]
)
def test_an_hour_has_its_zone_and_the_file_describes_it(name: str) -> None:
    read = Calendar.from_ical(written(name))
    (described,) = read.walk("VTIMEZONE")
    assert isinstance(described, Timezone)
    own, known = described.to_tz(lookup_tzid=False), ZoneInfo(name)
    for each, day in zip(read.walk("VEVENT"), DAYS, strict=True):
        for key, minutes in (("dtstart", 30), ("dtend", 60)):
            local = datetime.combine(day, time(9)) + timedelta(minutes=minutes)
            assert each[key].params["TZID"] == name
            assert each[key].dt == local.replace(tzinfo=known)
            assert local.replace(tzinfo=own).utcoffset() == local.replace(tzinfo=known).utcoffset()


def test_where_the_machine_has_no_name_for_its_zone_an_hour_is_in_utc() -> None:
    read = Calendar.from_ical(written(None))
    assert not read.walk("VTIMEZONE")
    for each, day in zip(read.walk("VEVENT"), DAYS, strict=True):
        assert each["dtstart"].dt == datetime.combine(day, time(9, 30)).astimezone()
        assert str(each["dtstart"].to_ical(), "ascii").endswith("Z")


def test_a_ritual_without_an_hour_takes_the_whole_day_and_needs_no_zone() -> None:
    text = written("Europe/Paris", None)
    assert "DTSTART;VALUE=DATE:20260105" in text
    assert "VTIMEZONE" not in text


def test_a_name_that_is_no_zone_is_refused() -> None:
    assert zone_of("Asia/Tokyo", NOW) == ZoneInfo("Asia/Tokyo")
    for name in ("Nowhere/Land", "../etc/passwd", "", "Europe", "/etc/localtime"):
        with pytest.raises(WrongUsage, match="no time zone"):
            zone_of(name, NOW)


@pytest.mark.parametrize(
    ("machine", "said"),
    [
        ("Asia/Tokyo", "TZID=Asia/Tokyo:20261020T093000"), ("XYZ5", ":20261020T143000Z"), ("UTC", ":20261020T093000Z"),
        (":/usr/share/zoneinfo/UTC", ":20261020T093000Z"),
    ],
)  # fmt: skip
def test_without_a_name_the_zone_is_the_machine_s(machine: str, said: str) -> None:
    program = (
        "from datetime import datetime, date, time\n"
        "from okr_tui.words.ics import calendar_file, zone_of\n"
        "from tests.words.test_ics import DAYS, Dated, Cycle, Ritual, Small\n"
        "cycle = Cycle(id='t3', name='T3', start=date(2026, 9, 1), end=date(2026, 12, 1), phase='achieve')\n"
        "ritual = Ritual(id='r', kind='alignment', on=date(2026, 10, 20), at=time(9, 30))\n"
        "now = datetime(2026, 10, 16, 9).astimezone()\n"
        "made = calendar_file(Small().workspace(), (Dated(cycle, ritual, 'ahead'),), now, zone_of(None, now))\n"
        "print(made.decode())\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], env={**os.environ, "TZ": machine}, capture_output=True, text=True, check=True
    )
    assert said in done.stdout
