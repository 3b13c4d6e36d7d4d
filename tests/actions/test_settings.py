"""Settings, absences and dates: what two people who change them at once find in the files."""

import random
import tomllib
from datetime import date, datetime, time

import pytest

from okr_tui.actions.act import Author, perform
from okr_tui.actions.dates import add_date, remove_date
from okr_tui.actions.people import Absence, add_absence, change_absence, paste_people, remove_absence
from okr_tui.actions.settings import ClosedDays, add_closed, change_closed, change_settings, remove_closed
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.reader import Reader
from tests.workspaces import PARIS, Small, day

AUTHOR = Author("noa", datetime(2026, 10, 16, 10, tzinfo=PARIS), random.Random(5).choice)  # noqa: S311


@pytest.fixture
def root(tmp_path):
    small = Small()
    held = {"id": "first", "kind": "pain-points", "on": day(1), "held": datetime(2026, 9, 2, 10, tzinfo=PARIS)}
    small.cycle("t3", rituals=(held,))
    return small.write(tmp_path / "small")


def done(root, make):
    return perform(root, root.parent / "state", make)


def tables(root, path):
    return tomllib.loads((root / path).read_text(encoding="utf-8"))


def test_the_same_key_set_by_two_people_keeps_both_values_and_another_key_merges(root):
    seen = Reader(root).read().settings
    done(root, lambda: change_settings(root, {"policy.max_objectives": 2}, seen))
    done(root, lambda: change_settings(root, {"policy.stale_days": 5}, seen))
    assert tables(root, "okr.toml")["policy"] == {"max_objectives": 2, "stale_days": 5}
    assert done(root, lambda: change_settings(root, {"policy.max_objectives": 4}, seen)).written.conflicts
    found = tables(root, "okr.toml")
    assert {found["policy"]["max_objectives"], *(each.get("theirs") for each in found["conflict"])} == {2, 4}


def test_an_absence_is_added_changed_and_taken_back_and_one_that_is_gone_is_said(root):
    first, longer = Absence(day(50), day(52)), Absence(day(50), day(55), "sam")
    done(root, lambda: add_absence(root, "noa", first))
    with pytest.raises(WrongUsage):
        add_absence(root, "noa", first)
    done(root, lambda: change_absence(root, "noa", first, longer))
    assert tables(root, "people.toml")["person"][0]["away"] == [longer.table]
    with pytest.raises(OkrError, match="no longer there"):
        remove_absence(root, "noa", first)
    done(root, lambda: remove_absence(root, "noa", longer))
    assert "away" not in tables(root, "people.toml")["person"][0]


def test_closed_days_stand_in_the_order_of_the_days(root):
    late, early = (
        ClosedDays(date(2026, 12, 24), date(2027, 1, 1), "Winter"),
        ClosedDays(date(2026, 11, 1), date(2026, 11, 1)),
    )
    done(root, lambda: add_closed(root, late))
    done(root, lambda: add_closed(root, early))
    assert tables(root, "okr.toml")["closed"] == [early.table, late.table]
    done(root, lambda: change_closed(root, early, early._replace(name="All saints")))
    done(root, lambda: remove_closed(root, late))
    assert [each["name"] for each in tables(root, "okr.toml")["closed"]] == ["All saints"]
    with pytest.raises(WrongUsage, match="before the first"):
        add_closed(root, ClosedDays(date(2026, 12, 24), date(2026, 12, 1)))


def test_a_ritual_gets_a_day_and_one_that_was_held_stays(root):
    made = done(
        root, lambda: add_date(root, AUTHOR, "t3", "alignment", day(8), at=time(10), team="product", minutes=80)
    )
    assert tables(root, "cycles/t3/cycle.toml")["ritual"][1]["team"] == "product"
    with pytest.raises(OkrError):
        add_date(root, AUTHOR, "t3", "alignment", day(8), team="nobodys")
    with pytest.raises(WrongUsage, match="was held"):
        remove_date(root, "t3", "first")
    done(root, lambda: remove_date(root, "t3", made.act.id))
    assert [each["id"] for each in tables(root, "cycles/t3/cycle.toml")["ritual"]] == ["first"]


def test_lines_that_add_nobody_change_nothing(root):
    with pytest.raises(WrongUsage):
        paste_people(root, "Noa Berger, noa@small.example, Product\nZed, nowhere")
