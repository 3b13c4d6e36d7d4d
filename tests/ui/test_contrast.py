"""Every style that the app paints can be read: on its own ground, in every theme that comes with okr."""

from datetime import date
from functools import cache
from itertools import combinations
from pathlib import Path
from shutil import copytree

import pytest
from textual.color import Color

from okr_tui.store.shipped import shipped
from okr_tui.ui.palette import Palette, contrast, palette
from okr_tui.ui.themes import load_theme
from tests.ui.everywhere import everywhere
from tests.ui.frames import painted
from tests.ui.opened import opened_at
from tests.ui.seeing import KINDS, apart

THEMES = tuple(sorted(file.stem for file in shipped("themes").glob("*.toml")))
AA, AAA, DRAWN = 4.5, 7.0, 3.0
STRONG = ("high-contrast", "projector")
GROUNDS = ("background", "surface", "panel", "raised")
STATUSES = ("on_track", "at_risk", "slipping", "off_track", "reached")
WORDS = ("text", "dim", "accent", *STATUSES)
LOOKED_AT = (
    "home", "home, a check-in", "home, a thread", "make", "make, ways on", "the W", "align", "achieve", "achieve, the board", "detail",
    "measure", "setup", "history", "find", "help", "a ritual", "a ritual, its vote",
)  # fmt: skip


@cache
def _palette(theme: str) -> Palette:
    return palette(load_theme(shipped("themes") / f"{theme}.toml"))


def _apart(theme: str, role: str, ground: str) -> float:
    colours = _palette(theme)
    return contrast(Color.parse(getattr(colours, role)), Color.parse(getattr(colours, ground)))


@pytest.mark.parametrize("theme", THEMES)
def test_words_read_wherever_they_may_stand(theme):
    least = AAA if theme in STRONG else AA
    for role in WORDS:
        for ground in (*GROUNDS, "track"):
            assert _apart(theme, role, ground) >= least, f"{role} on {ground}: {_apart(theme, role, ground):.2f}"
    assert _apart(theme, "on_accent", "accent") >= least
    assert _apart(theme, "text", "rule") >= least, "what is marked in a field"


@pytest.mark.parametrize("theme", THEMES)
def test_what_is_drawn_is_seen(theme):
    for ground in (*GROUNDS, "track", "shortfall_off", "shortfall_slip", "shortfall_risk"):
        assert _apart(theme, "ink", ground) >= DRAWN, f"ink on {ground}: {_apart(theme, 'ink', ground):.2f}"
    for ground in ("background", "surface", "panel"):
        assert _apart(theme, "faint", ground) >= DRAWN, f"faint on {ground}: {_apart(theme, 'faint', ground):.2f}"
    assert _apart(theme, "faint", "raised") >= 2.5, "lines of a tree in the cursor's row"
    assert _apart(theme, "text", "ink") >= DRAWN, "the expected mark on a full bar"
    assert _apart(theme, "raised", "background") >= 1.2, "the row of the cursor"


@pytest.mark.parametrize("kind", KINDS)
def test_statuses_stay_apart_for_everybodys_eyes(kind):
    colours = _palette("colour-blind")
    for one, other in combinations((*STATUSES, "text"), 2):
        distance = apart(getattr(colours, one), getattr(colours, other), kind)
        assert distance >= 20, f"{one} and {other} as seen with {kind}: {distance:.1f}"


def test_the_projector_has_few_colours():
    colours = _palette("projector")
    assert len({getattr(colours, role) for role in WORDS}) <= 6


def _is_word(text: str) -> bool:
    """Whether a segment is read: letters, figures, signs; what is only drawn is lines, blocks and dots of a chart."""
    return any(letter.isalnum() or letter in "●◐○▼◌✔✓?!+−=<>→◆◇☐☑" for letter in text)


async def test_every_style_on_every_screen_is_one_that_all_themes_make_readable(tmp_path):
    root = Path(copytree(shipped("sample_data") / "lumio", tmp_path / "lumio"))
    app = opened_at(root, tmp_path / "state", today=date(2026, 10, 16))
    roles = {colour: role for role, colour in _palette("okr")._asdict().items()}
    assert len(roles) == len(Palette._fields), "a colour of okr tells its role"
    words: dict[tuple[str, str], str] = {}
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        for how in ("information", "warning", "error"):
            app.notify("A note", severity=how)
        async for screen in everywhere(app, pilot, LOOKED_AT):
            for text, ink, ground in painted(app):
                if _is_word(text):
                    words.setdefault((roles.get(ink, ink), roles.get(ground, ground)), f"{text.strip()} ({screen})")
    assert len(words) > 20
    for (ink, ground), example in words.items():
        assert {ink, ground} <= set(Palette._fields), f"{ink} on {ground} is no role of the palette: {example}"
        for theme in THEMES:
            least = AAA if theme in STRONG else AA
            assert _apart(theme, ink, ground) >= least, f"{theme}: {ink} on {ground}, {example}"
