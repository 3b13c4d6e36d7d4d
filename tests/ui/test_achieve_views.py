"""Achieve looked at otherwise: sorted, filtered, what changed, the week, the middle of a cycle; its board."""

import re
import tomllib
from datetime import date, datetime
from pathlib import Path

import pytest

from okr_tui.actions.samples import SAMPLES, copy_sample
from okr_tui.store.reader import Reader
from okr_tui.ui.screens.achieve_rounds import rounds_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from tests.ui.frames import frame
from tests.ui.test_achieve import TALL, opened, shown, small
from tests.workspaces import PARIS, Small, day


def order(words: str, *titles: str) -> list[str]:
    """These titles in the order in which they stand on the screen."""
    return sorted(titles, key=words.index)


async def test_sorted_by_progress_the_least_comes_first_and_what_has_none_last(tmp_path: Path):
    words = await shown(opened(small().write(tmp_path / "w")), TALL, "S", "S")
    assert "by progress, least first" in words
    assert order(words, "Active on day 7", "Median answer", "Time to first", "Hand-over") == [
        "Hand-over", "Median answer", "Active on day 7", "Time to first"
    ]  # fmt: skip


async def test_only_mine_are_shown_after_what_slips(tmp_path: Path):
    made = small()
    made.key_result("love", "sams", title="Not mine", owner="sam", baseline=0, target=9)
    words = await shown(opened(made.write(tmp_path / "w")), TALL, "f", "f")
    assert "Not mine" not in words
    assert "Median answer time" in words


async def test_what_slips_says_what_changed_since_last_week_and_what_to_do_next(tmp_path: Path):
    words = await shown(opened(small().write(tmp_path / "w")), TALL, "f")
    assert "since Fri 9 Oct: value 5.9 → 6.2 h · next: talk about it with Noa" in words
    assert "; talk  e adjust  r ask for help" in words


async def test_a_confidence_that_fell_says_so(tmp_path: Path):
    made = small()
    made.says("noa", "check_in", on=day(44), about="active", confidence=4)
    lines = (await shown(opened(made.write(tmp_path / "w")), (160, 50))).splitlines()
    assert any("Active on day 7" in line and "↓4" in line for line in lines)


async def test_what_changed_is_told_since_last_week_and_since_any_day(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("n")
        await pilot.pause()
        assert "WHAT CHANGED SINCE FRI 9 OCT" in frame(app)
        assert "value 5.9 → 6.2 h" in frame(app)
        await pilot.press("o", "ctrl+u", *"2026-09-22", "enter")
        await pilot.pause()
        await pilot.pause()
        assert "value 7 → 6.2 h" in frame(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "WHAT CHANGED" not in frame(app)


async def test_a_key_result_is_kept_in_the_middle_of_the_cycle_with_a_reason(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "d")
        await pilot.pause()
        await pilot.press("k", "tab", *"it moves", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    (decision,) = tomllib.loads((root / "cycles/t3/review/product.toml").read_text("utf-8"))["decision"]
    assert (decision["about"], decision["when"], decision["verdict"]) == ("active", "mid", "keep")


async def test_help_is_asked_of_another_team_with_the_blocker_as_the_need(tmp_path: Path):
    made = small()
    made.says("noa", "check_in", on=day(44), about="active", value=31, blocker="no event")
    root = made.write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press("down", "r")
        await pilot.pause()
        await pilot.press(*"Small", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    (request,) = tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text("utf-8"))["request"]
    assert (request["from"], request["to"], request["need"]) == ("active", "company", "no event")


async def test_the_week_stands_beside_the_one_before_and_is_written_in_place(tmp_path: Path):
    made = small()
    made.says("noa", "weekly", on=day(34), priorities=["Macros"], problems=["Nights"])
    root = made.write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await app.go_to("achieve")
        await pilot.press("W")
        await pilot.pause()
        assert "1  Macros (Noa)" in frame(app)
        await pilot.press("e")
        await pilot.pause()
        assert "last week: Macros" in frame(app)
        await pilot.press(*"Editor", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "1  Editor (Noa)" in frame(app)
    journal = tomllib.loads((root / "cycles/t3/journal/2026-w42/noa.toml").read_text("utf-8"))
    assert journal["weekly"][0]["priorities"] == ["Editor"]


async def test_an_initiative_whose_key_result_stands_still_is_pointed_out_and_its_tasks_are_ticked(tmp_path: Path):
    made = Small()
    made.objective("product", "love")
    made.key_result("love", "active", title="Active", baseline=22, target=40, initiative=[
        {"id": "wizard", "title": "Wizard", "status": "active", "task": [{"id": "one", "title": "First"}]},
        {"id": "easy", "title": "Easy", "good_first": True},
    ])  # fmt: skip
    for number in (7, 40):
        made.says("noa", "check_in", on=day(number), about="active", value=23)
    root = made.write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await app.go_to("achieve")
        await pilot.press("x")
        await pilot.pause()
        assert "“Active” has not moved since 8 Sep: does this help?" in frame(app)
        assert "good for a first time" in frame(app)
        app.place.query_one("#achieve-board", RowPane).go_to("one")
        await pilot.press("x")
        await app.workers.wait_for_complete()
        await pilot.pause()
    plan = tomllib.loads((root / "cycles/t3/okrs/product.toml").read_text("utf-8"))
    assert plan["objective"][0]["key_result"][0]["initiative"][0]["task"][0]["done"]


async def test_a_champion_sees_who_checks_in_and_what_waits_and_nobody_else_does(tmp_path: Path):
    made = small()
    made.people[1]["roles"] = ["champion"]
    made.plan("product")["request"] = [
        {"id": "ask", "at": datetime(2026, 10, 1, 9, tzinfo=PARIS), "kind": "depend", "from": "love", "to": "company",
         "need": "An event"}
    ]  # fmt: skip
    root = made.write(tmp_path / "w")
    words = await shown(opened(root, me="sam"), (120, 50), "v")
    assert "WHO CHECKED IN" in words
    assert "Noa Berger" in words
    assert any("An event" in line and "Small since 15 days" in line for line in words.splitlines())
    assert "New users fall in love" in words[words.index("WITHOUT AN OWNER") :]
    assert "WHO CHECKED IN" not in await shown(opened(root), (120, 50), "v")


@pytest.mark.parametrize("name", SAMPLES)
@pytest.mark.parametrize("weekday", range(7))
def test_the_champions_page_of_a_sample_counts_no_days_backwards(tmp_path: Path, name: str, weekday: int):
    today = date(2027, 2, 1 + weekday)
    copy_sample(name, tmp_path / name, today)
    workspace = Reader(tmp_path / name).read()
    content = workspace.default_cycle(today)
    words = str(rounds_rows(Session(tmp_path / name, SAMPLES[name].person, today, workspace), content))
    assert "WHO CHECKED IN" in words
    assert not re.search(r"[-−]\d+ d", words)


async def test_a_request_that_was_made_east_of_here_tomorrow_waits_since_no_day(tmp_path: Path):
    made = small()
    made.people[1]["roles"] = ["champion"]
    made.plan("product")["request"] = [
        {"id": "ask", "at": datetime(2026, 10, 17, 9, tzinfo=PARIS), "kind": "depend", "from": "love", "to": "company",
         "need": "An event"}
    ]  # fmt: skip
    words = await shown(opened(made.write(tmp_path / "w"), me="sam"), (120, 50), "v")
    assert any("An event" in line and "since 0 days" in line for line in words.splitlines())


@pytest.mark.parametrize("size", [(80, 24), (120, 36)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_hostile_words_are_never_obeyed_in_any_view(tmp_path: Path, size: tuple[int, int]):
    made = Small()
    made.people[0]["roles"] = ["champion"]
    made.objective("product", "bad", title="[/red]\x1b]0;x\x07" + "y" * 200)
    made.key_result("bad", "worse", title="[bold]\u202eevil", unit="[/]", baseline=1, target=2, initiative=[
        {"id": "i", "title": "\x1b[2Jx", "status": "active", "good_first": True, "task": [{"id": "t", "title": "[/]\x07"}]}
    ])  # fmt: skip
    made.says("noa", "check_in", on=day(44), about="worse", value=1.5, note="[/]\x1b[2J", blocker="\x9b31m[@click=x]")
    made.says("noa", "weekly", on=day(45), priorities=["\x1b[31m[/]"], problems=["\u202e[@click=app.quit]x"])
    made.write(tmp_path / "w")
    for keys in (("S",), ("f",), ("n",), ("W", "e"), ("v",), ("x",), ("down", "c"), ("down", "d"), ("down", "r")):
        words = await shown(opened(tmp_path / "w"), size, *keys)
        assert not {"\x1b", "\x07", "\x9b", "\u202e"} & set(words), keys
