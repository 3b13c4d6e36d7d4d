"""What Measure says below the scores: diagnosis, wins and kudos, learnings, actions."""

from collections.abc import Iterator
from datetime import date, datetime

from okr_tui.domain.diagnosis import diagnose
from okr_tui.domain.review import Action, Review
from okr_tui.domain.rollup import TeamStanding
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.ui.paint.lines import Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, cells, dim, runs
from okr_tui.ui.paint.twin import Twin
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext
from okr_tui.words.scores import advice, because, inputs

_MOST = 6
_NAME = 12


def review_rows(session: Session, content: CycleContent, team: TeamStanding) -> Iterator[Row]:
    """Everything below the scores. Each is a row of its own, so that the cursor can go there."""
    workspace, review = session.workspace, content.reviews.get(team.team)
    over = content.cycle.phase in {"measure", "closed"}
    yield blank()
    yield Row(
        "diagnosis", (Twin(tuple(_diagnosis(session, team, over=over)), tuple(_wins(workspace, content, team.team))),)
    )
    for title, rows in (
        (_("LEARNINGS"), _learnings(review)),
        (_("ACTIONS"), _actions(workspace, review, session.today)),
    ):
        if rows:
            yield blank()
            yield section(title, len(rows))
            yield from rows


def _diagnosis(session: Session, team: TeamStanding, *, over: bool) -> Iterator[Line]:
    policy = session.workspace.settings.policy
    found = diagnose(team, policy, over=over)
    yield Title(_("DIAGNOSIS"))
    if found.verdict != "unknown":
        yield Tells(inputs(found))
    yield Tells(advice(found), bold=True)
    yield Tells(because(found, policy), "dim")


def _wins(workspace: Workspace, content: CycleContent, team: str) -> Iterator[Line]:
    """What somebody thanked this team or one of its people for, and what its people call a win; the newest first."""
    mine = {person.id for person in workspace.people if team in person.team} | {team}
    found: list[tuple[datetime, str, str]] = []
    for journal in content.journals:
        found += [(each.at, each.to, each.text) for each in journal.kudos if each.to in mine]
        for weekly in journal.weekly if journal.person in mine else ():
            wins = (weekly.wins,) if isinstance(weekly.wins, str) else weekly.wins or ()
            found += [(weekly.at, journal.person, win) for win in wins]
    if not found:
        return
    found.sort(reverse=True)
    yield Title(_("WINS AND KUDOS"), str(len(found)))
    names = [workspace.name_of(who).split(" ")[0] for _at, who, _text in found[:_MOST]]
    longest = min(max(cells(runs(name)) for name in names), _NAME)
    for name, (_at, _who, text) in zip(names, found[:_MOST], strict=True):
        yield Says(runs(Run("★ ", "dim"), name + " " * max(longest - cells(runs(name)), 0), dim(f"  {text}")))
    if len(found) > _MOST:
        yield Says(dim(ngettext("and {n} more", "and {n} more", len(found) - _MOST).format(n=len(found) - _MOST)))


def _learnings(review: Review | None) -> list[Row]:
    return [
        Row(each.id, (Tells(each.text, indent=2, first=dim("·")),), kind="learning")
        for each in (review.learning if review else ())
    ]


def _actions(workspace: Workspace, review: Review | None, today: date) -> list[Row]:
    return [_action(workspace, each, today) for each in (review.action if review else ())]


def _action(workspace: Workspace, action: Action, today: date) -> Row:
    who = workspace.name_of(action.owner)
    if action.done:
        on = weekday_day(action.done, today) if isinstance(action.done, date) else ""
        words = " · ".join(part for part in (who, on) if part)
        return Row(action.id, (Says(runs(Run("✓ ", "reached"), dim(action.text)), dim(words)),), kind="action")
    due = _("by {day}").format(day=weekday_day(action.due, today)) if action.due else ""
    late = action.due is not None and action.due < today
    right = runs(dim(f"{who} · " if who and due else who), Run(due, "off_track" if late else "dim"))
    return Row(action.id, (Says(runs("☐ ", action.text), right),), kind="action")
