"""Statuses, lifecycles, phases and kinds of what is owed, as glyph and word: never by colour alone."""

from okr_tui.words.language import _

GLYPHS = {
    "on-track": "●", "at-risk": "◐", "off-track": "○", "slipping": "▼", "stale": "◌", "reached": "✔", "done": "✓",
    "no-data": "·",
}  # fmt: skip
"""Status → the glyph that stands for it everywhere."""

OBJECTIVE, OBJECTIVE_DRAFT = "◆", "◇"


def glyph(status: str) -> str:
    """The glyph of a key result's status; "·" for one that isn't known."""
    return GLYPHS.get(status, "·")


def word(status: str) -> str:
    """The status in words: "at risk"."""
    match status:
        case "on-track":
            return _("on track")
        case "at-risk":
            return _("at risk")
        case "off-track":
            return _("off track")
        case "slipping":
            return _("slipping")
        case "stale":
            return _("stale")
        case "reached":
            return _("reached")
        case "done":
            return _("done")
        case _:
            return _("no data")


def labelled(status: str) -> str:
    """Glyph and word: "◐ at risk"."""
    return f"{glyph(status)} {word(status)}"


def lifecycle(status: str) -> str:
    """Where an objective or an initiative is in its life: "proposed"."""
    words = {
        "draft": _("draft"), "proposed": _("proposed"), "agreed": _("agreed"), "dropped": _("dropped"),
        "done": _("done"), "planned": _("planned"), "active": _("active"),
    }  # fmt: skip
    return words.get(status, status)


def phase(code: str) -> str:
    """A phase of the cycle: "Achieve"."""
    words = {
        "make": _("Make"), "align": _("Align"), "achieve": _("Achieve"), "measure": _("Measure"), "closed": _("Closed"),
    }  # fmt: skip
    return words.get(code, code)


def owed(kind: str) -> str:
    """A kind of what is owed: "check-in"."""
    words = {
        "check-in": _("check-in"), "request": _("request"), "review": _("review"), "question": _("question"),
        "challenge": _("challenge"), "help": _("help wanted"), "initiative": _("initiative"), "grade": _("grade"),
        "action": _("action"),
    }  # fmt: skip
    return words.get(kind, kind)
