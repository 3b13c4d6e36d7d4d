"""What is said where there is no workspace: how to get one, or on which branch of this clone it is."""

from pathlib import Path

from okr_tui.store.git.elsewhere import on_another_branch
from okr_tui.words.language import _


def no_workspace(start: Path) -> str:
    """Why there is no workspace, and what to do, as one sentence.

    Args:
        start: the folder from which it was looked for.
    """
    told = _("There is no workspace in {folder} or above it; “okr init” makes one, “okr demo” shows one.")
    folder = _("this folder") if start == Path() else start
    return on_another_branch(start) or told.format(folder=folder)
