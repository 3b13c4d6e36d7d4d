"""What goes on in the next cycle: drafts that say what they continue, and start where the last figure was."""

import hashlib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from okr_tui.actions.nested import new_plan, without_none
from okr_tui.actions.validity import still_valid
from okr_tui.domain.closing import Going, GoingResult
from okr_tui.domain.ids import CROCKFORD, slug
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.change import FileChange, Tables
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import held

_OBJECTIVE = ("why", "owner", "change", "ambition", "tags", "lang")
_RESULT = ("owner", "kind", "unit", "low", "high", "weight", "every", "lag", "lead", "noise", "measure", "lang")
"""Keys that go on as they were; dates and what was changed on the way belong to the cycle that ends."""


def carried_into(
    root: Path, cycle: str, known: CycleContent | None, going: tuple[Going, ...]
) -> tuple[list[FileChange], dict[str, str]]:
    """The plans of the next cycle with drafts of what goes on, and the id of each thing → the id of what continues it.

    What somebody has drafted there already as its continuation stays as it is, and is the continuation.

    Args:
        root: the workspace folder.
        cycle: id of the next cycle.
        known: that cycle, where it is there already.
        going: what goes on.
    """
    drafted = {
        objective.continues: objective.id
        for _team, objective in (known.objectives() if known is not None else ())
        if objective.continues is not None
    }
    new = [each for each in going if each.objective.id not in drafted]
    ids = dict(drafted) | {each.objective.id: _id(each.objective.title, each.objective.id, cycle) for each in new}
    ids |= {
        result.key_result.id: _id(result.key_result.title, result.key_result.id, cycle)
        for each in new for result in each.key_results
    }  # fmt: skip
    files = []
    for team in dict.fromkeys(each.team for each in new):
        plan = held(root, plan_path(cycle, team))
        plan = plan._replace(tables=plan.tables or new_plan(team))
        rows = plan.tables.setdefault("objective", [])
        rows += [_objective(each, ids, cycle) for each in new if each.team == team]
        still_valid(plan)
        files.append(plan.changed(plan.tables))
    return files, {old: made for old, made in ids.items() if _of(old, going)}


def renounced_into(root: Path, cycle: str, content: CycleContent, files: list[FileChange]) -> list[FileChange]:
    """The plans of the next cycle with what was not done in this one, for the next Make to look at again.

    What stands there already under the same words is not written twice.

    Args:
        root: the workspace folder.
        cycle: id of the next cycle.
        content: the cycle that ends.
        files: the plans of the next cycle that change anyway.
    """
    changed = {each.path: each for each in files}
    for team, plan in content.plans.items():
        path = plan_path(cycle, team)
        file = held(root, path)
        tables = changed[path].tables if path in changed else file.tables
        tables = tables or new_plan(team)
        rows = tables.setdefault("not_now", [])
        known = {str(row.get("title", "")).strip() for row in rows}
        new = [each for each in plan.not_now if each.title.strip() not in known]
        rows += [
            without_none({"id": _id(each.title, each.id, cycle), "title": each.title, "why": each.why}) for each in new
        ]
        if new:
            still_valid(file._replace(tables=tables))
            changed[path] = file.changed(tables)
        elif not rows:
            del tables["not_now"]
    return list(changed.values())


def _of(identity: str, going: tuple[Going, ...]) -> bool:
    return any(
        identity == each.objective.id or any(identity == result.key_result.id for result in each.key_results)
        for each in going
    )


def _objective(each: Going, ids: Mapping[str, str], cycle: str) -> Tables:
    old = each.objective
    table: dict[str, Any] = {"id": ids[old.id], "title": old.title, "status": "draft"}
    table |= {key: _plain(getattr(old, key)) for key in _OBJECTIVE if key in old.given}
    table |= {"supports": _above(old.supports, ids), "continues": old.id}
    if each.key_results:
        table["key_result"] = [_result(result, ids, cycle) for result in each.key_results]
    return without_none(table)


def _result(each: GoingResult, ids: Mapping[str, str], cycle: str) -> Tables:
    old = each.key_result
    table: dict[str, Any] = {"id": ids[old.id], "title": old.title}
    table |= {key: _plain(getattr(old, key)) for key in _RESULT if key in old.given}
    table |= {"baseline": _figure(each.baseline), "target": _figure(each.target), "supports": _above(old.supports, ids)}
    table |= _zones(old, each)
    table["milestone"] = [
        without_none({"id": _id(step.title, step.id, cycle), "title": step.title,
                      "weight": _figure(step.weight) if step.weight != 1 else None})
        for step in each.milestones
    ]  # fmt: skip
    return without_none(table)


def _zones(old: KeyResult, each: GoingResult) -> dict[str, Any]:
    """Commit and stretch, where they still lie on the way from the new start over the target."""
    if each.baseline is None or each.target is None or each.target != old.target:
        return {}
    sign = 1 if each.target > each.baseline else -1
    found = {}
    if old.commit is not None and sign * each.baseline < sign * old.commit <= sign * each.target:
        found["commit"] = _figure(old.commit)
    if old.stretch is not None and sign * old.stretch >= sign * each.target:
        found["stretch"] = _figure(old.stretch)
    return found


def _above(supports: tuple[str, ...], ids: Mapping[str, str]) -> list[str]:
    """What it supported, as far as that goes on, too; the vision stays."""
    return [ids.get(each, each) for each in supports if each in ids or each == "vision"]


def _id(title: str, old: str, cycle: str) -> str:
    """The id of what continues something in a cycle: the same wherever it is made, so that two who close are one."""
    digest = hashlib.sha256(f"{cycle}\0{old}".encode()).digest()
    return f"{slug(title)}-{''.join(CROCKFORD[byte % 32] for byte in digest[:5])}"


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else _figure(value) if isinstance(value, float) else value


def _figure(value: float | None) -> float | int | None:
    return int(value) if value is not None and value == int(value) else value
