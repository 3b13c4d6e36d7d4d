"""Before anything is read: what a kill or a power cut left half done is finished; costs one look where nothing was."""

import os
from contextlib import suppress
from pathlib import Path

from okr_tui.domain.errors import OkrError


def finish_interrupted(root: Path, state: Path) -> None:
    """Finishes changes of several files that were interrupted; where the disk forbids it, the next writer tries again.

    Args:
        root: the workspace folder.
        state: this machine's state folder for the workspace.
    """
    try:
        waiting = os.listdir(state / "pending")  # noqa: PTH208 - the quickest way to see that it is empty
    except OSError:
        return
    if waiting:
        from okr_tui.store.recovery import recovered

        with suppress(OkrError, OSError):
            recovered(root, state)
