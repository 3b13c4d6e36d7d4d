"""Every threshold of the policy in words: what it is called, what it means, who says so (method.md)."""

from collections.abc import Mapping
from typing import NamedTuple

from okr_tui.words.language import _

GROUPS: Mapping[str, tuple[str, ...]] = {
    "focus": ("levels", "agree", "max_objectives", "max_key_results", "min_key_results", "owner_max"),
    "status": ("on_track", "at_risk", "grace", "early", "low_confidence"),
    "slipping": ("slip_share", "slip_confidence_fall", "slip_confidence_at"),
    "days": ("stale_days", "request_days", "scores_open_days"),
    "scores": ("green", "yellow", "rhythm", "similar"),
}
"""Group → keys of `[policy]`, in the order in which Setup shows them."""


class Threshold(NamedTuple):
    """A threshold as people read it.

    Attributes:
        name: a few words; meaning: one sentence; source: whose practice it is.
    """

    name: str
    meaning: str
    source: str


def group(code: str) -> str:
    """The title of a group."""
    titles = {
        "focus": _("FOCUS"), "status": _("STATUS"), "slipping": _("SLIPPING"), "days": _("DAYS"),
        "scores": _("SCORES AND ALERTS"),
    }  # fmt: skip
    return titles.get(code, code.upper())


def threshold(key: str) -> Threshold:
    """A threshold in words; one that this version has no words for is called by its key."""
    for known in (_focus(), _status(), _slipping(), _days_and_scores()):
        if key in known:
            return Threshold(*known[key])
    return Threshold(key.replace("_", " "), "", "")


def _focus() -> Mapping[str, tuple[str, str, str]]:
    return {
        "levels": (_("levels"), _("Where there are OKRs: company and teams, or individuals too."),
                   "Wodtke, Spendesk"),
        "agree": (_("who agrees"), _("Whose yes makes a proposed plan agreed."), _("our choice")),
        "max_objectives": (_("objectives at most"), _("Of one team in one cycle: start less, finish more."),
                           "Partena"),
        "max_key_results": (_("key results at most"), _("Of one objective."), "Doerr, Wodtke"),
        "min_key_results": (_("key results at least"), _("Of one objective: one figure alone is easily gamed."),
                            _("our choice")),
        "owner_max": (_("key results of one owner"), _("More than one person can carry raise an alert."),
                      _("our choice")),
    }  # fmt: skip


def _status() -> Mapping[str, tuple[str, str, str]]:
    return {
        "on_track": (_("on track from"), _("Pace, which is progress ÷ expected, from which it is on track."),
                     _("our choice")),
        "at_risk": (_("at risk from"), _("Pace from which it is at risk; off track below."), _("our choice")),
        "grace": (_("grace"), _("Share by which progress may lag behind before pace judges."), _("our choice")),
        "early": (_("too early"), _("Share of the time before which pace does not judge."), _("our choice")),
        "low_confidence": (_("low confidence"), _("At or below this, of 10, a key result is at risk."), "Wodtke"),
    }  # fmt: skip


def _slipping() -> Mapping[str, tuple[str, str, str]]:
    return {
        "slip_share": (_("two falls lose"), _("Share of the whole way that two falls in a row must lose."), "Spendesk"),
        "slip_confidence_fall": (_("confidence falls by"), _("Points lost within one person's last three check-ins."),
                                 "Spendesk"),
        "slip_confidence_at": (_("confidence falls to"), _("This or below, for the fall to count."), "Spendesk"),
    }  # fmt: skip


def _days_and_scores() -> Mapping[str, tuple[str, str, str]]:
    return {
        "stale_days": (_("stale after"), _("Days beyond two due dates without a value."), _("our choice")),
        "request_days": (_("request unanswered"), _("Days after which an unanswered request is an alert."),
                         _("our choice")),
        "scores_open_days": (_("scores stay open"), _("Days after the end in which late figures still count."),
                             _("our choice")),
        "green": (_("green from"), _("Score from which an aspirational key result is green."), "Google"),
        "yellow": (_("yellow from"), _("Score from which it is yellow; red below."), "Google"),
        "rhythm": (_("rhythm"), _("Share of periods with a check-in below which the rhythm is looked at first."),
                   _("our choice")),
        "similar": (_("near-duplicates"), _("Likeness, of 100, from which two objectives of two teams are alike."),
                    _("our choice")),
    }  # fmt: skip
