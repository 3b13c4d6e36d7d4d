"""`okr next`: the two or three most useful next steps."""

from typing import Any

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, columns, cycle_option, dim, json_flag, print_json, team_option, wrapped
from okr_tui.words.language import _


@click.command(name="next", help=_("The two or three most useful next steps for a team in its phase."))
@team_option
@cycle_option
@json_flag
def next_(team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Prints the guide's next steps."""
    where = here()
    from okr_tui.domain.guide import next_steps
    from okr_tui.words.guide import line

    content = where.cycle(cycle) if cycle or where.workspace.cycles else None
    steps = next_steps(where.workspace, where.me, _team(where, team), content, where.today)
    if as_json:
        told: list[dict[str, Any]] = [
            {"code": step.code, "text": line(step), "key": step.key, "about": step.about, "n": step.facts.get("n")}
            for step in steps
        ]
        print_json(told)
        return
    for number, step in enumerate(steps, 1):
        first, *more = wrapped(line(step), columns() - 4)
        click.echo(f"{bold(str(number))}.  {first}")
        for rest in more:
            click.echo(f"    {rest}")
        if step.about:
            click.echo(dim(f"    {step.about}"))


def _team(where: Here, named: str | None) -> str | None:
    """The team named, else the first of the person who asks, else the one above all others."""
    if named is not None:
        from okr_tui.domain.resolve import resolve_team

        return resolve_team(where.workspace, named)
    person = where.workspace.person_by_id.get(where.me or "")
    mine = [team for team in person.team if team in where.workspace.team_by_id] if person else []
    anchor = where.workspace.anchor()
    return mine[0] if mine else anchor.id if anchor else None
