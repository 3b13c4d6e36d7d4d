"""Commands of the person's own config: bounded in time and length, never the workspace's."""

import sys
import time
from pathlib import Path

import pytest

from okr_tui.store.own_commands import fetch, own_commands

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="POSIX commands")


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    (tmp_path / "okr").mkdir()
    return tmp_path / "okr" / "config.toml"


def test_a_text_goes_to_the_shell_and_a_list_is_run_as_it_is(config: Path) -> None:
    config.write_text('[figures]\na = "echo $((40 + 1))"\nb = ["echo", "$((40 + 1))"]\n', encoding="utf-8")
    found = own_commands()
    assert fetch(found["a"]).text == "41"
    assert fetch(found["b"]).text == "$((40 + 1))"


@pytest.mark.parametrize("text", ["figures = 3", "[figures]\na = 3\nb = []\nc = [1]\nd = ' '", "[figures", ""])
def test_a_config_that_makes_no_sense_names_no_command(config: Path, text: str) -> None:
    config.write_text(text, encoding="utf-8")
    assert own_commands() == {}


def test_without_a_config_there_is_none(config: Path) -> None:
    assert own_commands() == {}


def test_the_last_line_counts_and_a_failure_says_why() -> None:
    assert fetch("echo one; echo; echo 42; echo").text == "42"
    assert fetch("echo 42; exit 3").failure == "exit 3"
    assert fetch(("no-such-program-anywhere",)).text is None
    assert fetch("true").text is None


def test_a_command_that_takes_too_long_is_ended_with_all_that_it_started() -> None:
    begun = time.monotonic()
    found = fetch("sleep 60 & sleep 60", seconds=0.2)
    assert (found.text, time.monotonic() - begun < 5) == (None, True)


def test_a_command_that_never_stops_printing_is_ended() -> None:
    assert fetch("yes 41").text is not None
