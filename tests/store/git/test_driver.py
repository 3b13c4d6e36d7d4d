import subprocess
import sys
from pathlib import Path

import pytest

from okr_tui.cli.merge_driver import run
from okr_tui.store.git.driver import attributes_say_so, driver_command, registered, write_attributes
from okr_tui.store.git.process import Git
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced
from tests.store.sound import FILES

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def meeting(tmp_path: Path, mine: tuple[str, str], other: tuple[str, str]) -> Path:
    """A clone in which a merge of two branches is about to happen."""
    (one,) = clones(tmp_path, "one")
    git(one, "checkout", "-q", "-b", "other")
    replaced(one, PLAN, *other)
    git(one, "commit", "-q", "-a", "-m", "other")
    git(one, "checkout", "-q", "main")
    replaced(one, PLAN, *mine)
    git(one, "commit", "-q", "-a", "-m", "mine")
    return one


TOUCHING = (("target = 60", "target = 70"), ("baseline = 40\n", "baseline = 40\ncommit = 50\n"))


def test_git_alone_merges_neighbouring_lines_by_tables(tmp_path: Path) -> None:
    one = meeting(tmp_path, *TOUCHING)
    git(one, "merge", "-q", "--no-edit", "other")
    text = (one / PLAN).read_text(encoding="utf-8")
    assert "target = 70" in text
    assert "commit = 50" in text
    assert "# What people say about us" in text


def test_a_side_that_cannot_be_read_stays_unmerged_with_both_in_the_file(tmp_path: Path) -> None:
    one = meeting(tmp_path, ("target = 60", "target = 70"), ("target = 60", "target = "))
    git(one, "merge", "-q", "--no-edit", "other", code=1)
    text = (one / PLAN).read_text(encoding="utf-8")
    assert "target = 70\n" in text
    assert "target = \n" in text
    assert "<<<<<<< ours" in text
    assert len(git(one, "ls-files", "-u").splitlines()) == 3


def test_a_side_that_cannot_be_read_stays_unmerged_even_where_the_lines_would_fit(tmp_path: Path) -> None:
    one = meeting(tmp_path, ('title = "First"', 'title = "The first"'), ("target = 60", "target ="))
    git(one, "merge", "-q", "--no-edit", "other", code=1)
    assert len(git(one, "ls-files", "-u").splitlines()) == 3


@pytest.mark.parametrize(
    ("mine", "other", "code"),
    [(('title = "First"', 'title = "The first"'), ("target = 60", "target = 61"), 0), (("target = 60", "target = 70"), ("target = 60", "target = 80"), 1)],
)  # fmt: skip
def test_where_okr_cannot_be_run_git_merges_text_and_keeps_both(
    tmp_path: Path, mine: tuple[str, str], other: tuple[str, str], code: int
) -> None:
    one = meeting(tmp_path, mine, other)
    command = driver_command()
    git(one, "config", "merge.okr.driver", command.replace(command.split(" merge-driver")[0], "/gone/okr", 1))
    git(one, "merge", "-q", "--no-edit", "other", code=code)
    text = (one / PLAN).read_text(encoding="utf-8")
    assert mine[1] in text
    assert other[1] in text


def test_a_path_that_is_a_command_is_not_run(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    name = "a'; touch ran; $(touch ran)`touch ran` .toml"
    for branch, value in (("main", "0"), ("other", "2"), ("main", "1")):
        git(one, "checkout", "-q", "-B" if branch == "other" else "-q", branch)
        (one / name).write_text(f"format = 1\na = {value}\n", encoding="utf-8")
        git(one, "add", ".")
        git(one, "commit", "-q", "-m", value)
    git(one, "merge", "-q", "--no-edit", "other")
    assert "[[conflict]]" in (one / name).read_text(encoding="utf-8")
    assert not list(one.rglob("ran"))


def test_the_driver_writes_over_ours_and_says_so_by_0(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in "OAB")
    base.write_text(FILES[PLAN], encoding="utf-8")
    ours.write_text(FILES[PLAN].replace("target = 60", "target = 70"), encoding="utf-8")
    theirs.write_text(FILES[PLAN].replace("baseline = 40", "baseline = 45"), encoding="utf-8")
    assert run([str(base), str(ours), str(theirs), PLAN]) == 0
    both = FILES[PLAN].replace("target = 60", "target = 70").replace("baseline = 40", "baseline = 45")
    assert ours.read_text(encoding="utf-8") == both


def test_two_sides_that_make_one_file_too_large_to_read_stay_unmerged(tmp_path: Path) -> None:
    base, ours, theirs = (tmp_path / name for name in "OAB")
    base.write_text("format = 1\n", encoding="utf-8")
    ours.write_text(f"format = 1\nmine = '{'x' * 600_000}'\n", encoding="utf-8")
    theirs.write_text(f"format = 1\nother = '{'y' * 600_000}'\n", encoding="utf-8")
    before = ours.read_bytes()
    assert run([str(base), str(ours), str(theirs), PLAN]) == 1
    assert ours.read_bytes() == before


@pytest.mark.parametrize("broken", ["O", "A", "B"])
def test_a_file_that_is_not_there_is_1_and_nothing_is_written(tmp_path: Path, broken: str) -> None:
    for name in "OAB":
        (tmp_path / name).write_text(f"format = 1\nx = '{name}'\n", encoding="utf-8")
    (tmp_path / broken).unlink()
    before = {path.name: path.read_bytes() for path in tmp_path.glob("[OAB]")}
    assert run([*(str(tmp_path / name) for name in "OAB"), PLAN]) == 1
    assert {path.name: path.read_bytes() for path in tmp_path.glob("[OAB]")} == before


def test_the_driver_loads_no_app() -> None:
    program = "import sys; from okr_tui.__main__ import main; sys.argv = ['okr', 'merge-driver', 'O', 'A', 'B', 'P']; main(); print(*{name.partition('.')[0] for name in sys.modules})"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert not set(done.stdout.split()) & {"click", "msgspec", "textual", "rich", "platformdirs", "subprocess"}


def test_attributes_are_added_once_at_the_end_of_what_is_there(tmp_path: Path) -> None:
    (tmp_path / ".gitattributes").write_text("*.png binary", encoding="utf-8")
    assert write_attributes(tmp_path)
    assert not write_attributes(tmp_path)
    assert (tmp_path / ".gitattributes").read_text(encoding="utf-8") == "*.png binary\n*.toml text eol=lf merge=okr\n"
    assert attributes_say_so(tmp_path)


def test_what_is_registered_is_told(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    assert registered(Git(one)) == driver_command()
    git(one, "config", "--unset", "merge.okr.driver")
    assert registered(Git(one)) is None
