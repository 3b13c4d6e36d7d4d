"""Kills a writer at every system call with strace, and looks at what is left: `python -m tests.e2e.kill_everywhere [KIND …]`.

Tried are a check-in on the command line's way, an edit of a file written by hand, closing a cycle, other changes of several files, the choice
in a conflict, and taking back. After each kill the workspace is opened again: every file must parse, and each change
must be there as a whole or not at all. Where there is no strace, it says so and leaves with 2; the test suite injects
faults by itself.
"""

# ruff: noqa: T201 - it prints what it tried

import shutil
import sys
import tempfile
from pathlib import Path

from okr_tui.store.interrupted import finish_interrupted
from tests.e2e.works import WORK, damaged, prepared, run, snapshot, traced


def main(kinds: list[str]) -> int:
    """Tries every kind of work; 1 where anything was damaged or half done."""
    strace = shutil.which("strace")
    if strace is None:
        print("strace is not there; the test suite injects faults by itself (tests/store/test_record.py)")
        return 2
    wrong = 0
    for kind in kinds:
        kills, mixed, broken = _tried(strace, kind)
        wrong += mixed + broken
        print(f"{kind}: killed at {kills} system calls, {broken} damaged files, {mixed} half-done changes", flush=True)
    return 1 if wrong else 0


def _tried(strace: str, kind: str) -> tuple[int, int, int]:
    kills = mixed = broken = 0
    whole = traced(strace, kind)
    for call, number in whole.each():
        with tempfile.TemporaryDirectory() as folder:
            root, state = prepared(Path(folder), kind)
            inject = f"inject={call}:signal=KILL:when={number}"
            ended = run(strace, ["-e", f"trace={call}", "-e", inject], kind, root)
            kills += ended.returncode != 0
            broken += damaged(snapshot(root))
            finish_interrupted(root, state)
            left = snapshot(root)
            broken += damaged(left)
            mixed += left not in (whole.before, whole.after)
    return kills, mixed, broken


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(WORK)))
