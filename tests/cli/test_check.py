import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.check import annotation
from okr_tui.cli.main import okr
from okr_tui.domain.problem import Problem
from tests.store.sound import changed, written

PLAN = "cycles/2026-t3/okrs/product.toml"


def run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(okr, ["check", "-w", str(root), *arguments])


@pytest.fixture
def sound(tmp_path: Path) -> Path:
    return changed(
        tmp_path, PLAN, "[[request]]", '[[objective.key_result.milestone]]\nid = "x-1"\ntitle = "y"\n\n[[request]]'
    )


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    return changed(tmp_path, PLAN, "target = 60", "target = 40")


def test_a_sound_workspace_is_told_in_one_line_and_exits_0(sound: Path) -> None:
    result = run(sound)
    assert (result.exit_code, result.output) == (0, "Everything is in order.\n")


def test_an_error_is_told_with_file_line_and_column_and_exits_1(broken: Path) -> None:
    result = run(broken)
    assert result.exit_code == 1
    assert f"{PLAN}:19:10: error: “target” equals “baseline” (40)" in result.output
    assert result.output.endswith("1 error\n")


def test_a_warning_alone_exits_0(tmp_path: Path) -> None:
    assert run(changed(tmp_path, PLAN, 'owner = "noa"', 'owner = "nobody"')).exit_code == 0


@pytest.mark.parametrize("option", [["--json"], ["--format", "json"]])
def test_json_has_the_keys_that_scripts_rely_on(broken: Path, option: list[str]) -> None:
    result = run(broken, *option)
    assert result.exit_code == 1
    told = json.loads(result.output)
    assert told["ok"] is False
    assert told["problems"][0] == {
        "file": PLAN, "line": 19, "column": 10, "severity": "error", "code": "target-is-baseline",
        "message": told["problems"][0]["message"],
    }  # fmt: skip
    assert result.output.isascii()


def test_json_of_a_sound_workspace_is_ok(sound: Path) -> None:
    assert json.loads(run(sound, "--json").output) == {"ok": True, "problems": []}


def test_github_gets_annotations_for_the_folder_in_the_repository(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(tmp_path))
    root = changed(tmp_path / "our okrs", PLAN, "target = 60", "target = 40")
    result = run(root, "--format", "github")
    assert result.output.startswith(f"::error file=our okrs/{PLAN},line=19,col=10::“target” equals")


def test_an_annotation_cannot_be_left_by_hostile_words() -> None:
    problem = Problem("a,b:c.toml", 1, 2, "hint", "x", "50 %\r\n::error::gotcha \x1b[31m")
    assert annotation(problem) == "::notice file=a%2Cb%3Ac.toml,line=1,col=2::50 %25 ::error::gotcha \ufffd[31m"


def test_hostile_names_of_files_reach_no_terminal(tmp_path: Path) -> None:
    root = written(tmp_path)
    (root / "cycles/2026-t3/okrs/\x1b]0;x\x07.toml").write_bytes(b"")
    for option in ("text", "github"):
        assert "\x1b" not in run(root, "--format", option).output


def test_no_workspace_is_a_failure_of_its_own(tmp_path: Path) -> None:
    assert run(tmp_path).exception is not None
