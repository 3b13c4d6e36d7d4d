"""Setup: what somebody arranges by keys alone, and then finds in the files."""

import tomllib
from datetime import date

from okr_tui.domain.settings import Policy
from okr_tui.domain.table import defaults_of
from okr_tui.ui.screens.setup import SECTIONS, Setup
from okr_tui.ui.widgets.entry import Names
from tests.ui.frames import frame
from tests.ui.opened import opened
from tests.workspaces import Small, day


def arranged() -> Small:
    small = Small()
    small.teams[1]["role"] = [{"id": "scribe", "title": "Scribe"}]
    small.teams.append({"id": "care", "name": "Care", "parent": "company", "lead": "sam"})
    small.people[1]["away"] = [{"from": day(50), "to": day(52)}]
    small.cycles["t3"]["ritual"] = [{"id": "weekly", "kind": "weekly-check-in", "on": day(47), "minutes": 27}]
    small.objective("product", "grow")
    return small


def tables(tmp_path, path: str) -> dict:
    return tomllib.loads((tmp_path / "small" / path).read_text(encoding="utf-8"))


def put(app, words: str) -> None:
    """Types all of a field at once."""
    app.screen.focused.value = words


async def saved(pilot) -> None:
    """Saves the form, and waits until it is closed."""
    await pilot.press("enter")
    for _turn in range(100):
        await pilot.pause()
        if pilot.app.place.open_form is None:
            return
    raise AssertionError(frame(pilot.app))


async def part(pilot, identity: str) -> None:
    """Into one of the parts, the keys on its rows."""
    pilot.app.place.sections_pane.go_to(identity)
    await pilot.press("right")
    await pilot.pause()


async def test_pasted_people_are_seen_before_they_are_written_in_one_change_and_nothing_typed_is_lost(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 36)) as pilot:
        await part(pilot, "people")
        await pilot.press("a", "2")
        await pilot.pause()
        pasted = (
            "Name, Email, Team\nYui Sato, yui@small.example, Care\nNoa Berger, noa@small.example, Care\nZed, nowhere"
        )
        app.screen.focused.insert(pasted)
        await pilot.pause(0.3)
        assert "1 is added · 1 is changed · 1 can't be read" in frame(app)
        assert "line 4: no team is called “nowhere”" in frame(app)
        assert len(tables(tmp_path, "people.toml")["person"]) == 3
        await pilot.press("escape", "a", "2")
        await pilot.pause(0.3)
        assert app.screen.focused.text == pasted
        await pilot.press("ctrl+s")
        await pilot.pause(0.3)
        assert app.screen.focused.text == "Zed, nowhere"  # what can't be read stays, to be mended
        await pilot.press("escape")
        people = {each["id"]: each for each in tables(tmp_path, "people.toml")["person"]}
        assert people["yui"] == {"id": "yui", "name": "Yui Sato", "email": "yui@small.example", "team": ["care"]}
        assert people["noa"]["team"] == ["product", "care"]
        await pilot.press("u")
        await pilot.pause()
        assert len(tables(tmp_path, "people.toml")["person"]) == 3


async def test_a_person_is_edited_in_place_and_an_address_of_somebody_else_is_said_at_the_form(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 36)) as pilot:
        await part(pilot, "people")
        await pilot.press("down", "e", "tab")
        put(app, "noa@small.example")
        await pilot.press("tab", "tab")
        put(app, "coach, sponsor")
        await pilot.press("enter")
        await pilot.pause()
        sam = tables(tmp_path, "people.toml")["person"][1]
        assert "roles" not in sam  # the address is Noa's
        await pilot.press("shift+tab", "shift+tab")
        put(app, "sam@small.example")
        await saved(pilot)
        sam = tables(tmp_path, "people.toml")["person"][1]
        assert (sam["email"], sam["roles"]) == ("sam@small.example", ["coach", "sponsor"])
        await pilot.press("delete")
        await saved(pilot)
        assert tables(tmp_path, "people.toml")["person"][1]["left"] == day(45)


async def test_a_team_moves_below_another_and_one_in_which_okrs_stand_is_not_taken_out(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await part(pilot, "teams")
        await pilot.press("end", "e", "tab")
        put(app, "prod")
        await pilot.press("right", "enter")
        await pilot.pause()
        assert tables(tmp_path, "teams.toml")["team"][2]["parent"] == "product"
        await pilot.press("up", "delete", "1")
        await pilot.pause()
        assert "stands below “Product”" in frame(app)
        assert len(tables(tmp_path, "teams.toml")["team"]) == 3
        await pilot.press("down", "delete", "1")
        await pilot.pause()
        assert [each["id"] for each in tables(tmp_path, "teams.toml")["team"]] == ["company", "product"]


async def test_a_threshold_is_changed_with_its_meaning_and_del_puts_the_default_back(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 36)) as pilot:
        await part(pilot, "policy")
        app.place.things.go_to("max_objectives")
        await pilot.press("enter", "backspace")
        put(app, "four")
        await pilot.press("enter")
        await pilot.pause()
        assert "“four” is no figure" in frame(app)
        put(app, "4")
        await saved(pilot)
        assert tables(tmp_path, "okr.toml")["policy"] == {"max_objectives": 4}
        await pilot.press("delete")
        await pilot.pause()
        assert "policy" not in tables(tmp_path, "okr.toml")


async def test_every_part_has_something_to_read_and_a_form_for_what_stands_under_the_cursor(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        place = app.place
        assert isinstance(place, Setup)
        for section in SECTIONS:
            place.sections_pane.go_to(section.id)
            await pilot.pause()
            assert place.section.id == section.id
            assert len(place.things.rows) > 1
            if place.things.here is not None:
                assert place.section.form_to_edit(place.things.here.key) is not None
        assert place.title == "Sharing"


async def test_an_absence_a_ritual_and_a_role_are_changed_where_they_stand(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 36)) as pilot:
        await part(pilot, "absences")
        await pilot.press("e", "tab")
        put(app, day(55).isoformat())
        await pilot.press("tab")
        put(app, "noa")
        await saved(pilot)
        await pilot.press("escape")
        away = tables(tmp_path, "people.toml")["person"][1]["away"]
        assert away == [{"from": day(50), "to": day(55), "stand_in": "noa"}]
        await pilot.press("down", "down", "right")
        await pilot.pause()
        assert "! nobody holds it" in frame(app)
        await pilot.press("e", "tab")
        put(app, "maya")
        await saved(pilot)
        await pilot.press("escape", "down", "down", "right")
        await pilot.pause()
        assert tables(tmp_path, "teams.toml")["team"][1]["role"][0]["holders"] == ["maya"]
        await pilot.press("e")
        put(app, "2026-10-30")
        await pilot.press("tab")
        put(app, "16h30")
        await saved(pilot)
        found = tables(tmp_path, "cycles/t3/cycle.toml")["ritual"][0]
        assert (found["on"], str(found["at"])) == (date(2026, 10, 30), "16:30:00")


async def test_sixty_teams_and_two_hundred_people_of_any_name_stay_rows_of_one_list(tmp_path):
    small = arranged()
    hostile = "[bold]\x1b]0;x\x07 " + "Ḽong " * 60
    small.people += [{"id": f"p{n}", "name": f"{hostile}{n}", "team": [f"t{n % 60}"]} for n in range(200)]
    small.teams += [{"id": f"t{n}", "name": f"{hostile}{n}", "parent": "company"} for n in range(60)]
    app = opened(small, tmp_path, "setup")
    async with app.run_test(size=(80, 24)) as pilot:
        await part(pilot, "people")
        assert len(app.place.things.rows) > 200
        assert sum(1 for _each in app.place.query("*")) < 40
        await pilot.press("end", "e")
        await pilot.pause()
        assert "\x1b" not in frame(app)
        assert "[bold]" in frame(app)


async def test_an_empty_workspace_says_what_each_part_is_for_and_how_it_is_filled(tmp_path):
    small = Small()
    small.people, small.teams, small.cycles = small.people[:1], [], {}
    small.people[0].pop("team")
    app = opened(small, tmp_path, "setup")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("5", "down", "down")
        await pilot.pause()
        assert "a adds the first one" in frame(app)
        assert "Add the others" in frame(app)
        await pilot.press("a")
        put(app, "Small")
        await pilot.press("enter")
        await pilot.pause()
        assert tables(tmp_path, "teams.toml")["team"] == [{"id": "small", "name": "Small"}]


async def test_keys_typed_before_the_place_stands_there_find_it(tmp_path):
    app = opened(arranged(), tmp_path, "home")
    async with app.run_test(size=(80, 24)):
        waiting = Setup()  # what the footer asks about while the place is being mounted
        assert waiting.section.id == "people"
        assert waiting.action_add is not None


async def test_a_form_follows_what_somebody_else_writes_and_saving_does_not_take_it_back(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 36)) as pilot:
        await part(pilot, "people")
        await pilot.press("e")
        put(app, "Noa B. Berger")
        path = tmp_path / "small/people.toml"
        path.write_text(
            path.read_text(encoding="utf-8").replace("noa@small.example", "noa@new.example"), encoding="utf-8"
        )
        app.read_again()
        await pilot.pause()
        assert "noa@new.example" in frame(app)
        await saved(pilot)
        noa = tables(tmp_path, "people.toml")["person"][0]
        assert (noa["name"], noa["email"]) == ("Noa B. Berger", "noa@new.example")


async def test_a_list_of_names_is_completed_after_its_last_comma():
    names = Names(["Product", "Care"])
    assert [await names.get_suggestion(typed) for typed in ("ca", "Product, ca", "x, y", "")] == [
        "care", "Product, care", None, None,
    ]  # fmt: skip


def test_every_threshold_has_a_name_a_meaning_and_a_source():
    from okr_tui.words.policy import GROUPS, threshold

    assert {key for keys in GROUPS.values() for key in keys} == set(defaults_of(Policy))
    for key in defaults_of(Policy):
        assert all(threshold(key))


async def test_the_minutes_of_a_ritual_are_changed_in_place_and_del_puts_the_methods_back(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    async with app.run_test(size=(120, 40)) as pilot:
        await part(pilot, "agendas")
        app.place.things.go_to("weekly-check-in")
        await pilot.press("e", "tab")
        put(app, "none")
        await pilot.press("enter")
        await pilot.pause()
        assert "Minutes go from 1 to 1440." in frame(app)
        put(app, "12")
        await saved(pilot)
        assert "Wins 2, Confidence vote 12, The lowest explain 8" in frame(app)
        assert "34 min  the workspace's" in frame(app)
        steps = tables(tmp_path, "agendas.toml")["agenda"][0]["step"]
        assert [each["minutes"] for each in steps] == [2, 12, 8, 7, 5]
        await pilot.press("delete")
        await pilot.pause()
        assert "agenda" not in tables(tmp_path, "agendas.toml")
        assert "the workspace's" not in frame(app)
        await pilot.press("u")
        await pilot.pause()
        assert tables(tmp_path, "agendas.toml")["agenda"][0]["step"] == steps


async def test_a_ritual_of_their_own_stands_among_the_agendas_and_a_broken_file_is_said_in_their_place(tmp_path):
    app = opened(arranged(), tmp_path, "setup")
    path = tmp_path / "small/agendas.toml"
    step = '[[agenda.step]]\ncode = "tea"\ntitle = "[b]Tea\\u001b"\nminutes = 9\n'
    path.write_text(f'format = 1\n\n[[agenda]]\nkind = "tea time"\n\n{step}', encoding="utf-8")
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await part(pilot, "agendas")
        await pilot.press("end", "delete")
        await pilot.pause()
        assert "The method has no such ritual" in frame(app)
        assert "[b]Tea" in frame(app)
        await pilot.press("e")
        put(app, "5")
        await saved(pilot)
        assert tables(tmp_path, "agendas.toml")["agenda"][0]["step"][0]["minutes"] == 5
        path.write_text("format = 1\n[[agenda]\n", encoding="utf-8")
        app.read_again()
        await pilot.pause()
        await pilot.press("left", "up", "down", "right", "e")
        await pilot.pause()
        assert app.place.open_form is None
        assert "agendas.toml" in frame(app)
        assert path.read_text(encoding="utf-8") == "format = 1\n[[agenda]\n"


async def test_no_day_source_or_accountability_is_cut_on_a_small_screen(tmp_path):
    small = arranged()
    small.settings["closed"] = [{"from": date(2026, 12, 24), "to": date(2027, 1, 3), "name": "The house is closed"}]
    small.teams[1]["role"][0] |= {"accountabilities": ["Restores are rehearsed", "Every incident ends in a page"]}
    app = opened(small, tmp_path, "setup")
    async with app.run_test(size=(80, 24)) as pilot:
        for identity, words in (
            ("closed", "Thu 24 Dec to Sun 3 Jan 2027"),
            ("roles", "page"),
            ("policy", "(Wodtke, Spendesk)"),
        ):
            await part(pilot, identity)
            assert words in frame(app)
            await pilot.press("left")


async def test_an_empty_cycle_is_taken_out_in_setup_and_one_with_objectives_says_what_is_in_it(tmp_path):
    small = arranged()
    small.cycle("next", start=date(2027, 1, 1), end=date(2027, 3, 31), phase="make")
    app = opened(small, tmp_path, "setup")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await part(pilot, "cycles")
        app.choose(cycle="next")
        await pilot.press("delete")
        await pilot.pause()
        assert "with its rituals?" in frame(app)
        await pilot.press("1")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert not (tmp_path / "small/cycles/next/cycle.toml").exists()
        assert app.session.cycle == "t3"
        await pilot.press("delete")
        await pilot.pause()
        assert "T3 stays, as it is not empty" in frame(app)
        assert (tmp_path / "small/cycles/t3/cycle.toml").exists()
        await pilot.press("u")
        await app.workers.wait_for_complete()
        assert (tmp_path / "small/cycles/next/cycle.toml").exists()
        await pilot.press("a")
        await pilot.pause()
        assert "New cycle" in frame(app)
