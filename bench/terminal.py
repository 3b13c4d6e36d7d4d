"""A program in a pseudo-terminal: what is on its screen, and when it got there.

What a program writes is kept with the moment at which it arrived and read by the emulator only while nothing arrives,
so that the emulator's own work is not measured.
"""

import fcntl
import os
import pty
import re
import select
import struct
import subprocess
import termios
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from types import TracebackType
from typing import NamedTuple, Self

import pyte

COLUMNS, LINES = 120, 40
_LULL = 0.03  # seconds without output after which the screen is looked at
_QUIET = 0.12  # seconds without output after which a repaint is over
_LONGEST = 30.0  # seconds to wait for words on the screen

# Questions and private modes that the emulator would print: CSI with < = > or $, and device control strings.
_NOT_FOR_PYTE = re.compile(rb"\x1b\[[<=>][0-9;:]*[a-zA-Z]|\x1b\[[0-9;?]*\$[a-zA-Z]|\x1bP[^\x1b]*\x1b\\")
_CUT = re.compile(rb"\x1b(?:\[[0-9;:<=>?$]*|[P\]][^\x07\x1b]*\x1b?)?\Z")


class NeverShown(Exception):
    """What was waited for did not come to the screen; the message holds what stands there instead."""


class Chunk(NamedTuple):
    """What arrived at once, and when (seconds of the performance counter)."""

    when: float
    data: bytes


class Terminal:
    """A program running in a terminal of 120 × 40, killed at the end.

    Args:
        argv: the program and its arguments.
        environment: its whole environment.
    """

    def __init__(self, argv: Sequence[str | Path], environment: Mapping[str, str]) -> None:
        self._end, other = pty.openpty()
        fcntl.ioctl(other, termios.TIOCSWINSZ, struct.pack("HHHH", LINES, COLUMNS, 0, 0))
        self._screen = _Shown()
        self._new: list[Chunk] = []
        self.began = time.perf_counter()
        self._process = subprocess.Popen(
            argv, stdin=other, stdout=other, stderr=other, env=environment, start_new_session=True
        )
        os.close(other)

    def __enter__(self) -> Self:
        """The program, running."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Kills the program."""
        self._process.kill()
        self._process.wait()
        os.close(self._end)

    @property
    def pid(self) -> int:
        """The number of the process."""
        return self._process.pid

    @property
    def text(self) -> str:
        """What stood on the screen when it was last looked at."""
        return self._screen.text

    def until(self, *words: str) -> float:
        """Waits until all of these words are on the screen.

        Returns:
            Seconds from the start of the program until the output arrived that completed them.

        Raises:
            NeverShown: the program ended, or half a minute went by.
        """
        while time.perf_counter() - self.began < _LONGEST:
            going_on = self._listen(_LULL)
            for chunk in self._taken():
                self._screen.feed(chunk.data)
                if all(each in self._screen.text for each in words):
                    return chunk.when - self.began
            if not going_on:
                break
        raise NeverShown(f"{words} did not come to the screen, which shows:\n{self.text}")

    def press(self, key: str) -> float:
        """Presses a key and waits until the screen has been still for a while.

        Returns:
            Seconds from the key to the last output that it caused.

        Raises:
            NeverShown: nothing changed.
        """
        self.settle()
        pressed = time.perf_counter()
        os.write(self._end, key.encode())
        while self._listen(_QUIET) and not self._new and time.perf_counter() - pressed < 1:
            pass
        chunks = self._taken()
        if not chunks:
            raise NeverShown(f"the key {key!r} changed nothing on the screen, which shows:\n{self.text}")
        for chunk in chunks:
            self._screen.feed(chunk.data)
        return chunks[-1].when - pressed

    def answer(self, key: str) -> float:
        """Presses a key, whatever else is being painted.

        Returns:
            Seconds from the key to the next output; a second where none came.
        """
        pressed = time.perf_counter()
        os.write(self._end, key.encode())
        select.select([self._end], [], [], 1)
        answered = time.perf_counter() - pressed
        self._listen(0)
        for chunk in self._taken():
            self._screen.feed(chunk.data)
        return answered

    def settle(self) -> None:
        """Waits until the program says nothing more."""
        self._listen(_QUIET)
        for chunk in self._taken():
            self._screen.feed(chunk.data)

    def _listen(self, lull: float) -> bool:
        """Takes in what arrives until nothing has for so many seconds; False when the program has ended."""
        while select.select([self._end], [], [], lull)[0]:
            try:
                data = os.read(self._end, 65536)
            except OSError:  # what Linux says when the other end is closed
                return False
            if not data:
                return False
            self._new.append(Chunk(time.perf_counter(), data))
        return True

    def _taken(self) -> list[Chunk]:
        chunks, self._new = self._new, []
        return chunks


class _Shown:
    """The screen, fed with bytes that may end within a sequence or a character."""

    def __init__(self) -> None:
        self._screen = pyte.Screen(COLUMNS, LINES)
        self._stream = pyte.ByteStream(self._screen)
        self._rest = b""

    @property
    def text(self) -> str:
        """All lines."""
        return "\n".join(self._screen.display)

    def feed(self, data: bytes) -> None:
        """Shows what arrived."""
        data = self._rest + data
        cut = _CUT.search(data)
        self._rest = data[cut.start() :] if cut else b""
        self._stream.feed(_NOT_FOR_PYTE.sub(b"", data[: cut.start()] if cut else data))
