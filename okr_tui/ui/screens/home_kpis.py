"""Home's rows of the KPIs of my teams: the last figure, its age, and where it is in its band."""

from collections.abc import Iterator

from okr_tui.domain.squares import Edge, Health, health, kpi_values
from okr_tui.ui.paint.bars import Spark
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Says, amount, grid
from okr_tui.ui.paint.runs import Run, Runs, cells, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, number

_MOST = 8
"""KPIs of one person's teams that Home shows; Make has them all."""


def my_teams(session: Session) -> tuple[str, ...]:
    """Ids of the teams that I am in, or lead, in the order of teams.toml."""
    person = session.workspace.person_by_id.get(session.me or "")
    inside = set(person.team) if person is not None else set()
    return tuple(each.id for each in session.workspace.teams if each.id in inside or each.lead == session.me)


def kpi_rows(session: Session, columns: tuple[Column, ...], kind: str) -> Iterator[Row]:
    """The KPIs of my teams, each ready for a check-in; nothing where there are none."""
    if session.content is None:
        return
    found = [each for team in my_teams(session) for each in health(session.workspace, team, session.today)]
    if not found:
        return
    yield blank()
    yield section(_("TEAM KPIS"), len(found))
    yield from (_row(session, columns, each, kind) for each in found[:_MOST])
    if len(found) > _MOST:
        yield still(Says(dim(_("and {n} more, in Make").format(n=len(found) - _MOST))))


def _row(session: Session, columns: tuple[Column, ...], each: Health, kind: str) -> Row:
    line = grid(
        columns,
        name=each.kpi.title,
        now=_figure(each, next(column.width for column in columns if column.key == "now")),
        trend=Spark(kpi_values(session.workspace, each.kpi.id, session.today)[-6:]),
        seen=dim(_("{n} d").format(n=max(0, (session.today - each.on).days)) if each.on else NOTHING),
        status=edge_runs(each),
    )
    return Row(each.kpi.id, (line,), kind=kind)


def _figure(each: Health, room: int) -> Runs:
    """The figure, with its unit where there is room for both."""
    if each.value is None:
        return runs(dim(NOTHING))
    whole = amount(number(each.value), one_line(each.kpi.unit or ""))
    return whole if cells(whole) <= room else amount(number(each.value))


def edge_runs(each: Health) -> Runs:
    """Where a figure is in its band: glyph and words."""
    if each.value is None:
        return runs(dim(f"· {_('no data')}"))
    known: dict[Edge, tuple[str, str, str]] = {
        "inside": ("●", "on_track", _("in band")),
        "near": ("◐", "at_risk", _("near edge")),
        "outside": ("○", "off_track", _("outside")),
        "unknown": ("·", "dim", _("no band")),
    }
    glyph, role, words = known[each.edge]
    return runs(Run(f"{glyph} {words}", role))
