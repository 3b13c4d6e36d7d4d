"""The W: what changed between two states of the plans, and who has not proposed yet."""

from datetime import date
from typing import Any

from okr_tui.domain.legs import Difference, difference, next_leg, not_proposed
from okr_tui.domain.plan import Plan
from okr_tui.store.validate import table_of
from tests.workspaces import Small


def plans(*objectives: dict[str, Any], team: str = "product") -> dict[str, Plan]:
    made = [{"title": each["id"].title(), "status": "draft", **each} for each in objectives]
    return {team: table_of(Plan, {"format": 1, "team": team, "objective": made})}


def told(found: tuple[Difference, ...]) -> list[tuple[object, ...]]:
    return [(each.change, each.id, each.key, each.before, each.after) for each in found]


def result(identity: str, **keys: object) -> dict[str, Any]:
    return {"id": identity, "title": identity.upper(), **keys}


def test_nothing_changed_between_two_equal_plans() -> None:
    same = plans({"id": "grow", "key_result": [result("nps", baseline=1, target=2)]})
    assert difference(same, same) == ()


def test_what_is_new_and_what_is_gone_is_told_once() -> None:
    before = plans({"id": "old", "key_result": [result("lost", target=3)]})
    after = plans({"id": "new", "key_result": [result("nps")]})
    assert told(difference(before, after)) == [
        ("added", "new", None, None, None), ("added", "nps", None, None, None), ("dropped", "old", None, None, None),
    ]  # fmt: skip


def test_a_changed_figure_is_told_from_and_to() -> None:
    before = plans({"id": "grow", "key_result": [result("nps", baseline=20, target=40)]})
    after = plans({"id": "grow", "ambition": "committed", "key_result": [result("nps", baseline=20, target=45)]})
    assert told(difference(before, after)) == [
        ("changed", "grow", "ambition", "aspirational", "committed"), ("changed", "nps", "target", 40, 45),
    ]  # fmt: skip


def test_a_default_that_is_written_out_is_no_change() -> None:
    before, after = plans({"id": "grow"}), plans({"id": "grow", "ambition": "aspirational", "supports": []})
    assert difference(before, after) == ()


def test_what_is_given_up_counts_as_gone_with_its_reason() -> None:
    before = plans({"id": "grow", "key_result": [result("nps")]})
    dropped = {"on": date(2026, 10, 1), "why": "no data"}
    after = plans({"id": "grow", "key_result": [result("nps", dropped=dropped)]})
    (gone,) = difference(before, after)
    assert (gone.change, gone.id, gone.why) == ("dropped", "nps", "no data")


def test_a_move_is_told_as_one() -> None:
    before = plans({"id": "a", "key_result": [result("nps")]}, {"id": "b"})
    after = plans({"id": "a"}, {"id": "b", "key_result": [result("nps")]})
    assert told(difference(before, after)) == [("moved", "nps", "objective", "A", "B")]
    other = {**plans(), **plans({"id": "a", "key_result": [result("nps")]}, {"id": "b"}, team="company")}
    assert told(difference(before, other)) == [
        ("moved", "a", "team", "product", "company"), ("moved", "b", "team", "product", "company"),
    ]  # fmt: skip


def test_steps_of_milestones_are_compared_by_their_titles() -> None:
    def with_steps(*titles: str) -> dict[str, Plan]:
        steps = [{"id": f"m{n}", "title": title} for n, title in enumerate(titles)]
        return plans({"id": "a", "key_result": [result("pilot", kind="milestones", milestone=steps)]})

    assert told(difference(with_steps("one"), with_steps("one", "two"))) == [
        ("changed", "pilot", "milestones", ["one"], ["one", "two"])
    ]


def test_the_legs_follow_each_other() -> None:
    assert [next_leg(leg) for leg in ("frame", "propose", "integrate", "commit")] == [
        "propose", "integrate", "commit", None,
    ]  # fmt: skip


def test_a_team_has_proposed_as_soon_as_anything_of_its_plan_is() -> None:
    small = Small()
    small.objective("product", "one", status="draft")
    small.objective("product", "two", status="dropped")
    workspace = small.workspace()
    found = not_proposed(workspace, workspace.cycles["t3"])
    assert [(each.team, each.drafts) for each in found] == [("company", 0), ("product", 1)]
    small.objective("product", "three", status="proposed")
    workspace = small.workspace()
    assert [each.team for each in not_proposed(workspace, workspace.cycles["t3"])] == ["company"]
