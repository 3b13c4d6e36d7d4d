"""What okr says about the method: method/<lang>.toml, read once a language, for whoever speaks of findings or rituals.

Each file is a tree of tables; every part of okr that speaks of the method has a table of its own at the top
(`finding`, `remedy`), so that another one is added without changing what reads the others.
"""

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

import tomli

METHOD = Path(__file__).parent.parent / "method"
"""The folder of the files, inside the package."""


@cache
def method(lang: str) -> Mapping[str, Any]:
    """Everything said about the method in a language.

    Args:
        lang: "en" or "fr"; any other is answered in English.
    """
    return tomli.loads((METHOD / f"{lang if lang == 'fr' else 'en'}.toml").read_text(encoding="utf-8"))


def section(name: str, lang: str) -> Mapping[str, Any]:
    """One table at the top of a language's file.

    Args:
        name: "finding", "remedy", or that of another part.
        lang: "en" or "fr".

    Raises:
        KeyError: there is no such table.
    """
    table: Mapping[str, Any] = method(lang)[name]
    return table
