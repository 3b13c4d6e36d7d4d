"""Everything of a workspace as one object, from which each of its files can be made again to the byte."""

import base64
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from okr_tui.store.codec import Refused, parsed
from okr_tui.store.everything import files_below
from okr_tui.store.layout import TOP
from okr_tui.store.listing import entries
from okr_tui.store.tables import bytes_of


def exported(root: Path) -> dict[str, dict[str, Any]]:
    """Path → `text`, the file as it stands, and `tables`, what it says (days and moments as ISO 8601), null where broken.

    A file that is no UTF-8 has `base64` instead of `text`; one that can't be read at all has only `error`.

    Args:
        root: the workspace folder.
    """
    return {path: _file(root, path) for path in _paths(root)}


def _file(root: Path, path: str) -> dict[str, Any]:
    data = bytes_of(root, path)
    if isinstance(data, Refused):
        return {"error": data.message}
    found = parsed(data)
    tables = None if isinstance(found, Refused) else found
    try:
        return {"text": data.decode("utf-8"), "tables": tables}
    except UnicodeDecodeError:
        return {"base64": base64.b64encode(data).decode("ascii"), "tables": tables}


def _paths(root: Path) -> Iterator[str]:
    present = {entry.name for entry in entries(root, ".")}
    yield from (name for name in TOP if name in present)
    yield from (path for path in files_below(root, "cycles", legs=True) if path.endswith(".toml"))
