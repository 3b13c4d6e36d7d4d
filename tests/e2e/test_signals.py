"""The app gives the terminal back, whoever ends or stops it, and keeps what was being typed."""

import os
import signal
import sys
from pathlib import Path

import pytest

from tests.e2e.terminal import Terminal
from tests.workspaces import Small, day

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="these signals are of Unix")
GIVEN_BACK = (b"\x1b[?1049l", b"\x1b[?1000l", b"\x1b[?25h", b"\x1b[?2004l")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small = Small()
    small.objective("product", "grow", owner="noa")
    small.key_result("grow", "nps", baseline=30, target=60, unit="%")
    return small.write(tmp_path / "ws")


def opened(root: Path, **environment: str) -> Terminal:
    told = {"HOME": str(root.parent), "PATH": "/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8"}
    argv = [sys.executable, "-m", "okr_tui", "-w", str(root), "--me", "noa", "--today", str(day(45))]
    return Terminal(argv, {**told, **environment}, Path(__file__).parents[2])


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_system_ends_the_app_and_what_was_typed_is_there_the_next_time(root: Path, number: int) -> None:
    with opened(root) as terminal:
        terminal.wait_for("Nps")
        terminal.press("enter")
        terminal.wait_for("confidence")
        terminal.press("4", "1", "tab", "7", "tab", *"slow")
        terminal.wait_for("slow")
        os.kill(terminal.pid, number)
        terminal.ended()
        assert all(each in terminal.said for each in GIVEN_BACK)
        assert os.waitstatus_to_exitcode(terminal.status) == 128 + number
    with opened(root) as terminal:
        terminal.wait_for("Nps")
        terminal.press("enter")
        terminal.wait_for("slow")


def test_ctrl_z_stops_the_app_and_comes_back_with_everything(root: Path) -> None:
    with opened(root) as terminal:
        terminal.wait_for("Nps")
        before = len(terminal.said)
        terminal.press("\x1a")
        terminal.wait_until(lambda: os.waitpid(terminal.pid, os.WUNTRACED | os.WNOHANG)[0] != 0, "it did not stop")
        os.kill(terminal.pid, signal.SIGCONT)
        terminal.wait_until(lambda: b"\x1b[?1049h" in terminal.said[before:])
        assert b"\x1b[?1049l" in terminal.said[before:]
        terminal.wait_for("Nps")


def test_a_dumb_terminal_is_told_in_one_sentence_without_an_escape_sequence(root: Path) -> None:
    with opened(root, TERM="dumb") as terminal:
        terminal.ended()
        assert b"TERM=dumb" in terminal.said
        assert b"\x1b" not in terminal.said
        assert os.waitstatus_to_exitcode(terminal.status) == 2
