from okr_tui.domain.drafts.left import digest_of, left_of
from okr_tui.domain.drafts.sets import judge_objective, judge_plan
from okr_tui.domain.plan import Plan
from okr_tui.store.validate import table_of
from tests.workspaces import Small, day


def with_key_results(*key_results, **keys) -> Small:
    small = Small()
    small.objective("product", "home", status="draft", **keys)
    for number, each in enumerate(key_results):
        small.key_result("home", f"kr-{number}", **each)
    return small


def found(small: Small) -> list[tuple[str, str]]:
    content = small.content()
    policy = small.workspace().settings.policy
    return [(each.code, each.about) for each in judge_plan(content.plans["product"], policy, content.entries)]


def of_first(small: Small) -> list[str]:
    objective = small.content().plans["product"].objective[0]
    return [each.code for each in judge_objective(objective, small.workspace().settings.policy)]


UP, DOWN = {"baseline": 1, "target": 4}, {"baseline": 4, "target": 1}


def test_between_two_and_five_key_results_nothing_is_said():
    assert of_first(with_key_results(UP, DOWN)) == []
    assert of_first(with_key_results(*[UP] * 4, DOWN)) == []


def test_fewer_than_two_or_more_than_five_key_results_are_said():
    assert of_first(with_key_results(DOWN)) == ["set-too-few"]
    assert of_first(with_key_results(*[DOWN] * 6)) == ["set-too-many"]
    assert of_first(with_key_results()) == ["set-too-few"]


def test_what_was_given_up_does_not_count():
    dropped = {**UP, "dropped": {"on": day(3), "why": "no"}}
    assert of_first(with_key_results(UP, dropped, DOWN)) == []


def test_milestones_alone_are_all_tasks():
    assert of_first(with_key_results({"kind": "milestones"}, {"kind": "milestones"})) == ["set-all-tasks"]


def test_only_late_figures_are_said():
    assert of_first(with_key_results({**UP, "lead": False}, {**DOWN, "lead": False})) == ["set-no-lead"]
    assert of_first(with_key_results({**UP, "lead": False}, {**DOWN, "lead": True})) == []


def test_growth_wants_a_guardrail():
    assert of_first(with_key_results(UP, UP)) == ["set-guardrail"]
    assert of_first(with_key_results(UP, {"kind": "keep", "low": 3})) == []
    assert of_first(with_key_results({"title": "Increase sales by 20%"}, {"title": "Raise margin to 40%"})) == [
        "set-guardrail"
    ]
    assert of_first(with_key_results({"title": "Increase sales by 20%"}, {"title": "Reduce returns to 4%"})) == []


def test_the_fourth_objective_is_one_too_many_for_the_team():
    small = Small()
    for name in "abcd":
        small.objective("product", name, status="draft")
        small.key_result(name, f"{name}-1", **UP)
        small.key_result(name, f"{name}-2", **DOWN)
    assert found(small) == [("set-too-many", "product")]
    small.plan("product")["objective"][3]["status"] = "dropped"
    assert found(small) == []


def test_the_first_confidence_of_each_key_result_tells_whether_it_is_too_easy_or_too_hard():
    for first, code in ((10, "set-sandbag"), (9, None), (3, None), (1, "set-fantasy")):
        small = with_key_results(UP, DOWN)
        for number in (0, 1):
            small.says("noa", "check_in", on=day(2), about=f"kr-{number}", confidence=first)
            small.says("noa", "check_in", on=day(9), about=f"kr-{number}", confidence=5)
        assert [each for each, _about in found(small)] == ([code] if code else [])


def test_what_was_left_is_not_raised_until_the_wording_changes():
    small = with_key_results(UP, UP, title="Feel at home")
    left = {"about": "home", "code": "set-guardrail", "by": "noa", "digest": digest_of("Feel  at home ")}
    small.plan("product")["dismissed"] = [left]
    assert found(small) == []
    small.plan("product")["objective"][0]["title"] = "Feel at ease"
    assert found(small) == [("set-guardrail", "home")]


def test_left_for_one_wording_is_not_left_for_another():
    plan = table_of(
        Plan,
        {
            "format": 1,
            "team": "product",
            "dismissed": [
                {"about": "x", "code": "kr-vague", "by": "noa", "digest": digest_of("Improve it")},
                {"about": "x", "code": "kr-task", "by": "noa"},
                {"about": "y", "code": "kr-health", "by": "noa", "digest": digest_of("Improve it")},
            ],
        },
    )
    assert left_of(plan, "x", "Improve it") == {"kr-vague", "kr-task"}
    assert left_of(plan, "x", "Improve that") == {"kr-task"}
    assert left_of(plan, "z", "Improve it") == frozenset()
