"""What people do to a file, as numbers that hypothesis can draw and make smaller; and what must hold when it is merged."""

import copy
import itertools
import tomllib
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from typing import Any

from hypothesis import strategies as st

from okr_tui.store.canonical import rendered, same
from okr_tui.store.merge import merge
from okr_tui.store.merge_conflicts import weight

Tables = dict[str, Any]
Step = tuple[int, int, int]

NOON = datetime(2026, 10, 2, 12, tzinfo=UTC)
WORDS = ["a", "b", "vision", "1", ""]
VALUES: list[Any] = [1, 1.0, True, "one", "two\nlines", date(2026, 10, 2), NOON, [1, 2], {"on": date(2026, 10, 2)}, 7]


def a_plan() -> Tables:
    """A file with every kind of table that merging knows."""
    return {
        "format": 1,
        "team": "product",
        "policy": {"levels": ["company", "team"], "max_objectives": 3},
        "objective": [
            {
                "id": f"o{n}", "title": f"Objective {n}", "why": "first\nsecond\nthird\nfourth\nfifth", "supports": ["vision"],
                "key_result": [
                    {"id": f"k{n}{m}", "target": 10 * m, "phased": [{"on": date(2026, 10, 1), "value": m}]} for m in range(3)
                ],
            }
            for n in range(3)
        ],
        "check_in": [{"id": f"c{n}", "at": NOON + timedelta(hours=n), "about": "k00", "value": n} for n in range(2)],
        "grade": [{"about": "o0", "computed": 0.5}, {"about": "o0", "when": "mid", "computed": 0.2}],
        "away": [{"from": date(2026, 8, 1), "to": date(2026, 8, 2)}],
    }  # fmt: skip


steps = st.lists(st.tuples(st.integers(0, 14), st.integers(0, 200), st.integers(0, 200)), max_size=5)
"""What one side does."""


def done(tables: Tables, side: int, wanted: list[Step], within: str | None = None) -> Tables:
    """The tables after these steps.

    Args:
        tables: before; they stay as they are.
        side: a number that makes new ids and values of its own.
        wanted: the steps.
        within: the only objective that is touched; new tables at the top may still come.
    """
    after = copy.deepcopy(tables)
    for number, (what, which, how) in enumerate(wanted):
        roots = after.get("objective", [])
        if within is not None:
            roots = [each for each in roots if each["id"] == within]
        _step(after, roots, (what, which, how), f"{side}-{number}", free=within is None)
    return after


def _step(after: Tables, roots: list[Tables], step: Step, name: str, *, free: bool) -> None:  # noqa: C901, PLR0912 - a list of cases
    what, which, how = step
    every = [each for root in roots for each in _below(root)] + (after.get("check_in", []) if free else [])
    table = every[which % len(every)] if every else {}
    key = ["title", "target", "owner", "dropped"][how % 4]
    match what:
        case 0:
            table[key] = VALUES[how % len(VALUES)]
        case 1:
            table.pop(key, None)
        case 2:
            table["title"] = f"Title {name}"
        case 3:
            table.setdefault("key_result", []).append({"id": f"new-{name}", "target": how})
        case 4:
            after.setdefault("check_in", []).append(
                {"id": f"said-{name}", "at": NOON + timedelta(hours=how), "value": how}
            )
        case 5:
            lists = [each for root in roots for each in _lists(root)]
            if lists:
                array, kind, around = lists[which % len(lists)]
                del array[how % len(array)]
                if not array:
                    del around[kind]
        case 6:
            _flip(table.setdefault("supports", []), WORDS[how % len(WORDS)])
        case 7:
            _flip(table.setdefault("phased", []), {"on": date(2026, 10, 1 + how % 9), "value": how})
        case 8:
            lines = table["why"].split("\n") if isinstance(table.get("why"), str) else []
            lines[how % (len(lines) + 1) : how % (len(lines) + 1) + which % 3] = [f"line {name}"]
            table["why"] = "\n".join(lines)
        case 9 if free:
            _flip(after.setdefault("away", []), {"from": date(2026, 7, 1 + how % 9), "to": date(2026, 8, 1)})
        case 10 if free:
            grade = after["grade"][which % 2]
            grade["self"] = how / 10
        case 11 if free:
            after.setdefault("policy", {})[["levels", "max_objectives", "x"][which % 3]] = how
        case 12 if free:
            _move(roots, which, how)
        case 13 if free:
            after["objective"] = roots[1:] + roots[:1]
        case 14 if free:
            after.setdefault("objective", []).append({"id": f"same-{how % 2}", "title": name, "at": NOON})


def _below(table: Tables) -> Iterator[Tables]:
    yield table
    for each in table.get("key_result", []):
        yield from _below(each)


def _lists(table: Tables) -> Iterator[tuple[list[Tables], str, Tables]]:
    if rows := table.get("key_result"):
        yield rows, "key_result", table
        for each in rows:
            yield from _lists(each)


def _flip(items: list[Any], item: Any) -> None:
    items.remove(item) if item in items else items.append(item)


def _move(roots: list[Tables], which: int, how: int) -> None:
    lists = [each for root in roots for each in _lists(root)]
    every = [each for root in roots for each in _below(root)]
    if not lists:
        return
    array, kind, around = lists[which % len(lists)]
    moved = array[how % len(array)]
    goal = every[(which + how) % len(every)]
    if any(goal is each for each in _below(moved)):
        return
    array[:] = [each for each in array if each is not moved]
    if not array:
        del around[kind]
    goal.setdefault("key_result", []).append(moved)


# what must hold


def holds_for_two(ours: list[Step], theirs: list[Step]) -> None:
    """Identity, symmetry, repetition, reading back, and that nothing is lost, for two sides of one file."""
    base = a_plan()
    mine, other = done(base, 1, ours), done(base, 2, theirs)
    before = copy.deepcopy((base, mine, other))
    assert merge(base, base, other).tables == other
    assert merge(base, mine, base).tables == mine
    merged = merge(base, mine, other)
    again = merge(base, other, mine)
    assert rendered(merged.tables) == rendered(again.tables)
    assert merged.conflicts == again.conflicts
    for one, two in itertools.permutations((merged.tables, mine), 2):
        assert rendered(merge(base, one, two).tables) == rendered(merged.tables)
    for one, two in itertools.permutations((merged.tables, other), 2):
        assert rendered(merge(base, one, two).tables) == rendered(merged.tables)
    assert same(tomllib.loads(rendered(merged.tables)), merged.tables)
    assert (base, mine, other) == before
    _nothing_is_lost(base, mine, other, merged.tables)
    _nothing_is_lost(base, other, mine, merged.tables)


def holds_for_three(sides: list[list[Step]]) -> None:
    """Three people who work on different objectives end with the same file in whatever order they are merged."""
    base = a_plan()
    versions = [done(base, n, side, within=f"o{n}") for n, side in enumerate(sides)]
    results = set()
    for first, second, third in itertools.permutations(versions):
        two = merge(base, first, second)
        three = merge(base, two.tables, third)
        assert not two.conflicts
        assert not three.conflicts
        results.add(rendered(three.tables))
    assert len(results) == 1


def _nothing_is_lost(base: Tables, one: Tables, two: Tables, merged: Tables) -> None:
    was, mine, other, now = (_by_id(tables) for tables in (base, one, two, merged))
    records = merged.get("conflict", [])
    for identity, table in mine.items():
        if identity not in now:
            assert identity in was, "an added table is gone"
            assert identity not in other, "a table that nobody deleted is gone"
            assert weight(_own(table)) == weight(_own(was[identity])), "a changed table is gone"
            continue
        for key, value in _own(table).items():
            if identity in was and key in was[identity] and same(was[identity][key], value):
                continue
            assert _found(key, value, other.get(identity, {}), now[identity], records, identity), (identity, key)


def _found(key: str, value: Any, other: Tables, now: Tables, records: list[Tables], identity: str) -> bool:
    """Whether a value that a side has set is there: it stands, or is in a record, or is a list or text merged item by item."""
    if key in now and same(now[key], value):
        return True
    said = [
        record[side]
        for record in records
        if record["about"] == identity
        for side in ("ours", "theirs")
        if side in record
    ]
    if any(same(each, value) for each in said):
        return True
    if key in {"supports", "phased"}:
        return all(item in now.get(key, []) or item not in other.get(key, []) for item in value)
    if isinstance(value, dict):
        return all(name in now.get(key, {}) or any(r.get("key") == f"{key}.{name}" for r in records) for name in value)
    lines = [line for line in value.split("\n") if line.startswith("line")] if isinstance(value, str) else []
    return key == "why" and all(line in now[key].split("\n") for line in lines)


def _by_id(tables: Tables) -> dict[str, Tables]:
    tops = [*tables.get("objective", []), *tables.get("check_in", [])]
    found: dict[str, Tables] = {}
    for each in [each for top in tops for each in _below(top)]:
        found.setdefault(each["id"], each)  # the second one of an id gets a new id
    return found


def _own(table: Tables) -> Tables:
    return {key: value for key, value in table.items() if key != "key_result"}
