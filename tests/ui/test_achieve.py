import tomllib
from datetime import timedelta
from pathlib import Path

import pytest
from msgspec.structs import replace

from okr_tui.ui.desk import Drafts
from okr_tui.ui.opening import open_workspace
from okr_tui.ui.workbench import Workbench
from okr_tui.words.language import speak
from tests.ui.frames import frame
from tests.workspaces import Small, day

TODAY = day(45)
TALL, SMALL = (120, 36), (80, 24)


def small() -> Small:
    made = Small()
    made.objective("product", "love", title="New users fall in love", ambition="committed", change="change")
    made.key_result("love", "active", title="Active on day 7", unit="%", baseline=22, target=40,
                    initiative=[{"id": "wizard", "title": "Onboarding wizard", "owner": "sam"}])  # fmt: skip
    made.key_result("love", "first", title="Time to first project", unit="min", baseline=26, target=10)
    made.objective("product", "answers", title="Teams get an answer")
    made.key_result("answers", "median", title="Median answer time", unit="h", baseline=8, target=3)
    made.key_result("answers", "steps", title="Hand-over", kind="milestones",
                    milestone=[{"id": "m-one", "title": "Rules"}, {"id": "m-two", "title": "Pilot", "weight": 2}])  # fmt: skip
    for number, value in ((20, 7.0), (27, 5.6), (34, 5.9), (41, 6.2)):
        made.says("noa", "check_in", on=day(number), about="median", value=value, confidence=6, note=f"note {number}")
    for number, value in ((27, 25), (34, 28), (41, 31)):
        made.says("noa", "check_in", on=day(number), about="active", value=value, confidence=7)
    return made


def opened(root: Path, team: str = "product", me: str | None = "noa") -> Workbench:
    app = open_workspace(root, me, TODAY, root.parent / "state")
    app.session = replace(app.session, team=team)
    return app


async def shown(app: Workbench, size: tuple[int, int], *keys: str) -> str:
    async with app.run_test(size=size) as pilot:
        await app.go_to("achieve")
        await pilot.pause()
        await pilot.press(*keys)
        await pilot.pause()
        return frame(app)


@pytest.mark.parametrize("size", [TALL, SMALL, (160, 50), (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_table_at_many_sizes(tmp_path: Path, size: tuple[int, int], snapshot):
    made = small()
    made.says("sam", "weekly", on=TODAY, priorities=["Macros live"], next_weeks=["Gallery opens"])
    made.teams[1]["kpi"] = [{"id": "uptime", "title": "Uptime", "unit": "%", "low": 99.9}]
    made.says("sam", "check_in", on=day(41), about="uptime", value=99.96)
    assert await shown(opened(made.write(tmp_path / "w")), size) == snapshot


async def test_what_is_not_on_track_says_why_on_a_second_line(tmp_path: Path):
    lines = (await shown(opened(small().write(tmp_path / "w")), TALL)).splitlines()
    at = next(number for number, line in enumerate(lines) if "Median answer time" in line)
    assert "▼ slipping" in lines[at]
    assert "two falls, 5.6 → 5.9 → 6.2 h: 12 % of the way lost. Who can help?" in lines[at + 1]


async def test_on_a_small_screen_the_reason_follows_the_cursor(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=SMALL) as pilot:
        await app.go_to("achieve")
        await pilot.pause()
        assert "two falls" not in frame(app)
        await pilot.press("down", "down", "down", "down")
        await pilot.pause()
        assert "two falls" in frame(app)
        await pilot.press("down")
        await pilot.pause()
        assert "two falls" not in frame(app)


async def test_an_objective_folds_with_space_and_with_left_and_opens_with_right(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "space")
        await pilot.pause()
        assert "Active on day 7" not in frame(app)
        assert "▸" in frame(app)
        await pilot.press("right")
        await pilot.pause()
        assert "Active on day 7" in frame(app)
        await pilot.press("left")
        await pilot.pause()
        assert "Active on day 7" not in frame(app)


async def test_f_puts_what_slips_first_and_back(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("f")
        await pilot.pause()
        words = frame(app)
        assert words.index("SLIPPING  1") < words.index("Median answer time") < words.index("STALE  2")
        assert words.index("STALE  2") < words.index("THE OTHERS  1") < words.index("Active on day 7")
        await pilot.press("f")
        await pilot.pause()
        assert "SLIPPING" not in frame(app)


async def test_f_works_whoever_has_the_keys(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await pilot.press("3", "down", "down")
        app.set_focus(None)
        await pilot.press("f")
        await pilot.pause()
        assert app.is_running
        assert "SLIPPING  1" in frame(app)


async def test_a_check_in_that_is_cut_off_by_a_kill_is_back_and_saving_ends_its_draft(tmp_path: Path):
    root = small().write(tmp_path / "w")
    for keys in (("+", "3", "tab", "5", "tab", *"half"), ("ctrl+s",)):
        app = opened(root)
        async with app.run_test(size=TALL) as pilot:
            await app.go_to("achieve")
            await pilot.press("down", "c")
            await pilot.pause()
            assert len(app.drafts) == len(Drafts(tmp_path / "state/drafts.json")) == int(keys == ("ctrl+s",))
            await pilot.press(*keys)
            await pilot.pause()
            await app.workers.wait_for_complete()
            await pilot.pause()
            left = [*Drafts(tmp_path / "state/drafts.json").values()]
            assert [(each["value"], each["confidence"], each["note"]) for each in left] in ([("+ 3", "5", "half")], [])
    assert left == []
    said = _journal(root, "2026-w42")["check_in"][-1]
    assert (said["about"], said["value"], said["confidence"], said["note"]) == ("active", 34, 5, "half")


async def test_a_check_in_typed_below_its_row_is_in_the_journal(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "c")
        await pilot.pause()
        await pilot.press("+", "3", "enter")
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        said = _journal(root, "2026-w42")["check_in"][-1]
        assert (said["about"], said["value"]) == ("active", 34)
        assert app.place is not None
        assert app.focused is app.place.query_one("#achieve-table")


async def test_x_moves_an_initiative_on(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "x")
        await pilot.pause()
        assert "☐ planned" in frame(app)
        await pilot.press("x")
        await pilot.pause()
        assert _initiative(root)["status"] == "active"
        await pilot.press("x")
        await pilot.pause()
        assert _initiative(root)["status"] == "done"
        await pilot.press("escape")
        await pilot.pause()
        assert "moves on" not in frame(app)


async def test_the_anchor_shows_a_line_for_every_team_and_enter_goes_there(tmp_path: Path):
    made = small()
    made.objective("company", "north", title="Everybody gets a result")
    made.key_result("north", "teams", baseline=1, target=9)
    app = opened(made.write(tmp_path / "w"), team="company")
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("end")
        await pilot.pause()
        assert "TEAMS  1" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.team == "product"
        assert "Active on day 7" in frame(app)


async def test_at_the_anchor_slips_of_all_teams_come_first(tmp_path: Path):
    words = await shown(opened(small().write(tmp_path / "w"), team="company"), TALL, "f")
    assert "Median answer time" in words


async def test_sixty_teams_are_lines_that_scroll(tmp_path: Path):
    made = small()
    made.teams += [{"id": f"team-{n}", "name": f"Team {n}", "parent": "company"} for n in range(60)]
    words = await shown(opened(made.write(tmp_path / "w"), team="company"), SMALL, "end")
    assert "Team 59" in words
    assert "no objectives yet" in words


async def test_drafts_and_what_was_dropped_say_so(tmp_path: Path):
    made = small()
    made.objective("product", "later", title="A draft", status="draft")
    made.key_result("later", "later-one", baseline=0, target=5)
    made.key_result("love", "gone", title="Given up", dropped={"on": day(30), "why": "no data"}, baseline=0, target=5)
    lines = (await shown(opened(made.write(tmp_path / "w")), TALL)).splitlines()
    assert any("Given up" in line and "· dropped" in line for line in lines)
    assert any("Later one" in line and "· draft" in line for line in lines)


async def test_a_team_without_a_plan_names_the_key_that_adds_and_it_works(tmp_path: Path):
    root = Small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=SMALL) as pilot:
        await app.go_to("achieve")
        await pilot.pause()
        assert "Product has no objectives in T3 yet." in frame(app)
        await pilot.press("a")
        await pilot.pause()
        await pilot.press(*"Grow", "enter")
        await pilot.pause()
        plan = tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text("utf-8"))
        assert plan["objective"][0]["title"] == "Grow"


async def test_without_any_cycle_it_says_what_to_do(tmp_path: Path):
    made = Small()
    made.cycles.clear()
    assert "No cycle is open yet." in await shown(opened(made.write(tmp_path / "w")), TALL)


async def test_words_of_files_are_never_obeyed(tmp_path: Path):
    made = Small()
    made.objective("product", "bad", title="[/red]\x1b]0;x\x07 [@click=app.quit]" + "y" * 300)
    made.key_result("bad", "worse", title="[bold]\u202eevil", unit="[/]", baseline=1, target=2)
    made.says("noa", "check_in", on=day(44), about="worse", value=1.5, note="[/]\x1b[2J", blocker="[@click=app.quit]x")
    app = opened(made.write(tmp_path / "w"))
    for keys in ((), ("f",), ("down", "enter"), ("down", "w"), ("x",)):
        app = opened(tmp_path / "w")
        words = await shown(app, TALL, *keys)
        assert "\x1b" not in words
        assert "\u202e" not in words


async def test_why_says_how_a_number_came_about_and_any_way_out_closes_it(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "w")
        await pilot.pause()
        words = frame(app)
        assert "WHY ON TRACK" in words
        assert "(31 − 22) ÷ (40 − 22)" in words
        await pilot.press("w")
        await pilot.pause()
        assert "WHY" not in frame(app)
        await pilot.press("up", "w")
        await pilot.pause()
        assert "WHY THIS OBJECTIVE" in frame(app)


async def test_what_was_typed_survives_esc(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "c")
        await pilot.pause()
        await pilot.press("+", "3", "escape")
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        assert "31 + 3" in frame(app)


def _journal(root: Path, week: str) -> dict:
    return tomllib.loads((root / f"cycles/t3/journal/{week}/noa.toml").read_text("utf-8"))


def _initiative(root: Path) -> dict:
    plan = tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text("utf-8"))
    return plan["objective"][0]["key_result"][0]["initiative"][0]


def test_today_is_what_the_workspaces_of_these_tests_take_it_for():
    assert day(0) + timedelta(days=45) == TODAY


@pytest.mark.parametrize("size", [TALL, SMALL])
async def test_of_a_team_with_a_long_name_the_name_is_cut_and_no_figure_is(tmp_path: Path, size: tuple[int, int]):
    made = small()
    made.teams[1]["name"] = "Product and whoever else sits on the second floor of the house"
    lines = (await shown(opened(made.write(tmp_path / "w")), size)).splitlines()
    head = next(line for line in lines if "expected" in line)
    assert "Product a" in head
    assert "%, expected" in head
    if size == TALL:
        assert "checked in" in head
        assert head.endswith("● 1 ▼ 1 ◌ 2"), "every status is counted"


async def test_the_heading_of_the_owners_is_whole_in_french_too_where_there_is_room(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    speak("fr")
    try:
        assert "porteur" in await shown(app, (160, 50))
    finally:
        speak("en")
