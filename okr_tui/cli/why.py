"""`okr why ID`: how a number came about, with every input."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, cells, columns, cycle_option, dim, json_flag, print_json, wrapped
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.workspace import Located
    from okr_tui.words.explain import Row


@click.command(help=_("How the number of a key result, an objective or a team came about."))
@click.argument("id", shell_complete=complete_ids("key-result", "objective"))
@cycle_option
@json_flag
def why(id: str, cycle: str | None, *, as_json: bool) -> None:
    """Prints every input of a number."""
    where = here()
    team = id if id in where.workspace.team_by_id and where.workspace.find(id, where.today) is None else None
    told, rows = (
        _team(where, team, cycle) if team else _thing(where, where.thing(id, ("key-result", "objective"), looks=True))
    )
    if as_json:
        print_json({**told, "rows": [row._asdict() for row in rows]})
        return
    click.echo(f"{bold(one_line(told['title']))}  {dim(told['id'])}")
    label = max(cells(row.label) for row in rows)
    for row in rows:
        for place, line in enumerate(wrapped(row.text, columns() - label - 4)):
            click.echo(f"  {dim(row.label.ljust(label) if not place else ' ' * label)}  {line}")


def _team(where: Here, team: str, cycle: str | None) -> "tuple[dict[str, Any], tuple[Row, ...]]":
    from okr_tui.domain.rollup import team_standing
    from okr_tui.words.rolled import explain_team

    content = where.cycle(cycle)
    rolled = team_standing(where.workspace, content, team, where.today)
    told = {
        "id": team, "title": where.workspace.name_of(team), "kind": "team", "cycle": content.cycle.id,
        "progress": rolled.progress, "expected": rolled.expected, "score": rolled.score, "rhythm": rolled.rhythm,
    }  # fmt: skip
    return told, explain_team(rolled)


def _thing(where: Here, item: "Located") -> "tuple[dict[str, Any], tuple[Row, ...]]":
    from okr_tui.domain.rollup import objective_standing
    from okr_tui.words.explain import explain
    from okr_tui.words.rolled import explain_objective

    if item.objective is None:
        raise TypeError(item.kind)
    rolled = objective_standing(where.workspace, where.content_of(item), item.team, item.objective, where.today)
    told: dict[str, Any] = {"kind": item.kind, "team": item.team, "cycle": item.cycle}
    if item.kind == "objective":
        told |= {"id": item.objective.id, "title": item.title, "health": rolled.health, "progress": rolled.progress}
        return {**told, "expected": rolled.expected, "score": rolled.score}, explain_objective(rolled)
    standing = next(each for each in rolled.key_results if each.key_result is item.key_result)
    from okr_tui.report.objects import key_result_object

    told = {
        **told, **key_result_object(where.workspace, standing), "elapsed": standing.elapsed, "quiet": standing.quiet,
        "stale_after": standing.stale_after, "weight": standing.key_result.weight, "table": item.kind,
    }  # fmt: skip
    return told, explain(standing, where.workspace)
