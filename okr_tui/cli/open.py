"""`okr` alone: opens the app on the workspace, or says what could be done where there is none."""

import sys

from okr_tui.cli.context import Here
from okr_tui.words.language import _


def open_app(where: Here) -> None:
    """Opens the app; without a workspace, says kindly how to get one."""
    if where.found_root is None:
        sys.stdout.write(
            _("There is no workspace in this folder or above it.")
            + f"\n\n  okr init   {_('makes one here, in a few questions')}\n"
            + f"  okr demo   {_('puts a sample workspace into a folder and opens it, to look around')}\n"
            + f"  okr --help {_('says what else there is')}\n"
        )
        return
    me, today = where.me, where.today
    from okr_tui.ui.opening import run

    run(where.root, me, today, where.state, where.cache)
