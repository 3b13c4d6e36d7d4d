"""Which repositories this person trusts: kept in the user's state folder, never in what may have been made by others."""

import json
import re
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.store.git.repository import Repository
from okr_tui.store.own_files import write_private
from okr_tui.store.state import repository_state

_FILE = "trust.json"
_WORK_TREE = re.compile(r"^\s*worktree\s*=\s*(\S.*?)\s*$", re.MULTILINE | re.IGNORECASE)


class Trust(NamedTuple):
    """What this machine knows about a repository.

    Attributes:
        given: whether a person has said that they trust it, in this work tree.
        drivers: the merge driver commands that okr has written into its configuration.
        trees: the work trees for which it was said, beside those that the repository itself knows of.
    """

    given: bool
    drivers: frozenset[str]
    trees: frozenset[str] = frozenset()


def trust_in(repository: Repository) -> Trust:
    """What this machine knows about a repository."""
    said = _read(repository_state(repository.common) / _FILE)
    if said.get("path") != str(repository.common) or said.get("made") != _made(repository.common):
        return Trust(given=False, drivers=frozenset())
    drivers, trees = _texts(said.get("drivers")), _texts(said.get("trees"))
    here = str(repository.top.resolve()) in trees or _knows_its_tree(repository)
    return Trust(said.get("given") is True and here, drivers, trees)


def trust(repository: Repository) -> None:
    """Remembers that a person trusts this repository; another one that later stands in its place is not trusted.

    Raises:
        OSError: the state folder can't be written.
    """
    known = trust_in(repository)
    _keep(repository, known._replace(given=True, trees=known.trees | {str(repository.top.resolve())}))


def note_driver(repository: Repository, command: str) -> None:
    """Remembers that okr writes this merge driver into the configuration of a repository.

    Raises:
        OSError: the state folder can't be written.
    """
    known, said = trust_in(repository), _read(repository_state(repository.common) / _FILE).get("given") is True
    _keep(repository, known._replace(given=said, drivers=known.drivers | {command}))


def _knows_its_tree(repository: Repository) -> bool:
    """Whether the repository itself says that this is a work tree of it.

    A file `.git` in a stranger's folder may lead to a repository that a person trusts; that one knows nothing of it.
    """
    door, top = repository.top / ".git", repository.top.resolve()
    if not door.is_symlink() and door.is_dir():
        return repository.common.parent == top
    try:
        linked = repository.folder / "gitdir"
        if linked.is_file():  # of a linked work tree: where its file `.git` is
            there = linked.read_text(encoding="utf-8", errors="surrogateescape").rstrip("\n")
            return (repository.folder / there).resolve() == door.resolve()
        tree = _WORK_TREE.search((repository.folder / "config").read_text(encoding="utf-8", errors="surrogateescape"))
    except OSError:
        return False
    return tree is not None and (repository.folder / tree[1]).resolve() == top  # of a submodule


def _texts(said: object) -> frozenset[str]:
    return frozenset(each for each in said if isinstance(each, str)) if isinstance(said, list) else frozenset()


def _keep(repository: Repository, now: Trust) -> None:
    folder = repository_state(repository.common)
    told = {
        "path": str(repository.common), "made": _made(repository.common),
        "given": now.given, "drivers": sorted(now.drivers), "trees": sorted(now.trees),
    }  # fmt: skip
    write_private(folder / _FILE, json.dumps(told).encode())


def _made(folder: Path) -> int:
    """What tells a folder from another one that takes its place."""
    try:
        return folder.stat().st_ino
    except OSError:
        return -1


def _read(file: Path) -> dict[str, Any]:
    try:
        said: Any = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return said if isinstance(said, dict) else {}
