"""How a command ends: its exit code, and every failure as one sentence."""

import sys
from collections.abc import Callable

from okr_tui.cli.streams import unwritten
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.words.language import _

INTERRUPTED = 130
"""What a shell expects of a program stopped by ctrl-c."""


def ended(work: Callable[[], object]) -> int:
    """Runs a command and returns its exit code; a failure is said in one sentence on stderr.

    Args:
        work: the command; what it returns is the exit code, where that is a number.
    """
    try:
        code = work()
    except OkrError as error:
        from okr_tui.words.failures import sentence

        option = error.option if isinstance(error, WrongUsage) else ""
        return _failed(f"{sentence(error)} ({option})" if option else sentence(error), error.exit_code)
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception as error:  # noqa: BLE001 - a person never sees a traceback
        from okr_tui.store.state import unforeseen

        return _failed(unforeseen(error), 3)
    if (lost := unwritten()) is not None:
        reason = lost.strerror or str(lost)
        sys.stderr.write("okr: " + _("not all of this could be printed: {reason}").format(reason=reason) + "\n")
    return code if isinstance(code, int) else 0


def _failed(sentence: str, code: int) -> int:
    sys.stderr.write(f"okr: {sentence}\n")
    return code
