"""What is made ready behind waits while somebody presses keys: a key that is pressed has the whole processor."""

import asyncio
import math
import time
from collections.abc import Iterator
from contextlib import contextmanager

READS, PAUSE = 0.3, 0.1
"""Seconds that a person looks at the first screen; seconds after a key when its answer stands there and is being read."""


class Keys:
    """When a key was pressed last, and since when the first screen has been there."""

    def __init__(self) -> None:
        self._shown = self._answered = math.inf
        self._answering = 0

    def shown(self, now: float) -> None:
        """The first screen stands there.

        Args:
            now: seconds of a clock that only goes forward.
        """
        self._shown = self._answered = now

    def pressed(self, now: float) -> None:
        """A key was pressed."""
        self._answered = max(self._answered, now + PAUSE)

    @contextmanager
    def answering(self) -> Iterator[None]:
        """While what a key asks for is being done, however long that takes."""
        self._answering += 1
        try:
            yield
        finally:
            self._answering -= 1
            self.pressed(time.monotonic())

    def left(self, now: float, reads: float = 0) -> float:
        """Seconds until nobody waits for anything; 0 where nobody does, infinite before the first screen.

        Args:
            now: seconds of a clock that only goes forward.
            reads: seconds that the first screen is to be left alone.
        """
        return max(PAUSE if self._answering else 0.0, self._shown + reads - now, self._answered - now)


async def until_quiet(keys: Keys, reads: float = 0) -> None:
    """Waits until nobody waits for the answer to a key, and until the first screen has stood there for so many seconds."""
    while left := keys.left(time.monotonic(), reads):  # noqa: ASYNC110 - what ends it is that nothing happens
        await asyncio.sleep(left)
