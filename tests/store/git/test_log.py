"""What git's history tells: only of trusted repositories, bounded, and whatever stands in it."""

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from okr_tui.actions.looking_back import committed
from okr_tui.cli.main import okr
from okr_tui.domain.history import Moved
from okr_tui.store.git import log as log_module
from okr_tui.store.git.log import log_of, versions
from tests.gitted import PLAN, git, needs_git, own_settings, replaced, trusted
from tests.store.sound import written

pytestmark = needs_git


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "user-state"))
    made = written(tmp_path / "ws")
    git(made, "init", "-q")
    git(made, "add", ".")
    git(made, "commit", "-q", "-m", "first")
    return made


def commit(root: Path, message: str, *, day: str = "2026-10-05") -> None:
    git(
        root,
        "-c",
        "user.email=noa@acme.example",
        "commit",
        "-q",
        "-a",
        "-m",
        message,
        "--date",
        f"{day}T09:00:00+02:00",
    )


def test_a_repository_that_nobody_trusts_yet_is_not_asked(root: Path) -> None:
    assert log_of(root) is None
    trusted(root, driver=False)
    assert log_of(root) is not None
    git(root, "config", "diff.external", "touch /tmp/never")
    assert log_of(root) is None


def test_what_commits_changed_is_told_with_who_when_and_why(root: Path) -> None:
    trusted(root, driver=False)
    replaced(root, PLAN, "target = 60", "target = 55")
    commit(root, "Sixty was a dream")
    replaced(root, PLAN, "target = 55", "target = 50")
    commit(root, "OKR: plan of product", day="2026-10-06")
    told = committed(root, ())
    assert [(row.about, row.change, row.note, row.on) for row in told] == [
        ("activation-00002", (Moved("target", 55, 50),), None, date(2026, 10, 6)),
        ("activation-00002", (Moved("target", 60, 55),), "Sixty was a dream", date(2026, 10, 5)),
    ]
    assert "product" in told[0].within


def test_only_so_many_commits_are_read_and_a_version_that_cannot_be_read_is_passed_over(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    trusted(root, driver=False)
    for old, new in ((60, 59), (59, 58), (58, 57)):
        replaced(root, PLAN, f"target = {old}", f"target = {new}")
        commit(root, "on")
    replaced(root, PLAN, "target = 57", "target = = 57")
    commit(root, "broken")
    log = log_of(root)
    assert log is not None
    assert next(row.change for row in committed(root, ())) == (Moved("target", 58, 57),)
    monkeypatch.setattr(log_module, "COMMITS", 3)
    assert len(versions(log)) == 2
    monkeypatch.setattr(log_module, "SECONDS", -1.0)
    assert versions(log) == ()


def test_a_workspace_inside_a_larger_repository_tells_its_own_files_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "user-state"))
    top = tmp_path / "code"
    inside = written(top / "[team] okrs")
    (top / "teams.toml").write_text("x = 1\n")
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "first")
    trusted(inside, driver=False)
    (top / "teams.toml").write_text("x = 2\n")
    replaced(inside, PLAN, "target = 60", "target = 55")
    commit(top, "both")
    assert [row.about for row in committed(inside, ())] == ["activation-00002"]


def test_okr_log_has_git_and_journals_in_one_list_for_all_and_for_one_thing(root: Path) -> None:
    trusted(root, driver=False)
    replaced(root, PLAN, "target = 60", "target = 55")
    commit(root, "OKR: plan of product")

    def told(*arguments: str) -> list[dict]:
        asked = ["log", "-w", str(root), "--today", "2026-10-16", "--json", *arguments]
        return json.loads(CliRunner().invoke(okr, asked, catch_exceptions=False).output)

    for found in (told(), told("activation-00002"), told("product")):
        (change,) = [each for each in found if each["kind"] == "change"]
        assert (change["about"], change["change"]) == ("activation-00002", "target 60 → 55")
        assert (change["on"], change["at"][:10]) == ("2026-10-05", "2026-10-05")
        assert len(found) > 1
    assert [each["change"] for each in told("steps-00003") if each["kind"] == "change"] == []
    assert told("--since", "2026-10-06") == [each for each in told() if each["on"] >= "2026-10-06"]
