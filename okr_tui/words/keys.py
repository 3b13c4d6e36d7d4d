"""The keys of tables and what stands in them, as people read them: "target", "42 %", "Noa Martin"."""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time
from typing import Any

from okr_tui.words.dates import day, weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, figure
from okr_tui.words.statuses import lifecycle, phase, word

LONGEST = 2_000
"""Characters of one value that are shown; a person reads the rest in the file."""

FIGURES = frozenset({"value", "baseline", "target", "commit", "stretch", "low", "high"})
"""Keys whose figures are in the unit of their table."""

NAMES = frozenset({
    "owner", "lead", "champion", "holders", "members", "team", "parent", "help_from", "stand_in", "teams", "by", "to",
    "supports", "continues", "from_pain", "about", "next", "of", "in",
})  # fmt: skip
"""Keys that hold ids: of people, roles, teams, objectives, key results."""


def key_word(key: str) -> str:
    """What a key of a table is called: "target"; one that nobody knows is called by itself."""
    words = _of_plans() | _of_others()
    return words.get(key) or one_line(key)[:80]


def shown(
    key: str, value: Any, *, unit: str | None = None, name_of: Callable[[str], str] = str, today: date | None = None
) -> str:
    """What stands in a key, in the language's way.

    Args:
        key: the key; the last part of a dotted one.
        value: as a file holds it; None for nothing.
        unit: the unit of its table.
        name_of: from an id to what people know it by.
        today: the day, so that days of other years say so.
    """
    match value:
        case None:
            return NOTHING
        case bool():
            return _("yes") if value else _("no")
        case int() | float():
            return figure(float(value), unit if key in FIGURES else None) if value == value else one_line(str(value))  # noqa: PLR0124 - nan
        case datetime():
            return f"{weekday_day(value.date(), today)} {value:%H:%M}"
        case date():
            return day(value, today)
        case time():
            return f"{value:%H:%M}"
        case list() | tuple():
            return ", ".join(shown(key, each, name_of=name_of, today=today) for each in value[:50]) or NOTHING
        case Mapping():
            parts = (
                f"{key_word(str(name))} {shown(str(name), each, today=today)}"
                for name, each in list(value.items())[:20]
            )
            return one_line(", ".join(parts))[:LONGEST]
    return _words(key, str(value), name_of)


def _words(key: str, text: str, name_of: Callable[[str], str]) -> str:
    if not text.strip():
        return NOTHING
    if key == "supports" and text == "vision":
        return one_line(_("the vision"))
    if key in NAMES:
        return one_line(name_of(text))[:LONGEST]
    if key in {"status", "phase", "ambition", "kind", "change"}:
        return _coded(key, text)
    return one_line(text[:LONGEST])


def _coded(key: str, text: str) -> str:
    """A value that is one of few words."""
    if key == "phase":
        return one_line(phase(text))
    if key == "status":
        known = lifecycle(text)
        return one_line(known if known != text or text not in _STATUSES else word(text))
    words = {
        "committed": _("committed"), "aspirational": _("aspirational"), "metric": _("metric"), "keep": _("keep"),
        "yes-no": _("yes-no"), "milestones": _("milestones"), "change": _("change"), "innovate": _("innovate"),
        "build": _("build"), "correct": _("correct"),
    }  # fmt: skip
    return words.get(text, one_line(text))


_STATUSES = frozenset({"on-track", "at-risk", "off-track", "stale", "slipping", "reached", "done", "no-data"})


def _of_plans() -> dict[str, str]:
    return {
        "title": _("title"), "why": _("why"), "owner": _("owner"), "change": _("change"), "ambition": _("ambition"),
        "status": _("status"), "supports": _("supports"), "from_pain": _("pain points"), "continues": _("continues"),
        "start": _("start"), "end": _("end"), "tags": _("tags"), "kind": _("kind"), "unit": _("unit"),
        "baseline": _("baseline"), "target": _("target"), "commit": _("commit"), "stretch": _("stretch"),
        "low": _("lower edge"), "high": _("upper edge"), "weight": _("weight"), "phased": _("phases"),
        "every": _("days between check-ins"), "lag": _("days it comes late"), "lead": _("lead"), "noise": _("noise"),
        "measure": _("source"), "dropped": _("dropped"), "done": _("done"), "due": _("due"), "need": _("need"),
        "good_first": _("good first one"), "lang": _("language"), "in": _("where it stands"),
    }  # fmt: skip


def _of_others() -> dict[str, str]:
    return {
        "value": _("value"), "confidence": _("confidence"), "note": _("note"), "blocker": _("blocker"),
        "text": _("text"), "name": _("name"), "email": _("email"), "team": _("teams"), "roles": _("roles"),
        "away": _("away"), "left": _("left"), "joined": _("joined"), "parent": _("part of"), "mission": _("mission"),
        "champion": _("champion"), "stage": _("stage"), "members": _("members"), "until": _("until"),
        "holders": _("holders"), "accountabilities": _("accountabilities"), "source": _("source"),
        "phase": _("phase"), "leg": _("leg"), "on": _("day"), "at": _("time"), "minutes": _("minutes"),
        "held": _("held"), "notes": _("notes"), "self": _("own grade"), "computed": _("computed"),
        "reason": _("reason"), "verdict": _("decision"), "next": _("carried on by"), "vision": _("vision"),
        "language": _("language"), "closed": _("closed days"), "teams": _("teams"),
    }  # fmt: skip
