"""Many processes write in one folder while the app is open on it: `python -m tests.e2e.many_writers [PROCESSES WRITES]`.

Each writer runs `okr` again and again: check-ins of the same person, edits of one objective's list of tags and of one
team's plan. Nothing may be lost, no conflict may be left, and the app, in a terminal of its own, must still be there at
the end, show the last change and leave as it should.
"""

# ruff: noqa: T201 - it prints what it tried

import os
import pty
import shutil
import struct
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from fcntl import ioctl
from pathlib import Path
from termios import TIOCSWINSZ
from typing import NamedTuple, Self

SAMPLE = Path(__file__).parents[2] / "sample_data" / "lumio"
DAY = "2026-10-16"
PATIENCE = 30
"""Seconds that the app has to show something, or to leave."""


class Found(NamedTuple):
    """What came of it.

    Attributes:
        written: writes that said they were done; lost: those of them that are in no file.
        conflicts: records of conflicts in the files.
        shown: whether the app showed what was written last, and left as it should.
    """

    written: int
    lost: int
    conflicts: int
    shown: bool


def tried(folder: Path, processes: int, writes: int) -> Found:
    """Writes, and looks at what is there."""
    root = Path(shutil.copytree(SAMPLE, folder / "lumio"))
    told = dict(os.environ) | {
        "OKR_TODAY": DAY,
        "OKR_ME": "noa",
        "XDG_STATE_HOME": str(folder),
        "XDG_CACHE_HOME": str(folder),
    }
    key_result, objective = _first(root)
    with _App(root, told) as app:
        done: list[str] = []
        each = [
            threading.Thread(target=_writer, args=(root, told, n, writes, key_result, objective, done))
            for n in range(processes)
        ]
        for writer in each:
            writer.start()
        for writer in each:
            writer.join()
        _okr(root, told, "edit", objective, "title=Written last of all")
        shown = app.shows("Written last of all") and app.left()
    text = "".join(path.read_text(encoding="utf-8") for path in root.rglob("*.toml"))
    for path in root.rglob("*.toml"):
        tomllib.loads(path.read_text(encoding="utf-8"))
    lost = [word for word in done if f'"{word}"' not in text]
    return Found(len(done), len(lost), text.count("[[conflict]]"), shown)


def _first(root: Path) -> tuple[str, str]:
    """A key result that can be checked in on, and an objective of the same team."""
    plan = tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text(encoding="utf-8"))
    objective = plan["objective"][0]
    return objective["key_result"][0]["id"], objective["id"]


def _writer(
    root: Path, told: dict[str, str], number: int, writes: int, key_result: str, objective: str, done: list[str]
) -> None:
    for turn in range(writes):
        word = f"word-{number}-{turn}"
        match turn % 3:
            case 0:
                words = ("checkin", key_result, str(30 + turn % 9), "-m", word)
            case 1:
                words = ("add", "initiative", word, "--to", key_result)
            case _:
                words = ("add", "kr", word, "--to", objective, "--range", "1 -> 9")
        if _okr(root, told, *words):
            done.append(word)


def _okr(root: Path, told: dict[str, str], *words: str) -> bool:
    command = [sys.executable, "-m", "okr_tui", "-w", str(root), *words]
    ended = subprocess.run(command, check=False, capture_output=True, text=True, env=told, stdin=subprocess.DEVNULL)
    if ended.returncode:
        print(" ".join(words), "→", ended.returncode, ended.stderr.strip()[-200:])
    return ended.returncode == 0


class _App:
    """The app in a terminal of its own, 120 × 40, whose words are read as they come."""

    def __init__(self, root: Path, told: dict[str, str]) -> None:
        self._mine, theirs = pty.openpty()
        ioctl(theirs, TIOCSWINSZ, struct.pack("HHHH", 40, 120, 0, 0))
        command = [sys.executable, "-m", "okr_tui", "-w", str(root)]
        self._process = subprocess.Popen(
            command,
            stdin=theirs,
            stdout=theirs,
            stderr=theirs,
            env=told | {"TERM": "xterm-256color"},
            start_new_session=True,
        )
        os.close(theirs)
        self._read = b""
        self._news = threading.Condition()
        threading.Thread(target=self._listen, daemon=True).start()

    def __enter__(self) -> Self:
        if not self.shows("ACHIEVE"):
            raise SystemExit("the app did not open")
        os.write(self._mine, b"3")
        return self

    def __exit__(self, *_raised: object) -> None:
        self._process.kill()
        self._process.wait()
        os.close(self._mine)

    def _listen(self) -> None:
        while True:
            try:
                data = os.read(self._mine, 65536)
            except OSError:
                return
            with self._news:
                self._read = (self._read + data)[-400_000:]
                self._news.notify_all()

    def shows(self, words: str) -> bool:
        """Whether the words are painted within some time."""
        with self._news:
            return self._news.wait_for(lambda: words.encode() in self._read, PATIENCE)

    def left(self) -> bool:
        """Whether it leaves when it is told to, with nothing to complain about."""
        os.write(self._mine, b"q")
        try:
            return self._process.wait(PATIENCE) == 0
        except subprocess.TimeoutExpired:
            return False


def main(processes: int, writes: int) -> int:
    """Prints what came of it; 1 where anything was lost."""
    start = time.monotonic()
    with tempfile.TemporaryDirectory() as folder:
        found = tried(Path(folder), processes, writes)
    print(
        f"{processes} processes x {writes} writes, the app open: {found.written} written, {found.lost} lost, "
        f"{found.conflicts} conflicts, the app {'showed the last one and left' if found.shown else 'DID NOT FOLLOW'}, "
        f"{time.monotonic() - start:.0f} s"
    )
    return 0 if found.written == processes * writes and not (found.lost or found.conflicts) and found.shown else 1


if __name__ == "__main__":
    sys.exit(main(*(int(word) for word in sys.argv[1:3] or ("8", "50"))))
