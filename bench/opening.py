"""The row about the first time that somebody opens a workspace on a machine: nothing of it is kept there yet."""

import gc
import time
import tomllib
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.figures import Row, ratio
from bench.sites import Site
from okr_tui.ui.desk import Desk

FIRST = 1.5
"""Goal of quality.md, for the big workspace."""


def first_row(site: Site, runs: int, goal: float | None = None) -> Row:
    """What is read and worked out for the first screen, against reading the same cycles as TOML and no more.

    Args:
        site: the workspace.
        runs: how often it is measured.
        goal: of the row; None where it is only told.
    """
    texts = [text for cycle in _cycle_and_parent(site) for text in _texts(site, cycle)]

    def parse() -> float:
        began = time.perf_counter()
        for text in texts:
            tomllib.loads(text)
        return time.perf_counter() - began

    gc.disable()  # as the app does until its first screen
    figure = ratio(lambda: _opened(site), parse, runs)
    gc.enable()
    return Row(f"first open, nothing kept, {site.name} / tomllib.loads", figure, "×", goal)


def _opened(site: Site) -> float:
    with TemporaryDirectory(prefix="okr-bench-first-") as folder:
        began = time.perf_counter()
        desk = Desk(
            site.root, site.me, site.today, state=Path(folder, "state"), cache=Path(folder, "cache"),
            clock=lambda: datetime.now().astimezone(), choose=lambda letters: letters[0],
        )  # fmt: skip
        desk.open().owed()
        return time.perf_counter() - began


def _cycle_and_parent(site: Site) -> list[str]:
    frame = tomllib.loads((site.root / "cycles" / site.cycle / "cycle.toml").read_text(encoding="utf-8"))["cycle"]
    return [site.cycle, *([frame["parent"]] if "parent" in frame else [])]


def _texts(site: Site, cycle: str) -> list[str]:
    return [file.read_text(encoding="utf-8") for file in (site.root / "cycles" / cycle).rglob("*.toml")]
