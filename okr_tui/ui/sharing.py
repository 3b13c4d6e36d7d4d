"""Sharing from within the app: in a thread of its own, so that no key waits for a network."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, cast

from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.store.copies import Absorbed
    from okr_tui.store.git.sync import Step
    from okr_tui.ui.workbench import Workbench

T = TypeVar("T")

_MINUTE, _HOUR, _DAY = 60, 3600, 86400


async def share(app: "Workbench", *, quiet: bool = False) -> None:
    """Shares the workspace and says what came of it; what others changed is shown at once.

    Args:
        app: the app; its top bar says meanwhile how far it is.
        quiet: nobody has asked for it: only what a person must do is said, and each of it once.
    """
    from okr_tui.actions.sharing import outcome, waits
    from okr_tui.actions.sharing import share as shared_now

    desk, loop = app.desk, asyncio.get_running_loop()

    def step(what: "Step") -> None:
        with suppress(RuntimeError):  # the app is gone
            loop.call_soon_threadsafe(app.say_sharing, _steps()[what])

    try:
        shared = await in_background(lambda: shared_now(desk.root, desk.state, desk.me, step))
        app.follow(await asyncio.to_thread(desk.again, app.session))
    except OkrError as error:
        from okr_tui.words.failures import sentence

        _say_once(app, sentence(error), again=not quiet)
        return
    finally:
        app.say_sharing("")
    if shared.followed is not None:
        told = _("The shared branch was renamed; this clone follows it to {branch}.")
        app.notify(told.format(branch=one_line(shared.followed)), markup=False)
    if not quiet:
        app.notify(outcome(shared), timeout=8 if shared.request else 4)
    elif shared.request is not None:
        _say_once(app, waits(shared.request, shared.link), again=False)
    for path, why in shared.unready:
        left_out = _("{file} can't be read and was left out: {why}")
        _say_once(app, left_out.format(file=path, why=why), again=not quiet)
    if shared.conflicts:
        _say_conflicts(app, shared.conflicts)


def _steps() -> dict["Step", str]:
    return {"commit": _("syncing: committing"), "fetch": _("syncing: fetching"), "send": _("syncing: sending")}


async def in_background(work: Callable[[], T]) -> T:
    """Does something long in a thread that the app does not wait for when it is closed; a sync may end at any point."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[T] = loop.create_future()

    def settle(result: T | None, error: BaseException | None) -> None:
        if future.cancelled():
            return
        if error is not None:
            future.set_exception(error)
        else:
            future.set_result(cast("T", result))

    def run() -> None:
        result, failed = None, None
        try:
            result = work()
        except BaseException as error:  # noqa: BLE001 - handed on to whoever waits
            failed = error
        with suppress(RuntimeError):  # the app is closed
            loop.call_soon_threadsafe(settle, result, failed)

    threading.Thread(target=run, name="sharing", daemon=True).start()
    return await future


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


def _say_once(app: "Workbench", words: str, *, again: bool) -> None:
    """A note; with `again` also where the same was said before."""
    if again or words not in app.said_of_sharing:
        app.notify(words, severity="warning", timeout=8)
    app.said_of_sharing.add(words)


def _say_conflicts(app: "Workbench", n: int) -> None:
    words = ngettext(
        "{n} thing was changed differently by two people; C shows it.",
        "{n} things were changed differently by two people; C shows them.",
        n,
    )
    app.notify(words.format(n=n), severity="warning", timeout=8)
