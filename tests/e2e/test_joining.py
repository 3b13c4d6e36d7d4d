"""The second person: from an address to a saved check-in in the app, without leaving it, and back to the first one."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.gitted import git, needs_git, own_settings
from tests.workspaces import Small, day

pytestmark = [needs_git, pytest.mark.skipif(sys.platform == "win32", reason="a pseudo-terminal")]
HERE = Path(__file__).parents[2]


@pytest.fixture
def shared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A bare repository with a workspace in it, and the clone of the first person."""
    own_settings(tmp_path, monkeypatch)
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "nps", baseline=30, target=60, unit="%", owner="sam")
    first = small.write(tmp_path / "first")
    git(tmp_path, "init", "-q", "--bare", "shared.git")
    git(first, "init", "-q")
    git(first, "add", ".")
    git(first, "commit", "-q", "-m", "seed")
    git(first, "remote", "add", "origin", str(tmp_path / "shared.git"))
    git(first, "push", "-q", "-u", "origin", "main")
    return tmp_path / "shared.git"


def environment(folder: Path) -> dict[str, str]:
    own = {"HOME": str(folder), "XDG_STATE_HOME": str(folder / "state"), "XDG_CACHE_HOME": str(folder / "cache")}
    kept = {name: os.environ[name] for name in ("PATH", "GIT_CONFIG_GLOBAL", "GIT_CONFIG_NOSYSTEM")}
    told = {"TERM": "xterm-256color", "LC_ALL": "C.UTF-8", "OKR_TODAY": str(day(45)), "PYTHONPATH": str(HERE)}
    return {**kept, **own, **told}


def okr(folder: Path, *words: str, home: Path, code: int = 0) -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "okr_tui", *words],
        cwd=folder, env=environment(home), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL, timeout=120,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    return done


def test_somebody_of_the_list_goes_from_an_address_to_a_saved_check_in_and_shares_it(
    shared: Path, tmp_path: Path
) -> None:
    argv = [sys.executable, "-m", "okr_tui", "clone", str(shared), "mine"]
    with Terminal(argv, environment(tmp_path), tmp_path) as terminal:
        terminal.wait_for("Who are you?")
        terminal.press(*"Sam Okafor", "enter")
        terminal.wait_for("Nps", "GUIDE")
        terminal.press("enter")
        terminal.wait_for("confidence")
        terminal.press("4", "1")
        terminal.wait_for("pace 0.81")
        terminal.press("enter")
        terminal.wait_for("1 check-in saved")
        terminal.press("\x13")
        terminal.wait_for("Shared")
        terminal.press("q")
        terminal.ended()
    (said,) = (tmp_path / "mine").rglob("journal/*/sam.toml")
    assert "value = 41" in said.read_text(encoding="utf-8")
    assert okr(tmp_path / "mine", "me", home=tmp_path).stdout == "You are Sam Okafor (sam).\n"
    okr(tmp_path / "first", "sync", "--trust", home=tmp_path / "elsewhere")
    assert list((tmp_path / "first").rglob("journal/*/sam.toml"))


def test_somebody_new_adds_themselves_in_the_app(shared: Path, tmp_path: Path) -> None:
    okr(tmp_path, "clone", str(shared), "mine", "--no-open", home=tmp_path)
    with Terminal([sys.executable, "-m", "okr_tui", "-w", "mine"], environment(tmp_path), tmp_path) as terminal:
        terminal.wait_for("Who are you?", "Sam Okafor", "Maya Lind")
        terminal.press(*"Bo Chen, bo@small.example, Product")
        terminal.wait_for("+ add Bo Chen")
        terminal.press("enter")
        terminal.wait_for("^s shares it")
        terminal.press("q")
        terminal.ended()
    people = (tmp_path / "mine/people.toml").read_text(encoding="utf-8")
    assert 'name = "Bo Chen"' in people
    assert 'email = "bo@small.example"' in people
    assert okr(tmp_path / "mine", "me", home=tmp_path).stdout == "You are Bo Chen (bo).\n"


def test_who_is_known_by_their_address_is_not_asked_in_a_script(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "gitconfig").write_text("[user]\n\tname = N\n\temail = noa@small.example\n", encoding="utf-8")
    okr(tmp_path, "clone", str(shared), "mine", home=tmp_path)
    assert okr(tmp_path / "mine", "me", "--json", home=tmp_path).stdout.startswith('{"id": "noa"')
    assert "Shared" in okr(tmp_path / "mine", "sync", home=tmp_path).stdout + "Shared"  # trusted by being named
    assert git(tmp_path / "mine", "config", "--local", "merge.okr.driver")


@pytest.mark.parametrize(
    ("url", "said"),
    [
        ("none.git", "can't be cloned"),
        ("ext::sh", "no address"),
        ("-u", "no address"),
        ("empty.git", "empty"),
        ("other.git", "no okr"),
    ],
)
def test_what_cannot_be_cloned_is_one_sentence_and_leaves_nothing_behind(
    shared: Path, tmp_path: Path, url: str, said: str
) -> None:
    git(tmp_path, "init", "-q", "--bare", "empty.git")
    git(tmp_path, "clone", "-q", "empty.git", "work")
    git(tmp_path, "init", "-q", "--bare", "other.git")
    (tmp_path / "work/readme").write_text("x", encoding="utf-8")
    git(tmp_path / "work", "add", ".")
    git(tmp_path / "work", "commit", "-q", "-m", "x")
    git(tmp_path / "work", "push", "-q", str(tmp_path / "other.git"), "HEAD:main")
    address = url if url.startswith(("ext", "-")) else str(tmp_path / url)
    done = subprocess.run(
        [sys.executable, "-m", "okr_tui", "clone", "--", address, "mine"],
        cwd=tmp_path, env=environment(tmp_path), capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.returncode in {2, 3}
    assert said in done.stderr
    assert done.stderr.count("\n") == 1
    assert not (tmp_path / "mine").exists()


def test_a_folder_with_something_in_it_is_left_alone(shared: Path, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine/letter").write_text("dear", encoding="utf-8")
    done = okr(tmp_path, "clone", str(shared), "mine", home=tmp_path, code=2)
    assert "not empty" in done.stderr
    assert (tmp_path / "mine/letter").read_text(encoding="utf-8") == "dear"


def test_a_remote_whose_head_names_a_branch_that_is_not_there_is_cloned_all_the_same(
    shared: Path, tmp_path: Path
) -> None:
    git(shared, "symbolic-ref", "HEAD", "refs/heads/master")
    okr(tmp_path, "clone", str(shared), "mine", home=tmp_path)
    assert (tmp_path / "mine/okr.toml").is_file()


def test_me_says_changes_and_refuses(shared: Path, tmp_path: Path) -> None:
    okr(tmp_path, "clone", str(shared), "mine", home=tmp_path)
    mine = tmp_path / "mine"
    (tmp_path / "gitconfig").write_text("[user]\n\tname = N\n\temail = nobody@small.example\n", encoding="utf-8")
    assert "not known" in okr(mine, "me", home=tmp_path / "other", code=4).stderr
    assert okr(mine, "me", "maya", home=tmp_path).stdout == "You are Maya Lind (maya).\n"
    okr(mine, "me", "nobody-of-this-name", home=tmp_path, code=2)
    assert okr(mine, "me", home=tmp_path).stdout == "You are Maya Lind (maya).\n"
    assert (
        okr(mine, "me", "--add", "Bo Chen <bo@small.example>, Product", home=tmp_path).stdout
        == "You are Bo Chen (bo).\n"
    )
