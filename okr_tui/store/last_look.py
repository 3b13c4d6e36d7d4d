"""When a person last looked at a workspace on this machine: what happened since is news to them."""

import json
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import Any

from okr_tui.store.own_files import write_private

_FILE = "looked.json"


def last_look(state: Path, person: str, today: date) -> date | None:
    """The day before today on which a person last looked; None for the first time. Today's look is remembered.

    All looks of one day answer the same, so that what was new in the morning can still be read at noon.

    Args:
        state: this machine's state folder for the workspace.
        person: who looks.
        today: the day that counts as today.
    """
    kept = _read(state / _FILE)
    seen, since = _days(kept.get(person))
    if seen is None or seen > today:
        since = None
    elif seen < today:
        since = seen
    else:
        return since
    kept[person] = {"seen": today.isoformat(), **({"since": since.isoformat()} if since else {})}
    _write(state / _FILE, kept)
    return since


def _days(said: Any) -> tuple[date | None, date | None]:
    told = said if isinstance(said, dict) else {}
    return _day(told.get("seen")), _day(told.get("since"))


def _day(said: Any) -> date | None:
    try:
        return date.fromisoformat(said)
    except (TypeError, ValueError):
        return None


def _read(file: Path) -> dict[str, Any]:
    try:
        kept: Any = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _write(file: Path, kept: dict[str, Any]) -> None:
    """Keeps the days; where that fails the next look is told the same news again, which harms nobody."""
    with suppress(OSError):
        write_private(file, json.dumps(kept).encode())
