"""Themes as TOML files: those that come with okr, and a person's own."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tomli
from textual.color import Color, ColorParseError
from textual.theme import Theme

from okr_tui.domain.errors import OkrError
from okr_tui.store.shipped import shipped
from okr_tui.ui.palette import ROLES, variables
from okr_tui.words.language import _

DARK, LIGHT = "okr", "okr-light"
_LARGEST = 100_000  # bytes: a theme is a page, not a book


class BadTheme(OkrError):
    """A theme file that cannot be used: which file, and what is wrong with it."""


def load_theme(file: Path) -> Theme:
    """Reads one theme.

    Args:
        file: a TOML file with `name`, `dark` and the table `colours`, one colour a role.

    Raises:
        BadTheme: the file cannot be read, is no TOML, lacks a role or has a colour that is none.
    """
    try:
        if file.stat().st_size > _LARGEST:
            raise BadTheme(_("this is too large for a theme"), file=file.name)
        said = tomli.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError) as error:
        raise BadTheme(_("the theme cannot be read: {why}").format(why=error), file=file.name) from error
    name, colours = said.get("name", file.stem), said.get("colours")
    if not isinstance(name, str) or not name or not name.isprintable() or not isinstance(colours, dict):
        raise BadTheme(_("a theme has a name and a table [colours]"), file=file.name)
    return _theme(name, said.get("dark", True) is not False, _hex(colours, file))


def _hex(colours: dict[str, Any], file: Path) -> dict[str, str]:
    """The colours of every role, in hex."""
    absent = [role for role in ROLES if role not in colours]
    if absent:
        raise BadTheme(_("these colours are missing: {roles}").format(roles=", ".join(absent)), file=file.name)
    found: dict[str, str] = {}
    for role in ROLES:
        try:
            colour = Color.parse(colours[role])
        except (ColorParseError, TypeError, AttributeError) as error:
            message = _("{role} is no colour; write it as #RRGGBB").format(role=role)
            raise BadTheme(message, file=file.name) from error
        found[role] = colour.hex6 if colour.ansi is None else "#000000"
    return found


def _theme(name: str, dark: bool, colours: dict[str, str]) -> Theme:
    """A Textual theme: ours on its own widgets too (palette, scroll bars, notices)."""
    own = {
        "foreground-muted": colours["dim"],
        "border": colours["accent"],
        "border-blurred": colours["rule"],
        "block-cursor-background": colours["raised"],
        "block-cursor-foreground": colours["text"],
        "block-cursor-text-style": "bold",
        "block-hover-background": colours["raised"],
        "input-cursor-background": colours["accent"],
        "input-cursor-foreground": colours["on_accent"],
        "input-selection-background": colours["rule"],
        "scrollbar": colours["faint"],
        "scrollbar-hover": colours["ink"],
        "scrollbar-active": colours["ink"],
        "scrollbar-background": colours["background"],
        "scrollbar-background-hover": colours["background"],
        "scrollbar-background-active": colours["background"],
        "scrollbar-corner-color": colours["background"],
        "text-muted": colours["dim"],
    }
    return Theme(
        name=name,
        primary=colours["accent"],
        secondary=colours["ink"],
        accent=colours["accent"],
        foreground=colours["text"],
        background=colours["background"],
        surface=colours["surface"],
        panel=colours["panel"],
        success=colours["on_track"],
        warning=colours["at_risk"],
        error=colours["off_track"],
        dark=dark,
        variables={**own, **variables(colours)},
    )


def load_themes(folders: Iterable[Path]) -> tuple[list[Theme], list[BadTheme]]:
    """All themes of some folders, a later one of the same name in place of an earlier one.

    Args:
        folders: where to look; one that does not exist holds no themes.

    Returns:
        The themes, and what was wrong with the files that are none: a broken theme never keeps the app from starting.
    """
    themes: dict[str, Theme] = {}
    broken: list[BadTheme] = []
    for folder in folders:
        for file in sorted(folder.glob("*.toml")) if folder.is_dir() else ():
            try:
                theme = load_theme(file)
            except BadTheme as error:
                broken.append(error)
            else:
                themes[theme.name] = theme
    return list(themes.values()), broken


def theme_folders(config: Path) -> tuple[Path, Path]:
    """Where themes are looked for: those that come with okr, then a person's own (`themes` in their config folder)."""
    return shipped("themes"), config / "themes"
