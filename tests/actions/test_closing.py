"""Closing a cycle: final scores, what goes on, what a year waits for; and opening it again, visibly."""

import secrets
import tomllib
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from okr_tui.actions.act import Author, perform
from okr_tui.actions.closing import close_cycle, reopen_cycle
from okr_tui.actions.cycles import NewCycle
from okr_tui.actions.deciding import decide
from okr_tui.actions.grading import grade
from okr_tui.domain.closing import came_late, closed_on, to_close
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.store.reader import Reader
from tests.workspaces import PARIS, Small, day

NOW = datetime(2026, 12, 12, 9, tzinfo=PARIS)
NOA = Author("noa", NOW, secrets.choice)


@pytest.fixture
def small() -> Small:
    small = Small()
    small.cycle("t3", name="T3", phase="measure")
    small.objective("company", "lead", owner="maya")
    small.objective("product", "grow", supports=["lead", "vision"], why="so that", ambition="aspirational")
    small.key_result("grow", "nps", baseline=20, target=40, commit=30, stretch=50, unit="points", phased=[])
    small.key_result("grow", "churn", baseline=8, target=3)
    small.key_result("grow", "band", kind="keep", low=95, high=100)
    small.key_result("grow", "steps", kind="milestones",
                     milestone=[{"id": "m-1", "title": "First"}, {"id": "m-2", "title": "Second", "weight": 2}])  # fmt: skip
    small.says("noa", "check_in", on=day(90), about="nps", value=32)
    small.says("noa", "check_in", on=day(90), about="churn", value=3)
    small.says("noa", "check_in", on=day(90), about="steps", milestone="m-1")
    small.plan("product")["not_now"] = [{"id": "n-1", "title": "An app", "why": "later"}]
    return small


def _decided(about: str, verdict: str, **keys: Any) -> dict[str, Any]:
    return {"about": about, "verdict": verdict, "reason": "because", **keys}


def _read(root: Path) -> tuple[Workspace, CycleContent]:
    workspace = Reader(root).look_at("t3")
    return workspace, workspace.cycles["t3"]


def _closed(root: Path, state: Path, wanted: NewCycle | None = None) -> tuple[str, ...]:
    workspace, content = _read(root)
    return perform(root, state, lambda: close_cycle(root, NOA, workspace, content, wanted)).written.files


def _tables(root: Path, path: str) -> dict[str, Any]:
    return tomllib.loads((root / path).read_text(encoding="utf-8"))


def _carried(small: Small, tmp_path: Path, **decisions: dict[str, Any]) -> dict[str, Any]:
    """The objective of the next cycle, key results by title, after closing with these decisions."""
    small.review("product", decision=[_decided("grow", "continue"), *decisions.values()])
    root = small.write(tmp_path / "w")
    _closed(root, tmp_path / "state", NewCycle(id="next"))
    (objective,) = _tables(root, "cycles/next/okrs/product.toml")["objective"]
    return {**objective, "key_result": {each["title"]: each for each in objective["key_result"]}}


def test_what_continues_is_a_draft_that_says_so_and_starts_at_its_last_figure(small: Small, tmp_path: Path) -> None:
    made = _carried(small, tmp_path)
    assert (made["title"], made["status"], made["continues"], made["why"]) == ("Grow", "draft", "grow", "so that")
    nps = made["key_result"]["Nps"]
    assert (nps["baseline"], nps["target"], nps["stretch"], nps["unit"]) == (32, 40, 50, "points")
    assert "commit" not in nps
    assert nps["id"] != "nps"


def test_what_is_reached_ends_and_of_steps_go_on_those_not_done(small: Small, tmp_path: Path) -> None:
    made = _carried(small, tmp_path)
    assert set(made["key_result"]) == {"Nps", "Band", "Steps"}
    assert (made["key_result"]["Band"]["low"], made["key_result"]["Band"]["high"]) == (95, 100)
    (step,) = made["key_result"]["Steps"]["milestone"]
    assert (step["title"], step["weight"]) == ("Second", 2)
    assert step["id"] != "m-2"


def test_a_key_result_goes_on_reworked_or_ends_as_it_was_decided(small: Small, tmp_path: Path) -> None:
    made = _carried(
        small, tmp_path, churn=_decided("churn", "rework", target=1), nps=_decided("nps", "close"),
        band=_decided("band", "drop"), steps=_decided("steps", "drop"),
    )  # fmt: skip
    assert set(made["key_result"]) == {"Churn"}
    assert (made["key_result"]["Churn"]["baseline"], made["key_result"]["Churn"]["target"]) == (3, 1)


def test_of_what_it_supported_stays_what_goes_on_too(small: Small, tmp_path: Path) -> None:
    small.review("company", decision=[_decided("lead", "continue")])
    made = _carried(small, tmp_path)
    (lead,) = _tables(tmp_path / "w", "cycles/next/okrs/company.toml")["objective"]
    assert made["supports"] == [lead["id"], "vision"]


def test_decisions_point_to_what_continues_them_and_scores_are_written_down(small: Small, tmp_path: Path) -> None:
    made = _carried(small, tmp_path)
    review = _tables(tmp_path / "w", "cycles/t3/review/product.toml")
    assert review["decision"][0]["next"] == made["id"]
    scores = {each["about"]: each["computed"] for each in review["grade"]}
    # 32 lies 2 of 10 from commit (30, worth 0.3) to target (40, worth 0.7): 0.3 + 0.4 x 0.2
    assert scores == {"nps": 0.38, "churn": 1.0, "band": 0.0, "steps": 0.333}


def test_what_was_not_done_is_there_for_the_next_make(small: Small, tmp_path: Path) -> None:
    _carried(small, tmp_path)
    (later,) = _tables(tmp_path / "w", "cycles/next/okrs/product.toml")["not_now"]
    assert (later["title"], later["why"]) == ("An app", "later")
    assert later["id"] != "n-1"


def test_it_goes_into_the_cycle_that_is_open_already_and_nothing_is_drafted_twice(small: Small, tmp_path: Path) -> None:
    small.cycle("t4", name="T4", start=day(101), end=day(200), phase="make")
    small.objective("product", "grown", cycle="t4", continues="grow", status="draft")
    small.plan("product", "t4")["not_now"] = [{"id": "n-2", "title": "An app"}]
    small.review("product", decision=[_decided("grow", "continue")])
    root = small.write(tmp_path / "w")
    before = (root / "cycles/t4/okrs/product.toml").read_bytes()
    _closed(root, tmp_path / "state")
    assert (root / "cycles/t4/okrs/product.toml").read_bytes() == before
    assert _tables(root, "cycles/t3/review/product.toml")["decision"][0]["next"] == "grown"


def test_without_a_next_cycle_what_goes_on_waits_in_the_decisions(small: Small, tmp_path: Path) -> None:
    small.review("product", decision=[_decided("grow", "continue")])
    root = small.write(tmp_path / "w")
    workspace, content = _read(root)
    lacks = {lack.code: lack.about for lack in to_close(workspace, content, NOA.today)}
    assert lacks["no-next"] == ("grow",)
    assert lacks["not-graded"] == ("nps", "churn", "band", "steps")
    assert lacks["not-decided"] == ("lead",)
    _closed(root, tmp_path / "state")
    assert {path.name for path in (root / "cycles").iterdir()} == {"t3"}


def test_a_year_waits_for_its_cycles(small: Small, tmp_path: Path) -> None:
    small.cycles["t3"]["cycle"]["parent"] = "year"
    small.cycle("year", name="Year", kind="annual", start=day(-240), end=day(120))
    workspace = Reader(small.write(tmp_path / "w")).look_at("year")
    assert {lack.code: lack.about for lack in to_close(workspace, workspace.cycles["year"], NOA.today)} == {
        "open-cycles": ("t3",)
    }


def test_a_closed_cycle_is_opened_again_visibly_and_only_with_a_reason(small: Small, tmp_path: Path) -> None:
    root = small.write(tmp_path / "w")
    _closed(root, tmp_path / "state")
    _workspace, content = _read(root)
    assert content.cycle.closed
    assert closed_on(content.cycle) == NOA.today
    with pytest.raises(WrongUsage, match="say why"):
        reopen_cycle(root, NOA, content, " ")
    perform(root, tmp_path / "state", lambda: reopen_cycle(root, NOA, content, "a figure was wrong"))
    frame = _tables(root, "cycles/t3/cycle.toml")["cycle"]
    assert frame["phase"] == "measure"
    assert [(each["from"], each["to"], each.get("why")) for each in frame["changed"]] == [
        ("measure", "closed", None), ("closed", "measure", "a figure was wrong"),
    ]  # fmt: skip
    with pytest.raises(WrongUsage):
        reopen_cycle(root, NOA, _read(root)[1], "again")


def test_what_is_said_after_the_closing_came_late(small: Small) -> None:
    small.cycles["t3"]["cycle"] |= {
        "phase": "closed",
        "changed": [{"on": day(101), "key": "phase", "from": "measure", "to": "closed", "by": "noa"}],
    }
    said = small.says("noa", "check_in", on=day(104), about="nps", value=39)
    assert came_late(small.content()) == (said["id"],)


def test_a_grade_after_the_closing_leaves_the_final_score(small: Small, tmp_path: Path) -> None:
    root = small.write(tmp_path / "w")
    _closed(root, tmp_path / "state")
    workspace, content = _read(root)
    place = content.located["churn"]
    perform(root, tmp_path / "state", lambda: grade(root, NOA, workspace, place, 0.9, reason="late, but so it is"))
    (written,) = [each for each in _tables(root, "cycles/t3/review/product.toml")["grade"] if each["about"] == "churn"]
    assert (written["computed"], written["self"]) == (1.0, 0.9)


def test_dropping_in_the_middle_gives_it_up_in_the_plan_in_one_change(small: Small, tmp_path: Path) -> None:
    root = small.write(tmp_path / "w")
    _workspace, content = _read(root)
    act = decide(root, NOA, content.located["nps"], "drop", "nobody needs it", when="mid")
    assert [each.path for each in act.change.files] == ["cycles/t3/review/product.toml", "cycles/t3/okrs/product.toml"]
    perform(root, tmp_path / "state", lambda: act)
    assert _read(root)[1].located["nps"].key_result.dropped.why == "nobody needs it"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("about", "verdict", "keys"),
    [
        ("nps", "keep", {}), ("nps", "continue", {"when": "mid"}), ("nps", "close", {"reason": " "}),
        ("nps", "continue", {"target": 50}), ("grow", "rework", {"target": 50}),
    ],
)  # fmt: skip
def test_a_decision_that_makes_no_sense_is_refused(
    small: Small, tmp_path: Path, about: str, verdict: Any, keys: dict[str, Any]
) -> None:
    root = small.write(tmp_path / "w")
    place = _read(root)[1].located[about]
    with pytest.raises(WrongUsage):
        decide(root, NOA, place, verdict, keys.pop("reason", "because"), **keys)
