"""How a status is shown: always a glyph, a word and a colour, never the colour alone."""

from okr_tui.ui.paint.runs import Run, Runs
from okr_tui.words.language import _

_LOOK = {
    "on-track": ("●", "on_track"),
    "at-risk": ("◐", "at_risk"),
    "off-track": ("○", "off_track"),
    "slipping": ("▼", "slipping"),
    "stale": ("◌", "dim"),
    "reached": ("✔", "reached"),
    "done": ("✓", "reached"),
    "no-data": ("·", "dim"),
}
STATUSES = tuple(_LOOK)
"""Every status that can be shown, in the order in which they are counted."""


def status_glyph(status: str) -> Run:
    """The glyph of a status in its colour; one that is not known looks like no data."""
    glyph, role = _LOOK.get(status, _LOOK["no-data"])
    return Run(glyph, role)


def status_role(status: str) -> str:
    """The role of the palette that a status has."""
    return _LOOK.get(status, _LOOK["no-data"])[1]


def status_word(status: str) -> str:
    """The word of a status in the language spoken."""
    return {
        "on-track": _("on track"),
        "at-risk": _("at risk"),
        "off-track": _("off track"),
        "slipping": _("slipping"),
        "stale": _("stale"),
        "reached": _("reached"),
        "done": _("done"),
    }.get(status, _("no data"))


def status_runs(status: str) -> Runs:
    """Glyph and word: `● on track`."""
    role = status_role(status)
    return (status_glyph(status), Run(f" {status_word(status)}", role))


def status_count(status: str, count: int) -> Runs:
    """How many have a status: `● 4 on track`."""
    role = status_role(status)
    return (status_glyph(status), Run(f" {count} {status_word(status)}", role))
