"""`okr` alone: opens the app on the workspace, or says what could be done where there is none."""

import os
import sys
from pathlib import Path

from okr_tui.cli.context import Here
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.words.language import _


def open_app(where: Here) -> None:
    """Opens the app; without a workspace, says kindly how to get one."""
    if where.found_root is None:
        from okr_tui.store.git.elsewhere import on_another_branch

        if elsewhere := on_another_branch(where.start):
            raise OkrError(elsewhere)
        ways = (
            ("okr init", _("makes one here, in a few questions")),
            ("okr demo", _("puts a sample workspace into a folder and opens it, to look around")),
            ("okr --help", _("says what else there is")),
        )
        told = "".join(f"  {command:<10} {what}\n" for command, what in ways)
        sys.stdout.write(_("There is no workspace in this folder or above it.") + f"\n\n{told}")
        return
    me, today = where.me, where.today
    if os.environ.get("TERM") == "dumb":
        raise WrongUsage(
            _(
                "This terminal (TERM=dumb) can't show the app; “okr due” and the other commands of “okr --help” work in it."
            )
        )
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise WrongUsage(
            _("The app needs a terminal; “okr due” and the other commands of “okr --help” work without one.")
        )
    from okr_tui.ui.opening import run

    run(where.root, me, today, where.state, where.cache)


def open_ritual(where: Here, kind: str | None, team: str | None, minutes: int | None, copy: Path | None) -> str:
    """Opens the app on a ritual.

    Args:
        where: the workspace, and who presents.
        kind: which ritual; None lets the person choose.
        team: id of the team; None for the person's own.
        minutes: how much time there is; None for as much as was agreed.
        copy: a copy of the workspace that is presented in place of it, for training.

    Returns:
        The minutes, where the ritual is over; else "".
    """
    me, today = where.me, where.today
    there = where if copy is None else Here(str(copy), me, where.today_option)
    from okr_tui.ui.opening import run

    return run(there.root, me, today, there.state, there.cache, (kind, team, minutes))
