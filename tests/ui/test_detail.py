import tomllib
from datetime import datetime
from pathlib import Path

import pytest

from okr_tui.actions.editing import edit
from tests.ui.frames import frame
from tests.ui.test_achieve import SMALL, TALL, opened, small
from tests.workspaces import PARIS, Small, day


async def detail(root: Path, size: tuple[int, int], *keys: str) -> str:
    """The key result that these keys lead to from Achieve."""
    app = opened(root)
    async with app.run_test(size=size) as pilot:
        await app.go_to("achieve")
        await pilot.press(*keys)
        await pilot.pause()
        return frame(app)


MEDIAN = ("down", "down", "down", "down", "enter")


@pytest.mark.parametrize("size", [TALL, SMALL, (60, 20)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_key_result_at_many_sizes(tmp_path: Path, size: tuple[int, int], snapshot):
    assert await detail(small().write(tmp_path / "w"), size, *MEDIAN) == snapshot


async def test_it_says_what_is_now_what_was_expected_and_what_confidence_was(tmp_path: Path):
    made = small()
    made.says("noa", "check_in", on=day(42), about="median", confidence=4)
    words = await detail(made.write(tmp_path / "w"), TALL, *MEDIAN)
    assert "6.2 h now    8 → 3 h    progress 36 %, expected 45 %    confidence 4, was 6" in words


async def test_check_ins_that_were_taken_back_or_corrected_stay_and_say_so(tmp_path: Path):
    made = small()
    wrong = made.says("noa", "check_in", on=day(42), about="active", value=99, note="oops", withdrawn=True)
    first = made.says("noa", "check_in", on=day(43), about="active", value=77, note="typo")
    made.says("noa", "check_in", on=day(43), about="active", value=33, replaces=first["id"], note="right")
    words = await detail(made.write(tmp_path / "w"), (120, 50), "down", "enter")
    assert "withdrawn · oops" in words
    assert "corrected since · typo" in words
    assert "33 % now" in words
    assert wrong["id"] not in words


async def test_esc_goes_back_to_where_it_was_opened(tmp_path: Path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press(*MEDIAN)
        await pilot.pause()
        assert app.place is not None
        assert app.place.place == "detail"
        await pilot.press("escape")
        await pilot.pause()
        assert app.place.place == "achieve"
        assert "▌ Median answer time" in frame(app)


async def test_going_back_from_another_teams_key_result_brings_ones_own_team_back(tmp_path: Path):
    from okr_tui.ui.screens.detail import open_detail

    app = opened(small().write(tmp_path / "w"), team="company")
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        assert app.place is not None
        await open_detail(app.place, "median")
        await pilot.pause()
        assert app.session.team == "product"
        await pilot.press("escape")
        await pilot.pause()
        assert app.session.team == "company"


async def test_milestones_are_listed_with_what_is_done(tmp_path: Path):
    made = small()
    made.says("noa", "check_in", on=day(40), about="steps", milestone="m-one")
    words = await detail(made.write(tmp_path / "w"), TALL, *MEDIAN[:-1], "down", "enter")
    assert "MILESTONES  1/2" in words
    assert "✓  Rules" in words
    assert "☐  Pilot" in words


async def test_a_change_after_agreement_is_shown_with_its_reason(tmp_path: Path):
    made = Small()
    made.objective("product", "love")
    changed = {"on": day(30), "key": "target", "from": 50, "to": 40, "why": "Platform comes later", "by": "sam"}
    made.key_result("love", "active", baseline=22, target=40, changed=[changed])
    words = await detail(made.write(tmp_path / "w"), TALL, "down", "enter")
    assert "CHANGED AFTER AGREEMENT  1" in words
    assert "target 50 → 40" in words
    assert "Platform comes later" in words


async def test_a_key_result_without_a_word_says_which_key_begins(tmp_path: Path):
    made = Small()
    made.objective("product", "love")
    made.key_result("love", "active", baseline=22, target=40)
    assert "Nobody has said anything yet: c says where it stands." in await detail(
        made.write(tmp_path / "w"), TALL, "down", "enter"
    )


async def test_on_a_small_screen_initiatives_stand_below_and_x_moves_one_on(tmp_path: Path):
    root = small().write(tmp_path / "w")
    words = await detail(root, SMALL, "down", "enter", "x", "x")
    assert "→  Onboarding wizard" in words
    assert 'status = "active"' in (root / "cycles/t3/okrs/product.toml").read_text("utf-8")


async def test_a_check_in_moves_the_chart_and_the_list(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await app.go_to("achieve")
        await pilot.press(*MEDIAN)
        await pilot.pause()
        assert "CHECK-INS  4" in frame(app)
        await pilot.press("c")
        await pilot.pause()
        await pilot.press(*"5", "enter")
        await pilot.pause()
        words = frame(app)
        assert "CHECK-INS  5" in words
        assert "5 h now" in words


async def test_del_takes_an_own_check_in_back_and_once_more_lets_it_count(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press(*MEDIAN, "down", "delete")
        await pilot.pause()
        assert "withdrawn · note 41" in frame(app)
        assert "5.9 h now" in frame(app)
        await pilot.press("delete")
        await pilot.pause()
        assert "6.2 h now" in frame(app)


async def test_e_on_a_check_in_corrects_it_for_its_own_day(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=(120, 50)) as pilot:
        await app.go_to("achieve")
        await pilot.press(*MEDIAN, "down", "down", "e")
        await pilot.pause()
        await pilot.press("end", *["backspace"] * 5, *"5.2", "enter")
        await pilot.pause()
        assert "corrected since · note 34" in frame(app)
    said = tomllib.loads((root / "cycles/t3/journal/2026-w42/noa.toml").read_text("utf-8"))["check_in"][-1]
    assert (said["value"], said["on"], said["confidence"], said["note"]) == (5.2, day(34), 6, "note 34")
    assert said["replaces"]


async def test_nobody_takes_back_what_somebody_else_said(tmp_path: Path):
    root = small().write(tmp_path / "w")
    before = (root / "cycles/t3/journal/2026-w41/noa.toml").read_bytes()
    app = opened(root, me="sam")
    async with app.run_test(size=TALL) as pilot:
        await app.go_to("achieve")
        await pilot.press(*MEDIAN, "down", "delete", "down", "e")
        await pilot.pause()
        notes = [note.message for note in app._notifications]
        assert notes == ["Only who said it can take it back or correct it."]
    assert (root / "cycles/t3/journal/2026-w41/noa.toml").read_bytes() == before


async def test_a_figure_said_before_the_unit_changed_keeps_its_unit(tmp_path: Path):
    made = Small()
    made.objective("product", "love")
    at = datetime(2026, 10, 14, 9, tzinfo=PARIS)
    changed = {"on": at.date(), "at": at, "key": "unit", "from": "%", "to": "users", "why": "countable", "by": "sam"}
    made.key_result("love", "active", baseline=0, target=100, unit="users", changed=[changed])
    made.says("noa", "check_in", on=day(40), about="active", value=80)
    words = await detail(made.write(tmp_path / "w"), TALL, "down", "enter")
    assert "80 %" in words
    assert "80 users" not in words


async def test_what_check_would_warn_of_is_said_and_what_it_would_call_an_error_is_not_saved(tmp_path: Path):
    root = small().write(tmp_path / "w")
    app = opened(root)
    async with app.run_test(size=TALL, notifications=True) as pilot:
        place = app.session.workspace.find("median", day(45))
        assert place is not None
        upside_down = {"start": day(60), "end": day(50)}
        assert await app.change(lambda author: edit(root, author, place, upside_down, why="x")) is not None
        await pilot.pause()
        assert "lies before “start”" in frame(app)
        before = (root / "cycles/t3/okrs/product.toml").read_bytes()
        assert await app.change(lambda author: edit(root, author, place, {"owner": "nobody"})) is None
        await pilot.pause()
        assert "names “nobody”" in frame(app)
        assert (root / "cycles/t3/okrs/product.toml").read_bytes() == before
