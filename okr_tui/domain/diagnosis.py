"""What scores mean: their bands, what rhythm and score say together, and how honest the ambition was (method.md, "Measure")."""

from typing import Literal

from msgspec import Struct

from okr_tui.domain.plan import Ambition
from okr_tui.domain.rollup import TeamStanding
from okr_tui.domain.score import mean
from okr_tui.domain.settings import Policy
from okr_tui.domain.standing import Standing

Band = Literal["green", "yellow", "red"]
Verdict = Literal["strategy", "rhythm", "not-ambitious", "landed", "running", "unknown"]

SURE = 8
"""Mean of the first confidences (0…10) from which reaching everything was no surprise."""
_ROUNDING = 1e-9


class Diagnosis(Struct, frozen=True):
    """What to look at first, with the numbers that it was told from.

    Attributes:
        verdict: strategy: the checks were made and it did not come; rhythm: too few checks to tell; not-ambitious: all
            came, and everybody was sure from the start; landed: it came; running: the rhythm holds, scores tell at the
            end; unknown: no score or no finished period yet.
        rhythm: finished periods with a figure / finished periods, 0…1; score: of the team, 0…1.
        missed: key results below what success means for them, the lowest score first.
        sure: mean of the first confidences of the aspirational ones, 0…10; None where nobody gave one.
    """

    verdict: Verdict
    rhythm: float | None
    score: float | None
    missed: tuple[Standing, ...]
    sure: float | None


def band(score: float, ambition: Ambition, policy: Policy) -> Band:
    """Which band a score lies in: 0.7 is a success for an aspirational one, a committed one is green at 1.0, else red.

    An aspirational score goes by its two decimals, as a person reads it; a committed one has to be whole.
    """
    if ambition == "committed":
        return "green" if score >= 1 - _ROUNDING else "red"
    read = round(score, 2)
    return "green" if read >= policy.green else "yellow" if read >= policy.yellow else "red"


def success(ambition: Ambition, policy: Policy) -> float:
    """The score that means success, 0…1."""
    return 1.0 if ambition == "committed" else policy.green


def diagnose(team: TeamStanding, policy: Policy, *, over: bool) -> Diagnosis:
    """What rhythm and score of a team say together.

    Args:
        team: where it stands.
        policy: the thresholds.
        over: whether the scores are the last ones; while a cycle runs, only its rhythm can be told.
    """
    scored = [item for item in team.key_results if item.score is not None]
    missed = [item for item in scored if band(item.score or 0.0, item.objective.ambition, policy) != "green"]
    missed.sort(key=lambda item: (item.score or 0.0, item.key_result.title))
    aspirational = [item for item in scored if item.objective.ambition == "aspirational"]
    sure = mean(first_confidence(item) for item in aspirational)
    return Diagnosis(
        _verdict(team, policy, aspirational, sure, over=over), team.rhythm, team.score, tuple(missed), sure
    )


def _verdict(
    team: TeamStanding, policy: Policy, aspirational: list[Standing], sure: float | None, *, over: bool
) -> Verdict:
    if team.score is None or team.rhythm is None:
        return "unknown"
    if team.rhythm < policy.rhythm:
        return "rhythm"
    if not over:
        return "running"
    if round(team.score, 2) < policy.green:
        return "strategy"
    all_reached = bool(aspirational) and all((item.score or 0.0) >= 1 - _ROUNDING for item in aspirational)
    return "not-ambitious" if all_reached and sure is not None and sure >= SURE else "landed"


def first_confidence(item: Standing) -> float | None:
    """The first confidence that anybody gave on a key result, 0…10: how sure it looked at the start; None without one."""
    given = [entry.check_in.confidence for entry in item.entries if entry.check_in.confidence is not None]
    return None if not given else float(given[0])
