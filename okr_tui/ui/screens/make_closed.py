"""Titles of objectives of closed cycles: one small file is read, and only when something is carried from it."""

from functools import lru_cache
from pathlib import Path

from okr_tui.domain.errors import OkrError
from okr_tui.domain.making import carried
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.layout import plan_path
from okr_tui.store.tables import held
from okr_tui.ui.session import Session


def closed_titles(session: Session, content: CycleContent, team: str) -> dict[str, str]:
    """Id → title of the objectives that the last closed cycle hands on.

    Args:
        session: the snapshot.
        content: the cycle being made.
        team: whose.
    """
    handed = carried(session.workspace, content, team)
    if handed is None:
        return {}
    plan = session.workspace.cycles[handed.cycle.id].plans.get(team)
    if plan is not None:
        return {objective.id: objective.title for objective in plan.objective}
    return dict(_titles(session.root, handed.cycle.id, team, session.revision))


@lru_cache(8)
def _titles(root: Path, cycle: str, team: str, revision: int) -> tuple[tuple[str, str], ...]:
    """Titles as they stand in the plan of a closed cycle; nothing where it can't be read."""
    del revision  # another revision may be another file
    try:
        tables = held(root, plan_path(cycle, team)).tables
    except OkrError:
        return ()
    rows = tables.get("objective", [])
    listed = rows if isinstance(rows, list) else []
    return tuple(
        (str(row.get("id")), str(row.get("title"))) for row in listed if isinstance(row, dict) and row.get("title")
    )
