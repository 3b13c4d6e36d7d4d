"""What a check-in would lead to, before it is made."""

from datetime import UTC, datetime

from okr_tui.domain.journal import CheckIn
from okr_tui.domain.standing import standing
from okr_tui.domain.whatif import standing_with
from tests.workspaces import Small, day


def supposed(value: float, **keys) -> CheckIn:
    return CheckIn(
        id="ci-zzzzzzzzzz", at=datetime(2026, 10, 16, 23, 59, tzinfo=UTC), on=day(45), about="nps", value=value, **keys
    )


def stands(small: Small):
    workspace = small.workspace()
    content = workspace.cycles["t3"]
    team, objective, key_result = next(iter(content.key_results()))
    return workspace, standing(workspace, content, team, objective, key_result, day(45))


def test_a_supposed_figure_counts_as_if_it_had_been_said_and_is_written_nowhere():
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", baseline=20, target=40)
    small.says("noa", "check_in", on=day(38), about="nps", value=22)
    workspace, now = stands(small)

    then = standing_with(workspace, now, [supposed(32, confidence=2)], "noa")

    assert (now.value, now.status) == (22, "off-track")
    assert (then.value, then.progress, then.confidence, then.status) == (32, 0.6, 2, "at-risk")
    assert workspace.cycles["t3"].entries["nps"][-1].check_in.value == 22


def test_two_falls_are_seen_coming():
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", baseline=20, target=40)
    for number, value in ((31, 27), (38, 25)):
        small.says("noa", "check_in", on=day(number), about="nps", value=value)
    workspace, now = stands(small)
    assert now.status != "slipping"
    assert standing_with(workspace, now, [supposed(23)], "noa").status == "slipping"


def test_several_milestones_can_be_supposed_at_once():
    small = Small()
    small.objective("product", "grow")
    steps = [{"id": name, "title": name} for name in ("one", "two", "three", "four")]
    small.key_result("grow", "nps", kind="milestones", milestone=steps)
    workspace, now = stands(small)
    said = [
        CheckIn(id=f"ci-{step}", at=datetime(2026, 10, 16, tzinfo=UTC), on=day(45), about="nps", milestone=step)
        for step in ("one", "two", "three")
    ]
    assert standing_with(workspace, now, said, "noa").progress == 0.75
