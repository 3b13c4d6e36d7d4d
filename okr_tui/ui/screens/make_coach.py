"""The coach in the panel: what it finds in the draft of the cursor, and in the objective as a whole."""

from collections.abc import Iterator
from typing import Protocol

from okr_tui.domain.drafts.sets import judge_plan
from okr_tui.domain.plan import Objective
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.coaching import Coached, code_line, finding_lines, strength
from okr_tui.ui.paint.lines import Blank, Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.words.coach import message, question, remedy
from okr_tui.words.language import _
from okr_tui.words.quoting import quoted

_LIVE = 2
"""Findings that are told in full while words are typed."""
_ENOUGH = 2
"""Key results from which it is asked whether they are enough."""


def coach_lines(seen: Coached) -> Iterator[Line]:
    """Strength, the first finding in full, the others by their codes, and the key that leads to the ways on."""
    yield Says(runs(strength(seen), dim("" if seen.findings else "  " + _("nothing to ask"))))
    for finding in seen.findings[:1]:
        yield from finding_lines(seen, finding)
    yield from (code_line(finding) for finding in seen.findings[1:])
    if seen.remedies:
        words = " · ".join(remedy(way, seen.draft.lang) for way in seen.remedies)
        yield Tells(words, "dim", indent=5, first=key("tab"))


class Whole(Protocol):
    """What several drafts stand in."""

    @property
    def session(self) -> Session:
        """The snapshot."""

    @property
    def content(self) -> CycleContent:
        """The cycle being made."""

    @property
    def team(self) -> str:
        """Whose plan."""


def live_lines(typed: str, seen: Coached | None) -> Iterator[Line]:
    """What the coach says while words are typed."""
    yield Title(_("COACH"), right=runs(Run("● ", "accent"), dim(_("live"))), ruled=False)
    yield Blank()
    if seen is None or not typed.strip():
        yield Tells(_("It reads along, asks, and never blocks."), "dim")
        return
    yield Tells(quoted(typed), bold=True)
    yield Says(runs(strength(seen), dim("" if seen.findings else "  " + _("nothing to ask"))))
    for finding in seen.findings[:_LIVE]:
        yield Blank()
        yield from finding_lines(seen, finding)
    yield from (code_line(finding) for finding in seen.findings[_LIVE:])
    if seen.remedies:
        yield Blank()
        yield Title(_("WAYS ON"), right=key("tab" if seen.strong else "^t"), ruled=False)
        for number, way in enumerate(seen.remedies, start=1):
            yield Says(runs(key(f"{number}  "), remedy(way, seen.draft.lang)))


def set_lines(asked: Whole, objective: Objective | None, *, quiet: bool = False) -> Iterator[Line]:
    """What is found in several drafts taken together, and whether key results are enough.

    Args:
        asked: what is looked at.
        objective: the one looked at; None for the plan as a whole.
        quiet: something else is asked already: what is found is said, and nothing more is asked.
    """
    plan, settings = asked.content.plans.get(asked.team), asked.session.workspace.settings
    if plan is None or (objective is not None and (objective.live or objective.dropped is not None)):
        return
    language = (objective.lang if objective is not None else None) or settings.language
    wanted = objective.id if objective is not None else asked.team
    findings = judge_plan(plan, settings.policy, asked.content.entries, language)
    for finding in (each for each in findings if each.about == wanted):
        glyph = Run("◐", "at_risk") if finding.severity == "warn" else dim("·")
        yield Tells(message(finding, language), "dim", indent=2, first=glyph)
        if not quiet:
            yield Tells(question(finding, language), "accent", indent=2)
    alive = sum(each.dropped is None for each in objective.key_result) if objective is not None else 0
    if alive >= _ENOUGH and not quiet:
        yield Blank()
        yield Title(_("ENOUGH?"), right=runs(key("K"), dim(" " + _("adds one"))), ruled=False)
        yield Tells(_("All of them at 1.0: could the objective still fail?"))
