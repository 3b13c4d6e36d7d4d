"""Talking, proposing and agreeing with keys: what is shown, and what then stands in the files."""

import tomllib

from tests.ui.frames import frame
from tests.ui.opened import opened, opened_at, typing
from tests.workspaces import Small, day


def drafted(status: str = "draft") -> Small:
    small = Small()
    small.cycles["t3"]["cycle"]["phase"] = "align"
    small.objective("company", "north", owner="maya", title="North")
    small.objective("product", "grow", status=status, owner="noa", supports=["north"], title="Grow together")
    small.key_result("grow", "nps", baseline=20, target=40, unit="points")
    return small


def plan(tmp_path) -> dict:
    return tomllib.loads((tmp_path / "small/cycles/t3/okrs/product.toml").read_text(encoding="utf-8"))


def said(tmp_path, person: str, table: str = "comment") -> list[dict]:
    files = sorted((tmp_path / "small/cycles/t3/journal").glob(f"*/{person}.toml"))
    return [each for file in files for each in tomllib.loads(file.read_text(encoding="utf-8")).get(table, [])]


async def test_a_question_is_typed_where_the_cursor_is_answered_there_and_the_thread_closed(tmp_path):
    app = opened(drafted(), tmp_path, "align", me="maya")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.go("align", focus="grow")
        await pilot.pause()
        await pilot.press("semicolon", "tab")
        await pilot.pause()
        assert "for good" in frame(app)
        await typing(pilot, "Who answers it?")
        await pilot.press("escape", "semicolon")
        await pilot.pause()
        assert "Who answers it?" in frame(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert (app.screen.query_one("Entry").value, dict(app.drafts)) == ("", {})
        assert (said(tmp_path, "maya")[0]["kind"], said(tmp_path, "maya")[0]["about"]) == ("question", "grow")
        await pilot.press("up", "ctrl+x")
        await pilot.pause()
        assert "closes it" in frame(app)
    closing = said(tmp_path, "maya")[1]
    assert (closing["resolved"], closing["reply_to"]) == (True, said(tmp_path, "maya")[0]["id"])


async def test_a_suggestion_shows_what_it_would_change_and_enter_applies_it_and_u_takes_it_back(tmp_path):
    small = drafted()
    small.says("maya", "comment", on=day(40), about="grow", text="ambition = committed", kind="suggestion")
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.go("align", focus="grow")
        await pilot.pause()
        await pilot.press("semicolon", "up")
        await pilot.pause()
        assert "ambition aspirational → committed" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert plan(tmp_path)["objective"][0]["ambition"] == "committed"
        assert said(tmp_path, "noa")[0]["resolved"]
        await pilot.press("escape", "u")
        await pilot.pause()
    assert "ambition" not in plan(tmp_path)["objective"][0]
    assert said(tmp_path, "noa") == []


async def test_a_poll_is_made_in_one_line_and_answered_on_home(tmp_path):
    app = opened(drafted(), tmp_path, "align")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.go("align", focus="grow")
        await pilot.pause()
        await pilot.press("semicolon", "shift+tab")
        await typing(pilot, "Which day? / Monday / Friday")
        await pilot.press("enter")
        await pilot.pause()
        assert plan(tmp_path)["poll"][0]["options"] == ["Monday", "Friday"]
        await pilot.press("escape")
    again = opened_at(tmp_path / "small", tmp_path / "other", "home", me="sam")
    async with again.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "Which day?" in frame(again)
        await pilot.press("r", "right", "enter")
        await pilot.pause()
        assert "asks: Which day?" not in frame(again)
    assert said(tmp_path, "sam", "choice")[0]["option"] == "Friday"


async def test_a_plan_is_agreed_to_in_align_and_after_a_change_only_that_is_asked_again(tmp_path):
    small = drafted("proposed")
    app = opened(small, tmp_path, "align", me="maya")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.go("align", focus="grow")
        await pilot.pause()
        await pilot.press("A")
        await pilot.pause()
        assert "waits for Sam Okafor, Maya Lind" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
    assert plan(tmp_path)["objective"][0]["status"] == "proposed"
    sam = opened_at(tmp_path / "small", tmp_path / "sam", "align", me="sam")
    async with sam.run_test(size=(120, 36)) as pilot:
        await sam.go("align", focus="grow")
        await pilot.pause()
        await pilot.press("A", "enter")
        await pilot.pause()
    file = tmp_path / "small/cycles/t3/okrs/product.toml"
    assert plan(tmp_path)["objective"][0]["status"] == "agreed"
    file.write_text(file.read_text(encoding="utf-8").replace("target = 40", "target = 35"), encoding="utf-8")
    again = opened_at(tmp_path / "small", tmp_path / "again", "home", me="maya")
    async with again.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "wants a review of “Grow together”" in frame(again)
        await again.go("align", focus="grow")
        await pilot.pause()
        await pilot.press("A")
        await pilot.pause()
        assert "“Nps”: target 40 → 35" in frame(again)


async def test_what_waits_on_a_key_result_is_reached_from_its_objective_and_counted_on_its_row(tmp_path):
    small = drafted()
    small.says("maya", "comment", on=day(40), about="nps", text="Who answers it?", kind="question")
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 36)) as pilot:
        await app.go("align", focus="grow")
        await pilot.pause()
        assert "?1 Grow together" in frame(app)
        await pilot.press("semicolon", "up", "enter")
        await pilot.pause()
        assert "Who answers it?" in frame(app)
        await pilot.press("up")
        await typing(pilot, "Everybody")
        await pilot.press("enter")
        await pilot.pause()
        await pilot.press("escape")
        await pilot.pause()
        assert "?1 Grow together" not in frame(app)
    assert (said(tmp_path, "noa")[0]["about"], said(tmp_path, "noa")[0]["text"]) == ("nps", "Everybody")
