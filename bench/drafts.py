"""The drafting coach: how well it judges drafts whose verdict is known, and how fast it judges lines.

`python -m bench drafts FILE` takes a file of JSON lines with `kind`, `text`, `lang`, `good` and perhaps `note`; those
whose note begins with "conflict" are left out, because their sources contradict each other.
"""

import json
import subprocess
import sys
import time
from collections.abc import Iterable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.figures import Row, ratio
from bench.sites import Site
from okr_tui.domain.drafts.coach import judge
from okr_tui.domain.drafts.draft import Draft

LINES, LINT = 10_000, 25
"""Lines that are judged, and the goal of the issue that asked for it, × reading and splitting them."""

GOALS = {("key_result", False): 88, ("key_result", True): 5, ("objective", False): 60, ("objective", True): 12}
"""(kind, good) → share in percent that is to be flagged: at least so many of the bad, at most so many of the good."""

_SPLIT = "import re, sys\nwords = [re.findall(r'\\w+', line) for line in sys.stdin]"
_VERBS = ("Launch", "Improve", "Reduce", "Reach", "Write", "Maintain", "Increase", "Train", "Double", "Deliver")
_THINGS = (
    "the partner portal",
    "the time to first reply",
    "churn of small accounts",
    "weekly active teams",
    "5 workshops",
)
_ENDS = ("from 20 to 40 %", "by the end of Q3 2027", "to under 300 ms at p95", "for new customers", "significantly")


def lint_row(site: Site, runs: int) -> Row:
    """`okr lint -` on many lines as a process, over a Python process that reads them and splits them into words."""
    lines = [f"{verb} {thing} {end}" for verb in _VERBS for thing in _THINGS for end in _ENDS]
    text = "".join(f"{lines[number % len(lines)]} {number % 97}\n" for number in range(LINES))
    with TemporaryDirectory(prefix="okr-lint-") as folder:
        file = Path(folder) / "lines.txt"
        file.write_text(text, encoding="utf-8")
        told: list[str | Path] = [*site.okr("lint", "-", "--lang", "en", "--json")]
        split: list[str | Path] = [sys.executable, "-c", _SPLIT]
        figure = ratio(lambda: _seconds(site, told, file, (0, 1)), lambda: _seconds(site, split, file, (0,)), runs)
    return Row(f"okr lint, {LINES:,} lines / reading and splitting them", figure, "×", LINT)


def _seconds(site: Site, command: list[str | Path], file: Path, codes: tuple[int, ...]) -> float:
    with file.open("rb") as lines:
        begun = time.perf_counter()
        done = subprocess.run(command, stdin=lines, stdout=subprocess.DEVNULL, env=site.environment, check=False)
        taken = time.perf_counter() - begun
    if done.returncode not in codes:
        raise RuntimeError(f"{command[0]} ended with {done.returncode}")
    return taken


def print_table(file: str) -> int:
    """Prints how many of the bad and of the good drafts of a file are warned of; 1 when a goal is missed.

    Args:
        file: path of the JSON lines.
    """
    drafts = [json.loads(line) for line in Path(file).read_text(encoding="utf-8").split("\n") if line.strip()]
    counted = [each for each in drafts if not (each.get("note") or "").startswith("conflict")]
    kept = True
    for line, ok in table(counted):
        print(line)
        kept = kept and ok
    print(f"{len(drafts) - len(counted)} with contradicting verdicts left out")
    return 0 if kept else 1


def table(drafts: Iterable[dict[str, Any]]) -> Iterator[tuple[str, bool]]:
    """A line for each kind, language and verdict, and one for both languages, which alone has the goal."""
    found: dict[tuple[str, str, bool], list[bool]] = {}
    for each in drafts:
        warned = judge(Draft(each["kind"], each["text"], each["lang"], bare=True)).warned
        for lang in (each["lang"], "both"):
            found.setdefault((each["kind"], lang, each["good"]), []).append(warned)
    for kind, lang, good in sorted(found, key=lambda key: (key[0], key[2], key[1] == "both", key[1])):
        warned_of = found[kind, lang, good]
        share, goal = 100 * sum(warned_of) / len(warned_of), GOALS[kind, good]
        ok = lang != "both" or (share <= goal if good else share >= goal)
        verdict = "" if lang != "both" else f"  {'≤' if good else '≥'} {goal} %  {'ok' if ok else 'NOT'}"
        name = f"{kind}, {lang}, {'good' if good else 'bad'}"
        yield f"{name:<30}{share:>5.0f} % flagged of {len(warned_of):>4}{verdict}", ok
