"""`okr next`: the two or three most useful next steps."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, columns, cycle_option, dim, json_flag, print_json, team_option, wrapped
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent


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
    steps = next_steps(where.workspace, where.me, _team(where, team, content), content, where.today)
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


def _team(where: Here, named: str | None, content: "CycleContent | None") -> str | None:
    """The team named, else the one that the app opens on."""
    if named is None:
        return where.workspace.own_team(where.me, content)
    from okr_tui.domain.resolve import resolve_team

    return resolve_team(where.workspace, named)
