import os
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from okr_tui.store.state import SHARED, remember_shared
from okr_tui.ui.sharing import absorb_copies, shared_ago
from okr_tui.ui.workbench import Workbench
from tests.gitted import PLAN, clones, needs_git, own_settings, replaced, synced
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
