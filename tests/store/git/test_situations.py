"""Every state in which a repository can be found: each has a sentence and a way out, or nothing is special about it."""

from pathlib import Path

import pytest

from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.git.process import GitFailed
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced, texts, trusted
from tests.store.sound import FILES, written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


@pytest.mark.parametrize(
    ("mark", "way_out"),
    [
        ("CHERRY_PICK_HEAD", "git cherry-pick --continue"), ("REVERT_HEAD", "git revert --continue"),
        ("BISECT_LOG", "git bisect reset"), ("rebase-apply", "git rebase --continue"),
    ],
)  # fmt: skip
def test_what_somebody_has_begun_is_theirs_to_end(tmp_path: Path, mark: str, way_out: str) -> None:
    (one,) = clones(tmp_path, "one")
    replaced(one, PLAN, "target = 60", "target = 70")
    head = git(one, "rev-parse", "HEAD")
    (one / ".git" / mark).write_text(head, encoding="utf-8")
    with pytest.raises(PersonMustDecide, match=way_out):
        synced(one)
    assert git(one, "rev-parse", "HEAD") == head


def test_another_git_at_work_is_said_with_the_file_to_remove(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    replaced(one, PLAN, "target = 60", "target = 70")
    (one / ".git/index.lock").touch()
    with pytest.raises(GitFailed, match=r"index\.lock"):
        synced(one)
    (one / ".git/index.lock").unlink()
    assert synced(one).sent == (PLAN,)


def test_a_remote_that_is_gone_is_like_being_offline(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "remote", "set-url", "origin", str(tmp_path / "gone.git"))
    replaced(one, PLAN, "target = 60", "target = 70")
    shared = synced(one)
    assert (shared.committed, shared.sent) == ((PLAN,), ())
    assert shared.offline is not None
    assert "gone.git" in shared.offline


def test_a_branch_that_is_gone_on_the_remote_is_there_again(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(tmp_path / "shared.git", "update-ref", "-d", "refs/heads/main")
    assert set(FILES) <= set(synced(one).sent)


def test_a_shallow_clone_says_how_to_complete_it_where_it_is_too_short(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(tmp_path, "clone", "-q", "--depth=1", f"file://{tmp_path}/shared.git", "short")
    trusted(tmp_path / "short")
    replaced(tmp_path / "short", PLAN, "baseline = 40", "baseline = 45")
    assert synced(tmp_path / "short").sent == (PLAN,)  # as long as both sides meet in what it holds
    git(one, "checkout", "-q", "--orphan", "anew")
    replaced(one, PLAN, "target = 60", "target = 70")
    git(one, "commit", "-q", "-a", "-m", "a history of its own")
    git(one, "push", "-q", "-f", "origin", "anew:main")
    with pytest.raises(PersonMustDecide, match="git fetch --unshallow"):
        synced(tmp_path / "short")


def test_two_histories_of_one_workspace_become_one(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    other = written(
        tmp_path / "other", {**FILES, PLAN: FILES[PLAN].replace("baseline = 40", "baseline = 40\ncommit = 50")}
    )
    git(other, "init", "-q")
    trusted(other)
    git(other, "remote", "add", "origin", str(tmp_path / "shared.git"))
    assert synced(other).conflicts == 0
    synced(one)
    assert "commit = 50" in texts(one)[PLAN]


def test_a_submodule_is_a_repository_of_its_own(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    top = tmp_path / "top"
    git(tmp_path, "init", "-q", "top")
    allow = ("-c", "protocol.file.allow=always")
    git(top, *allow, "submodule", "--quiet", "add", str(tmp_path / "shared.git"), "our okrs")
    git(top, "commit", "-q", "-m", "with okrs")
    root = top / "our okrs"
    trusted(root)
    replaced(root, PLAN, "target = 60", "target = 70")
    assert synced(root).sent == (PLAN,)
    assert synced(one).received == (PLAN,)
    assert git(top, "log", "--format=%s") == "with okrs\n"
    assert git(top, "status", "--porcelain").split() == ["M", '"our', 'okrs"']


def test_a_work_tree_of_somebodys_own_is_shared_on_its_branch(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "worktree", "add", "-q", "-b", "draft", str(tmp_path / "draft's tree"))
    draft = tmp_path / "draft's tree"
    replaced(draft, PLAN, "target = 60", "target = 70")
    head = git(one, "rev-parse", "HEAD")
    synced(draft)
    assert "target = 70" in git(tmp_path / "shared.git", "show", f"draft:{PLAN}")
    assert git(one, "rev-parse", "HEAD") == head
    assert git(one, "status", "--porcelain") == ""


def test_a_bare_repository_holds_no_workspace(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "--bare", "bare.git")
    written(tmp_path / "bare.git")
    with pytest.raises(PersonMustDecide, match="okr init --git"):
        synced(tmp_path / "bare.git")


def test_a_workspace_reached_by_a_link_is_the_same(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    (tmp_path / "link").symlink_to(one)
    replaced(one, PLAN, "target = 60", "target = 70")
    assert synced(tmp_path / "link").sent == (PLAN,)


def test_a_folder_of_the_workspace_that_is_a_link_elsewhere_is_not_shared(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    (tmp_path / "secret.toml").write_text("format = 1\n", encoding="utf-8")
    (one / "cycles/2026-t3/okrs/care.toml").symlink_to(tmp_path / "secret.toml")
    shared = synced(one)
    assert [path for path, _why in shared.unready] == ["cycles/2026-t3/okrs/care.toml"]
    assert "care" not in git(one, "ls-files")


def test_a_repository_that_signs_and_can_t_says_so_and_nothing_is_lost(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "config", "--global", "commit.gpgSign", "true")
    git(one, "config", "--global", "gpg.program", "false")
    replaced(one, PLAN, "target = 60", "target = 70")
    with pytest.raises(OkrError, match="sign"):
        synced(one)
    git(one, "config", "--global", "commit.gpgSign", "false")
    assert synced(one).sent == (PLAN,)


def test_a_remote_without_anything_gets_everything(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(tmp_path, "init", "-q", "--bare", "empty.git")
    git(one, "remote", "set-url", "origin", str(tmp_path / "empty.git"))
    assert set(FILES) <= set(synced(one).sent)


def test_two_people_who_check_in_in_the_same_minute_see_each_others_value_and_nothing_else(tmp_path: Path) -> None:
    from click.testing import CliRunner

    from okr_tui.cli.main import okr

    def run(folder: Path, me: str, *arguments: str) -> str:
        result = CliRunner().invoke(okr, [*arguments, "-w", str(folder), "--me", me, "--today", "2026-10-16"])
        assert result.exit_code == 0, result.output
        return result.output

    one, two = clones(tmp_path, "one", "two")
    run(one, "noa", "checkin", "activation-00002", "47", "-c", "7")
    run(two, "ines", "checkin", "activation-00002", "48", "-c", "6")
    before = {folder: texts(folder) for folder in (one, two)}
    assert run(one, "noa", "sync") == "Shared: 1 file sent, 0 received.\n"
    assert run(two, "ines", "sync") == "Shared: 1 file sent, 1 received.\n"
    assert run(one, "noa", "sync") == "Shared: 0 files sent, 1 received.\n"
    for folder, other in ((one, two), (two, one)):
        new = {path: text for path, text in texts(folder).items() if before[folder].get(path) != text}
        assert len(new) == 1  # nothing of mine was written again
        assert new.items() <= before[other].items()
    assert "[[conflict]]" not in "".join(texts(one).values())
    assert run(one, "noa", "resolve") == "Nothing waits for a choice.\n"
    assert "48" in run(one, "noa", "status")
