"""Commands that a person names in their own config to fetch figures; never the workspace's, whose files run nothing.

[figures]
nps-9x3w7 = "curl -fsS https://survey.example/nps.txt"      # a text goes to the shell
churn-2k4m8 = ["psql", "-At", "-c", "select churn from now"]   # a list is run as it is
"""

import contextlib
import os
import signal
import subprocess
import sys
import threading
from pathlib import Path
from typing import NamedTuple

from okr_tui.store.config import config_folder

SECONDS = 10.0
"""How long a command may take."""

_LONGEST = 4096  # bytes of output that are looked at
_LARGEST = 1 << 20  # of the config

Command = str | tuple[str, ...]
"""A text for the shell, or a program with its arguments."""


class Fetched(NamedTuple):
    """What a command printed.

    Attributes:
        text: the last line that is not empty; None where it failed.
        failure: why, in its own words: "exit 22", "took longer than 10 s".
    """

    text: str | None
    failure: str = ""


def own_commands() -> dict[str, Command]:
    """Id of a key result or KPI → the command that fetches its figure, from the config of the person; never raises."""
    try:
        path = config_folder() / "config.toml"
        if path.stat().st_size > _LARGEST:
            return {}
        text = path.read_text(encoding="utf-8")
    except (OSError, ValueError, RuntimeError):
        return {}
    import tomli

    try:
        told = tomli.loads(text).get("figures")
    except (ValueError, RecursionError):
        return {}
    found = told.items() if isinstance(told, dict) else ()
    return {key: command for key, value in found if (command := _command(value)) is not None}


def _command(value: object) -> Command | None:
    if isinstance(value, str):
        return value.strip() or None
    if isinstance(value, list) and value and all(isinstance(part, str) for part in value):
        return tuple(value)
    return None


def fetch(command: Command, seconds: float = SECONDS) -> Fetched:
    """Runs a command in the person's home folder and takes the last line that it prints; bounded in time and length.

    Args:
        command: from `own_commands`.
        seconds: how long it may take.
    """
    shell = isinstance(command, str)
    try:
        process = subprocess.Popen(  # noqa: S603 - the person's own config names it, as it would an alias
            command, shell=shell, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            cwd=Path.home(), start_new_session=True,
        )  # fmt: skip
    except (OSError, ValueError, RuntimeError) as error:
        return Fetched(None, str(error))
    late = threading.Event()

    def end() -> None:
        late.set()
        _kill(process)

    timer = threading.Timer(seconds, end)
    timer.start()
    try:
        out = process.stdout.read(_LONGEST) if process.stdout is not None else b""
        if len(out) == _LONGEST:
            _kill(process)
        code = process.wait()
    finally:
        timer.cancel()
        if process.stdout is not None:
            process.stdout.close()
    if late.is_set():
        return Fetched(None, f"> {seconds:g} s")
    if code and len(out) < _LONGEST:
        return Fetched(None, f"exit {code}")
    lines = [line.strip() for line in out.decode("utf-8", "replace").splitlines() if line.strip()]
    return Fetched(lines[-1][:200]) if lines else Fetched(None, "–")


def _kill(process: "subprocess.Popen[bytes]") -> None:
    """Ends it with everything that it has started."""
    with contextlib.suppress(OSError):
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
