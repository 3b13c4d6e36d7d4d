"""Drafts in another order or shape, pain points in themes, templates, KPIs: by keys, and what stands in the files then."""

import tomllib

from tests.ui.frames import frame
from tests.ui.opened import opened, typing, until
from tests.ui.test_make import drafting, plan


def words(app) -> str:
    return " ".join(frame(app).split())


async def test_drafts_are_reordered_copied_and_undone(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "shift+down")
        await until(pilot, lambda: plan(tmp_path)["objective"][0]["key_result"][0]["id"] == "wizard")
        assert [each["id"] for each in plan(tmp_path)["objective"][0]["key_result"]] == ["wizard", "invited"]
        await pilot.press("shift+up")
        await pilot.pause()
        await pilot.press("D")
        await until(pilot, lambda: len(plan(tmp_path)["objective"][0]["key_result"]) == 3)
        titles = [each["title"] for each in plan(tmp_path)["objective"][0]["key_result"]]
        assert titles == ["Invited", "Invited (copy)", "Wizard"]
        await pilot.press("u")
        await until(pilot, lambda: len(plan(tmp_path)["objective"][0]["key_result"]) == 2)
        assert len(plan(tmp_path)["objective"][0]["key_result"]) == 2


async def test_a_shape_begins_an_objective_with_its_kind_of_change(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "T", "3")
        await pilot.pause()
        assert "for the first time" in words(app)
        await pilot.press("ctrl+u")
        await typing(pilot, "Shops sell at night for the first time, so that nobody queues")
        await pilot.press("enter")
        await until(pilot, lambda: len(plan(tmp_path)["objective"]) == 2)
        made = plan(tmp_path)["objective"][-1]
        assert (made["title"], made["why"], made["change"]) == (
            "Shops sell at night for the first time", "so that nobody queues", "innovate",
        )  # fmt: skip


async def test_pain_points_are_grouped_and_end_in_one_objective(tmp_path):
    small = drafting()
    small.says("noa", "pain_point", on=small.cycles["t3"]["cycle"]["start"], cycle="t1", team="product", text="Slow")
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "left", "G", "1")
        await typing(pilot, "Exports")
        await pilot.press("enter")
        await until(pilot, lambda: "theme" in plan(tmp_path) and not app._shown.open_form)
        await pilot.press("end", "home", "down", "down", "G", "1")
        await until(pilot, lambda: len(plan(tmp_path)["theme"][0]["of"]) == 2)
        (theme,) = plan(tmp_path)["theme"]
        assert (theme["title"], sorted(theme["of"])) == ("Exports", ["pa-0000000001", "pa-0000000002"])
        await pilot.press("home", "o")
        await typing(pilot, "Exports are there when people come in")
        await pilot.press("enter")
        await until(pilot, lambda: len(plan(tmp_path)["objective"]) == 2)
        assert sorted(plan(tmp_path)["objective"][-1]["from_pain"]) == sorted(theme["of"])


async def test_what_was_renounced_is_drafted_after_all(tmp_path):
    small = drafting()
    small.plan("product", "t1")["not_now"] = [{"id": "app", "title": "A mobile app", "why": "three is enough"}]
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "left", "down", "o")
        await until(pilot, lambda: "not_now" not in plan(tmp_path))
        assert plan(tmp_path)["objective"][-1]["id"] == "app"
        assert "not_now" not in plan(tmp_path)


async def test_a_kpi_gets_its_figure_beside_the_drafts(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "c")
        await pilot.pause()
        await typing(pilot, "99.5")
        await pilot.press("ctrl+s")
        await until(pilot, lambda: "99.5 %" in frame(app))
        (path,) = (tmp_path / "small/cycles/t3/journal").glob("*/noa.toml")
        said = tomllib.loads(path.read_text(encoding="utf-8"))["check_in"]
        assert [(each["about"], each["value"]) for each in said] == [("uptime", 99.5)]
        assert "99.5" in frame(app)


async def test_the_form_of_a_fourth_objective_says_what_it_costs(tmp_path):
    small = drafting()
    for name in ("second", "third"):
        small.objective("product", name, cycle="t1", status="draft")
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "o")
        await pilot.pause()
        assert "A new objective: three is the limit" in words(app)


async def test_a_key_result_shows_the_fields_its_kind_needs_and_milestones_are_typed_in_a_row(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "The new contract is in force in all shops")
        await pilot.press("tab", "tab", "tab")
        await pilot.press("m")
        await pilot.pause()
        assert "from → to" not in frame(app)
        await pilot.press("shift+tab", "shift+tab")
        await typing(pilot, "Signed; Explained to everybody; In force")
        await pilot.press("enter")
        await until(pilot, lambda: len(plan(tmp_path)["objective"][0]["key_result"]) == 3)
        made = plan(tmp_path)["objective"][0]["key_result"][-1]
        assert (made["kind"], len(made["milestone"])) == ("milestones", 3)
