"""What stands beside the steps that look ahead: why the team is here, what hurts, drafts, links that are missing."""

from okr_tui.domain.alignment import alignment
from okr_tui.domain.making import pains
from okr_tui.domain.plan import KeyResult, Plan
from okr_tui.domain.rollup import team_standing
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.flow import Flows, Uncut
from okr_tui.ui.paint.lines import Line, Says, Tells, grid
from okr_tui.ui.paint.runs import Run, bold, dim, runs
from okr_tui.ui.paint.status import status_runs
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.rituals.scale import Scale
from okr_tui.ui.screens.key_result_rows import in_order_of_need, short_name
from okr_tui.ui.text import width
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.alerts import alert_said, alert_title, health_said
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import from_to, percent
from okr_tui.words.statuses import lifecycle
from okr_tui.words.unread import unread_said

_OWNER = 30


def purpose_rows(showing: Presenting) -> list[Row]:
    """The vision, and what the team is here for."""
    workspace = showing.session.workspace
    team = workspace.team_by_id.get(showing.run.team)
    rows: list[Row] = []
    for title, words in (
        (_("WHERE WE GO"), workspace.settings.vision),
        (_("WHY THERE IS {name}").format(name=workspace.settings.name), workspace.settings.mission),
        (_("WHAT {team} IS HERE FOR").format(team=team.name if team else ""), team.mission if team else None),
    ):
        if words:
            rows += [*([blank()] if rows else []), section(title.upper()), still(Tells(words, bold=True))]
    kpis = team.kpi if team is not None else ()
    if kpis:
        rows += [blank(), section(_("GOES ON ANYWAY"), len(kpis))]
        rows += [Row(each.id, (Flows(each.title, first=dim("·  "), leads=True),)) for each in kpis]
    return rows or [still(Tells(_("No vision and no mission are written down yet; 5 has both."), "dim"))]


def pain_rows(showing: Presenting) -> list[Row]:
    """What hurts, the most backed first."""
    found = pains(showing.content, showing.run.team)
    rows = [section(_("PAIN POINTS"), len(found) or "")]
    for each in found:
        who = short_name(showing.session.workspace, each.person)
        right = runs(dim(f"{who}  "), bold(f"+{len(each.backers)}") if each.backers else "")
        rows.append(Row(each.id, (Flows(each.text, right, first=dim("·  "), leads=True),)))
    return rows if found else [*rows, still(Tells(_("Nobody has said what hurts yet: a in Make, or ↵ here."), "dim"))]


def draft_rows(showing: Presenting) -> list[Row]:
    """The team's plan, drafts and all; a vote on how far a target is stands below its key result."""
    workspace, team = showing.session.workspace, showing.run.team
    problem = workspace.unread_plan(showing.content.cycle.id, team)
    if problem is not None:
        said = unread_said(workspace.name_of(team), problem)
        return [still(Tells(said, indent=2, first=Run("!", "off_track", bold=True)))]
    return plan_rows(showing, showing.run.team) or [
        still(Tells(_("Nothing is drafted yet: o in Make drafts an objective while all look on."), "dim"))
    ]


def plan_rows(showing: Presenting, team: str) -> list[Row]:
    """The objectives of a team with their key results, from where to where, and whose they are."""
    workspace, plan = showing.session.workspace, showing.content.plans.get(team)
    columns = _plan_columns(workspace, plan)
    names = {each: short_name(workspace, each) for each in workspace.person_by_id}
    rows: list[Row] = []
    for objective in plan.objective if plan else ():
        if objective.dropped is not None or objective.status == "dropped":
            continue
        head = Flows(bold(objective.title), dim(lifecycle(objective.status)))
        why = (Tells(objective.why, "dim", indent=2),) if objective.why else ()
        rows += [*([blank()] if rows else []), Row(objective.id, (head, *why), kind="objective")]
        for each in objective.key_result:
            if each.dropped is not None:
                continue
            way, owner = _way(each), dim(short_name(workspace, each.owner)) if each.owner else ""
            rows.append(
                Row(each.id, (Uncut(grid(columns, name=f"  {each.title}", way=way, owner=owner)),), kind="key-result")
            )
            result = showing.result(each.id)
            if result is not None:
                rows.append(still(Scale(_("How far is that?"), result, None, names, cards=True)))
    return rows


def _plan_columns(workspace: Workspace, plan: Plan | None) -> tuple[Column, ...]:
    """The grid of a plan: no figure is cut, and a role that owns something has its whole title where there is room."""
    known = [each for objective in plan.objective for each in objective.key_result] if plan else []
    way = max((width(_way(each)) for each in known), default=0)
    owner = max((width(short_name(workspace, each.owner)) for each in known if each.owner), default=0)
    return (
        Column("name", 44, 12, grows=True, leads=True),
        Column("way", max(20, way), max(10, way), leaves=2),
        Column("owner", max(8, min(owner, _OWNER)), leaves=1),
    )


def _way(key_result: KeyResult) -> str:
    return _("milestones") if key_result.kind == "milestones" else from_to(key_result)


def team_rows(showing: Presenting) -> list[Row]:
    """Every team: how far, and what is worst in it."""
    workspace, rows = showing.session.workspace, []
    for team in showing.content.plans:
        found = team_standing(workspace, showing.content, team, showing.today)
        live = [each for each in found.objectives if each.objective.live]
        worst = next((group[0] for status, group in in_order_of_need(found.key_results) if status), None)
        n = len([each for each in found.objectives if each.objective.dropped is None])
        count = ngettext("{n} objective", "{n} objectives", n).format(n=n)
        right = dim(count) if not live else runs(bold(percent(found.progress)), dim(f"   {count}"))
        lines: list[Line] = [Says(bold(workspace.name_of(team)), right, leads=True)]
        if worst is not None:
            lines.append(Flows(worst.key_result.title, first=(*status_runs(worst.status), dim("  ")), indent=2))
        rows += [Row(team, tuple(lines), kind="team"), blank()]
    return rows or [still(Tells(_("No team has a plan yet."), "dim"))]


def alert_rows(showing: Presenting) -> list[Row]:
    """What does not fit together, the whole company's in the ritual of all teams."""
    found = alignment(showing.session.workspace, showing.content, showing.today)
    team = None if showing.run.kind == "alignment" else showing.run.team
    rows = [still(Flows(bold(health_said(found.health_of(team))))), blank()]
    for number, alert in enumerate(found.of_team(team)):
        said = alert_said(showing.session.workspace, showing.content, alert)
        rows.append(
            Row(
                f"{number} {alert.code}",
                (Flows(bold(alert_title(alert.code)), first=Run("! ", "at_risk")), Tells(said.sentence, indent=2)),
            )
        )
    return rows
