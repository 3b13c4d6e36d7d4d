"""A short name never quietly means something else, and undo and redo say what they did."""

from pathlib import Path

import pytest

from okr_tui.cli.main import run
from tests.workspaces import Small, day


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    small = Small()
    small.objective("product", "grow", owner="noa")
    small.key_result("grow", "median-answer", baseline=8, target=3)
    small.cycle("next", start=day(120), end=day(220), phase="make")
    small.objective("product", "again", "next", status="draft")
    small.key_result("again", "median-again", baseline=8, target=3)
    root = small.write(tmp_path / "ws")
    for name, value in {
        "OKR_WORKSPACE": str(root),
        "OKR_ME": "noa",
        "OKR_TODAY": str(day(45)),
        "HOME": str(tmp_path),
    }.items():
        monkeypatch.setenv(name, value)
    monkeypatch.delenv("XDG_STATE_HOME", raising=False)
    monkeypatch.delenv("XDG_CACHE_HOME", raising=False)
    return root


def words(root: Path) -> str:
    return "".join(path.read_text(encoding="utf-8") for path in root.rglob("journal/**/*.toml"))


@pytest.mark.parametrize(
    "argv",
    [["checkin", "median", "5"], ["comment", "median", "Why?"], ["edit", "median", "measure=weekly"]],
    ids=lambda argv: argv[0],
)
def test_while_a_plan_cannot_be_read_a_short_name_does_not_fall_through_to_another_cycle(root, argv, capsys):
    (root / "cycles/t3/okrs/product.toml").write_text("[[[ broken", encoding="utf-8")
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    assert run(argv) == 4
    assert "can't be read" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in root.rglob("*.toml")} == before


def test_a_whole_id_and_a_plan_that_can_be_read_go_on_as_ever(root):
    assert run(["checkin", "median-answer", "5"]) == 0
    assert "median-answer" in words(root)
    (root / "cycles/t3/okrs/product.toml").write_text("[[[ broken", encoding="utf-8")
    assert run(["edit", "median-again", "measure=weekly"]) == 0


def test_undo_and_redo_say_when_nothing_was_left_to_do(root, capsys):
    plan = root / "cycles/t3/okrs/product.toml"
    before = plan.read_bytes()
    assert run(["add", "objective", "Hello again", "--team", "product"]) == 0
    plan.write_bytes(before)
    assert run(["undo"]) == 1
    assert "nothing of it was left to take back" in capsys.readouterr().err
    assert run(["redo"]) == 1
    assert "nothing of it could be done again" in capsys.readouterr().err
    assert plan.read_bytes() == before


def test_undo_and_redo_of_what_is_there_say_so(root, capsys):
    assert run(["checkin", "median-answer", "5"]) == 0
    said = words(root)
    assert run(["undo"]) == 0
    assert run(["redo"]) == 0
    assert "done again" in capsys.readouterr().out
    assert words(root) == said
