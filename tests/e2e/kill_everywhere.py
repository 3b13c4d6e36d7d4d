"""Kills a writer at every system call with strace, and looks at what is left: `python -m tests.e2e.kill_everywhere`.

Tried are a check-in on the command line's way, an edit of a file written by hand, a change of several files, and taking
that back. After each kill the workspace is opened again: every file must parse, and each change must be there as a
whole or not at all. Where there is no strace, it says so and leaves with 2; the test suite injects faults by itself.
"""

# ruff: noqa: T201 - it starts strace and prints what it tried

import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from okr_tui.actions.act import Act, Author, perform
from okr_tui.actions.check_in import Subject, Words, check_in
from okr_tui.actions.undoing import take_back
from okr_tui.store import canonical, codec, edit, merge, merge_text, recovery, writer
from okr_tui.store.change import Change, FileChange
from okr_tui.store.interrupted import finish_interrupted
from okr_tui.store.tables import held

CALLS = (
    "openat,read,write,close,fsync,rename,unlink,rmdir,mkdir,flock,fchmod,newfstatat,fstat,lseek,getdents64,access,"
    "faccessat,faccessat2,readlink,ioctl,fcntl,getrandom,lstat,stat"
)
IMPORTED = (canonical, codec, edit, merge, merge_text, recovery, writer)  # so that no import is killed
MARK = "/okr-begins-to-write"
TEXTS = {
    "okr.toml": 'format = 1\nid = "small"\nname = "Small"\n',
    "cycles/t3/cycle.toml": 'format = 1\n\n[cycle]\nid = "t3"\nphase = "measure"\n',
    "cycles/t3/okrs/a.toml": '# ours\nformat = 1\n\n[[objective]]\nid = "o-1"\nstatus = "agreed"  # !\n',
    "cycles/t3/review/a.toml": 'format = 1\n\n[[action]]\nid = "a-1"\n',
}
Snapshot = dict[str, bytes]


def _check_in(root: Path, state: Path) -> None:
    author = Author("noa", datetime(2026, 10, 16, 9, tzinfo=UTC), lambda letters: letters[7])
    nps = Subject(
        id="nps-1", title="NPS", kind="metric", unit=None, cycle="t3", team="a", team_name="A", value=1, confidence=None,
        steps=(),
    )  # fmt: skip
    perform(root, state, lambda: check_in(root, author, nps, Words(value="41", confidence=7)), by="noa", at=author.now)


def _edit(root: Path, state: Path) -> None:
    plan = held(root, "cycles/t3/okrs/a.toml")
    plan.tables["objective"][0]["status"] = "done"
    writer.write(root, Change("edit", (plan.changed(plan.tables),)), state=state)


def _close(root: Path, state: Path) -> None:
    cycle, plan, old = (held(root, f"cycles/t3/{name}.toml") for name in ("cycle", "okrs/a", "review/a"))
    cycle.tables["cycle"]["phase"] = "closed"
    plan.tables["objective"][0]["status"] = "done"
    new = FileChange("cycles/t4/cycle.toml", None, {"cycle": {"id": "t4"}}, b"")
    files = (
        cycle.changed(cycle.tables),
        plan.changed(plan.tables),
        new,
        FileChange(old.path, old.before, None, old.data),
    )
    writer.write(root, Change("close", files), state=state)


def _take_back(root: Path, state: Path) -> None:
    def made() -> Act:
        return take_back(root, state, "undo")

    perform(root, state, made)


def _recover(root: Path, state: Path) -> None:
    recovery.recovered(root, state)


def _half_done(root: Path, state: Path) -> None:
    """A change of several files that lost its process after the first file."""
    if os.fork() == 0:
        swapped = 0
        swap = os.replace

        def dies(*files: Path) -> None:
            nonlocal swapped
            swapped += 1
            if swapped == 2:
                os._exit(0)
            swap(*files)

        os.replace = dies  # type: ignore[assignment]
        _close(root, state)
    os.wait()


WORK: dict[str, tuple[Callable[[Path, Path], None] | None, Callable[[Path, Path], None]]] = {
    "check-in": (None, _check_in),
    "edit": (None, _edit),
    "several files": (None, _close),
    "undo of an edit": (_edit, _take_back),
    "undo of several files": (_close, _take_back),
    "recovery": (_half_done, _recover),
}


def main() -> int:
    """Tries every kind of work; 1 where anything was damaged or half done."""
    strace = shutil.which("strace")
    if strace is None:
        print("strace is not there; the test suite injects faults by itself (tests/store/test_record.py)")
        return 2
    wrong = 0
    for kind in WORK:
        kills, mixed, damaged = _tried(strace, kind)
        wrong += mixed + damaged
        print(f"{kind}: killed at {kills} system calls, {damaged} damaged files, {mixed} half-done changes")
    return 1 if wrong else 0


def _tried(strace: str, kind: str) -> tuple[int, int, int]:
    kills = mixed = damaged = 0
    before, after, calls = _whole(strace, kind)
    for call, numbers in calls.items():
        for number in numbers:
            with tempfile.TemporaryDirectory() as folder:
                root, state = _prepared(Path(folder), kind)
                inject = f"inject={call}:signal=KILL:when={number}"
                ended = _run(strace, ["-e", f"trace={call}", "-e", inject], kind, root)
                kills += ended != 0
                damaged += _damaged(_snapshot(root))
                finish_interrupted(root, state)
                left = _snapshot(root)
                damaged += _damaged(left)
                mixed += left not in (before, after)
    return kills, mixed, damaged


def _whole(strace: str, kind: str) -> tuple[Snapshot, Snapshot, dict[str, range]]:
    """What it looks like before and after, and which calls of each kind the work does, by their number in the process."""
    with tempfile.TemporaryDirectory() as folder:
        root, _state = _prepared(Path(folder), kind)
        before = _snapshot(root)
        log = Path(folder) / "log"
        if _run(strace, ["-o", str(log), "-e", f"trace={CALLS}"], kind, root) != 0:
            raise SystemExit(f"{kind} fails without being killed")
        head, _mark, tail = log.read_text(errors="replace").partition(MARK)
        names = re.compile(r"^(?:\d+ +)?([a-z0-9_]+)\(", re.MULTILINE)
        earlier, during = Counter(names.findall(head)), Counter(names.findall(tail))
        if kind == "recovery":  # what was begun before counts as begun: all of it must be there
            before = _snapshot(root)
        return (
            before,
            _snapshot(root),
            {name: range(earlier[name] + 1, earlier[name] + n + 1) for name, n in during.items()},
        )


def _run(strace: str, options: list[str], kind: str, root: Path) -> int:
    command = [strace, "-qq", *options, sys.executable, "-m", "tests.e2e.kill_everywhere", kind, str(root)]
    return subprocess.run(command, check=False, capture_output=True).returncode


def _prepared(folder: Path, kind: str) -> tuple[Path, Path]:
    root, state = folder / "w", folder / "state"
    for path, text in TEXTS.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    prepare = WORK[kind][0]
    if prepare is not None:
        prepare(root, state)
    return root, state


def _snapshot(root: Path) -> Snapshot:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.toml")}


def _damaged(files: Snapshot) -> int:
    count = 0
    for data in files.values():
        try:
            tomllib.loads(data.decode())
        except ValueError:
            count += 1
    return count


if __name__ == "__main__":
    if len(sys.argv) > 2:
        os.access(MARK, os.F_OK)
        WORK[sys.argv[1]][1](Path(sys.argv[2]), Path(sys.argv[2]).parent / "state")
    else:
        sys.exit(main())
