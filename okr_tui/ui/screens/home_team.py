"""Home's rows for a champion: the check-ins that others of the team owe since before today."""

from collections.abc import Iterator

from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import Run, align, dim, key, runs
from okr_tui.ui.screens.home_waiting import called, who_width
from okr_tui.ui.screens.key_result_rows import owner_of
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

TEAM_DUE = "team-due"
"""The kind of a row of what somebody else of the team owes; ↵ opens it, `;` reminds."""
_MOST = 8


def team_rows(session: Session) -> Iterator[Row]:
    """What is overdue in the teams whose champion I am; nothing for everybody else."""
    found = sorted(_overdue(session), key=lambda each: (each.due_on or each.today, each.key_result.title))
    if not found:
        return
    names = [called(session.workspace, owner_of(session.workspace, each)) for each in found[:_MOST]]
    room = who_width(names)
    yield blank()
    yield section(_("OVERDUE IN YOUR TEAMS"), len(found), right=runs(key("3 v"), dim(" " + _("the rounds"))))
    for each, name in zip(found, names, strict=False):
        left = (*align(runs(cut(one_line(name), room - 1)), room), Run(one_line(each.key_result.title)))
        when = _("was due {day}").format(day=weekday_day(each.due_on, session.today)) if each.due_on else ""
        yield Row(f"team {each.key_result.id}", (Says(left, dim(when)),), kind=TEAM_DUE)
    if len(found) > _MOST:
        yield still(Says(dim(_("and {n} more").format(n=len(found) - _MOST)), indent=room))


def _overdue(session: Session) -> Iterator[Standing]:
    """Key results of others whose check-in before this one was missed too, in the teams of this champion.

    For the champion of the whole workspace that is the team looked at; Achieve's rounds show every team.
    """
    workspace, me = session.workspace, session.me
    person = workspace.person_by_id.get(me or "")
    everywhere = person is not None and "champion" in person.roles
    teams = [each.id for each in workspace.teams if me is not None and each.champion == me]
    teams += [session.team] if everywhere and session.team and session.team not in teams else []
    for team in teams:
        rolled = session.team_standing(team)
        for each in rolled.key_results if rolled is not None else ():
            if each.overdue and me not in workspace.people_owing(team, each.key_result.owner):
                yield each
