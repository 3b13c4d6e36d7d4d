"""`okr move`: hang something elsewhere."""

import click

from okr_tui.actions.editing import move as moved
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.resolve import resolve, resolve_team
from okr_tui.domain.workspace import Located
from okr_tui.words.language import _

KINDS = frozenset({"objective", "key-result", "initiative", "milestone", "task"})


@click.command(
    help=_("Move a key result to another objective, an objective to another team, an initiative to another key result.")
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("any"))
@click.option("--to", "to", required=True, metavar="ID", shell_complete=complete_ids("any"), help=_("Where it goes."))
@json_option
def move(identity: str, to: str, as_json: bool) -> None:
    """Moves one table."""
    where = here()
    place = resolve(where.workspace, where.today, identity, KINDS)
    goal: Located | str
    if place.kind == "objective":
        goal = resolve_team(where.workspace, to)
    else:
        goal = resolve(where.workspace, where.today, to, {"objective", "key-result", "initiative"})
    tell([carry_out(where, lambda: moved(where.root, place, goal))], as_json=as_json)
