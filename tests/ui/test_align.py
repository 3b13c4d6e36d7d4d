"""Align: the tree as a person sees it, what they do by keys, and what stands in the files then."""

import tomllib
from pathlib import Path

import pytest

from okr_tui.ui.screens.align import Align
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame, styles
from tests.ui.opened import opened, typing
from tests.workspaces import Small, day


@pytest.fixture
def small() -> Small:
    """A company with two objectives, two teams below it, one request without an answer."""
    small = Small()
    small.teams.append({"id": "growth", "name": "Growth", "parent": "company", "lead": "maya"})
    small.objective("company", "win", title="Every team gets a result", owner="maya", why="It stays then.")
    small.key_result("win", "active", baseline=0, target=100, owner="maya")
    small.objective("company", "read", title="We read our numbers")
    small.objective("product", "grow", title="Fall in love", owner="noa", supports=["win"])
    small.key_result("grow", "sign-ups", baseline=0, target=100)
    small.says("noa", "check_in", on=day(40), about="sign-ups", value=59)
    small.objective("growth", "find", title="Trials find us", supports=["active"])
    small.objective("growth", "look", title="It looks finished", supports=["vision"], why="Sharing is our only ad.")
    small.objective("product", "alone", title="Newcomers ship", status="proposed")
    at = small.says("sam", "kudos", on=day(36), to="noa", text="Thanks")["at"]
    small.plan("product")["request"] = [
        {
            "id": "event",
            "at": at,
            "kind": "depend",
            "from": "sign-ups",
            "to": "growth",
            "need": "an event",
            "by": day(50),
        }
    ]
    return small


def place(app: Workbench) -> Align:
    assert isinstance(app.place, Align)
    return app.place


def shown(app: Workbench) -> list[str]:
    return [line.rstrip() for line in frame(app).splitlines()[3:-1]]


async def test_the_tree_shows_every_objective_with_its_link(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(80, 24)):
        assert "\n".join(shown(app)) == (
            "\n"
            "    Tree   Matrix   Requests 1   Alerts 3    health 50 %  3 of 6 without alert\n"
            "\n"
            "    objective                                   progress                  link\n"
            "    ──────────────────────────────────────────────────────────────────────────\n"
            "  ▾ Every team gets a result                         0 %        ● 2 contribute\n"
            "  ▌▾├─ Product Fall in love                         59 %              declared\n"
            "    │  └─ needs Growth: an event                           ◐ 9 days, no answer\n"
            "  ▾ └─ Active                                          –       ● 1 contributes\n"
            "       └─ Growth  Trials find us                       –              declared\n"
            "\n"
            "    We read our numbers                                –  ! nobody contributes\n"
            "\n"
            "    directly to the vision\n"
            "    └─ Growth  It looks finished                       –              says why\n"
            "\n"
            "    supporting nothing yet\n"
            "    └─ Product Newcomers ship                   proposed    ! supports nothing\n"
            "\n"
        )
        assert not styles(app, "! nobody contributes")[0].bold


async def test_the_panel_says_the_thing_under_the_cursor_whole(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 36)) as pilot:
        assert "Product · Noa Berger" in frame(app)
        assert "Product → Growth, by 21 Oct" in frame(app)
        await pilot.press("home")
        await pilot.pause()
        assert "It stays then." in frame(app)
        assert "Growth: Trials find us" in frame(app)
        await pilot.press("down", "down")
        await pilot.pause()
        assert "wanted by Wed 21 Oct" in frame(app)


@pytest.mark.parametrize(("until", "said"), [(day(60), "a squad, until"), (day(20), "This squad ended on")])
async def test_a_squad_has_its_end_beside_its_objective(small: Small, tmp_path: Path, until: str, said: str):
    next(team for team in small.teams if team["id"] == "growth").update(squad=True, until=until)
    app = opened(small, tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        while place(app).here is None or place(app).here.place.team != "growth":
            await pilot.press("down")
        assert said in " ".join("\n".join(shown(app)).split())


async def test_branches_fold_by_arrows_and_space_and_all_at_once(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("left")
        await pilot.pause()
        assert "  ▌▸├─ Product Fall in love  +1" in frame(app)
        await pilot.press("left")
        await pilot.pause()
        assert place(app).pane.here.key == "win"
        await pilot.press("space")
        await pilot.pause()
        assert "Every team gets a result  +4" in frame(app)
        await pilot.press("right", "right")
        await pilot.pause()
        assert place(app).pane.here.key == "grow"
        await pilot.press("z")
        await pilot.pause()
        assert "an event" in frame(app)
        await pilot.press("z")
        await pilot.pause()
        assert "Trials find us" not in frame(app)
        assert "Newcomers ship" in frame(app)


async def test_f_shows_a_teams_part_then_problems_then_all(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f")
        await pilot.pause()
        assert "Fall in love" in frame(app)
        assert "Every team gets a result" in frame(app)
        assert "It looks finished" not in frame(app)
        await pilot.press("f")
        await pilot.pause()
        assert "We read our numbers" in frame(app)
        assert "Newcomers ship" in frame(app)
        assert "needs Growth: an event" in frame(app)
        assert "Trials find us" not in frame(app)
        await pilot.press("f")
        await pilot.pause()
        assert "It looks finished" in frame(app)


def supports(tmp_path: Path, team: str, objective: str) -> list[str] | None:
    plan = tomllib.loads((tmp_path / f"small/cycles/t3/okrs/{team}.toml").read_text())
    return next(each.get("supports") for each in plan["objective"] if each["id"] == objective)


async def test_s_links_to_what_is_found_by_typing_and_takes_a_link_away(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(100, 30)) as pilot:
        place(app).pane.go_to("alone")
        await pilot.press("s")
        await pilot.pause()
        await typing(pilot, "numbers")
        await pilot.pause()
        assert "Every team gets a result" not in "\n".join(line[40:] for line in frame(app).splitlines())
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert supports(tmp_path, "product", "alone") == ["read"]
        assert "We read our numbers" in frame(app)
        assert "nobody contributes" not in frame(app)
        await pilot.press("s")
        await pilot.pause()
        assert "LINKED  1" in frame(app)
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert supports(tmp_path, "product", "alone") is None


async def test_what_would_close_a_circle_is_not_offered(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(100, 30)) as pilot:
        place(app).pane.go_to("read")
        await pilot.press("s")
        await pilot.pause()
        assert "Fall in love" in frame(app)
        await pilot.press("escape")
        place(app).pane.go_to("win")
        await pilot.press("s")
        await pilot.pause()
        choices = "\n".join(line[36:] for line in frame(app).splitlines())
        assert "It looks finished" in choices
        assert "Fall in love" not in choices
        assert "Trials find us" not in choices


async def test_enter_opens_a_thing_where_it_is_worked_on(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("enter")
        await pilot.pause()
        assert app.place is not None
        assert app.place.place == "achieve"


async def test_e_edits_the_objective_and_w_explains_it(small: Small, tmp_path: Path):
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("w")
        await pilot.pause()
        assert "WHY THIS OBJECTIVE" in frame(app)
        await pilot.press("escape", "e")
        await pilot.pause()
        await typing(pilot, " again")
        await pilot.press("enter")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "Fall in love again" in (tmp_path / "small/cycles/t3/okrs/product.toml").read_text()
        assert "Fall in love again" in frame(app)


async def test_nothing_to_align_says_what_the_place_is_for(tmp_path: Path):
    app = opened(Small(), tmp_path, "align")
    async with app.run_test(size=(80, 24)) as pilot:
        assert "Here stands who supports what" in frame(app)
        await pilot.press("z", "f", "space", "left", "right", "down", "enter")


async def test_a_plan_that_cannot_be_read_is_named_and_the_rest_is_there(small: Small, tmp_path: Path):
    small.write(tmp_path / "small")
    broken = tmp_path / "small/cycles/t3/okrs/growth.toml"
    broken.write_text("team = [")
    from tests.ui.opened import opened_at

    app = opened_at(tmp_path / "small", tmp_path / "state", "align")
    async with app.run_test(size=(80, 24)):
        assert "The plan of Growth can't be read: " in " ".join(frame(app).split())
        assert "Fall in love" in frame(app)


async def test_sixty_teams_stay_readable_and_fast(tmp_path: Path):
    small = Small()
    small.objective("company", "win")
    for number in range(60):
        small.teams.append({"id": f"t{number}", "name": f"Team number {number}", "parent": "company"})
        above = f"o{number - 1}-0" if number % 8 else "win"
        for each in range(3):
            title = "An objective with a title that is far too long for its row " * 3
            small.objective(f"t{number}", f"o{number}-{each}", title=title, supports=[above])
            small.key_result(f"o{number}-{each}", f"k{number}-{each}", baseline=0, target=10)
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        align = place(app)
        assert len([row for row in align.pane.rows if row.selectable]) < 40
        await pilot.press("z")
        await pilot.pause()
        assert len([row for row in align.pane.rows if row.selectable]) == 181
        assert all(len(line) <= 120 for line in frame(app).splitlines())
        before = align.pane.here
        for _ in range(20):
            align.pane.action_move(1)
        assert align.pane.here is not before


async def test_hostile_words_reach_no_terminal(small: Small, tmp_path: Path):
    for objective in small.plan("company")["objective"]:
        objective["title"] = "[red]x[/] [@click=app.quit]q[/]\x1b[31m\u202e\nnext"
    app = opened(small, tmp_path, "align")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.press("home", "s")
        await pilot.pause()
        assert "\x1b" not in frame(app)
        assert "\u202e" not in frame(app)
        assert "[@click=app.quit]" in frame(app)
