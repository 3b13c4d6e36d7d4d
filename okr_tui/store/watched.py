"""Which folders of a workspace are watched: those that people write into now."""

from collections.abc import Iterable
from pathlib import Path

from okr_tui.store.listing import entries, is_folder


def watched_folders(root: Path, cycles: Iterable[str]) -> tuple[str, ...]:
    """The folders to watch, each for itself: the workspace, its list of cycles, and what some cycles consist of.

    A large workspace has tens of thousands of files in cycles that are closed; to watch them all takes a quarter of a second.

    Args:
        root: the workspace folder.
        cycles: ids of the cycles in which something may be written.
    """
    found = ["", "cycles"] if entries(root, "cycles") else [""]
    for cycle in cycles:
        above = f"cycles/{cycle}"
        if not (below := _folders(root, above)):
            continue
        found += [above, *below]
        if f"{above}/journal" in below:
            found += _folders(root, f"{above}/journal")
    return tuple(str(root / folder) for folder in found)


def _folders(root: Path, above: str) -> list[str]:
    return [f"{above}/{entry.name}" for entry in entries(root, above) if is_folder(entry)]
