"""Initiatives as a list: what is active, planned and done, for which key result, and who does it."""

from okr_tui.domain.plan import Initiative, Task
from okr_tui.domain.squares import Doing
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Line, Says, grid
from okr_tui.ui.paint.runs import Run, Runs, cells, dim, runs
from okr_tui.ui.screens.key_result_rows import short_name
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row
from okr_tui.ui.widgets.squares import INITIATIVE
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.statuses import lifecycle

NEXT = {"planned": "active", "active": "done", "done": "planned"}
"""What an initiative becomes when it is moved on; one that was done too early begins again."""


def board_rows(session: Session, doing: tuple[Doing, ...]) -> tuple[Row, ...]:
    """One row an initiative, those that are active first."""
    due = {each.initiative.id: _due(each.initiative, session) for each in doing}
    columns = (
        Column("name", 34, 26, grows=True, leads=True),
        Column("moves", 30, 16, gap=2, leaves=1),
        Column("tasks", 6, right=True, gap=2, leaves=2),
        Column("due", max([12, *map(cells, due.values())]), 6, right=True, gap=2),
        Column("owner", 8, 6, gap=2),
        Column("status", 11, gap=2),
    )
    rows = []
    for each in doing:
        initiative = each.initiative
        done = sum(map(_is_done, initiative.task))
        line = grid(
            columns,
            name=Run(initiative.title, "dim" if initiative.status == "done" else "text"),
            moves=dim(each.key_result.title),
            tasks=dim(f"{done}/{len(initiative.task)}") if initiative.task else "",
            due=due[initiative.id],
            owner=dim(short_name(session.workspace, initiative.owner)),
            status=initiative_status(initiative.status),
        )
        rows.append(Row(initiative.id, (line,), kind="initiative"))
    return tuple(rows)


def initiative_status(status: str) -> Runs:
    """Glyph and word: `→ active`."""
    glyph, role = INITIATIVE[status]
    return (Run(glyph, role), Run(f" {lifecycle(status)}", "dim" if status in {"planned", "done"} else "text"))


def panel_rows(workspace: Workspace, initiatives: tuple[Initiative, ...]) -> tuple[Row, ...]:
    """Initiatives of one key result with their tasks below them, for a panel."""
    rows = []
    for initiative in initiatives:
        glyph, role = INITIATIVE[initiative.status]
        words = Run(initiative.title, "dim" if initiative.status in {"done", "dropped"} else "text")
        name = dim(short_name(workspace, initiative.owner)) if initiative.owner else ()
        lines: list[Line] = [Says(runs(Run(f"{glyph}  ", role), words), runs(name), leads=True)]
        lines += [Says(dim(f"{'✓' if _is_done(task) else '☐'} {task.title}"), indent=3) for task in initiative.task]
        rows.append(Row(initiative.id, tuple(lines), kind="initiative"))
    return tuple(rows)


def _is_done(task: Task) -> bool:
    return bool(task.done)


def _due(initiative: Initiative, session: Session) -> Runs:
    if initiative.due is None:
        return ()
    late = initiative.status in {"planned", "active"} and initiative.due < session.today
    words = day(initiative.due, session.today)
    return runs(Run(_("late, {day}").format(day=words), "slipping") if late else dim(words))
