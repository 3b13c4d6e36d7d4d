import os
import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.actions.sharing import join_branch, move_to_own_branch, trust_it
from okr_tui.domain.errors import OkrError, PersonMustDecide
from okr_tui.store.git.larger import is_branch_name, listed_outside, reclaim, unfinished
from okr_tui.store.git.moving import Settled
from okr_tui.store.git.repository import repository_of
from tests.gitted import PLAN, git, needs_git, own_settings, replaced, synced, texts, trusted
from tests.store.sound import FILES, written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def larger(tmp_path: Path, *, folder: str = "okrs", tracked: bool = True) -> Path:
    """A repository with a program in it, shared with a bare one, and a workspace in a folder."""
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    top = tmp_path / "one"
    top.mkdir()
    git(top, "init", "-q")
    (top / "main.c").write_text("int main(void) { return 0; }\n", encoding="utf-8")
    if tracked:
        written(top / folder)
    git(top, "add", ".")
    git(top, "commit", "-q", "-m", "program")
    git(top, "remote", "add", "origin", str(tmp_path / "shared.git"))
    git(top, "push", "-q", "-u", "origin", "main")
    if not tracked:
        written(top / folder)
    return top


def moved(root: Path) -> Settled:
    settled = move_to_own_branch(root, root.parent.parent / f"{root.parent.name}-moved-state", None)
    trust_it(root)
    return settled


def own(root: Path) -> dict[str, str]:
    """The workspace's files without the attributes and the door to git."""
    return {path: text for path, text in texts(root).items() if path in FILES}


@pytest.mark.parametrize("folder", ["our okrs [2026]", "a/it's #1"])
def test_an_untracked_workspace_gets_a_branch_of_its_own_and_the_other_stays_as_it_was(
    tmp_path: Path, folder: str
) -> None:
    top = larger(tmp_path, folder=folder, tracked=False)
    head = git(top, "rev-parse", "HEAD")
    assert move_to_own_branch(top / folder, tmp_path / "state", None) == Settled("okrs", joined=False, taken_out=0)
    trust_it(top / folder)
    replaced(top, "main.c", "0", "1")
    git(top, "add", "main.c")
    assert set(synced(top / folder).sent) == set(FILES)
    assert git(top, "rev-parse", "HEAD") == head
    assert git(top, "status", "--porcelain") == "M  main.c\n"
    assert git(top / folder, "status", "--porcelain") == ""
    assert git(top / folder, "rev-list", "--max-parents=0", "--count", "HEAD") == "1\n"
    assert "main.c" not in git(tmp_path / "shared.git", "ls-tree", "-r", "--name-only", "okrs")


def test_a_tracked_workspace_is_not_synced_and_moves_over_with_what_was_changed(tmp_path: Path) -> None:
    top = larger(tmp_path)
    root = top / "okrs"
    replaced(root, PLAN, "target = 60", "target = 70")
    (root / "notes.txt").write_text("mine", encoding="utf-8")
    trusted(top)
    head = git(top, "rev-parse", "HEAD")
    with pytest.raises(PersonMustDecide, match="okr doctor --fix"):
        synced(root)
    before = texts(root)
    settled = moved(root)
    assert (settled.joined, settled.taken_out) == (False, len(FILES))
    assert {**texts(root), ".gitattributes": "", ".git": ""} == {**before, ".gitattributes": "", ".git": ""}
    assert git(top, "rev-parse", "HEAD") == head
    assert {line[:2] for line in git(top, "status", "--porcelain", "-uno").splitlines()} == {"D "}
    assert set(synced(root).committed) == {".gitattributes", PLAN}
    assert git(root, "show", f"HEAD^:{PLAN}") == FILES[PLAN]
    assert git(top, "rev-parse", "HEAD") == head


def test_a_second_clone_gets_the_branch_into_a_folder(tmp_path: Path) -> None:
    top = larger(tmp_path, tracked=False)
    moved(top / "okrs")
    synced(top / "okrs")
    git(tmp_path, "clone", "-q", "shared.git", "two")
    two = tmp_path / "two" / "goals"
    join_branch(two, "okrs")
    trust_it(two)
    assert own(two) == own(top / "okrs")
    assert git(tmp_path / "two", "status", "--porcelain") == ""
    replaced(two, PLAN, "target = 60", "target = 70")
    assert synced(two).sent == (PLAN,)
    assert synced(top / "okrs").received == (PLAN,)


def test_a_second_clone_that_still_tracks_it_joins_with_what_was_changed_there(tmp_path: Path) -> None:
    top = larger(tmp_path)
    git(tmp_path, "clone", "-q", "shared.git", "two")
    two = tmp_path / "two" / "okrs"
    replaced(two, "teams.toml", 'name = "Product"', 'name = "The product"')
    git(tmp_path / "two", "commit", "-q", "-a", "-m", "on main, after the other moved")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    moved(top / "okrs")
    replaced(top / "okrs", PLAN, "target = 60", "target = 70")
    synced(top / "okrs")
    git(tmp_path / "two", "fetch", "-q")
    assert moved(two).joined
    synced(two)
    synced(top / "okrs")
    assert own(two) == own(top / "okrs")
    text = (top / "okrs" / PLAN).read_text(encoding="utf-8")
    assert ("target = 70" in text, "baseline = 45" in text, "conflict" in text) == (True, True, False)
    assert "The product" in (top / "okrs/teams.toml").read_text(encoding="utf-8")


def test_a_branch_that_still_lists_the_files_is_noticed_and_what_it_wrote_is_put_back(tmp_path: Path) -> None:
    top = larger(tmp_path)
    root = top / "okrs"
    git(top, "branch", "old")
    moved(root)
    git(top, "commit", "-q", "-m", "the workspace has a branch of its own")
    replaced(root, PLAN, "target = 60", "target = 70")
    synced(root)
    git(top, "switch", "-q", "-f", "old")
    assert (root / PLAN).read_text(encoding="utf-8") == FILES[PLAN]
    replaced(root, "teams.toml", 'name = "Product"', 'name = "The product"')
    with pytest.raises(PersonMustDecide, match="still lists"):
        synced(root)
    assert listed_outside(root) is not None
    assert reclaim(root, tmp_path / "state") == 1
    assert synced(root).committed == ("teams.toml",)
    assert "target = 70" in (root / PLAN).read_text(encoding="utf-8")


def test_what_is_in_the_way_is_said_and_nothing_is_touched(tmp_path: Path) -> None:
    top = larger(tmp_path)
    root = top / "okrs"
    replaced(root, PLAN, "target = 60", "target = 70")
    git(top, "add", ".")
    replaced(root, PLAN, "target = 70", "target = 80")
    status = git(top, "status", "--porcelain")
    with pytest.raises(PersonMustDecide, match="staged"):
        moved(root)
    git(top, "commit", "-q", "-a", "-m", "all")
    (top / ".git/MERGE_HEAD").write_text(git(top, "rev-parse", "HEAD"), encoding="utf-8")
    with pytest.raises(PersonMustDecide, match="merge is under way"):
        moved(root)
    (top / ".git/MERGE_HEAD").unlink()
    git(top, "branch", "okrs")
    with pytest.raises(PersonMustDecide, match="holds something else"):
        moved(root)
    git(top, "worktree", "add", "-q", str(tmp_path / "elsewhere"), "okrs")
    with pytest.raises(PersonMustDecide, match="elsewhere"):
        moved(root)
    assert status
    assert not (root / ".git").exists()


def test_a_workspace_under_a_symlink_is_moved_where_it_really_is(tmp_path: Path) -> None:
    top = larger(tmp_path, tracked=False)
    link = tmp_path / "link"
    link.symlink_to(top / "okrs")
    move_to_own_branch(link, tmp_path / "state", None)
    trust_it(link)
    assert len(synced(link).sent) == len(FILES)
    assert git(top, "status", "--porcelain") == ""


def test_another_branch_in_the_work_tree_is_not_shared_on(tmp_path: Path) -> None:
    top = larger(tmp_path, tracked=False)
    with (top / "okrs/okr.toml").open("a", encoding="utf-8") as file:
        file.write('\n[sync]\nbranch = "goals"\n')
    assert moved(top / "okrs").branch == "goals"
    synced(top / "okrs")
    git(top / "okrs", "switch", "-q", "-c", "elsewhere")
    with pytest.raises(PersonMustDecide, match="git switch goals"):
        synced(top / "okrs")


def test_a_hostile_configuration_stops_the_move(tmp_path: Path) -> None:
    top = larger(tmp_path)
    git(top, "config", "core.sshCommand", "touch ran")
    with pytest.raises(OkrError, match=r"core\.sshcommand"):
        moved(top / "okrs")
    assert not (top / "okrs/.git").exists()


@pytest.mark.parametrize(("name", "good"), [("okrs", True), ("a/b-c", True), ("-b", False), ("a..b", False),
                                            ("a b", False), ("x.lock", False), ("", False), ("HEAD", False)])  # fmt: skip
def test_names_of_branches(name: str, good: bool) -> None:
    assert is_branch_name(name) is good


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("call", [8, 20, 32, 44])
def test_a_move_ended_at_any_call_of_git_loses_nothing_and_can_be_done_again(tmp_path: Path, call: int) -> None:
    top = larger(tmp_path)
    git(tmp_path, "clone", "-q", "shared.git", "two")
    moved(top / "okrs")
    replaced(top / "okrs", PLAN, "target = 60", "target = 70")
    synced(top / "okrs")
    two = tmp_path / "two/okrs"
    git(tmp_path / "two", "fetch", "-q")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom okr_tui.store.git import process\n"
        "from okr_tui.actions.sharing import move_to_own_branch\nrun, left = process._run, [int(sys.argv[2])]\n"
        "def ending(*arguments):\n    left[0] -= 1\n    if left[0] < 0: os.kill(os.getpid(), 9)\n    return run(*arguments)\n"
        "process._run = ending\nmove_to_own_branch(Path(sys.argv[1]), Path(sys.argv[1] + '-state'), None)\n"
    )
    subprocess.run([sys.executable, "-c", program, str(two), str(call)], check=False, capture_output=True)
    found = repository_of(two)
    if found is not None and (found.prefix or unfinished(found)):
        moved(two)
    trust_it(two)
    if listed_outside(two) is not None:
        reclaim(two, tmp_path / "two-state")
    synced(two)
    synced(top / "okrs")
    assert own(two) == own(top / "okrs")
    text = (two / PLAN).read_text(encoding="utf-8")
    assert ("target = 70" in text, "baseline = 45" in text, "conflict" in text) == (True, True, False)
