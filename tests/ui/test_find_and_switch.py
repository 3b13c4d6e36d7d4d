from datetime import date

from textual import events

from okr_tui.domain.finding import best, findables
from okr_tui.ui.modals.find import Find
from okr_tui.ui.modals.switch import Switch, tree
from okr_tui.ui.widgets.picker import Picker
from tests.ui.frames import frame
from tests.ui.opened import TODAY, opened, typing
from tests.workspaces import Small


def small() -> Small:
    made = Small()
    made.objective("product", "answers", title="Answers arrive in time")
    made.key_result("answers", "median", title="Median answer time", baseline=8, target=3, unit="h")
    made.cycle("t1", start=date(2026, 12, 11), end=date(2027, 3, 20), phase="make")
    made.objective("company", "invite", cycle="t1", status="draft", title="Whoever is invited stays")
    return made


def titles(text: str) -> list[str]:
    workspace = small().workspace()
    return [each.title for each in best(findables(workspace, TODAY, "product"), text)]


def test_words_find_titles_in_any_order_and_misspelt_ones_too():
    assert titles("time median") == ["Median answer time"]
    assert titles("medan tme") == ["Median answer time"]
    assert titles("sam")[0] == "Sam Okafor"
    assert titles("zzzz") == []


def test_before_anything_is_typed_the_own_team_comes_first():
    assert titles("")[:3] == ["Product", "Noa Berger", "Sam Okafor"]


def test_teams_that_belong_to_each_other_in_a_ring_are_still_told_once():
    made = small()
    made.teams += [{"id": "a", "name": "A", "parent": "b"}, {"id": "b", "name": "B", "parent": "a"}]
    told = [(depth, team.id) for depth, team in tree(made.workspace().teams)]
    assert told == [(0, "company"), (1, "product"), (0, "a"), (0, "b")]


async def test_enter_goes_to_the_row_of_what_was_found_in_its_team_and_cycle(tmp_path):
    app = opened(small(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("slash")
        await typing(pilot, "whoever")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.pause()
        assert (app.session.team, app.session.cycle) == ("company", "t1")
        assert app.place.place == "make"
        assert app.place.drafts_pane.here.key == "invite"


async def test_esc_closes_both_without_changing_anything(tmp_path):
    app = opened(small(), tmp_path, "make")
    async with app.run_test(size=(80, 24)) as pilot:
        before = app.session
        for key, modal in (("slash", Find), ("t", Switch)):
            await pilot.press(key)
            assert isinstance(app.screen, modal)
            await pilot.press("down", "down", "escape")
            assert not isinstance(app.screen, modal)
        assert app.session is before


async def test_t_switches_team_and_cycle_at_once(tmp_path):
    app = opened(small(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("t")
        await typing(pilot, "small")
        await pilot.press("tab")
        await typing(pilot, "t1")
        await pilot.press("enter")
        await pilot.pause()
        assert (app.session.team, app.session.cycle) == ("company", "t1")


async def test_sixty_teams_are_a_tree_that_typing_shrinks(tmp_path):
    made = small()
    made.teams += [{"id": f"team-{n}", "name": f"Team {n}", "parent": "product"} for n in range(60)]
    app = opened(made, tmp_path, "make")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("t")
        await pilot.pause()
        assert "    Team 0" in frame(app)
        await typing(pilot, "team 47")
        assert "Team 0 " not in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert app.session.team == "team-47"


async def test_hostile_names_are_only_words(tmp_path):
    made = small()
    made.teams[0]["name"] = "[/foo]\u001b[2J\u202e"
    made.people[0]["name"] = "[@click=app.quit]x\u009b"
    app = opened(made, tmp_path, "make")
    async with app.run_test(size=(100, 30)) as pilot:
        for key in ("t", "slash"):
            await pilot.press(key)
            await pilot.pause()
            assert not {"\u001b", "\u202e", "\u009b"} & set(frame(app))
            await pilot.press("escape")


async def test_what_is_typed_while_it_opens_is_in_its_line(tmp_path):
    app = opened(small(), tmp_path, "make")
    async with app.run_test(size=(120, 36)) as pilot:
        for key, character in (("slash", "/"), ("m", "m"), ("e", "e"), ("d", "d")):
            app.post_message(events.Key(key, character))
        await pilot.pause()
        await pilot.pause()
        assert isinstance(app.screen, Find)
        assert app.screen.query_one(Picker).text == "med"


async def test_where_hardly_more_than_it_fits_it_takes_the_whole_width(tmp_path):
    for columns, cells in ((80, 80), (100, 100), (120, 92)):
        app = opened(small(), tmp_path / str(columns))
        async with app.run_test(size=(columns, 30)) as pilot:
            await pilot.press("slash")
            await pilot.pause()
            assert app.screen.children[0].region.width == cells


async def test_what_is_found_can_be_read_where_its_team_has_a_long_name(tmp_path):
    made = small()
    made.teams[1]["name"] = "Product and whoever else sits on the second floor of the house, in both wings"
    app = opened(made, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("slash")
        await typing(pilot, "median")
        await pilot.pause()
        assert "Median answer time" in frame(app)
