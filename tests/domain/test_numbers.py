"""The numbers of the method, worked out by hand: window of 100 days, so that day 45 is 45 % of the way.

Each case says what the file holds and what has to come out; the working stands beside it.
"""

from datetime import date
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okr_tui.domain.clock import Window, expected
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.rollup import company_score, cycle_standing, objective_standing, team_standing
from okr_tui.domain.score import key_result_score, weighted_mean
from okr_tui.domain.standing import Standing, standing
from tests.workspaces import Small, day

Said = tuple[Any, ...]
"""(day, value), (day, value, confidence) or (day, value, confidence, person)."""

UP = {"baseline": 20, "target": 40}
DOWN = {"baseline": 8, "target": 3}
HUNDRED = {"baseline": 0, "target": 100}
BAND = {"kind": "keep", "low": 4, "high": 6}
ZONES = {"baseline": 0, "commit": 40, "target": 80, "stretch": 100}
STEPS = {
    "kind": "milestones",
    "milestone": [{"id": "a", "title": "A", "weight": 2}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}],
}


def small(key_result: dict[str, Any], said: list[Said], objective: dict[str, Any] | None = None) -> Small:
    made = Small()
    made.objective("product", "o", **(objective or {}))
    made.key_result("o", "k", **key_result)
    for number, value, *more in said:
        keys = {"value": value} if value is not None else {}
        keys |= {"confidence": more[0]} if more and more[0] is not None else {}
        made.says(more[1] if len(more) > 1 else "noa", "check_in", on=day(number), about="k", **keys)
    return made


def stands(made: Small, today: int) -> Standing:
    workspace = made.workspace()
    content = workspace.cycles["t3"]
    objective = content.plans["product"].objective[0]
    return standing(workspace, content, "product", objective, objective.key_result[0], day(today))


class Case(NamedTuple):
    """What is in the files, the day, and what comes out."""

    says: str
    key_result: dict[str, Any]
    said: list[Said]
    today: int
    progress: float | None
    expected: float | None
    pace: float | None
    status: str


CASES = [
    # progress = (value - baseline) / (target - baseline); expected = days passed / 100; pace = progress / expected
    Case("half way at half time", UP, [(49, 30)], 50, 10 / 20, 0.5, 1.0, "on-track"),
    Case("a figure that should fall", DOWN, [(49, 5.5)], 50, 2.5 / 5, 0.5, 1.0, "on-track"),
    Case("10 points behind is within grace: 0.4 >= 0.5 - 0.1", DOWN, [(49, 6)], 50, 2 / 5, 0.5, 0.8, "on-track"),
    Case("10 points behind at 80 %, where binary fractions don't agree", HUNDRED, [(79, 70)], 80, 0.7, 0.8, 0.875, "on-track"),
    Case("11 points behind, pace 0.78", HUNDRED, [(49, 39)], 50, 0.39, 0.5, 0.78, "at-risk"),
    Case("pace 0.7 is still at risk", DOWN, [(49, 6.25)], 50, 1.75 / 5, 0.5, 0.7, "at-risk"),
    Case("pace 0.7 as 63 of 90", HUNDRED, [(89, 63)], 90, 0.63, 0.9, 0.7, "at-risk"),
    Case("pace 0.7 as 49 of 70", HUNDRED, [(69, 49)], 70, 0.49, 0.7, 0.7, "at-risk"),
    Case("pace 0.6 is off track", DOWN, [(49, 6.5)], 50, 1.5 / 5, 0.5, 0.6, "off-track"),
    Case("below the start", UP, [(49, 10)], 50, -10 / 20, 0.5, -1.0, "off-track"),
    Case("beyond the target is not clamped", UP, [(49, 50)], 50, 30 / 20, 0.5, 3.0, "reached"),
    Case("exactly the target", UP, [(49, 40)], 50, 1.0, 0.5, 2.0, "reached"),
    Case("before 15 % nobody is judged", UP, [(13, 20)], 14, 0.0, 0.14, 0.0, "on-track"),
    Case("from 15 % on they are", UP, [(14, 20)], 15, 0.0, 0.15, 0.0, "off-track"),
    Case("the latest figure by its day counts, not the last written", UP, [(49, 30), (42, 22)], 50, 0.5, 0.5, 1.0, "on-track"),
    Case("a figure of tomorrow does not count", UP, [(49, 30), (51, 40)], 50, 0.5, 0.5, 1.0, "on-track"),
    # its own clock: 20 days of 50
    Case("own start", {**UP, "start": day(50)}, [(69, 30)], 70, 0.5, 20 / 50, 1.25, "on-track"),
    Case("own end: 50 days of 80", {**UP, "end": day(80)}, [(39, 30)], 40, 0.5, 40 / 80, 1.0, "on-track"),
    Case("before its start pace is unknown", {**UP, "start": day(50)}, [(39, 30)], 40, 0.5, 0.0, None, "on-track"),
    Case("before its start and without a value", {**UP, "start": day(50)}, [], 40, None, 0.0, None, "no-data"),
    Case("a window of one day has passed", {**UP, "start": day(50), "end": day(50)}, [(50, 30)], 50, 0.5, 1.0, 0.5, "off-track"),
    Case("after the end the end stands for today", UP, [(99, 36)], 110, 16 / 20, 1.0, 0.8, "at-risk"),
    Case("a late figure still counts", UP, [(99, 36), (105, 38)], 110, 18 / 20, 1.0, 0.9, "on-track"),
    # phased: straight lines through (0, baseline), the points, (100, target)
    Case("phased, on its point", {**HUNDRED, "phased": [{"on": day(50), "value": 20}]}, [(49, 20)], 50, 0.2, 0.2, 1.0, "on-track"),
    Case("phased, before: half of 20", {**HUNDRED, "phased": [{"on": day(50), "value": 20}]}, [(24, 5)], 25, 0.05, 0.1, 0.5, "on-track"),
    Case("phased, after: 20 + half of 80", {**HUNDRED, "phased": [{"on": day(50), "value": 20}]}, [(74, 30)], 75, 0.3, 0.6, 0.5, "off-track"),
    Case("phased downwards: half from 7 to 3 is 5", {**DOWN, "phased": [{"on": day(40), "value": 7}]}, [(69, 5)], 70, 0.6, 0.6, 1.0, "on-track"),
    Case("phased beyond the target expects no more than all", {**HUNDRED, "phased": [{"on": day(50), "value": 150}]}, [(49, 90)], 50, 0.9, 1.0, 0.9, "on-track"),
    # a lag of 10 days: expected as of 10 days before
    Case("a figure that comes late", {**HUNDRED, "lag": 10}, [(49, 40)], 50, 0.4, 0.4, 1.0, "on-track"),
    Case("nothing expected within the lag", {**HUNDRED, "lag": 10}, [(4, 0)], 5, 0.0, 0.0, None, "on-track"),
    # keep: weeks inside / weeks with a value, the worst of a week counting. Days 1, 8, 15 and 16: weeks 36, 37, 38, 38
    Case("kept", BAND, [(1, 5), (8, 4), (15, 6)], 16, 1.0, None, None, "on-track"),
    Case("out in one week of three, back inside", BAND, [(1, 5), (8, 7), (15, 5)], 16, 2 / 3, None, None, "on-track"),
    Case("the worst of week 38 counts", BAND, [(1, 5), (8, 7), (15, 5), (16, 6.5)], 17, 1 / 3, None, None, "off-track"),
    Case("only an upper edge", {"kind": "keep", "high": 2}, [(1, -50)], 2, 1.0, None, None, "on-track"),
    # yes or no
    Case("not yet", {"kind": "yes-no"}, [(79, 0)], 80, 0.0, 0.8, 0.0, "on-track"),
    Case("a confidence is a word on it", {"kind": "yes-no"}, [(79, None, 7)], 80, 0.0, 0.8, 0.0, "on-track"),
    Case("yes", {"kind": "yes-no"}, [(79, 1)], 80, 1.0, 0.8, 1.25, "done"),
    # milestones of weight 2 + 1 + 1
    Case("nothing was said yet", STEPS, [], 10, 0.0, 0.1, 0.0, "no-data"),
    Case("no milestones", {"kind": "milestones"}, [(9, None, 5)], 10, None, 0.1, None, "on-track"),
    # without a baseline nothing can be told
    Case("no baseline", {"target": 40}, [(49, 10)], 50, None, 0.5, None, "on-track"),
    Case("no value", UP, [], 10, None, 0.1, None, "no-data"),
    # confidence of 3 or less is at risk, where it isn't worse already
    Case("confidence 3 on track", UP, [(49, 30, 3)], 50, 0.5, 0.5, 1.0, "at-risk"),
    Case("confidence 4 on track", UP, [(49, 30, 4)], 50, 0.5, 0.5, 1.0, "on-track"),
    Case("confidence 3 off track stays off track", DOWN, [(49, 6.5, 3)], 50, 0.3, 0.5, 0.6, "off-track"),
    Case("confidence 2 inside the band", BAND, [(15, 5, 2)], 16, 1.0, None, None, "at-risk"),
    Case("confidence 1 without a baseline", {"target": 40}, [(49, 10, 1)], 50, None, 0.5, None, "at-risk"),
    # slipping: 5.6, 5.9, 6.2 lose 0.6 of 5 = 12 %; progress 1.8 / 5 = 0.36; pace 0.36 / 0.45 = 0.8
    Case("two falls of 12 %", DOWN, [(30, 5.6), (37, 5.9), (44, 6.2)], 45, 0.36, 0.45, 0.8, "slipping"),
    Case("two falls of 10 % are not more than 10 %", DOWN, [(30, 5.6), (37, 5.8), (44, 6.1)], 45, 0.38, 0.45, 0.38 / 0.45, "on-track"),
    Case("one fall of 12 %", DOWN, [(30, 5.6), (37, 5.6), (44, 6.2)], 45, 0.36, 0.45, 0.8, "on-track"),
    Case("the baseline is no value", DOWN, [(37, 8.4), (44, 9)], 45, -0.2, 0.45, -0.2 / 0.45, "off-track"),
    Case("falls do not slip at pace 1.8", DOWN, [(5, 5.6), (12, 5.9), (19, 6.2)], 20, 0.36, 0.2, 1.8, "on-track"),
    Case("12 % is within its own noise of 20 %", {**DOWN, "noise": 0.2}, [(30, 5.6), (37, 5.9), (44, 6.2)], 45, 0.36, 0.45, 0.8, "on-track"),
    Case("4 % is beyond its own noise of 2 %", {**DOWN, "noise": 0.02}, [(30, 5.9), (37, 6), (44, 6.1)], 45, 0.38, 0.45, 0.38 / 0.45, "slipping"),
    Case("a rise between falls", DOWN, [(23, 5), (30, 5.9), (37, 5.6), (44, 6.2)], 45, 0.36, 0.45, 0.8, "on-track"),
    # one person's confidence down by 3 within the last three, to 6 or below
    Case("confidence 9, 8, 6", UP, [(35, 28, 9), (42, 29, 8), (49, 30, 6)], 50, 0.5, 0.5, 1.0, "slipping"),
    Case("confidence 10, 8, 7 ends too high", UP, [(35, 28, 10), (42, 29, 8), (49, 30, 7)], 50, 0.5, 0.5, 1.0, "on-track"),
    Case("confidence 8, 7, 6 falls by 2", UP, [(35, 28, 8), (42, 29, 7), (49, 30, 6)], 50, 0.5, 0.5, 1.0, "on-track"),
    Case("9 was four check-ins ago", UP, [(28, 27, 9), (35, 28, 6), (42, 29, 6), (49, 30, 6)], 50, 0.5, 0.5, 1.0, "on-track"),
    Case("two people may differ", UP, [(42, 29, 9, "noa"), (49, 30, 5, "sam")], 50, 0.5, 0.5, 1.0, "on-track"),
    # stale after 2 x 7 + 3 = 17 days without a value
    Case("16 days", UP, [(20, 30)], 36, 0.5, 0.36, 0.5 / 0.36, "on-track"),
    Case("17 days", UP, [(20, 30)], 37, 0.5, 0.37, 0.5 / 0.37, "stale"),
    Case("a note alone does not refresh", UP, [(20, 30), (36, None)], 37, 0.5, 0.37, 0.5 / 0.37, "stale"),
    Case("a confidence alone does not refresh a metric", UP, [(20, 30), (36, None, 7)], 37, 0.5, 0.37, 0.5 / 0.37, "stale"),
    Case("a confidence refreshes a yes-no", {"kind": "yes-no"}, [(20, None, 7)], 36, 0.0, 0.36, 0.0, "on-track"),
    Case("16 days, never a value", UP, [], 16, None, 0.16, None, "no-data"),
    Case("17 days, never a value", UP, [], 17, None, 0.17, None, "stale"),
    Case("its clock began on day 30", {**UP, "start": day(30)}, [], 46, None, 16 / 70, None, "no-data"),
    Case("every 14 days: 31 days", {**UP, "every": 14}, [(20, 30)], 50, 0.5, 0.5, 1.0, "on-track"),
    Case("every 14 days: 31 days have passed", {**UP, "every": 14}, [(20, 30)], 51, 0.5, 0.51, 0.5 / 0.51, "stale"),
    Case("stale waits for the lag: 27 days", {**UP, "lag": 10}, [(20, 30)], 46, 0.5, 0.36, 0.5 / 0.36, "on-track"),
    Case("reached can go stale", UP, [(20, 40)], 37, 1.0, 0.37, 1 / 0.37, "stale"),
    Case("after the end nothing goes stale any more: 10 days", UP, [(90, 38)], 140, 0.9, 1.0, 0.9, "on-track"),
]  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=[case.says for case in CASES])
def test_the_numbers_of_the_method(case: Case) -> None:
    found = stands(small(case.key_result, case.said), case.today)
    assert found.progress == (None if case.progress is None else pytest.approx(case.progress))
    assert found.expected == (None if case.expected is None else pytest.approx(case.expected))
    assert found.pace == (None if case.pace is None else pytest.approx(case.pace))
    assert found.status == case.status


SCORES = [
    # commit 40 scores 0.3, target 80 scores 0.7, stretch 100 scores 1.0, straight lines between
    ("half of commit", ZONES, "aspirational", 20, 0.15),
    ("commit", ZONES, "aspirational", 40, 0.3),
    ("half from commit to target", ZONES, "aspirational", 60, 0.5),
    ("target", ZONES, "aspirational", 80, 0.7),
    ("half from target to stretch", ZONES, "aspirational", 90, 0.85),
    ("beyond stretch", ZONES, "aspirational", 130, 1.0),
    ("below the start", ZONES, "aspirational", -5, 0.0),
    ("zones are for aspirational ones: 60 of 80", ZONES, "committed", 60, 0.75),
    ("zones downwards, half from 8 to 4", {"baseline": 10, "commit": 8, "target": 4, "stretch": 2}, "aspirational", 6, 0.5),
    ("zones need commit and stretch", {"baseline": 0, "target": 80, "stretch": 100}, "aspirational", 60, 0.75),
    ("clamped above", UP, "aspirational", 60, 1.0),
    ("clamped below", UP, "aspirational", 0, 0.0),
    ("no baseline scores 0", {"target": 40}, "aspirational", 30, 0.0),
]  # fmt: skip


@pytest.mark.parametrize(("says", "key_result", "ambition", "value", "score"), SCORES, ids=[row[0] for row in SCORES])
def test_scores(says: str, key_result: dict[str, Any], ambition: str, value: float, score: float) -> None:
    found = stands(small(key_result, [(49, value)], {"ambition": ambition}), 50)
    assert found.score == pytest.approx(score), says


def test_milestones_count_by_weight_once_they_are_done() -> None:
    made = small(STEPS, [])
    made.plan("product")["objective"][0]["key_result"][0]["milestone"] = [
        {"id": "a", "title": "A", "weight": 2, "done": day(30)},
        {"id": "b", "title": "B"},
        {"id": "c", "title": "C"},
    ]
    assert stands(made, 29).progress == 0
    assert stands(made, 30).progress == pytest.approx(2 / 4)
    made.says("noa", "check_in", on=day(40), about="k", milestone="b")
    assert stands(made, 40).progress == pytest.approx(3 / 4)
    assert stands(made, 40).status == "on-track"
    made.says("noa", "check_in", on=day(41), about="k", milestone="c")
    assert stands(made, 41).status == "done"


def test_a_withdrawn_figure_does_not_count_and_a_corrected_one_is_replaced() -> None:
    made = small(UP, [(30, 25)])
    wrong = made.says("noa", "check_in", on=day(37), about="k", value=99)
    made.says("noa", "check_in", on=day(37), about="k", value=28, replaces=wrong["id"])
    assert stands(made, 40).value == 28
    made.says("noa", "check_in", on=day(38), about="k", value=1, withdrawn=True)
    assert stands(made, 40).value == 28
    assert [entry.check_in.value for entry in stands(made, 40).entries] == [25, 28]


def test_a_correction_that_was_withdrawn_leaves_the_original() -> None:
    made = small(UP, [(30, 25)])
    first = made.says("noa", "check_in", on=day(37), about="k", value=30)
    made.says("noa", "check_in", on=day(37), about="k", value=28, replaces=first["id"], withdrawn=True)
    assert stands(made, 40).value == 30


def test_done_needs_the_owner_to_say_so_at_the_target() -> None:
    made = small(UP, [(30, 38)])
    made.says("noa", "check_in", on=day(31), about="k", status="done")
    assert stands(made, 40).status == "on-track"
    made.says("noa", "check_in", on=day(32), about="k", value=40)
    assert stands(made, 40).status == "done"
    assert stands(made, 90).status == "done", "what is done never goes stale"


def test_done_said_by_somebody_else_is_not_the_owners_word() -> None:
    made = small(UP, [(30, 40)])
    made.says("sam", "check_in", on=day(31), about="k", status="done")
    assert stands(made, 40).status == "reached"


def test_the_owners_word_stands_beside_the_computed_status() -> None:
    made = small(UP, [(49, 30)])
    made.says("noa", "check_in", on=day(49), about="k", status="off-track")
    found = stands(made, 50)
    assert (found.status, found.status_word) == ("on-track", "off-track")


def test_closed_days_and_the_owners_absence_do_not_count_as_quiet() -> None:
    made = small(UP, [(20, 30)])
    made.settings["closed"] = [{"from": day(25), "to": day(29)}]
    assert stands(made, 41).quiet == 16  # 21 days but for 5
    assert stands(made, 41).status == "on-track"
    made.people[0]["away"] = [{"from": day(30), "to": day(31)}]
    assert stands(made, 43).quiet == 16  # 23 days but for 7
    assert stands(made, 44).status == "stale"


@pytest.mark.parametrize("status", ["draft", "proposed", "dropped"])
def test_what_is_not_agreed_has_no_data_is_never_stale_or_due_and_has_no_score(status: str) -> None:
    found = stands(small(UP, [(1, 30)], {"status": status}), 60)
    assert (found.status, found.stale, found.due, found.score) == ("no-data", False, False, None)


def test_a_dropped_key_result_has_no_data() -> None:
    found = stands(small({**UP, "dropped": {"on": day(40), "why": "no"}}, [(1, 30)]), 60)
    assert (found.status, found.stale, found.due, found.score) == ("no-data", False, False, None)


def test_achieve_from_begins_the_clock_and_nothing_is_due_before() -> None:
    made = small(UP, [])
    made.cycle("t3", achieve_from=day(20))
    before = stands(made, 19)
    assert (before.status, before.due, before.stale) == ("no-data", False, False)
    made.says("noa", "check_in", on=day(59), about="k", value=30)
    assert stands(made, 60).expected == pytest.approx(40 / 80)


def test_periods_before_achieve_from_were_never_due() -> None:
    made = small({**UP, "start": day(0)}, [])
    made.cycle("t3", achieve_from=day(15))  # a Wednesday; the period ends on Friday, day 17
    found = stands(made, 15)
    assert (found.due, found.overdue, found.due_on, found.periods_done) == (True, False, day(17), 0)
    assert stands(made, 18).overdue, "the first one that was wanted has been missed"


# Fridays are days 3, 10, 17 …: the first period is days 0 to 3, the second 4 to 10.
DUE = [
    ("nothing was said in the first days", [], 2, True, False, 3),
    ("the first Friday was missed", [], 5, True, True, 3),
    ("a figure in the period before", [(3, 30)], 5, True, False, 10),
    ("a figure in this period", [(4, 30)], 5, False, False, None),
    ("a figure in this period forgives the one before", [(11, 30)], 12, False, False, None),
    ("a note is no figure", [(3, 30), (4, None)], 5, True, False, 10),
]


@pytest.mark.parametrize(("says", "said", "today", "due", "overdue", "on"), DUE, ids=[row[0] for row in DUE])
def test_due_and_overdue(says: str, said: list[Said], today: int, *, due: bool, overdue: bool, on: int | None) -> None:
    found = stands(small(UP, said), today)
    assert (found.due, found.overdue) == (due, overdue), says
    assert found.due_on == (None if on is None else day(on))


def test_rhythm_is_the_finished_periods_with_a_figure() -> None:
    found = stands(small(UP, [(3, 21), (12, 22)]), 18)  # finished: 0-3 kept, 4-10 not, 11-17 kept
    assert (found.periods_kept, found.periods_done) == (2, 3)


def test_nothing_is_due_after_the_end() -> None:
    assert not stands(small(UP, [(90, 30)]), 101).due


def rolled(key_results: list[tuple[dict[str, Any], float | None]], **objective: Any) -> Small:
    made = Small()
    made.objective("product", "o", **objective)
    for place, (keys, value) in enumerate(key_results):
        made.key_result("o", f"k{place}", **HUNDRED, **keys)
        if value is not None:
            made.says("noa", "check_in", on=day(49), about=f"k{place}", value=value)
    return made


ROLLUPS = [
    ("one 300 % must not hide two zeros", [({}, 300), ({}, 0), ({}, 0)], 1 / 3, 0),
    ("weights: (50 x 2 + 20 x 1) / 3", [({"weight": 2}, 50), ({"weight": 1}, 20)], 0.4, 0),
    ("without a value it counts 0", [({}, 60), ({}, None)], 0.3, 1),
    ("below the start counts 0, not less", [({}, 60), ({}, -60)], 0.3, 0),
    ("a dropped one is left out", [({}, 60), ({"dropped": {"on": day(3)}}, 0)], 0.6, 0),
    ("no weight at all says nothing", [({"weight": 0}, 60)], None, 0),
]


@pytest.mark.parametrize(("says", "key_results", "progress", "unknown"), ROLLUPS, ids=[row[0] for row in ROLLUPS])
def test_an_objective_is_the_weighted_mean(
    says: str, key_results: list[tuple[dict[str, Any], float | None]], progress: float | None, unknown: int
) -> None:
    workspace = rolled(key_results).workspace()
    content = workspace.cycles["t3"]
    found = objective_standing(workspace, content, "product", content.plans["product"].objective[0], day(50))
    assert found.progress == (None if progress is None else pytest.approx(progress)), says
    assert found.without_value == unknown


def test_teams_and_the_company_are_the_mean_of_their_objectives_drafts_left_out() -> None:
    made = rolled([({}, 60)])
    made.objective("product", "second")
    made.key_result("second", "s", **HUNDRED)
    made.says("noa", "check_in", on=day(49), about="s", value=20)
    made.objective("product", "draft", status="draft")
    made.key_result("draft", "d", **HUNDRED)
    made.objective("product", "empty")
    made.objective("company", "top")
    made.key_result("top", "t", **HUNDRED)
    made.says("noa", "check_in", on=day(49), about="t", value=100)
    workspace = made.workspace()
    teams = cycle_standing(workspace, workspace.cycles["t3"], day(50))
    assert [team.team for team in teams] == ["company", "product"]
    assert [team.score for team in teams] == [pytest.approx(1.0), pytest.approx((0.6 + 0.2) / 2)]
    assert company_score(teams) == pytest.approx((1.0 + 0.6 + 0.2) / 3)


def test_the_health_of_an_objective_is_its_worst_key_result() -> None:
    workspace = rolled([({}, 60), ({}, 10), ({}, None)]).workspace()
    team = team_standing(workspace, workspace.cycles["t3"], "product", day(50))
    assert [item.status for item in team.key_results] == ["on-track", "off-track", "stale"]
    assert team.objectives[0].health == "off-track"


def test_initiatives_never_count() -> None:
    made = rolled([({"initiative": [{"id": "i", "title": "I", "status": "done"}]}, None)])
    workspace = made.workspace()
    assert team_standing(workspace, workspace.cycles["t3"], "product", day(50)).score == 0


figures = st.integers(-10_000, 10_000).map(float)


@given(figures, figures, figures, figures)
def test_progress_is_linear_and_the_same_in_both_directions(
    base: float, target: float, first: float, second: float
) -> None:
    if base == target:
        return

    def at(value: float, sign: float = 1.0) -> float:
        way = small({"baseline": sign * base, "target": sign * target}, [(49, sign * value)])
        return stands(way, 50).progress or 0.0

    assert at((first + second) / 2) == pytest.approx((at(first) + at(second)) / 2, abs=1e-6)
    assert at(first, -1.0) == pytest.approx(at(first))


OBJECTIVE = Objective(id="o", title="O", ambition="aspirational")


@given(figures, st.lists(st.integers(1, 1000), min_size=3, max_size=3), st.sampled_from([1, -1]), figures, figures)
def test_a_score_is_within_0_and_1_and_never_falls_when_the_figure_comes_nearer(
    base: float, gaps: list[int], sign: int, first: float, second: float
) -> None:
    marks = [base + sign * sum(gaps[: place + 1]) for place in range(3)]
    key_result = KeyResult(id="k", title="K", baseline=base, commit=marks[0], target=marks[1], stretch=marks[2])

    def score(value: float) -> float:
        share = (value - base) / (marks[1] - base)
        return key_result_score(key_result, OBJECTIVE, progress=share, value=value)

    nearer, further = sorted((first, second), key=lambda value: sign * value, reverse=True)
    assert 0 <= score(further) <= score(nearer) <= 1


@given(st.integers(0, 400), st.integers(0, 400), st.integers(0, 300), st.integers(0, 30))
def test_what_is_expected_on_a_straight_line_never_falls_with_time(
    first: int, second: int, length: int, lag: int
) -> None:
    key_result = KeyResult(id="k", title="K", baseline=0, target=10, lag=lag)
    span = Window(day(10), day(10 + length))
    earlier, later = (expected(key_result, span, day(each)) for each in sorted((first, second)))
    assert earlier is not None
    assert later is not None
    assert 0 <= earlier <= later <= 1


@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0.01, 100)), min_size=1))
def test_a_mean_lies_between_the_least_and_the_most(pairs: list[tuple[float, float]]) -> None:
    found = weighted_mean(pairs)
    assert found is not None
    assert min(share for share, _ in pairs) - 1e-9 <= found <= max(share for share, _ in pairs) + 1e-9


def test_the_cycle_of_these_tests_has_100_days() -> None:
    assert (day(100), (day(100) - day(0)).days) == (date(2026, 12, 10), 100)
    assert day(3).strftime("%A") == "Friday"
