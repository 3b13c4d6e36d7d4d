"""Standard streams that are closed or full: no crash, the command's own exit code, and what was saved is saved."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.workspaces import Small, day

READING = [
    "status",
    "due",
    "check",
    "log",
    "why nps",
    "next",
    "align",
    "calendar",
    "week",
    "champion",
    "lint",
    "--help",
]
WRITING = ["checkin nps 41 -c 6", "add pain 'It hurts'", "edit nps measure=weekly", "comment nps 'Why?'", "undo"]
CLOSED = [">&-", "2>&-", "<&-", ">&- 2>&-", "<&- >&- 2>&-"]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small = Small()
    small.objective("product", "grow", owner="noa")
    small.key_result("grow", "nps", baseline=30, target=60, unit="%")
    return small.write(tmp_path / "ws")


def run(root: Path, words: str, redirect: str = "", me: str = "noa") -> subprocess.CompletedProcess[str]:
    script = f'"$0" -m okr_tui {words} -w "$1" --me {me} --today {day(45)} {redirect}'
    return subprocess.run(
        ["sh", "-c", script, sys.executable, str(root)],
        env={"HOME": str(root.parent), "PATH": "/usr/bin:/bin", "LC_ALL": "C.UTF-8", "PYTHONDONTWRITEBYTECODE": "1"},
        capture_output=True, text=True, check=False, timeout=120, cwd=Path(__file__).parents[2],
    )  # fmt: skip


@pytest.mark.parametrize("words", READING)
@pytest.mark.parametrize("redirect", [">&-", "<&- >&- 2>&-", ">/dev/full"])
def test_what_only_reads_ends_as_it_would_with_somebody_reading(root: Path, words: str, redirect: str) -> None:
    whole, cut_off = run(root, words), run(root, words, redirect)
    assert cut_off.returncode == whole.returncode
    assert "should not" not in whole.stderr + cut_off.stderr
    assert "Traceback" not in cut_off.stderr


@pytest.mark.parametrize("words", WRITING)
@pytest.mark.parametrize("redirect", [*CLOSED, ">/dev/full", ">/dev/full 2>/dev/full"])
def test_what_was_saved_never_ends_as_failed(root: Path, words: str, redirect: str) -> None:
    if words == "undo":
        run(root, "checkin nps 41")
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    done = run(root, words, redirect)
    assert (done.returncode, "Traceback" in done.stderr) == (0, False)
    assert {path: path.read_bytes() for path in root.rglob("*.toml")} != before


def test_a_walk_and_a_figure_from_a_closed_input_say_what_is_missing(root: Path) -> None:
    for words in ("checkin", "checkin nps -"):
        done = run(root, words, "<&-")
        assert "should not" not in done.stderr
        assert "Traceback" not in done.stderr


def test_an_export_that_a_full_disk_cut_short_is_a_failure_with_its_reason(root: Path) -> None:
    done = run(root, "export", ">/dev/full")
    assert done.returncode == 3
    assert "No space left" in done.stderr


def test_a_reader_that_has_seen_enough_is_no_failure(root: Path) -> None:
    done = run(root, "log", "| head -n 1")
    assert (done.returncode, done.stderr) == (0, "")
