"""What a person chose for their own screen: theme, keys, stillness, in `config.toml` of their config folder.

The language that stands there too is chosen before anything is said (`store.config.own_language`).
"""

import os
import re
from pathlib import Path
from typing import Any

import tomli
from msgspec import Struct, field

from okr_tui.ui.themes import DARK
from okr_tui.words.language import LANGUAGES, _

_THEME_LINE = re.compile(r"^theme\s*=.*$", re.MULTILINE)


class Preferences(Struct, frozen=True):
    """A person's choices.

    Attributes:
        folder: their config folder; None keeps nothing and looks for nothing.
        theme: the name of a theme.
        keys: from the id of a command to its keys, as written.
        animation: whether anything may move by itself: a list that glides, a cursor that blinks, what is celebrated.
        confetti: whether some falls when a cycle is closed.
        troubles: what was wrong with the file, a sentence each.
    """

    folder: Path | None = None
    theme: str = DARK
    keys: dict[str, Any] = field(default_factory=dict)
    animation: bool = True
    confetti: bool = True
    troubles: tuple[str, ...] = ()


def load_preferences(folder: Path) -> Preferences:
    """Reads a person's choices; a file that is broken is passed over, with a sentence about it."""
    file = folder / "config.toml"
    try:
        said = tomli.loads(file.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Preferences(folder)
    except (OSError, ValueError, RecursionError) as error:
        trouble = _("config.toml cannot be read, so it is passed over: {why}").format(why=error)
        return Preferences(folder, troubles=(trouble,))
    troubles: list[str] = []
    theme, keys = said.get("theme", DARK), said.get("keys", {})
    if not isinstance(theme, str):
        troubles.append(_("config.toml: “theme” is the name of a theme"))
        theme = DARK
    if said.get("language", LANGUAGES[0]) not in LANGUAGES:
        troubles.append(_("config.toml: “language” is one of {languages}").format(languages=", ".join(LANGUAGES)))
    if not isinstance(keys, dict):
        troubles.append(_("config.toml: “keys” is a table of commands and their keys"))
        keys = {}
    wanted = {key: said.get(key, True) for key in ("animation", "confetti")}
    for key in (key for key, value in wanted.items() if not isinstance(value, bool)):
        troubles.append(_("config.toml: “{key}” is true or false").format(key=key))
        wanted[key] = True
    return Preferences(folder, theme, keys, wanted["animation"], wanted["confetti"], tuple(troubles))


def keep_theme(folder: Path, name: str) -> None:
    """Writes the theme into a person's config; everything else in it stays as it is.

    Raises:
        OSError: the folder cannot be written.
    """
    file = folder / "config.toml"
    folder.mkdir(parents=True, exist_ok=True)
    old = file.read_text(encoding="utf-8") if file.exists() else ""
    line = f'theme = "{name}"'
    top, table, rest = old.partition("\n[") if not old.startswith("[") else ("", "", old)
    top = _THEME_LINE.sub(lambda _match: line, top, count=1) if _THEME_LINE.search(top) else f"{line}\n{top}"
    fresh = file.with_suffix(".toml.new")
    fresh.write_text(top + table + rest, encoding="utf-8")
    os.replace(fresh, file)  # noqa: PTH105 - the atomic one
