"""What a check-in on a KPI asks about: its last figure, and the band it should stay in."""

from okr_tui.actions.check_in import Subject
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.squares import kpi_figures
from okr_tui.domain.suspicion import Scale, goes_below
from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.session import Session
from okr_tui.words.language import _


def kpi_asked(session: Session, identity: str) -> Asked:
    """The question about a KPI; its figure goes into the journal of the default cycle.

    Raises:
        WrongUsage: the KPI is gone, or there is no open cycle whose journal could take it.
    """
    workspace = session.workspace
    content = workspace.default_cycle(session.today)
    if identity not in workspace.kpi_by_id or content is None:
        raise WrongUsage(_("There is no open cycle whose journal could take this."))
    team, kpi = workspace.kpi_by_id[identity]
    known = kpi_figures(workspace, identity, session.today)
    last = known[-1][1] if known else None
    scale = Scale("kpi", kpi.unit, last, low=kpi.low, high=kpi.high)
    subject = Subject(
        id=kpi.id, title=kpi.title, kind="kpi", unit=kpi.unit, cycle=content.cycle.id, team=team,
        team_name=workspace.name_of(team), value=last,
        scale=scale, below_zero=goes_below(scale, (figure for _day, figure in known)),
    )  # fmt: skip
    since = known[-1][0] if known else None
    return Asked(session, subject, low=kpi.low, high=kpi.high, since=since, said=known)
