"""What happens in each ritual: its steps with their minutes (method.md, "Rituals"); titles and prompts are words."""

from collections.abc import Mapping
from typing import NamedTuple


class AgendaStep(NamedTuple):
    """One step of a ritual.

    Attributes:
        code: what it is; `method/<language>.toml` has its title and prompt under `ritual.<kind>.<code>`.
        minutes: how long it takes where nothing else was agreed.
    """

    code: str
    minutes: int


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
