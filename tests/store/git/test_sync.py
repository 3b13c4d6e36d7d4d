import os
import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.actions.resolving import open_conflicts, resolve_conflict
from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.git import sync as syncing
from okr_tui.store.git.process import Git
from okr_tui.store.git.recording import Author
from okr_tui.store.git.sync import sync
from okr_tui.store.git.trees import CannotMerge
from okr_tui.store.history import next_one
from okr_tui.store.reader import Reader
from okr_tui.store.recovery import recovered
from okr_tui.store.writer import write
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced, texts, trusted
from tests.store.sound import written

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def say(folder: Path, person: str, value: int) -> None:
    path = folder / f"cycles/2026-t3/journal/2026-w41/{person}.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(
        f'format = 1\nperson = "{person}"\nweek = "2026-w41"\n\n[[check_in]]\nid = "ci-{person}0000001"\n'
        f'at = 2026-10-09T16:00:00+02:00\non = 2026-10-09\nabout = "activation-00002"\nvalue = {value}\n',
        encoding="utf-8",
    )


@pytest.mark.parametrize("driver", [True, False])
def test_changes_to_one_plan_meet_with_or_without_a_registered_driver(tmp_path: Path, driver: bool) -> None:
    one, two = clones(tmp_path, "one", "two", driver=driver)
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    replaced(two, PLAN, "# What people say about us", "# What they say about us")
    assert synced(one).sent == (PLAN,)
    shared = synced(two)
    assert (shared.received, shared.sent, shared.conflicts) == ((PLAN,), (PLAN,), 0)
    assert synced(one).received == (PLAN,)
    assert texts(one) == texts(two)
    text = (one / PLAN).read_text(encoding="utf-8")
    assert "target = 70" in text
    assert "baseline = 45" in text
    assert "# What they say about us" in text
    assert git(one, "status", "--porcelain") == ""


def test_two_people_who_check_in_at_once_get_each_others_words(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    say(one, "noa", 50)
    say(two, "ines", 51)
    synced(one)
    assert synced(two).received == ("cycles/2026-t3/journal/2026-w41/noa.toml",)
    assert synced(one).received == ("cycles/2026-t3/journal/2026-w41/ines.toml",)
    assert texts(one) == texts(two)
    assert synced(one) == synced(two)


def test_one_value_changed_twice_is_a_record_in_a_valid_file(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(two, PLAN, "target = 60", "target = 80")
    synced(one)
    assert synced(two).conflicts == 1
    assert synced(one).conflicts == 1
    found = parsed((one / PLAN).read_bytes())
    assert not isinstance(found, Refused)
    assert [(row["about"], row["key"], {row["ours"], row["theirs"]}) for row in found["conflict"]] == [
        ("activation-00002", "target", {70, 80})
    ]


def test_only_the_workspaces_files_are_committed_and_what_is_staged_stays_staged(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    (one / "notes.txt").write_text("mine", encoding="utf-8")
    (one / "staged.txt").write_text("mine", encoding="utf-8")
    (one / "cycles/2026-t3/okrs/Not an id.toml").write_text("format = 1\n", encoding="utf-8")
    git(one, "add", "staged.txt")
    replaced(one, PLAN, "target = 60", "target = 70")
    assert synced(one).committed == (PLAN,)
    assert git(one, "show", "--name-only", "--format=").split() == [PLAN]
    assert git(one, "status", "--porcelain").splitlines() == [
        "A  staged.txt", '?? "cycles/2026-t3/okrs/Not an id.toml"', "?? notes.txt",
    ]  # fmt: skip


def test_files_that_are_not_the_workspaces_arrive_too_unless_somebody_works_on_them(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    (one / "README.md").write_text("read me\n", encoding="utf-8")
    git(one, "add", "README.md")
    git(one, "commit", "-q", "-m", "readme")
    synced(one)
    (two / "README.md").write_text("my own\n", encoding="utf-8")
    replaced(two, PLAN, "target = 60", "target = 70")
    before = texts(two)
    with pytest.raises(PersonMustDecide, match="README"):
        synced(two)
    assert texts(two) == before
    (two / "README.md").unlink()
    synced(two)
    assert (two / "README.md").read_text(encoding="utf-8") == "read me\n"
    synced(one)
    assert texts(one) == texts(two)


def test_a_file_that_is_not_the_workspaces_changed_on_both_sides_is_merged_as_text_or_left_to_a_person(
    tmp_path: Path,
) -> None:
    one, two = clones(tmp_path, "one", "two")
    (one / "README.md").write_text("".join(f"{n}\n" for n in range(9)), encoding="utf-8")
    git(one, "add", "README.md")
    git(one, "commit", "-q", "-m", "readme")
    synced(one)
    synced(two)
    for folder, line in ((one, "0"), (two, "8")):
        replaced(folder, "README.md", f"{line}\n", f"{folder.name}\n")
        git(folder, "commit", "-q", "-a", "-m", folder.name)
    synced(one)
    synced(two)
    assert (two / "README.md").read_text(encoding="utf-8") == "one\n1\n2\n3\n4\n5\n6\n7\ntwo\n"
    synced(one)
    for folder in (one, two):
        replaced(folder, "README.md", "4\n", f"four of {folder.name}\n")
        git(folder, "commit", "-q", "-a", "-m", folder.name)
    synced(one)
    before = texts(two)
    with pytest.raises(CannotMerge, match=r"README\.md"):
        synced(two)
    assert texts(two) == before


def test_a_file_that_cannot_be_read_is_named_and_not_shared(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = ")
    say(one, "noa", 50)
    shared = synced(one)
    assert [path for path, _why in shared.unready] == [PLAN]
    assert shared.sent == ("cycles/2026-t3/journal/2026-w41/noa.toml",)
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    synced(two)
    with pytest.raises(PersonMustDecide, match="mend it"):
        synced(one)
    replaced(one, PLAN, "target = ", "target = 61")
    synced(one)
    synced(two)
    assert texts(one) == texts(two)
    assert "baseline = 45" in texts(one)[PLAN]


def test_a_broken_file_that_somebody_pushed_is_not_merged_and_nothing_is_lost(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = ")
    git(one, "commit", "-q", "-a", "-m", "broken")
    git(one, "push", "-q")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    before = texts(two)
    with pytest.raises(CannotMerge, match="can't be merged"):
        synced(two)
    assert texts(two) == before
    replaced(one, PLAN, "target = ", "target = 61")
    synced(one)
    synced(two)
    assert "baseline = 45" in texts(two)[PLAN]
    assert "target = 61" in texts(two)[PLAN]


def test_offline_is_said_and_the_next_sync_catches_up(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    (tmp_path / "shared.git").rename(tmp_path / "away.git")
    replaced(one, PLAN, "target = 60", "target = 70")
    shared = synced(one)
    assert shared.offline is not None
    assert (shared.committed, shared.sent) == ((PLAN,), ())
    (tmp_path / "away.git").rename(tmp_path / "shared.git")
    assert synced(one).sent == (PLAN,)
    assert synced(two).received == (PLAN,)


def test_the_first_push_and_no_remote(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q")
    trusted(folder)
    shared = synced(folder)
    assert (shared.remote, len(shared.committed)) == (None, len(texts(folder)))
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    git(folder, "remote", "add", "team", str(tmp_path / "shared.git"))
    assert synced(folder).remote == "team"
    assert git(folder, "rev-parse", "--abbrev-ref", "@{u}").strip() == "team/main"


def test_several_remotes_without_an_upstream_are_a_persons_choice(tmp_path: Path) -> None:
    folder = written(tmp_path / "ws")
    git(folder, "init", "-q")
    trusted(folder)
    for name in ("here", "there"):
        git(folder, "remote", "add", name, "nowhere")
    with pytest.raises(PersonMustDecide, match="git push -u here main"):
        synced(folder)


def test_a_detached_head_has_a_way_out(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "checkout", "-q", "--detach")
    with pytest.raises(PersonMustDecide, match="git switch main"):
        synced(one)


def test_a_rebase_under_way_is_merged_and_left_to_its_person(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two", driver=False)
    replaced(one, PLAN, "target = 60", "target = 70")
    synced(one)
    replaced(two, PLAN, "target = 60", "target = 60\ncommit = 50")
    git(two, "commit", "-q", "-a", "-m", "mine")
    git(two, "pull", "-q", "--rebase", code=1)
    with pytest.raises(PersonMustDecide, match="git rebase --continue"):
        synced(two)
    text = (two / PLAN).read_text(encoding="utf-8")
    assert "<<<<" not in text
    assert "target = 70" in text
    assert "commit = 50" in text
    git(two, "-c", "core.editor=true", "rebase", "--continue")
    assert synced(two).sent == (PLAN,)


def test_whoever_git_does_not_know_commits_as_the_person_they_are_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (one,) = clones(tmp_path, "one")
    own_settings(tmp_path, monkeypatch, name=False)
    replaced(one, PLAN, "target = 60", "target = 70")
    with pytest.raises(PersonMustDecide, match=r"git config --global user\.name"):
        synced(one)
    sync(one, tmp_path / "state", Author("Inès Duval", "ines@acme.example"))
    assert git(one, "log", "-1", "--format=%an <%ae> %cn").strip() == "Inès Duval <ines@acme.example> Inès Duval"


def test_another_workspace_on_the_remote_is_not_mixed_in(tmp_path: Path) -> None:
    clones(tmp_path)
    other = written(tmp_path / "other", {"okr.toml": 'format = 1\nid = "other"\nname = "Other"\n'})
    git(other, "init", "-q")
    trusted(other)
    git(other, "remote", "add", "origin", str(tmp_path / "shared.git"))
    with pytest.raises(PersonMustDecide, match="another workspace"):
        synced(other)
    assert parsed((other / "okr.toml").read_bytes()) == {"format": 1, "id": "other", "name": "Other"}


def test_a_push_that_comes_too_late_is_tried_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    first = [two]
    push = syncing.pushed

    def late(*arguments: object) -> str | None:
        while first:
            synced(first.pop())
        return push(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(syncing, "pushed", late)
    assert synced(one).received == (PLAN,)
    synced(two)
    assert texts(one) == texts(two)


def test_what_is_written_while_a_sync_runs_is_not_overwritten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    synced(one)
    once = [1]
    bring = syncing.bring

    def meanwhile(*arguments: object) -> list[str]:
        while once:
            once.pop()
            replaced(two, PLAN, "baseline = 40", "baseline = 45")
        return bring(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(syncing, "bring", meanwhile)
    synced(two)
    synced(one)
    assert "baseline = 45" in texts(one)[PLAN]
    assert "target = 70" in texts(two)[PLAN]


def test_branches_merged_crosswise_by_a_forge(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    git(one, "commit", "-q", "-a", "-m", "one")
    git(one, "push", "-q", "origin", "HEAD:request")
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    synced(two)
    synced(one)
    git(two, "fetch", "-q")
    git(two, "merge", "-q", "--no-edit", "origin/request")
    replaced(two, PLAN, "target = 70", "target = 71")
    synced(two)
    synced(one)
    assert texts(one) == texts(two)
    found = parsed((one / PLAN).read_bytes())
    assert not isinstance(found, Refused)
    assert "conflict" not in found
    assert found["objective"][0]["key_result"][0]["target"] == 71


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("call", range(0, 30, 5))
def test_ended_at_any_call_of_git_the_next_sync_finishes(tmp_path: Path, call: int) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    say(one, "noa", 50)
    synced(one)
    replaced(two, PLAN, "baseline = 40", "baseline = 45")
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom okr_tui.store.git import process\n"
        "from okr_tui.store.git.sync import sync\nrun, left = process._run, [int(sys.argv[2])]\n"
        "def ending(*arguments):\n    left[0] -= 1\n    if left[0] < 0: os.kill(os.getpid(), 9)\n    return run(*arguments)\n"
        "process._run = ending\nsync(Path(sys.argv[1]), Path(sys.argv[1] + '-state'))\n"
    )
    subprocess.run([sys.executable, "-c", program, str(two), str(call)], check=False, capture_output=True)
    synced(two)
    synced(one)
    assert texts(one) == texts(two)
    assert "baseline = 45" in texts(one)[PLAN]
    assert "target = 70" in texts(one)[PLAN]
    assert "conflict" not in texts(one)[PLAN]
    assert Git(two).line("status", "--porcelain") == ""


@pytest.mark.skipif(os.name == "nt", reason="signals")
@pytest.mark.parametrize("swap", [0, 1])
def test_ended_between_two_files_the_next_start_shows_both_and_they_cannot_be_undone(tmp_path: Path, swap: int) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    replaced(one, "teams.toml", 'name = "Product"', 'name = "The product"')
    synced(one)
    program = (
        "import os, sys\nfrom pathlib import Path\nfrom okr_tui.store import disk\n"
        "from okr_tui.store.git.sync import sync\nswap, left = disk.swap, [int(sys.argv[2])]\n"
        "def ending(*arguments):\n    left[0] -= 1\n    if left[0] < 0: os.kill(os.getpid(), 9)\n    return swap(*arguments)\n"
        "disk.swap = ending\nsync(Path(sys.argv[1]), Path(sys.argv[1] + '-state'))\n"
    )
    subprocess.run([sys.executable, "-c", program, str(two), str(swap)], check=False, capture_output=True)
    assert texts(two) != texts(one)
    recovered(two, tmp_path / "two-state")
    assert {path: text for path, text in texts(two).items() if not path.endswith(".tmp")} == texts(one)
    assert next_one(tmp_path / "two-state", "undo") is None
    synced(two)
    synced(one)
    assert git(one, "status", "--porcelain") == ""
    assert "conflict" not in texts(one)[PLAN]


@pytest.mark.parametrize("first", ["deleted", "changed"])
def test_a_file_deleted_here_and_changed_there_stays_changed_and_a_person_chooses(tmp_path: Path, first: str) -> None:
    one, two = clones(tmp_path, "one", "two")
    (one / PLAN).unlink()
    replaced(two, PLAN, "target = 60", "target = 70")
    order = (one, two) if first == "deleted" else (two, one)
    synced(order[0])
    assert synced(order[1]).conflicts == 1
    assert synced(order[0]).conflicts == 1
    assert texts(one) == texts(two)
    text = (one / PLAN).read_text(encoding="utf-8")
    assert ("target = 70" in text, "# What people say about us" in text) == (True, True)
    waiting = list(open_conflicts(Reader(one).read().conflicts))
    assert [(each.file, each.about, each.key) for each in waiting] == [(PLAN, "", None)]
    act = resolve_conflict(one, waiting[0], "theirs")
    write(one, act.change, state=tmp_path / "one-state")
    synced(one)
    synced(two)
    assert not (two / PLAN).exists()


def test_a_file_deleted_here_and_untouched_there_goes(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    (one / PLAN).unlink()
    replaced(two, "teams.toml", 'name = "Product"', 'name = "The product"')
    synced(one)
    assert synced(two).conflicts == 0
    assert not (two / PLAN).exists()


def test_a_file_deleted_and_changed_stays_to_be_kept(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    (one / PLAN).unlink()
    replaced(two, PLAN, "target = 60", "target = 70")
    synced(one)
    synced(two)
    waiting = list(open_conflicts(Reader(two).read().conflicts))
    write(two, resolve_conflict(two, waiting[0], "ours").change, state=tmp_path / "two-state")
    synced(two)
    assert synced(one).conflicts == 0
    assert texts(one) == texts(two)
    assert "conflict" not in texts(one)[PLAN]


def test_a_copy_made_by_hand_gets_an_id_of_its_own_and_both_sides_are_told(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    text = (one / PLAN).read_text(encoding="utf-8")
    block = '\n[[not_now]]\nid = "later-00009"\ntitle = "Later"\n'
    (one / PLAN).write_text(text + block + block, encoding="utf-8")
    replaced(two, PLAN, "target = 60", "target = 70")
    synced(two)
    shared = synced(one)
    assert [said for said, _new in shared.copied] == ["later-00009"]
    assert synced(two).copied == shared.copied
    assert shared.copied[0][1] in texts(two)[PLAN]
