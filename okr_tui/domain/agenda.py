"""What happens in each ritual: its steps with their minutes (method.md, "Rituals"); titles and prompts are words."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple


class AgendaStep(NamedTuple):
    """One step of a ritual.

    Attributes:
        code: what it is; `method/<language>.toml` has its title and prompt under `ritual.<kind>.<code>`.
        minutes: how long it takes where nothing else was agreed.
        title: what a workspace calls it, in place of the method's words; prompt: what it asks then.
        view: what a workspace shows of itself beside it (`VIEWS`), where that is not what belongs to the code.
    """

    code: str
    minutes: int
    title: str = ""
    prompt: str = ""
    view: str = ""


def _steps(**minutes: int) -> tuple[AgendaStep, ...]:
    return tuple(AgendaStep(code.replace("_", "-"), each) for code, each in minutes.items())


AGENDAS: Mapping[str, tuple[AgendaStep, ...]] = {
    "annual-okrs": _steps(strategy=40, draft=60, challenge=40),
    "pain-points": _steps(collect=10, group=10, choose=10),
    "forecast-review": _steps(landing=10, carries_on=10),
    "leadership-draft": _steps(context=20, draft=40, challenge=30),
    "company-okrs-published": _steps(present=15, questions=15),
    "team-drafting": _steps(foundations=20, context=20, objectives=45, key_results=60, alignment=30, finalise=25),
    "alignment": _steps(purpose=10, pitches=30, conflicts=30, decisions=10),
    "weekly-check-in": _steps(wins=2, vote=5, lowest=8, blockers=7, commitments=5),
    "leadership-slips": _steps(slips=10),
    "monthly-review": _steps(round=15, slips=15, decisions=15),
    "mid-cycle-review": _steps(moved=10, grade=10, verdicts=20, actions=10),
    "next-make-opens": _steps(opening=15),
    "maturity-survey": _steps(answer=10),
    "review-retrospective": _steps(celebrate=15, moved=10, scores=20, decisions=20, method=20, actions=15),
}
"""Kind of ritual → its steps, in the order in which the rituals come in a cycle."""

_EARLY = {"scores": 10, "decisions": 15, "method": 40}
EARLY_CYCLES = 2
"""A team's first cycles, in which the method matters more than the scores (Partena)."""


def agenda(kind: str, *, cycles_before: int = EARLY_CYCLES) -> tuple[AgendaStep, ...]:
    """The steps of a ritual; none for a kind that is not known.

    Args:
        kind: such as "weekly-check-in".
        cycles_before: cycles that the team has closed; in its first two the retrospective has more time for the method.
    """
    steps = AGENDAS.get(kind, ())
    if kind == "review-retrospective" and cycles_before < EARLY_CYCLES:
        return tuple(step._replace(minutes=_EARLY.get(step.code, step.minutes)) for step in steps)
    return steps


def scaled(minutes: Sequence[int], whole: int) -> tuple[int, ...]:
    """The minutes of the steps where the ritual has more or less time: in proportion, at least one each.

    Args:
        minutes: what each step takes usually, at least one.
        whole: minutes that there are; where they are fewer than steps, each has one.
    """
    usual = sum(minutes)
    parts = [each * whole / usual for each in minutes]
    given = [max(1, int(part)) for part in parts]
    by_rest = sorted(range(len(parts)), key=lambda step: int(parts[step]) - parts[step])
    for step in by_rest[: max(0, whole - sum(given))]:
        given[step] += 1
    while sum(given) > max(whole, len(given)):  # steps that were lifted to one minute take it from the longest
        given[given.index(max(given))] -= 1
    return tuple(given)


VIEWS: Mapping[str, tuple[str, ...]] = {
    "purpose": ("strategy", "foundations", "purpose"),
    "pains": ("collect", "group", "choose"),
    "above": ("context",),
    "drafts": ("draft", "challenge", "present", "questions", "objectives", "key-results", "finalise"),
    "teams": ("pitches", "round"),
    "alerts": ("conflicts", "alignment"),
    "wins": ("wins", "celebrate"),
    "vote": ("vote",),
    "lowest": ("lowest",),
    "blockers": ("blockers",),
    "commitments": ("commitments",),
    "slips": ("slips",),
    "moved": ("landing", "moved"),
    "scores": ("scores", "grade"),
    "verdicts": ("verdicts", "decisions", "carries-on"),
    "actions": ("actions",),
    "notes": ("method",),
    "calendar": ("opening",),
    "survey": ("answer",),
}
"""What a screen shows of the workspace → the steps beside which it stands."""

_OF = {("alignment", "decisions"): "alerts", ("monthly-review", "decisions"): "slips"}


def view_of(kind: str, step: AgendaStep) -> str:
    """What of the workspace stands beside a step: a key of `VIEWS`, or "notes" for a step of somebody's own."""
    if step.view in VIEWS:
        return step.view
    found = _OF.get((kind, step.code))
    return found or next((view for view, codes in VIEWS.items() if step.code in codes), "notes")
