"""`okr due`: what I owe; exit 1 when something is overdue, so that a script can nag."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import (
    bold,
    cells,
    columns,
    conflicts_line,
    cut,
    dim,
    json_flag,
    left,
    print_json,
    team_option,
    warm,
)
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.domain.due import Owed


@click.command(help=_("What I owe: figures, answers, words, work. Exit 1 when something is overdue."))
@click.option(
    "--all", "everybody", is_flag=True, help=_("What everybody owes; a champion sees what a team owes with --team.")
)
@team_option
@json_flag
@click.pass_context
def due(ctx: click.Context, team: str | None, *, everybody: bool, as_json: bool) -> None:
    """Prints what the person owes, or everybody."""
    from okr_tui.domain.due import pressing

    where = here()
    found = _of_everybody(where) if everybody else [(where.somebody, item) for item in _owed(where, where.somebody)]
    if team is not None:
        from okr_tui.domain.resolve import resolve_team

        chosen = resolve_team(where.workspace, team)
        found = [(person, item) for person, item in found if item.team == chosen]
    late = sum(item.overdue for _person, item in found)
    if as_json:
        print_json([_object(person, item, everybody=everybody) for person, item in found])
    elif not found:
        click.echo(_("Nothing waits for you.") if not everybody else _("Nothing waits for anybody."))
    else:
        for line in _lines(where, found, everybody=everybody):
            click.echo(line)
        now = len(pressing((item for _person, item in found), where.today))
        total = ngettext("{n} thing waits", "{n} things wait", now).format(n=now)
        total += ", " + _("{n} later").format(n=len(found) - now) if now < len(found) else ""
        click.echo("\n" + bold(total) + (warm("  " + _("{n} overdue").format(n=late)) if late else ""))
    if not as_json and (line := conflicts_line(len(where.workspace.conflicts))):
        click.echo(line)
    ctx.exit(1 if late else 0)


def _owed(where: Here, person: str) -> "tuple[Owed, ...]":
    from okr_tui.domain.due import owed

    return owed(where.workspace, person, where.today)


def _of_everybody(where: Here) -> "list[tuple[str, Owed]]":
    return [(person.id, item) for person in where.workspace.people for item in _owed(where, person.id)]


def _object(person: str, item: "Owed", *, everybody: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "kind": item.kind, "id": item.id, "title": item.title, "team": item.team, "due": item.due,
        "overdue": item.overdue, "cycle": item.cycle,
    }  # fmt: skip
    return {**told, "person": person} if everybody else told


def _lines(where: Here, found: "list[tuple[str, Owed]]", *, everybody: bool) -> list[str]:
    from okr_tui.words.dates import weekday_day
    from okr_tui.words.statuses import owed as kind_word

    name_of = where.workspace.name_of
    kinds = max(cells(kind_word(item.kind)) for _person, item in found)
    teams = min(16, max(cells(name_of(item.team)) for _person, item in found))
    days = [weekday_day(item.due, where.today) if item.due else "" for _person, item in found]
    when = max(cells(day) for day in days)
    title = max(12, columns() - kinds - teams - when - 8)
    lines: list[str] = []
    last = ""
    for (person, item), day in zip(found, days, strict=True):
        if everybody and person != last:
            lines += [*([""] if lines else []), bold(left(name_of(person), columns()).rstrip())]
            last = person
        team = name_of(item.team)
        shown = f"{dim(left(team, teams))}  {warm(day) if item.overdue else day}" if day else dim(cut(team, teams))
        lines.append(f"  {left(kind_word(item.kind), kinds)}  {left(item.title, title)}  {shown}")
    return lines
