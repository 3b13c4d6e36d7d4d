"""Which repositories this person trusts: kept in the user's state folder, never in what may have been made by others."""

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.store.git.repository import Repository
from okr_tui.store.state import repository_state

_FILE = "trust.json"


class Trust(NamedTuple):
    """What a person has said about a repository.

    Attributes:
        drivers: the merge driver commands that okr has written into its configuration.
    """

    drivers: frozenset[str]


def trust_in(repository: Repository) -> Trust | None:
    """What a person has said about this repository; None when it is not trusted."""
    said = _read(repository_state(repository.common) / _FILE)
    if said.get("path") != str(repository.common) or said.get("made") != _made(repository.common):
        return None
    drivers = said.get("drivers")
    return Trust(
        frozenset(each for each in drivers if isinstance(each, str)) if isinstance(drivers, list) else frozenset()
    )


def trust(repository: Repository, *drivers: str) -> Trust:
    """Remembers that a person trusts this repository, and which drivers okr writes into it.

    Another repository that later stands in the same place is not trusted.

    Raises:
        OSError: the state folder can't be written.
    """
    known = trust_in(repository) or Trust(frozenset())
    now = Trust(known.drivers | set(drivers))
    folder = repository_state(repository.common)
    folder.mkdir(parents=True, exist_ok=True)
    new = folder / f".{_FILE}-{os.getpid()}"
    told = {"path": str(repository.common), "made": _made(repository.common), "drivers": sorted(now.drivers)}
    new.write_text(json.dumps(told), encoding="utf-8")
    new.replace(folder / _FILE)
    return now


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
