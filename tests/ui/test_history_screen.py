"""The history: what was done on this machine, to go back to, and who changed what, also from git."""

import tomllib
from pathlib import Path

import pytest

from okr_tui.actions.editing import edit
from okr_tui.ui.workbench import Workbench
from tests.gitted import git, needs_git, own_settings, replaced, trusted
from tests.ui.frames import frame
from tests.ui.opened import opened_at
from tests.workspaces import Small, day

PLAN = "cycles/t3/okrs/product.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", baseline=20, target=40, unit="%")
    small.says("sam", "check_in", on=day(40), about="nps", value=30, confidence=7)
    small.says("sam", "check_in", on=day(45), about="nps", value=33, confidence=4, note="It was the wizard")
    small.objective("company", "all")
    small.key_result("all", "money", baseline=1, target=2)
    small.says("noa", "check_in", on=day(41), about="money", value=1.5)
    return small.write(tmp_path / "small")


@pytest.fixture
def app(root: Path, tmp_path: Path) -> Workbench:
    return opened_at(root, tmp_path / "state")


async def raised(app: Workbench, *targets: int) -> None:
    for target in targets:
        place = app.session.workspace.find("nps", app.session.today)
        made = await app.change(
            lambda author, place=place, target=target: edit(app.desk.root, author, place, {"target": target}, why="x")
        )
        assert made is not None


async def settled(app: Workbench, pilot) -> None:
    await pilot.pause()
    await app.workers.wait_for_complete([each for each in app.workers if each.group in {"done", "git"}])
    await pilot.pause()


def target(root: Path) -> int:
    plan = tomllib.loads((root / PLAN).read_text(encoding="utf-8"))
    return plan["objective"][0]["key_result"][0]["target"]


async def test_the_list_says_what_comes_next_and_enter_goes_back_to_a_row_and_forward_again(app, root):
    async with app.run_test(size=(120, 36)) as pilot:
        await raised(app, 41, 42, 43)
        await pilot.press("H")
        await settled(app, pilot)
        assert frame(app).count("change target of “Nps”") == 3
        assert "▌ u " in frame(app)
        await pilot.press("down", "enter")
        await settled(app, pilot)
        assert target(root) == 41
        assert frame(app).count("taken back") == 2
        assert "▌ u " in frame(app)
        await pilot.press("up", "up", "enter")
        await settled(app, pilot)
        assert target(root) == 43
        assert "taken back" not in frame(app)
        await pilot.press("u")
        await settled(app, pilot)
        assert target(root) == 42
        await pilot.press("ctrl+r", "escape")
        await settled(app, pilot)
        assert (target(root), app.place.place) == (43, "home")


async def test_who_changed_what_is_told_and_f_narrows_it_to_a_team_and_to_what_it_comes_to_since_monday(app):
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("H")
        await settled(app, pilot)
        assert "value 30 → 33 %, confidence 7" in frame(app)
        assert "It was the wizard" in frame(app)
        assert "Money" in frame(app)
        await pilot.press("f")
        await pilot.pause()
        assert "Money" not in frame(app)
        await pilot.press("f")
        await pilot.pause()
        assert "SINCE MON 12 OCT  2" in frame(app)
        await pilot.press("right", "home", "enter")
        await pilot.pause()
        assert app.place.place == "detail"


async def test_at_80_columns_one_list_stands_above_the_other(app):
    async with app.run_test(size=(80, 24)) as pilot:
        await raised(app, 41)
        await pilot.press("H")
        await settled(app, pilot)
        lines = frame(app).splitlines()
        assert all(len(line) <= 80 for line in lines)
        first, second = (
            next(i for i, line in enumerate(lines) if words in line) for words in ("DONE ON", "WHO CHANGED")
        )
        assert first < second


@needs_git
async def test_what_git_knows_stands_in_the_same_list(root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    own_settings(tmp_path, monkeypatch)
    monkeypatch.setenv("XDG_STATE_HOME", str(tmp_path / "user-state"))
    git(root, "init", "-q")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "first")
    trusted(root, driver=False)
    replaced(root, PLAN, "target = 40", "target = 38")
    git(root, "commit", "-q", "-a", "-m", "Not so far", "--date", "2026-10-14T09:00:00+02:00")
    app = opened_at(root, tmp_path / "state")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("H")
        await settled(app, pilot)
        assert "target 40 → 38 %" in frame(app)
        assert "Not so far" in frame(app)
