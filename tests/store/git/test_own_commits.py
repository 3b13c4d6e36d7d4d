"""One's own commits as memory: since the last check-in, those that name the key result, from trusted repositories only."""

from datetime import date
from pathlib import Path

import pytest

from okr_tui.actions.remembering import memory_of
from okr_tui.domain.mentions import mentions
from okr_tui.domain.rollup import team_standing
from okr_tui.store.reader import Reader
from tests.gitted import git, needs_git, own_settings, trusted
from tests.workspaces import Small, day

pytestmark = needs_git


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A trusted repository of a workspace, with commits of Noa's from day 35 to 44; her last check-in is of day 38."""
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    small = Small()
    small.people[0]["email"] = "Noa@acme.example"
    small.objective("product", "grow")
    small.key_result("grow", "answer-9x3w7", title="Median answer time", baseline=8, target=3)
    small.says("noa", "check_in", on=day(38), about="answer-9x3w7", value=6)
    folder = small.write(tmp_path / "lumio")
    git(folder, "init", "-q")
    git(folder, "add", ".")
    says = ((35, "Answer times: before"), (40, "Shorter answer times"), (41, "A colour"), (42, "Fix\n\nfor answer-9x3w7"),
            (43, "OKR: median answer time"))  # fmt: skip
    for number, message in says:
        commit(folder, number, message)
    trusted(folder, driver=False)
    return folder


def commit(folder: Path, number: int, message: str, author: str = "Noa <noa@acme.example>") -> None:
    when = f"{day(number).isoformat()}T12:00:00"
    git(
        folder,
        "-c",
        f"user.name={author}",
        "commit",
        "-q",
        "--allow-empty",
        "-m",
        message,
        "--author",
        author,
        "--date",
        when,
    )


def remembered(root: Path) -> list[tuple[date, str]]:
    workspace = Reader(root).read()
    item = team_standing(workspace, workspace.cycles["t3"], "product", day(45)).key_results[0]
    return [(each.on, each.words) for each in memory_of(root, workspace, item, "noa")]


def test_ones_own_commits_since_the_last_check_in_that_name_it_are_remembered(root: Path) -> None:
    commit(root, 42, "Median answer time by somebody else", "Sam <sam@acme.example>")
    assert remembered(root) == [(day(42), "Fix"), (day(40), "Shorter answer times")]


def test_a_repository_that_nobody_trusts_is_not_asked(
    root: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "another"))
    assert remembered(root) == []


def test_repositories_that_the_persons_own_config_names_are_asked_too(root: Path, tmp_path: Path) -> None:
    code = tmp_path / "code"
    code.mkdir()
    git(code, "init", "-q")
    commit(code, 44, "Macros cut the answer time")
    (tmp_path / "config" / "okr").mkdir(parents=True)
    (tmp_path / "config" / "okr" / "config.toml").write_text(
        f"repositories = ['{code}', '/nowhere', 3]\n", encoding="utf-8"
    )
    assert (day(44), "Macros cut the answer time") in remembered(root)
    git(code, "config", "core.sshCommand", "touch ran")
    assert (day(44), "Macros cut the answer time") not in remembered(root)


@pytest.mark.parametrize(
    ("text", "title", "language", "named"),
    [
        ("Shorter answers in time", "Median answer time", "en", True),
        ("A median", "Median answer time", "en", False),  # one word of three
        ("Churn: mail before the end", "Churn", "en", True),
        ("Reduce", "Reduce churn", "en", False),  # a direction is no name
        ("Temps de réponse des agents", "Temps de réponse médian", "fr", True),
        ("", "Median answer time", "en", False),
    ],
)
def test_a_text_names_a_key_result_by_two_words_of_its_title(text: str, title: str, language: str, named: bool) -> None:
    assert mentions(text, {"answer-9x3w7"}, title, language) is named
