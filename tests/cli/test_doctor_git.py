import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from okr_tui.cli.doctor_who import nobody_to_share_with
from okr_tui.cli.main import okr
from okr_tui.store.git.process import Git
from okr_tui.store.glance import known_people
from tests.gitted import PLAN, clones, git, needs_git, own_settings
from tests.store.sound import FILES, written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def run(folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(okr, ["doctor", "-w", str(folder), "--me", "noa", *arguments])


def told(folder: Path, *arguments: str) -> dict[str, tuple[str, str]]:
    """Code → state and sentence, of what git has to do with."""
    found = json.loads(run(folder, *arguments, "--json").output)["findings"]
    return {
        each["code"]: (each["state"], each["message"])
        for each in found
        if each["code"].startswith("git") or each["code"] in {"merge-driver", "copies"}
    }


def test_a_clone_in_which_all_is_well_says_where_it_is_shared(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    found = told(one)
    assert {state for state, _message in found.values()} == {"good"}
    assert found["git"][1] == "It is shared on main of origin."


def test_a_fresh_clone_lacks_driver_and_trust_and_the_driver_is_mended(tmp_path: Path) -> None:
    clones(tmp_path)
    git(tmp_path, "clone", "-q", "shared.git", "fresh")
    fresh = tmp_path / "fresh"
    assert {code: state for code, (state, _message) in told(fresh).items()} == {
        "git-trust": "note", "merge-driver": "note", "git": "good",
    }  # fmt: skip
    assert "okr sync --trust" in told(fresh)["git-trust"][1]
    run(fresh, "--fix")
    assert "merge-driver %O %A %B %P ||" in git(fresh, "config", "merge.okr.driver")
    assert told(fresh)["merge-driver"][0] == "good"
    assert told(fresh)["git-trust"][0] == "note"


def test_missing_attributes_are_added(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    (one / ".gitattributes").write_text("*.png binary\n", encoding="utf-8")
    assert told(one)["git-attributes"][0] == "note"
    run(one, "--fix")
    assert (one / ".gitattributes").read_text(encoding="utf-8").endswith("\n*.toml text eol=lf merge=okr\n")
    assert "git-attributes" not in told(one)


def test_a_configuration_that_runs_programs_is_bad_named_and_left_alone(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "config", "--unset", "merge.okr.driver")
    git(one, "config", "core.sshCommand", "touch ran")
    assert "core.sshcommand" in told(one)["git-config"][1]
    run(one, "--fix")
    assert git(one, "config", "merge.okr.driver", code=1) == ""


def test_no_remote_no_repository_and_somebody_nobody_knows(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "ws")
    assert "okr init --git" in told(folder)["git"][1]
    git(folder, "init", "-q")
    assert "git remote add" in told(folder)["git"][1]
    git(folder, "config", "user.email", "stranger@acme.example")
    assert "stranger@acme.example" in told(folder)["git-identity"][1]
    git(folder, "config", "--unset", "user.email")
    own_settings(tmp_path, monkeypatch, name=False)
    assert "user.email" in told(folder)["git-identity"][1]


def test_what_is_under_way_is_bad(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "checkout", "-q", "--detach")
    assert told(one)["git"][0] == "bad"
    (one / ".git/MERGE_HEAD").write_text(git(one, "rev-parse", "HEAD"), encoding="utf-8")
    assert "merge is under way" in told(one)["git"][1]


def test_a_part_of_a_larger_repository_is_said(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    folder = written(tmp_path / "ws")
    assert "a part of the repository" in told(folder)["git"][1]


def test_conflict_copies_are_merged_on_request(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    copy = folder / PLAN.replace(".toml", ".sync-conflict-20261016-120000-ABCDEFG.toml")
    copy.write_text(FILES[PLAN].replace("baseline = 40", "baseline = 40\ncommit = 50"), encoding="utf-8")
    assert told(folder)["copies"][0] == "note"
    run(folder, "--fix")
    assert not copy.exists()
    assert "commit = 50" in (folder / PLAN).read_text(encoding="utf-8")
    assert "copies" not in told(folder)


def test_who_commits_is_mended_from_people_toml_or_in_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "config", "user.email", "stranger@acme.example")
    assert "Commit as" not in run(one).output
    run(one, "--yes")
    people = {each.id: each for each in known_people(one)}
    known = people["noa"].email or "stranger@acme.example"
    assert git(one, "config", "user.email").strip() == known
    assert "git-identity" not in told(one)
    nameless = next(each.id for each in people.values() if not each.email)
    git(one, "config", "user.email", "new@acme.example")
    CliRunner().invoke(okr, ["doctor", "-w", str(one), "--me", nameless, "--yes"])
    assert {each.id: each.email for each in known_people(one)}[nameless] == "new@acme.example"


def test_the_address_of_a_remote_is_asked_for_on_a_terminal_alone(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q")
    run(folder, "--yes")
    assert git(folder, "remote") == ""
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    finding = nobody_to_share_with(Git(folder))
    monkeypatch.setattr("click.prompt", lambda *_arguments, **_options: "git@github.com:acme/goals.git")
    assert finding.mend is not None
    assert "okr sync" in finding.mend()
    assert git(folder, "remote", "get-url", "origin") == "git@github.com:acme/goals.git\n"
