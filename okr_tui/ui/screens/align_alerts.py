"""Align's alerts: each with why and what to do; below them those that somebody let stand, with who and why."""

from collections.abc import Iterator, Sequence

from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.alignment import Alignment, Let
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.alerts import AlertSaid, alert_said, let_said
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

SEVERITY = {"error": "off_track", "warn": "slipping", "hint": "at_risk"}
"""How much an alert matters → the role of its glyph."""
ALERT, LET = "alert", "let"
"""Kinds of rows."""
_MOST_TEAMS = 3


def alert_key(alert: Alert) -> str:
    """The key of its row; the id that it is about first stands last, where talking looks for it."""
    return " ".join((alert.code, *reversed(alert.about)))


def let_key(let: Let) -> str:
    """The key of the row of an alert that somebody let stand."""
    return f"{LET} {alert_key(let.alert)}"


def alert_rows(session: Session, content: CycleContent, found: Alignment, team: str | None) -> list[Row]:
    """The open alerts of a team, of all where that is None; then those that were let stand.

    Args:
        session: the moment.
        content: the cycle.
        found: what was found in it.
        team: id of a team, or None.
    """
    open_ones = found.of_team(team)
    let = [each for each in found.dismissed if team is None or team in each.alert.teams]
    rows: list[Row] = []
    for each in open_ones:
        rows += [blank()] if rows else []
        rows.append(_row(session, content, each))
    if not rows and not any(plan.objective for plan in content.plans.values()):
        rows += [
            still(Tells(_("Here stands what does not fit together: no team has drafted anything yet."))), blank(),
            still(Tells(_("Draft an objective"), "dim", indent=3, first=key("1"))),
        ]  # fmt: skip
    elif not rows:
        words = _("No alert is open: what teams want fits together, as far as words and links can tell.")
        rows.append(still(Tells(words, "dim", indent=2, first=Run("✓", "reached"))))
    if let:
        rows += [blank(), section(_("LET STAND"), len(let), right=dim(_("↵ takes it up again")))]
        rows += [_let_row(session, content, each) for each in let]
    return rows


def _row(session: Session, content: CycleContent, alert: Alert) -> Row:
    said = alert_said(session.workspace, content, alert)
    lines = (
        Says(bold(said.title), dim(_teams(session, alert.teams)), yields=True),
        Tells(said.sentence),
        Tells(said.why, "dim"),
        Flows(_todo(said), runs(key(shown_key("del")), " " + _("let it stand")), first=runs(key("↵"), " ")),
    )
    return Row(alert_key(alert), lines, kind=ALERT, mark=Run("!", SEVERITY[alert.severity]))


def _todo(said: AlertSaid) -> Runs:
    """What to do."""
    return runs(" · ".join(each.words for each in said.remedies))


def _teams(session: Session, teams: Sequence[str]) -> str:
    names = [one_line(session.workspace.name_of(each)) for each in teams[:_MOST_TEAMS]]
    more = len(teams) - _MOST_TEAMS
    return ", ".join(names) + (f" +{more}" if more > 0 else "")


def _let_row(session: Session, content: CycleContent, let: Let) -> Row:
    said = alert_said(session.workspace, content, let.alert)
    lines = (
        Says(dim(said.title), dim(_teams(session, let.alert.teams)), yields=True),
        Tells(said.sentence, "dim"),
        Tells(let_said(session.workspace, let), indent=2, first=dim("✓")),
    )
    return Row(let_key(let), lines, kind=LET)


def about_alert(session: Session, content: CycleContent, alert: Alert) -> Iterator[Line]:
    """An alert in the side panel: what, why, what to do."""
    said = alert_said(session.workspace, content, alert)
    yield Tells(said.title, bold=True, indent=2, first=Run("!", SEVERITY[alert.severity]))
    yield Tells(said.sentence)
    yield Tells("")
    yield Tells(said.why, "dim")
    yield Tells("")
    for number, each in enumerate(said.remedies):
        yield Tells(each.words, indent=4, first=key("↵") if not number else dim("·"))
    yield Tells(_("let it stand, with a reason"), indent=4, first=key(shown_key("del")))


def short_alert(session: Session, content: CycleContent, alert: Alert) -> Iterator[Line]:
    """An alert among others in the side panel."""
    said = alert_said(session.workspace, content, alert)
    yield Tells(said.title, bold=True, indent=2, first=Run("!", SEVERITY[alert.severity]))
    yield Tells(said.sentence, "dim", indent=2)
