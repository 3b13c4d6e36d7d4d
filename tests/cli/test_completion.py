import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.shell_completion import CompletionItem, ShellComplete
from click.testing import CliRunner

from okr_tui.cli.main import okr
from tests.store.sound import changed, written

PLAN = "cycles/2026-t3/okrs/product.toml"


@pytest.fixture
def root(tmp_path: Path) -> Iterator[Path]:
    before = Path.cwd()
    os.chdir(written(tmp_path))
    yield tmp_path
    os.chdir(before)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OKR_TODAY", "2026-10-16")


def tab(*words: str) -> list[str]:
    """What a shell offers for the last of these words."""
    return [item.value for item in items(*words)]


def items(*words: str) -> list[CompletionItem]:
    return ShellComplete(okr, {}, "okr", "_OKR_COMPLETE").get_completions(list(words[:-1]), words[-1])


@pytest.mark.usefixtures("root")
def test_verbs_and_options_are_completed() -> None:
    assert tab("che") == ["checkin", "check"]
    assert "--workspace" in tab("--w")
    assert "--confidence" in tab("checkin", "--c")


@pytest.mark.usefixtures("root")
def test_a_check_in_is_offered_the_key_results_with_their_titles_and_nothing_for_the_figure() -> None:
    offered = items("checkin", "act")
    assert [(item.value, item.help) for item in offered] == [("activation-00002", "Activation from 40 to 60 %")]
    assert {"activation-00002", "steps-00003"} <= set(tab("checkin", ""))
    assert tab("checkin", "activation-00002", "") == []


@pytest.mark.usefixtures("root")
def test_words_of_a_title_find_an_id() -> None:
    assert tab("checkin", "three") == ["steps-00003"]


@pytest.mark.usefixtures("root")
def test_options_are_offered_what_they_take() -> None:
    assert tab("add", "objective", "x", "--team", "pro") == ["product"]
    assert tab("add", "objective", "x", "--owner", "") == ["noa", "ines", "scribe"]
    assert tab("add", "objective", "x", "--cycle", "") == ["2026-t3", "2026"]
    assert tab("add", "kr", "x", "--to", "") == ["newcomers-get-it-00001"]


@pytest.mark.usefixtures("root")
def test_what_can_be_dropped_is_anything_of_the_open_plans() -> None:
    assert set(tab("drop", "")) == {
        "newcomers-get-it-00001", "activation-00002", "steps-00003", "first-00004", "help-00005", "poll-00006",
        "uptime-00000",
    }  # fmt: skip


def test_closed_cycles_are_not_offered(root: Path) -> None:
    changed(root, "cycles/2026-t3/cycle.toml", '"achieve"', '"closed"')
    assert tab("drop", "") == ["uptime-00000"]


def test_broken_files_and_no_workspace_leave_the_tab_key_silent(root: Path) -> None:
    (root / PLAN).write_bytes(b"\xff")
    (root / "people.toml").write_bytes(b"person = 3\nformat = 1\n")
    (root / "cycles/2026/cycle.toml").write_bytes(b"")
    assert tab("checkin", "act") == []
    assert tab("add", "objective", "x", "--owner", "") == ["scribe"]
    (root / "okr.toml").unlink()
    assert tab("checkin", "") == []


def test_hostile_titles_reach_no_terminal(root: Path) -> None:
    changed(root, PLAN, "Three steps", "\\u001b]0;x\\u0007 \\u202e")
    offered = items("checkin", "steps")
    assert offered[0].help is not None
    assert "\x1b" not in offered[0].help
    assert "\u202e" not in offered[0].help


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_printed_for_each_shell(shell: str) -> None:
    result = CliRunner().invoke(okr, ["completion", shell])
    assert result.exit_code == 0
    assert f"_OKR_COMPLETE={shell}_complete" in result.output


def test_another_shell_is_wrong_usage() -> None:
    assert CliRunner().invoke(okr, ["completion", "tcsh"]).exit_code == 2


def test_the_program_itself_answers_a_shell_without_the_models(root: Path) -> None:
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "okr_tui"],
        cwd=root, capture_output=True, text=True, check=True,
        env={
            **os.environ, "COMP_WORDS": "okr checkin act", "COMP_CWORD": "2", "_OKR_COMPLETE": "bash_complete",
            "PYTHONPATH": str(Path(__file__).parents[2]),
        },
    )  # fmt: skip
    assert told.stdout.split() == ["plain,activation-00002"]
    assert "msgspec" not in told.stderr
    assert "textual" not in told.stderr
