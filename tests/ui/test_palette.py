from pathlib import Path

import pytest
from textual.color import Color
from textual.theme import BUILTIN_THEMES

from okr_tui.store.shipped import shipped
from okr_tui.ui.palette import ROLES, contrast, palette, sixteen_colours
from okr_tui.ui.themes import BadTheme, load_theme, load_themes

TEXT = ("text", "dim", "accent", "on_track", "at_risk", "slipping", "off_track", "reached")


def _shipped(name: str):
    return load_theme(shipped("themes") / f"{name}.toml")


@pytest.mark.parametrize("file", sorted(shipped("themes").glob("*.toml")), ids=lambda file: file.stem)
def test_text_of_every_shipped_theme_reads_on_every_ground(file: Path):
    colours = palette(load_theme(file))
    for role in TEXT:
        for ground in ("background", "surface", "panel", "raised"):
            apart = contrast(Color.parse(getattr(colours, role)), Color.parse(getattr(colours, ground)))
            assert apart >= 4.5, f"{role} on {ground}: {apart:.1f}"
    assert contrast(Color.parse(colours.on_accent), Color.parse(colours.accent)) >= 4.5


def test_the_palette_says_what_the_theme_file_says():
    assert palette(_shipped("okr")).slipping == "#FF9560"
    assert palette(_shipped("okr-light")).shortfall_off == "#F4D2D0"


@pytest.mark.parametrize("name", sorted(BUILTIN_THEMES))
def test_themes_of_textual_get_every_role_in_hex_and_readable(name: str):
    colours = palette(BUILTIN_THEMES[name])
    for role in ROLES:
        assert Color.parse(getattr(colours, role)).hex6 == getattr(colours, role)
    for role in ("text", "accent", "on_track", "at_risk", "slipping", "off_track"):
        assert contrast(Color.parse(getattr(colours, role)), Color.parse(colours.background)) >= 4.4, role


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("name = ", "cannot be read"),
        ('name = "x"', "[colours]"),
        ('name = "x"\n[colours]\ntext = "#fff"', "missing"),
        (b"\xff\xfe", "cannot be read"),
    ],
)
def test_a_broken_theme_is_one_clear_sentence(tmp_path: Path, written: str | bytes, said: str):
    file = tmp_path / "mine.toml"
    file.write_bytes(written if isinstance(written, bytes) else written.encode())
    with pytest.raises(BadTheme, match=r"mine\.toml") as caught:
        load_theme(file)
    assert said in str(caught.value)


def test_a_colour_that_is_none_is_named(tmp_path: Path):
    words = (shipped("themes") / "okr.toml").read_text().replace('"#DDE3EC"', '"snow white"')
    (tmp_path / "mine.toml").write_text(words)
    with pytest.raises(BadTheme, match="text is no colour"):
        load_theme(tmp_path / "mine.toml")


def test_a_broken_theme_does_not_hide_the_others_and_a_later_folder_wins(tmp_path: Path):
    (tmp_path / "broken.toml").write_text("=")
    mine = (shipped("themes") / "okr.toml").read_text().replace("#DDE3EC", "#FFFFFF")
    (tmp_path / "okr.toml").write_text(mine)
    themes, broken = load_themes([shipped("themes"), tmp_path, tmp_path / "absent"])
    assert {theme.name for theme in themes} >= {"okr", "okr-light"}
    assert palette(next(theme for theme in themes if theme.name == "okr")).text == "#FFFFFF"
    assert [error.file for error in broken] == ["broken.toml"]


@pytest.mark.parametrize("dark", [True, False])
def test_in_16_colours_what_is_drawn_is_seen(dark: bool):
    colours = sixteen_colours(dark=dark)
    for role in (*TEXT, "ink", "faint"):
        assert contrast(Color.parse(getattr(colours, role)), Color.parse(colours.background)) >= 2.3, role
