"""A writer that is killed, or whose disk fails, at the n-th thing that it does to the disk."""

import os
import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Self

CALLS = ("open", "fdopen", "fsync", "fchmod", "replace", "unlink", "mkdir", "rmdir", "close")


class _Counted:
    """Counts what is done to the disk, and does something before the n-th time."""

    def __init__(self, at: int, act: Callable[[], None], calls: tuple[str, ...]) -> None:
        self.count, self._at, self._act = 0, at, act
        self._real = {name: getattr(os, name) for name in calls}

    def __enter__(self) -> Self:
        for name, real in self._real.items():
            setattr(os, name, self._counting(real))
        return self

    def __exit__(self, *_error: object) -> None:
        for name, real in self._real.items():
            setattr(os, name, real)

    def _counting(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **named: Any) -> Any:
            self.count += 1
            if self.count == self._at:
                self._act()
            return real(*arguments, **named)

        return call


def killed_at(at: int, work: Callable[[], object]) -> bool:
    """Whether a process of its own was killed before it did the n-th thing to the disk; else it has done its work."""
    child = os.fork()
    if child == 0:
        code = 1
        try:
            with _Counted(at, lambda: os.kill(os.getpid(), signal.SIGKILL), CALLS):
                work()
            code = 0
        finally:
            os._exit(code)
    _child, status = os.waitpid(child, 0)
    assert os.WIFSIGNALED(status) or os.waitstatus_to_exitcode(status) == 0
    return os.WIFSIGNALED(status)


@contextmanager
def failing_at(at: int, code: int, *, forever: bool) -> Iterator[_Counted]:
    """The disk fails the n-th time that something is done to it, and every time after that if it is `forever`."""
    counted = _Counted(at, lambda: None, ("open", "fsync", "replace", "unlink", "mkdir"))

    def fail() -> None:
        counted._at += forever
        raise OSError(code, os.strerror(code))

    counted._act = fail
    with counted:
        yield counted
