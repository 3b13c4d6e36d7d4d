"""The ends of Measure by keys: notes alone and shown, the survey, closing and reopening, the history."""

import tomllib
from pathlib import Path

import pytest

from okr_tui.ui.modals.celebrating import Celebration, confetti_falls
from okr_tui.ui.preferences import load_preferences
from okr_tui.ui.screens.measure import Measure
from okr_tui.ui.widgets.confetti import Confetti
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import opened, opened_at, typing, until
from tests.workspaces import Small, day

LATE = day(105)


@pytest.fixture
def small() -> Small:
    """A team of five in Measure, with one objective and an action of the cycle before."""
    small = Small()
    small.people += [{"id": each, "name": each.title(), "team": ["product"]} for each in ("ada", "bo", "cy")]
    small.cycle("t2", start=day(-120), end=day(-1), phase="closed", name="T2")
    small.objective("product", "old", "t2", title="Old")
    small.key_result("old", "old-kr", baseline=0, target=10)
    small.review("product", "t2", action=[{"id": "page", "text": "One page on activation", "owner": "noa"}])
    small.cycle("t3", phase="measure", name="T3")
    small.objective("product", "trust", title="The editor feels instant")
    small.key_result("trust", "load", title="Load time", baseline=2, target=1, unit="s")
    for number in range(3, 100, 7):
        small.says("noa", "check_in", on=day(number), about="load", value=1.2, confidence=5)
    return small


def measured(small: Small, folder: Path) -> Workbench:
    return opened_at(small.write(folder / "small"), folder / "state", "measure", "noa", LATE)


async def at(pilot, part: str) -> None:
    pilot.app.place.go_to_part(part)
    await pilot.pause()


def journals(folder: Path) -> dict[str, dict]:
    return {path.stem: tomllib.loads(path.read_text()) for path in folder.glob("small/cycles/t3/journal/2026-w51/*")}


async def test_notes_are_written_alone_then_shown_backed_and_turned_into_actions(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("r")
        await pilot.pause()
        assert "WANTED LAST TIME" in frame(app)
        assert "☐ One page on activation" in frame(app)
        await pilot.press("down", "a")
        await pilot.pause()
        await typing(pilot, "The wizard")
        await pilot.press("enter")
        await until(pilot, lambda: "1 person has written notes" in frame(app))
        await pilot.press("shift+tab", "shift+tab", "shift+tab", "end", *["backspace"] * 10)
        await typing(pilot, "Sam")
        await pilot.press("tab", "right", "tab", "tab")
        await typing(pilot, "Late check-ins")
        await pilot.press("enter")
        await until(pilot, lambda: "2 people have written notes" in frame(app))
        await pilot.press("escape")
        await pilot.pause()
        assert "The wizard" not in frame(app)
        assert not journals(tmp_path)  # nothing stands in the workspace before all are shown
        await pilot.press("R")
        await until(pilot, lambda: "Late check-ins" in frame(app))
        assert {who: tables["note"][0]["board"] for who, tables in journals(tmp_path).items()} == {
            "noa": "performance", "sam": "method",
        }  # fmt: skip
        place = app.place
        assert isinstance(place, Measure)
        place.left.go_to(journals(tmp_path)["noa"]["note"][0]["id"])
        await pilot.press("v")
        await until(pilot, lambda: "+1" in frame(app))
        await pilot.press("m")
        await pilot.pause()
        await pilot.press("tab")
        await typing(pilot, "Sam")
        await pilot.press("enter")
        await until(pilot, lambda: "☐ The wizard" in frame(app))
        review = tomllib.loads((tmp_path / "small/cycles/t3/review/product.toml").read_text())
        assert [(each["text"], each["owner"]) for each in review["action"]] == [("The wizard", "sam")]


async def test_the_survey_passes_the_keyboard_and_shows_nothing_under_four(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await at(pilot, "maturity")
        assert "opens the survey on this machine" in frame(app)
        await pilot.press("s")
        await pilot.pause()
        for number in range(4):
            if number == 3:
                await pilot.press("R")
                await pilot.pause()
                assert "Fewer than 4 have answered" in frame(app)
            await pilot.press("enter")
            await pilot.pause()
            assert "What we set out to do was a change" in frame(app)
            await pilot.press(*"435445344354"[:12])
            await pilot.pause()
        assert "4 have answered" in frame(app)
        await pilot.press("R")
        await until(pilot, lambda: "HOW WE LIVE THE METHOD" in frame(app))
        assert "4 answered, T3" in frame(app)
        review = (tmp_path / "small/cycles/t3/review/product.toml").read_text()
        assert len(tomllib.loads(review)["tally"]) == 12
        assert not any(name in review for name in ("noa", "sam", "ada", 'bo"', 'cy"'))
        assert not list((tmp_path / "state").glob("ballots/*.json"))


async def test_closing_says_what_is_missing_carries_on_celebrates_and_can_be_taken_up_again(
    small: Small, tmp_path: Path
):
    small.review("product", decision=[{"about": "trust", "verdict": "continue", "reason": "A habit"}])
    app = measured(small, tmp_path)
    root = tmp_path / "small"
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        await pilot.press("X")
        await pilot.pause()
        text = frame(app)
        assert "1 key result is not graded" in text
        assert "1.2 s → 1 s" in text
        assert "is opened with it" in text
        await pilot.press("X")
        await until(pilot, lambda: isinstance(app.screen, Celebration))
        await pilot.pause()
        assert "T3 is closed." in frame(app)
        assert tomllib.loads((root / "cycles/t3/cycle.toml").read_text())["cycle"]["phase"] == "closed"
        (plan,) = [path for path in root.glob("cycles/*/okrs/product.toml") if path.parts[-3] not in {"t2", "t3"}]
        carried = tomllib.loads(plan.read_text())["objective"][0]
        assert carried["continues"] == "trust"
        await pilot.press("enter")
        await until(pilot, lambda: app.place is not None and app.place.place == "make")
        assert app.session.cycle == plan.parts[-3]
        app.choose(cycle="t3")
        await pilot.press("4")
        await pilot.pause()
        assert "scores are final" in frame(app)
        await pilot.press("X")
        await pilot.pause()
        await typing(pilot, "A late invoice")
        await pilot.press("enter")
        await until(pilot, lambda: "A late invoice" in (root / "cycles/t3/cycle.toml").read_text())
        assert tomllib.loads((root / "cycles/t3/cycle.toml").read_text())["cycle"]["phase"] == "measure"


async def test_confetti_falls_only_where_it_is_wanted_and_animations_are_on(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(80, 24)):
        app.animation_level = "full"
        assert confetti_falls(app)
        app.animation_level = "none"
        assert not confetti_falls(app)
        app.animation_level = "full"
        (tmp_path / "config.toml").write_text("confetti = false\n")
        app.preferences = load_preferences(tmp_path)
        assert not confetti_falls(app)
    still = Confetti("t3", falls=False)
    assert still.done


async def test_the_history_tells_every_cycle_as_picture_and_table(small: Small, tmp_path: Path):
    app = measured(small, tmp_path)
    async with app.run_test(size=(80, 30)) as pilot:
        await at(pilot, "history")
        await until(pilot, lambda: "T2" in frame(app))
        text = frame(app)
        assert "SCORE" in text
        assert "MATURITY" in text
        rows = [line.lstrip("▌ ").split() for line in text.splitlines() if line.lstrip("▌ ").startswith(("T2 ", "T3 "))]
        assert [row[:2] for row in rows[-2:]] == [["T3", "0.80"], ["T2", "0.00"]]


async def test_closing_before_the_end_names_the_days_and_needs_another_key(tmp_path):
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "nps", baseline=30, target=60)
    app = opened(small, tmp_path, first="measure")
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("X", "X", "X")
        assert "days are left" in frame(app)
        cycle = tmp_path / "small/cycles/t3/cycle.toml"
        assert 'phase = "achieve"' in cycle.read_text(encoding="utf-8")
        await pilot.press("y")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert 'phase = "closed"' in cycle.read_text(encoding="utf-8")
