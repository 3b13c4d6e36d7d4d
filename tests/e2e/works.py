"""Every kind of write on a small workspace, run by itself under strace, so that one system call after another can fail.

`kill_everywhere` and `errors_everywhere` try them; `python -m tests.e2e.works KIND FOLDER` does one, and leaves with 3
and one sentence where it could not be done.
"""

# ruff: noqa: T201 - it says why it could not be done

import email.utils
import importlib.metadata
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

from okr_tui.actions.act import Act, Author, perform
from okr_tui.actions.check_in import Subject, Words, check_in
from okr_tui.actions.closing import close_cycle
from okr_tui.actions.cycles import NewCycle
from okr_tui.actions.resolving import open_conflicts, resolve_conflict
from okr_tui.actions.undoing import take_back
from okr_tui.domain.errors import OkrError
from okr_tui.domain.ids import CROCKFORD
from okr_tui.domain.plan import Plan
from okr_tui.store import canonical, codec, edit, history, merge, merge_text, recovery, writer
from okr_tui.store.change import Change, FileChange
from okr_tui.store.reader import Reader
from okr_tui.store.tables import held
from okr_tui.store.validate import table_of

CALLS = (
    "openat,read,write,close,fsync,rename,unlink,rmdir,mkdir,flock,fchmod,newfstatat,fstat,lseek,getdents64,access,"
    "faccessat,faccessat2,readlink,ioctl,fcntl,getrandom,lstat,stat"
)
"""The system calls that a write is made of."""
IMPORTED = (
    canonical, codec, edit, history, merge, merge_text, recovery, writer, importlib.metadata, email.utils,
)  # fmt: skip  # so that no import fails
table_of(Plan, {"format": 1, "team": "a"})  # so that no model is built later
MARK = "/okr-begins-to-write"
NOT_DONE = 3
"""The exit code of a work that could not be done, as that of `okr`."""
TEXTS = {
    "okr.toml": 'format = 1\nid = "small"\nname = "Small"\n',
    "cycles/t3/cycle.toml": 'format = 1\n\n[cycle]\nid = "t3"\nphase = "measure"\n',
    "cycles/t3/okrs/a.toml": (
        '# ours\nformat = 1\nteam = "a"\n\n[[objective]]\nid = "o-1"\ntitle = "One"\nstatus = "agreed"  # !\n\n'
        '[[conflict]]\nid = "x-1"\nabout = "o-1"\nkey = "title"\nours = "One"\ntheirs = "Two"\n'
    ),
    "cycles/t3/review/a.toml": 'format = 1\n\n[[action]]\nid = "a-1"\n',
}
_CLOSING = {
    "okr.toml": 'format = 1\nid = "small"\nname = "Small"\n\n[cadence]\ncycle = "tertial"\n',
    "people.toml": 'format = 1\n\n[[person]]\nid = "noa"\nname = "Noa"\nteam = ["a"]\n',
    "teams.toml": 'format = 1\n\n[[team]]\nid = "a"\nname = "A"\nlead = "noa"\n',
    "cycles/t3/cycle.toml": (
        'format = 1\n\n[cycle]\nid = "t3"\nname = "T3"\nstart = 2026-06-01\nend = 2026-10-10\nphase = "measure"\n'
    ),
    "cycles/t3/okrs/a.toml": (
        '# ours\nformat = 1\nteam = "a"\n\n[[objective]]\nid = "o-1"\ntitle = "One"\nstatus = "agreed"  # !\n\n'
        '[[objective.key_result]]\nid = "k-1"\ntitle = "NPS"\nbaseline = 20\ntarget = 40\n\n'
        '[[not_now]]\nid = "n-1"\ntitle = "Later"\n'
    ),
    "cycles/t3/review/a.toml": (
        'format = 1\n\n[[decision]]\nabout = "o-1"\nwhen = "end"\nverdict = "continue"  # so be it\nreason = "half way"\n'
    ),
}
MORE = {"closing": _CLOSING, "undo of closing": _CLOSING}
"""Kind → the files that it begins with instead."""
NOW = datetime(2026, 10, 16, 9, tzinfo=UTC)
Snapshot = dict[str, bytes]


class Traced(NamedTuple):
    """A work that ran undisturbed.

    Attributes:
        before: the files when it began; after: when it had ended.
        calls: name → the numbers, in the process, of its system calls of this name.
    """

    before: Snapshot
    after: Snapshot
    calls: dict[str, range]

    def each(self) -> Iterator[tuple[str, int]]:
        """Every system call: its name and its number."""
        return ((name, number) for name, numbers in self.calls.items() for number in numbers)


def _check_in(root: Path, state: Path) -> None:
    author = Author("noa", NOW, lambda letters: letters[7])
    nps = Subject(
        id="nps-1", title="NPS", kind="metric", unit=None, cycle="t3", team="a", team_name="A", value=1, confidence=None,
        steps=(),
    )  # fmt: skip
    perform(root, state, lambda: check_in(root, author, nps, Words(value="41", confidence=7)), by="noa", at=author.now)


def _edit(root: Path, state: Path) -> None:
    plan = held(root, "cycles/t3/okrs/a.toml", unfit=True)
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


def _closing(root: Path, state: Path) -> None:
    letters = iter(CROCKFORD * 40)
    author = Author("noa", NOW, lambda _letters: next(letters))
    workspace = Reader(root).read()
    content = workspace.cycles["t3"]
    perform(root, state, lambda: close_cycle(root, author, workspace, content, NewCycle()), by="noa", at=author.now)


def _take_back(root: Path, state: Path) -> None:
    def made() -> Act:
        return take_back(root, state, "undo")

    perform(root, state, made)


def _recover(root: Path, state: Path) -> None:
    recovery.recovered(root, state)


def _resolve(root: Path, state: Path) -> None:
    path = "cycles/t3/okrs/a.toml"
    plan = table_of(Plan, held(root, path).tables)
    conflict = next(open_conflicts((path, row) for row in plan.conflict))
    perform(root, state, lambda: resolve_conflict(root, conflict, "theirs"))


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
    "closing": (None, _closing),
    "undo of closing": (_closing, _take_back),
    "resolve": (None, _resolve),
    "undo of an edit": (_edit, _take_back),
    "undo of several files": (_close, _take_back),
    "recovery": (_half_done, _recover),
}
"""Kind → what happens before it, and the work itself."""


def prepared(folder: Path, kind: str) -> tuple[Path, Path]:
    """The workspace and the state folder on which a work is done."""
    root, state = folder / "w", folder / "state"
    for path, text in (TEXTS | MORE.get(kind, {})).items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text)
    prepare = WORK[kind][0]
    if prepare is not None:
        prepare(root, state)
    return root, state


def traced(strace: str, kind: str) -> Traced:
    """Does the work once, undisturbed.

    Raises:
        SystemExit: it fails by itself.
    """
    with tempfile.TemporaryDirectory() as folder:
        root, _state = prepared(Path(folder), kind)
        before = snapshot(root)
        log = Path(folder) / "log"
        ended = run(strace, ["-o", str(log), "-e", f"trace={CALLS}"], kind, root)
        if ended.returncode != 0:
            raise SystemExit(f"{kind} fails by itself: {ended.stderr}")
        head, _mark, tail = log.read_text(errors="replace").partition(MARK)
        names = re.compile(r"^(?:\d+ +)?([a-z0-9_]+)\(", re.MULTILINE)
        earlier, during = Counter(names.findall(head)), Counter(names.findall(tail))
        if kind == "recovery":  # what was begun before counts as begun: all of it must be there
            before = snapshot(root)
        calls = {name: range(earlier[name] + 1, earlier[name] + n + 1) for name, n in during.items()}
        return Traced(before, snapshot(root), calls)


def run(strace: str, options: list[str], kind: str, root: Path) -> subprocess.CompletedProcess[str]:
    """Does a work as a process of its own under strace."""
    command = [strace, "-qq", *options, sys.executable, "-m", "tests.e2e.works", kind, str(root)]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def snapshot(root: Path) -> Snapshot:
    """Every file of the workspace."""
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*.toml")}


def damaged(files: Snapshot) -> int:
    """How many of the files don't parse."""
    count = 0
    for data in files.values():
        try:
            tomllib.loads(data.decode())
        except ValueError:
            count += 1
    return count


def _main(kind: str, root: Path) -> int:
    os.access(MARK, os.F_OK)
    try:
        WORK[kind][1](root, root.parent / "state")
    except OkrError as error:
        print(error, file=sys.stderr)
        return NOT_DONE
    return 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1], Path(sys.argv[2])))
