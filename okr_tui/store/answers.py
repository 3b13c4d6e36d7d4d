"""Answers for scripts, kept while no file of the workspace has changed: giving one again costs a look at the files.

A script asks `okr status --json` again and again, mostly for what nobody has changed meanwhile. An answer is kept with
the day, the question and the size, times and inode of every file that was read for it; as everywhere (`store.kept`), it
is not trusted when a file changed so shortly before that another change might show the same time.
"""

import json
import os
from collections.abc import Iterable, Sequence
from datetime import date
from hashlib import blake2b
from pathlib import Path

from okr_tui import __version__
from okr_tui.store.interrupted import finish_interrupted
from okr_tui.store.layout import TOP
from okr_tui.store.listing import cycle_ids, files_of
from okr_tui.store.own_files import write_private

_FILE = "answers.json"
_MOST = 8
_RACY = 2_000_000_000  # nanoseconds

Question = Sequence[str | None]
"""The verb and everything else that the answer depends on but for the day and the files."""


def said_before(root: Path, state: Path, cache: Path, today: date, asked: Question) -> str | None:
    """The answer to a question, where it was asked before of the same files on the same day; else None.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace: what was left half done there is finished first.
        cache: its cache folder.
        today: the day that counts as today.
        asked: the question.
    """
    finish_interrupted(root, state)
    try:
        with (cache / _FILE).open("rb") as stream:
            kept_at = os.fstat(stream.fileno()).st_mtime_ns
            kept = json.loads(stream.read())
        reading, (digest, newest, text) = kept["reading"], kept["answers"][_key(today, asked)]
    except (OSError, ValueError, TypeError, KeyError):
        return None
    if newest >= kept_at - _RACY or not isinstance(text, str):
        return None
    return text if _digest(root, reading)[0] == digest else None


def remember(root: Path, cache: Path, today: date, asked: Question, text: str, files: Iterable[str]) -> None:
    """Keeps an answer.

    Args:
        root: the workspace folder.
        cache: this machine's cache folder for the workspace; where it can't be written nothing is kept.
        today: the day that counts as today.
        asked: the question.
        text: the answer.
        files: the files that were read for it.
    """
    reading: dict[str, list[str]] = {cycle: [] for cycle in cycle_ids(root)}
    for path in files:
        _cycles, cycle, folder = [*path.split("/"), "", ""][:3]
        if folder in {"okrs", "review", "journal"} and folder not in reading.setdefault(cycle, []):
            reading[cycle].append(folder)
    digest, newest = _digest(root, reading)
    try:
        kept = json.loads((cache / _FILE).read_bytes())
        answers = {key: each for key, each in kept["answers"].items() if each[0] == digest}
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        answers = {}
    answers[_key(today, asked)] = [digest, newest, text]
    try:
        kept = {"reading": reading, "answers": dict([*answers.items()][-_MOST:])}
        write_private(cache / _FILE, json.dumps(kept).encode())
    except OSError:
        return


def _key(today: date, asked: Question) -> str:
    return json.dumps([__version__, today.isoformat(), *asked])


def _digest(root: Path, reading: dict[str, list[str]]) -> tuple[str, int]:
    """What tells that nothing has changed, and when something did last, in ns."""
    told, newest = blake2b(digest_size=16), 0
    for path, status in _statuses(root, reading):
        if status is None:
            told.update(f"{path}\n".encode())
            continue
        newest = max(newest, status.st_mtime_ns, status.st_ctime_ns)
        told.update(f"{path} {status.st_size} {status.st_mtime_ns} {status.st_ctime_ns} {status.st_ino}\n".encode())
    return told.hexdigest(), newest


def _statuses(root: Path, reading: dict[str, list[str]]) -> Iterable[tuple[str, os.stat_result | None]]:
    for path in (*TOP, *(f"cycles/{cycle}/cycle.toml" for cycle in cycle_ids(root))):
        try:
            yield path, os.stat(root / path)  # noqa: PTH116
        except OSError:
            yield path, None
    for cycle, folders in reading.items():
        yield from files_of(root, cycle, tuple(folders), ())
