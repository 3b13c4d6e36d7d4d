"""A report as CSV: one row a key result, for a spreadsheet; `okr import` reads it back."""

import csv
import io
from collections.abc import Iterator

from okr_tui.domain.rollup import ObjectiveStanding
from okr_tui.domain.standing import Standing
from okr_tui.report.gathered import Report
from okr_tui.report.objects import lifecycle_of
from okr_tui.report.safe import in_cell
from okr_tui.words.reasons import sentence

COLUMNS = (
    "cycle", "team", "objective_id", "objective", "objective_owner", "objective_status", "key_result_id", "key_result",
    "owner", "kind", "unit", "baseline", "target", "low", "high", "weight", "value", "progress", "expected", "pace",
    "confidence", "status", "score", "last_check_in", "reason",
)  # fmt: skip
"""The first row, in every language: what scripts may rely on."""


def spreadsheet(report: Report) -> str:
    """All rows under their head; an objective without key results has a row too. Lines end as RFC 4180 says."""
    stream = io.StringIO(newline="")
    writer = csv.writer(stream)
    writer.writerow(COLUMNS)
    for row in _rows(report):
        writer.writerow([in_cell(each) if isinstance(each, str) else each for each in row])
    return stream.getvalue()


def _rows(report: Report) -> Iterator[tuple[object, ...]]:
    for team in report.teams:
        for item in team.objectives:
            objective = item.objective
            begins = (
                report.content.cycle.id, team.team, objective.id, objective.title, objective.owner, lifecycle_of(item),
            )  # fmt: skip
            yield from ((*begins, *_measured(report, each)) for each in item.key_results)
            if not item.key_results:
                yield (*begins, *_unmeasured(item))


def _measured(report: Report, item: Standing) -> tuple[object, ...]:
    key_result = item.key_result
    return (
        key_result.id, key_result.title, key_result.owner, key_result.kind, key_result.unit, key_result.baseline,
        key_result.target, key_result.low, key_result.high, key_result.weight, item.value, item.progress, item.expected,
        item.pace, item.confidence, item.status, item.score, item.last.check_in.on if item.last else None,
        sentence(item.reasons[0], key_result, report.workspace.name_of),
    )  # fmt: skip


def _unmeasured(item: ObjectiveStanding) -> tuple[object, ...]:
    empty = dict.fromkeys(COLUMNS[6:])
    empty |= {"progress": item.progress, "expected": item.expected, "status": item.health, "score": item.score}
    return tuple(empty.values())
