"""Rows about commands as processes: `okr checkin`, `okr prompt`, `okr status --json`."""

import sys
import time
import tomllib
from itertools import count
from pathlib import Path

from bench.figures import Row, in_turn, ratio
from bench.sites import Site, finished

CHECK_IN, PROMPT, BIG_CHECK_IN, BIG_STATUS = 12, 2.5, 1.15, 1
"""Goals of quality.md; the last two are for the big workspace."""

_VALUES = count(1)


def check_in_row(site: Site, runs: int) -> Row:
    """A check-in of a figure and a confidence, from the start of the process to its end, files safe on the disk."""
    about = site.figure()
    return Row(
        f"okr checkin, {site.name} / python -c pass",
        ratio(lambda: _check_in(site, about), lambda: _python(site), runs),
        "×",
        CHECK_IN,
    )


def big_check_in_row(big: Site, small: Site, runs: int) -> Row:
    """What the size of the workspace costs a check-in."""
    far, near = big.figure(), small.figure()
    figure = ratio(lambda: _check_in(big, far), lambda: _check_in(small, near), runs)
    return Row(f"okr checkin, {big.name} / {small.name}", figure, "×", BIG_CHECK_IN)


def prompt_row(site: Site, runs: int) -> Row:
    """The line for a shell prompt, nothing having changed since the last one."""
    site.run("prompt")
    return Row(
        f"okr prompt, {site.name} / python -c pass",
        ratio(lambda: _seconds(site, site.okr("prompt")), lambda: _python(site), runs),
        "×",
        PROMPT,
    )


def status_row(site: Site, runs: int, goal: float | None = None) -> Row:
    """All progress of the current cycle as a process, nothing changed since the last one, against reading its files as TOML.

    Args:
        site: the workspace.
        runs: how often it is measured.
        goal: of the row; None where it is only told, because a process costs more than a small cycle.
    """
    texts = [file.read_text(encoding="utf-8") for file in (site.root / "cycles" / site.cycle).rglob("*.toml")]

    def parse() -> float:
        began = time.perf_counter()
        for text in texts:
            tomllib.loads(text)
        return time.perf_counter() - began

    mine, other = in_turn((lambda: _seconds(site, site.okr("status", "--json")), parse), runs)
    return Row(f"okr status --json, {site.name} / tomllib.loads of the cycle", mine / other, "×", goal)


def _check_in(site: Site, about: str) -> float:
    began = time.time()
    taken = _seconds(site, site.okr("checkin", about, str(next(_VALUES)), "-c", "7"))
    site.wait_for_prompt(began)
    return taken


def _python(site: Site) -> float:
    return _seconds(site, [sys.executable, "-c", "pass"])


def _seconds(site: Site, argv: list[str | Path]) -> float:
    began = time.perf_counter()
    finished(argv, site.environment)
    return time.perf_counter() - began
