"""What an objective, key result or initiative does not say yet. It never blocks: it is asked."""

from okr_tui.domain.phrasing import split_why
from okr_tui.domain.plan import Initiative, KeyResult, Objective
from okr_tui.domain.settings import Policy


def missing_in_objective(objective: Objective, policy: Policy) -> tuple[str, ...]:
    """Codes of what an objective lacks, the most telling first; `words.missing` says them."""
    live = sum(each.dropped is None for each in objective.key_result)
    lacks = {
        "no-key-results": live == 0,
        "few-key-results": 0 < live < policy.min_key_results,
        "many-key-results": live > policy.max_key_results,
        "no-why": not (objective.why or split_why(objective.title)[1] or "").strip(),
        "no-change": objective.change is None,
        "no-owner": objective.owner is None,
    }
    return tuple(code for code, true in lacks.items() if true)


def missing_in_key_result(key_result: KeyResult) -> tuple[str, ...]:
    """Codes of what a key result lacks to be measured, the most telling first."""
    return (*_figures(key_result), *(("no-owner",) if key_result.owner is None else ()), *_source(key_result))


def missing_in_initiative(initiative: Initiative) -> tuple[str, ...]:
    """Codes of what an initiative lacks: somebody who does it, a day."""
    lacks = {"no-owner": initiative.owner is None, "no-due": initiative.due is None}
    return tuple(code for code, true in lacks.items() if true)


def _figures(key_result: KeyResult) -> tuple[str, ...]:
    match key_result.kind:
        case "keep":
            return ("no-band",) if key_result.low is None and key_result.high is None else ()
        case "milestones":
            return () if key_result.milestone else ("no-milestones",)
        case "yes-no":
            return ()
        case "metric":
            start, target = key_result.baseline is None, key_result.target is None
            if start and target:
                return ("no-metric",)
            return ("no-baseline",) if start else ("no-target",) if target else ()


def _source(key_result: KeyResult) -> tuple[str, ...]:
    measured = key_result.kind in {"metric", "keep"} and not _figures(key_result)
    return ("no-measure",) if measured and not (key_result.measure or "").strip() else ()
