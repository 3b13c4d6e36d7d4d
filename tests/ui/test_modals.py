"""What opens over a place: the place stays in sight behind it; and notes."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from okr_tui.ui.opening import open_workspace
from tests.ui.frames import frame
from tests.ui.opened import until

SAMPLES = Path(__file__).parents[2] / "sample_data"


@pytest.fixture
def app(tmp_path):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    return open_workspace(root, "noa", date(2026, 10, 16), tmp_path / "state")


async def test_a_modal_leaves_head_and_place_in_sight(app):
    async with app.run_test(size=(100, 30)) as pilot:
        for keys in ("/", "t", "ctrl+p", "question_mark", "w", ";", "N", "M", "P", "p", "1 A", "2 s", "4 X"):
            await pilot.press(*keys.split())
            await until(pilot, lambda: len(app.screen_stack) > 1)
            await pilot.pause()
            assert app.screen.styles.background.a < 1, keys
            assert frame(app).startswith("  okr  Lumio"), keys
            await pilot.press("escape")
            await until(pilot, lambda: len(app.screen_stack) == 1)


async def test_the_same_note_does_not_stand_there_twice(app):
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("3")
        for _time in range(3):
            await pilot.press("v")
            await pilot.pause()
        assert frame(app).count("for champions") == 1
