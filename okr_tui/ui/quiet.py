"""What is made ready behind waits while somebody presses keys: a key that is pressed has the whole processor."""

import asyncio
import math
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

READS, PAUSE = 0.3, 0.1
"""Seconds that a person looks at the first screen; seconds after a key when its answer stands there and is being read."""


class Keys:
    """When a key was pressed last, and since when the first screen has been there."""

    def __init__(self) -> None:
        self._quiet_from = math.inf

    def shown(self, now: float) -> None:
        """The first screen stands there.

        Args:
            now: seconds of a clock that only goes forward.
        """
        self._quiet_from = now + READS

    def pressed(self, now: float) -> None:
        """A key was pressed."""
        self._quiet_from = max(self._quiet_from, now + PAUSE)

    def left(self, now: float) -> float:
        """Seconds until nobody waits for anything; 0 where nobody does, infinite before the first screen."""
        return max(0.0, self._quiet_from - now)


async def until_quiet(keys: Keys) -> None:
    """Waits until nobody waits for the answer to a key."""
    while left := keys.left(time.monotonic()):  # noqa: ASYNC110 - what ends it is that nothing happens
        await asyncio.sleep(left)


async def make_ready(app: "Workbench") -> None:
    """What a person will want next, one piece after the other, each when it is quiet.

    The places are imported and what they say is worked out, so that going there is quick; then, in pieces that a large
    workspace makes long, what was read is kept for the next start, and conflict copies of a synced folder are merged.
    """
    from okr_tui.ui.places import PLACES
    from okr_tui.ui.sharing import absorb_copies

    for entry in PLACES:
        await until_quiet(app.keys)
        await asyncio.to_thread(entry.load)
    for work in app.session.to_prepare():
        await until_quiet(app.keys)
        await asyncio.to_thread(work)
    await until_quiet(app.keys)
    app.work_behind(app.desk.keep)
    await absorb_copies(app)
