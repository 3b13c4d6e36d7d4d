"""A person's own config folder, and the language they chose there for themselves."""

import os
import sys
from pathlib import Path

from okr_tui.words.language import LANGUAGES

LANGUAGE = "OKR_LANG"
"""The environment variable that names a language: "en" or "fr"."""


def config_folder() -> Path:
    """Where a person's config stands on this machine; worked out here on Linux, as importing platformdirs takes 15 ms."""
    if sys.platform == "linux":
        told = os.environ.get("XDG_CONFIG_HOME", "").strip()
        return (Path(told) if told else Path.home() / ".config") / "okr"
    import platformdirs

    return Path(platformdirs.user_config_dir("okr", appauthor=False))


def own_language() -> str | None:
    """The language a person chose for themselves, before the workspace's: `OKR_LANG`, else config.toml's `language`.

    Returns:
        "en" or "fr"; None where nothing was chosen or what was chosen isn't known. Never raises.
    """
    told = os.environ.get(LANGUAGE, "")
    if told in LANGUAGES:
        return told
    try:
        text = (config_folder() / "config.toml").read_text(encoding="utf-8")
    except (OSError, ValueError, RuntimeError):
        return None
    import tomli

    try:
        chosen = tomli.loads(text).get("language")
    except (ValueError, RecursionError):
        return None
    return chosen if isinstance(chosen, str) and chosen in LANGUAGES else None
