"""`okr week`: the four squares of a team's week, and its progress, plans and problems beside last week's."""

import secrets
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import cycle_option, json_flag, print_json, team_option
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.weekly import TeamWeek
    from okr_tui.domain.workspace import CycleContent

_NAMES = {
    "priority": "priorities", "next": "next_weeks", "win": "wins", "plan": "plans", "problem": "problems",
}  # fmt: skip


@click.command(
    help=_(
        "The week of a team in four squares: priorities, the next four weeks, confidence, figures of health; then what "
        "went well, plans and problems, last week's beside this week's.\n\n"
        'okr week --priority "Cut the first answer time" --problem "Nobody at the desk on Friday"\n\n'
        "What is said is added to your own week; --clear empties a part first."
    )
)
@click.option("--priority", multiple=True, metavar="TEXT", help=_("What you do first this week; three at most."))
@click.option("--next", "next_", multiple=True, metavar="TEXT", help=_("What comes in the next four weeks."))
@click.option("--win", multiple=True, metavar="TEXT", help=_("What went well."))
@click.option("--plan", multiple=True, metavar="TEXT", help=_("What you plan."))
@click.option("--problem", multiple=True, metavar="TEXT", help=_("What is in the way."))
@click.option("--clear", multiple=True, type=click.Choice(tuple(_NAMES)), help=_("Empty this part of your week first."))
@team_option
@cycle_option
@json_flag
def week(
    priority: tuple[str, ...], next_: tuple[str, ...], win: tuple[str, ...], plan: tuple[str, ...],
    problem: tuple[str, ...], clear: tuple[str, ...], team: str | None, cycle: str | None, *, as_json: bool,
) -> None:  # fmt: skip
    """Prints a team's week, or adds to one's own."""
    where = here()
    content = where.cycle(cycle)
    said = dict(zip(_NAMES.values(), (priority, next_, win, plan, problem), strict=True))
    said = {key: told for key, told in said.items() if told}
    if said or clear:
        _write(where, content, said, {_NAMES[each] for each in clear}, as_json=as_json)
        return
    chosen = _team(where, content, team)
    now, last = _weeks(where, content, chosen)
    if as_json:
        print_json({**_object(now), "last": _object(last)})
        return
    from okr_tui.cli.week_told import told

    for line in told(where, now, last):
        click.echo(line)


def _write(
    where: Here, content: "CycleContent", said: dict[str, tuple[str, ...]], cleared: set[str], *, as_json: bool
) -> None:
    """Adds to what stands in one's own week."""
    from okr_tui.actions.act import Author
    from okr_tui.actions.weekly import write_week
    from okr_tui.cli.told import carry_out, tell
    from okr_tui.domain.weekly import lines, monday_of, own_week

    author = Author(where.somebody, where.now, secrets.choice)
    before = own_week(content, author.me, monday_of(author.today))
    parts = {
        key: (*(() if key in cleared else lines(before, key)), *said.get(key, ()))
        for key in _NAMES.values()
        if key in said or key in cleared
    }
    done = carry_out(where, lambda: write_week(where.root, author, content.cycle.id, parts))
    tell([done], as_json=as_json, lines=[_("Written into your week · undo with okr undo")])


def _team(where: Here, content: "CycleContent", named: str | None) -> str:
    from okr_tui.domain.errors import WrongUsage
    from okr_tui.domain.resolve import resolve_team

    chosen = resolve_team(where.workspace, named) if named else where.workspace.own_team(where.me, content)
    if chosen is None:
        raise WrongUsage(_("There is no team yet; “okr add team NAME” makes one."))
    return chosen


def _weeks(where: Here, content: "CycleContent", team: str) -> "tuple[TeamWeek, TeamWeek]":
    from okr_tui.domain.squares import cycle_to_recall
    from okr_tui.domain.weekly import monday_of, week_of

    monday = monday_of(where.today)
    unread = cycle_to_recall(where.workspace, (team,), where.today)
    workspace = where.reader.look_at(unread) if unread else where.workspace
    first, second = (
        week_of(workspace, content, team, each, where.today) for each in (monday, monday - timedelta(days=7))
    )
    return first, second


def _object(week: "TeamWeek") -> dict[str, Any]:
    return {
        "team": week.team, "week": week.week, "monday": week.monday,
        "priorities": [{"rank": each.rank, "text": each.words, "person": each.person} for each in week.priorities],
        "next_weeks": [{"text": each.words or None, "ritual": each.kind or None, "on": each.on} for each in week.ahead],
        "key_results": [
            {
                "id": each.now.key_result.id, "title": each.now.key_result.title, "value": each.now.value,
                "value_before": each.before.value, "confidence": each.now.confidence,
                "confidence_before": each.before.confidence, "status": each.now.status,
            }
            for each in week.key_results
        ],
        "kpis": [
            {"id": each.kpi.id, "title": each.kpi.title, "value": each.value, "on": each.on, "edge": each.edge}
            for each in week.kpis
        ],
        **{
            part: [{"person": each.person, "text": each.words} for each in getattr(week, part)]
            for part in ("wins", "plans", "problems")
        },
    }  # fmt: skip
