"""The W in words: its legs, and what changed between two of them."""

from collections.abc import Callable
from typing import Any

from okr_tui.domain.legs import Difference
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import figure
from okr_tui.words.statuses import lifecycle

SIGNS = {"added": "+", "dropped": "−", "changed": "~", "moved": "→"}
"""What stands before each kind of difference."""


def leg(code: str) -> str:
    """A leg by its name; "now" for the plans as they are."""
    words = {
        "frame": _("Frame"), "propose": _("Propose"), "integrate": _("Integrate"), "commit": _("Commit"),
        "now": _("now"),
    }  # fmt: skip
    return words.get(code, one_line(code))


def purpose(code: str) -> str:
    """What a leg is for, in one sentence."""
    words = {
        "frame": _("The company says what matters, and what does not."),
        "propose": _("The teams propose their objectives, from what they know."),
        "integrate": _("The company puts the proposals together: what is missing, what is too much."),
        "commit": _("Everybody commits to what they will pursue."),
    }
    return words[code]


def changed(difference: Difference, name_of: Callable[[str | None], str]) -> str:
    """What became of one thing, without its title: "target 40 → 45", "new", "dropped: …".

    Args:
        difference: what changed.
        name_of: from an id of a person or team to the name people know.
    """
    match difference.change:
        case "added":
            return _("new")
        case "dropped":
            why = one_line(difference.why or "")
            return _("dropped: {why}").format(why=why) if why else _("dropped")
        case "moved" if difference.key == "team":
            return _("moved from {before}").format(before=one_line(name_of(difference.before)))
        case "moved":
            return _("moved from “{before}”").format(before=one_line(str(difference.before or "")))
        case "changed":
            before = _value(difference.key or "", difference.before, name_of)
            after = _value(difference.key or "", difference.after, name_of)
            return _("{key}: {before} → {after}").format(key=_key(difference.key or ""), before=before, after=after)


def _value(key: str, value: Any, name_of: Callable[[str | None], str]) -> str:
    if value is None:
        return "–"
    if key == "owner":
        return one_line(name_of(value))
    if key == "status":
        return lifecycle(value)
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if isinstance(value, int | float):
        return figure(value, None)
    if isinstance(value, list):
        return ", ".join(_value(key, each, name_of) for each in value)
    if isinstance(value, dict):
        return " ".join(_value("", each, name_of) for each in value.values())
    return day(value) if hasattr(value, "year") else one_line(str(value))


def _key(key: str) -> str:
    """A key of a plan as people say it; one that has no word of its own as it is written."""
    words = {
        "title": _("title"), "why": _("so that"), "owner": _("owner"), "change": _("kind of change"),
        "ambition": _("ambition"), "status": _("status"), "supports": _("supports"), "start": _("start"),
        "end": _("end"), "tags": _("tags"), "kind": _("kind"), "unit": _("unit"), "baseline": _("baseline"),
        "target": _("target"), "commit": _("commit"), "stretch": _("stretch"), "low": _("low"), "high": _("high"),
        "weight": _("weight"), "phased": _("on the way"), "every": _("every"), "lag": _("lag"), "lead": _("leading"),
        "noise": _("noise"), "measure": _("source"), "milestones": _("milestones"), "from_pain": _("from what hurts"),
        "continues": _("continues"),
    }  # fmt: skip
    return words.get(key, one_line(key))
