"""What others write appears by itself, says whose it is, and leaves alone what is being typed."""

import asyncio
from collections.abc import Callable
from datetime import date
from pathlib import Path
from shutil import copytree

from okr_tui.store.reader import Reader
from okr_tui.ui.opening import open_workspace
from okr_tui.ui.watching import news
from tests.ui.frames import frame

SAMPLES = Path(__file__).parents[2] / "sample_data"
TODAY = date(2026, 10, 16)
JOURNAL = "cycles/t3/journal/2026-w42/zoe.toml"


def said_by_zoe(root: Path) -> None:
    """Somebody checks in from elsewhere: Sign-ups active on day 7 stands at 33."""
    about = next(
        kr.id for _t, _o, kr in Reader(root).read().cycles["t3"].key_results() if kr.title.startswith("Sign-ups active")
    )
    text = (
        (root / JOURNAL).read_text(encoding="utf-8")
        if (root / JOURNAL).exists()
        else 'format = 1\nperson = "zoe"\nweek = "2026-w42"\n'
    )
    table = f'\n[[check_in]]\nid = "ci-7777777777"\nat = 2026-10-16T15:00:00+02:00\non = 2026-10-16\nabout = "{about}"\nvalue = 33\n'
    (root / JOURNAL).write_text(text + table, encoding="utf-8")


async def until(pilot, seen: Callable[[], bool]) -> bool:
    """Whether it comes about while events are handled; a change is seen well before this gives up."""
    for _turn in range(400):
        if seen():
            return True
        await asyncio.wait_for(pilot.pause(0.02), 5)
    return False


async def test_a_check_in_by_somebody_else_appears_and_what_i_type_stays(tmp_path):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    app = open_workspace(root, "noa", TODAY, tmp_path / "state", watching=True)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        assert "29 %" in frame(app)
        await pilot.press("enter", "5", ".", "5")
        said_by_zoe(root)
        assert await until(pilot, lambda: "33 %" in frame(app))
        assert "5.5" in frame(app)
        assert await until(pilot, lambda: "Changed by others: Zoé Renard" in frame(app))


def test_my_own_words_are_no_news_and_a_plan_is_named_by_its_team():
    workspace = Reader(SAMPLES / "lumio").read()
    paths = (
        "cycles/t3/journal/2026-w42/noa.toml",
        "cycles/t3/okrs/growth.toml",
        "teams.toml",
        JOURNAL,
        "cycles/t3/cycle.toml",
    )
    assert news(paths[:1], workspace, "noa") == ""
    assert news(paths[:2], workspace, "noa") == "Changed by others: the plan of Growth"
    assert news(paths, workspace, "noa") == "Changed by others: the plan of Growth, the teams, Zoé Renard and 1 more"
