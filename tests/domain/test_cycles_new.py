"""The next cycle: its days at year ends, in fiscal years, after a change of cadence; its id, what stands above it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from okr_tui.domain.cycle import Cycle, CycleFile
from okr_tui.domain.fiscal import following, year_from
from okr_tui.domain.ids import is_slug
from okr_tui.domain.next_cycle import adopted, free_id, next_span, overlapping, parent_of, taking_part
from okr_tui.domain.rituals import begins_achieving, calendar, schedule
from okr_tui.domain.settings import Cadence
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.validate import table_of
from tests.workspaces import Small

TODAY = date(2026, 11, 22)


def cadence(cycle: str = "quarter", year_start: int = 1, weeks: int | None = None, make: str = "before") -> Cadence:
    return table_of(Cadence, {"cycle": cycle, "year_start": year_start, "weeks": weeks, "make": make})


def having(*cycles: Cycle) -> Workspace:
    workspace = Small().workspace()
    contents = {each.id: CycleContent(CycleFile(format=1, cycle=each)) for each in cycles}
    return Workspace(workspace.settings, workspace.people, workspace.teams, contents)


def cycle(identity: str, start: str, end: str, **keys: object) -> Cycle:
    days = {"start": date.fromisoformat(start), "end": date.fromisoformat(end)}
    return table_of(Cycle, {"id": identity, "name": identity, "phase": "achieve", **days, **keys})


@pytest.mark.parametrize(
    ("of", "last", "start", "end", "identity"),
    [
        # from one year into the next
        (cadence("quarter"), "2026-12-31", "2027-01-01", "2027-03-31", "2027-q1"),
        (cadence("tertial"), "2026-12-31", "2027-01-01", "2027-04-30", "2027-t1"),
        (cadence("half"), "2026-12-31", "2027-01-01", "2027-06-30", "2027-h1"),
        # 29 February is a day like any other
        (cadence("quarter", 3), "2028-02-29", "2028-03-01", "2028-05-31", "2028-29-q1"),
        (cadence("quarter", 12), "2027-11-30", "2027-12-01", "2028-02-29", "2027-28-q1"),
        (cadence("custom", weeks=4), "2028-02-06", "2028-02-07", "2028-03-05", "2028-02-07"),
        # a fiscal year that begins elsewhere
        (cadence("quarter", 4), "2027-03-31", "2027-04-01", "2027-06-30", "2027-28-q1"),
        (cadence("tertial", 10), "2027-01-31", "2027-02-01", "2027-05-31", "2026-27-t2"),
        # weeks: over the end of a year with a week 53 (2026 has one), contiguous all the same
        (cadence("custom", weeks=6), "2026-12-27", "2026-12-28", "2027-02-07", "2026-12-28"),
        # another cadence from this cycle on: back to the calendar at once, a little shorter or longer
        (cadence("quarter"), "2026-04-30", "2026-05-01", "2026-06-30", "2026-q2"),
        (cadence("quarter"), "2026-08-31", "2026-09-01", "2026-12-31", "2026-q4"),
        (cadence("tertial"), "2026-09-30", "2026-10-01", "2026-12-31", "2026-t3"),
        (cadence("tertial"), "2026-03-31", "2026-04-01", "2026-08-31", "2026-t2"),
        (cadence("half"), "2026-09-30", "2026-10-01", "2026-12-31", "2026-h2"),
        (cadence("quarter"), "2027-02-07", "2027-02-08", "2027-03-31", "2027-q1"),
        (cadence("custom", weeks=8), "2026-12-31", "2027-01-01", "2027-02-25", "2027-01-01"),
    ],
)
def test_the_next_cycle_begins_where_the_last_one_ended(
    of: Cadence, last: str, start: str, end: str, identity: str
) -> None:
    ended = date.fromisoformat(last)
    workspace = having(cycle("before", (ended - timedelta(days=60)).isoformat(), last))
    span = next_span(workspace, "cycle", of, ended - timedelta(days=10))
    assert (span.start.isoformat(), span.end.isoformat(), span.id) == (start, end, identity)


def test_the_first_cycle_and_one_after_a_long_pause_are_those_of_today() -> None:
    assert next_span(having(), "cycle", cadence(), TODAY).start == date(2026, 10, 1)
    paused = having(cycle("long-ago", "2025-01-01", "2025-03-31", phase="closed"))
    assert next_span(paused, "cycle", cadence(), TODAY).start == date(2026, 10, 1)


def test_a_start_of_its_own_has_the_whole_length() -> None:
    span = next_span(having(), "cycle", cadence("tertial"), TODAY, date(2027, 1, 11))
    assert (span.start, span.end) == (date(2027, 1, 11), date(2027, 5, 10))


@pytest.mark.parametrize(
    ("kind", "have", "start", "end", "identity"),
    [
        ("annual", (), "2026-01-01", "2026-12-31", "2026"),
        ("annual", (cycle("2026", "2026-01-01", "2026-12-31", kind="annual"),), "2027-01-01", "2027-12-31", "2027"),
        ("strategy", (), "2026-01-01", "2028-12-31", "strategy-2026"),
        (
            "strategy", (cycle("s", "2024-01-01", "2026-12-31", kind="strategy"),),
            "2027-01-01", "2029-12-31", "strategy-2027",
        ),
    ],
)  # fmt: skip
def test_years_and_strategies_follow_each_other_too(
    kind: str, have: tuple[Cycle, ...], start: str, end: str, identity: str
) -> None:
    span = next_span(having(*have), kind, cadence(), TODAY)  # type: ignore[arg-type]
    assert (span.start.isoformat(), span.end.isoformat(), span.id) == (start, end, identity)


def test_a_year_that_begins_in_another_month_is_reached_by_one_longer_or_shorter_year() -> None:
    assert year_from(date(2027, 1, 1), 4).end == date(2028, 3, 31)
    assert year_from(date(2027, 1, 1), 10).end == date(2027, 9, 30)


def test_ids_are_unique() -> None:
    workspace = having(cycle("2027-q1", "2020-01-01", "2020-02-01"), cycle("2027-q1-2", "2021-01-01", "2021-02-01"))
    assert free_id(workspace, "2027-q1") == "2027-q1-3"
    assert free_id(workspace, "2027-q2") == "2027-q2"


def test_cycles_overlap_unless_each_names_other_teams() -> None:
    workspace = having(cycle("now", "2026-10-01", "2026-12-31", teams=["product"]))
    days = (date(2026, 12, 31), date(2027, 3, 31))
    assert overlapping(workspace, "cycle", *days, ()) is not None
    assert overlapping(workspace, "cycle", *days, ("product", "company")) is not None
    assert overlapping(workspace, "cycle", *days, ("company",)) is None
    assert overlapping(workspace, "annual", *days, ()) is None
    assert overlapping(workspace, "cycle", date(2027, 1, 1), date(2027, 3, 31), ()) is None


def test_above_a_cycle_stands_the_year_that_holds_it_else_the_one_it_begins_in() -> None:
    years = [cycle(str(year), f"{year}-01-01", f"{year}-12-31", kind="annual") for year in (2026, 2027)]
    workspace = having(*years)

    def above(start: date, end: date) -> str | None:
        found = parent_of(workspace, "cycle", start, end)
        return found.id if found else None

    assert above(date(2027, 1, 1), date(2027, 3, 31)) == "2027"
    assert above(date(2026, 11, 1), date(2027, 1, 31)) == "2026"
    assert above(date(2028, 1, 1), date(2028, 3, 31)) is None
    assert parent_of(workspace, "annual", date(2027, 1, 1), date(2027, 12, 31)) is None


def test_a_new_year_takes_in_the_open_cycles_that_have_none() -> None:
    workspace = having(
        cycle("t1", "2027-01-01", "2027-04-30"),
        cycle("over", "2027-05-01", "2027-06-30", phase="closed"),
        cycle("own", "2027-07-01", "2027-08-31", parent="else"),
        cycle("later", "2028-01-01", "2028-04-30"),
    )
    found = adopted(workspace, "annual", date(2027, 1, 1), date(2027, 12, 31))
    assert [each.id for each in found] == ["t1"]


def test_who_takes_part_are_the_teams_named_else_all_that_have_begun() -> None:
    small = Small()
    small.teams.append({"id": "sales", "name": "Sales", "parent": "company", "stage": "not-yet"})
    workspace = small.workspace()
    content = workspace.cycles["t3"]
    assert [team.id for team in taking_part(workspace, content.cycle)] == ["company", "product"]
    named = replace(content.cycle, teams=("sales",))
    assert [team.id for team in taking_part(workspace, named)] == ["sales"]


def test_rituals_skip_closed_days() -> None:
    start, end = date(2026, 10, 1), date(2026, 12, 31)

    def closed(day: date) -> bool:
        return date(2026, 12, 21) <= day <= date(2027, 1, 3) or day == date(2026, 10, 16)

    usual = {(each.kind, each.on) for each in calendar(cadence(), start, end)}
    placed = {(each.kind, each.on) for each in calendar(cadence(), start, end, closed)}
    assert not any(closed(day) for _kind, day in placed)
    assert ("weekly-check-in", date(2026, 10, 15)) in placed - usual  # a Friday's check-in moves within its week
    assert not any(kind == "weekly-check-in" and day >= date(2026, 12, 21) for kind, day in placed)
    assert ("review-retrospective", date(2026, 12, 18)) in placed  # back, because afterwards the cycle is over


def test_drafting_inside_a_cycle_lets_check_ins_begin_in_week_five() -> None:
    start, end = date(2027, 1, 1), date(2027, 3, 31)
    assert begins_achieving(cadence(), start, end) is None
    begins = begins_achieving(cadence(make="inside"), start, end)
    assert begins == date(2027, 1, 29)
    weekly = [each.on for each in calendar(cadence(make="inside"), start, end) if each.kind == "weekly-check-in"]
    assert begins <= min(weekly)


def test_a_team_alone_and_few_people_have_fewer_rituals() -> None:
    start, end, before = date(2027, 1, 1), date(2027, 3, 31), date(2026, 11, 1)
    alone = {each.kind for each in schedule(cadence(), start, end, before, teams=1, people=3).rituals}
    many = {each.kind for each in schedule(cadence(), start, end, before, teams=5, people=9).rituals}
    assert many - alone == {
        "leadership-draft", "company-okrs-published", "alignment", "leadership-slips", "monthly-review",
        "maturity-survey",
    }  # fmt: skip


CADENCES = st.builds(
    cadence,
    st.sampled_from(["quarter", "tertial", "half", "custom"]),
    st.integers(1, 12),
    st.integers(1, 60),
)


@given(first=st.dates(date(1990, 1, 1), date(2090, 1, 1)), cadences=st.lists(CADENCES, min_size=2, max_size=6))
def test_whatever_cadence_follows_cycles_never_overlap_and_leave_no_gap(first: date, cadences: list[Cadence]) -> None:
    workspace, last = having(), first - timedelta(days=1)
    for number, each in enumerate(cadences):
        span = next_span(workspace, "cycle", each, first) if number else following(each, first)
        assert span.start == last + timedelta(days=1)
        assert span.end >= span.start
        assert is_slug(span.id)
        assert span.id not in workspace.cycles
        assert overlapping(workspace, "cycle", span.start, span.end, ()) is None
        made = cycle(span.id, span.start.isoformat(), span.end.isoformat())
        workspace = having(*(content.cycle for content in workspace.cycles.values()), made)
        last = span.end
