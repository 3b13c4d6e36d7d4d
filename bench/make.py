"""Makes a big workspace: `python -m bench.make --teams 40 --people 200 --cycles 12 --seed 1 DIR`.

The same numbers, seed and day give the same files, byte by byte.
"""

import argparse
import sys
from collections import defaultdict
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

from bench.company import Company, Team, company, people_tables, team_tables
from bench.journals import journals
from bench.plans import Planned, planned, review_tables
from bench.spans import Span, span_tables, spans, year_start
from okr_tui.store.canonical import rendered
from okr_tui.store.layout import PEOPLE, SETTINGS, TEAMS, cycle_path, journal_path, plan_path, review_path

_PLAN_THE_YEAR = 8  # teams, from the top, that also have objectives for the whole year
File = tuple[str, dict[str, Any]]


class Size(NamedTuple):
    """How big a workspace is; the defaults are those of the goals."""

    teams: int = 40
    people: int = 200
    cycles: int = 12


def make(folder: Path, size: Size, seed: int, today: date) -> int:
    """Writes a workspace into a folder, which is made.

    Args:
        folder: where; it must not exist or be empty.
        size: how many of what.
        seed: for chance.
        today: the day on which the current cycle is half over.

    Returns:
        How many files were written.

    Raises:
        OSError: something is there, or can't be written.
        ValueError: there are fewer people than teams.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if any(folder.iterdir()):
        raise FileExistsError(f"{folder} is not empty")
    made, number = set(), 0
    for number, (path, tables) in enumerate(files(size, seed, today), start=1):  # noqa: B007 - counted
        full = folder / path
        if full.parent not in made:
            full.parent.mkdir(parents=True, exist_ok=True)
            made.add(full.parent)
        full.write_text(rendered(tables), encoding="utf-8", newline="\n")
    return number


def files(size: Size, seed: int, today: date) -> Iterator[File]:
    """Every file of the workspace: its path and its tables."""
    rng = Random(seed)
    whole = company(rng, size.teams, size.people)
    yield SETTINGS, _settings(size, seed, today)
    yield PEOPLE, people_tables(whole)
    yield TEAMS, team_tables(whole)
    above: tuple[str, ...] = ()
    for span in spans(today, size.cycles):
        yield cycle_path(span.id), span_tables(span)
        teams = whole.teams[:_PLAN_THE_YEAR] if span.kind == "annual" else whole.teams
        plans = _plans(rng, teams, () if span.kind == "annual" else above)
        if span.kind == "annual":
            above = tuple(plans[teams[0].id].courses)
        yield from _cycle_files(rng, whole, span, plans, today)


def _settings(size: Size, seed: int, today: date) -> dict[str, Any]:
    return {
        "format": 1,
        "id": f"company-{seed:05d}",
        "name": "The company",
        "language": "en",
        "vision": "Everybody can show their work the day it is made.",
        "cadence": {"cycle": "tertial", "year_start": year_start(today, size.cycles)},
    }


def _plans(rng: Random, teams: tuple[Team, ...], above: tuple[str, ...]) -> dict[str, Planned]:
    """Team id → plan; every team supports the one above it, the anchor the year."""
    found: dict[str, Planned] = {}
    for team in teams:
        found[team.id] = planned(rng, team, tuple(found[team.parent].courses) if team.parent else above)
    return found


def _cycle_files(rng: Random, whole: Company, span: Span, plans: dict[str, Planned], today: date) -> Iterator[File]:
    by_id = {team.id: team for team in whole.teams}
    weeks: defaultdict[str, list[File]] = defaultdict(list)
    for team, plan in plans.items():
        yield plan_path(span.id, team), plan.tables
        if span.closed:
            yield review_path(span.id, team), review_tables(rng, by_id[team], span, plan)
        courses = [course for listed in plan.courses.values() for course in listed]
        for week, person, tables in journals(rng, span, courses, by_id[team].people, today):
            weeks[week].append((journal_path(span.id, week, person), tables))
    for week in sorted(weeks):
        yield from weeks[week]


def main() -> int:
    """The command line."""
    size = Size()
    parser = argparse.ArgumentParser(prog="python -m bench.make", description="Makes a big workspace.")
    parser.add_argument("folder", metavar="DIR", type=Path)
    parser.add_argument("--teams", type=int, default=size.teams)
    parser.add_argument("--people", type=int, default=size.people)
    parser.add_argument("--cycles", type=int, default=size.cycles)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--today", type=date.fromisoformat, default=datetime.now().astimezone().date())
    told = parser.parse_args()
    try:
        number = make(told.folder, Size(told.teams, told.people, told.cycles), told.seed, told.today)
    except (OSError, ValueError) as error:
        sys.stderr.write(f"bench.make: {error}\n")
        return 1
    print(f"{number} files in {told.folder}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
