"""The three standard streams, made safe: a closed one reads and writes nothing, a full disk or a closed pipe stops nobody.

A command that has saved something must never end as failed because nobody could be told (`okr checkin nps 41 >&-`).
"""

import errno
import io
import os
import sys

_NAMES = ("stdin", "stdout", "stderr")


class Sink(io.RawIOBase):
    """An output that drops what can't be written.

    Attributes:
        error: why something was dropped; None where all was written.
    """

    def __init__(self, descriptor: int) -> None:
        super().__init__()
        self._descriptor = descriptor
        self.error: OSError | None = None

    def writable(self) -> bool:
        """It takes everything."""
        return True

    def fileno(self) -> int:
        """The descriptor that is written to."""
        return self._descriptor

    def isatty(self) -> bool:
        """Whether a terminal reads it."""
        return os.isatty(self._descriptor)

    def write(self, data: "bytes | bytearray | memoryview") -> int:  # type: ignore[override]
        """Writes the bytes, until the first time that this fails."""
        if self.error is None:
            try:
                return os.write(self._descriptor, data)
            except BlockingIOError:
                raise
            except OSError as error:
                self.error = error
        return len(data)


def make_safe() -> None:
    """Opens what is closed and wraps both outputs; called once, before anything is opened or printed."""
    for descriptor, name in enumerate(_NAMES):
        try:
            os.fstat(descriptor)
        except OSError:
            os.open(os.devnull, os.O_RDWR)  # takes the lowest number that is free, which is this one
        if getattr(sys, name) is None:
            setattr(sys, name, open(descriptor, "w" if descriptor else "r", encoding="utf-8", closefd=False))  # noqa: SIM115
    for name in _NAMES[1:]:
        stream = getattr(sys, name)
        if stream is not getattr(sys, f"__{name}__") and getattr(sys, f"__{name}__") is not None:
            continue  # somebody has put another one there, who knows why
        stream.flush()
        safe = io.TextIOWrapper(
            io.BufferedWriter(Sink(stream.fileno())),  # type: ignore[type-var]
            encoding=stream.encoding,
            errors="replace",
            line_buffering=stream.line_buffering,
        )
        setattr(sys, name, safe)


def unwritten() -> OSError | None:
    """Why standard output did not take everything; None where it did, or where its reader had seen enough."""
    sys.stdout.flush()
    raw = getattr(getattr(sys.stdout, "buffer", None), "raw", None)
    error = raw.error if isinstance(raw, Sink) else None
    return None if error is None or error.errno == errno.EPIPE else error
