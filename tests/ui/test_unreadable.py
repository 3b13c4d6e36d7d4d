"""A team whose plan can't be read is shown as that in every place, and nobody is asked to write it again."""

from pathlib import Path

import pytest

from okr_tui.ui.modals.problems import Problems
from okr_tui.ui.paint.rail import FrameView, badge_at, breadcrumb
from okr_tui.ui.paint.runs import Run, cells
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import opened_at
from tests.workspaces import Small

PLAN = "cycles/t3/okrs/product.toml"
CONFLICT = '\n[[conflict]]\nid = "cf-1111111111"\nabout = "win"\nkey = "title"\nours = "a"\ntheirs = "b"\nbase = "c"\n'
INVITES = ("first objective", "no objective", "Draft an objective", "Draft one", "drafted anything")
SAID = f"The plan of Product can't be read: “baseline” is “many”, but must be a number ({PLAN}, line 8). P shows why."


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace of which only the plan of Product can't be read."""
    small = Small()
    small.objective("company", "win")
    small.key_result("win", "profit", baseline=1, target=4)
    small.objective("product", "grow")
    small.key_result("grow", "sign-ups", baseline=22, target=40)
    root = small.write(tmp_path / "small")
    plan = root / PLAN
    plan.write_text(plan.read_text().replace("baseline = 22", 'baseline = "many"'))
    return root


def app_at(root: Path, place: str, me: str = "noa") -> Workbench:
    return opened_at(root, root.parent / "state", place, me)


def words(app: Workbench) -> str:
    return " ".join(frame(app).split())


def uninvited(app: Workbench) -> bool:
    return not any(each in frame(app) for each in INVITES)


@pytest.mark.parametrize("place", ["make", "align", "achieve", "measure"])
@pytest.mark.parametrize("phase", ["make", "align", "achieve", "measure"])
async def test_every_place_says_why_and_where_and_which_key_leads_there(root: Path, place: str, phase: str):
    file = root / "cycles/t3/cycle.toml"
    file.write_text(file.read_text().replace('phase = "achieve"', f'phase = "{phase}"'))
    app = app_at(root, place)
    async with app.run_test(size=(90, 36)) as pilot:
        await pilot.pause()
        parts = ("The plan of Product can't be read: ", "line 8). P shows why.") if place == "make" else (SAID,)
        assert all(each in words(app) for each in parts)  # in Make another list stands beside it
        assert "! 1 unreadable" in frame(app).splitlines()[0]
        assert uninvited(app)
        await pilot.press("P")
        await pilot.pause()
        assert isinstance(app.screen, Problems)


@pytest.mark.parametrize(
    "broken", ["x = [", "<<<<<<< HEAD\nformat = 1\n", 'format = 1\nteam = "product"\n[[objective]]\ntitle = "A"\n']
)
async def test_whatever_is_wrong_with_it_the_team_is_never_said_to_want_nothing(root: Path, broken: str):
    (root / PLAN).write_text(broken)
    app = app_at(root, "achieve")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "The plan of Product can't be read: " in words(app)
        assert uninvited(app)


async def test_the_company_sees_which_of_its_teams_cannot_be_read(root: Path):
    app = app_at(root, "achieve", "maya")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        (line,) = [each for each in frame(app).splitlines() if "! its plan can't be read" in each]
        assert "Product" in line
        assert "no objectives yet" not in frame(app)
        assert "Profit" in frame(app)
        assert "The plan of" not in frame(app)


async def test_every_view_of_align_says_what_it_lacks(root: Path):
    plan = root / "cycles/t3/okrs/company.toml"
    plan.write_text("x = [")
    app = app_at(root, "align")
    async with app.run_test(size=(90, 36)) as pilot:
        for _view in range(4):
            await pilot.pause()
            assert "The plan of Small can't be read: " in words(app)
            assert SAID in words(app)
            assert uninvited(app)
            await pilot.press("tab")


@pytest.mark.parametrize(("place", "keys"), [("make", "o"), ("make", "K"), ("make", "a"), ("achieve", "a")])
async def test_nothing_can_be_drafted_into_it(root: Path, place: str, keys: str):
    before = (root / PLAN).read_bytes()
    app = app_at(root, place)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press(keys)
        await pilot.pause()
        assert app.place.open_form is None or keys == "a"
        assert uninvited(app)
    assert (root / PLAN).read_bytes() == before


async def test_who_is_of_several_teams_still_looks_at_the_one_that_cannot_be_read(root: Path):
    people = root / "people.toml"
    people.write_text(people.read_text().replace('"product"', '"product", "company"'))
    app = app_at(root, "achieve")
    async with app.run_test(size=(90, 36)) as pilot:
        await pilot.pause()
        assert SAID in words(app)


async def test_the_team_is_not_said_to_be_in_make_again(root: Path):
    app = app_at(root, "achieve")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert app.session.workspace.unread == (PLAN,)
        assert app.query_one("Head").view.team_phase is None


async def test_home_leads_to_what_is_wrong_with_the_key_that_does_it(root: Path):
    app = app_at(root, "home")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "P  Mend the plan of" in frame(app)


async def test_a_click_on_the_badge_shows_the_problems_and_it_is_gone_once_all_is_mended(root: Path):
    app = app_at(root, "home")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        at = frame(app).splitlines()[0].index("! 1 unreadable")
        await pilot.click("Head", offset=(at + 3, 0))
        await pilot.pause()
        assert isinstance(app.screen, Problems)
        await pilot.press("escape")
        (root / PLAN).write_text((root / PLAN).read_text().replace('"many"', "22"))
        app.read_again()
        await pilot.pause()
        assert "unreadable" not in frame(app)


async def test_conflicts_and_what_cannot_be_read_stand_side_by_side(root: Path):
    with (root / "cycles/t3/okrs/company.toml").open("a") as plan:
        plan.write(CONFLICT)
    app = app_at(root, "home")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "≠ 1 to resolve · ! 1 unreadable" in frame(app).splitlines()[0]


@pytest.mark.parametrize(("width", "both"), [(36, False), (120, True)])
def test_with_room_for_one_badge_conflicts_go_first(width: int, both: bool):
    resolve, unread = Run("≠ 2 to resolve", "at_risk", bold=True), Run("! 1 unreadable", "off_track", bold=True)
    view = FrameView(crumbs=("Small", "T3"), facts=("Fri 16 Oct",), unresolved=resolve, unreadable=unread)
    row = breadcrumb(view, width)
    assert resolve in row
    assert (unread in row) is both
    at = cells(row[: row.index(resolve)])
    assert badge_at(view, at, width) == "conflicts"
    found = {badge_at(view, cell, width) for cell in range(width)}
    assert found == {None, "conflicts", *(["problems"] if both else [])}
