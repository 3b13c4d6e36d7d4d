"""What Measure says below the scores: diagnosis, wins and kudos, and what comes next."""

from collections.abc import Iterator
from datetime import timedelta

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.diagnosis import diagnose
from okr_tui.domain.wins import wins
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, Runs, cells, dim, key, runs
from okr_tui.ui.paint.twin import Twin
from okr_tui.ui.screens.scored import Scored
from okr_tui.ui.screens.wins_rows import first_name
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.dates import day
from okr_tui.words.language import _, ngettext
from okr_tui.words.scores import advice, because, inputs

_MOST = 5
_NAME = 12


def review_rows(session: Session, content: CycleContent, scored: Scored) -> Iterator[Row]:
    """Everything below the scores; the diagnosis is a row of its own, so that the cursor can go there."""
    yield blank()
    if scored.hides_team:
        words = _("The diagnosis stands here when every key result of yours has your own grade.")
        told: tuple[Line, ...] = (Title(_("DIAGNOSIS")), Tells(words, "dim"))
    else:
        told = tuple(_diagnosis(scored))
    yield Row("diagnosis", (Twin(told, tuple(_wins(session, content, scored.team.team))),))
    yield blank()
    yield still(*_next(session, content.cycle, scored))


def _diagnosis(scored: Scored) -> Iterator[Line]:
    found = diagnose(scored.team, scored.policy, over=scored.over)
    yield Title(_("DIAGNOSIS"))
    if found.verdict != "unknown":
        yield Tells(inputs(found))
    yield Tells(advice(found), bold=True)
    yield Tells(because(found, scored.policy), "dim")


def _wins(session: Session, content: CycleContent, team: str) -> Iterator[Line]:
    """The newest thanks and wins; all of them stand in the part of the wins."""
    found = [each for each in wins(session.workspace, content, session.today, team) if each.kind != "reached"]
    found.sort(key=lambda each: each.on or session.today, reverse=True)
    if not found:
        return
    yield Title(_("WINS AND KUDOS"), str(len(found)))
    names = [first_name(session, each) for each in found[:_MOST]]
    longest = min(max(cells(runs(name)) for name in names), _NAME)
    for name, each in zip(names, found[:_MOST], strict=True):
        room = " " * max(longest - cells(runs(name)), 0)
        yield Says(runs(Run("★ ", "dim"), name + room, dim(f"  {each.text}")))
    if len(found) > _MOST:
        yield Says(dim(ngettext("and {n} more", "and {n} more", len(found) - _MOST).format(n=len(found) - _MOST)))


def _next(session: Session, cycle: Cycle, scored: Scored) -> Iterator[Line]:
    """What can be done now, how many decisions wait, and how final the scores are."""
    n, waiting = len(scored.decidable), len(scored.undecided)
    right: Runs = ()
    if scored.over:
        words = ngettext("{open} of {n} decision open", "{open} of {n} decisions open", n)
        right = runs(Run(words.format(open=waiting, n=n), "at_risk" if waiting else "dim"))
    yield Title(_("NEXT"), right=right)
    doing = runs(key("↵"), _(" grade"), "   ", key("d"), _(" decide"), "   ", key("X"))
    doing += runs(_(" reopen the cycle") if cycle.closed else _(" close the cycle"))
    yield Flows(doing)
    yield Tells(_finality(session, cycle), "dim")


def _finality(session: Session, cycle: Cycle) -> str:
    last = cycle.end + timedelta(days=session.workspace.settings.policy.scores_open_days)
    on = day(last, session.today)
    if cycle.closed:
        return _("scores are final")
    if cycle.phase != "measure":
        return _("scores so far; final after {day}").format(day=on)
    return _("scores open until {day}").format(day=on) if session.today <= last else _("not closed yet")
