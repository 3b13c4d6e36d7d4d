"""Choosing where two people have changed the same thing differently: side by side, by keys, undoable."""

import tomllib
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from okr_tui.actions.act import Author, perform
from okr_tui.actions.editing import edit
from okr_tui.store.reader import Reader
from okr_tui.ui.paint.rail import FrameView, badge_at, breadcrumb
from okr_tui.ui.paint.runs import Run, cells
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import TODAY, opened_at, typing, until
from tests.workspaces import PARIS, Small

PLAN = "cycles/t3/okrs/product.toml"
TARGET = '\n[[conflict]]\nid = "cf-1111111111"\nabout = "nps"\nkey = "target"\nours = 40\ntheirs = 50\nbase = 30\n'
DELETED = '\n[[conflict]]\nid = "cf-2222222222"\nabout = "churn"\n'
BROKEN = '\n[[conflict]]\nid = "cf-3333333333"\nabout = "gone-\\u001b[31m"\nkey = "a b\\n[x]"\nours = "[red]x"\n'


def clashing(tmp_path: Path, *records: str) -> tuple[Workbench, Path]:
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", baseline=20, target=40, unit="%")
    small.key_result("grow", "churn", baseline=5, target=2)
    root = small.write(tmp_path / "small")
    with (root / PLAN).open("a", encoding="utf-8") as file:
        file.write("".join(records))
    return opened_at(root, tmp_path / "state"), root


def plan(root: Path) -> dict:
    return tomllib.loads((root / PLAN).read_text(encoding="utf-8"))


def target(root: Path) -> object:
    return plan(root)["objective"][0]["key_result"][0].get("target")


async def test_c_shows_both_values_and_a_digit_chooses_and_u_brings_the_question_back(tmp_path: Path):
    app, root = clashing(tmp_path, TARGET)
    before = (root / PLAN).read_bytes()
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "≠ 1 to resolve" in frame(app).splitlines()[0]
        assert "C resolve" in frame(app)
        await pilot.press("C")
        await pilot.pause()
        (values,) = [line for line in frame(app).splitlines() if "40 %" in line]
        assert values.split()[1:] == ["40", "%", "50", "%", "30", "%"]
        assert "Nps · target" in frame(app)
        await pilot.press("2")
        await pilot.pause()
        assert (target(root), "conflict" in plan(root)) == (50, False)
        assert "Nothing waits for a choice" in frame(app)
        assert "to resolve" not in frame(app).splitlines()[0]
        await pilot.press("u")
        await pilot.pause()
        assert (root / PLAN).read_bytes() == before
        assert "50 %" in frame(app)
        await pilot.press("escape")
        await pilot.pause()
        assert app.place.place == "home"


def twice(root: Path, state: Path) -> None:
    """Noa sets a target on this machine while somebody else's came into the file, nobody knows how."""
    at = datetime(TODAY.year, TODAY.month, TODAY.day, 9, 30, tzinfo=PARIS)
    seen = Reader(root).read().find("nps", TODAY)
    assert seen is not None
    text = (root / PLAN).read_text(encoding="utf-8")
    (root / PLAN).write_text(text.replace("target = 40", "target = 50"), encoding="utf-8")
    author = Author("noa", at, lambda letters: letters[0])
    perform(root, state, lambda: edit(root, author, seen, {"target": 44}, why="x"), by="noa", at=at - timedelta(days=1))


@pytest.mark.parametrize("width", [80, 120])
async def test_the_side_that_was_written_here_says_by_whom_and_when_and_the_other_nothing(tmp_path: Path, width: int):
    app, root = clashing(tmp_path)
    twice(root, tmp_path / "state")
    app = opened_at(root, tmp_path / "state")
    async with app.run_test(size=(width, 36)) as pilot:
        await pilot.press("C")
        await until(pilot, lambda: "Noa" in frame(app))
        text = frame(app)
        assert "44 %" in text
        assert "50 %" in text
        (line,) = [line for line in text.splitlines() if "Noa" in line]
        assert "Noa Berger, " in line
        assert line.rstrip().endswith(":30")


async def test_arrows_and_enter_choose_what_stood_before_both_and_at_80_columns_the_values_are_stacked(tmp_path: Path):
    app, root = clashing(tmp_path, TARGET)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("C")
        await pilot.pause()
        lines = frame(app).splitlines()
        assert [line.split()[-2:] for line in lines if line.rstrip().endswith(" %")] == [
            ["40", "%"],
            ["50", "%"],
            ["30", "%"],
        ]
        assert all(len(line) <= 80 for line in lines)
        await pilot.press("right", "right", "enter")
        await pilot.pause()
        assert (target(root), "conflict" in plan(root)) == (30, False)


async def test_another_value_can_be_typed_in_place(tmp_path: Path):
    app, root = clashing(tmp_path, TARGET)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.press("C", "e", "backspace", "backspace")
        await typing(pilot, "many")
        await pilot.press("enter")
        await pilot.pause()
        assert "“many” is no figure" in frame(app)
        assert "conflict" in plan(root)
        await pilot.press(*["backspace"] * 4, "4", "4", "enter")
        await pilot.pause()
        assert (target(root), "conflict" in plan(root)) == (44, False)
        assert "choice about Nps: target" in frame(app)


async def test_deleted_and_changed_is_said_as_such_and_can_be_kept_or_deleted(tmp_path: Path):
    app, root = clashing(tmp_path, DELETED)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("C")
        await pilot.pause()
        assert "One deleted it, the other changed it" in frame(app)
        await pilot.press("3")
        await pilot.pause()
        assert "There are only two answers here." in frame(app)
        await pilot.press("2")
        await pilot.pause()
        assert [each["id"] for each in plan(root)["objective"][0]["key_result"]] == ["nps"]
        assert "conflict" not in plan(root)


async def test_what_nobody_knows_any_more_is_shown_safely_and_can_be_ended(tmp_path: Path):
    app, root = clashing(tmp_path, BROKEN)
    async with app.run_test(size=(100, 30), notifications=True) as pilot:
        await pilot.press("C")
        await pilot.pause()
        assert "gone-\ufffd[31m" in frame(app)
        assert "[red]x" in frame(app)
        await pilot.press("2")
        await pilot.pause()
        assert "is no longer there" in frame(app)
        assert "conflict" in plan(root)
        await pilot.press("1")
        await pilot.pause()
        assert "conflict" not in plan(root)


async def test_a_record_in_a_closed_cycle_is_found_when_the_place_is_opened(tmp_path: Path):
    app, root = clashing(tmp_path)
    old = root / "cycles" / "t0"
    (old / "okrs").mkdir(parents=True)
    frame_ = '[cycle]\nid = "t0"\nname = "T0"\nkind = "cycle"\nstart = 2025-01-01\nend = 2025-04-30\nphase = "closed"\n'
    (old / "cycle.toml").write_text("format = 1\n" + frame_)
    (old / "okrs" / "product.toml").write_text('format = 1\nteam = "product"\n' + TARGET)
    app = opened_at(root, tmp_path / "state")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("C")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Product · T0" in frame(app)


@pytest.mark.parametrize("width", [60, 80, 100, 120])
def test_the_badge_stays_whole_and_the_row_as_wide_as_the_screen(width: int):
    badge = Run("≠ 12 to resolve", "at_risk", bold=True)
    view = FrameView(
        crumbs=("A workspace with a long name", "T3 2026", "A team with a name that is longer still"),
        facts=("Fri 16 Oct", "week 7 of 17", "76 days left", "synced 2 min ago"), unresolved=badge,
    )  # fmt: skip
    row = breadcrumb(view, width)
    assert badge in row
    assert cells(row) <= width - 2
    at = cells(row[: row.index(badge)])
    assert [badge_at(view, cell, width) for cell in (at - 1, at, at + 14, at + 15)] == [
        None,
        "conflicts",
        "conflicts",
        None,
    ]
