"""`okr undo` and `okr redo`: what is printed, what stands in the files, and the exit code."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.cli.main import run

SAMPLES = Path(__file__).parents[2] / "sample_data"
PLAN = "cycles/t3/okrs/product.toml"
JOURNAL = "cycles/t3/journal/2026-w42/noa.toml"


def snapshot(root):
    return {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_a_check_in_is_taken_back_and_done_again_to_the_byte(root, capsys):
    before = snapshot(root)
    assert run(["checkin", "sign-ups", "31"]) == 0
    after = snapshot(root)
    capsys.readouterr()
    assert run(["undo"]) == 0
    assert capsys.readouterr().out == "taken back: check-in on Sign-ups active on day 7: 31 %\n"
    assert snapshot(root) == before
    assert run(["redo"]) == 0
    assert capsys.readouterr().out == "done again: check-in on Sign-ups active on day 7: 31 %\n"
    assert snapshot(root) == after


def test_a_script_reads_what_was_taken_back(root, capsys):
    assert run(["add", "objective", "Teams come back", "--team", "product", "--json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert run(["undo", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == made
    assert made["file"] == PLAN


@pytest.mark.parametrize("verb", ["undo", "redo"])
def test_where_there_is_nothing_left_it_says_so_and_leaves_with_2(root, capsys, verb):
    assert run([verb]) == 2
    assert capsys.readouterr().err == f"okr: There is nothing to {verb}.\n"


def test_everything_that_changes_can_be_taken_back_in_turn(root):
    states = [snapshot(root)]
    for argv in (
        ["add", "objective", "Teams come back", "--team", "product"], ["edit", "median", "target=4", "--why", "Two left"],
        ["drop", "sign-ups", "--why", "Not now"], ["add", "person", "Beatrix Potter", "--team", "care"],
        ["add", "pain", "Too many tabs", "--team", "product"], ["checkin", "projects", "470", "--me", "zoe"],
    ):  # fmt: skip
        assert run(argv) == 0
        states.append(snapshot(root))
    for state in reversed(states[:-1]):
        assert run(["undo"]) == 0
        assert snapshot(root) == state
    for state in states[1:]:
        assert run(["redo"]) == 0
        assert snapshot(root) == state


def test_only_the_last_of_several_lines_says_how_to_undo(root, capsys):
    assert run(["checkin", "median=6/5", "projects=470"]) == 0
    first, last = capsys.readouterr().out.splitlines()
    assert "undo" not in first
    assert last.endswith(" · undo with okr undo")


def test_undo_loads_neither_models_nor_screens(root):
    assert run(["checkin", "sign-ups", "31"]) == 0
    asked = [sys.executable, "-X", "importtime", "-m", "okr_tui", "undo"]
    told = subprocess.run(asked, text=True, capture_output=True, check=True)
    loaded = {line.rpartition("|")[2].strip() for line in told.stderr.splitlines()}
    assert loaded.isdisjoint({"msgspec", "textual", "rich", "babel", "pendulum", "okr_tui.domain.workspace"})


@pytest.mark.parametrize(
    ("argv", "figure"),
    [
        (["edit", "median", "target=4", "--why", "Two left"], "change target of “Median answer time” to 4 h"),
        (["checkin", "median", "-c", "6"], "check-in on Median answer time: confidence 6"),
    ],
)
def test_the_figure_that_is_taken_back_is_named(root, capsys, argv, figure):
    assert run(argv) == 0
    capsys.readouterr()
    assert run(["undo"]) == 0
    assert capsys.readouterr().out == f"taken back: {figure}\n"
