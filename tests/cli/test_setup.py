"""People, teams, policy and closed days from the command line: nobody needs to know TOML."""

import io
import json
import sys
import tomllib
from datetime import date

import pytest

from okr_tui.cli.main import run


def tables(root, path):
    return tomllib.loads((root / path).read_text(encoding="utf-8"))


def person(root, identity):
    return next(each for each in tables(root, "people.toml")["person"] if each["id"] == identity)


def team(root, identity):
    return next(each for each in tables(root, "teams.toml")["team"] if each["id"] == identity)


def test_the_workspace_itself_is_edited_by_the_names_of_its_keys_and_comments_stay(root, capsys):
    assert run(["edit", "okr", "policy.max_objectives=4", "cadence.check_in_day=monday", "name=Lumio 2", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["file"] == "okr.toml"
    found = tables(root, "okr.toml")
    assert (found["policy"]["max_objectives"], found["cadence"]["check_in_day"]) == (4, "monday")
    assert "# start less, finish more" in (root / "okr.toml").read_text(encoding="utf-8")
    assert run(["edit", "workspace", "policy.max_objectives="]) == 0
    assert "max_objectives" not in tables(root, "okr.toml")["policy"]


@pytest.mark.parametrize(
    ("pair", "words"),
    [
        ("policy.on_track=0.5", "at risk"), ("policy.nonsense=1", "no key"), ("cadence.cycle=custom", "weeks"),
        ("cadence.check_in_day=someday", "monday"), ("name=", "name"), ("policy.grace=2", "≤ 1"),
        ("sync.auto=perhaps", "neither yes nor no"), ("plan.x=1", "no key of okr.toml"), ("id=other", "no key"),
    ],
)  # fmt: skip
def test_settings_that_make_no_sense_are_refused_with_a_sentence_and_nothing_is_written(root, capsys, pair, words):
    before = (root / "okr.toml").read_bytes()
    assert run(["edit", "okr", pair]) == 2
    assert words in capsys.readouterr().err
    assert (root / "okr.toml").read_bytes() == before


def test_many_people_come_in_by_lines_and_lines_that_cannot_be_read_are_told(root, capsys, monkeypatch):
    lines = "Yui Sato; yui@lumio.example; care\nNoa Berger <noa@lumio.example>\tGrowth\nZed, nowhere\n"
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert run(["add", "people", "-"]) == 1
    told = capsys.readouterr()
    assert "add 1 person, change 1 person" in told.out
    assert "line 3" in told.err
    assert person(root, "yui")["team"] == ["care"]
    assert person(root, "noa")["team"] == ["product", "lumio", "growth"]
    assert run(["undo"]) == 0
    assert "yui" not in {each["id"] for each in tables(root, "people.toml")["person"]}


def test_an_absence_a_role_and_closed_days_are_added(root, capsys):
    assert run(["add", "absence", "noa", "--from", "2026-12-21", "--to", "2026-12-31", "--stand-in", "Sam Okafor"]) == 0
    assert person(root, "noa")["away"] == [{"from": date(2026, 12, 21), "to": date(2026, 12, 31), "stand_in": "sam"}]
    assert run(["add", "closed", "May day", "--from", "2027-05-01"]) == 0
    assert tables(root, "okr.toml")["closed"][-1] == {
        "from": date(2027, 5, 1), "to": date(2027, 5, 1), "name": "May day",
    }  # fmt: skip
    assert run(["add", "role", "Scribe", "--team", "care", "--holder", "rosa", "--accountable", "Minutes"]) == 0
    role = team(root, "care")["role"][0]
    assert (role["title"], role["holders"], role["accountabilities"]) == ("Scribe", ["rosa"], ["Minutes"])
    capsys.readouterr()
    assert run(["check"]) == 0


@pytest.mark.parametrize(
    ("argv", "words"),
    [
        (["add", "absence", "noa", "--from", "2026-12-21", "--to", "2026-12-01"], "last day comes before"),
        (["add", "absence", "noa", "--from", "2026-12-21", "--stand-in", "noa"], "for themselves"),
        (["add", "person", "Eve", "--email", "noa@lumio.example"], "Noa Berger has the address"),
        (["add", "person", "Eve", "--email", "eve"], "no address"),
        (["edit", "lumio", "parent=product"], "below itself"),
        (["edit", "product", "lead=nobody-at-all"], "Nobody is called"),
        (["edit", "noa", "left=2020-01-01", "joined=2021-01-01"], "Nobody leaves before"),
        (["drop", "noa"], "People are kept"),
        (["drop", "lumio"], "stand below"),
        (["drop", "product"], "objective"),
        (["drop", "on-call-e1bv3"], "another owner first"),
    ],
)
def test_what_would_leave_something_dangling_is_kindly_refused(root, capsys, argv, words):
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    assert run(argv) == 2
    assert words in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*.toml")} == before


def test_people_and_teams_are_edited_by_the_names_that_people_use(root):
    assert run(["edit", "noa", "team=Care, Growth", "roles=coach", "joined=2026-02-01"]) == 0
    noa = person(root, "noa")
    assert (noa["team"], noa["roles"], noa["joined"]) == (["care", "growth"], ["coach"], date(2026, 2, 1))
    assert run(["edit", "Léa Fontaine", "left=2026-11-30"]) == 0
    assert person(root, "lea")["left"] == date(2026, 11, 30)
    assert run(["edit", "people", "parent=Product", "lead=Rosa Duarte", "stage=in"]) == 0
    assert (team(root, "people")["parent"], team(root, "people")["lead"]) == ("product", "rosa")


def test_a_new_team_stands_below_the_one_above_all_unless_told_otherwise(root):
    assert run(["add", "team", "Field"]) == 0
    assert team(root, "field")["parent"] == "lumio"
    assert run(["add", "team", "Events", "--parent", "field"]) == 0
    assert team(root, "events")["parent"] == "field"


def test_a_team_without_okrs_goes_and_its_people_stay(root):
    assert run(["add", "team", "Field", "--parent", "lumio"]) == 0
    assert run(["edit", "noa", "team=field"]) == 0
    assert run(["drop", "field"]) == 0
    assert "field" not in {each["id"] for each in tables(root, "teams.toml")["team"]}
    assert "team" not in person(root, "noa")
