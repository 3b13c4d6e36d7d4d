from typing import Any

from okr_tui.domain.rollup import objective_standing, team_standing
from okr_tui.domain.standing import standing
from okr_tui.words.explain import explain
from okr_tui.words.rolled import explain_objective, explain_team
from tests.workspaces import Small, day


def why(
    keys: dict[str, Any], said: list[tuple[int, dict[str, Any]]], today: int = 45, **objective: Any
) -> dict[str, str]:
    """Label → text of the explanation of a key result; of labels that stand twice the first."""
    small = Small()
    small.objective("product", "o", **objective)
    small.key_result("o", "k", **keys)
    for number, tables in said:
        small.says("noa", "check_in", on=day(number), about="k", **tables)
    workspace = small.workspace()
    content = workspace.cycles["t3"]
    made = content.plans["product"].objective[0]
    rows = explain(standing(workspace, content, "product", made, made.key_result[0], day(today)), workspace)
    return dict(reversed([(row.label, row.text) for row in rows]))


DOWN = {"baseline": 8, "target": 3, "unit": "h"}


def test_a_metric_that_should_fall_shows_every_input_of_its_number() -> None:
    assert why(DOWN, [(44, {"value": 6.2, "confidence": 7})]) == {
        "Status": "● on track",
        "Because": "36 % where 45 % was expected: close enough",
        "Rule": "progress within 10 points of what was expected is on track",
        "Wanted": "8 → 3 h",
        "Value": "6.2 h on Thu 15 Oct",
        "Progress": "(8 − 6.2) ÷ (8 − 3) = 36 %",
        "Elapsed": "45 of 100 days = 45 %, from 1 Sep to 10 Dec",
        "Expected": "45 %",
        "Pace": "36 % ÷ 45 % = 0.8",
        "Confidence": "7 of 10, by Noa Berger on Thu 15 Oct",
        "Quiet": "1 day without a value; stale at 17 = 2 × 7 + 3",
        "Weight": "1 of 1 in its objective",
        "Score": "0.36, the progress within 0 and 1",
    }


def test_a_metric_that_should_rise_is_subtracted_the_other_way_round() -> None:
    assert why({"baseline": -2, "target": 8}, [(44, {"value": 3})])["Progress"] == "(3 − (−2)) ÷ (8 − (−2)) = 50 %"


def test_what_is_below_the_start_or_beyond_the_target_says_what_it_counts() -> None:
    below, beyond = why(DOWN, [(44, {"value": 9})])["Progress"], why(DOWN, [(44, {"value": 1})])["Progress"]
    assert below == "(8 − 9) ÷ (8 − 3) = -20 %, below the start, counts as 0 %"
    assert beyond == "(8 − 1) ÷ (8 − 3) = 140 %, beyond the target, counts as 100 %"


def test_each_status_names_the_threshold_that_decided() -> None:
    assert why(DOWN, [(44, {"value": 6.5})])["Rule"] == "a pace under 0.7 is off track"
    assert why(DOWN, [(44, {"value": 5.2, "confidence": 3})])["Rule"] == "a confidence of 3 or less is at risk"
    assert why(DOWN, [(9, {"value": 5.2})])["Rule"] == "stale after 17 days without a value"
    falls = [(30, {"value": 5.6}), (37, {"value": 5.9}), (44, {"value": 6.2})]
    assert why(DOWN, falls)["Rule"] == "two falls in a row that lose more than 10 % of the way, at a pace under 1"
    drop = [(37, {"value": 5, "confidence": 9}), (44, {"value": 5, "confidence": 5})]
    assert why(DOWN, drop)["Rule"] == "one person's confidence down by 3 or more, to 6 or below"


def test_a_figure_that_is_kept_counts_its_weeks() -> None:
    rows = why({"kind": "keep", "low": 4, "high": 6}, [(30, {"value": 5}), (37, {"value": 7}), (44, {"value": 5})])
    assert rows["Progress"] == "2 ÷ 3 weeks with a value inside its band = 67 %"
    assert rows["Expected"] == "nothing: it is kept, not moved"
    assert "Pace" not in rows


def test_milestones_add_up_their_weight() -> None:
    steps = [{"id": "a", "title": "A", "weight": 2}, {"id": "b", "title": "B"}, {"id": "c", "title": "C"}]
    rows = why({"kind": "milestones", "milestone": steps}, [(30, {"milestone": "a"}), (37, {"milestone": "c"})])
    assert (rows["Wanted"], rows["Progress"]) == ("2 of 3 milestones", "(2 + 1) ÷ 4 of the weight = 75 %")


def test_yes_or_no_says_yes_or_no() -> None:
    assert why({"kind": "yes-no"}, [(44, {"value": 1})])["Value"] == "yes on Thu 15 Oct"


def test_what_can_not_be_told_says_why() -> None:
    rows = why({"target": 3}, [(44, {"value": 6.2})])
    assert (rows["Progress"], rows["Score"]) == ("not known: there is no baseline", "0, because no progress is known")
    assert why(DOWN, [], 10)["Progress"] == "not known: there is no value yet"


def test_phased_targets_and_a_lag_are_named() -> None:
    phased = {**DOWN, "phased": [{"on": day(50), "value": 7}]}
    assert why(phased, [(44, {"value": 7})], 50)["Expected"] == "20 %, on the line through its phased targets"
    late = why({**DOWN, "lag": 10}, [(44, {"value": 6})])
    assert late["Expected"] == "35 %, as its figure comes 10 days late"
    assert late["Quiet"] == "1 day without a value; stale at 27 = 2 × 7 + 3 + 10"


def test_zones_are_written_out() -> None:
    zones = {"baseline": 0, "commit": 40, "target": 80, "stretch": 100, "unit": "%"}
    score = why(zones, [(44, {"value": 60})])["Score"]
    assert score == "0.5, by its zones: 40 % scores 0.3, 80 % scores 0.7, 100 % scores 1.0"


def objective_of_three() -> Small:
    small = Small()
    small.objective("product", "o")
    small.key_result("o", "heavy", baseline=0, target=100, weight=2)
    small.key_result("o", "light", baseline=0, target=100)
    small.key_result("o", "silent", baseline=0, target=100)
    small.says("noa", "check_in", on=day(44), about="heavy", value=50)
    small.says("noa", "check_in", on=day(44), about="light", value=20)
    return small


def test_an_objective_writes_its_weighted_mean_out_and_says_what_counts_0() -> None:
    workspace = objective_of_three().workspace()
    content = workspace.cycles["t3"]
    objective = content.plans["product"].objective[0]
    rows = explain_objective(objective_standing(workspace, content, "product", objective, day(45)))
    texts = [row.text for row in rows]
    assert "(50 % × 2 + 20 % × 1 + 0 % × 1) ÷ 4 = 30 %" in texts
    assert "1 key result has no progress to count and counts as 0 %" in texts
    assert "Silent: no value, counts 0 %, weight 1, stale" in texts


def test_a_team_is_the_mean_of_its_agreed_objectives() -> None:
    small = objective_of_three()
    small.objective("product", "second")
    small.key_result("second", "s", baseline=0, target=100)
    small.says("noa", "check_in", on=day(44), about="s", value=50)
    small.objective("product", "later", status="draft")
    workspace = small.workspace()
    texts = [row.text for row in explain_team(team_standing(workspace, workspace.cycles["t3"], "product", day(45)))]
    assert texts[0] == "(30 % + 50 %) ÷ 2 = 40 %"
    assert "Later: draft, aspirational, left out of the mean" in texts


def test_of_the_days_without_a_value_it_says_how_many_count_and_why_the_others_do_not() -> None:
    small = Small()
    small.settings["closed"] = [{"from": day(30), "to": day(31), "name": "Holidays"}]
    small.people[0]["away"] = [{"from": day(31), "to": day(34)}]
    small.objective("product", "o")
    small.key_result("o", "k", **DOWN)
    small.says("noa", "check_in", on=day(24), about="k", value=6)
    workspace = small.workspace()
    content = workspace.cycles["t3"]
    made = content.plans["product"].objective[0]
    rows = explain(standing(workspace, content, "product", made, made.key_result[0], day(45)), workspace)
    (quiet,) = [row.text for row in rows if row.label == "Quiet"]
    assert quiet.startswith("16 of 21 days without a value count (2 were closed, on 3 its owner was away); stale at ")
