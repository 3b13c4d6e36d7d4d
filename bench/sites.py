"""Where the bench works: copies of workspaces, folders of its own for state and cache, and the command `okr`."""

import json
import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Iterator
from compileall import compile_dir
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.make import Size, make
from bench.spans import spans

PROJECT = Path(__file__).resolve().parent.parent
PACKAGE, SAMPLE = PROJECT / "okr_tui", PROJECT / "sample_data" / "lumio"
SAMPLE_DAY, SAMPLE_PERSON, SAMPLE_CYCLE = date(2026, 10, 16), "noa", "t3"
BIG = "big"
"""The name of the workspace that is made for the bench."""

_SEED = 1
_NOT_PASSED_ON = ("OKR_", "XDG_", "PYTHON", "NO_COLOR")
_SETTLED = 2.5  # seconds after which files count as unchanged for what is kept of them
_REFRESHED = 5.0  # seconds that a process in the background may take


@dataclass(frozen=True, slots=True)
class Site:
    """A workspace to measure on.

    Attributes:
        name: what rows call it.
        root: the workspace, free to be changed.
        me: somebody who owes check-ins.
        cycle: id of its current cycle.
        environment: of every process; state, cache and config lie in folders of the bench.
    """

    name: str
    root: Path
    me: str
    today: date
    cycle: str
    environment: dict[str, str]

    def okr(self, *arguments: str) -> list[str | Path]:
        """A command line of `okr` for this workspace."""
        verb, rest = arguments[:1], arguments[1:]
        return [program(), *verb, "-w", self.root, "--me", self.me, "--today", self.today.isoformat(), *rest]

    def run(self, *arguments: str) -> str:
        """Runs `okr` and returns what it printed.

        Raises:
            RuntimeError: it failed.
        """
        return finished(self.okr(*arguments), self.environment)

    def due(self) -> str:
        """The title of a check-in that is due, as far as every screen shows it.

        Raises:
            RuntimeError: nothing is due.
        """
        found = [item["title"] for item in json.loads(self.run("due", "--json")) if item["kind"] == "check-in"]
        if not found:
            raise RuntimeError(f"{self.me} owes no check-in in {self.root}")
        return str(found[0])[:16]

    def figure(self) -> str:
        """The id of a key result that is measured by a figure and owned by who works here.

        Raises:
            RuntimeError: there is none.
        """
        for file in sorted((self.root / "cycles" / self.cycle / "okrs").glob("*.toml")):
            for objective in tomllib.loads(file.read_text(encoding="utf-8")).get("objective", []):
                for each in objective.get("key_result", []):
                    if each.get("kind", "metric") == "metric" and each.get("owner") == self.me:
                        return str(each["id"])
        raise RuntimeError(f"{self.me} owns no figure in {self.root}")

    def wait_for_prompt(self, since: float) -> None:
        """Waits until the process that a check-in leaves behind has worked the prompt out, so that it disturbs nothing.

        Args:
            since: the time of the clock when the check-in began.
        """
        folder = Path(self.environment["XDG_CACHE_HOME"], "okr")
        until = time.monotonic() + _REFRESHED
        while time.monotonic() < until:
            if any(kept.stat().st_mtime > since for kept in folder.glob("prompt-????????")):
                time.sleep(0.05)  # the process has still to end
                return
            time.sleep(0.02)


def program() -> Path:
    """The command `okr` that was installed for this Python.

    Raises:
        RuntimeError: it is not installed.
    """
    found = Path(sys.executable).with_name("okr")
    if not found.is_file():
        raise RuntimeError(f"there is no {found}; install the project first")
    return found


def finished(argv: list[str | Path], environment: dict[str, str]) -> str:
    """Runs a program to its end and returns what it printed; exit code 1 is a finding, not a failure.

    Raises:
        RuntimeError: it failed.
    """
    done = subprocess.run(argv, env=environment, capture_output=True, text=True, check=False, stdin=subprocess.DEVNULL)
    if done.returncode not in {0, 1}:
        raise RuntimeError(f"{argv} ended with {done.returncode}: {done.stderr}")
    return done.stdout


@contextmanager
def sites(*, big: bool) -> Iterator[list[Site]]:
    """The sample workspace and, where wanted, a big one, in a folder that is removed afterwards."""
    compile_dir(PACKAGE, quiet=1)  # as pip leaves it, also where it is run from its sources
    with TemporaryDirectory(prefix="okr-bench-") as folder:
        shutil.copytree(SAMPLE, Path(folder, "lumio"))
        found = [Site("sample", Path(folder, "lumio"), SAMPLE_PERSON, SAMPLE_DAY, SAMPLE_CYCLE, _environment(folder))]
        if big:
            found.append(_big(Path(folder, "big"), _environment(folder)))
        time.sleep(_SETTLED)
        yield found


def _big(root: Path, environment: dict[str, str]) -> Site:
    size = Size()
    make(root, size, _SEED, SAMPLE_DAY)
    teams = tomllib.loads((root / "teams.toml").read_text(encoding="utf-8"))["team"]
    return Site(BIG, root, teams[1]["lead"], SAMPLE_DAY, spans(SAMPLE_DAY, size.cycles)[-1].id, environment)


def _environment(folder: str) -> dict[str, str]:
    """What processes see of this one's environment: nothing that changes okr, Python or where they keep things."""
    own = {key: value for key, value in os.environ.items() if not key.startswith(_NOT_PASSED_ON)}
    places = {f"XDG_{kind.upper()}_HOME": str(Path(folder, kind)) for kind in ("state", "cache", "config")}
    return {**own, **places, "HOME": folder, "TERM": "xterm-256color", "COLORTERM": "truecolor"}
