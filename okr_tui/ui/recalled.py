"""The last figures of KPIs that stand in a closed cycle: it is read behind the first screen, and only where one is missing."""

import asyncio
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError
from okr_tui.ui.quiet import READS, until_quiet

if TYPE_CHECKING:
    from okr_tui.ui.session import Session
    from okr_tui.ui.workbench import Workbench


def begin_to_recall(app: "Workbench") -> None:
    """Looks behind what is shown whether a KPI has no figure; nothing where there is no KPI, or all cycles were read."""
    workspace = app.session.workspace
    if workspace.kpi_by_id and not all(each.complete for each in workspace.cycles.values()):
        app.run_worker(_recall(app), group="recalled", exclusive=True, exit_on_error=False)


def lacks_more(before: "Session", now: "Session") -> bool:
    """Whether a figure may be missing now that was not before: another team is looked at, or a cycle was closed."""
    return now.team != before.team or not _unread(now) <= _unread(before)


async def _recall(app: "Workbench") -> None:
    """Reads the cycle that was closed last where a KPI of my teams, or of the one looked at, has no figure without it."""
    await until_quiet(app.keys, READS)
    session = app.session
    cycle = await asyncio.to_thread(_missing, session)
    if cycle is None:
        return
    try:
        app.follow(await asyncio.to_thread(app.desk.look_at, session, cycle))
    except OkrError:
        return  # whoever reads next says why


def _missing(session: "Session") -> str | None:
    from okr_tui.domain.squares import cycle_to_recall
    from okr_tui.ui.screens.home_kpis import my_teams

    teams = dict.fromkeys((*my_teams(session), *((session.team,) if session.team else ())))
    return cycle_to_recall(session.workspace, teams, session.today)


def _unread(session: "Session") -> set[str]:
    """Ids of the closed cycles of which only the frame was read."""
    return {each.cycle.id for each in session.workspace.cycles.values() if not each.complete}
