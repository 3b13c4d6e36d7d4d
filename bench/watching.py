"""Rows about changes by others: how soon the app shows one, and whether a key waits meanwhile."""

import time
import tomllib
from itertools import count
from pathlib import Path
from statistics import median

from bench.figures import Row
from bench.sites import Site
from bench.terminal import Terminal

SEEN, FROZEN = 300, 30
"""Goals of quality.md in milliseconds."""

_KEYS = 16  # pressed one after another, while a change comes in
_FIGURES = count(901)  # none of which stands in a workspace that is measured


def seen_rows(site: Site, runs: int) -> list[Row]:
    """From the moment at which another program has replaced a file until its figure stands on the screen, and keys."""
    about, journal = site.figure(), _journal_of_another(site)
    seen, still, disturbed = [], [], []
    with Terminal(site.okr(), site.environment) as terminal:
        terminal.until(site.due())
        for _run in range(runs):
            terminal.settle()
            figure = next(_FIGURES)
            written = _said(site, journal, about, figure)
            seen.append(terminal.began + terminal.until(str(figure)) - written)
            terminal.settle()
            still.append(_longest_wait(terminal))
            _said(site, journal, about, next(_FIGURES))
            disturbed.append(_longest_wait(terminal))
    frozen = max(0.0, median(disturbed) - median(still))
    return [
        Row(f"change seen after another program wrote, {site.name}", median(seen) * 1000, "ms", SEEN),
        Row(f"what a key waits for it at most, {site.name}", frozen * 1000, "ms", FROZEN),
    ]


def _longest_wait(terminal: Terminal) -> float:
    """The longest of the times from a key to what it changes, while the cursor goes down and up."""
    return max(terminal.answer("jk"[turn % 2]) for turn in range(_KEYS))


def _journal_of_another(site: Site) -> Path:
    """The journal of this week of somebody else."""
    people = tomllib.loads((site.root / "people.toml").read_text(encoding="utf-8"))["person"]
    other = next(each["id"] for each in people if each["id"] != site.me)
    year, week, _day = site.today.isocalendar()
    return site.root / "cycles" / site.cycle / "journal" / f"{year}-w{week:02d}" / f"{other}.toml"


def _said(site: Site, journal: Path, about: str, figure: int) -> float:
    """Adds a check-in to a journal as another program does: a file beside it that takes its place; tells when it did."""
    week = journal.parent.name
    text = journal.read_text(encoding="utf-8") if journal.exists() else ""
    text = text or f'format = 1\nperson = "{journal.stem}"\nweek = "{week}"\n'
    at = f"{site.today.isoformat()}T23:{figure % 3600 // 60:02d}:{figure % 60:02d}+00:00"
    text += (
        f'\n[[check_in]]\nid = "ci-{figure:010d}"\nat = {at}\non = {site.today}\nabout = "{about}"\nvalue = {figure}\n'
    )
    journal.parent.mkdir(parents=True, exist_ok=True)
    beside = journal.with_name("written-by-the-bench.tmp")
    beside.write_text(text, encoding="utf-8")
    beside.replace(journal)
    return time.perf_counter()
