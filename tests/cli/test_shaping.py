"""Drafts put in order, copied, turned into something else; pain points grouped; what is not done now: by command."""

import json
import tomllib

import pytest

from okr_tui.cli.main import run
from tests.workspaces import Small, day


@pytest.fixture
def made(tmp_path, monkeypatch):
    """A workspace in which one team drafts, and the reader of its plan."""
    small = Small()
    small.cycle("t3", phase="make")
    small.objective("product", "calm", status="draft")
    small.key_result("calm", "failed", baseline=12, target=2, unit="%", measure="the export log")
    small.key_result("calm", "page", title="Ship a status page", milestone=[{"id": "m", "title": "Design"}])
    small.key_result("calm", "late", dropped={"on": day(3), "why": "no data"})
    small.key_result("calm", "nights", baseline=5, target=1)
    small.says("sam", "pain_point", on=day(2), team="product", text="Exports break on Fridays")
    small.says("sam", "pain_point", on=day(2), team="product", text="Nobody reads the docs")
    root = small.write(tmp_path / "small")
    monkeypatch.setenv("OKR_ME", "noa")

    def do(*args: str, code: int = 0) -> dict:
        assert run(["-w", str(root), "--me", "noa", "--today", day(45).isoformat(), *args]) == code
        return tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text(encoding="utf-8"))

    return do


def order(plan: dict) -> list[str]:
    return [each["id"] for each in plan["objective"][0]["key_result"]]


def test_a_key_result_stands_before_a_neighbour_and_before_no_stranger(made) -> None:
    assert order(made("move", "nights", "--before", "failed")) == ["nights", "failed", "page", "late"]
    made("move", "nights", "--before", "calm", code=2)
    made("move", "nights", code=2)


def test_a_task_becomes_an_initiative_with_its_steps_as_tasks(made) -> None:
    plan = made("move", "page", "--as", "initiative", "--to", "failed")
    initiative = plan["objective"][0]["key_result"][0]["initiative"][0]
    assert (initiative["id"], initiative["title"], initiative["owner"]) == ("page", "Ship a status page", "noa")
    assert [task["title"] for task in initiative["task"]] == ["Design"]
    assert "page" not in order(plan)


def test_what_only_keeps_becomes_a_kpi_and_one_undo_brings_it_back(made, tmp_path) -> None:
    plan = made("move", "failed", "--as", "kpi")
    assert "failed" not in order(plan)
    teams = tomllib.loads((tmp_path / "small/teams.toml").read_text(encoding="utf-8"))["team"]
    assert teams[1]["kpi"] == [{"id": "failed", "title": "Failed", "unit": "%", "source": "the export log"}]
    assert "failed" in order(made("undo"))
    made("move", "page", "--as", "kpi", code=2)


def test_a_copy_has_ids_of_its_own_and_no_history(made) -> None:
    first, second = made("add", "copy", "calm")["objective"]
    ids = {each["id"] for each in first["key_result"]}
    assert second["status"] == "draft"
    assert [each["title"] for each in second["key_result"]] == ["Failed", "Ship a status page", "Nights"]
    assert not ids & {each["id"] for each in second["key_result"]}


def test_what_was_renounced_is_noted_and_drafted_after_all(made, capsys) -> None:
    made("add", "not-now", "A mobile app", "--team", "product", "--why", "three is enough", "--json")
    identity = json.loads(capsys.readouterr().out)["id"]
    plan = made("move", identity, "--as", "objective")
    assert "not_now" not in plan
    assert (plan["objective"][-1]["id"], plan["objective"][-1]["status"]) == (identity, "draft")


def test_pain_points_are_grouped_by_their_words(made) -> None:
    plan = made("add", "theme", "Fridays", "--team", "product", "--of", "exports break")
    assert [(each["title"], each["of"]) for each in plan["theme"]] == [("Fridays", ["pa-0000000001"])]
    plan = made("add", "theme", "All of it", "--team", "product", "--of", "pa-0000000001", "--of", "pa-0000000002")
    assert [each["title"] for each in plan["theme"]] == ["All of it"]


def test_steps_and_points_on_the_way_are_typed_in_one_line(made) -> None:
    plan = made("add", "kr", "A page", "--to", "calm", "--milestone", "Design", "--milestone", "Open")
    steps = plan["objective"][0]["key_result"][-1]
    assert (steps["kind"], [each["title"] for each in steps["milestone"]]) == ("milestones", ["Design", "Open"])
    plan = made("edit", "nights", "phased=2026-11-01 2; 2026-10-01 3.5")
    points = next(each for each in plan["objective"][0]["key_result"] if each["id"] == "nights")["phased"]
    assert [(each["on"].isoformat(), each["value"]) for each in points] == [("2026-10-01", 3.5), ("2026-11-01", 2)]
    made("edit", "nights", "phased=soon", code=2)
