"""When an app under test has done all that a key began: known from its event loop, not guessed from the clock.

Textual's own pilot looks for twenty milliseconds, twice a key, whether the process uses little of the processor, and has every widget
of the screen call back. The first is slow where nothing happens, and wrong where another program has the processor; the second is
most of the work that a key makes. Here a key is done when the loop has nothing left to run, no thread is at work, and every
widget waits for its next message.
"""

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from typing import Any

import pytest
from textual._context import active_app
from textual.pilot import Pilot

SOON = 0.02
"""Seconds within which something that is due is waited for, as Textual's pilot does."""
_own_wait_for_screen = Pilot._wait_for_screen
_own_press = Pilot.press

LONGEST = 30.0
"""Seconds after which an app that is still at work is let go on: a machine may be busy with other programs."""

FOR_EVER = 1.0
"""Seconds after which what never ends is no longer waited for: a timer that begins anew, the thread that watches a folder."""


@contextmanager
def known_when_quiet() -> Iterator[None]:
    """Every pilot goes on when the app is quiet."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("textual.app.wait_for_idle", until_quiet)
        patch.setattr("textual.pilot.wait_for_idle", until_quiet)
        patch.setattr(Pilot, "_wait_for_screen", _every_widget_rests)
        patch.setattr(Pilot, "press", _press_when_quiet)
        yield


async def _press_when_quiet(pilot: Pilot[Any], *keys: str) -> None:
    """Presses keys once the app rests: what a test did before, such as going to a place, stands on the screen then."""
    await _every_widget_rests(pilot)
    await _own_press(pilot, *keys)


async def until_quiet(min_sleep: float = 0, max_sleep: float = LONGEST) -> None:
    """Lets the app go on until nothing is left to do: no step, no thread, no timer due soon, nothing to paint.

    Takes the place of Textual's `wait_for_idle`.
    """
    del min_sleep
    loop: Any = asyncio.get_running_loop()
    end, patient = loop.time() + max_sleep, loop.time() + FOR_EVER
    watching = getattr(active_app.get(None), "_watching", False)
    while loop.time() < end:
        await asyncio.sleep(0)
        if loop._ready:
            continue
        if _threads_work(loop) and not (watching and loop.time() > patient):
            await asyncio.sleep(0.001)
        elif loop.time() < patient and (due := _due_soon(loop)):
            await asyncio.sleep(max(0, due - loop.time()))
        elif not _painted():
            return


async def _every_widget_rests(pilot: Pilot[Any], timeout: float = 30) -> bool:  # noqa: ASYNC109 - Textual's own name
    """Waits until every widget of the screen has done what it was told; one that is in the middle of it is waited for as Textual does."""
    await until_quiet()
    app = pilot.app
    pumps = [app, *app.screen.walk_children(with_self=True)] if app._screen_stack else []
    return all(pump._message_queue.ready_event._waiters for pump in pumps) or await _own_wait_for_screen(pilot, timeout)


def _threads_work(loop: Any) -> bool:
    """Whether a thread is at what the app gave it."""
    pool: ThreadPoolExecutor | None = loop._default_executor
    return pool is not None and (pool._work_queue.qsize() > 0 or pool._idle_semaphore._value < len(pool._threads))


def _due_soon(loop: Any) -> float | None:
    """When the next timer goes off, if that is soon; that a screen may be painted again is not waited for, as it is painted at once."""
    app: Any = active_app.get(None)
    paints = {
        screen._update_timer._task._fut_waiter
        for screen in (app._screen_stack if app else ())
        if screen._update_timer._task
    }
    until = loop.time() + SOON
    times = [
        handle.when() for handle in loop._scheduled
        if not handle.cancelled() and handle.when() <= until and not paints.intersection(handle._args or ())
    ]  # fmt: skip
    return min(times, default=None)


def _painted() -> bool:
    """Paints what waits for its turn; whether there was anything."""
    app: Any = active_app.get(None)
    if app is None or not app._screen_stack or not app._screen_stack[-1]._update_timer._active.is_set():
        return False
    app._screen_stack[-1]._on_timer_update()
    return True
