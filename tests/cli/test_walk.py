"""`okr checkin` without an argument: one line per figure that is due, until the person has enough."""

import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from okr_tui.cli.main import run
from tests.workspaces import Small, day


@pytest.fixture
def walked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> Callable[..., tuple[int, str]]:
    """Walks through two figures that wait for Noa, typing these lines; then the terminal ends, or ctrl-c is pressed."""
    made = Small()
    made.objective("product", "grow", title="New users stay", owner="noa")
    for identity, seen in (("nps-aaaaa", 37), ("time-bbbbb", 30)):
        made.key_result("grow", identity, title=identity, baseline=0, target=40)
        made.says("noa", "check_in", on=day(seen), about=identity, value=6, confidence=7)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("OKR_WORKSPACE", str(made.write(tmp_path / "workspace")))
    monkeypatch.setenv("OKR_ME", "noa")
    monkeypatch.setenv("OKR_TODAY", day(45).isoformat())
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)

    def walk(*lines: str, then: type[BaseException] = EOFError) -> tuple[int, str]:
        typed: Iterator[str] = iter(lines)
        asked: list[str] = []

        def answer(question: str = "") -> Any:
            asked.append(question)
            for text in typed:
                return text
            raise then

        monkeypatch.setattr("click.termui.visible_prompt_func", answer)
        code = run(["checkin"])
        return code, "".join(asked) + capsys.readouterr().out

    return walk


def test_the_end_of_what_is_typed_ends_the_walk_and_says_what_is_saved(walked: Callable[..., tuple[int, str]]) -> None:
    code, out = walked("8/7 better")
    assert code == 0
    assert out.endswith("1 check-in saved.\n")


def test_ctrl_c_breaks_it_off(walked: Callable[..., tuple[int, str]]) -> None:
    assert walked(then=KeyboardInterrupt)[0] == 130


def test_what_makes_no_sense_is_asked_again(walked: Callable[..., tuple[int, str]]) -> None:
    code, out = walked("lots", "8", "q")
    assert code == 0
    assert "“lots” is no figure" in out
    assert out.endswith("1 check-in saved.\n")


def test_what_is_odd_is_asked_about_once_and_the_same_line_again_saves_it(
    walked: Callable[..., tuple[int, str]],
) -> None:
    _code, out = walked("80/7", "80/7", "q")
    assert "time-bbbbb: 80 is ten times the last value, 6, or more." in out
    assert out.endswith("1 check-in saved.\n")
    _code, out = walked("80/7", "8/7", "q")
    assert "6 → 8, confidence 7" in out


def test_a_figure_may_hold_spaces_and_a_note_follows(walked: Callable[..., tuple[int, str]]) -> None:
    _code, out = walked("1 2", "8 000,5 twice", "8 000,5 twice", "q")
    assert "6 → 1" in out
    assert "6 → 8,000.5" in out


@pytest.mark.skipif(sys.platform == "win32", reason="echo is a program of its own elsewhere")
def test_figures_come_prefilled_from_commands_of_the_persons_own_config(
    walked: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    (tmp_path / "config" / "okr").mkdir(parents=True)
    (tmp_path / "config" / "okr" / "config.toml").write_text(
        '[figures]\n"time-bbbbb" = ["echo", "9"]\n"nps-aaaaa" = "exit 3"\n', encoding="utf-8"
    )
    _code, out = walked("./8 from the survey", "q")
    assert ". 9 (your command)" in out
    assert "6 → 9, confidence 8" in out


def test_a_workspace_names_no_command_that_runs(
    walked: Callable[..., tuple[int, str]], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    ran = tmp_path / "ran"
    for name in ("okr.toml", "config.toml"):
        with (tmp_path / "workspace" / name).open("a", encoding="utf-8") as file:
            file.write(f'\n[figures]\n"time-bbbbb" = "touch {ran}; echo 9"\n')
    _code, out = walked("q")
    assert "your command" not in out
    assert not ran.exists()
