"""Prints how fast `okr` is, a row per line: `python -m bench [--quick] [--big] [--wheel] [PART …]`."""

import argparse
import sys
from collections.abc import Callable, Iterator

from bench.drafts import lint_row, print_table
from bench.figures import Row
from bench.opening import FIRST, first_row
from bench.processes import BIG_STATUS, big_check_in_row, check_in_row, prompt_row, status_row
from bench.screens import align_rows, big_start_row, key_rows, memory_rows, start_row
from bench.sites import BIG, Site, sites
from bench.terminal import NeverShown
from bench.watching import seen_rows
from bench.wheel import wheel_row

_RUNS, _QUICK = 9, 3
_NEARLY_ALIKE = 3  # times as many runs, where two things are compared that take nearly as long

PARTS: dict[str, Callable[[Site, int], list[Row]]] = {
    "start": lambda site, runs: [start_row(site, runs)],
    "checkin": lambda site, runs: [check_in_row(site, runs)],
    "prompt": lambda site, runs: [prompt_row(site, runs)],
    "status": lambda site, runs: [status_row(site, runs, BIG_STATUS if site.name == BIG else None)],
    "first": lambda site, runs: [first_row(site, runs, FIRST if site.name == BIG else None)],
    "keys": key_rows,
    "align": align_rows,
    "watch": seen_rows,
    "lint": lambda site, runs: [lint_row(site, runs)],
    "memory": lambda site, _runs: memory_rows(site),
}
"""Name of a part → its rows on one workspace, each figure from so many runs."""

_COMPARED: dict[str, Callable[[Site, Site, int], Row]] = {"start": big_start_row, "checkin": big_check_in_row}
_ONLY_COMPARED = {"start", "lint"}  # what a big workspace is measured for only against the sample


def rows(chosen: list[str], runs: int, *, big: bool, wheel: bool) -> Iterator[Row]:
    """Every row asked for, as it is measured."""
    with sites(big=big) as found:
        for part in chosen:
            for site in found[:1] if part in _ONLY_COMPARED else found:
                yield from PARTS[part](site, runs)
            if big and part in _COMPARED:
                yield _COMPARED[part](found[1], found[0], _NEARLY_ALIKE * runs)
    if wheel:
        yield wheel_row()


def main() -> int:
    """The command line; 1 when a goal is missed."""
    if sys.argv[1:2] == ["drafts"] and len(sys.argv) == 3:
        return print_table(sys.argv[2])
    parser = argparse.ArgumentParser(
        prog="python -m bench",
        description="Prints how fast okr is, a row per line; “drafts FILE” how well drafts are judged.",
    )
    parser.add_argument(
        "parts", metavar="PART", nargs="*", choices=[*PARTS, []], help=f"of {', '.join(PARTS)}; else all"
    )
    parser.add_argument("--quick", action="store_true", help=f"{_QUICK} runs of each instead of {_RUNS}")
    parser.add_argument("--big", action="store_true", help="measure on a big workspace too")
    parser.add_argument("--wheel", action="store_true", help="build a wheel, install it and add up its size")
    told = parser.parse_args()
    kept = True
    try:
        wanted = told.parts or list(PARTS)
        for row in rows(wanted, _QUICK if told.quick else _RUNS, big=told.big, wheel=told.wheel):
            print(row.line(), flush=True)
            kept = kept and row.ok
    except (NeverShown, RuntimeError) as error:
        sys.stderr.write(f"bench: {error}\n")
        return 1
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
