import os
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.main import okr
from okr_tui.domain.errors import WrongUsage
from okr_tui.store.git.opening import NotTrusted
from okr_tui.store.reader import Reader
from okr_tui.store.state import remembered_me
from okr_tui.words.language import speak


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(tmp_path / "gitconfig"))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("OKR_TODAY", "2026-10-16")
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    (tmp_path / "our-okrs").mkdir()
    monkeypatch.chdir(tmp_path / "our-okrs")
    yield tmp_path / "our-okrs"
    speak("en")


def run(*arguments: str) -> Result:
    return CliRunner().invoke(okr, ["init", *arguments])


def test_everything_by_options(home: Path) -> None:
    result = run(
        "acme", "--name", "Acme", "--language", "en", "--cadence", "tertial", "--team", "Product", "--team", "Care",
        "--person", "Noa Berger <noa@acme.example>", "--person", "Inès",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "from 2026-09-01 to 2026-12-31" in result.output
    workspace = Reader(home / "acme").read()
    assert (workspace.settings.name, list(workspace.cycles)) == ("Acme", ["2026", "2026-t3"])
    assert remembered_me(home / "acme", workspace.settings.id) == "noa"
    assert CliRunner().invoke(okr, ["check", "-w", "acme"]).output == "Everything is in order.\n"


def test_nothing_is_asked_where_nobody_can_answer(home: Path) -> None:
    result = run()
    assert result.exit_code == 0, result.output
    workspace = Reader(home).read()
    assert (workspace.settings.name, workspace.settings.cadence.cycle) == ("Our okrs", "quarter")
    assert len(workspace.people) == 1


def test_whoever_git_knows_is_in_it_and_remembered(home: Path) -> None:
    for key, value in (("user.name", "Noa Berger"), ("user.email", "noa@acme.example")):
        subprocess.run(["git", "config", "--file", str(home.parent / "gitconfig"), key, value], check=True)
    assert run().exit_code == 0
    workspace = Reader(home).read()
    assert [(each.id, each.name, each.email) for each in workspace.people] == [
        ("noa", "Noa Berger", "noa@acme.example")
    ]
    assert remembered_me(home, workspace.settings.id) == "noa"


def test_a_terminal_in_french_is_asked_in_french_and_told_how_to_be_asked_in_english(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okr_tui.cli.init.on_a_terminal", lambda: True)
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    result = CliRunner().invoke(okr, ["init"], input="\n" * 7)
    assert result.exit_code == 0, result.output
    assert "In English: okr init --language en" in result.output
    assert "En français" not in result.output
    assert Reader(home).read().settings.language == "fr"


def test_on_a_terminal_what_is_missing_is_asked_with_the_usual_answer_shown(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okr_tui.cli.init.on_a_terminal", lambda: True)
    answers = "Atelier\nSoizic <s@rivage.example>\nBois, Voiles\ncustom\n6\nfr\nn\n"
    result = CliRunner().invoke(okr, ["init"], input=answers)
    assert result.exit_code == 0, result.output
    assert "[quarter]" in result.output
    assert result.output.index("A workspace for your OKRs") < result.output.index("What is your company")
    workspace = Reader(home).read()
    assert (workspace.settings.name, workspace.settings.language) == ("Atelier", "fr")
    assert (workspace.settings.cadence.cycle, workspace.settings.cadence.weeks) == ("custom", 6)
    assert [team.name for team in workspace.teams] == ["Atelier", "Bois", "Voiles"]
    assert [person.name for person in workspace.people] == ["Soizic"]


def test_people_named_with_their_teams_belong_there(home: Path) -> None:
    result = run("--team", "Product", "--team", "Care", "--person", "Noa <noa@x.example>: Care; Bo: Product, Care")
    assert result.exit_code == 0, result.output
    assert [(each.id, each.team) for each in Reader(home).read().people] == [
        ("noa", ("care",)),
        ("bo", ("product", "care")),
    ]


def test_a_misspelt_team_of_a_person_is_one_sentence_and_nothing_is_written(home: Path) -> None:
    result = run("--team", "Product", "--person", "Noa: Prodct")
    assert str(result.exception) == "No team is called “Prodct”; did you mean “Product”?"
    assert list(home.iterdir()) == []


def test_teams_that_people_are_said_to_be_in_are_the_usual_answer_on_a_terminal(
    home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("okr_tui.cli.init.on_a_terminal", lambda: True)
    result = CliRunner().invoke(okr, ["init", "--no-git"], input="Acme\nNoa: Bois, Voiles; Bo: Bois\n\n\n\n")
    assert result.exit_code == 0, result.output
    workspace = Reader(home).read()
    assert [team.name for team in workspace.teams] == ["Acme", "Bois", "Voiles"]
    assert [each.team for each in workspace.people] == [("bois", "voiles"), ("bois",)]


def test_weeks_alone_mean_a_custom_cycle(home: Path) -> None:
    assert run("--weeks", "6", "--start", "2026-10-19").exit_code == 0
    cycle = Reader(home).read().cycles["2026-10-19"].cycle
    assert (cycle.start.isoformat(), cycle.end.isoformat()) == ("2026-10-19", "2026-11-29")


@pytest.mark.parametrize(
    ("today", "arguments", "cycle"),
    [
        ("2026-12-02", [], "2026-q4"),  # four weeks and a day are left
        ("2026-12-04", [], "2027-q1"),
        ("2026-12-31", ["--begin", "running"], "2026-q4"),
        ("2026-10-16", ["--begin", "next"], "2027-q1"),
        ("2026-12-31", ["--start", "2026-12-28"], "2026-q4"),
        ("2026-12-31", ["--weeks", "2"], "2026-12-28"),  # begins with the week, so that it never ends soon
        ("2026-12-31", ["--cadence", "tertial"], "2027-t1"),
    ],
)
def test_in_the_last_four_weeks_a_script_begins_with_the_next_cycle_unless_told(
    home: Path, monkeypatch: pytest.MonkeyPatch, today: str, arguments: list[str], cycle: str
) -> None:
    monkeypatch.setenv("OKR_TODAY", today)
    result = run(*arguments)
    assert result.exit_code == 0, result.output
    assert [each.cycle.id for each in Reader(home).read().cycles.values() if each.cycle.kind == "cycle"] == [cycle]
    told = "It begins with the next cycle" in result.stderr
    assert told == (cycle[:4] == "2027" and "--begin" not in arguments)


@pytest.mark.parametrize(("answer", "cycle"), [("", "2027-q1"), ("running", "2026-q4"), ("next", "2027-q1")])
def test_in_the_last_four_weeks_a_terminal_is_asked_which_cycle_to_begin_with(
    home: Path, monkeypatch: pytest.MonkeyPatch, answer: str, cycle: str
) -> None:
    monkeypatch.setattr("okr_tui.cli.init.on_a_terminal", lambda: True)
    monkeypatch.setenv("OKR_TODAY", "2026-12-20")
    result = CliRunner().invoke(okr, ["init", "--no-git"], input="\n" * 5 + answer + "\n")
    assert result.exit_code == 0, result.output
    assert (
        "Q4 2026 ends in 11 days, on 31 Dec. Begin with it (running), or with Q1 2027 (next)? [next]" in result.output
    )
    assert cycle in Reader(home).read().cycles


def test_a_day_and_a_choice_of_cycle_are_not_said_together(home: Path) -> None:
    assert isinstance(run("--start", "2026-12-01", "--begin", "next").exception, WrongUsage)
    assert list(home.iterdir()) == []


def test_a_year_may_begin_in_another_month(home: Path) -> None:
    assert run("--year-start", "4").exit_code == 0
    assert set(Reader(home).read().cycles) == {"2026-27", "2026-27-q3"}


def test_a_workspace_that_is_there_is_refused_with_exit_2(home: Path) -> None:
    (home / "okr.toml").write_text("mine", encoding="utf-8")
    result = run("--name", "Acme")
    assert isinstance(result.exception, WrongUsage)
    assert [path.name for path in home.iterdir()] == ["okr.toml"]


@pytest.mark.parametrize("arguments", [["--start", "soon"], ["--person", "<x>"], ["--cadence", "year"]])
def test_what_makes_no_sense_is_refused_and_nothing_is_written(home: Path, arguments: list[str]) -> None:
    result = run(*arguments)
    assert result.exit_code == 2 or isinstance(result.exception, WrongUsage)
    assert list(home.iterdir()) == []


def test_outside_a_repository_nothing_of_git_is_made_unless_asked(home: Path) -> None:
    assert run().exit_code == 0
    assert not (home / ".git").exists()


def knows(email: str) -> None:
    for key, value in (("user.name", "Noa Berger"), ("user.email", email)):
        subprocess.run(["git", "config", "--file", os.environ["GIT_CONFIG_GLOBAL"], key, value], check=True)


def said(folder: Path, *arguments: str) -> str:
    return subprocess.run(["git", *arguments], cwd=folder, check=True, capture_output=True, text=True).stdout


def test_with_git_it_is_a_repository_with_a_first_commit_that_can_be_synced(home: Path) -> None:
    knows("noa@acme.example")
    result = run("--git")
    assert result.exit_code == 0, result.output
    assert said(home, "status", "--porcelain") == ""
    assert said(home, "rev-list", "--count", "HEAD") == "1\n"
    assert "okr merge-driver %O %A %B %P ||" in said(home, "config", "--local", "merge.okr.driver")
    assert CliRunner().invoke(okr, ["sync"]).exit_code == 0


def test_asked_on_a_terminal_it_is_one_too(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    knows("noa@acme.example")
    monkeypatch.setattr("okr_tui.cli.init.on_a_terminal", lambda: True)
    assert CliRunner().invoke(okr, ["init"], input="\n" * 8).exit_code == 0
    assert said(home, "rev-list", "--count", "HEAD") == "1\n"


def test_whoever_git_does_not_know_commits_as_the_founder_or_later(home: Path) -> None:
    subprocess.run(
        ["git", "config", "--file", os.environ["GIT_CONFIG_GLOBAL"], "user.useConfigOnly", "true"], check=True
    )
    result = run("--git", "--person", "Inès <ines@acme.example>")
    assert said(home, "log", "--format=%an <%ae>") == "Inès <ines@acme.example>\n"
    (home / "two").mkdir()
    result = run("two", "--git", "--person", "Sam")
    assert result.exit_code == 0
    assert "the first commit waits" in result.stderr


def test_a_workspace_that_is_there_can_be_put_into_git_later(home: Path) -> None:
    knows("noa@acme.example")
    assert run().exit_code == 0
    assert run("--git").exit_code == 0
    assert said(home, "status", "--porcelain") == ""


def test_in_a_repository_the_driver_is_registered_and_nothing_is_committed_or_trusted(home: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)
    assert run().exit_code == 0
    assert "okr merge-driver" in said(home, "config", "--local", "merge.okr.driver")
    assert said(home, "diff", "--cached", "--name-only") == ""
    assert isinstance(CliRunner().invoke(okr, ["sync"]).exception, NotTrusted)


def test_in_a_repository_that_runs_programs_git_is_left_alone(home: Path) -> None:
    subprocess.run(["git", "init", "-q", "."], check=True)
    subprocess.run(["git", "config", "--local", "core.sshCommand", "touch ran"], check=True)
    config = (home / ".git/config").read_bytes()
    assert run().exit_code == 0
    assert (home / ".git/config").read_bytes() == config
