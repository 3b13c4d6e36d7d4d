"""What the history of git tells about a workspace: versions of plans, teams, people and settings; never a journal's.

Only a repository that a person trusts is asked, and only so many commits, for so many seconds: the newest go first.
"""

import os
import time
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.comparing import Version
from okr_tui.domain.errors import OkrError
from okr_tui.store.change import Tables
from okr_tui.store.codec import LARGEST_FILE, parsed
from okr_tui.store.git.blobs import contents
from okr_tui.store.git.opening import refused_in
from okr_tui.store.git.process import Git
from okr_tui.store.git.repository import commit_of, repository_of
from okr_tui.store.git.trust import trust_in
from okr_tui.store.layout import place_of

COMMITS = 200
"""How many commits are looked at, those that touch what is asked for."""

FILES = 400
"""How many versions of files are read."""

SECONDS = 4.0
"""How long it may take; what was read by then is told."""

_PATHS = tuple(
    f":(glob){path}"
    for path in (
        "okr.toml", "people.toml", "teams.toml", "cycles/*/cycle.toml", "cycles/*/okrs/*.toml", "cycles/*/review/*.toml"
    )
)  # fmt: skip
_OURS = "OKR: "
_ENVIRONMENT = {"GIT_LITERAL_PATHSPECS": "0", "GIT_NO_LAZY_FETCH": "1", "GIT_NO_REPLACE_OBJECTS": "1"}


class Log(NamedTuple):
    """Git at hand for reading, and the commit that is checked out."""

    git: Git
    root: Path
    head: str


class _Commit(NamedTuple):
    at: datetime
    email: str
    name: str
    subject: str


class _Touched(NamedTuple):
    commit: _Commit
    path: str
    old: str
    new: str


def log_of(root: Path) -> Log | None:
    """The history of a workspace's repository; None where there is none, it isn't trusted, or has no commit.

    Args:
        root: the workspace folder.
    """
    try:
        repository = repository_of(root)
        if repository is None or not trust_in(repository).given:
            return None
        git = Git(repository.top)
        if refused_in(git, repository):
            return None
        head = commit_of(git, "HEAD")
    except OkrError:
        return None
    return None if head is None else Log(git.with_environment(_ENVIRONMENT), root, head)


def versions(log: Log, *, since: date | None = None, path: str | None = None) -> tuple[Version, ...]:
    """The versions of the workspace's files, the newest first.

    The first commit of all tells nothing: what it holds was there.

    Args:
        log: the history.
        since: only what was committed on this day or later.
        path: only this file of the workspace; None for all but journals.

    Raises:
        OkrError: git fails.
    """
    until = time.monotonic() + SECONDS
    commits = _commits(log, since, path)
    touched = list(_touched(log, commits, path))[:FILES]
    blobs = contents(log.git, dict.fromkeys(blob for each in touched for blob in (each.new, each.old) if blob))
    known: dict[str, Tables | None] = {"": {}}
    found = []
    for each in touched:
        if time.monotonic() > until:
            break
        for blob in (each.new, each.old):
            if blob not in known:
                known[blob] = _tables(blobs[blob])
        before, after, place = known[each.old], known[each.new], place_of(each.path)
        if before is None or after is None or place is None:
            continue  # one of the two can't be read: nothing can be told apart
        commit = each.commit
        note = None if commit.subject.startswith(_OURS) else commit.subject or None
        team = place.name if place.kind in {"plan", "review"} else ""
        found.append(Version(commit.at, commit.email, commit.name, note, place.cycle, team, before, after))
    return tuple(found)


def _asked(path: str | None) -> tuple[str, ...]:
    return _PATHS if path is None else (f":(literal){path}",)


def _commits(log: Log, since: date | None, path: str | None) -> dict[str, _Commit]:
    """Who committed what when, by the names of the commits."""
    shown = "--format=%H%x1f%aI%x1f%ae%x1f%an%x1f%s"
    days = () if since is None else (f"--since={since.isoformat()}T00:00:00",)
    asked = ("rev-list", "-n", str(COMMITS), "--no-merges", "--encoding=UTF-8", *days, shown, log.head, "--")
    answer = log.git.ask("-C", str(log.root), *asked, *_asked(path), within=SECONDS)
    found = {}
    for line in answer.out.decode("utf-8", "replace").split("\n"):
        fields = line.split("\x1f", 4)
        if len(fields) != 5:
            continue
        name, at, email, who, subject = fields
        try:
            found[name] = _Commit(datetime.fromisoformat(at), email, who, subject)
        except ValueError:
            continue  # a day that no calendar has
    return found


def _touched(log: Log, commits: dict[str, _Commit], path: str | None) -> Iterator[_Touched]:
    """The files that each of them changed, with the names of their contents before and after."""
    if not commits:
        return
    feed = "".join(f"{name}\n" for name in commits).encode()
    asked = ("diff-tree", "--stdin", "-r", "-z", "--no-renames", "--no-ext-diff", "--relative", "--")
    answer = log.git.ask("-C", str(log.root), *asked, *_asked(path), feed=feed, within=SECONDS)
    fields = iter(answer.out.split(b"\0"))
    commit: _Commit | None = None
    for field in fields:
        if not field.startswith(b":"):
            commit = commits.get(field.decode("ascii", "replace").strip())
            continue
        _old_mode, _new_mode, old, new, _status = field[1:].decode("ascii", "replace").split(" ")
        name = os.fsdecode(next(fields, b""))
        if commit is not None and place_of(name) is not None:
            yield _Touched(commit, name, old.strip("0") and old, new.strip("0") and new)


def _tables(data: bytes) -> Tables | None:
    if len(data) > LARGEST_FILE:
        return None
    found = parsed(data)
    return found if isinstance(found, dict) else None
