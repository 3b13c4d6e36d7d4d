"""What others write appears by itself, says whose it is, and leaves alone what is being typed."""

import asyncio
from collections.abc import Callable
from contextlib import aclosing
from datetime import date
from pathlib import Path
from shutil import copytree, rmtree

from okr_tui.store.reader import Reader
from okr_tui.ui.opening import open_workspace
from okr_tui.ui.watching import _events, _folders, news
from tests.ui.frames import frame
from tests.ui.opened import opened_at
from tests.workspaces import Small

SAMPLES = Path(__file__).parents[2] / "sample_data"
TODAY = date(2026, 10, 16)
JOURNAL = "cycles/t3/journal/2026-w42/zoe.toml"


def said_by_zoe(root: Path) -> None:
    """Somebody checks in from elsewhere: Sign-ups active on day 7 stands at 33."""
    about = next(
        kr.id for _t, _o, kr in Reader(root).read().cycles["t3"].key_results() if kr.title.startswith("Sign-ups active")
    )
    text = (
        (root / JOURNAL).read_text(encoding="utf-8")
        if (root / JOURNAL).exists()
        else 'format = 1\nperson = "zoe"\nweek = "2026-w42"\n'
    )
    table = f'\n[[check_in]]\nid = "ci-7777777777"\nat = 2026-10-16T15:00:00+02:00\non = 2026-10-16\nabout = "{about}"\nvalue = 33\n'
    (root / JOURNAL).write_text(text + table, encoding="utf-8")


async def until(pilot, seen: Callable[[], bool]) -> bool:
    """Whether it comes about while events are handled; a change is seen well before this gives up."""
    for _turn in range(400):
        if seen():
            return True
        await asyncio.wait_for(pilot.pause(0.02), 5)
    return False


async def test_a_check_in_by_somebody_else_appears_and_what_i_type_stays(tmp_path):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    app = open_workspace(root, "noa", TODAY, tmp_path / "state", watching=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        assert "29 %" in frame(app)
        await pilot.press("enter", "5", ".", "5")
        said_by_zoe(root)
        assert await until(pilot, lambda: "33 %" in frame(app))
        assert "5.5" in frame(app)
        assert await until(pilot, lambda: "Changed by others: Zoé Renard" in frame(app))


async def test_what_is_written_from_here_is_never_said_to_be_by_others(tmp_path, monkeypatch):
    monkeypatch.setattr("okr_tui.ui.watching.EVERY", 0.02)
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    app = open_workspace(root, "noa", TODAY, tmp_path / "state", watching=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        assert await until(pilot, lambda: any(worker.group == "watching" for worker in app.workers))
        async with app.changing:  # as a change of several files holds it, from the first to the last
            plan = root / "cycles/t3/okrs/growth.toml"
            plan.write_text(plan.read_text(encoding="utf-8") + "\n", encoding="utf-8")
            for _turn in range(10):
                await pilot.pause(0.02)
            app.follow(app.desk.again(app.session))
        for _turn in range(10):
            await pilot.pause(0.02)
        assert "Changed by others" not in frame(app)


async def test_the_first_check_in_of_a_week_is_watched_for_too(tmp_path, monkeypatch):
    monkeypatch.setattr("okr_tui.ui.watching.EVERY", 0.2)
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    week = (root / JOURNAL).parent
    elsewhere = Path(copytree(week, tmp_path / "week"))
    rmtree(week)
    app = open_workspace(root, "noa", TODAY, tmp_path / "state", watching=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        copytree(elsewhere, week)
        assert await until(pilot, lambda: str(week) in _folders(app))
        said_by_zoe(root)
        assert await until(pilot, lambda: "33 %" in frame(app))


def test_a_closed_cycle_is_watched_when_it_is_looked_at(tmp_path):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    app = open_workspace(root, "noa", TODAY, tmp_path / "state")
    closed = next(each.cycle.id for each in app.session.workspace.cycles.values() if each.cycle.closed)
    assert str(root / "cycles" / closed / "okrs") not in _folders(app)
    assert str(root / "cycles" / "t3" / "journal" / "2026-w42") in _folders(app)
    app.session = app.desk.look_at(app.session, closed)
    assert str(root / "cycles" / closed / "okrs") in _folders(app)


async def test_a_workspace_that_is_gone_for_a_while_is_watched_again(tmp_path, monkeypatch):
    monkeypatch.setattr("okr_tui.ui.watching.EVERY", 0.05)
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    app = open_workspace(root, "noa", TODAY, tmp_path / "state")
    root.rename(tmp_path / "away")
    async with aclosing(_events(app)) as events:
        assert await anext(events) == set(), "all is looked at, again and again"
        (tmp_path / "away").rename(root)
        async for touched in events:
            if touched == {JOURNAL}:
                break
            said_by_zoe(root)  # until it is watched again


def test_my_own_words_are_no_news_and_a_plan_is_named_by_its_team():
    workspace = Reader(SAMPLES / "lumio").read()
    paths = (
        "cycles/t3/journal/2026-w42/noa.toml",
        "cycles/t3/okrs/growth.toml",
        "teams.toml",
        JOURNAL,
        "cycles/t3/cycle.toml",
    )
    assert news(paths[:1], workspace, "noa") == ""
    assert news(paths[:2], workspace, "noa") == "Changed by others: the plan of Growth"
    assert news(paths, workspace, "noa") == "Changed by others: the plan of Growth, the teams, Zoé Renard and 1 more"


def test_a_cycle_that_is_closed_while_it_is_looked_at_is_still_read_in_full(tmp_path):
    small = Small()
    small.objective("product", "grow")
    root = small.write(tmp_path / "w")
    desk = opened_at(root, tmp_path / "state").desk
    before = desk.again(desk.open())
    small.cycle("t3", phase="closed")
    small.write(root)
    after = desk.again(before)
    assert after.content is not None
    assert after.content.cycle.closed
    assert after.content.plans["product"].objective
