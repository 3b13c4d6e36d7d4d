"""Where everything stands as an object: the keys that scripts may rely on, in `okr status --json` and in a report."""

from datetime import date
from typing import Any

from okr_tui.domain.champion import Rounds
from okr_tui.domain.clock import week_of, weeks_of
from okr_tui.domain.forecast import forecast
from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.words.moved import moved_marks
from okr_tui.words.reasons import sentence


def as_object(
    workspace: Workspace, content: CycleContent, teams: tuple[TeamStanding, ...], today: date
) -> dict[str, Any]:
    """Everything as scripts may rely on it."""
    cycle, cadence = content.cycle, workspace.settings.cadence
    return {
        "workspace": workspace.settings.id,
        "cycle": {
            "id": cycle.id, "name": cycle.name, "start": cycle.start, "end": cycle.end, "phase": cycle.phase,
            "week": week_of(cycle, cadence, today), "weeks": weeks_of(cycle, cadence),
        },
        "teams": [
            {
                "id": team.team,
                "score": team.score,
                "objectives": [_objective_object(workspace, item) for item in team.objectives],
            }
            for team in teams
        ],
    }  # fmt: skip


def _objective_object(workspace: Workspace, item: ObjectiveStanding) -> dict[str, Any]:
    objective = item.objective
    return {
        "id": objective.id, "title": objective.title, "owner": objective.owner, "status": lifecycle_of(item),
        "health": item.health, "progress": item.progress, "score": item.score,
        "key_results": [key_result_object(workspace, each) for each in item.key_results],
    }  # fmt: skip


def key_result_object(workspace: Workspace, item: Standing) -> dict[str, Any]:
    """A key result as scripts may rely on it; `reason_codes` stand beside the sentences."""
    key_result, ahead = item.key_result, forecast(item)
    return {
        "id": key_result.id, "title": key_result.title, "owner": key_result.owner, "kind": key_result.kind,
        "baseline": key_result.baseline, "target": key_result.target, "value": item.value, "progress": item.progress,
        "expected": item.expected, "pace": item.pace, "confidence": item.confidence, "status": item.status,
        "reasons": [sentence(reason, key_result, workspace.name_of) for reason in item.reasons],
        "last_check_in": item.last.check_in.on if item.last else None, "stale": item.stale,
        "reason_codes": [reason.code for reason in item.reasons],
        "unit": key_result.unit, "score": item.score, "due": item.due, "overdue": item.overdue,
        "moved": [
            {"on": each.on, "key": each.key, "from": each.from_, "to": each.to, "why": each.why, "by": each.by}
            for each in moved_marks(key_result)
        ],
        "forecast": {
            "on": ahead.on, "value": ahead.value, "low": ahead.low, "high": ahead.high, "progress": ahead.progress,
        } if ahead else None,
    }  # fmt: skip


def lifecycle_of(item: ObjectiveStanding) -> str:
    """Where the objective is in its life; dropped as soon as it says so anywhere."""
    return "dropped" if item.objective.dropped is not None else item.objective.status


def rounds_object(found: Rounds) -> dict[str, Any]:
    """A champion's rounds as scripts may rely on them."""
    return {
        "people": [each._asdict() for each in found.people],
        "teams": [each._asdict() for each in found.teams],
        "drafts": [
            {"id": each.place.table.id, "title": each.place.title, "team": each.place.team, "days": each.days}  # type: ignore[attr-defined]
            for each in found.drafts
        ],
        "requests": [
            {
                "id": each.asked.request.id, "title": each.asked.request.need, "from": each.asked.team,
                "to": each.asked.of, "turn": each.turn, "days": each.days,
            }
            for each in found.requests
        ],
        "unowned": [
            {"id": each.table.id, "title": each.title, "team": each.team}  # type: ignore[attr-defined]
            for each in found.unowned
        ],
    }  # fmt: skip
