"""How a command ends: its exit code, and every failure as one sentence."""

import os
import sys
from collections.abc import Callable

from okr_tui.domain.errors import OkrError, WrongUsage

INTERRUPTED = 130
"""What a shell expects of a program stopped by ctrl-c."""


def ended(work: Callable[[], object]) -> int:
    """Runs a command and returns its exit code; a failure is said in one sentence on stderr.

    Args:
        work: the command; what it returns is the exit code, where that is a number.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    try:
        code = work()
        sys.stdout.flush()
    except OkrError as error:
        from okr_tui.words.failures import sentence

        option = error.option if isinstance(error, WrongUsage) else ""
        return _failed(f"{sentence(error)} ({option})" if option else sentence(error), error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        return read_enough()
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        from okr_tui.store.state import unforeseen

        return _failed(unforeseen(error), 3)
    return code if isinstance(code, int) else 0


def read_enough() -> int:
    """Whoever reads has seen enough (`okr log | head`): the rest goes nowhere, and that is no failure."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return 0


def _failed(sentence: str, code: int) -> int:
    sys.stderr.write(f"okr: {sentence}\n")
    return code
