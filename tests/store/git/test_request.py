import os
from pathlib import Path

import pytest

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author
from okr_tui.store.git.remote import Upstream
from okr_tui.store.git.request import address, link, place_of
from okr_tui.store.git.sync import Shared, sync
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced, texts

pytestmark = [needs_git, pytest.mark.skipif(os.name == "nt", reason="hooks written in sh")]

NOA = Author("Noa Berger", "noa@acme.example", "noa")


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def protect(tmp_path: Path, pattern: str = "refs/heads/main", hook: str = "update") -> Path:
    """Makes the shared repository refuse pushes to some branches, as forges do."""
    file = tmp_path / "shared.git/hooks" / hook
    told = "echo 'GH006: Protected branch update failed' >&2"
    check = f'case "$1" in {pattern}) {told}; exit 1;; esac'
    if hook == "pre-receive":
        check = f'while read old new ref; do set -- "$ref"; {check}; done'
    file.write_text(f"#!/bin/sh\n{check}\nexit 0\n", encoding="utf-8")
    file.chmod(0o755)
    return file


def share(folder: Path, author: Author | None = NOA) -> Shared:
    return sync(folder, folder.parent / f"{folder.name}-state", author)


def merge_request(tmp_path: Path, name: str, *, squash: bool = False, delete: bool = False) -> None:
    """What a forge does when somebody merges a request: hooks of pushes are not asked."""
    bare = tmp_path / "shared.git"
    tree = git(bare, "rev-parse", f"{name}^{{tree}}").strip()
    parents = ["-p", "main", *([] if squash else ["-p", name])]
    commit = git(bare, "commit-tree", *parents, "-m", "merged", tree).strip()
    git(bare, "update-ref", "refs/heads/main", commit)
    if delete:
        git(bare, "branch", "-D", name)


@pytest.mark.parametrize("hook", ["update", "pre-receive"])
def test_changes_wait_on_a_branch_of_the_person_and_the_next_sync_goes_on_there(tmp_path: Path, hook: str) -> None:
    one, two = clones(tmp_path, "one", "two")
    main = git(one, "rev-parse", "HEAD")
    protect(tmp_path, hook=hook)
    replaced(one, PLAN, "target = 60", "target = 70")
    shared = share(one)
    assert (shared.request, shared.sent, shared.link) == ("okr/noa", (PLAN,), None)
    replaced(one, PLAN, "baseline = 40", "baseline = 45")
    assert (share(one).request, share(one).sent) == ("okr/noa", ())
    assert git(tmp_path / "shared.git", "rev-parse", "main") == main
    assert git(tmp_path / "shared.git", "rev-parse", "okr/noa") == git(one, "rev-parse", "HEAD")
    assert git(one, "symbolic-ref", "--short", "HEAD") == "main\n"
    assert synced(two).received == ()


@pytest.mark.parametrize("delete", [True, False])
@pytest.mark.parametrize("squash", [True, False])
def test_once_it_is_merged_everybody_has_it_and_a_new_change_is_a_new_request(
    tmp_path: Path, squash: bool, delete: bool
) -> None:
    one, two = clones(tmp_path, "one", "two")
    protect(tmp_path)
    replaced(one, PLAN, "target = 60", "target = 70")
    share(one)
    merge_request(tmp_path, "okr/noa", squash=squash, delete=delete)
    for _again in range(2):
        shared = share(one)
        assert (shared.request, shared.sent, shared.conflicts) == (None, (), 0)
    synced(two)
    assert texts(one) == texts(two)
    replaced(one, PLAN, "baseline = 40", "baseline = 45")
    assert (share(one).request, share(one).request) == ("okr/noa", "okr/noa")
    merge_request(tmp_path, "okr/noa", squash=squash, delete=delete)
    synced(two)
    assert "baseline = 45" in texts(two)[PLAN]


def test_what_others_merged_meanwhile_arrives_and_goes_into_the_request(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    hook = protect(tmp_path)
    replaced(one, PLAN, "target = 60", "target = 70")
    share(one)
    hook.rename(tmp_path / "hook")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    synced(two)
    (tmp_path / "hook").rename(hook)
    shared = share(one)
    assert (shared.received, shared.request) == ((PLAN,), "okr/noa")
    assert "baseline = 45" in git(tmp_path / "shared.git", "show", f"okr/noa:{PLAN}")


def test_two_machines_of_one_person_meet_on_their_branch(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    protect(tmp_path)
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    share(one)
    assert share(two).received == (PLAN,)
    share(one)
    assert texts(one) == texts(two)


def test_when_the_branch_is_open_again_it_is_used_again(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    hook = protect(tmp_path)
    replaced(one, PLAN, "target = 60", "target = 70")
    share(one)
    hook.unlink()
    merge_request(tmp_path, "okr/noa")
    replaced(one, PLAN, "baseline = 40", "baseline = 45")
    shared = share(one)
    assert (shared.request, shared.sent) == (None, (PLAN,))
    assert synced(two).received == (PLAN,)
    assert "okr" not in git(one, "config", "--local", "--get-regexp", "^branch")


def test_where_no_branch_takes_anything_it_is_said_and_what_others_shared_arrives(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    synced(two)
    protect(tmp_path, pattern="*")
    replaced(one, PLAN, "target = 60", "target = 70")
    with pytest.raises(PersonMustDecide, match="does not take changes on okr/noa"):
        share(one)
    assert "baseline = 45" in texts(one)[PLAN]


def test_without_a_person_the_address_names_the_branch_and_a_branch_okr_leaves_room(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "push", "-q", "origin", "HEAD:okr")
    protect(tmp_path)
    replaced(one, PLAN, "target = 60", "target = 70")
    assert share(one, None).request == "okr-noa"


@pytest.mark.parametrize(
    ("remote", "expected"),
    [
        ("git@github.com:acme/goals.git", "https://github.com/acme/goals/compare/main...okr/noa?expand=1"),
        ("ssh://git@github.com:22/acme/goals", "https://github.com/acme/goals/compare/main...okr/noa?expand=1"),
        ("https://noa:secret@github.com/acme/goals.git", "https://github.com/acme/goals/compare/main...okr/noa?expand=1"),
        ("https://gitlab.acme.example:8443/a/b/goals.git",
         "https://gitlab.acme.example:8443/a/b/goals/-/merge_requests/new?merge_request[source_branch]=okr/noa&merge_request[target_branch]=main"),
        ("https://codeberg.org/acme/goals", "https://codeberg.org/acme/goals/compare/main...okr/noa"),
        ("git@gitea.acme.example:acme/goals.git", "https://gitea.acme.example/acme/goals/compare/main...okr/noa"),
        ("git@bitbucket.org:acme/goals.git", "https://bitbucket.org/acme/goals/pull-requests/new?source=okr/noa&dest=main"),
        ("ssh://git@bitbucket.acme.example:7999/ac/goals.git",
         "https://bitbucket.acme.example/projects/ac/repos/goals/pull-requests?create&sourceBranch=refs/heads/okr/noa&targetBranch=refs/heads/main"),
        ("https://git.acme.example/acme/goals.git", None),
        ("../shared.git", None), ("/srv/git/goals.git", None), ("C:/git/goals.git", None), ("file:///srv/goals.git", None),
    ],
)  # fmt: skip
def test_the_page_that_opens_a_request(remote: str, expected: str | None) -> None:
    place = place_of(remote)
    assert (None if place is None else address(place, "main", "okr/noa")) == expected


def test_a_page_that_the_remote_itself_names_counts_where_it_is_on_the_same_host(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q", "ws")
    git(tmp_path / "ws", "remote", "add", "origin", "git@git.acme.example:acme/goals.git")
    told = (
        "remote: To create a merge request, visit:\nremote:   https://git.acme.example/acme/goals/-/new?b=okr%2Fnoa\n"
    )
    upstream = Upstream("origin", "main", known=True)
    asked = Git(tmp_path / "ws")
    assert link(asked, upstream, "okr/noa", told) == "https://git.acme.example/acme/goals/-/new?b=okr%2Fnoa"
    assert link(asked, upstream, "okr/noa", told.replace("git.acme", "evil")) is None
