"""The whole app on whole workspaces: every place can be walked, whatever the size, the words or the state of the files."""

from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from tests.e2e.walking import opened, walked
from tests.hostile import OBEYED, hostile_copy
from tests.ui.frames import frame

SAMPLES = Path(__file__).parents[2] / "sample_data"
PUBLISHED = Path(__file__).parents[3] / "shared/data/gitlab-fy20-q4"


@pytest.mark.parametrize(
    ("sample", "me", "size"),
    [
        ("lumio", "noa", (80, 24)), ("lumio", "noa", (200, 60)), ("rivage", "soizic", (120, 36)), ("solo", None, (50, 14)),
    ],
)  # fmt: skip
async def test_every_place_of_a_sample_can_be_walked(tmp_path, sample, me, size):
    root = Path(copytree(SAMPLES / sample, tmp_path / sample))
    before = {path: path.read_bytes() for path in root.rglob("*") if path.is_file()}
    async with opened(root, me, size=size) as (app, pilot):
        seen = await walked(app, pilot)
        assert app.is_running
    assert len(set(seen)) > 8
    assert {path: path.read_bytes() for path in root.rglob("*") if path.is_file()} == before


@pytest.mark.parametrize("size", [(80, 24)])
async def test_no_word_of_a_file_is_obeyed_by_the_terminal_or_the_app(tmp_path, size):
    root = hostile_copy(tmp_path)
    async with opened(root, "noa", size=size) as (app, pilot):
        for screen in await walked(app, pilot):
            assert not OBEYED.search(screen.replace("\n", ""))
        app.notify("\x1b]52;c;aGk=\x07 [/foo]", markup=False)
        await pilot.pause()
        assert not OBEYED.search(frame(app).replace("\n", ""))
        assert app.is_running


async def test_with_files_broken_in_four_ways_the_app_says_so_and_the_rest_can_be_used(tmp_path):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    okrs = root / "cycles/t3/okrs"
    (okrs / "growth.toml").write_text("this is not TOML\n", encoding="utf-8")
    (okrs / "care.toml").write_text(
        'format = 1\nteam = "care"\n[[objective]]\nid = "x-12345"\ntitle = 7\n', encoding="utf-8"
    )
    (okrs / "platform.toml").write_text(
        'format = 1\n<<<<<<< ours\nteam = "platform"\n=======\n>>>>>>> theirs\n', encoding="utf-8"
    )
    (okrs / "lumio.toml").write_text("", encoding="utf-8")
    async with opened(root, "noa") as (app, pilot):
        assert "4 files can't be read" in frame(app)
        await pilot.press("enter", "equals_sign", "6", "enter")
        await pilot.pause()
        await walked(app, pilot)
        assert app.is_running
    assert "value = 6" in (root / "cycles/t3/journal/2026-w42/noa.toml").read_text(encoding="utf-8")


@pytest.mark.skipif(not PUBLISHED.is_dir(), reason="the published OKRs are not on this machine")
async def test_the_published_okrs_of_sixty_teams_can_be_walked(tmp_path):
    root = Path(copytree(PUBLISHED, tmp_path / "gitlab"))
    async with opened(root, "cro", date(2020, 1, 20)) as (app, pilot):
        seen = await walked(app, pilot)
        assert app.is_running
    assert any("Conduct mock earnings call" in screen for screen in seen)
