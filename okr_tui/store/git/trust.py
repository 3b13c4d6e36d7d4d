"""Which repositories this person trusts: kept in the user's state folder, never in what may have been made by others."""

import json
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.store.git.repository import Repository
from okr_tui.store.own_files import write_private
from okr_tui.store.state import repository_state

_FILE = "trust.json"


class Trust(NamedTuple):
    """What this machine knows about a repository.

    Attributes:
        given: whether a person has said that they trust it.
        drivers: the merge driver commands that okr has written into its configuration.
    """

    given: bool
    drivers: frozenset[str]


def trust_in(repository: Repository) -> Trust:
    """What this machine knows about a repository."""
    said = _read(repository_state(repository.common) / _FILE)
    if said.get("path") != str(repository.common) or said.get("made") != _made(repository.common):
        return Trust(given=False, drivers=frozenset())
    drivers = said.get("drivers")
    known = [each for each in drivers if isinstance(each, str)] if isinstance(drivers, list) else []
    return Trust(said.get("given") is True, frozenset(known))


def trust(repository: Repository) -> None:
    """Remembers that a person trusts this repository; another one that later stands in its place is not trusted.

    Raises:
        OSError: the state folder can't be written.
    """
    _keep(repository, trust_in(repository)._replace(given=True))


def note_driver(repository: Repository, command: str) -> None:
    """Remembers that okr writes this merge driver into the configuration of a repository.

    Raises:
        OSError: the state folder can't be written.
    """
    known = trust_in(repository)
    _keep(repository, known._replace(drivers=known.drivers | {command}))


def _keep(repository: Repository, now: Trust) -> None:
    folder = repository_state(repository.common)
    told = {
        "path": str(repository.common), "made": _made(repository.common),
        "given": now.given, "drivers": sorted(now.drivers),
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
