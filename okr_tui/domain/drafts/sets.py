"""What only shows when several drafts are looked at together (method.md, "Make", the codes `set-…`)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from okr_tui.domain.drafts.draft import Lang, of_key_result
from okr_tui.domain.drafts.found import NO_FACTS, Severity
from okr_tui.domain.drafts.key_results import measures, upwards
from okr_tui.domain.drafts.left import left_of
from okr_tui.domain.drafts.reading import read
from okr_tui.domain.progress import counted

if TYPE_CHECKING:
    from okr_tui.domain.plan import KeyResult, Objective, Plan
    from okr_tui.domain.settings import Policy
    from okr_tui.domain.workspace import Entry

SURE, UNSURE = 9, 3
"""Mean confidence at the start above which a plan asks too little, below which it asks too much."""


class SetFinding(NamedTuple):
    """One thing about several drafts together.

    Attributes:
        code: of method.md.
        about: id of the objective, or of the team.
        facts: what the sentence is made of.
    """

    code: str
    severity: Severity
    about: str
    facts: Mapping[str, str] = NO_FACTS


def judge_objective(objective: "Objective", policy: "Policy", lang: Lang = "en") -> tuple[SetFinding, ...]:
    """What shows when the key results of an objective are looked at together.

    Args:
        objective: the objective with its key results; those given up don't count.
        policy: how many key results there should be.
        lang: the language of the workspace.
    """
    alive = [each for each in objective.key_result if each.dropped is None]
    return tuple(_of_objective(objective.id, alive, policy, objective.lang or lang))


def judge_plan(
    plan: "Plan", policy: "Policy", entries: "Mapping[str, tuple[Entry, ...]] | None" = None, lang: Lang = "en"
) -> tuple[SetFinding, ...]:
    """What shows when the plan of a team is looked at as a whole, its objectives included; what was left is not raised.

    Args:
        plan: the plan; objectives given up don't count.
        policy: how many objectives and key results there should be.
        entries: key result id → its check-ins, oldest first (`CycleContent.entries`), for the confidence at the start.
        lang: the language of the workspace.
    """
    alive = [each for each in plan.objective if each.dropped is None and each.status not in {"dropped", "done"}]
    found = []
    if len(alive) > policy.max_objectives:
        facts = {"n": str(len(alive)), "most": str(policy.max_objectives)}
        found.append(SetFinding("set-too-many", "warn", plan.team, facts))
    found += _confident(plan.team, alive, entries or {})
    for objective in alive:
        left = left_of(plan, objective.id, objective.title)
        found += [each for each in judge_objective(objective, policy, lang) if each.code not in left]
    left = left_of(plan, plan.team, plan.team)
    return tuple(each for each in found if each.about != plan.team or each.code not in left)


def _of_objective(identity: str, alive: "list[KeyResult]", policy: "Policy", lang: Lang) -> Iterator[SetFinding]:
    n = len(alive)
    if n > policy.max_key_results:
        yield SetFinding("set-too-many", "warn", identity, {"n": str(n), "most": str(policy.max_key_results)})
    if n < policy.min_key_results:
        yield SetFinding("set-too-few", "warn", identity, {"n": str(n), "least": str(policy.min_key_results)})
    if not alive:
        return
    if all(each.kind == "milestones" for each in alive):
        yield SetFinding("set-all-tasks", "hint", identity)
    if all(each.lead is False for each in alive):
        yield SetFinding("set-no-lead", "hint", identity)
    if _unguarded(alive, lang):
        yield SetFinding("set-guardrail", "hint", identity)


def _unguarded(alive: "list[KeyResult]", lang: Lang) -> bool:
    """Whether something is to grow, and nothing is kept in a band or brought down beside it."""
    grows = False
    for each in alive:
        if each.kind != "metric":
            if each.kind == "keep":
                return False
            continue
        if each.baseline is not None and each.target is not None:
            if each.target < each.baseline:
                return False
            grows = True
            continue
        reading = read(of_key_result(each, lang))
        direction = upwards(reading)
        if direction is False:
            return False
        grows = grows or bool(direction and measures(reading))
    return grows


def _confident(team: str, alive: "list[Objective]", entries: "Mapping[str, tuple[Entry, ...]]") -> Iterator[SetFinding]:
    """Whether the first confidences said about the key results are too high or too low on average."""
    first: list[int] = []
    for objective in alive:
        for key_result in objective.key_result:
            if key_result.dropped is None:
                first += _first_confidence(entries.get(key_result.id, ()))
    if not first:
        return
    mean = sum(first) / len(first)
    facts = {"n": f"{mean:.1f}".removesuffix(".0")}
    if mean > SURE:
        yield SetFinding("set-sandbag", "hint", team, facts)
    elif mean < UNSURE:
        yield SetFinding("set-fantasy", "hint", team, facts)


def _first_confidence(said: "tuple[Entry, ...]") -> list[int]:
    """The first confidence that counts, if there is one."""
    confident = (entry.check_in.confidence for entry in counted(said, date.max))
    return [each for each in confident if each is not None][:1]
