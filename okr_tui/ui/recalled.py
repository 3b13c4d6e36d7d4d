"""The last figures of KPIs that stand in a closed cycle: it is read behind the first screen, and only where one is missing."""

import asyncio
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError
from okr_tui.domain.squares import cycle_to_recall
from okr_tui.ui.quiet import READS, until_quiet
from okr_tui.ui.screens.home_kpis import my_teams

if TYPE_CHECKING:
    from okr_tui.ui.session import Session
    from okr_tui.ui.workbench import Workbench


async def recall(app: "Workbench") -> None:
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
    teams = dict.fromkeys((*my_teams(session), *((session.team,) if session.team else ())))
    return cycle_to_recall(session.workspace, teams, session.today)
