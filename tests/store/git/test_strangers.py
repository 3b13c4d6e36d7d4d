"""A folder that somebody else has made: what lies in it runs nothing, leads nowhere, and stops nothing for ever."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.git.config import Setting, refused
from okr_tui.store.git.opening import NotTrusted, Refused, opened
from okr_tui.store.git.repository import repository_of
from okr_tui.store.git.trust import trust, trust_in
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced, trusted
from tests.store.sound import written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "state"))
    own_settings(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    "key",
    ["lfs.extension.x.clean", "lfs.customtransfer.x.path", "lfs.standalonetransferagent", "http.cookiefile", "http.savecookies",
     "http.sslcert", "core.attributesfile", "core.excludesfile", "diff.orderfile", "mailmap.file", "core.alternaterefscommand",
     "submodule.x.update", "sequence.editor", "difftool.x.cmd", "uploadpack.packobjectshook", "a.key.nobody.knows"],
)  # fmt: skip
def test_a_setting_that_nobody_has_looked_at_is_refused_by_name(key: str) -> None:
    assert refused([Setting(key, "x")], frozenset()) == (key,)


@pytest.mark.parametrize(
    "key",
    ["core.repositoryformatversion", "core.bare", "remote.origin.fetch", "branch.main.remote", "branch.main.vscode-merge-base",
     "branch.main.okrrequest", "pull.rebase", "push.autosetupremote", "extensions.worktreeconfig", "commit.gpgsign",
     "lfs.https://x.example/info/lfs.locksverify", "submodule.docs.url", "gc.auto", "credential.https://x.example.username"],
)  # fmt: skip
def test_what_honest_clones_hold_is_let_through(key: str) -> None:
    assert refused([Setting(key, "x")], frozenset()) == ()


@pytest.mark.parametrize("how", ["path", "file", "insteadof", "pushurl"])
def test_a_remote_inside_the_folder_is_refused_before_its_hooks_run(tmp_path: Path, how: str) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "init", "-q", "--bare", ".git/inner")
    hook = one / ".git/inner/hooks/pre-receive"
    hook.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n", encoding="utf-8")
    hook.chmod(0o755)
    settings = {
        "path": ("remote.origin.url", ".git/inner"),
        "file": ("remote.origin.url", f"file://{one}/.git/inner"),
        "insteadof": (f"url.{one}/.git/inner.insteadOf", str(tmp_path / "shared.git")),
        "pushurl": ("remote.origin.pushurl", ".git/inner"),
    }
    git(one, "config", "--local", *settings[how])
    with pytest.raises(PersonMustDecide, match="a folder inside this one"):
        synced(one)
    assert not (tmp_path / "ran").exists()


def test_trust_is_given_to_a_repository_at_one_place(tmp_path: Path) -> None:
    (own,) = clones(tmp_path, "own")
    before = git(own, "rev-parse", "HEAD")
    stranger = written(tmp_path / "stranger")
    (stranger / ".git").write_text("gitdir: ../own/.git\n", encoding="utf-8")
    with pytest.raises(NotTrusted):
        opened(stranger)
    (stranger / ".git").unlink()
    (stranger / ".git").symlink_to(own / ".git")
    with pytest.raises((NotTrusted, OkrError)):
        opened(stranger)
    assert git(own, "rev-parse", "HEAD") == before
    opened(own)


def test_a_linked_work_tree_and_a_submodule_are_known_to_their_own_repository(tmp_path: Path) -> None:
    (own,) = clones(tmp_path, "own")
    git(own, "worktree", "add", "-q", "-b", "other", str(tmp_path / "linked"))
    linked = repository_of(tmp_path / "linked")
    assert linked is not None
    assert trust_in(linked).given
    git(tmp_path, "init", "-q", "around")
    allow = ("-c", "protocol.file.allow=always")
    git(tmp_path / "around", *allow, "submodule", "--quiet", "add", str(tmp_path / "shared.git"), "okrs")
    inner = repository_of(tmp_path / "around/okrs")
    assert inner is not None
    assert not trust_in(inner).given
    trust(inner)
    assert trust_in(inner).given
    shutil.copytree(tmp_path / "linked", tmp_path / "copied")
    copied = repository_of(tmp_path / "copied")
    assert copied is not None
    assert not trust_in(copied).given


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
@pytest.mark.parametrize(
    "path", [".gitattributes", "cycles/.gitignore", ".git/config", ".git/info/attributes", ".git/HEAD"]
)
def test_a_pipe_where_git_reads_a_file_is_named_and_nobody_waits(tmp_path: Path, path: str) -> None:
    (one,) = clones(tmp_path, "one")
    (one / path).unlink(missing_ok=True)
    os.mkfifo(one / path)
    with pytest.raises(OkrError, match="no file but a pipe"):
        synced(one)


def shared_by_another(two: Path, words: str) -> None:
    subprocess.run(["sh", "-c", words], cwd=two, check=True)
    git(two, "add", "-A")
    git(two, "commit", "-q", "-m", "x")
    git(two, "push", "-q")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("rm -r cycles/2026-t3/okrs && ln -s /tmp cycles/2026-t3/okrs", "made a link"),
        ("rm people.toml && ln -s /etc/passwd people.toml", "made a link"),
        ("git rm -rq .", "whole workspace is taken away"),
        ("mkdir -p cycles/con && cp cycles/2026-t3/cycle.toml cycles/con/cycle.toml", "Windows"),
    ],
)
def test_what_would_break_the_workspace_is_looked_at_before_anything_moves(
    tmp_path: Path, words: str, said: str
) -> None:
    one, two = clones(tmp_path, "one", "two")
    shared_by_another(two, words)
    replaced(one, PLAN, "target = 60", "target = 70")
    files = sorted(path for path in one.rglob("*.toml") if ".git" not in path.parts)
    with pytest.raises(PersonMustDecide, match=said):
        synced(one)
    assert sorted(path for path in one.rglob("*.toml") if ".git" not in path.parts) == files
    git(two, "revert", "--no-edit", "HEAD")
    git(two, "push", "-q")
    assert synced(one).sent == (PLAN,)


def test_a_shared_branch_that_was_renamed_is_followed_and_not_made_again(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(tmp_path / "shared.git", "branch", "-m", "main", "trunk")
    replaced(one, PLAN, "target = 60", "target = 70")
    done = synced(one)
    assert (done.followed, done.sent) == ("trunk", (PLAN,))
    assert git(tmp_path / "shared.git", "branch", "--format=%(refname:short)").split() == ["trunk"]
    assert synced(one).followed is None


def test_a_push_that_was_declined_once_is_tried_again_and_no_branch_is_thought_protected(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    hook = tmp_path / "shared.git/hooks/pre-receive"
    hook.write_text("#!/bin/sh\necho 'closed for an hour' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    replaced(one, PLAN, "target = 60", "target = 70")
    with pytest.raises(PersonMustDecide, match="tries again"):
        synced(one)
    hook.unlink()
    done = synced(one)
    assert (done.sent, done.request) == ((PLAN,), None)


def test_a_refused_configuration_is_said_before_trust_is_given(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "config", "--local", "http.cookieFile", "elsewhere")
    with pytest.raises(Refused, match=r"http\.cookiefile"):
        opened(one)
    git(one, "config", "--local", "--unset", "http.cookieFile")
    trusted(one)
    opened(one)
