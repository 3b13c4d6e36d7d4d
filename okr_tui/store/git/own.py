"""Which files of a repository are the workspace's own, and what a commit of them is called."""

import re
from collections.abc import Iterable

from okr_tui.domain.ids import is_id
from okr_tui.store.layout import LEGS, place_of
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

ATTRIBUTES_FILE = ".gitattributes"
PATHS = ("okr.toml", "people.toml", "teams.toml", "agendas.toml", "cycles")
"""Where they can stand, relative to the workspace."""

_LEG = re.compile(rf"[1-9]-(?:{'|'.join(LEGS)})")
_LONGEST = 72


def is_own(path: str) -> bool:
    """Whether a path relative to the workspace is one of its files; names that no okr would give are none."""
    if place_of(path) is not None:
        return True
    match path.split("/"):
        case ["cycles", cycle, "legs", leg, name] if name.endswith(".toml"):
            return is_id(cycle) and _LEG.fullmatch(leg) is not None and is_id(name.removesuffix(".toml"))
    return False


def subject(paths: Iterable[str]) -> str:
    """The first line of a commit of these files: whose words, whose plans."""
    names: dict[str, dict[str, None]] = {}
    for path in paths:
        place = place_of(path)
        kind = place.kind if place else "other"
        names.setdefault(kind, {})[place.name or place.cycle if place else path] = None
    said = {
        "journal": _("words of {names}"), "plan": _("plan of {names}"), "review": _("review of {names}"),
        "cycle": _("cycle {names}"), "people": _("people"), "teams": _("teams"), "settings": _("settings"),
        "agendas": _("agendas"), "other": "{names}",
    }  # fmt: skip
    parts = [said[kind].format(names=", ".join(names[kind])) for kind in said if kind in names]
    line = one_line("OKR: " + "; ".join(parts))
    return line if len(line) <= _LONGEST else line[: _LONGEST - 1].rstrip() + "…"
