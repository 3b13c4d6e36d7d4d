"""The sample workspaces are the first thing everybody sees: they are whole, timeless and consistent."""

import re
import tomllib
from collections import Counter
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
import tomli_w

SAMPLES = Path(__file__).resolve().parent.parent / "sample_data"
NAMES = ("lumio", "rivage", "solo")
ANCHOR = date(2026, 10, 16)
"""The Friday on which the samples are written; `okr demo` shifts them from here by whole weeks."""

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
BY_HAND = {"okr.toml", "teams.toml"}
"""Files with comments in every sample; people edit those first."""

Tables = dict[str, Any]


def files(name: str) -> dict[str, Tables]:
    root = SAMPLES / name
    return {
        path.relative_to(root).as_posix(): tomllib.loads(path.read_text(encoding="utf-8"))
        for path in sorted(root.rglob("*.toml"))
    }


def journals(name: str) -> dict[str, Tables]:
    return {path: tables for path, tables in files(name).items() if "/journal/" in path}


def tables_in(value: object) -> Iterator[Tables]:
    if isinstance(value, dict):
        yield value
        for inner in value.values():
            yield from tables_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from tables_in(inner)


def strings_in(value: object, key: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, str):
        yield key, value
    elif isinstance(value, dict):
        for name, inner in value.items():
            yield from strings_in(inner, name)
    elif isinstance(value, list):
        for inner in value:
            yield from strings_in(inner, key)


def days_in(value: object) -> Iterator[date]:
    if isinstance(value, datetime):
        yield value.date()
    elif isinstance(value, date):
        yield value
    elif isinstance(value, dict):
        for inner in value.values():
            yield from days_in(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from days_in(inner)


def iso_week(day: date) -> str:
    year, week, _ = day.isocalendar()
    return f"{year}-w{week:02d}"


def said(journal: Tables) -> Iterator[Tables]:
    for tables in journal.values():
        if isinstance(tables, list):
            yield from tables


@pytest.mark.parametrize("name", NAMES)
def test_every_file_is_toml_with_a_format_as_its_first_key(name: str) -> None:
    found = files(name)

    assert {"okr.toml", "people.toml", "teams.toml"} <= set(found)
    assert [path for path, tables in found.items() if next(iter(tables.items())) != ("format", 1)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_id_is_used_once_in_a_workspace(name: str) -> None:
    spaces: dict[str, Counter[str]] = {"people": Counter(), "teams": Counter(), "cycles": Counter(), "rest": Counter()}
    for path, tables in files(name).items():
        if path == "people.toml":
            spaces["people"].update(person["id"] for person in tables["person"])
        elif path == "teams.toml":
            spaces["teams"].update(team["id"] for team in tables["team"])
            spaces["people"].update(role["id"] for team in tables["team"] for role in team.get("role", []))
            spaces["rest"].update(kpi["id"] for team in tables["team"] for kpi in team.get("kpi", []))
        elif path.endswith("cycle.toml"):
            spaces["cycles"].update([tables["cycle"]["id"]])
            spaces["rest"].update(ritual["id"] for ritual in tables.get("ritual", []))
        elif path != "okr.toml":
            spaces["rest"].update(table["id"] for table in tables_in(tables) if "id" in table)

    twice = {space: [each for each, times in ids.items() if times > 1] for space, ids in spaces.items()}

    assert twice == {"people": [], "teams": [], "cycles": [], "rest": []}
    assert len(spaces["rest"]) > 20


@pytest.mark.parametrize("name", NAMES)
def test_no_text_names_a_year_because_demo_shifts_the_dates(name: str) -> None:
    dated = [
        (path, text)
        for path, tables in files(name).items()
        for key, text in strings_in(tables)
        if key != "week" and YEAR.search(text)
    ]

    assert dated == []
    folders = [path for path in files(name) if YEAR.search(path.partition("/journal/")[0])]
    assert folders == []


@pytest.mark.parametrize("name", NAMES)
def test_a_journal_stands_in_the_week_and_under_the_person_it_says(name: str) -> None:
    assert journals(name)
    for path, journal in journals(name).items():
        *_, week, file = path.split("/")
        assert (journal["week"], journal["person"] + ".toml") == (week, file)
        for table in said(journal):
            assert table["at"].tzinfo is not None, path
            assert iso_week(table["at"].date()) == week, (path, table["id"])
            assert table["at"].date() < ANCHOR, (path, table["id"])  # so that it is said before an early Friday too


@pytest.mark.parametrize("name", NAMES)
def test_a_check_in_speaks_of_a_day_in_its_cycle_and_not_of_the_future(name: str) -> None:
    found = files(name)
    for path, journal in journals(name).items():
        cycle = found["/".join(path.split("/")[:2]) + "/cycle.toml"]["cycle"]
        for check_in in journal.get("check_in", []):
            assert cycle["start"] <= check_in["on"] <= cycle["end"], (path, check_in["id"])
            assert check_in["on"] <= check_in["at"].date() <= ANCHOR, (path, check_in["id"])


@pytest.mark.parametrize("name", NAMES)
def test_every_reference_leads_somewhere(name: str) -> None:
    found = files(name)
    known = {table["id"] for tables in found.values() for table in tables_in(tables) if "id" in table} | {"vision"}
    single = ("owner", "lead", "champion", "stand_in", "parent", "continues", "next", "request", "reply_to", "replaces")
    single += ("help_from", "milestone", "poll", "person", "by", "ritual", "to", "from")
    several = ("supports", "from_pain", "of", "holders", "members", "teams")

    lost = [
        (path, key, value)
        for path, tables in found.items()
        for table in tables_in(tables)
        for key, values in table.items()
        if key in single or key in several
        for value in (values if isinstance(values, list) else [values])
        if isinstance(value, str) and value not in known
    ]

    assert lost == []


@pytest.mark.parametrize("name", NAMES)
def test_the_running_cycle_is_in_its_first_half_on_the_anchor_day(name: str) -> None:
    cycles = [tables["cycle"] for path, tables in files(name).items() if path.endswith("/cycle.toml")]
    running = [each for each in cycles if each["kind"] == "cycle" and each["phase"] == "achieve"]

    assert len(running) == 1
    share = (ANCHOR - running[0]["start"]) / (running[0]["end"] - running[0]["start"])
    assert 0.3 < share < 0.5
    assert (ANCHOR - running[0]["start"]) // timedelta(days=7) + 1 in {6, 7}


@pytest.mark.parametrize("name", NAMES)
def test_no_key_result_starts_at_its_target(name: str) -> None:
    plans = [tables for path, tables in files(name).items() if "/okrs/" in path]
    results = [each for plan in plans for goal in plan["objective"] for each in goal["key_result"]]

    assert results
    assert [each["id"] for each in results if "target" in each and each["target"] == each.get("baseline")] == []


@pytest.mark.parametrize("name", NAMES)
def test_what_a_program_wrote_is_canonical_and_what_people_edit_has_comments(name: str) -> None:
    root = SAMPLES / name
    by_hand = set()
    for path in sorted(root.rglob("*.toml")):
        text = path.read_bytes().decode("utf-8")
        assert "\r" not in text
        if tomli_w.dumps(tomllib.loads(text)) != text:
            assert "\n# " in text, path
            by_hand.add(path.relative_to(root).as_posix())

    assert by_hand >= BY_HAND
    assert len(by_hand) <= 4


@pytest.mark.parametrize("name", NAMES)
def test_git_keeps_line_ends_and_merges_with_okr(name: str) -> None:
    assert (SAMPLES / name / ".gitattributes").read_bytes() == b"*.toml text eol=lf merge=okr\n"


def test_no_sample_reaches_further_than_the_years_around_its_anchor() -> None:
    days = [day for name in NAMES for tables in files(name).values() for day in days_in(tables)]

    assert date(2026, 1, 1) <= min(days)
    assert max(days) <= date(2027, 4, 30)
