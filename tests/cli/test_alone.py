"""`okr` without a verb: it opens the app without reading its options by click, and fails in a sentence like any verb."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.cli.context import said_alone
from tests.workspaces import Small

PROGRAM = "import sys; from okr_tui.__main__ import main; code = main(); print(sorted(sys.modules)); sys.exit(code)"


def alone(folder: Path, *argv: str, **environment: str) -> subprocess.CompletedProcess[str]:
    own = {key: value for key, value in os.environ.items() if not key.startswith("OKR_")}
    return subprocess.run(
        [sys.executable, "-c", PROGRAM, *argv], capture_output=True, text=True, check=False, cwd=folder,
        env={**own, **environment},
    )  # fmt: skip


@pytest.mark.parametrize(
    "argv", [["-w", "there"], ["--workspace", "there"], ["--workspace=there"], ["--me", "noa", "-w", "there"]]
)
def test_where_who_and_when_are_read_without_click(argv: list[str]) -> None:
    found = said_alone([*argv, "--today=2026-10-16"])
    assert found is not None
    assert found.workspace_option == "there"
    assert found.today_option == "2026-10-16"
    assert found.me_option == ("noa" if "noa" in argv else None)


@pytest.mark.parametrize("argv", [["--me"], ["--help"], ["-wthere"], ["status"], ["-w", "there", "status"], ["--"]])
def test_whatever_else_is_said_is_left_to_click(argv: list[str]) -> None:
    assert said_alone(argv) is None


def test_without_a_workspace_it_says_what_to_do_and_loads_neither_click_nor_the_app(tmp_path: Path) -> None:
    done = alone(tmp_path)
    assert done.returncode == 0
    said, _empty, modules = done.stdout.rpartition("[")
    assert "okr init" in said
    assert "okr demo" in said
    assert not {"'click'", "'textual'", "'msgspec'"} & set(modules.rstrip("]\n").split(", "))


def test_a_failure_is_one_sentence_and_the_exit_code_of_wrong_usage(tmp_path: Path) -> None:
    Small().write(tmp_path)
    done = alone(tmp_path, "--me", "nobody-here")
    assert done.returncode == 2
    assert done.stderr == "okr: Nobody is called “nobody-here”; the ids stand in people.toml.\n"


def test_without_a_terminal_it_says_so_and_opens_nothing(tmp_path: Path) -> None:
    Small().write(tmp_path)
    done = alone(tmp_path, "--me", "noa")
    assert (done.returncode, "'textual'" in done.stdout) == (2, False)
    assert done.stderr.startswith("okr: The app needs a terminal")


def test_the_shell_completes_although_no_verb_was_said(tmp_path: Path) -> None:
    done = alone(tmp_path, _OKR_COMPLETE="bash_complete", COMP_WORDS="okr st", COMP_CWORD="1")
    assert "plain,status" in done.stdout
