"""The coach: every rule on one draft, and how strong the draft is."""

from typing import NamedTuple

from okr_tui.domain.drafts import key_results, objectives, wording
from okr_tui.domain.drafts.draft import Draft
from okr_tui.domain.drafts.found import Finding, Severity
from okr_tui.domain.drafts.reading import read

DOTS = 5
"""Dots by which strength is shown."""

_RULES = {
    "objective": (*objectives.RULES, *wording.RULES),
    "key_result": (*key_results.RULES, *wording.RULES),
}
_COST = {"warn": 1.0, "hint": 0.5}


class Judged(NamedTuple):
    """What the coach says of a draft.

    Attributes:
        findings: the most telling first; what was left as it is is not among them.
        strength: (passes + ½ hints) / checks, 0…1; 0 where nothing is written.
    """

    findings: tuple[Finding, ...]
    strength: float

    @property
    def warned(self) -> bool:
        """Whether anything is more than a hint."""
        return any(each.severity == "warn" for each in self.findings)


def judge(draft: Draft, *, left: frozenset[str] = frozenset()) -> Judged:
    """Looks at a draft; never raises, whatever the words.

    Args:
        draft: what is written, and what its fields say.
        left: codes that a person left as they are for this wording; they count as passed.
    """
    if not draft.text.strip():
        return Judged((), 0.0)
    reading = read(draft)
    rules = _RULES[draft.kind]
    found = [each for rule in rules if (each := rule(reading)) is not None and each.code not in left]
    lost = sum(_COST[each.severity] for each in found)
    return Judged(tuple(found), (len(rules) - lost) / len(rules))


def dots(strength: float) -> int:
    """How many of five dots a strength fills; all five only where nothing was found.

    Args:
        strength: 0…1.
    """
    return max(0, min(DOTS, int(strength * DOTS + 1e-9)))


__all__ = ["DOTS", "Draft", "Finding", "Judged", "Severity", "dots", "judge"]
