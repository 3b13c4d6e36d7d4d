"""What changed since a day, for the team looked at or for all: each thing from what stood there to what stands there."""

from datetime import date

from okr_tui.domain.history import Row as Told
from okr_tui.domain.history import history, with_parts
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import dim
from okr_tui.ui.screens.history_rows import summed_rows, told_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _


def changed_lines(session: Session, content: CycleContent, since: date, *, everybody: bool) -> tuple[Told, ...]:
    """What was said and changed since a day, the newest first.

    Args:
        session: the moment.
        content: the cycle looked at.
        since: the first day that counts.
        everybody: of all teams, not only of the one looked at.
    """
    about = None if everybody or session.team is None else with_parts([content], session.team)
    return tuple(line for line in history([content], about) if since <= line.day <= session.today)


def changes_rows(session: Session, lines: tuple[Told, ...], since: date, *, everybody: bool) -> tuple[Row, ...]:
    """The view: what it comes to, then who said what."""
    who = _("all teams") if everybody else session.workspace.name_of(session.team)
    title = _("WHAT CHANGED SINCE {day}").format(day=weekday_day(since, session.today).upper())
    rows = [section(title, right=dim(who))]
    if not lines:
        rows.append(still(Tells(_("Nothing was said or changed since then; ← looks further back."), "dim")))
        return tuple(rows)
    rows += summed_rows(session.workspace, lines, since, session.today)
    rows += told_rows(session.workspace, lines, session.today)
    return tuple(rows)
