"""Lets every system call of every kind of write fail, with strace: `python -m tests.e2e.errors_everywhere [KIND …]`.

The disk is full (ENOSPC), reports an error (EIO), forbids it (EACCES) or is read-only (EROFS). Each time the work must be
done, or end with one sentence and the files as they were; doing it once more, undisturbed, must then do all of it. Where
there is no strace, it says so and leaves with 2; the test suite lets the file layer fail by itself.
"""

# ruff: noqa: T201 - it prints what it tried

import shutil
import sys
import tempfile
from pathlib import Path

from okr_tui.store.interrupted import finish_interrupted
from tests.e2e.works import NOT_DONE, WORK, damaged, prepared, run, snapshot, traced

ERRORS = ("ENOSPC", "EIO", "EACCES", "EROFS")
FAILING = frozenset({
    "openat", "read", "write", "close", "fsync", "rename", "unlink", "rmdir", "mkdir", "flock", "fchmod", "newfstatat", "fstat",
    "getdents64", "readlink",
})  # fmt: skip
"""Calls that can fail so; what a terminal or the clock says cannot."""


def main(kinds: list[str]) -> int:
    """Tries every kind of work with every error; 1 where one ended in anything but its sentence."""
    strace = shutil.which("strace")
    if strace is None:
        print("strace is not there; the test suite lets the file layer fail by itself (tests/store/test_writer.py)")
        return 2
    wrong = 0
    for kind in kinds:
        tried, said, done, bad = _tried(strace, kind)
        wrong += bad
        print(f"{kind}: {tried} errors, {said} said in a sentence, {done} done all the same, {bad} wrong", flush=True)
    return 1 if wrong else 0


def _tried(strace: str, kind: str) -> tuple[int, int, int, int]:
    whole, tried, said, done, bad = traced(strace, kind), 0, 0, 0, 0
    for call, number in whole.each():
        for error in ERRORS if call in FAILING else ():
            with tempfile.TemporaryDirectory() as folder:
                root, state = prepared(Path(folder), kind)
                inject = f"inject={call}:error={error}:when={number}"
                ended = run(strace, ["-e", f"trace={call}", "-e", inject], kind, root)
                tried, said, done = tried + 1, said + (ended.returncode == NOT_DONE), done + (ended.returncode == 0)
                broken = damaged(snapshot(root))
                finish_interrupted(root, state)
                left = snapshot(root)
                found = _wrong(ended.returncode, ended.stderr, broken, left == whole.before, left == whole.after)
                bad += bool(found)
                if found:
                    print(f"  {kind}: {call} {number} {error}: {found}")
    return tried, said, done, bad


def _wrong(ended: int, words: str, broken: int, as_before: bool, as_after: bool) -> str:
    """What is not as it must be; empty where all is well."""
    if broken:
        return f"{broken} damaged files"
    if ended not in (0, NOT_DONE) or "Traceback" in words:
        return f"left with {ended}: {words.strip().splitlines()[-1] if words.strip() else 'no word'}"
    if ended == 0 and not as_after:
        return "said to be done, and is not"
    if ended == NOT_DONE and not words.strip():
        return "not done, and not a word about it"
    if ended == NOT_DONE and not (as_before or as_after):
        return f"half done: {words.strip()}"
    return ""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:] or list(WORK)))
