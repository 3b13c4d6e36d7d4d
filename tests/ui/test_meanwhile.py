"""A form that is open while somebody else writes: the typing stays, both values are offered, saving is knowing."""

import tomllib
from pathlib import Path

import pytest

from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import opened, typing
from tests.workspaces import Small

PLAN = "cycles/t3/okrs/product.toml"
JOURNAL = "cycles/t3/journal/2026-w41/sam.toml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "small"


@pytest.fixture
def app(tmp_path: Path) -> Workbench:
    small = Small()
    small.objective("product", "grow", status="draft")
    small.key_result("grow", "nps", baseline=20, target=40, unit="%", owner="noa", measure="survey")
    return opened(small, tmp_path, first="achieve")


def key_result(root: Path) -> dict:
    tables = tomllib.loads((root / PLAN).read_text(encoding="utf-8"))
    assert "conflict" not in tables
    return tables["objective"][0]["key_result"][0]


def write(app: Workbench, root: Path, old: str, new: str) -> None:
    text = (root / PLAN).read_text(encoding="utf-8")
    assert old in text
    (root / PLAN).write_text(text.replace(old, new), encoding="utf-8")
    app.follow(app.desk.again(app.session))


async def edited(app: Workbench, pilot) -> None:
    """The form of the key result, with another target typed: 20 -> 44 %."""
    await app.go("detail", focus="nps")
    app.place.look_at("nps", "achieve", None, None)
    await pilot.pause()
    await pilot.press("e", "tab")
    await pilot.pause()
    await pilot.press(*["backspace"] * 4)
    await typing(pilot, "44 %")


async def test_what_is_typed_stays_and_the_other_value_stands_below_it_and_saving_keeps_mine_without_a_conflict(
    app: Workbench, root: Path
):
    async with app.run_test(size=(110, 36)) as pilot:
        await edited(app, pilot)
        write(app, root, "target = 40", "target = 42")
        await pilot.pause()
        told = frame(app)
        assert "now 20 -> 42 %, written meanwhile" in told
        assert "^o takes it · you typed 20 -> 44 %, saving keeps it" in told
        await pilot.press("enter")
        await pilot.pause()
        assert key_result(root)["target"] == 44


async def test_ctrl_o_takes_the_other_value_and_nothing_is_left_to_write(app: Workbench, root: Path):
    async with app.run_test(size=(110, 36)) as pilot:
        await edited(app, pilot)
        write(app, root, "target = 40", "target = 42")
        await pilot.pause()
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "you typed" not in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert key_result(root)["target"] == 42


async def test_a_field_that_was_not_touched_follows_and_is_not_written_back(app: Workbench, root: Path):
    async with app.run_test(size=(110, 36)) as pilot:
        await edited(app, pilot)
        write(app, root, '"survey"', '"the new survey"')
        await pilot.pause()
        assert "now the new survey, written meanwhile" in frame(app)
        assert "you typed" not in frame(app)
        await pilot.press("enter")
        await pilot.pause()
        assert (key_result(root)["target"], key_result(root)["measure"]) == (44, "the new survey")


async def test_what_somebody_removes_while_it_is_edited_is_said_and_the_words_stay(app: Workbench, root: Path):
    async with app.run_test(size=(110, 36)) as pilot:
        await edited(app, pilot)
        write(app, root, 'id = "nps"', 'id = "nps-gone"')
        await pilot.pause()
        assert "Somebody has removed this meanwhile" in frame(app)
        assert "44 %" in frame(app)


async def test_a_check_in_keeps_the_typed_figure_and_names_who_gave_another_one(app: Workbench, root: Path):
    async with app.run_test(size=(110, 36)) as pilot:
        await pilot.pause()
        write(app, root, 'status = "draft"', 'status = "agreed"')
        app.read_again()
        await app.go("detail", focus="nps")
        app.place.look_at("nps", "achieve", None, None)
        await pilot.pause()
        await pilot.press("c")
        await pilot.pause()
        await typing(pilot, "31")
        said = '[[check_in]]\nid = "ci-7777777777"\nat = 2026-10-08T15:00:00+02:00\non = 2026-10-08\nabout = "nps"\nvalue = 33\n'
        (root / JOURNAL).parent.mkdir(parents=True, exist_ok=True)
        (root / JOURNAL).write_text(f'format = 1\nperson = "sam"\nweek = "2026-w41"\n\n{said}', encoding="utf-8")
        app.follow(app.desk.again(app.session))
        await pilot.pause()
        assert "now 33 %, by Sam Okafor meanwhile" in frame(app)
        assert "^o takes it · you typed 31, saving keeps it" in frame(app)
        await pilot.press("ctrl+o")
        await pilot.pause()
        assert "you typed" not in frame(app)
        assert app.place.open_form.typed["value"] == "33"


async def test_milestones_and_yes_or_no_follow_what_somebody_else_says_and_ticks_stay(tmp_path: Path):
    small = Small()
    small.objective("product", "grow")
    small.key_result("grow", "steps", kind="milestones",
                     milestone=[{"id": "one", "title": "Rules"}, {"id": "two", "title": "Pilot"}])  # fmt: skip
    small.key_result("grow", "signed", kind="yes-no")
    app = opened(small, tmp_path)
    journal = tmp_path / "small" / JOURNAL
    journal.parent.mkdir(parents=True, exist_ok=True)
    head = 'format = 1\nperson = "sam"\nweek = "2026-w41"\n'
    said = (
        '[[check_in]]\nid = "ci-{n}000000000"\nat = 2026-10-0{n}T09:00:00+02:00\non = 2026-10-0{n}\nabout = "{what}"\n'
    )
    async with app.run_test(size=(110, 40)) as pilot:
        await pilot.pause()
        await app.place.begin("steps")
        await pilot.press("down", "space")
        first = said.format(n=7, what="steps") + 'milestone = "one"\n'
        journal.write_text(head + first, encoding="utf-8")
        app.follow(app.desk.again(app.session))
        await pilot.pause()
        words = frame(app)
        assert "now done: Rules, by Sam Okafor meanwhile" in words
        assert "☑ Pilot" in words
        assert "☐ Rules" not in words
        await pilot.press("escape")
        await app.place.begin("signed")
        await pilot.press("n")
        journal.write_text(head + first + said.format(n=8, what="signed") + "value = 1\n", encoding="utf-8")
        app.follow(app.desk.again(app.session))
        await pilot.pause()
        assert "now yes, by Sam Okafor meanwhile" in frame(app)
        await pilot.press("ctrl+o")
        assert app.query_one("#value").chosen == 0
