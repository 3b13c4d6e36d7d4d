"""Where records of conflicts stand in cycles that nobody has read: found by their heading, without parsing a file."""

import re
from collections.abc import Iterable
from pathlib import Path

from okr_tui.store.codec import LARGEST_FILE

_HEADING = re.compile(rb"^\s*\[\[\s*\"?conflict\"?\s*\]\]", re.MULTILINE)


def cycles_with_records(root: Path, cycles: Iterable[str]) -> list[str]:
    """The cycles of which a file holds such a record.

    Args:
        root: the workspace folder.
        cycles: ids of cycles, as they were read from the folder.
    """
    return [cycle for cycle in cycles if any(_holds(file) for file in Path(root, "cycles", cycle).rglob("*.toml"))]


def _holds(file: Path) -> bool:
    try:
        if file.is_symlink() or not file.is_file() or file.stat().st_size > LARGEST_FILE:
            return False
        return _HEADING.search(file.read_bytes()) is not None
    except OSError:
        return False
