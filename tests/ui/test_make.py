import tomllib
from datetime import date

from okr_tui.ui.widgets.row_pane import RowPane
from tests.ui.frames import frame
from tests.ui.opened import opened, opened_at, typing
from tests.workspaces import Small, day

BY_HAND = """format = 1
team = "product"

# What we argued about for an hour.
[[objective]]
id = "first-day"
title = "First day"

[[objective.key_result]]
title = "Invited"  # people, not teams
id = "invited"
owner = "noa"
baseline = 41
target = 60
unit = "%"
"""


def drafting() -> Small:
    """A team that drafts the next cycle while one runs."""
    small = Small()
    small.teams[1] |= {
        "mission": "New teams find their feet.",
        "kpi": [{"id": "uptime", "title": "Uptime", "unit": "%"}],
    }
    small.objective("product", "running", why="so that it runs")
    small.cycle("t1", start=date(2026, 12, 11), end=date(2027, 3, 20), phase="make")
    small.objective("product", "first-day", cycle="t1", status="draft", ambition="committed", change="change")
    small.key_result("first-day", "invited", baseline=41, target=60, unit="%")
    small.key_result("first-day", "wizard", owner="sam")
    small.says("sam", "pain_point", on=day(40), cycle="t1", team="product", text="Exports break on Fridays")
    return small


def plan(tmp_path, cycle: str = "t1", team: str = "product") -> dict:
    return tomllib.loads((tmp_path / f"small/cycles/{cycle}/okrs/{team}.toml").read_text(encoding="utf-8"))


def said(tmp_path, person: str) -> list[dict]:
    journals = sorted((tmp_path / "small/cycles/t1/journal").glob(f"*/{person}.toml"))
    return [tomllib.loads(path.read_text(encoding="utf-8")) for path in journals]


async def test_make_looks_at_the_cycle_being_made_says_which_and_y_goes_to_the_one_that_runs(tmp_path, snapshot):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        assert frame(app) == snapshot
        assert "drafting T1" in frame(app)
        await pilot.press("y")
        await pilot.pause()
        assert "Running" in frame(app)
        assert "drafting T1" not in frame(app)


async def test_a_key_result_without_an_objective_offers_to_write_one_first(tmp_path):
    app = opened(Small(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "K")
        await pilot.pause()
        assert "there is no objective yet" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "A new objective" in frame(app)
        await typing(pilot, "Quiet weekends")
        await pilot.press("enter")
        await pilot.pause()
        assert "Its first key result" in frame(app)


async def test_a_key_result_asks_for_its_objective_where_the_cursor_is_on_none(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "left", "K")
        await pilot.pause()
        assert "A key result of which objective?" in frame(app)
        await pilot.press("1")
        await pilot.pause()
        assert "A new key result" in frame(app)
        await typing(pilot, "Answers")
        await pilot.press("enter")
        await pilot.pause()
    assert [each["title"] for each in plan(tmp_path)["objective"][0]["key_result"]] == ["Invited", "Wizard", "Answers"]


async def test_an_objective_is_typed_then_its_first_key_result_offers_itself_and_both_stand_in_the_file(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "o")
        await typing(pilot, "Quiet weekends")
        await pilot.press("enter")
        await pilot.pause()
        assert "Its first key result" in frame(app)
        await typing(pilot, "Failed exports")
        await pilot.press("tab")
        await typing(pilot, "12 -> 2 %")
        assert "down from 12 % to 2 %" in frame(app)
        await pilot.press("tab")
        await typing(pilot, "sam")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        made = plan(tmp_path)["objective"][-1]
        assert (made["title"], made["status"]) == ("Quiet weekends", "draft")
        result = made["key_result"][0]
        assert {key: result[key] for key in ("title", "baseline", "target", "unit", "owner")} == {
            "title": "Failed exports", "baseline": 12, "target": 2, "unit": "%", "owner": "sam",
        }  # fmt: skip
        assert result["id"].startswith("failed-exports-")
        assert "Running" not in str(plan(tmp_path))


async def test_what_was_typed_is_there_again_after_esc_and_after_the_app_was_closed(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "o")
        await typing(pilot, "Quiet weekends")
        await pilot.press("escape")
    app = opened_at(tmp_path / "small", tmp_path / "state", "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "o")
        await pilot.pause()
        assert "What you typed before is back" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert plan(tmp_path)["objective"][-1]["title"] == "Quiet weekends"
        assert not dict(app.drafts)


async def test_a_figure_that_makes_no_sense_is_said_and_everything_typed_stays(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "K")
        await typing(pilot, "Answers")
        await pilot.press("tab")
        await typing(pilot, "a -> b -> c")
        await pilot.press("enter")
        await pilot.pause()
        assert "is no way from a" in " ".join(frame(app).split())
        assert "Answers" in frame(app)
        assert len(plan(tmp_path)["objective"][0]["key_result"]) == 2


async def test_editing_changes_only_what_was_changed_and_keeps_the_comments_of_the_file(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    path = tmp_path / "small/cycles/t1/okrs/product.toml"
    path.write_text(BY_HAND, encoding="utf-8")
    async with app.run_test(size=(120, 36)) as pilot:
        app.read_again()
        await pilot.press("1", "down", "e", "tab", "tab")
        await pilot.press("ctrl+u")
        await typing(pilot, "sam")
        await pilot.press("enter")
        await pilot.pause()
        text = path.read_text(encoding="utf-8")
        assert text == BY_HAND.replace('owner = "noa"', 'owner = "sam"')
        result = plan(tmp_path)["objective"][0]["key_result"][0]
        assert (result["owner"], result["baseline"], result["target"]) == ("sam", 41, 60)


async def test_a_number_changed_after_agreement_asks_for_its_reason_and_shows_it_from_then_on(tmp_path):
    small = drafting()
    small.plans["t1", "product"]["objective"][0]["status"] = "agreed"
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "e", "tab", "ctrl+u")
        await typing(pilot, "41 -> 50 %")
        await pilot.pause()
        assert "why now" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert "say why it changes" in " ".join(frame(app).split())
        assert plan(tmp_path)["objective"][0]["key_result"][0]["target"] == 60
        await typing(pilot, "one market less")  # the keys are where the reason goes
        await pilot.press("enter")
        await pilot.pause()
        result = plan(tmp_path)["objective"][0]["key_result"][0]
        assert result["target"] == 50
        assert [(each["key"], each["why"], each["by"]) for each in result["changed"]] == [
            ("target", "one market less", "noa")
        ]


async def test_dropping_asks_why_and_keeps_what_was_dropped(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "down", "delete")
        await pilot.press("enter")
        await pilot.pause()
        assert "dropped" not in plan(tmp_path)["objective"][0]["key_result"][1]
        await typing(pilot, "it is a task")
        await pilot.press("enter")
        await pilot.pause()
        assert plan(tmp_path)["objective"][0]["key_result"][1]["dropped"]["why"] == "it is a task"
        assert "dropped" in frame(app)


async def test_a_pain_point_is_backed_once_unbacked_and_becomes_an_objective(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "left", "v")
        await pilot.pause()
        assert "+1" in frame(app)
        assert [each["about"] for each in said(tmp_path, "noa")[0]["backing"]] == ["pa-0000000001"]
        await pilot.press("v")
        await pilot.pause()
        assert "+1" not in frame(app)
        assert "backing" not in said(tmp_path, "noa")[0]
        await pilot.press("o")
        await typing(pilot, "Exports never break")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert plan(tmp_path)["objective"][-1]["from_pain"] == ["pa-0000000001"]
        await pilot.press("left", "a")
        await typing(pilot, "Nobody reads the docs")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert said(tmp_path, "noa")[0]["pain_point"][0]["text"] == "Nobody reads the docs"


async def test_initiative_task_and_milestone_are_added_by_a_and_done_by_x(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "a", "1")
        await typing(pilot, "An invite link")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        initiative = plan(tmp_path)["objective"][0]["key_result"][0]["initiative"][0]
        assert (initiative["title"], initiative["status"]) == ("An invite link", "active")
        await pilot.press("a", "1")
        await typing(pilot, "Ask the lawyers")
        await pilot.press("enter", "escape")
        await pilot.pause()
        await pilot.press("x")
        await pilot.pause()
        task = plan(tmp_path)["objective"][0]["key_result"][0]["initiative"][0]["task"][0]
        assert (task["title"], task["done"]) == ("Ask the lawyers", day(45))


async def test_a_key_result_moves_to_another_objective(tmp_path):
    small = drafting()
    small.objective("product", "second", cycle="t1", status="draft")
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "m", "1")
        await pilot.pause()
        first, second = plan(tmp_path)["objective"]
        assert [each["id"] for each in first["key_result"]] == ["wizard"]
        assert [each["id"] for each in second["key_result"]] == ["invited"]


async def test_the_plan_is_proposed_after_one_question_that_esc_answers_with_not_yet(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "A")
        await pilot.pause()
        assert "Propose the plan of Product for T1?" in frame(app)
        await pilot.press("escape")
        await pilot.pause()
        assert plan(tmp_path)["objective"][0]["status"] == "draft"
        await pilot.press("A", "enter")
        await pilot.pause()
        assert plan(tmp_path)["objective"][0]["status"] == "proposed"


async def test_the_panel_says_in_sentences_what_the_row_lacks_and_what_is_business_as_usual(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "down", "down")
        await pilot.pause()
        words = " ".join(frame(app).split())
        assert "kr-no-metric" in words  # what was said of the missing figures is the coach's question now
        assert "Which number would show you" in words
        assert "New teams find their feet." in words
        assert "Uptime" in words


async def test_the_fourth_objective_stands_behind_what_it_costs(tmp_path):
    small = drafting()
    for name in ("second", "third", "fourth"):
        small.objective("product", name, cycle="t1", status="draft")
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        lines = frame(app).splitlines()
        cost = next(number for number, line in enumerate(lines) if "three is the limit, two get finished" in line)
        assert any("Third" in line for line in lines[:cost])
        assert any("Fourth" in line for line in lines[cost:])


async def test_what_the_last_cycle_hands_on_is_offered_with_its_title(tmp_path):
    small = drafting()
    small.cycle("t2", start=date(2026, 5, 1), end=date(2026, 8, 31), phase="closed")
    small.objective("product", "speed", cycle="t2", title="The editor feels instant")
    small.review("product", "t2", decision=[{"about": "speed", "verdict": "continue", "reason": "Half way."}])
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("1", "left", "end")
        await pilot.pause()
        words = " ".join(frame(app).split())
        assert "CARRIED FROM T2" in words
        assert "Half way." in words
        await pilot.press("o", "enter", "escape")
        await pilot.pause()
        made = plan(tmp_path)["objective"][-1]
        assert (made["title"], made["continues"]) == ("The editor feels instant", "speed")


async def test_hostile_words_are_shown_and_edited_as_words(tmp_path):
    small = drafting()
    hostile = "[/foo] [@click=app.quit] \u001b]52;c;x\u0007 \u202e" + "x" * 300
    objective = small.plans["t1", "product"]["objective"][0]
    objective |= {"title": hostile, "why": f"a\nb {hostile}"}
    objective["key_result"][0]["title"] = hostile
    small.says("sam", "pain_point", on=day(41), cycle="t1", team="product", text=hostile)
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "e", "enter")
        await pilot.press("down", "e", "escape", "left", "down", "g", "o", "escape")
        await pilot.pause()
        assert "\u001b" not in frame(app)
        assert "\u202e" not in frame(app)
        assert plan(tmp_path)["objective"][0]["title"] == hostile


async def test_without_any_cycle_or_team_make_says_what_comes_first(tmp_path):
    small = Small()
    small.cycles.clear()
    small.teams.clear()
    small.people = [{"id": "noa", "name": "Noa"}]
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("1", "a", "o", "e", "delete", "v", "x", "m", "K", "A", "y")
        await pilot.pause()
        assert "Open a first cycle" in frame(app)


async def test_an_empty_team_is_told_which_key_fills_each_list(tmp_path):
    small = Small()
    small.cycle("t3", name="T3", phase="make")
    app = opened(small, tmp_path, "make")
    async with app.run_test(size=(120, 30)) as pilot:
        await pilot.press("1")
        await pilot.pause()
        words = " ".join(frame(app).split())
        assert "A first objective" in words
        assert "What hurts?" in words
        assert "What will you not do?" in words
        await pilot.press("a")
        await typing(pilot, "Calm mornings")
        await pilot.press("enter")
        await pilot.pause()
        assert plan(tmp_path, "t3")["objective"][0]["title"] == "Calm mornings"


async def test_on_a_narrow_screen_what_hurts_makes_room_for_the_panel_and_the_keys_stay(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await pilot.press("h", "g")
        await pilot.pause()
        sources, drafts = (app.query_one(f"#{name}", RowPane) for name in ("sources", "drafts"))
        assert (sources.display, drafts.has_focus) == (False, True)
        await pilot.press("g")
        await pilot.pause()
        assert sources.display
