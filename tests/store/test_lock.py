"""One writer at a time; nobody waits for ever; nothing is left in the workspace."""

import subprocess
import sys
import threading
from pathlib import Path

import pytest

from okr_tui.domain.errors import OkrError
from okr_tui.store.lock import locked

HOLDER = """
import sys
from pathlib import Path
from okr_tui.store.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_held_lock_is_waited_for_and_then_given_up(tmp_path: Path) -> None:
    with (
        locked(tmp_path),
        pytest.raises(OkrError, match="Another okr is writing in this workspace just now"),
        locked(tmp_path, timeout=0.05),
    ):
        pass


def test_the_lock_is_free_again_after_use_and_after_a_failure(tmp_path: Path) -> None:
    with pytest.raises(ZeroDivisionError), locked(tmp_path):
        raise ZeroDivisionError
    with locked(tmp_path, timeout=0):
        pass
    assert list(tmp_path.iterdir()) == []


def test_another_path_to_the_same_folder_shares_the_lock(tmp_path: Path) -> None:
    folder = tmp_path / "real"
    folder.mkdir()
    (tmp_path / "link").symlink_to(folder)
    with locked(folder), pytest.raises(OkrError), locked(tmp_path / "link", timeout=0):
        pass


def test_a_waiting_thread_gets_the_lock_when_it_is_given_back(tmp_path: Path) -> None:
    got = threading.Event()

    def wait() -> None:
        with locked(tmp_path):
            got.set()

    with locked(tmp_path):
        thread = threading.Thread(target=wait)
        thread.start()
        assert not got.is_set()
    thread.join(5)
    assert got.is_set()


def test_a_killed_process_leaves_no_lock_behind(tmp_path: Path) -> None:
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    assert holder.stdout.readline() == "held\n"
    with pytest.raises(OkrError), locked(tmp_path, timeout=0):
        pass
    holder.kill()
    holder.wait()
    holder.stdin.close()
    holder.stdout.close()
    with locked(tmp_path, timeout=0):
        pass


def test_where_folders_cannot_be_locked_the_state_folder_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import fcntl
    import os
    import stat

    real = fcntl.flock

    def no_folders(descriptor: int, operation: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(9, "Bad file descriptor")
        real(descriptor, operation)

    monkeypatch.setattr(fcntl, "flock", no_folders)
    root, state = tmp_path / "w", tmp_path / "state"
    root.mkdir()
    with locked(root, state=state), pytest.raises(OkrError), locked(root, state=state, timeout=0):
        pass
    with locked(root, state=state, timeout=0):
        pass
    with pytest.raises(OkrError, match="can't be locked"), locked(root):
        pass
    assert list(root.iterdir()) == []


def test_a_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(OkrError, match="can't be opened"), locked(tmp_path / "gone"):
        pass
