"""A program in a pseudo-terminal, with what its screen shows: keys go in, and a test waits for words to appear."""

import os
import pty
import select
import signal
import struct
import termios
import time
from collections.abc import Callable, Mapping, Sequence
from fcntl import ioctl
from pathlib import Path
from types import TracebackType
from typing import Self

import pyte

LONGEST = 90.0
"""Seconds to wait for words: machines are slow when many tests run."""

KEYS = {"enter": "\r", "esc": "\x1b", "tab": "\t", "up": "\x1b[A", "down": "\x1b[B", "space": " "}


class Terminal:
    """One program, started in a terminal of its own.

    Args:
        argv: the program and its arguments.
        environment: the whole of it.
        folder: where it runs.
        size: columns and rows.
    """

    def __init__(
        self, argv: Sequence[str], environment: Mapping[str, str], folder: Path, size: tuple[int, int] = (120, 40)
    ) -> None:
        self._screen = pyte.Screen(*size)
        self._stream = pyte.ByteStream(self._screen)
        self.said = b""
        self.status = 0
        self.pid, self._fd = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(argv[0], list(argv), dict(environment))  # noqa: S606 - the program itself, in a terminal of its own
        ioctl(self._fd, termios.TIOCSWINSZ, struct.pack("HHHH", size[1], size[0], 0, 0))

    def __enter__(self) -> Self:
        """The terminal."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Ends the program, whatever it does."""
        self.kill()
        os.close(self._fd)

    @property
    def shown(self) -> str:
        """What stands on the screen."""
        return "\n".join(line.rstrip() for line in self._screen.display)

    def press(self, *keys: str) -> None:
        """Presses keys: names of `KEYS`, or characters as typed."""
        for key in keys:
            os.write(self._fd, KEYS.get(key, key).encode())

    def wait_for(self, *words: str, times: int = 1) -> str:
        """Waits until all these words are on the screen, and says what is.

        Args:
            words: what must stand there.
            times: how often each of them.

        Raises:
            AssertionError: they do not come.
        """
        self.wait_until(lambda: all(self.shown.count(each) >= times for each in words), f"{words} did not come")
        return self.shown

    def wait_until(self, true: Callable[[], bool], otherwise: str = "it did not come to that") -> None:
        """Waits until something is so.

        Args:
            true: whether it is.
            otherwise: what is said where it never is.

        Raises:
            AssertionError: it is not so in time.
        """
        until = time.monotonic() + LONGEST
        while not true():
            if not self._read(until):
                raise AssertionError(f"{otherwise}; there is:\n{self.shown}")

    def ended(self) -> str:
        """Waits for the end of the program, and says everything that it printed on the plain screen.

        Raises:
            AssertionError: it does not end.
        """
        until = time.monotonic() + LONGEST
        while self.pid:
            if not self._read(until) and time.monotonic() >= until:
                raise AssertionError(f"it does not end; there is:\n{self.shown}")
            self._reap(os.WNOHANG)
        return self.shown

    def kill(self) -> None:
        """Kills it without a word, as a machine that loses its power does."""
        if self.pid:
            os.kill(self.pid, signal.SIGKILL)
            self._reap(0)

    def _reap(self, how: int) -> None:
        pid, status = os.waitpid(self.pid, how)
        if pid:
            self.status = status
            while self._read(time.monotonic() + 0.1):
                pass
            self.pid = 0

    def _read(self, until: float) -> bool:
        """Takes what comes; False when nothing does in time."""
        ready, _w, _x = select.select([self._fd], [], [], min(0.5, max(0.0, until - time.monotonic())))
        if ready:
            try:
                data = os.read(self._fd, 1 << 16)
            except OSError:
                return False
            self.said += data
            self._stream.feed(data)
            return bool(data)
        return time.monotonic() < until
