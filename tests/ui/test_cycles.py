"""Cycles by keys: the next one from a form, the phase, the legs of the W with what changed between them."""

import tomllib
from datetime import date

from tests.ui.frames import frame
from tests.ui.opened import opened, opened_at, typing
from tests.workspaces import Small


def drafting() -> Small:
    small = Small()
    small.objective("product", "running")
    small.cycle("t1", start=date(2026, 12, 11), end=date(2027, 3, 20), phase="make")
    small.objective("product", "first-day", cycle="t1", status="draft")
    small.key_result("first-day", "invited", baseline=41, target=60)
    return small


def cycle_of(tmp_path, identity: str) -> dict:
    return tomllib.loads((tmp_path / f"small/cycles/{identity}/cycle.toml").read_text(encoding="utf-8"))["cycle"]


async def test_a_workspace_without_a_cycle_says_the_key_and_the_key_opens_one(tmp_path):
    small = Small()
    small.cycles.clear()
    app = opened(small, tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        assert "N opens one" in frame(app)
        await pilot.press("N")
        await pilot.pause()
        assert "Q4 2026" in frame(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.session.cycle == "2026-q4"
        assert cycle_of(tmp_path, "2026-q4")["phase"] == "make"
        await pilot.press("u")
        await pilot.pause()
        assert not (tmp_path / "small/cycles/2026-q4/cycle.toml").exists()


async def test_near_the_end_of_a_cycle_the_form_of_the_first_one_asks_which(tmp_path):
    small = Small()
    small.cycles.clear()
    root = small.write(tmp_path / "small")
    app = opened_at(root, tmp_path / "state", today=date(2026, 12, 20))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("N")
        await pilot.pause()
        assert "with the next cycle" in frame(app)
        assert "→ Q1 2027" in frame(app)
        await pilot.press("tab", "tab", "right")
        await pilot.pause()
        assert "→ Q4 2026" in frame(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert app.session.cycle == "2026-q4"


async def test_the_form_shows_what_follows_and_keeps_what_was_typed(tmp_path):
    app = opened(drafting(), tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("t", "tab", "down", "enter")  # the row below the cycles
        await pilot.pause()
        await pilot.pause()
        assert "Sun 21 Mar 2027" in frame(app)
        await pilot.press("tab", "w", "tab", "backspace", "4", "tab")
        await typing(pilot, "Spring")
        await pilot.pause()
        assert "Sat 17 Apr 2027" in frame(app)
        await pilot.press("escape", "N")
        await pilot.pause()
        assert "→ Spring" in frame(app)
        await pilot.press("tab", "tab", "tab", "tab")
        await typing(pilot, "2026-12-01")
        await pilot.pause()
        assert "It would overlap" in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert len(list((tmp_path / "small/cycles").iterdir())) == 2
        await pilot.press(*["backspace"] * 10, "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert cycle_of(tmp_path, "2027-03-21")["name"] == "Spring"
    assert tomllib.loads((tmp_path / "small/okr.toml").read_text(encoding="utf-8"))["cadence"]["weeks"] == 4


async def test_the_phase_moves_and_what_is_missing_is_said(tmp_path):
    app = opened(drafting(), tmp_path)
    async with app.run_test(size=(100, 30)) as pilot:
        app.choose(cycle="t1")
        await pilot.press("M")
        await pilot.pause()
        assert "2 teams have not proposed" in frame(app)
        await pilot.press("down", "enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert cycle_of(tmp_path, "t1")["phase"] == "align"


async def test_the_legs_keep_the_plans_and_show_what_changed(tmp_path):
    app = opened(drafting(), tmp_path, "make")
    plan = tmp_path / "small/cycles/t1/okrs/product.toml"
    async with app.run_test(size=(110, 30)) as pilot:
        await pilot.press("1", "L")
        await pilot.pause()
        assert "begins the W" in frame(app)
        for _leg in ("frame", "propose"):
            await pilot.press("x")
            await pilot.pause()
        assert cycle_of(tmp_path, "t1")["leg"] == "propose"
        assert (tmp_path / "small/cycles/t1/legs/1-frame/product.toml").read_bytes() == plan.read_bytes()
        plan.write_text(plan.read_text(encoding="utf-8").replace("60", "75"), encoding="utf-8")
        app.read_again()
        await pilot.pause()
        assert "FRAME → NOW" in frame(app)
        assert "target: 60 → 75" in frame(app)
        await pilot.press("x")
        await pilot.pause()
        assert "PROPOSE → NOW" in frame(app)
        await pilot.press(*["up"] * 4, "space", "down")
        await pilot.pause()
        assert "FRAME → PROPOSE" in frame(app)
        await pilot.press("right", "enter")
        await pilot.pause()
        assert app.place is not None
        assert app.place.place == "make"
