"""`c` a second time in one period corrects what one said; a draft can be thrown away, and an empty one is none."""

import tomllib

import pytest

from okr_tui.ui.forms.check_in import CheckInForm
from tests.ui.frames import frame
from tests.ui.opened import opened
from tests.workspaces import Small, day


@pytest.fixture
def small() -> Small:
    made = Small()
    made.objective("product", "grow", owner="noa")
    made.key_result("grow", "nps", baseline=30, target=60, unit="%")
    made.says("noa", "check_in", on=day(44), about="nps", value=38, confidence=7, note="The wizard helps")
    return made


def said(tmp_path):
    files = sorted((tmp_path / "small").rglob("journal/*/noa.toml"))
    return [each for path in files for each in tomllib.loads(path.read_text(encoding="utf-8")).get("check_in", [])]


async def asked(app, pilot) -> CheckInForm:
    await app.go("achieve", focus="nps")
    await pilot.press("c")
    return app.screen.query_one(CheckInForm)


async def saved(app, pilot):
    await pilot.press("ctrl+s")
    await app.workers.wait_for_complete()
    await pilot.pause()


async def test_a_second_check_in_of_a_period_corrects_the_first_and_says_so(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        form = await asked(app, pilot)
        assert "corrects what you said" in frame(app)
        assert (form.typed["value"], form.typed["confidence"], form.typed["note"]) == ("38", "7", "The wizard helps")
        await pilot.press("4", "1")
        await saved(app, pilot)
    first, second = said(tmp_path)
    assert (second["value"], second["replaces"], second["on"], second["note"]) == (
        41,
        first["id"],
        first["on"],
        first["note"],
    )


async def test_a_key_makes_a_second_word_of_it(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        form = await asked(app, pilot)
        await pilot.press("ctrl+n")
        assert "corrects" not in frame(app)
        assert form.typed["note"] == ""
        await pilot.press("4", "1")
        await saved(app, pilot)
    first, second = said(tmp_path)
    assert "replaces" not in second
    assert (first["value"], second["value"], second["on"]) == (38, 41, day(45))


async def test_a_correction_that_changes_nothing_writes_nothing(small, tmp_path):
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await asked(app, pilot)
        await saved(app, pilot)
        assert not app.screen.query(CheckInForm)
    assert len(said(tmp_path)) == 1


async def test_what_somebody_else_said_or_what_was_said_earlier_is_not_corrected(small, tmp_path):
    small.journals.clear()
    small.says("noa", "check_in", on=day(30), about="nps", value=35)
    small.says("sam", "check_in", on=day(44), about="nps", value=38)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await asked(app, pilot)
        assert "corrects" not in frame(app)


async def test_a_draft_is_thrown_away_by_a_key_and_an_empty_one_is_none(small, tmp_path):
    small.journals.clear()
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        form = await asked(app, pilot)
        assert "throw it away" not in frame(app)
        await pilot.press("4", "1", "tab", "7")
        assert "throw it away" in frame(app)
        await pilot.press("ctrl+l")
        assert (form.typed["value"], form.typed["confidence"]) == ("", "")
        assert not app.drafts
        await pilot.press("shift+tab", "4", "backspace")
        await pilot.press("escape")
        assert not app.drafts
