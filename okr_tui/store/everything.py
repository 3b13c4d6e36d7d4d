"""Every file of the cycles, whatever it is called: for who looks for what is wrong, and for who takes all of it along."""

from collections.abc import Iterator
from pathlib import Path

from okr_tui.store.disk import TEMPORARY
from okr_tui.store.listing import entries, is_folder

_DEEPEST = 6
_LEGS = "legs"


def files_below(root: Path, folder: str, *, legs: bool) -> Iterator[str]:
    """Everything in a folder of the cycles that is no folder; neither what is hidden nor what is half written.

    Args:
        root: the workspace folder.
        folder: "cycles", or one in it.
        legs: whether the copies are wanted that the legs of the W have left.
    """
    depth = folder.count("/")
    for entry in entries(root, folder):
        path = f"{folder}/{entry.name}"
        if entry.name.startswith((".", TEMPORARY)):
            continue
        if not is_folder(entry):
            yield path
        elif depth < _DEEPEST and (legs or depth != 1 or entry.name != _LEGS):
            yield from files_below(root, path, legs=legs)
