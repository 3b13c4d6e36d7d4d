"""Business as usual beside the drafts: a team's mission and its KPIs, with their band and how they move (Partena)."""

from okr_tui.domain.people import Kpi
from okr_tui.domain.squares import kpi_values
from okr_tui.ui.paint.bars import Spark
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Blank, Line, Says, Tells, Title, grid
from okr_tui.ui.paint.runs import Run, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.words.language import _
from okr_tui.words.numbers import figure, number

_MOST = 6


def business_as_usual(session: Session, team: str) -> tuple[Line, ...]:
    """Mission and KPIs: what the team does anyway, beside what it wants to change; nothing where nothing is known."""
    known = session.workspace.team_by_id.get(team)
    if known is None or not (known.mission or known.kpi):
        return ()
    asks = runs(key("c"), dim(" " + _("check in"))) if known.kpi else ()
    lines: list[Line] = [Title(_("BUSINESS AS USUAL"), right=asks, ruled=False), Blank()]
    if known.mission:
        lines.append(Tells(known.mission, "dim"))
    for kpi in known.kpi[:_MOST]:
        lines += _kpi(session, kpi)
    if len(known.kpi) > _MOST:
        lines.append(Says(dim(_("and {n} more").format(n=len(known.kpi) - _MOST))))
    return tuple(lines)


def _kpi(session: Session, kpi: Kpi) -> list[Line]:
    """Title, how it moved, the last figure, else its band; and the band once more where the figure has left it."""
    columns = (
        Column("name", 12, 8, grows=True),
        Column("trend", 6, gap=1, leaves=1),
        Column("now", 9, 8, right=True, gap=1),
    )
    values = kpi_values(session.workspace, kpi.id, session.today)
    said = figure(values[-1], kpi.unit) if values else band(kpi)
    lines: list[Line] = [grid(columns, name=kpi.title, trend=Spark(values), now=dim(said))]
    if values and not _inside(kpi, values[-1]):
        lines.append(
            Says(runs(Run("◐ ", "at_risk"), dim(_("it should stay at {band}").format(band=band(kpi)))), indent=2)
        )
    return lines


def band(kpi: Kpi) -> str:
    """The band in which it should stay; "" where none is known."""
    if kpi.low is not None and kpi.high is not None:
        return _("{low} to {high}").format(low=number(kpi.low), high=figure(kpi.high, kpi.unit))
    if kpi.low is not None:
        return f"≥ {figure(kpi.low, kpi.unit)}"
    return f"≤ {figure(kpi.high, kpi.unit)}" if kpi.high is not None else ""


def _inside(kpi: Kpi, value: float) -> bool:
    return (kpi.low is None or value >= kpi.low) and (kpi.high is None or value <= kpi.high)
