"""Sharpening where one types: what the coach shows, where its ways on lead, and what it costs."""

import tomllib

from okr_tui.ui.forms.coach import Coach
from okr_tui.ui.forms.draft_form import DraftForm
from tests.ui.frames import frame, styles
from tests.ui.opened import opened, opened_at, typing, until
from tests.ui.test_make import drafting, plan


def words(app) -> str:
    return " ".join(frame(app).split())


def drafted(app) -> DraftForm:
    return app.query_one(DraftForm)


async def test_a_task_is_found_while_it_is_typed_and_becomes_an_initiative_of_the_key_result_chosen(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Ship the new wizard")
        await pilot.press("tab")
        assert app.query_one(Coach).has_focus
        assert "kr-task" in words(app)
        assert any(style.underline for style in styles(app, "Ship"))
        await pilot.press("1")
        await pilot.pause()
        assert "It helps which key result?" in words(app)
        await pilot.press("1")
        await until(pilot, lambda: not dict(app.drafts))
        first = plan(tmp_path)["objective"][0]["key_result"]
        assert [each["title"] for each in first[0]["initiative"]] == ["Ship the new wizard"]
        assert len(first) == 2
        assert not dict(app.drafts)


async def test_a_measured_key_result_is_left_in_peace_and_tab_goes_on(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Invited people who come back on day 7")
        await pilot.press("tab")
        await typing(pilot, "22 -> 40 %")
        drafted(app).judge()
        await pilot.pause()
        assert "●●●●●" in frame(app)
        assert "kr-" not in frame(app)


async def test_what_is_left_as_it_is_stays_left_for_this_wording_and_comes_back_with_another(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Ship the new wizard")
        await pilot.press("tab", "3")
        await pilot.pause()
        assert "kr-task" not in frame(app)
        await pilot.press("enter")
        await until(pilot, lambda: "dismissed" in plan(tmp_path) and drafted(app).words == "")
        await pilot.press("escape")
        left = plan(tmp_path)["dismissed"]
        assert [(each["code"], each["by"]) for each in left] == [("kr-task", "noa")]
        made = plan(tmp_path)["objective"][0]["key_result"][-1]
        place = app._shown
        assert "kr-task" not in [each.code for each in place.coached(made["id"]).findings]
        await pilot.press("e")
        await typing(pilot, " and more")
        drafted(app).judge()
        await pilot.pause()
        assert "kr-task" in frame(app)


async def test_two_in_one_is_split_into_two_drafts_and_esc_loses_neither_half(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Churn falls from 4 to 2 % and satisfaction rises from 30 to 50")
        await pilot.press("ctrl+t")
        ways = app.query_one(Coach).ways
        await pilot.press(str(ways.index("split") + 1))
        await pilot.pause()
        assert drafted(app).words == "Churn falls from 4 to 2 %"
        await pilot.press("escape")
    app = opened_at(tmp_path / "small", tmp_path / "state", "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "K")
        await pilot.pause()
        await pilot.press("enter")
        await until(pilot, lambda: app.query(DraftForm) and drafted(app).words.startswith("S"))
        assert drafted(app).words == "Satisfaction rises from 30 to 50"
        assert plan(tmp_path)["objective"][0]["key_result"][-1]["title"] == "Churn falls from 4 to 2 %"


async def test_from_the_list_tab_offers_the_ways_on_and_a_guardrail_becomes_a_kpi(tmp_path):
    small = drafting()
    small.key_result("first-day", "errors", title="Keep the error rate below 2 %", baseline=3, target=2, unit="%")
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1", "down", "down", "down")
        ways = app._shown.coached("errors").remedies
        await pilot.press("tab")
        await pilot.pause()
        await pilot.press(str(ways.index("kpi") + 1))
        await until(pilot, lambda: "errors" not in str(plan(tmp_path)))
        teams = tomllib.loads((tmp_path / "small/teams.toml").read_text(encoding="utf-8"))["team"]
        assert teams[1]["kpi"][-1] == {"id": "errors", "title": "Keep the error rate below 2 %", "unit": "%"}
        assert "errors" not in str(plan(tmp_path))


async def test_the_coach_offers_only_what_the_place_can_do(tmp_path):
    small = drafting()
    app = opened(small, tmp_path, "achieve")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("3", "a")
        await pilot.pause()
        await pilot.press("1")
        await pilot.pause()
        forms = list(app.query(DraftForm))
        assert not forms or not {"initiative", "kpi", "leave"} & set(forms[0].query_one(Coach).ways)


async def test_the_panel_speaks_of_a_draft_as_soon_as_its_form_is_open_and_no_longer_when_it_is_closed(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "o")
        await pilot.pause()
        assert "It reads along, asks, and never blocks." in " ".join(
            line[86:].strip() for line in frame(app).splitlines()
        )
        await pilot.press("escape")
        await pilot.pause()
        assert "It reads along" not in frame(app)
