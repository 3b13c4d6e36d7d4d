from datetime import date

from okr_tui.domain.making import being_made, carried, pains
from okr_tui.domain.missing import missing_in_key_result, missing_in_objective
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.settings import Policy
from tests.workspaces import Small, day


def small() -> Small:
    made = Small()
    made.cycle("t1", start=date(2026, 12, 11), end=date(2027, 3, 20), phase="make")
    return made


def test_the_cycle_being_made_is_the_first_that_is_drafted():
    made = small()
    made.cycle("t2", start=date(2027, 3, 21), end=date(2027, 6, 30), phase="make")
    found = being_made(made.workspace(), day(45))
    assert found is not None
    assert found.cycle.id == "t1"
    assert being_made(Small().workspace(), day(45)) is None


def test_pain_points_that_most_people_back_come_first_and_each_person_counts_once():
    made = small()
    lesser = made.says("noa", "pain_point", on=day(30), cycle="t1", team="product", text="Small")
    greater = made.says("noa", "pain_point", on=day(31), cycle="t1", team="product", text="Great")
    made.says("noa", "pain_point", on=day(29), cycle="t1", team="company", text="Elsewhere")
    for week in (32, 39):
        made.says("sam", "backing", on=day(week), cycle="t1", about=greater["id"])
    made.objective("product", "o", cycle="t1", status="draft", from_pain=[lesser["id"]])
    found = pains(made.content("t1"), "product")
    assert [(each.text, each.backers) for each in found] == [("Great", ("sam",)), ("Small", ())]
    assert [each.objective.id if each.objective else None for each in found] == [None, "o"]


def test_a_dropped_objective_no_longer_stands_for_its_pain_point():
    made = small()
    pain = made.says("noa", "pain_point", on=day(30), cycle="t1", team="product", text="Small")
    made.objective("product", "o", cycle="t1", status="dropped", from_pain=[pain["id"]])
    assert pains(made.content("t1"), "product")[0].objective is None


def test_only_what_continues_or_is_reworked_is_carried_from_the_cycle_closed_last():
    made = small()
    for name, end in (("old", date(2026, 4, 30)), ("last", date(2026, 8, 31))):
        made.cycle(name, start=date(2026, 1, 1), end=end, phase="closed")
    decisions = [
        {"about": "goes-on", "verdict": "continue"},
        {"about": "again", "verdict": "rework"},
        {"about": "over", "verdict": "close"},
        {"about": "kept", "verdict": "keep", "when": "mid"},
    ]
    made.review("product", "last", decision=decisions)
    made.review("product", "old", decision=[{"about": "older", "verdict": "continue"}])
    workspace = made.workspace()
    handed = carried(workspace, workspace.cycles["t1"], "product")
    assert handed is not None
    assert (handed.cycle.id, [each.about for each in handed.decisions]) == ("last", ["goes-on", "again"])
    assert carried(workspace, workspace.cycles["t1"], "company") is None


def test_what_a_key_result_lacks_depends_on_its_kind():
    def lacks(**keys):
        return missing_in_key_result(KeyResult(id="a", title="A", owner="noa", measure="the books", **keys))

    assert lacks() == ("no-metric",)
    assert lacks(target=3) == ("no-baseline",)
    assert lacks(baseline=3) == ("no-target",)
    assert lacks(baseline=3, target=4) == ()
    assert lacks(kind="keep") == ("no-band",)
    assert lacks(kind="keep", low=3) == ()
    assert lacks(kind="milestones") == ("no-milestones",)
    assert lacks(kind="yes-no") == ()


def test_an_objective_is_asked_for_key_results_why_and_owner():
    bare = Objective(id="a", title="A")
    assert missing_in_objective(bare, Policy()) == ("no-key-results", "no-why", "no-change", "no-owner")
