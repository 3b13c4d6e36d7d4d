"""Kills a sync at system calls all along its way, with strace: `python -m tests.e2e.kill_sync [--every 20] [--error ENOSPC]`.

Two clones have changed the same plan and several other files. After each kill the files must parse, what came in must be
there as a whole or not at all, and one more sync of both must bring them to the same, with nothing lost and no conflict. With --error the calls fail instead: the disk is full (ENOSPC),
reports an error (EIO), is read-only (EROFS) or forbids it (EACCES), and the sync must end well or with a sentence.
Where there is no strace, it says so and leaves with 2; the test suite kills it at every few calls of git.
"""

# ruff: noqa: T201 - it starts strace and prints what it tried

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
import tomllib
from collections import Counter
from pathlib import Path

from okr_tui.domain.errors import OkrError
from okr_tui.store import canonical, codec, edit, merge, merge_text, recovery
from okr_tui.store.git.repository import repository_of
from okr_tui.store.git.sync import sync
from okr_tui.store.git.trust import trust
from okr_tui.store.interrupted import finish_interrupted
from tests.e2e.clones import git, own_home

CALLS = (
    "openat,read,write,close,fsync,rename,unlink,rmdir,mkdir,flock,fchmod,getdents64,pipe2,vfork,clone,clone3,fork,wait4,"
    "poll,kill,readlink"
)
IMPORTED = (canonical, codec, edit, merge, merge_text, recovery)  # so that no import is killed
FAILING = frozenset(
    {"openat", "write", "fsync", "rename", "unlink", "rmdir", "mkdir", "fchmod", "readlink", "getdents64"}
)
MARK = "/okr-begins-to-sync"
PLAN = "cycles/t3/okrs/a.toml"
TEXTS = {
    "okr.toml": 'format = 1\nid = "small"\nname = "Small"\n',
    "teams.toml": 'format = 1\n\n[[team]]\nid = "a"\nname = "A"\n',
    "cycles/t3/cycle.toml": 'format = 1\n\n[cycle]\nid = "t3"\nphase = "achieve"\n',
    PLAN: '# ours\nformat = 1\n\n[[objective]]\nid = "o-1"\ntitle = "One"\nstatus = "agreed"  # !\n',
}
THEIRS = (("teams.toml", '"A"', '"New"'), ("cycles/t3/cycle.toml", "achieve", "measure"), (PLAN, "agreed", "done"))
OURS = ((PLAN, '"One"', '"Two"'),)
WHOLE = ('name = "New"', '"measure"', '"done"')


def begin(folder: Path) -> None:
    """A bare repository and two clones: one has shared its changes, the other has not."""
    git(folder, "init", "-q", "--bare", "shared.git")
    git(folder, "clone", "-q", "shared.git", "one")
    for path, text in TEXTS.items():
        (folder / "one" / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / "one" / path).write_text(text, encoding="utf-8")
    git(folder / "one", "remote", "set-url", "origin", "../shared.git")
    _trusted(folder / "one")
    sync(folder / "one", folder / "one-state")
    git(folder, "clone", "-q", "shared.git", "two")
    git(folder / "two", "remote", "set-url", "origin", "../shared.git")
    for name, changes in (("one", THEIRS), ("two", OURS)):
        for path, old, new in changes:
            file = folder / name / path
            file.write_text(file.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    sync(folder / "one", folder / "one-state")


def wrong(folder: Path) -> list[str]:
    """What is not as it must be after a kill, and after the next syncs."""
    two, found = folder / "two", []
    finish_interrupted(two, folder / "two-state")
    text = "".join(_files(two).values())
    if sum(words in text for words in WHOLE) not in {0, len(WHOLE)}:
        found.append("half of what came in")
    for clone in (two, folder / "one", two):
        _synced(clone)
    one, other = _files(folder / "one"), _files(two)
    if one != other:
        found.append("the clones differ")
    text = "".join(other.values())
    found += [f"lost: {words}" for words in (*WHOLE, '"Two"', "# ours", "# !") if words not in text]
    found += ["a conflict"] if "[[conflict]]" in text else []
    return found


def _files(clone: Path) -> dict[str, str]:
    files = {path.relative_to(clone).as_posix(): path.read_text(encoding="utf-8") for path in clone.rglob("*.toml")}
    for text in files.values():
        tomllib.loads(text)
    return files


def _synced(clone: Path) -> None:
    """A sync; a git that the killed one has left may still be at work for a moment."""
    for _try in range(20):
        try:
            sync(clone, clone.parent / f"{clone.name}-state")
        except OkrError as error:
            last = error
            time.sleep(0.1)
        else:
            return
    raise last


def _trusted(clone: Path) -> None:
    repository = repository_of(clone)
    if repository is not None:
        trust(repository)


def _run(strace: str, options: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    _trusted(folder / "one")
    _trusted(folder / "two")
    command = [strace, "-qq", *options, sys.executable, "-m", "tests.e2e.kill_sync", "--sync", str(folder / "two")]
    return subprocess.run(command, check=False, capture_output=True, text=True)


def _calls(strace: str, template: Path) -> list[tuple[str, int]]:
    """Every system call of a whole sync, by its name and its number in the process, in order."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(shutil.copytree(template, Path(folder, "w"), symlinks=True))
        log = Path(folder, "log")
        if _run(strace, ["-o", str(log), "-e", f"trace={CALLS},faccessat,faccessat2,access"], copy).returncode != 0:
            raise SystemExit("the sync fails without being killed")
        head, _mark, tail = log.read_text(errors="replace").partition(MARK)
    names = re.compile(r"^([a-z0-9_]+)\(", re.MULTILINE)
    seen, found = Counter(names.findall(head)), []
    for name in names.findall(tail):
        seen[name] += 1
        if name in CALLS.split(","):
            found.append((name, seen[name]))
    return found


def _sync_once(clone: Path) -> int:
    """One sync in a process of its own; 3 and a sentence where it can't be done."""
    os.access(MARK, os.F_OK)
    try:
        sync(clone, clone.parent / f"{clone.name}-state")
    except OkrError as error:
        print(error, file=sys.stderr)
        return 3
    return 0


def main() -> int:
    """Kills it again and again; 1 where anything went wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--every", type=int, default=1, help="kill at every so many calls")
    parser.add_argument(
        "--error", choices=("ENOSPC", "EIO", "EROFS", "EACCES"), help="let the calls fail so, and kill nothing"
    )
    parser.add_argument("--sync", type=Path, help=argparse.SUPPRESS)
    asked = parser.parse_args()
    if asked.sync:
        return _sync_once(asked.sync)
    strace = shutil.which("strace")
    if strace is None:
        print("strace is not there; the test suite kills it at every few calls of git (tests/store/git/test_sync.py)")
        return 2
    with tempfile.TemporaryDirectory() as home:
        own_home(Path(home, "home"))
        template = Path(home, "template")
        template.mkdir()
        begin(template)
        calls = _calls(strace, template)
        kills, bad = 0, 0
        for name, number in [each for each in calls if not asked.error or each[0] in FAILING][:: asked.every]:
            with tempfile.TemporaryDirectory() as folder:
                copy = Path(shutil.copytree(template, Path(folder, "w"), symlinks=True))
                fault = f"error={asked.error}" if asked.error else "signal=KILL"
                ended = _run(strace, ["-e", f"trace={name}", "-e", f"inject={name}:{fault}:when={number}"], copy)
                kills += ended.returncode != 0
                found = wrong(copy)
                found += ["a traceback"] if "Traceback" in ended.stderr else []
                bad += bool(found)
                if found:
                    print(f"{name} {number}: {'; '.join(found)}")
    done = f"ended by {asked.error} at" if asked.error else "killed at"
    print(f"sync: {len(calls)} system calls, {done} {kills} of them, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
