import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.actions.samples import SAMPLES
from okr_tui.cli.main import okr
from okr_tui.domain.errors import OkrError
from okr_tui.store.state import remembered_me
from okr_tui.words.language import speak


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("OKR_TODAY", "2027-01-03")
    (tmp_path / "home").mkdir()
    monkeypatch.chdir(tmp_path / "home")
    yield tmp_path / "home"
    speak("en")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(okr, ["demo", *arguments])


def test_without_a_name_the_first_sample_goes_into_a_folder_of_its_name(home: Path) -> None:
    result = run("--no-open")
    assert result.exit_code == 0
    assert "You look around as Noa Berger." in result.output
    assert "cd lumio" in result.output
    assert (home / "lumio/okr.toml").is_file()
    assert remembered_me(home / "lumio", "lumio-7d4kq") == "noa"
    assert CliRunner().invoke(okr, ["check", "-w", "lumio"]).exit_code == 0


def test_the_folder_given_becomes_the_workspace_itself(home: Path) -> None:
    assert run("solo", "--dir", "here we are", "--no-open").exit_code == 0
    assert (home / "here we are/okr.toml").is_file()


def test_a_french_sample_is_told_in_french_or_english_but_told() -> None:
    result = run("rivage", "--no-open")
    assert result.exit_code == 0
    assert "Rivage" in result.output


def test_it_opens_as_the_person_remembered(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path, str | None]] = []
    monkeypatch.setattr("okr_tui.cli.open.open_app", lambda there: opened.append((there.root, there.me)))
    monkeypatch.setattr("okr_tui.cli.demo._in_a_terminal", lambda: True)
    assert run("lumio").exit_code == 0
    assert opened == [(home / "lumio", "noa")]


def test_where_there_is_no_terminal_it_opens_nothing_that_nobody_could_leave(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okr_tui.cli.open.open_app", lambda _there: pytest.fail("opened"))
    result = run("lumio")
    assert result.exit_code == 0
    assert "cd lumio" in result.output


def test_a_folder_in_use_is_refused_with_exit_2(home: Path) -> None:
    (home / "lumio").mkdir()
    (home / "lumio/mine.txt").write_text("mine", encoding="utf-8")
    result = run("--no-open")
    assert isinstance(result.exception, OkrError)
    assert result.exception.exit_code == 2


def test_a_sample_that_is_there_already_says_how_it_is_opened_again(home: Path) -> None:
    assert run("--no-open").exit_code == 0
    again = run("--no-open")
    assert isinstance(again.exception, OkrError)
    assert "okr -w lumio" in str(again.exception)


def test_an_unknown_name_is_refused_with_exit_2() -> None:
    result = run("nobody", "--no-open")
    assert isinstance(result.exception, OkrError)
    assert result.exception.exit_code == 2


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("day", range(1, 8))
def test_on_any_weekday_no_command_counts_days_backwards(name: str, day: int) -> None:
    today = f"2027-02-0{day}"
    assert CliRunner().invoke(okr, ["--today", today, "demo", name, "--no-open"]).exit_code == 0
    for verb in ("champion", "due", "status", "week", "next", "log", "report"):
        said = CliRunner().invoke(okr, ["-w", name, "--today", today, "--me", SAMPLES[name].person, verb]).stdout
        assert len(said) > 20, verb
        assert not re.search(r"[-−]\d+ (?:days?|jours?|d|j)\b", said), verb
