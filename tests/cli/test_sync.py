import json
import os
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.main import okr
from okr_tui.domain.errors import OkrError
from okr_tui.store.git.opening import NotTrusted, Refused
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, texts
from tests.store.sound import written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def run(folder: Path, *arguments: str, answers: str | None = None) -> Result:
    return CliRunner().invoke(okr, ["sync", "-w", str(folder), *arguments], input=answers)


def fresh(tmp_path: Path) -> Path:
    """A workspace in a repository that nobody has trusted yet."""
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q")
    return folder


def test_what_came_of_it_is_one_line(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    assert run(one).output == "Everything is shared already.\n"
    replaced(one, PLAN, "target = 60", "target = 70")
    assert run(one).output == "Shared: 1 file sent, 0 received.\n"
    assert run(two).output == "Shared: 0 files sent, 1 received.\n"


def test_json_has_stable_keys(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    replaced(one, PLAN, "target = 60", "target = 70")
    assert json.loads(run(one, "--json").output) == {
        "committed": [PLAN], "received": [], "sent": [PLAN], "merged": [], "conflicts": 0, "unready": [],
        "offline": False, "message": None, "remote": "origin", "request": None, "link": None, "copied": [],
        "followed": None,
    }  # fmt: skip


def test_a_conflict_is_4_and_names_the_way(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(two, PLAN, "target = 60", "target = 80")
    assert run(one).exit_code == 0
    result = run(two)
    assert (result.exit_code, "okr resolve" in result.output) == (4, True)
    again = run(two)  # as long as nobody has chosen
    assert (again.exit_code, "still waits; “okr resolve”" in again.output) == (4, True)


def test_a_file_left_out_is_4_and_named(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    replaced(one, PLAN, "target = 60", "target = ")
    result = run(one)
    assert (result.exit_code, PLAN in result.output) == (4, True)


def test_offline_is_0_and_says_so(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    (tmp_path / "shared.git").rename(tmp_path / "away.git")
    replaced(one, PLAN, "target = 60", "target = 70")
    result = run(one)
    assert (result.exit_code, "The next sync catches up" in result.output) == (0, True)
    assert json.loads(run(one, "--json").output)["offline"] is True


def test_nobody_is_asked_where_nobody_can_answer_and_nothing_is_written(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    before = texts(folder)
    for arguments in ([], ["--json"]):
        result = run(folder, *arguments)
        assert isinstance(result.exception, NotTrusted)
        assert result.exception.exit_code == 4
    assert texts(folder) == before
    assert not (folder / ".git/index").exists()


def test_on_a_terminal_it_is_asked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = fresh(tmp_path)
    monkeypatch.setattr("okr_tui.cli.sync.on_a_terminal", lambda: True)
    assert isinstance(run(folder, answers="n\n").exception, NotTrusted)
    first = run(folder, answers="y\n")
    assert "Do you trust" in first.output
    assert first.exit_code == 0
    assert "Do you trust" not in run(folder, answers="").output


def test_conflict_copies_of_a_synced_folder_are_merged_first(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    copy = one / PLAN.replace(".toml", " (conflicted copy 2026-10-16).toml")
    copy.write_text(
        (one / PLAN).read_text(encoding="utf-8").replace("baseline = 40", "baseline = 40\ncommit = 50"),
        encoding="utf-8",
    )
    assert json.loads(run(one, "--json").output)["sent"] == [PLAN]
    assert not copy.exists()


def test_trust_registers_the_driver_and_writes_the_attributes(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    result = run(folder, "--trust")
    assert "git remote add origin" in result.output
    assert "merge-driver %O %A %B %P ||" in git(folder, "config", "merge.okr.driver")
    assert (folder / ".gitattributes").read_text(encoding="utf-8") == "*.toml text eol=lf merge=okr\n"
    assert git(folder, "status", "--porcelain") == ""


def test_trust_does_not_go_past_a_hostile_configuration(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    git(folder, "config", "--local", "core.sshCommand", "touch ran")
    result = run(folder, "--trust")
    assert isinstance(result.exception, Refused)
    assert "core.sshcommand" in str(result.exception)
    git(folder, "config", "--local", "--unset", "core.sshCommand")
    assert isinstance(run(folder).exception, NotTrusted)


def test_trust_registers_anew_what_somebody_else_has_put_there(tmp_path: Path) -> None:
    folder = fresh(tmp_path)
    git(folder, "config", "--local", "merge.okr.driver", "touch ran")
    assert run(folder, "--trust").exit_code == 0
    assert "touch" not in git(folder, "config", "merge.okr.driver")


def test_outside_a_repository_and_in_a_part_of_one_there_is_a_way_out(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    outside = run(folder)
    assert outside.exception is not None
    assert "okr init --git" in str(outside.exception)
    git(tmp_path, "init", "-q")
    inside = run(folder)
    assert inside.exception is not None
    assert "okr doctor --fix" in str(inside.exception)


@pytest.mark.skipif(os.name == "nt", reason="a hook written in sh")
def test_a_protected_branch_is_0_and_names_the_branch(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    hook = tmp_path / "shared.git/hooks/update"
    hook.write_text(
        '#!/bin/sh\ntest "$1" != refs/heads/main && exit 0\n'
        "echo 'You are not allowed to push code to protected branches on this project.'\nexit 1\n",
        encoding="utf-8",
    )
    hook.chmod(0o755)
    replaced(one, PLAN, "target = 60", "target = 70")
    result = run(one, "--me", "noa")
    assert (result.exit_code, "wait on okr/noa" in result.output) == (0, True), result.output
    told = json.loads(run(one, "--me", "noa", "--json").output)
    assert (told["request"], told["link"]) == ("okr/noa", None)
    found = CliRunner().invoke(okr, ["doctor", "-w", str(one), "--me", "noa"]).output
    assert "wait on okr/noa" in found


@pytest.mark.parametrize(("first", "holding"), [("master", "main"), ("main", "master"), ("trunk", "work/okrs")])
def test_a_clone_with_an_empty_branch_says_where_the_workspace_is(tmp_path: Path, first: str, holding: str) -> None:
    seed = written(tmp_path / "seed")
    git(tmp_path, "init", "-q", "--bare", f"--initial-branch={first}", "shared.git")
    git(seed, "init", "-q", f"--initial-branch={holding}")
    git(seed, "add", ".")
    git(seed, "commit", "-q", "-m", "seed")
    git(seed, "push", "-q", str(tmp_path / "shared.git"), holding)
    git(tmp_path, "clone", "-q", "shared.git", "mine")
    mine = tmp_path / "mine"
    said = f"the branch {first} has no files, and the workspace is on {holding}; “git switch {holding}” brings it."
    for arguments in (["sync"], ["status"], ["init", str(mine), "--name", "Second"], []):
        error = CliRunner().invoke(okr, [*arguments, "-w", str(mine)]).exception
        assert isinstance(error, OkrError), arguments
        assert said in error.message
    assert not (mine / "okr.toml").exists()
    git(mine, "switch", holding)
    assert run(mine, "--trust").output == "Everything is shared already.\n"


def test_an_empty_clone_of_nothing_is_offered_a_workspace(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    git(tmp_path, "clone", "-q", "shared.git", "mine")
    error = run(tmp_path / "mine").exception
    assert isinstance(error, OkrError)
    assert "okr init" in error.message
