"""What can't be taken of a file from elsewhere, in words."""

from okr_tui.domain.incoming import Trouble
from okr_tui.words.language import _


def said(trouble: Trouble) -> str:
    """A sentence about a row; what it quotes is still as it stands in the file."""
    reasons = {
        "no-objective": _("no objective, and none above it"),
        "no-team": _("no team is called “{about}”"),
        "no-figure": _("“{about}” is no figure; a cell holds one number, such as 1,234.5, (5) or 12 %"),
        "two-readings": _("“{about}” could be thousands or decimals; write it without the point or comma"),
        "unlike-figures": _(
            "“{about}” do not go together; write them in one unit, with one meaning of point and comma"
        ),
        "no-kind": _("“{about}” is no kind of key result; it counts as a metric"),
        "no-person": _("nobody is called “{about}”; without an owner for now"),
        "no-ambition": _("“{about}” is no ambition; it counts as aspirational"),
        "no-level": _("“{about}” is neither an objective nor a key result"),
        "no-title": _("it has no title"),
        "no-parent": _("no objective is called “{about}”"),
        "no-description": _("a key result has no description; that is left out"),
        "nothing-moves": _("baseline and target are both {about}; nothing would have to move"),
    }
    told = reasons[trouble.code].format(about=trouble.about[:60])
    if trouble.code == "no-team" and not trouble.about:
        told = _("no team; say which with --team")
    if trouble.code == "no-level" and not trouble.about:
        told = _("nothing says whether it is an objective or a key result")
    line = _("row {n}: {what}; left out") if trouble.whole else _("row {n}: {what}")
    return line.format(n=trouble.number, what=told)
