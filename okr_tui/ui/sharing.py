"""Sharing from within the app: in a thread of its own, so that no key waits for a network."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.store.copies import Absorbed
    from okr_tui.ui.workbench import Workbench

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


async def share(app: "Workbench") -> None:
    """Shares the workspace and says what came of it; what others changed is shown at once."""
    from okr_tui.actions.sharing import outcome
    from okr_tui.actions.sharing import share as shared_now

    desk = app.desk
    app.notify(_("Sharing …"), timeout=2)
    try:
        shared = await asyncio.to_thread(shared_now, desk.root, desk.state, desk.me)
        app.follow(await asyncio.to_thread(desk.again, app.session))
    except OkrError as error:
        from okr_tui.words.failures import sentence

        app.notify(sentence(error), severity="warning", timeout=8)
        return
    app.notify(outcome(shared), timeout=4)
    for path, why in shared.unready:
        app.notify(_("{file} can't be read and was left out: {why}").format(file=path, why=why), severity="warning")
    if shared.conflicts:
        _say_conflicts(app, shared.conflicts)


async def absorb_copies(app: "Workbench") -> None:
    """Merges the conflict copies that a synced folder has left; looks at names alone where there are none."""
    from okr_tui.store.copies import absorb

    try:
        told: Absorbed = await asyncio.to_thread(absorb, app.desk.root, app.desk.state)
    except OkrError:
        return  # somebody has been writing all the time; the next start looks again
    for path, why in told.left:
        words = _("The conflict copy {file} could not be merged: {why}")
        app.notify(words.format(file=path, why=why), severity="warning")
    if told.merged:
        app.follow(await asyncio.to_thread(app.desk.again, app.session))
        n = len(told.merged)
        words = ngettext("{n} conflict copy is merged.", "{n} conflict copies are merged.", n)
        app.notify(words.format(n=n), timeout=4)
    if told.conflicts:
        _say_conflicts(app, told.conflicts)


def shared_ago(state: Path, now: datetime) -> str:
    """How long ago the workspace was shared from here, and where it waits to be merged: "synced 2 min ago, okr/noa waits …".

    "" when it never was.

    Args:
        state: this machine's state folder for the workspace.
        now: the present moment.
    """
    from okr_tui.store.state import last_shared, waiting_request

    when = last_shared(state)
    if when is None:
        return ""
    told = _ago(max(0.0, (now - when).total_seconds()))
    request = one_line(waiting_request(state))
    return told if not request else _("{ago}, {branch} waits to be merged").format(ago=told, branch=request)


def _ago(seconds: float) -> str:
    if seconds < _MINUTE:
        return _("synced just now")
    if seconds < _HOUR:
        return _("synced {n} min ago").format(n=int(seconds // _MINUTE))
    if seconds < _DAY:
        return _("synced {n} h ago").format(n=int(seconds // _HOUR))
    days = int(seconds // _DAY)
    return ngettext("synced {n} day ago", "synced {n} days ago", days).format(n=days)


def _say_conflicts(app: "Workbench", n: int) -> None:
    words = ngettext(
        "{n} thing was changed differently by two people; “okr resolve” shows it.",
        "{n} things were changed differently by two people; “okr resolve” shows them.",
        n,
    )
    app.notify(words.format(n=n), severity="warning", timeout=8)
