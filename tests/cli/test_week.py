"""`okr week`: four squares, PPP beside last week's; what is said is added to one's own week."""

import json
import tomllib
from pathlib import Path
from typing import Any

from okr_tui.cli.main import run
from tests.workspaces import Small, day


def mine(root: Path) -> dict[str, Any]:
    path = root / "cycles" / "t3" / "journal" / "2026-w42" / "noa.toml"
    tables = tomllib.loads(path.read_text(encoding="utf-8"))["weekly"]
    assert len(tables) == 1
    return tables[0]


def test_a_week_shows_four_squares_and_its_words_beside_last_weeks(root, capsys):
    assert run(["week", "--team", "product"]) == 0
    out = capsys.readouterr().out
    for words in ("PRIORITIES", "NEXT FOUR WEEKS", "CONFIDENCE", "HEALTH", "5.3 → 5.1", "4 → 3", "Mid-cycle review"):
        assert words in out
    assert "Noa: The wizard is on for everyone      Noa: Platform said yes to the event" in out
    assert max(map(len, out.splitlines())) <= 80


def test_a_script_reads_this_week_and_the_last(root, capsys):
    assert run(["week", "--team", "product", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["week"], told["monday"], told["last"]["week"]) == ("2026-w42", "2026-10-12", "2026-w41")
    assert [each["rank"] for each in told["priorities"]] == [1, 2, 3]
    moved = {each["title"]: each for each in told["key_results"]}["Templates used twice"]
    assert (moved["confidence"], moved["confidence_before"]) == (3, 4)
    assert told["wins"] == [{"person": "noa", "text": "The wizard is on for everyone"}]


def test_what_is_said_is_added_and_a_part_can_be_emptied_first(root, capsys):
    assert run(["week", "--win", "The gallery  is live", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["file"] == "cycles/t3/journal/2026-w42/noa.toml"
    assert mine(root)["wins"] == ["The wizard is on for everyone", "The gallery is live"]
    assert run(["week", "--clear", "priority", "--priority", "One thing", "--clear", "plan"]) == 0
    assert mine(root)["priorities"] == ["One thing"]
    assert "plans" not in mine(root)
    assert run(["check"]) == 0


def test_a_fourth_priority_is_refused_and_changes_nothing(root, capsys):
    before = mine(root)
    assert run(["week", "--priority", "A fourth"]) == 2
    assert "Three priorities at most" in capsys.readouterr().err
    assert mine(root) == before


def test_somebody_begins_a_week_of_their_own(root, capsys):
    assert run(["week", "--problem", "Nobody at the desk", "--me", "ines"]) == 0
    capsys.readouterr()
    assert run(["week", "--json", "--me", "ines"]) == 0
    problems = json.loads(capsys.readouterr().out)["problems"]
    assert {"person": "ines", "text": "Nobody at the desk"} in problems


def test_a_hostile_week_obeys_nobody(root, capsys):
    assert run(["week", "--clear", "win", "--win", "\x1b[31mred\x1b[0m"]) == 0
    capsys.readouterr()
    assert run(["week"]) == 0
    assert "\x1b[31mred" not in capsys.readouterr().out


def test_a_figure_of_health_told_before_the_last_cycle_was_closed_is_the_last_one(tmp_path, monkeypatch, capsys):
    small = Small()
    small.teams[1]["kpi"] = [{"id": "uptime", "title": "Uptime", "unit": "%", "low": 99}]
    small.cycle("t2", name="T2", start=day(-100), end=day(20), phase="closed")
    small.says("sam", "check_in", on=day(-5), cycle="t2", about="uptime", value=99.7)
    root = small.write(tmp_path / "small")
    monkeypatch.setattr("okr_tui.cli.prompt.refresh_soon", lambda *_told: None)
    there = ["-w", str(root), "--me", "noa", "--today", str(day(45))]
    assert run(["week", "--team", "product", "--json", *there]) == 0
    (kpi,) = json.loads(capsys.readouterr().out)["kpis"]
    assert (kpi["value"], kpi["on"], kpi["edge"]) == (99.7, str(day(-5)), "inside")
    assert run(["checkin", "uptime", "+0.1", *there]) == 0
    assert "99.7 → 99.8 %" in capsys.readouterr().out
