"""What a person left as it is: a finding is not raised again until the wording changes."""

import hashlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from okr_tui.domain.plan import Plan


def digest_of(text: str) -> str:
    """Twelve hexadecimal digits of the wording; spaces at the ends and how many stand between words don't count."""
    return hashlib.sha256(" ".join(text.split()).encode("utf-8", "surrogatepass")).hexdigest()[:12]


def left_of(plan: "Plan", identity: str, text: str) -> frozenset[str]:
    """Codes of the findings that somebody left for this wording.

    Args:
        plan: the plan in which the draft stands.
        identity: id of the objective or key result.
        text: its wording now; what was left for another wording counts no more.
    """
    mine = [each for each in plan.dismissed if each.about == identity]
    if not mine:
        return frozenset()
    now = digest_of(text)
    return frozenset(each.code for each in mine if each.digest is None or each.digest == now)
