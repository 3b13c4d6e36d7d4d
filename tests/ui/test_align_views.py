"""Align's other views: the matrix, the map of requests, the alerts and how they are settled."""

import tomllib
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest
from textual.pilot import Pilot

from okr_tui.store.shipped import shipped
from okr_tui.ui.forms.pair import Pair
from okr_tui.ui.paint.crossing import short_names
from okr_tui.ui.screens.align import Align
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame
from tests.ui.opened import opened, opened_at, typing, until
from tests.workspaces import Small, day


@pytest.fixture
def small() -> Small:
    """A company with one objective, two teams that want nearly the same, one that contributes to nothing."""
    small = Small()
    for team in ("growth", "care"):
        small.teams.append({"id": team, "name": team.capitalize(), "parent": "company", "lead": "maya"})
    small.objective("company", "win", title="Every team gets a result", owner="maya")
    small.key_result("win", "active", title="Active teams", baseline=0, target=100, owner="maya")
    small.key_result("win", "stay", title="Teams that stay", baseline=0, target=50, owner="maya")
    title = "Customers get an answer before they lose patience"
    small.objective("product", "grow", title=title, owner="noa", supports=["active"])
    small.key_result("grow", "sign-ups", baseline=0, target=100)
    small.objective("growth", "find", title=title.replace("Customers", "Teams"), owner="maya", supports=["active"])
    small.key_result("find", "median", title="Median answer time", baseline=8, target=3)
    return small


def place(app: Workbench) -> Align:
    assert isinstance(app.place, Align)
    return app.place


def plan(tmp_path: Path, team: str) -> dict[str, Any]:
    return tomllib.loads((tmp_path / f"small/cycles/t3/okrs/{team}.toml").read_text())


async def look_at(pilot: Pilot[Any], view: str) -> None:
    app = pilot.app
    assert isinstance(app, Workbench)
    while place(app).looking != view:
        await pilot.press("tab")
        await pilot.pause()


async def done(pilot: Pilot[Any]) -> None:
    await pilot.app.workers.wait_for_complete()
    await pilot.pause()


async def test_the_matrix_shows_who_contributes_where_and_what_is_empty(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        await look_at(pilot, "matrix")
        shown = [line.rstrip() for line in frame(app).splitlines()[5:15]]
        assert shown == [
            "",
            "                                         Product  Growth   Care",
            "                                                           !",
            "    ──────────────────────────────────────────────────────────────────────────",
            "  ▌ Every team gets a result             ·◂       ·        ·               ● 2",
            "      Active teams                       ●        ●        ·               ● 2",
            "      Teams that stay                    ·        ·        ·          ! nobody",
            "    ──────────────────────────────────────────────────────────────────────────",
            "",
            "",
        ]
        assert "! contribute to nothing of Small: Care" in frame(app)
        await pilot.press("down", "right", "enter")
        await pilot.pause()
        assert place(app).looking == "tree"
        assert place(app).key_here == "find"


def test_short_names_tell_teams_apart():
    names = ["Sales", "Sales EMEA", "Sales APAC", "Product", "Production", "Team of the day"]
    assert short_names(names) == ("SAL", "SEM", "SAP", "PRO", "PRD", "TOT")
    assert len(set(short_names(["Team"] * 40))) == 40


async def test_two_that_are_alike_become_one_of_the_chosen_words(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 40)) as pilot:
        await look_at(pilot, "alerts")
        place(app).pane.go_to(next(row.key for row in place(app).pane.rows if row.key.startswith("duplicate")))
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(place(app).open_form, Pair)
        assert "8 → 3" in frame(app)
        await pilot.press("j")
        await pilot.pause()
        await pilot.press("1")
        await done(pilot)
        await until(pilot, lambda: "duplicate" not in str([row.key for row in place(app).pane.rows]))
        dropped = [
            each["id"]
            for team in ("product", "growth")
            for each in plan(tmp_path, team)["objective"]
            if "dropped" in each
        ]
        assert len(dropped) == 1


async def test_what_is_let_stand_says_who_and_why_until_it_is_taken_up(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 50)) as pilot:
        await look_at(pilot, "alerts")
        place(app).pane.go_to(next(row.key for row in place(app).pane.rows if row.key.startswith("duplicate")))
        await pilot.press("enter", "k")
        await pilot.pause()
        await typing(pilot, "Two countries")
        await pilot.press("enter")
        await done(pilot)
        await until(pilot, lambda: "LET STAND" in frame(app))
        assert "LET STAND  1" in frame(app)
        assert "Noa Berger lets it stand: Two countries" in frame(app)
        place(app).pane.action_last()
        await pilot.press("enter")
        await done(pilot)
        await until(pilot, lambda: "LET STAND" not in frame(app))
        assert "LET STAND" not in frame(app)
        assert "Near-duplicate" in frame(app)


async def test_circles_of_waiting_stand_first_and_one_of_them_can_begin(small: Small, tmp_path: Path):
    at = small.says("sam", "kudos", on=day(36), to="noa", text="Thanks")["at"]
    for source, target in (("product", "growth"), ("growth", "product")):
        small.plan(source)["request"] = [
            {
                "id": f"ask-{source}",
                "at": at,
                "kind": "depend",
                "from": source,
                "to": target,
                "need": f"help of {target}",
            }
        ]
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 50)) as pilot:
        await look_at(pilot, "requests")
        assert "EVERYBODY WAITS FOR THE NEXT  2" in frame(app)
        assert "Product → Growth" in frame(app)
        await look_at(pilot, "alerts")
        place(app).pane.go_to(next(row.key for row in place(app).pane.rows if row.key.startswith("circular")))
        await pilot.press("enter", "enter")
        await pilot.pause()
        await pilot.press("1")
        await done(pilot)
        await until(pilot, lambda: not all("request" in plan(tmp_path, team) for team in ("product", "growth")))
        assert [bool(plan(tmp_path, team).get("request")) for team in ("product", "growth")].count(True) == 1


async def alert_about(pilot: Pilot[Any], code: str) -> None:
    """Goes to the first alert of a kind and opens what settles it."""
    app = pilot.app
    assert isinstance(app, Workbench)
    await look_at(pilot, "alerts")
    await pilot.press("home")
    while (here := place(app).alert_here) is None or here.code != code:
        await pilot.press("down")
    await pilot.press("enter")
    await pilot.pause()


async def another_day(pilot: Pilot[Any]) -> None:
    """Writes a day inside the cycle over the one of the field that has the keys, and saves."""
    await pilot.press("end", *["backspace"] * len("2027-02-01"))
    await typing(pilot, "2026-12-10")
    await pilot.press("ctrl+s")
    await done(pilot)


async def test_a_role_gets_its_holder_where_the_alert_stands(small: Small, tmp_path: Path):
    small.teams[-1]["role"] = [{"id": "on-call", "title": "On call"}]
    small.plan("growth")["objective"][0]["owner"] = "on-call"
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 40)) as pilot:
        await alert_about(pilot, "role-without-holder")
        await typing(pilot, "Noa")
        await pilot.press("ctrl+s")
        await done(pilot)
        assert "Role without holder" not in frame(app)
    teams = tomllib.loads((tmp_path / "small/teams.toml").read_text())["team"]
    assert teams[-1]["role"][0]["holders"] == ["noa"]


async def test_the_day_outside_the_cycle_is_where_the_keys_are(small: Small, tmp_path: Path):
    small.plan("growth")["objective"][0]["end"] = date(2027, 2, 1)
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 40)) as pilot:
        await alert_about(pilot, "outside-cycle")
        await another_day(pilot)  # it is agreed: why does it change?
        await typing(pilot, "The hall is free then")
        await pilot.press("ctrl+s")
        await done(pilot)
        assert "Outside the cycle" not in frame(app)
    assert plan(tmp_path, "growth")["objective"][0]["end"] == date(2026, 12, 10)


async def test_a_request_that_is_wanted_too_late_gets_another_day(small: Small, tmp_path: Path):
    wanted = {"id": "event", "kind": "depend", "from": "grow", "to": "care", "need": "an event", "by": date(2027, 2, 1)}
    small.plan("product")["request"] = [
        {**wanted, "at": small.says("sam", "kudos", on=day(36), to="noa", text="T")["at"]}
    ]
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 40)) as pilot:
        await alert_about(pilot, "outside-cycle")
        await another_day(pilot)
        assert "Outside the cycle" not in frame(app)
    assert plan(tmp_path, "product")["request"][0]["by"] == date(2026, 12, 10)


async def test_without_company_okrs_that_is_said_first_and_a_begins_writing_them(tmp_path: Path):
    small = Small()
    small.objective("product", "grow", title="Fall in love")
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "! Small has no objective in this cycle or above." in frame(app).splitlines()[6]
        assert "a  write the company's objectives" in frame(app)
        await pilot.press("a")
        await pilot.pause()
        await typing(pilot, "People come back")
        await pilot.press("enter")
        await done(pilot)
        await until(pilot, (tmp_path / "small/cycles/t3/okrs/company.toml").exists)
        assert plan(tmp_path, "company")["objective"][0]["title"] == "People come back"


async def test_words_narrow_the_tree_while_they_are_typed(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("F")
        await typing(pilot, "growth patience")
        await pilot.pause()
        assert "Teams get an answer" in frame(app)
        assert "Customers get" not in frame(app)
        assert "Every team gets a result" in frame(app)
        await pilot.press("escape")
        await pilot.pause()
        assert "Customers get" in frame(app)
        assert place(app).pane.has_focus


async def test_every_key_of_every_view_is_survived_on_every_row(small: Small, tmp_path: Path):
    small.objective("care", "alone", title="[red]x[/] \x1b[31m")
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(100, 30)) as pilot:
        for view in ("tree", "matrix", "requests", "alerts"):
            await look_at(pilot, view)
            for key in "svnoAew":
                await pilot.press("end", key)
                await pilot.pause()
                await pilot.press("escape", "escape")
                await pilot.pause()
        assert "\x1b" not in frame(app)


async def test_where_nothing_is_drafted_each_view_says_which_key_leads_on(tmp_path: Path):
    alone = Small()
    del alone.teams[1:]
    alone.people = [each | {"team": ["company"]} for each in alone.people]
    app = opened(alone, tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("2", "tab")
        await pilot.pause()
        assert "5  Add a team, in Setup" in frame(app)
        await pilot.press("tab", "tab")
        await pilot.pause()
        assert "no team has drafted anything yet" in " ".join(frame(app).split())
        assert "1  Draft an objective" in frame(app)


async def test_where_no_row_has_the_words_the_panel_speaks_of_none(tmp_path):
    root = Path(copytree(shipped("sample_data") / "lumio", tmp_path / "lumio"))
    app = opened_at(root, tmp_path / "state", "align", today=date(2026, 10, 16))
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "Noa Berger" in frame(app)
        await pilot.press("F", *"zzzz")
        await pilot.pause()
        assert "Noa Berger" not in frame(app)
