"""Who must agree, who has, and what changed since."""

import pytest

from okr_tui.domain.agreeing import accord, must_agree
from okr_tui.domain.due import owed
from okr_tui.domain.plan import Objective
from okr_tui.domain.wording import differences, wording
from tests.workspaces import Small, day


def proposed(**keys) -> Small:
    """Product proposes to support the company's objective; Maya owns that, Sam leads Product."""
    small = Small()
    small.objective("company", "north", owner="maya")
    small.objective("product", "grow", status="proposed", owner="noa", supports=["north"], **keys)
    small.key_result("grow", "nps", baseline=20, target=40, unit="points")
    return small


def grow(small: Small) -> Objective:
    return small.content().plans["product"].objective[0]


def agrees(small: Small, person: str, on: int = 40) -> None:
    small.says(person, "comment", on=day(on), about="grow", text="", kind="agree", digest=wording(grow(small)))


def reviews(small: Small, person: str) -> list[str]:
    return [item.id for item in owed(small.workspace(), person, day(45)) if item.kind == "review"]


def test_lead_parent_owner_and_champion_must_agree_as_far_as_the_policy_says():
    small = proposed()
    small.teams[1]["champion"] = "noa"
    workspace, content = small.workspace(), small.content()
    assert must_agree(workspace, content, "product", grow(small), day(45)) == ("sam", "maya", "noa")
    small.settings["policy"] = {"agree": ["parent"]}
    assert must_agree(small.workspace(), content, "product", grow(small), day(45)) == ("maya",)


def test_the_owners_of_an_objective_and_its_key_results_agree_where_the_policy_says_so_or_finds_nobody():
    small = proposed()
    small.settings["policy"] = {"agree": ["owner"]}
    owners = {"noa", *(each.owner for each in grow(small).key_result if each.owner)}
    assert set(must_agree(small.workspace(), small.content(), "product", grow(small), day(45))) >= owners
    small.settings["policy"] = {"agree": ["champion"]}  # of whom there is none
    must = must_agree(small.workspace(), small.content(), "product", grow(small), day(45))
    assert must
    assert "sam" not in must or "sam" in owners
    stranger = next(each["id"] for each in small.people if each["id"] not in must)
    agrees(small, stranger)
    assert not accord(small.workspace(), small.content(), "product", grow(small), day(45)).complete


def test_a_key_result_above_counts_as_a_parent_and_the_vision_as_none():
    small = proposed()
    small.key_result("north", "reach", owner="sam")
    small.objective("product", "other", status="proposed", supports=["reach", "vision"])
    small.settings["policy"] = {"agree": ["parent"]}
    other = small.content().plans["product"].objective[1]
    assert must_agree(small.workspace(), small.content(), "product", other, day(45)) == ("sam",)


def test_a_stand_in_agrees_for_who_is_away_and_who_left_need_not():
    small = proposed()
    small.people[1]["away"] = [{"from": day(40), "to": day(50), "stand_in": "noa"}]
    small.people[2]["left"] = day(30)
    assert must_agree(small.workspace(), small.content(), "product", grow(small), day(45)) == ("noa",)


def test_it_is_complete_when_everybody_agreed_to_it_as_it_stands():
    small = proposed()
    agrees(small, "sam")
    found = accord(small.workspace(), small.content(), "product", grow(small), day(45))
    assert (found.has, found.missing, found.complete) == (("sam",), ("maya",), False)
    agrees(small, "maya")
    assert accord(small.workspace(), small.content(), "product", grow(small), day(45)).complete
    small.plan("product")["objective"][0]["key_result"][0]["target"] = 45
    found = accord(small.workspace(), small.content(), "product", grow(small), day(45))
    assert found.missing == ("sam", "maya")
    assert [(each.title, each.key, each.before, each.after) for each in found.since["sam"]] == [
        ("Nps", "target", "40", "45")
    ]


def test_a_review_is_owed_until_one_agrees_and_again_only_by_those_who_agreed_to_something_else():
    small = proposed()
    assert reviews(small, "sam") == reviews(small, "maya") == ["grow"]
    agrees(small, "sam")
    assert reviews(small, "sam") == []
    small.says("maya", "comment", on=day(41), about="grow", text="For whom?", kind="question")
    assert reviews(small, "maya") == []
    small.plan("product")["objective"][0]["title"] = "Grow slowly"
    assert reviews(small, "sam") == ["grow"]


def test_where_all_agreed_in_copies_that_did_not_know_of_each_other_the_lead_says_so():
    small = proposed()
    agrees(small, "sam")
    agrees(small, "maya")
    assert (reviews(small, "sam"), reviews(small, "maya")) == (["grow"], [])


@pytest.mark.parametrize(("by", "asked"), [("noa", ["grow"]), ("sam", [])])
def test_a_change_to_what_is_agreed_asks_again_all_but_who_made_it(by, asked):
    small = proposed()
    agrees(small, "sam", 20)
    objective = small.plan("product")["objective"][0]
    objective["status"] = "agreed"
    assert reviews(small, "sam") == reviews(small, "maya") == []
    objective["key_result"][0] |= {
        "target": 35, "changed": [{"on": day(42), "key": "target", "from": 40, "to": 35, "why": "Late", "by": by}],
    }  # fmt: skip
    assert reviews(small, "sam") == asked
    assert reviews(small, "maya") == []


def test_differences_name_what_is_new_gone_and_changed_and_nothing_where_the_digest_tells_nothing():
    small = proposed()
    small.key_result("grow", "churn", baseline=5, target=2)
    before = wording(grow(small))
    table = small.plan("product")["objective"][0]
    table["key_result"][1]["dropped"] = {"on": day(42), "why": "No"}
    table["ambition"] = "committed"
    small.key_result("grow", "calls", kind="milestones", milestone=[{"id": "m1", "title": "First"}])
    found = differences(before, grow(small))
    assert {(each.id, each.key) for each in found} == {
        ("grow", "ambition"), ("churn", "gone"), ("calls", "new"), ("m1", "new"),
    }  # fmt: skip
    assert differences("4f2a91", grow(small)) == differences(None, grow(small)) == ()


def test_who_measures_it_and_how_often_is_not_agreed_to_and_long_words_stay_short_in_the_digest():
    small = proposed(why="so that " + "x" * 5000)
    before = wording(grow(small))
    assert max(len(line) for line in before.splitlines()) < 250
    table = small.plan("product")["objective"][0]
    table["key_result"][0] |= {"owner": "sam", "every": 14, "measure": "the dashboard"}
    assert differences(before, grow(small)) == ()
    table["why"] += "y"
    assert [each.key for each in differences(before, grow(small))] == ["why"]
