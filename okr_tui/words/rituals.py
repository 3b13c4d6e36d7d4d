"""Rituals by the names that people call them by."""

from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


def ritual(kind: str) -> str:
    """The name of a kind of ritual; one that is not known is shown as it is written."""
    names = {
        "annual-okrs": _("Annual OKRs"),
        "pain-points": _("Pain points"),
        "forecast-review": _("Forecast review"),
        "leadership-draft": _("Leadership draft"),
        "company-okrs-published": _("Company OKRs published"),
        "team-drafting": _("Team drafting workshop"),
        "alignment": _("Alignment"),
        "weekly-check-in": _("Weekly check-in"),
        "leadership-slips": _("Leadership slips"),
        "monthly-review": _("Monthly review"),
        "mid-cycle-review": _("Mid-cycle review"),
        "next-make-opens": _("Next Make opens"),
        "maturity-survey": _("Maturity survey"),
        "review-retrospective": _("Review and retrospective"),
    }
    return names.get(kind, one_line(kind))
