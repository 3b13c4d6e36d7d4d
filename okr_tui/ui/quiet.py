"""What is made ready behind waits while somebody presses keys: a key that is pressed has the whole processor."""

import asyncio
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

PAUSE = 0.5
"""Seconds without a key after which nobody is waiting for an answer."""


class Keys:
    """When a key was pressed last.

    Args:
        now: seconds of a clock that only goes forward.
    """

    def __init__(self, now: float) -> None:
        self._last = now

    def pressed(self, now: float) -> None:
        """A key was pressed."""
        self._last = now

    def left(self, now: float) -> float:
        """Seconds until it has been quiet for long enough; 0 where it has."""
        return max(0.0, self._last + PAUSE - now)


async def until_quiet(keys: Keys) -> None:
    """Waits until nobody has pressed a key for a while."""
    while left := keys.left(time.monotonic()):  # noqa: ASYNC110 - what ends it is that nothing happens
        await asyncio.sleep(left)


async def make_ready(app: "Workbench") -> None:
    """What a person will want next, one piece after the other, each when it is quiet.

    What was read is kept for the next start, conflict copies of a synced folder are merged, the places are imported, and
    what they say is worked out, so that going there is quick.
    """
    from okr_tui.ui.places import PLACES
    from okr_tui.ui.sharing import absorb_copies

    await until_quiet(app.keys)
    app.work_behind(app.desk.keep)
    await absorb_copies(app)
    for entry in PLACES:
        await until_quiet(app.keys)
        await asyncio.to_thread(entry.load)
    for work in app.session.to_prepare():
        await until_quiet(app.keys)
        await asyncio.to_thread(work)
