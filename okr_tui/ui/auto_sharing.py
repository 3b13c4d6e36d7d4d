"""`[sync] auto`: the app shares by itself within a minute after a change, and looks every five for what others shared.

Only in a repository that its person trusts; offline it is quiet, and the next time catches up. It does not wait for an
open form: what is being typed is in no file yet, and a form offers both values where its thing has changed underneath.
"""

import asyncio
import time
from pathlib import Path
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

SOON = 45.0
"""Seconds after a change until it is shared: within a minute, and several changes in a row together."""

EVERY = 300.0
"""Seconds between two looks for what others have shared."""

TICK = 5.0
"""Seconds between two looks at the clock."""


class Rhythm:
    """When to share next.

    Args:
        revision: of the workspace as it was read first.
        now: the present moment, in seconds of any clock that only goes forward.
        soon: seconds after a change.
        every: seconds after the last time where nothing changes.
    """

    def __init__(self, revision: int, now: float, *, soon: float = SOON, every: float = EVERY) -> None:
        self._soon, self._every = soon, every
        self._revision = revision
        self._next = now + soon  # what others shared while the app was closed

    def due(self, revision: int, now: float) -> bool:
        """Whether to share now; a change is first seen here, so it is asked often.

        Args:
            revision: of the workspace as it is shown.
            now: the present moment.
        """
        if revision != self._revision:
            self._revision = revision
            self._next = min(self._next, now + self._soon)
        return now >= self._next

    def shared(self, revision: int, now: float) -> None:
        """Takes note that it was shared, or that it could not be.

        Args:
            revision: of the workspace when that began.
            now: the present moment.
        """
        self._revision = revision
        self._next = now + self._every


async def share_by_itself(
    app: "Workbench", *, soon: float = SOON, every: float = EVERY, tick: float = TICK
) -> None:  # fmt: skip
    """Goes on for as long as the app runs; does nothing while okr.toml does not ask for it.

    Args:
        app: the app.
        soon: seconds after a change until it is shared.
        every: seconds between two looks for what others shared.
        tick: seconds between two looks at the clock.
    """
    rhythm = Rhythm(app.session.workspace.revision, time.monotonic(), soon=soon, every=every)
    while True:
        await asyncio.sleep(tick)
        sync = app.session.workspace.settings.sync
        revision = app.session.workspace.revision
        if sync is None or not sync.auto or not rhythm.due(revision, time.monotonic()):
            continue
        if await asyncio.to_thread(_trusted, app.desk.root):
            app.share(quiet=True)
        rhythm.shared(revision, time.monotonic())


def _trusted(root: Path) -> bool:
    """Whether the workspace is in a repository that this person trusts."""
    from okr_tui.store.git.repository import repository_of
    from okr_tui.store.git.trust import trust_in

    try:
        repository = repository_of(root)
    except OkrError:
        return False
    return repository is not None and trust_in(repository).given
