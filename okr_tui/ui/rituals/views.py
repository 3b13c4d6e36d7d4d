"""What of the workspace stands beside each step of a ritual: real data, drawn as everywhere else."""

from collections.abc import Callable, Iterable, Mapping
from datetime import timedelta

from okr_tui.domain.counting import day_here
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.flow import Flows
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, runs
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.rituals.review_views import action_rows, note_rows, score_view, survey_rows, verdict_rows
from okr_tui.ui.rituals.scale import Scale
from okr_tui.ui.rituals.work_views import alert_rows, draft_rows, pain_rows, plan_rows, purpose_rows, team_rows
from okr_tui.ui.screens.key_result_rows import (
    NEEDS_A_LOOK,
    given_up,
    in_order_of_need,
    key_result_columns,
    key_result_row,
    short_name,
    shown,
)
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext
from okr_tui.words.rituals import ritual as ritual_word

_RECENT = timedelta(days=14)
_LAST_WEEK = timedelta(days=7)


def view_rows(showing: Presenting, waiting: int | None) -> list[Row]:
    """The rows beside the step that runs.

    Args:
        showing: the ritual.
        waiting: how many people have not voted yet; None while no vote is open.
    """
    if showing.view == "vote":
        return _vote(showing, waiting)
    return _VIEWS[showing.view](showing)


def table(showing: Presenting, standings: Iterable[Standing], *, where: bool = False) -> list[Row]:
    """Key results as in the team's table, the present figures bold."""
    workspace = showing.session.workspace
    found = [shown(workspace, each) for each in standings]
    columns = key_result_columns(found)
    return [
        key_result_row(
            columns, each, workspace, strong=True, where=each.standing.objective.title if where else "", whole=True
        )
        for each in found
    ]


def _vote(showing: Presenting, waiting: int | None) -> list[Row]:
    """What is voted on while people vote; afterwards what came of it, the lowest first."""
    if waiting is None and showing.results:
        return _lowest(showing)
    n = len(showing.voted_on)
    said = ngettext("{n} key result changed, fell or lacks a vote.", "{n} key results changed, fell or lack a vote.", n)
    return [still(Tells(said.format(n=n), "dim")), blank(), *table(showing, showing.voted_on)]


def _lowest(showing: Presenting) -> list[Row]:
    """Every vote on its scale, the lowest first; before any vote what slips."""
    if not showing.results:
        return [still(Tells(_("Nobody has voted yet; b goes back to the vote."), "dim")), blank(), *_slips(showing)]
    rows: list[Row] = []
    for about, result in showing.results.items():
        standing = showing.key_result(about)
        title = standing.key_result.title if standing is not None else about
        rows.append(Row(about, (Scale(title, result, _before(showing, about), _names(showing)),)))
        rows.append(blank())
    return rows


def _before(showing: Presenting, about: str) -> float | None:
    """The mean of the vote before, else the confidence of the last check-in."""
    from okr_tui.domain.voting import outcome_of, tallies

    told = [each for each in tallies(showing.content, showing.run.team, about) if each.ritual != showing.run.id]
    if told and outcome_of(told[-1]).votes:
        return outcome_of(told[-1]).mean
    standing = showing.key_result(about)
    return float(standing.confidence) if standing is not None and standing.confidence is not None else None


def _names(showing: Presenting) -> Mapping[str, str]:
    return {each: short_name(showing.session.workspace, each) for each in showing.session.workspace.person_by_id}


def _slips(showing: Presenting) -> list[Row]:
    """Key results that need a look, the worst first, each with its reason."""
    found = [each for status, group in in_order_of_need(showing.standing.key_results) if status for each in group]
    return table(showing, found, where=True) or [still(Tells(_("Nothing slips, and nothing lags behind."), "dim"))]


def _moved(showing: Presenting) -> list[Row]:
    """Every key result that is pursued, by objective."""
    rows: list[Row] = []
    for each in showing.standing.objectives:
        if each.objective.live:
            rows += [*([blank()] if rows else []), still(Flows(bold(each.objective.title)))]
            rows += table(showing, [item for item in each.key_results if not given_up(item)])
    return rows or [still(Tells(_("Nothing is agreed yet, so nothing has moved."), "dim"))]


def _wins(showing: Presenting) -> list[Row]:
    """What people call a win, thanks, and what was reached, since a week ago; else of the whole cycle."""
    return _won(showing, _LAST_WEEK) or _won(showing, timedelta(days=3660)) or [
        still(Tells(_("No win is written down yet: say yours, ↵ writes it down."), "dim"))
    ]  # fmt: skip


def _won(showing: Presenting, within: timedelta) -> list[Row]:
    workspace, since = showing.session.workspace, showing.today - within
    mine = {person.id for person in workspace.people if showing.run.team in person.team} | {showing.run.team}
    rows = [
        Row(each.key_result.id, (Flows(bold(each.key_result.title), dim(_("reached")), first=Run("✔  ", "reached")),))
        for each in showing.standing.key_results
        if each.status in {"reached", "done"} and each.seen is not None and each.seen >= since
    ]
    for journal in showing.content.journals:
        for weekly in journal.weekly if journal.person in mine else ():
            wins = weekly.wins.splitlines() if isinstance(weekly.wins, str) else weekly.wins or ()
            if day_here(weekly.at) >= since:
                rows += [_said(f"{weekly.id} {at}", "★", win, short_name(workspace, journal.person))
                         for at, win in enumerate(wins)]  # fmt: skip
        for kudos in journal.kudos:
            if kudos.to in mine and day_here(kudos.at) >= since:
                thanks = _("{name}, from {other}").format(
                    name=short_name(workspace, kudos.to), other=short_name(workspace, journal.person)
                )
                rows.append(_said(kudos.id, "♥", kudos.text, thanks))
    return rows


def _said(identity: str, glyph: str, text: str, who: str) -> Row:
    return Row(identity, (Flows(text, dim(who), first=Run(f"{glyph}  ", "accent"), leads=True),))


def _blockers(showing: Presenting) -> list[Row]:
    """What stands in the way, as the last check-ins say, and whose help they want; then open requests."""
    workspace, rows = showing.session.workspace, []
    for standing in showing.standing.key_results:
        last = standing.last
        if last is None or given_up(standing) or showing.today - last.check_in.on > _RECENT:
            continue
        said = last.check_in
        if said.blocker or said.help_from:
            help_ = (
                _("help wanted from {name}").format(name=short_name(workspace, said.help_from))
                if said.help_from
                else ""
            )
            who = short_name(workspace, last.person)
            rows.append(
                Row(
                    standing.key_result.id,
                    (
                        Flows(standing.key_result.title, dim(who), leads=True),
                        Flows(
                            runs(said.blocker or said.note or "", dim(f"   {help_}" if help_ else "")),
                            first=Run("▲ ", "at_risk"),
                            indent=2,
                        ),
                    ),
                )
            )
    others = [each for each in showing.standing.key_results if each.status in NEEDS_A_LOOK and not given_up(each)]
    if not rows and not others:
        return [still(Tells(_("Nobody has named a blocker: what would you need to be faster?"), "dim"))]
    left = [each for each in others if each.key_result.id not in {row.key for row in rows}]
    return [*rows, *([blank(), section(_("ALSO LAGS BEHIND"), len(left)), *table(showing, left)] if left else [])]


def _commitments(showing: Presenting) -> list[Row]:
    """This week's priorities, what comes, and actions that are open."""
    from okr_tui.domain.squares import next_weeks, this_week

    session, team = showing.session, showing.run.team
    rows = [section(_("THIS WEEK"))]
    for priority in this_week(session.workspace, showing.content, team, showing.today):
        who = short_name(session.workspace, priority.person)
        rows.append(_said(f"{priority.person} {priority.rank}", str(priority.rank), priority.words, who))
    if len(rows) == 1:
        rows.append(still(Tells(_("Nobody has said what comes first this week: ↵ writes it down."), "dim")))
    ahead = [each for each in next_weeks(session.workspace, showing.content, team, showing.today) if each.words][:4]
    if ahead:
        rows += [blank(), section(_("NEXT FOUR WEEKS"))]
        rows += [Row(f"ahead {at}", (Flows(each.words, first=dim("◇  ")),)) for at, each in enumerate(ahead)]
    return [*rows, blank(), *action_rows(showing)]


def _calendar(showing: Presenting) -> list[Row]:
    """The rituals that come."""
    from okr_tui.domain.held import dated, telling, with_rituals

    contents = with_rituals(showing.session.workspace, showing.content, showing.today)
    rows = []
    for each in telling(dated(contents, showing.today)):
        if each.ritual.on < showing.today or each.ritual.team not in {None, showing.run.team}:
            continue
        on = f"{weekday_day(each.ritual.on, showing.today)}"
        rows.append(Row(each.ritual.id, (Says(runs(dim("◇  "), ritual_word(each.ritual.kind)), dim(on), leads=True),)))
    return rows or [still(Tells(_("No ritual has a day yet; 5 has the calendar."), "dim"))]


def _above(showing: Presenting) -> list[Row]:
    """What the team above wants, and what hurts."""
    workspace = showing.session.workspace
    team = workspace.team_by_id.get(showing.run.team)
    above = team.parent if team is not None else None
    rows = plan_rows(showing, above) if above else []
    pains = pain_rows(showing)
    return [*rows, *([blank()] if rows and pains else []), *pains]


_VIEWS: Mapping[str, Callable[[Presenting], list[Row]]] = {
    "purpose": purpose_rows, "pains": pain_rows, "above": _above, "drafts": draft_rows, "teams": team_rows,
    "alerts": alert_rows, "wins": _wins, "lowest": _lowest, "blockers": _blockers, "commitments": _commitments,
    "slips": _slips, "moved": _moved, "scores": score_view, "verdicts": verdict_rows, "actions": action_rows,
    "notes": note_rows, "calendar": _calendar, "survey": survey_rows,
}  # fmt: skip


def next_line(showing: Presenting) -> tuple[Run, ...]:
    """What comes next, with its minutes."""
    course = showing.course
    if course.last:
        return runs(dim(_("then") + "  "), _("the minutes"))
    step = showing.steps[course.step + 1]
    minutes = ngettext("{n} minute", "{n} minutes", course.minutes[course.step + 1])
    said = minutes.format(n=course.minutes[course.step + 1])
    return runs(dim(_("next") + "  "), showing.words(step).title, dim(f", {said}"))
