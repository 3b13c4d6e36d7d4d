"""Two people a day apart on the calendar: what either says is there for both at once, and what was said later counts."""

import json
import os
import subprocess
import sys
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.gitted import clones, needs_git, own_settings

pytestmark = needs_git

SUBJECT = "activation-00002"


class Clock(NamedTuple):
    """A person's clone, who they are, how many hours their clock is ahead of UTC, and its day."""

    folder: Path
    person: str
    ahead: int
    today: str

    def okr(self, *arguments: str) -> str:
        """Runs the command as a process on this clock."""
        done = subprocess.run(
            [sys.executable, "-m", "okr_tui", *arguments], cwd=self.folder, capture_output=True, text=True, check=False,
            env={**os.environ, "TZ": f"XXX{-self.ahead:+d}", "OKR_TODAY": self.today, "OKR_ME": self.person},
        )  # fmt: skip
        assert done.returncode in {0, 1}, done.stderr + done.stdout
        return done.stdout

    def status(self) -> Any:
        """The key result as scripts see it."""
        found = json.loads(self.okr("status", "--json"))
        text = json.dumps(found)
        assert SUBJECT in text
        return _named(found, SUBJECT)


def _named(value: Any, identity: str) -> Any:
    if isinstance(value, dict):
        if value.get("id") == identity:
            return value
        value = list(value.values())
    found = (_named(each, identity) for each in value) if isinstance(value, list) else ()
    return next((each for each in found if each is not None), None)


@pytest.fixture
def both(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, Clock]:
    """Noa in the east and Inès in the west, whose walls show the same hour of two days."""
    own_settings(tmp_path, monkeypatch)
    one, two = clones(tmp_path, "one", "two")
    # Not across the midnight of these two clocks, which OKR_TODAY would not follow.
    east = 14 if (datetime.now(UTC) + timedelta(hours=14)).hour < 23 else 13
    return {"east": Clock(one, "noa", east, "2026-10-21"), "west": Clock(two, "ines", east - 24, "2026-10-20")}


@pytest.mark.parametrize("order", [("east", "west"), ("west", "east")])
def test_what_was_said_later_counts_for_both_whatever_their_calendars_say(
    both: dict[str, Clock], order: tuple[str, str]
) -> None:
    first, second = (both[each] for each in order)
    first.okr("checkin", SUBJECT, "41", "-c", "6")
    second.okr("checkin", SUBJECT, "44", "-c", "8")
    for each in (first, second, first):
        each.okr("sync")
    for each in (first, second):
        told = each.status()
        assert (told["value"], told["confidence"], told["due"]) == (44, 8, False)
        assert "44" in next(line for line in each.okr("why", SUBJECT).splitlines() if "Value" in line)
        said = [line["value"] for line in json.loads(each.okr("log", SUBJECT, "--json")) if line["kind"] == "check-in"]
        assert said[:2] == [44, 41]
        assert "not come yet" not in each.okr("check")


def test_a_colleague_whose_day_is_already_tomorrow_has_checked_in(both: dict[str, Clock]) -> None:
    both["east"].okr("checkin", SUBJECT, "41", "-c", "2")
    both["east"].okr("sync")
    west = both["west"]
    assert west.status()["due"]
    west.okr("sync")
    told = west.status()
    assert (told["value"], told["confidence"], told["due"]) == (41, 2, False)
    assert SUBJECT not in both["east"]._replace(folder=west.folder, ahead=west.ahead, today=west.today).okr("due")


def test_a_relative_figure_is_added_to_what_a_colleague_said_tomorrow(both: dict[str, Clock]) -> None:
    both["east"].okr("checkin", SUBJECT, "41")
    both["east"].okr("sync")
    both["west"].okr("sync")
    both["west"].okr("checkin", SUBJECT, "+2")
    assert both["west"].status()["value"] == 43


def test_a_change_made_today_in_the_west_belongs_to_today_in_the_east(both: dict[str, Clock]) -> None:
    both["west"].okr("edit", SUBJECT, "target=70", "--why", "more is possible")
    both["west"].okr("sync")
    both["east"].okr("sync")
    assert "target 60 → 70" in both["east"].okr("log", "--since", "2026-10-21")
