"""The coach in the panel: what it finds in the draft of the cursor, and in the objective as a whole."""

from collections.abc import Iterator

from okr_tui.domain.drafts.sets import judge_plan
from okr_tui.domain.plan import Objective
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.coaching import Coached, finding_lines, strength
from okr_tui.ui.paint.lines import Blank, Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.words.coach import message, question, remedy
from okr_tui.words.language import _
from okr_tui.words.quoting import quoted

_MOST = 3
_ENOUGH = 2
"""Key results from which it is asked whether they are enough."""


def coach_lines(seen: Coached) -> Iterator[Line]:
    """Strength, findings with their questions, ways on."""
    shown, more = seen.findings[:_MOST], len(seen.findings) - _MOST
    said = _("and {n} more").format(n=more) if more > 0 else "" if shown else _("nothing to ask")
    yield Says(runs(strength(seen), dim(f"  {said}")))
    for finding in shown:
        yield Blank()
        yield from finding_lines(seen, finding)
    if seen.remedies:
        yield Blank()
        yield Title(_("WAYS ON"), right=key("tab"), ruled=False)
        for number, way in enumerate(seen.remedies, start=1):
            yield Says(runs(key(f"{number}  "), remedy(way, seen.draft.lang)))
    yield Blank()


def live_lines(typed: str, seen: Coached | None) -> Iterator[Line]:
    """What the coach says while words are typed."""
    yield Title(_("COACH"), right=runs(Run("● ", "accent"), dim(_("live"))), ruled=False)
    yield Blank()
    if seen is None or not typed.strip():
        yield Tells(_("It reads along, asks, and never blocks."), "dim")
        return
    yield Tells(quoted(typed), bold=True)
    yield from coach_lines(seen)


def set_lines(session: Session, content: CycleContent, team: str, objective: Objective | None) -> Iterator[Line]:
    """What is found in several drafts taken together, and whether key results are enough.

    Args:
        session: the snapshot.
        content: the cycle being made.
        team: whose plan.
        objective: the one looked at; None for the plan as a whole.
    """
    plan, settings = content.plans.get(team), session.workspace.settings
    if plan is None or (objective is not None and (objective.live or objective.dropped is not None)):
        return
    language = (objective.lang if objective is not None else None) or settings.language
    wanted = {objective.id} if objective is not None else {team}
    for finding in judge_plan(plan, settings.policy, content.entries, language):
        if finding.about in wanted:
            glyph = Run("◐", "at_risk") if finding.severity == "warn" else dim("·")
            yield Tells(message(finding, language), "dim", indent=2, first=glyph)
            yield Tells(question(finding, language), "accent", indent=2)
    if objective is not None and sum(each.dropped is None for each in objective.key_result) >= _ENOUGH:
        yield Blank()
        yield Title(_("ENOUGH?"), ruled=False)
        yield Tells(_("All of them at 1.0: could the objective still fail?"))
        yield Tells(_("Then add one."), "dim", indent=3, first=key("K"))
        yield Blank()
