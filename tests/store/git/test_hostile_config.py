import os
from pathlib import Path

import pytest

from okr_tui.store.git.config import Setting, local_settings, refused
from okr_tui.store.git.driver import driver_command
from okr_tui.store.git.opening import NotTrusted, Refused, opened
from okr_tui.store.git.process import Git, git_program
from okr_tui.store.git.repository import repository_of
from okr_tui.store.git.trust import note_driver, trust_in
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced, texts, trusted
from tests.store.sound import written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


HOSTILE = [
    ("filter.x.clean", "touch ran"), ("filter.lfs.process", "touch ran"), ("merge.x.driver", "touch ran"),
    ("merge.okr.driver", "touch ran"), ("diff.external", "touch ran"), ("diff.x.textconv", "touch ran"),
    ("include.path", "elsewhere"), ("includeIf.gitdir:/.path", "elsewhere"), ("core.sshCommand", "touch ran"),
    ("core.fsmonitor", "touch ran"), ("core.worktree", "/"), ("core.gitProxy", "touch ran"), ("core.askPass", "touch ran"),
    ("credential.helper", "!touch ran"), ("credential.https://x.example.helper", "!touch ran"),
    ("remote.origin.uploadpack", "touch ran"), ("remote.origin.receivepack", "touch ran"), ("remote.origin.vcs", "evil"),
    ("remote.evil.url", "ext::touch ran"), ("url.ext::touch ran.insteadOf", "https:"), ("protocol.ext.allow", "always"),
    ("gpg.program", "touch ran"), ("gpg.ssh.program", "touch ran"), ("gpg.ssh.defaultKeyCommand", "touch ran"),
]  # fmt: skip


@pytest.mark.parametrize(("key", "value"), HOSTILE)
def test_a_setting_that_runs_something_is_refused_by_name_before_anything_is_written(
    tmp_path: Path, key: str, value: str
) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "config", "--local", key, value)
    (one / ".gitattributes").write_text("*.toml filter=x diff=x merge=x\n", encoding="utf-8")
    before = texts(one)
    with pytest.raises(Refused) as refusal:
        synced(one)
    section, _dot, name = key.rpartition(".")
    assert any(each.casefold() == f"{section}.{name}".casefold() for each in refusal.value.keys)
    assert texts(one) == before
    assert not list(tmp_path.rglob("ran"))


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("core.hooksPath", ".husky"), ("core.autocrlf", "true"), ("filter.lfs.clean", "git-lfs clean -- %f"),
        ("merge.okr.driver", driver_command()), ("core.fsmonitor", "true"), ("remote.origin.url", "git@x.example:a/b.git"),
        ("remote.origin.url", "https://x.example/a.git"), ("diff.renames", "true"), ("user.email", "x@y.example"),
        ("branch.main.merge", "refs/heads/main"), ("credential.useHttpPath", "true"), ("alias.x", "!touch ran"),
    ],
)  # fmt: skip
def test_settings_that_run_nothing_of_ours_are_let_through(key: str, value: str) -> None:
    assert refused([Setting(key.lower(), value)], frozenset({driver_command()})) == ()


def test_a_driver_that_okr_wrote_earlier_is_known_and_any_other_is_not(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    repository = repository_of(one)
    assert repository is not None
    git(one, "config", "--local", "merge.okr.driver", "/old/okr merge-driver %O %A %B %P")
    with pytest.raises(Refused):
        synced(one)
    note_driver(repository, "/old/okr merge-driver %O %A %B %P")
    synced(one)


def test_no_hook_and_no_monitor_runs(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    for folder in (one, two):
        for hook in (
            "pre-commit",
            "commit-msg",
            "post-commit",
            "pre-push",
            "post-merge",
            "post-checkout",
            "reference-transaction",
        ):
            path = folder / ".git/hooks" / hook
            path.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
            path.chmod(0o755)
    git(two, "config", "--local", "core.hooksPath", ".git/hooks")
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    (tmp_path / "ran").unlink(missing_ok=True)
    synced(one)
    synced(two)
    assert not (tmp_path / "ran").exists()


def test_nobody_is_trusted_who_was_not_said_to_be(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q")
    with pytest.raises(NotTrusted, match="okr sync --trust"):
        synced(folder)
    assert not (folder / ".git/index").exists()
    trusted(folder)
    opened(folder)


def test_another_repository_in_the_same_place_is_not_trusted(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q")
    trusted(folder)
    (folder / ".git").rename(tmp_path / "old")
    git(folder, "init", "-q")
    repository = repository_of(folder)
    assert repository is not None
    assert not trust_in(repository).given


def test_a_git_that_lies_in_the_workspace_is_never_run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = written(tmp_path / "ws")
    own = folder / "bin/git"
    own.parent.mkdir()
    own.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    own.chmod(0o755)
    (tmp_path / "link").symlink_to(own.parent)
    monkeypatch.chdir(folder)
    monkeypatch.setenv("PATH", f"bin:.:{own.parent}:{tmp_path / 'link'}:{os.environ['PATH']}")
    found = git_program(folder)
    assert found is not None
    assert not Path(found).resolve().is_relative_to(folder)
    Git(folder).ask("version")
    assert not (tmp_path / "ran").exists()


def test_where_the_environment_leads_git_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (one,) = clones(tmp_path, "one")
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_OBJECT_DIRECTORY", "GIT_CONFIG_PARAMETERS"):
        monkeypatch.setenv(name, str(tmp_path / "elsewhere"))
    monkeypatch.setenv("GIT_EXTERNAL_DIFF", "touch ran")
    repository = repository_of(one)
    assert repository is not None
    assert repository.top == one.resolve()
    assert any(each.key == "remote.origin.url" for each in local_settings(Git(one)))


def test_a_bare_repository_hidden_in_the_workspace_is_not_used(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q", "--bare", "cycles/2026")
    assert repository_of(folder / "cycles/2026") is None


def test_a_call_that_takes_too_long_is_ended_with_all_that_it_started(tmp_path: Path) -> None:
    (tmp_path / "slow").write_text("#!/bin/sh\nsleep 60\n", encoding="utf-8")
    (tmp_path / "slow").chmod(0o755)
    answer = Git(tmp_path).ask("-c", f"alias.slow=!{tmp_path}/slow", "slow", within=0.2)
    assert answer.code == -1
