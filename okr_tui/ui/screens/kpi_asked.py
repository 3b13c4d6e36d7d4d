"""What a check-in on a KPI asks about: its last figure, and the band it should stay in."""

from okr_tui.actions.check_in import Subject
from okr_tui.domain.errors import WrongUsage
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
    values = kpi_values(session, identity)
    subject = Subject(
        id=kpi.id, title=kpi.title, kind="kpi", unit=kpi.unit, cycle=content.cycle.id, team=team,
        team_name=workspace.name_of(team), value=values[-1] if values else None,
    )  # fmt: skip
    return Asked(session, subject, low=kpi.low, high=kpi.high)


def kpi_values(session: Session, identity: str) -> tuple[float, ...]:
    """The figures of a KPI in the default cycle, the oldest first."""
    content = session.workspace.default_cycle(session.today)
    entries = content.entries.get(identity, ()) if content is not None else ()
    return tuple(
        each.check_in.value
        for each in entries
        if each.check_in.value is not None and not each.check_in.withdrawn and each.check_in.on <= session.today
    )
