"""Taking back the last change with one key, and doing it again, wherever the cursor is."""

from pathlib import Path

import pytest

from okr_tui.actions.editing import edit
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import opened, opened_at
from tests.workspaces import Small

PLAN = "cycles/t3/okrs/product.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "small"


@pytest.fixture
def app(tmp_path: Path) -> Workbench:
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", baseline=20, target=40)
    return opened(small, tmp_path)


async def raise_target(app: Workbench, target: int) -> None:
    place = app.session.workspace.find("nps", app.session.today)
    assert await app.change(lambda author: edit(app.desk.root, author, place, {"target": target}, why="More people"))


async def test_u_takes_back_the_last_change_and_ctrl_r_does_it_again_each_with_its_name(app: Workbench, root: Path):
    before = (root / PLAN).read_bytes()
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await raise_target(app, 50)
        after = (root / PLAN).read_bytes()
        await pilot.press("u")
        await pilot.pause()
        assert (root / PLAN).read_bytes() == before
        assert app.session.workspace.find("nps", app.session.today).key_result.target == 40
        assert "taken back: change target of “Nps” to 50" in frame(app)
        assert "^r does it again; H lists" in frame(app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert (root / PLAN).read_bytes() == after
        assert "done again: change target of “Nps”" in frame(app)
        assert "u takes it back" in frame(app)


async def test_where_there_is_nothing_to_undo_a_sentence_says_so(app: Workbench):
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert "There is nothing to undo." in frame(app)
        await pilot.press("ctrl+r")
        await pilot.pause()
        assert "There is nothing to redo." in frame(app)


async def test_what_was_done_before_the_app_was_left_can_still_be_taken_back(app: Workbench, root: Path):
    before = (root / PLAN).read_bytes()
    async with app.run_test(size=(100, 30)):
        await raise_target(app, 50)
    again = opened_at(root, root.parent / "state")
    async with again.run_test(size=(100, 30)) as pilot:
        await pilot.press("u")
        await pilot.pause()
        assert (root / PLAN).read_bytes() == before


async def test_a_value_that_somebody_else_has_changed_since_leaves_a_conflict_and_says_so(app: Workbench, root: Path):
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await raise_target(app, 50)
        (root / PLAN).write_text((root / PLAN).read_text().replace("target = 50", "target = 60"))
        await pilot.press("u")
        await pilot.pause()
        assert "Somebody else has changed the same meanwhile" in frame(app)
        assert 'about = "nps"\nkey = "target"\nours = 60\ntheirs = 40\nbase = 50\n' in (root / PLAN).read_text()
