import asyncio
import os
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from textual.pilot import Pilot

from okr_tui.store.state import SHARED, remember_shared
from okr_tui.ui.auto_sharing import Rhythm, share_by_itself
from okr_tui.ui.sharing import absorb_copies, in_background, shared_ago
from okr_tui.ui.workbench import Workbench
from tests.gitted import PLAN, clones, git, needs_git, own_settings, replaced, synced
from tests.store.sound import FILES, written
from tests.ui.opened import opened_at

pytestmark = needs_git


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)


def notes(app: Workbench) -> str:
    return " ".join(note.message for note in app._notifications)


def target(app: Workbench) -> float | None:
    found = app.session.workspace.find("activation-00002", app.session.today)
    assert found is not None
    assert found.key_result is not None
    return found.key_result.target


async def test_ctrl_s_shares_and_what_others_changed_is_shown(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    replaced(one, PLAN, "target = 60", "target = 70")
    synced(one)
    app = opened_at(two, tmp_path / "state")
    async with app.run_test(notifications=True) as pilot:
        assert target(app) == 60
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert target(app) == 70
        assert "1 received" in notes(app)
        assert "synced just now" in app._framed(app.session).facts


async def test_what_stands_in_the_way_is_a_note_and_the_app_goes_on(tmp_path: Path) -> None:
    app = opened_at(written(tmp_path / "ws"), tmp_path / "state")
    async with app.run_test(notifications=True) as pilot:
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "okr init --git" in notes(app)
        await pilot.press("2")
        assert app.place is not None
        assert app.place.place == "align"
        assert not any("synced" in fact for fact in app._framed(app.session).facts)


async def test_conflict_copies_are_merged_and_shown(tmp_path: Path) -> None:
    root = written(tmp_path / "ws")
    copy = root / PLAN.replace(".toml", ".sync-conflict-20261016-120000-ABCDEFG.toml")
    copy.write_text(f'{FILES[PLAN]}\n[[not_now]]\nid = "later-00009"\ntitle = "Later"\n', encoding="utf-8")
    app = opened_at(root, tmp_path / "state")
    async with app.run_test(notifications=True) as pilot:
        await absorb_copies(app)
        await pilot.pause()
        assert app.session.workspace.find("later-00009", app.session.today) is not None
        assert "1 conflict copy is merged." in notes(app)
    assert not copy.exists()


@pytest.mark.parametrize(
    ("ago", "said"),
    [(0, "synced just now"), (59, "synced just now"), (125, "synced 2 min ago"), (7300, "synced 2 h ago"), (90000, "synced 1 day ago")],
)  # fmt: skip
def test_how_long_ago_it_was_shared(tmp_path: Path, ago: int, said: str) -> None:
    now = datetime(2026, 10, 16, 12, tzinfo=UTC)
    assert shared_ago(tmp_path, now) == ""
    remember_shared(tmp_path)
    moment = (now - timedelta(seconds=ago)).timestamp()
    os.utime(tmp_path / SHARED, (moment, moment))
    assert shared_ago(tmp_path, now) == said


def test_it_is_shared_soon_after_a_change_and_looked_at_every_five_minutes() -> None:
    rhythm = Rhythm(1, 0, soon=45, every=300)
    assert not rhythm.due(1, 44)
    assert rhythm.due(1, 45)  # what others shared while the app was closed
    rhythm.shared(1, 45)
    assert not rhythm.due(1, 344)
    assert rhythm.due(1, 345)
    rhythm.shared(1, 345)
    assert not rhythm.due(2, 400)
    assert not rhythm.due(3, 440)
    assert rhythm.due(3, 446)  # within a minute of the first of several changes
    rhythm.shared(3, 446)
    assert not rhythm.due(4, 740)
    assert rhythm.due(4, 746)


async def until(pilot: Pilot[None], true: Callable[[], bool]) -> None:
    for _look in range(300):
        if true():
            return
        await pilot.pause(0.02)
    raise AssertionError


async def test_with_auto_a_change_is_shared_by_itself_while_typing_and_offline_is_quiet(tmp_path: Path) -> None:
    one, two = clones(tmp_path, "one", "two")
    with (one / "okr.toml").open("a", encoding="utf-8") as file:
        file.write("\n[sync]\nauto = true\n")
    app = opened_at(one, tmp_path / "state")
    async with app.run_test(notifications=True) as pilot:
        app.run_worker(share_by_itself(app, soon=0, every=0, tick=0.01), group="auto-sharing")
        await pilot.press("u")
        await until(pilot, lambda: "auto = true" in git(tmp_path / "shared.git", "show", "main:okr.toml"))
        replaced(two, PLAN, "target = 60", "target = 70")
        synced(two)
        await until(pilot, lambda: target(app) == 70)
        (tmp_path / "shared.git").rename(tmp_path / "away.git")
        replaced(one, PLAN, "baseline = 40", "baseline = 45")
        await until(pilot, lambda: git(one, "status", "--porcelain") == "")
        assert "Shared" not in notes(app)
        assert "not shared" not in notes(app)


async def test_with_auto_a_repository_that_nobody_trusts_is_left_alone(tmp_path: Path) -> None:
    root = written(tmp_path / "ws")
    with (root / "okr.toml").open("a", encoding="utf-8") as file:
        file.write("\n[sync]\nauto = true\n")
    git(root, "init", "-q")
    app = opened_at(root, tmp_path / "state")
    async with app.run_test(notifications=True) as pilot:
        task = asyncio.create_task(share_by_itself(app, soon=0, every=0, tick=0.001))
        await pilot.pause(0.1)
        task.cancel()
        assert not list(app._notifications)
    assert not (root / ".git/index").exists()


async def test_what_stands_in_the_way_of_sharing_by_itself_is_said_once(tmp_path: Path) -> None:
    (one,) = clones(tmp_path, "one")
    git(one, "checkout", "-q", "--detach")
    app = opened_at(one, tmp_path / "state")
    async with app.run_test(notifications=True) as pilot:
        for _time in range(2):
            app.share(quiet=True)
            await app.workers.wait_for_complete()
            await pilot.pause()
        assert notes(app).count("git switch main") == 1
        app.clear_notifications()
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert notes(app).count("git switch main") == 1


async def test_a_failure_in_the_background_reaches_whoever_waits() -> None:
    def fails() -> None:
        raise ValueError("so")

    with pytest.raises(ValueError, match="so"):
        await in_background(fails)
    assert await in_background(lambda: 7) == 7
