"""Rows about the app in a terminal: its start, its answer to keys, its memory."""

import subprocess
import sys
import time
from pathlib import Path

from bench import bare_app
from bench.figures import Row, percentile, ratio
from bench.sites import Site
from bench.terminal import NeverShown, Terminal

START, BIG_START, WITHIN, BETWEEN, OPENED, MEMORY = 1.8, 1.3, 50, 120, 150, 2
"""Goals of quality.md: ratios, milliseconds (three times), a ratio."""

_BARE: list[str | Path] = [sys.executable, str(Path(bare_app.__file__))]
_PLACES = "12340"
_RESTS = 5.0  # seconds after which everything has been made ready


def start_row(site: Site, runs: int) -> Row:
    """From the start of the process until a check-in that is due stands on the screen."""
    due = site.due()
    figure = ratio(lambda: _start(site, site.okr(), due), lambda: _start(site, _BARE, bare_app.WORDS), runs)
    return Row(f"okr to the first useful screen, {site.name} / bare app", figure, "×", START)


def big_start_row(big: Site, small: Site, runs: int) -> Row:
    """What the size of the workspace costs the start, once its files have been read before."""
    far, near = big.due(), small.due()
    figure = ratio(lambda: _start(big, big.okr(), far), lambda: _start(small, small.okr(), near), runs)
    return Row(f"okr to the first useful screen, {big.name} / {small.name}", figure, "×", BIG_START)


def key_rows(site: Site, runs: int) -> list[Row]:
    """From a key to the repainted screen: the cursor down and up within a place, and from place to place."""
    within, between = [], []
    with Terminal(site.okr(), site.environment) as terminal:
        terminal.until(site.due())
        for _run in range(runs):
            within += [taken for key in "jjkk" if (taken := _pressed(terminal, key)) is not None]
            between += [taken for key in _PLACES if (taken := _pressed(terminal, key)) is not None]
    found = []
    for name, values, goal in (("within a place", within, WITHIN), ("to another place", between, BETWEEN)):
        if values:
            found.append(Row(f"key to repaint, {name}, {site.name}, p50", percentile(values, 50) * 1000, "ms"))
            found.append(Row(f"key to repaint, {name}, {site.name}, p95", percentile(values, 95) * 1000, "ms", goal))
    return found


def align_rows(site: Site, runs: int) -> list[Row]:
    """The tree of Align: from its key to the first time it stands there, and a move in it, unfolded and in every view."""
    opened, moved = [], []
    for _run in range(runs // 2 + 1):
        with Terminal(site.okr(), site.environment) as terminal:
            terminal.until(site.due())
            terminal.settle()
            opened.append(_pressed(terminal, "2") or 1.0)  # a second, where nothing came for so long
            for key in ("z", *"jjjkkk", "\t", *"jjkk", "\t", *"jjkk", "\t", *"jjkk"):
                taken = _pressed(terminal, key)
                moved += [taken] if taken is not None and key in "jk" else []
    found = [Row(f"Align opens, {site.name}, p50", percentile(opened, 50) * 1000, "ms", OPENED)]
    if moved:
        found.append(Row(f"a move in Align, {site.name}, p95", percentile(moved, 95) * 1000, "ms", WITHIN))
    return found


def memory_rows(site: Site) -> list[Row]:
    """Resident memory of the app with its first screen, and when everything is made ready, against that of the bare app."""
    first, rest = _memory(site, site.okr(), site.due(), _RESTS)
    bare, _later = _memory(site, _BARE, bare_app.WORDS)
    return [
        Row(f"memory, {site.name} / bare app", first / bare, "×", MEMORY),
        Row(f"memory, {site.name}, everything made ready / bare app", rest / bare, "×"),
    ]


def _start(site: Site, argv: list[str | Path], words: str) -> float:
    with Terminal(argv, site.environment) as terminal:
        return terminal.until(words)


def _pressed(terminal: Terminal, key: str) -> float | None:
    """Seconds; None where the key has nothing to change (the last row, a place that is shown already)."""
    try:
        return terminal.press(key)
    except NeverShown:
        return None


def _memory(site: Site, argv: list[str | Path], words: str, rests: float = 0) -> tuple[float, float]:
    """Resident kilobytes when the first screen stands there, and so many seconds later."""
    with Terminal(argv, site.environment) as terminal:
        terminal.until(words)
        terminal.settle()
        first = _resident(terminal)
        time.sleep(rests)
        return first, _resident(terminal)


def _resident(terminal: Terminal) -> float:
    told = subprocess.run(["ps", "-o", "rss=", "-p", str(terminal.pid)], capture_output=True, text=True, check=True)
    return float(told.stdout)
