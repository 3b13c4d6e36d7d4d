"""Home: what a person sees, what they do by keys, and what stands in the files then."""

import tomllib
from datetime import date, timedelta
from pathlib import Path

import pytest
from textual.events import Key
from textual.pilot import Pilot
from textual.widgets import Input

from okr_tui.ui.desk import Drafts
from okr_tui.ui.opening import open_workspace
from okr_tui.ui.screens.home import Home
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.workbench import Workbench
from tests.hostile import OBEYED, hostile_copy
from tests.ui.frames import frame
from tests.ui.opened import until
from tests.workspaces import Small, day

TODAY = day(45)  # Friday 16 October 2026


@pytest.fixture
def small() -> Small:
    """Three key results of Noa's, each due, in a team whose cycle is 45 % through."""
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "sign-ups", baseline=22, target=40, unit="%")
    small.key_result("grow", "answer-time", baseline=8, target=3, unit="h")
    small.key_result("grow", "shared", baseline=100, target=1000, unit="/wk")
    for about, values in (("sign-ups", (25, 29)), ("answer-time", (5.9, 6.2)), ("shared", (400, 455))):
        for number, value in zip((31, 38), values, strict=True):
            small.says("noa", "check_in", on=day(number), about=about, value=value, confidence=7)
    return small


def opened(small: Small, tmp_path: Path, me: str | None = "noa", today: date = TODAY) -> Workbench:
    root = tmp_path / "small"
    if not root.exists():
        small.write(root)
    return open_workspace(root, me, today, tmp_path / "state")


async def press(pilot: Pilot, *keys: str) -> None:
    """Presses keys one after the other, each when what the one before began is done."""
    for key in keys:
        await pilot.press(key)
        await pilot.app.workers.wait_for_complete()
        await pilot.pause()


def said(tmp_path: Path) -> list[dict]:
    """The check-ins of today, as they stand in Noa's journal."""
    journal = tmp_path / "small/cycles/t3/journal/2026-w42/noa.toml"
    return tomllib.loads(journal.read_text(encoding="utf-8"))["check_in"] if journal.exists() else []


async def test_home_says_what_is_due_with_figures_bars_and_why(small, tmp_path, snapshot):
    small.says("sam", "comment", on=day(43), about="sign-ups", text="Which browsers?", kind="question")
    small.says("maya", "kudos", on=day(44), to="noa", text="for the demo")
    small.review("product", action=[{"id": "page", "text": "One page", "owner": "noa", "due": day(48)}])
    for size in ((120, 36), (80, 24)):
        app = opened(small, tmp_path)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            body = frame(app).split("\n")[3:-1]  # head and keys are the frame's
            assert "\n".join(body) == snapshot(name=f"{size[0]}x{size[1]}")


async def test_on_the_sunday_after_a_missed_friday_the_form_says_for_which_week_a_figure_counts(small, tmp_path):
    app = opened(small, tmp_path, today=day(47))
    async with app.run_test(size=(130, 40)) as pilot:
        await press(pilot, "enter")
        assert "counts for the week to Fri 23 Oct; “Fri” for the one before" in frame(app)
        await press(pilot, "shift+tab", *"Fri")
        assert "Fri 16 Oct · counts for the week to Fri 16 Oct" in frame(app)


async def test_on_the_day_of_the_check_in_nobody_is_told_for_which_week_it_counts(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(130, 40)) as pilot:
        await press(pilot, "enter")
        assert "counts for" not in frame(app)


async def test_three_check_ins_take_an_enter_each_beside_the_figures(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", *"6.0", "enter", *"470", "enter", *"31", "enter")
        text, notes = frame(app), [note.message for note in app._notifications]
    values = {each["about"]: each["value"] for each in said(tmp_path)}
    assert values == {"answer-time": 6, "shared": 470, "sign-ups": 31}
    assert all("confidence" not in each and "note" not in each for each in said(tmp_path))
    assert "Nothing is due. Next: “Answer time”, on Fri 23 Oct." in text
    assert notes == ["3 check-ins saved"]


async def test_what_is_typed_faster_than_the_form_opens_is_not_lost(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        for key in ("enter", *"6.0", "enter", *"470", "enter", *"31", "enter"):
            app.post_message(Key(key, None if len(key) > 1 else key))
        for _ in range(20):
            await app.workers.wait_for_complete()
            await pilot.pause()
            if len(said(tmp_path)) == 3:
                break
    assert [each["value"] for each in said(tmp_path)] == [6, 470, 31]


async def test_three_check_ins_with_confidence_from_a_cold_app_take_at_most_fifteen_keys_beside_figures(
    small, tmp_path
):
    app = opened(small, tmp_path)
    keys = ["enter", *"6.0", "tab", "8", "enter", *"470", "tab", "7", "enter", *"31", "tab", "7", "enter"]
    figures = sum(map(len, ("6.0", "470", "31")))
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, *keys)
    assert len(keys) - figures <= 15
    assert {each["about"]: (each["value"], each["confidence"]) for each in said(tmp_path)} == {
        "answer-time": (6, 8), "shared": (470, 7), "sign-ups": (31, 7)
    }  # fmt: skip


async def test_a_figure_of_last_friday_and_the_owners_own_word(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", *"6.0", "tab", "tab", "tab", "tab", "right", "tab", *"-2")
        assert "Wed 14 Oct" in frame(app)
        await press(pilot, "ctrl+s")
    (only,) = said(tmp_path)
    assert (only["on"], only["value"], only["status"]) == (day(43), 6, "at-risk")


async def test_the_form_says_what_it_is_compared_with(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert "6.2 h on Fri 9 Oct, 7 days ago · the line says 5.75 h today · 8 → 3 h" in frame(app)


async def test_one_key_thanks_for_a_piece_of_news(small, tmp_path):
    small.objective("product", "above", owner="sam")
    small.key_result("above", "reach", owner="sam", baseline=0, target=10)
    small.plan("product")["objective"][0]["supports"] = ["reach"]
    small.says("sam", "check_in", on=day(44), about="reach", value=4)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        app.query_one("#owed", RowPane).go_to("news 0")
        await press(pilot, "T")
    journal = tmp_path / "small/cycles/t3/journal/2026-w42/noa.toml"
    (kudos,) = tomllib.loads(journal.read_text(encoding="utf-8"))["kudos"]
    assert (kudos["to"], kudos["text"]) == ("sam", "for “Reach”: 4")


async def test_a_kpi_of_my_team_is_told_from_home(small, tmp_path):
    small.teams[1]["kpi"] = [{"id": "uptime", "title": "Uptime", "unit": "%", "low": 99.9}]
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        app.query_one("#owed", RowPane).go_to("uptime")
        await press(pilot, "enter", *"99.95", "enter")
        assert "● in band" in frame(app)
    assert [(each["about"], each["value"]) for each in said(tmp_path)] == [("uptime", 99.95)]


def earlier(small: Small, **said: float) -> None:
    """A closed cycle in which these KPIs of team Product were spoken of."""
    small.teams[1]["kpi"] = [{"id": each, "title": each.capitalize(), "unit": "%"} for each in said]
    small.cycle("t2", name="T2", start=day(-100), end=day(20), phase="closed")
    for each, value in said.items():
        small.says("sam", "check_in", on=day(-5), cycle="t2", about=each, value=value)


async def test_a_kpis_last_figure_is_shown_though_the_cycle_that_holds_it_is_closed(small, tmp_path):
    earlier(small, uptime=99.7)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await until(pilot, lambda: "99.7" in frame(app))
        (row,) = [line for line in frame(app).splitlines() if "Uptime" in line]
        assert row.split()[1:3] == ["99.7", "%"]
        assert "50 d" in row
        app.query_one("#owed", RowPane).go_to("uptime")
        await press(pilot, "enter", *"+0.2", "enter")
    assert [(each["about"], each["value"]) for each in said(tmp_path)] == [("uptime", 99.9)]


async def test_a_closed_cycle_stays_closed_where_every_kpi_has_a_figure(small, tmp_path):
    earlier(small, uptime=99.7)
    small.says("sam", "check_in", on=day(40), about="uptime", value=99.8)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        assert not app.session.workspace.cycles["t2"].complete
        assert "99.8" in frame(app)


async def test_a_leading_plus_adds_and_shows_what_it_comes_to(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "down", "down", "enter", *"+1.5")
        text = frame(app)
        assert "29 + 1.5" in text
        assert "= 30.5 %" in text
        assert "39 → 47 %" in text
        assert "● on track, pace 1.05" in text
        await press(pilot, "ctrl+s")
        assert "30.5 %" in frame(app)
    assert [each["value"] for each in said(tmp_path)] == [30.5]


async def test_confidence_note_blocker_and_whom_it_asks_for_help(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(
            pilot, "enter", "tab", "1", "0", "left", "tab", *"slow", "ctrl+j", *"but better", "tab", *"@sam ill"
        )
        assert "asks Sam Okafor for help" in frame(app)
        await press(pilot, "ctrl+s")
    (only,) = said(tmp_path)
    assert (only["value"], only["confidence"], only["note"]) == (6.2, 9, "slow\nbut better")
    assert (only["blocker"], only["help_from"]) == ("@sam ill", "sam")


async def test_the_last_figure_stands_there_and_the_arrows_step_from_it(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert app.query_one("#value", Input).value == "6.2"
        await press(pilot, "up", "up", "down", "ctrl+s")
    assert [each["value"] for each in said(tmp_path)] == [6.3]


@pytest.mark.parametrize(("typed", "value"), [("=-3", -3), ("60/4", 15), ("1,000", 1000), ("- 3", 3.2)])
async def test_absolute_figures_and_arithmetic(small, tmp_path, typed, value):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", *typed, "ctrl+s")
        if value != 3.2:  # far off: it is asked about once
            assert "again saves it" in frame(app)
            await press(pilot, "ctrl+s")
    assert [each["value"] for each in said(tmp_path)] == [value]


async def test_what_is_no_figure_is_said_under_the_field_and_nothing_is_lost(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", *"4x", "enter")
        assert "! “4x” is no figure; type one such as 41, +3, =-5 or 120/4." in frame(app)
        assert said(tmp_path) == []
        await press(pilot, "backspace", "backspace", "5", "ctrl+s")
    assert [each["value"] for each in said(tmp_path)] == [5]


async def test_esc_keeps_a_draft_through_a_new_start_and_saving_ends_it(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "7", "tab", "3", "tab", *"half", "escape")
        assert "draft  7, confidence 3, “half”" in frame(app)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert "half" in frame(app)
        await press(pilot, "ctrl+s")
        assert "draft" not in frame(app)
    assert [(each["value"], each["confidence"], each["note"]) for each in said(tmp_path)] == [(7, 3, "half")]
    assert not Drafts(tmp_path / "state/drafts.json")


async def test_esc_without_having_typed_leaves_no_draft(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "escape")
        assert "draft" not in frame(app)
        assert isinstance(app.focused, RowPane)


def cut_off(tmp_path: Path) -> dict[str, dict[str, str]]:
    """What a kill would leave now: the drafts that are on the disk while the app still runs."""
    return dict(Drafts(tmp_path / "state/drafts.json"))


async def test_what_is_typed_outlives_a_kill_and_saving_ends_it(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "7", "tab", "3", "tab", *"half", "tab", *"@sam", "tab", "right", "tab", *"-1")
        left = cut_off(tmp_path)
    typed = {"value": "7", "confidence": "3", "note": "half", "blocker": "@sam", "on": "-1"}
    assert [{**each, **typed} == each for each in left.values()] == [True]
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        assert "draft  7, confidence 3, “half”, “@sam”" in frame(app)
        await press(pilot, "enter")
        assert app.place._form.typed == next(iter(left.values()))
        await press(pilot, "ctrl+s")
    assert [(each["value"], each["confidence"], each["note"]) for each in said(tmp_path)] == [(7, 3, "half")]
    assert cut_off(tmp_path) == {}


async def test_a_form_that_says_what_stood_there_again_leaves_no_draft(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert cut_off(tmp_path) == {}
        await press(pilot, "tab", "3", "tab", *"no", "tab", "tab", "right")
        assert len(cut_off(tmp_path)) == 1
        await press(pilot, "backspace", "shift+tab", "shift+tab", "backspace", "backspace", "shift+tab", "backspace")
        assert cut_off(tmp_path) == {}


async def test_ticks_and_yes_or_no_outlive_a_kill(tmp_path):
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "a-rehearsal", kind="yes-no")
    steps = [{"id": name, "title": name.capitalize()} for name in ("one", "two", "three")]
    small.key_result("grow", "b-sources", kind="milestones", milestone=steps)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "y", "escape", "down", "enter", "down", "space")
        assert [each["value"] for each in cut_off(tmp_path).values()] == ["yes", "two"]
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "enter")
        assert "☑ Two" in frame(app)
        await press(pilot, "enter")
    assert [(each["about"], each.get("value"), each.get("milestone")) for each in said(tmp_path)] == [
        ("a-rehearsal", 1, None), ("b-sources", None, "two"),
    ]  # fmt: skip
    assert cut_off(tmp_path) == {}


async def test_yes_no_milestones_and_a_band_each_ask_in_their_own_way(tmp_path):
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "a-rehearsal", kind="yes-no")
    steps = [{"id": name, "title": name.capitalize()} for name in ("one", "two", "three")]
    small.key_result("grow", "b-sources", kind="milestones", milestone=steps)
    small.key_result("grow", "c-uptime", kind="keep", low=99, unit="%")
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter")
        assert "y or n" in frame(app)
        await press(pilot, "y", "enter")
        assert "☐ Two" in frame(app)
        await press(pilot, "space", "down", "space", "enter")
        assert "keep ≥ 99 %" in frame(app)
        await press(pilot, *"98", "enter")
    found = [(each["about"], each.get("value"), each.get("milestone")) for each in said(tmp_path)]
    assert found == [
        ("a-rehearsal", 1, None), ("b-sources", None, "one"), ("b-sources", None, "two"), ("c-uptime", 98, None),
    ]  # fmt: skip


async def test_saying_nothing_at_all_is_not_saved(tmp_path):
    small = Small()
    small.objective("product", "grow", owner="sam")
    small.key_result("grow", "rehearsal", kind="yes-no")
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", "enter")
        assert "! Say something: a figure, a confidence, or a note." in frame(app)
    assert said(tmp_path) == []


async def test_x_marks_an_action_as_done_and_its_row_goes(small, tmp_path):
    small.review("product", action=[{"id": "page", "text": "One page", "owner": "noa"}])
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "end", "x")
        assert "RETRO ACTIONS" not in frame(app)
    review = tomllib.loads((tmp_path / "small/cycles/t3/review/product.toml").read_text(encoding="utf-8"))
    assert review["action"][0]["done"] == TODAY


async def test_r_answers_a_question_in_place(small, tmp_path):
    asked = small.says("sam", "comment", on=day(43), about="sign-ups", text="Which browsers?", kind="question")
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "r", *"All", "enter")
        assert "WAITING FOR AN ANSWER" not in frame(app)
    journal = tomllib.loads((tmp_path / "small/cycles/t3/journal/2026-w42/noa.toml").read_text(encoding="utf-8"))
    (reply,) = journal["comment"]
    assert (reply["about"], reply["text"], reply["reply_to"]) == ("sign-ups", "All", asked["id"])


async def test_what_was_new_is_told_until_the_next_day(small, tmp_path):
    small.says("maya", "kudos", on=day(44), to="noa", text="for the demo")
    for today, told in ((TODAY, True), (TODAY, True), (TODAY + timedelta(days=3), False)):
        app = opened(small, tmp_path, today=today)
        async with app.run_test(size=(120, 36)) as pilot:
            await pilot.pause()
            assert ("thanks you: “for the demo”" in frame(app)) is told


async def test_nobody_known_is_told_how_to_say_who_they_are(small, tmp_path):
    app = opened(small, tmp_path, me=None)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        text = frame(app)
        lines = {
            name: line
            for line in text.splitlines()
            for name in ("Noa Berger", "Maya")
            if f"okr --me {name[:3].lower()}" in line
        }
        assert lines["Noa Berger"].index("Noa Berger") == lines["Maya"].index("Maya")
        await pilot.press("c", "x", "r", "enter")
        assert app.is_running


async def test_a_workspace_with_nothing_in_it_says_what_would_stand_here(tmp_path):
    small = Small()
    small.cycles.clear()
    app = opened(small, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await press(pilot, "c", "x", "r", "enter", "down")
        assert "There is no cycle yet." in frame(app)
        await press(pilot, "g")
        assert "Open a first cycle" in frame(app)


async def test_broken_files_are_counted_and_the_rest_works(small, tmp_path):
    root = small.write(tmp_path / "small")
    (root / "cycles/t3/okrs/company.toml").write_text("x = [", encoding="utf-8")
    (root / "cycles/t3/journal/2026-w40").mkdir(exist_ok=True)
    (root / "cycles/t3/journal/2026-w40/maya.toml").write_text("", encoding="utf-8")
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "! 2 files can't be read" in frame(app)
        await press(pilot, "enter", "7", "ctrl+s")
    assert [each["value"] for each in said(tmp_path)] == [7]


async def test_another_persons_change_appears_while_the_form_is_open_and_what_is_typed_stays(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 36)) as pilot:
        await press(pilot, "enter", *"5.9")
        small.says("sam", "check_in", on=TODAY, about="shared", value=999)
        small.write(tmp_path / "small")
        app.read_again()
        await pilot.pause()
        assert "999 /wk" in frame(app)
        assert app.query_one("#value", Input).value == "5.9"


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=["80x24", "120x36"])
async def test_hostile_words_reach_no_terminal(tmp_path, size):
    root = hostile_copy(tmp_path)
    app = open_workspace(root, "noa", date(2026, 10, 16), tmp_path / "state")
    async with app.run_test(size=size) as pilot:
        for keys in ((), ("enter",), ("escape", "end"), ("r",), ("escape",)):
            await press(pilot, *keys)
            for line in frame(app).split("\n"):
                assert not OBEYED.search(line), keys
        assert isinstance(app.place, Home)


async def test_the_figures_of_a_long_unit_and_a_long_name_stay_whole(tmp_path):
    small = Small()
    small.objective("product", "grow", owner="sam")
    title = "A very long title " * 12
    small.key_result("grow", "long", title=title, baseline=0, target=9_000_000, unit="paying customers in Europe")
    small.says("noa", "check_in", on=day(38), about="long", value=1234567.5)
    for width in (80, 100, 200):
        async with (app := opened(small, tmp_path)).run_test(size=(width, 30)) as pilot:
            await pilot.pause()
            assert "1,234,568" in frame(app)
            assert "off track" in frame(app) or "at risk" in frame(app) or "on track" in frame(app)


async def test_my_commits_and_my_own_commands_figure_stand_in_the_form(small, tmp_path, monkeypatch):
    from okr_tui.actions import own_figures, remembering

    commit = remembering.Remembered(day(43), "macros: \x1b[2Jtwo clicks")
    monkeypatch.setattr(remembering, "memory_of", lambda *_: (commit,))
    monkeypatch.setattr(own_figures, "commands_for", lambda ids: dict.fromkeys(ids, "true"))
    monkeypatch.setattr(own_figures, "own_figures", lambda ids: {each: own_figures.Prefilled("5.5") for each in ids})
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 50)) as pilot:
        await press(pilot, "enter")
        words = frame(app)
        assert "Wed  macros: " in words
        assert "\x1b" not in words
        assert "the figure comes from your own command" in words
        assert cut_off(tmp_path) == {}
        await press(pilot, "ctrl+s")
    assert [each["value"] for each in said(tmp_path)] == [5.5]


async def test_a_panel_that_unfolds_fits_the_screen_as_it_would_have_from_the_start(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(99, 20)) as pilot:
        await press(pilot, "g")
        side = app.place.side
        unfolded = side.rows
        app.place.repaint_panel()
        assert side.rows == unfolded
