from pathlib import Path

import pytest

from okr_tui.domain.errors import PersonMustDecide
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.git.markers import sides
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced, texts

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def left_by_git(tmp_path: Path) -> Path:
    """A clone without the driver in which git has stopped in the middle of a merge."""
    one, two = clones(tmp_path, "one", "two", driver=False)
    replaced(one, PLAN, "target = 60", "target = 70")
    synced(one)
    replaced(two, PLAN, "baseline = 40\n", "baseline = 40\ncommit = 50\n")
    git(two, "commit", "-q", "-a", "-m", "two")
    git(two, "pull", "-q", "--no-rebase", "--no-edit", code=1)
    return two


def merged(folder: Path) -> bool:
    text = (folder / PLAN).read_text(encoding="utf-8")
    return "target = 70" in text and "commit = 50" in text and "<<<<" not in text and "conflict" not in text


def test_a_merge_that_git_has_left_is_done_again_and_ended(tmp_path: Path) -> None:
    two = left_by_git(tmp_path)
    assert synced(two).merged == (PLAN,)
    assert merged(two)
    assert git(two, "status", "--porcelain") == ""
    assert len(git(two, "log", "-1", "--format=%P").split()) == 2
    synced(tmp_path / "one")
    assert texts(two) == texts(tmp_path / "one")


def test_only_ours_without_markers_as_a_killed_driver_leaves_it_loses_nothing(tmp_path: Path) -> None:
    two = left_by_git(tmp_path)
    git(two, "checkout", "-q", "--ours", PLAN)
    synced(two)
    assert merged(two)


def test_what_a_person_has_mended_by_hand_is_taken_as_it_is(tmp_path: Path) -> None:
    two = left_by_git(tmp_path)
    git(two, "checkout", "-q", "--ours", PLAN)
    replaced(two, PLAN, "target = 60", "target = 66")
    synced(two)
    assert "target = 66" in (two / PLAN).read_text(encoding="utf-8")


def test_markers_that_somebody_added_are_merged_from_both_parents(tmp_path: Path) -> None:
    two = left_by_git(tmp_path)
    git(two, "add", PLAN)
    synced(two)
    assert merged(two)


def test_markers_that_somebody_committed_and_pushed_are_merged_by_whoever_gets_them(tmp_path: Path) -> None:
    two = left_by_git(tmp_path)
    git(two, "commit", "-q", "-a", "--no-edit")
    git(two, "push", "-q")
    one = tmp_path / "one"
    assert synced(one).merged == (PLAN,)
    assert merged(one)
    synced(two)
    assert texts(one) == texts(two)


def test_another_file_that_waits_is_left_to_its_person(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    for folder in (one, two):
        (folder / "README.md").write_text(folder.name, encoding="utf-8")
        git(folder, "add", "README.md")
        git(folder, "commit", "-q", "-m", folder.name)
    git(one, "push", "-q")
    git(two, "pull", "-q", "--no-rebase", "--no-edit", code=1)
    with pytest.raises(PersonMustDecide, match=r"README\.md"):
        synced(two)


def test_a_file_deleted_on_one_side_and_changed_on_the_other_stays_changed(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    git(one, "rm", "-q", PLAN)
    git(one, "commit", "-q", "-m", "gone")
    synced(one)
    replaced(two, PLAN, "target = 60", "target = 70")
    synced(two)
    synced(one)
    assert "target = 70" in (one / PLAN).read_text(encoding="utf-8")


def test_the_same_file_added_on_both_sides_deletes_nothing(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    path = "cycles/2026-t3/okrs/company.toml"
    for folder, identity in ((one, "a"), (two, "b")):
        (folder / path).write_text(
            f'format = 1\nteam = "company"\n\n[[objective]]\nid = "{identity}"\ntitle = "{identity}"\n',
            encoding="utf-8",
        )
        synced(folder)
    synced(one)
    found = parsed((one / path).read_bytes())
    assert not isinstance(found, Refused)
    assert sorted(each["id"] for each in found["objective"]) == ["a", "b"]
    assert texts(one) == texts(two)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\nd\n", (None, "a\nb\nd\n", "a\nc\nd\n")),
        ("<<<<<<< x\nb\n||||||| z\no\n=======\nc\n>>>>>>> y\n", ("o\n", "b\n", "c\n")),
        ("<<<<<<< x\n=======\nc\n>>>>>>> y\n", (None, "", "c\n")),
        ("a\n=======\nb\n", None),
        ("<<<<<<< x\nb\n>>>>>>> y\n", None),
        ("<<<<<<< x\n<<<<<<< x\nb\n=======\nc\n>>>>>>> y\n", None),
        ("<<<<<<< x\nb\n=======\n", None),
        ("a = 1\n", None),
    ],
)
def test_what_stood_on_both_sides_of_markers(text: str, expected: object) -> None:
    assert sides(text) == expected
