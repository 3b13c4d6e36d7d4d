"""The commands that change: what is typed, what is printed, what stands in the files, and the exit code."""

import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from okr_tui.cli.main import run

SAMPLES = Path(__file__).parents[2] / "sample_data"
JOURNAL = "cycles/t3/journal/2026-w42/noa.toml"
PLAN = "cycles/t3/okrs/product.toml"


def tables(root, path):
    return tomllib.loads((root / path).read_text(encoding="utf-8"))


def snapshot(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_one_line_checks_in_and_says_from_where_to_where(root, capsys):
    assert run(["checkin", "sign-ups", "+1.5", "-c", "8", "-m", "The wizard remembers"]) == 0
    assert (
        capsys.readouterr().out
        == "Sign-ups active on day 7 (Product): 29 → 30.5 %, confidence 8 · undo with okr undo\n"
    )
    said = tables(root, JOURNAL)["check_in"][-1]
    assert (said["value"], said["confidence"], said["note"]) == (30.5, 8, "The wizard remembers")
    assert said["at"].utcoffset() is not None
    assert said["at"].date().isoformat() == "2026-10-16"


def test_several_go_in_one_command_and_the_last_slash_begins_the_confidence(root, capsys):
    assert run(["checkin", "median=12/2/5", "projects=470", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [each["file"] for each in told] == [JOURNAL, JOURNAL]
    said = tables(root, JOURNAL)["check_in"][-2:]
    assert [(each["value"], each.get("confidence")) for each in said] == [(6, 5), (470, None)]


def test_nothing_is_written_when_one_of_several_makes_no_sense(root, capsys):
    before = snapshot(root)
    assert run(["checkin", "median=6/5", "projects=lots"]) == 2
    assert "no figure" in capsys.readouterr().err
    assert snapshot(root) == before


def test_a_value_may_come_from_standard_input(root):
    command = [sys.executable, "-m", "okr_tui", "checkin", "sign-ups", "-"]
    subprocess.run(command, input="31\n", text=True, check=True, capture_output=True)
    assert tables(root, JOURNAL)["check_in"][-1]["value"] == 31


@pytest.mark.parametrize(
    ("argv", "code"),
    [
        (["checkin", "a", "5"], 4), (["checkin", "templates twice", "5"], 4), (["checkin", "qqqq", "5"], 2),
        (["checkin"], 2), (["checkin", "sign-ups", "5", "-c", "11"], 2), (["checkin", "sign-ups"], 2),
        (["checkin", "sign-ups=1/12"], 2), (["checkin", "sign-ups", "5", "--on", "soon"], 2),
        (["edit", "median", "target=4"], 2), (["edit", "median", "colour=red"], 2), (["edit", "median", "target"], 2),
        (["drop", "median"], 2), (["move", "median", "--to", "t"], 4), (["add", "kr", "X", "--to", "qqqq"], 2),
        (["add", "objective", "X", "--team", "qqqq"], 2), (["--me", "nobody", "checkin", "sign-ups", "5"], 2),
    ],
)  # fmt: skip
def test_what_is_not_clear_changes_nothing_and_says_so_in_one_sentence(root, capsys, argv, code):
    before = snapshot(root)
    assert run(argv) == code
    said = capsys.readouterr()
    assert said.err
    assert "Traceback" not in said.err
    assert not said.out
    assert snapshot(root) == before


def test_global_options_stand_before_or_after_the_verb(root, capsys):
    assert run(["checkin", "--me", "zoe", "sign-ups", "33", "--today", "2026-10-15", "-w", str(root)]) == 0
    assert tables(root, "cycles/t3/journal/2026-w42/zoe.toml")["check_in"][-1]["value"] == 33
    assert "29 → 33 %" in capsys.readouterr().out


def test_a_plan_is_drafted_changed_and_given_up_without_the_app(root, capsys):
    assert run(["add", "objective", "Teams come back", "--team", "product", "--json"]) == 0
    objective = json.loads(capsys.readouterr().out)
    assert objective["file"] == PLAN
    assert run(["add", "kr", "Back on day 30", "--to", objective["id"], "--range", "22 -> 40 %", "--json"]) == 0
    key_result = json.loads(capsys.readouterr().out)["id"]
    assert run(["add", "initiative", "A better mail", "--to", key_result, "--due", "2026-11-01"]) == 0
    assert run(["edit", key_result, "target=50", "unit=points"]) == 0
    assert run(["drop", key_result, "--why", "Not now"]) == 0
    made = tables(root, PLAN)["objective"][-1]
    assert made["id"] == objective["id"]
    [written] = made["key_result"]
    assert (written["baseline"], written["target"], written["unit"]) == (22, 50, "points")
    assert written["dropped"]["why"] == "Not now"
    assert written["initiative"][0]["title"] == "A better mail"


def test_a_change_after_agreement_is_recorded_with_its_reason(root):
    assert run(["edit", "median", "target=4", "--why", "Two people left"]) == 0
    plan = tables(root, PLAN)
    changed = [
        each for o in plan["objective"] for k in o["key_result"] for each in k.get("changed", []) if each["by"] == "noa"
    ]
    assert changed[-1]["why"] == "Two people left"


def test_a_cycle_goes_on_to_its_next_phase_by_hand_of_a_person(root):
    assert run(["edit", "t1-next", "phase=align"]) == 0
    assert tables(root, "cycles/t1-next/cycle.toml")["cycle"]["phase"] == "align"
    assert run(["edit", "t1-next", "phase=dance"]) == 2


@pytest.mark.parametrize(
    "argv",
    [
        ["add", "pain", "Too many tabs", "--team", "product"],
        ["add", "kpi", "Open tickets", "--team", "care", "--unit", "/d", "--high", "40"],
        ["add", "person", "Beatrix Potter", "--team", "care"],
        ["add", "team", "Field", "--parent", "lumio"],
        ["add", "request", "A list", "--from", "product", "--to", "care", "--by", "2026-11-01"],
        ["add", "milestone", "First", "--to", "sign-ups"],
    ],
)
def test_everything_that_is_added_leaves_a_workspace_without_problems(root, argv):
    assert run(argv) == 0
    assert run(["check"]) == 0


def test_the_prompt_counts_what_is_due_and_never_loads_what_it_does_not_need(root):
    asked = [sys.executable, "-X", "importtime", "-m", "okr_tui", "prompt"]
    first = subprocess.run(asked, text=True, capture_output=True, check=True)
    again = subprocess.run(asked, text=True, capture_output=True, check=True)
    assert first.stdout == again.stdout
    assert " due" in first.stdout
    loaded = {line.rpartition("|")[2].strip() for line in again.stderr.splitlines()}
    assert loaded.isdisjoint({"click", "msgspec", "textual", "tomli", "tomllib", "json"})


def test_a_prompt_outside_a_workspace_says_nothing(tmp_path):
    asked = [sys.executable, "-m", "okr_tui", "prompt", "-w", str(tmp_path)]
    told = subprocess.run(asked, text=True, capture_output=True, check=True)
    assert (told.stdout, told.stderr) == ("", "")


def test_a_check_in_loads_neither_models_nor_screens(root):
    asked = [sys.executable, "-X", "importtime", "-m", "okr_tui", "checkin", "sign-ups", "30"]
    told = subprocess.run(asked, text=True, capture_output=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert loaded.isdisjoint({"msgspec", "textual", "rich", "babel", "pendulum", "okr_tui.domain.workspace"})
