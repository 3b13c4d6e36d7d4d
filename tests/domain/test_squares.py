from datetime import timedelta

import pytest
from msgspec.structs import replace

from okr_tui.domain.people import Kpi
from okr_tui.domain.squares import cycle_to_recall, edge, health, initiatives, next_weeks, people_of, this_week
from tests.workspaces import Small, day

TODAY = day(45)


def test_everybodys_first_priority_comes_before_anybodys_second_the_lead_first():
    small = Small()
    small.says("noa", "weekly", on=TODAY, priorities=["n1", "n2"])
    small.says("sam", "weekly", on=TODAY, priorities=["s1", "s2"])
    small.says("maya", "weekly", on=TODAY, priorities=["of another team"])
    found = this_week(small.workspace(), small.content(), "product", TODAY)
    assert [each.words for each in found] == ["s1", "n1", "s2", "n2"]


def test_last_weeks_priorities_are_gone_and_the_newest_word_of_a_week_counts():
    small = Small()
    small.says("noa", "weekly", on=TODAY - timedelta(days=7), priorities=["old"])
    small.says("noa", "weekly", on=TODAY, priorities=["first thought"])
    small.says("noa", "weekly", on=TODAY, priorities=["second thought"])
    found = this_week(small.workspace(), small.content(), "product", TODAY)
    assert [each.words for each in found] == ["second thought"]


def test_who_left_is_no_longer_of_the_team():
    small = Small()
    small.people[0]["left"] = day(10)
    assert people_of(small.workspace(), "product", TODAY) == ("sam",)
    assert people_of(small.workspace(), "product", day(9)) == ("sam", "noa")


def test_the_next_four_weeks_hold_the_teams_rituals_but_not_the_weekly_ones():
    small = Small()
    rituals = (
        {"id": "r1", "kind": "mid-cycle-review", "on": day(50)},
        {"id": "r2", "kind": "weekly-check-in", "on": day(48)},
        {"id": "r3", "kind": "alignment", "on": day(49), "team": "company"},
        {"id": "r4", "kind": "review-retrospective", "on": day(90)},
        {"id": "r5", "kind": "pain-points", "on": day(40)},
    )
    small.cycle("t3", rituals=rituals)
    small.says("noa", "weekly", on=TODAY, next_weeks="Gallery opens\n\nImport")
    found = next_weeks(small.workspace(), small.content(), "product", TODAY)
    assert [each.words or each.kind for each in found] == ["Gallery opens", "Import", "mid-cycle-review"]


def test_initiatives_are_active_planned_done_and_dropped_ones_are_left_out():
    small = Small()
    small.objective("product", "grow")
    statuses = ("done", "planned", "dropped", "active")
    small.key_result("grow", "nps", initiative=[{"id": each, "title": each, "status": each} for each in statuses])
    found = initiatives(small.content().plans["product"])
    assert [each.initiative.id for each in found] == ["active", "planned", "done"]


@pytest.mark.parametrize(
    ("figures", "where"),
    [
        ([], "unknown"),
        ([29.0], "inside"),
        ([30.0], "inside"),
        ([26.0, 29.0, 28.0, 31.0], "near"),
        ([26.0, 29.0, 28.0, 36.0], "outside"),
        ([31.0], "outside"),
    ],
)
def test_a_figure_is_near_its_edge_when_one_usual_step_brings_it_back(figures: list[float], where: str):
    assert edge(Kpi(id="load", title="Load", high=30), figures) == where


def test_a_kpi_without_a_band_cannot_be_outside():
    assert edge(Kpi(id="load", title="Load"), [3.0]) == "unknown"


def test_health_takes_the_latest_figure_that_counts():
    small = Small()
    small.teams[1]["kpi"] = [{"id": "load", "title": "Load", "high": 30}, {"id": "quiet", "title": "Quiet"}]
    small.says("noa", "check_in", on=day(44), about="load", value=29)
    small.says("noa", "check_in", on=day(30), about="load", value=50)
    small.says("noa", "check_in", on=day(60), about="load", value=99)
    load, quiet = health(small.workspace(), "product", TODAY)
    assert (load.value, load.on, load.edge) == (29, day(44), "inside")
    assert (quiet.value, quiet.edge) == (None, "unknown")


def test_a_closed_cycle_is_recalled_in_the_weeks_after_it_and_not_for_ever():
    small = Small()
    small.teams[1]["kpi"] = [{"id": "uptime", "title": "Uptime", "unit": "%"}]
    small.cycle("t2", name="T2", start=day(-100), end=day(-1), phase="closed")
    workspace = small.workspace()
    workspace = replace(workspace, cycles={**workspace.cycles, "t2": replace(workspace.cycles["t2"], complete=False)})
    assert cycle_to_recall(workspace, ["product"], day(20)) == "t2"
    assert cycle_to_recall(workspace, ["product"], day(40)) is None
    assert cycle_to_recall(workspace, ["company"], day(20)) is None, "it has no KPI"
