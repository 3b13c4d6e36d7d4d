import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.main import okr
from okr_tui.domain.errors import OkrError, WrongUsage
from tests.gitted import git, needs_git, own_settings, replaced, texts
from tests.store.sound import FILES, written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("OKR_TODAY", "2026-10-16")
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    git(tmp_path, "clone", "-q", "shared.git", "one")
    (tmp_path / "one/main.c").write_text("int main(void) { return 0; }\n", encoding="utf-8")
    git(tmp_path / "one", "add", ".")
    git(tmp_path / "one", "commit", "-q", "-m", "program")
    git(tmp_path / "one", "push", "-q")


def run(*arguments: object) -> Result:
    return CliRunner().invoke(okr, [str(each) for each in arguments])


def told(root: Path) -> tuple[str, str]:
    found = json.loads(run("doctor", "-w", root, "--json").output)["findings"]
    return next((each["state"], each["message"]) for each in found if each["code"] == "git")


def test_init_inside_a_larger_repository_makes_a_branch_of_its_own(tmp_path: Path) -> None:
    root = tmp_path / "one/our okrs"
    result = run("init", root, "--name", "Acme", "--person", "Noa <noa@acme.example>")
    assert (result.exit_code, "branch of its own (okrs)" in result.output) == (0, True), result.output
    assert 'branch = "okrs"' in (root / "okr.toml").read_text(encoding="utf-8")
    assert git(tmp_path / "one", "status", "--porcelain") == ""
    assert run("sync", "-w", root).exit_code == 1  # nobody has said yet that they trust it
    assert "sent" in run("sync", "-w", root, "--trust").output
    assert told(root) == ("good", "It is shared on okrs of origin.")
    assert git(tmp_path / "one", "log", "--format=%s") == "program\n"
    assert run("check", "-w", root).exit_code == 0


def test_init_in_a_second_clone_finds_what_others_share(tmp_path: Path) -> None:
    run("init", tmp_path / "one/okrs", "--name", "Acme", "--branch", "goals")
    assert run("sync", "-w", tmp_path / "one/okrs", "--trust").exit_code == 0
    git(tmp_path, "clone", "-q", "shared.git", "two")
    two = tmp_path / "two/okrs"
    refused = run("init", two, "--name", "Other", "--branch", "goals")
    assert isinstance(refused.exception, WrongUsage)
    assert "Acme" in str(refused.exception)
    result = run("init", two, "--branch", "goals")
    assert (result.exit_code, "The workspace Acme" in result.output) == (0, True)
    assert {**texts(two), ".git": ""} == {**texts(tmp_path / "one/okrs"), ".git": ""}
    assert run("sync", "-w", two, "--trust").output.splitlines()[-1] == "Everything is shared already."


def test_doctor_moves_a_tracked_workspace_when_asked_to(tmp_path: Path) -> None:
    root = written(tmp_path / "one/okrs")
    git(tmp_path / "one", "add", ".")
    git(tmp_path / "one", "commit", "-q", "-m", "okrs on main")
    replaced(root, "teams.toml", 'name = "Product"', 'name = "The product"')
    assert "okr doctor --fix" in str(run("sync", "-w", root).exception)
    assert "a part of the repository" in told(root)[1]
    fixed = run("doctor", "-w", root, "--fix")
    assert "commit that its files have left the branch" in fixed.output
    assert run("sync", "-w", root, "--json").exit_code == 0
    assert 'name = "The product"' in git(tmp_path / "shared.git", "show", "okrs:teams.toml")
    git(tmp_path / "one", "commit", "-q", "-m", "the okrs have a branch of their own")
    assert set(FILES) <= set(texts(root))
    assert told(root)[0] == "good"


def test_doctor_puts_back_what_another_branch_wrote_over_it_and_init_what_it_removed(tmp_path: Path) -> None:
    top, root = tmp_path / "one", written(tmp_path / "one/okrs")
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "okrs on main")
    git(top, "branch", "old")
    run("doctor", "-w", root, "--yes")
    git(top, "commit", "-q", "-m", "the okrs have a branch of their own")
    replaced(root, "teams.toml", 'name = "Product"', 'name = "The product"')
    run("sync", "-w", root)
    git(top, "switch", "-q", "-f", "old")
    assert told(root)[0] == "bad"
    assert "1 file is as it is shared again" in run("doctor", "-w", root, "--fix").output
    assert 'name = "The product"' in (root / "teams.toml").read_text(encoding="utf-8")
    git(top, "reset", "-q", "--hard")
    git(top, "switch", "-q", "main")
    assert not (root / "okr.toml").exists()
    assert "are back" in run("init", root).output
    assert 'name = "The product"' in (root / "teams.toml").read_text(encoding="utf-8")


def test_a_branch_is_for_a_larger_repository_and_has_a_name_of_git(tmp_path: Path) -> None:
    for arguments in ((tmp_path / "alone", "--branch", "goals"), (tmp_path / "one/okrs", "--branch", "a..b")):
        assert isinstance(run("init", *arguments).exception, WrongUsage)
    assert not (tmp_path / "alone").exists()


def test_a_hostile_configuration_leaves_the_new_workspace_without_git_and_says_why(tmp_path: Path) -> None:
    git(tmp_path / "one", "config", "core.sshCommand", "touch ran")
    result = run("init", tmp_path / "one/okrs", "--name", "Acme")
    assert (result.exit_code, "core.sshcommand" in result.stderr) == (0, True)
    assert not (tmp_path / "one/okrs/.git").exists()
    assert isinstance(run("sync", "-w", tmp_path / "one/okrs").exception, OkrError)
