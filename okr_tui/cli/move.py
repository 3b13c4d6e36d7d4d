"""`okr move`: hang something elsewhere, put it elsewhere among its neighbours, or make something else of it."""

import click

from okr_tui.actions.act import Done
from okr_tui.actions.editing import move as moved
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import resolve, resolve_team
from okr_tui.domain.workspace import Located
from okr_tui.words.language import _

KINDS = frozenset({"objective", "key-result", "initiative", "milestone", "task"})
SHAPES = ("initiative", "kpi", "objective")


@click.command(
    help=_(
        "Move a key result to another objective, an objective to another team, an initiative to another key result.\n\n"
        "--before puts it before a neighbour; --as makes something else of a draft: an initiative of the key result "
        "--to, a KPI of its team, or an objective of what was not to be done now."
    )
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("any"))
@click.option("--to", "to", metavar="ID", shell_complete=complete_ids("any"), help=_("Where it goes."))
@click.option(
    "--before", metavar="ID", shell_complete=complete_ids("any"), help=_("The neighbour that it stands before.")
)
@click.option("--as", "shape", type=click.Choice(SHAPES), help=_("What becomes of it."))
@json_option
def move(identity: str, to: str | None, before: str | None, shape: str | None, as_json: bool) -> None:
    """Moves one table."""
    where = here()
    if before is not None and to is None and shape is None:
        tell([_reordered(where, identity, before)], as_json=as_json)
    elif shape is not None and before is None:
        tell([_reshaped(where, identity, to, shape)], as_json=as_json)
    elif to is not None and before is None:
        tell([_moved(where, identity, to)], as_json=as_json)
    else:
        raise WrongUsage(_("Say where it goes: --to ID, --before ID, or --as with what becomes of it."))


def _moved(where: Here, identity: str, to: str) -> Done:
    place = resolve(where.workspace, where.today, identity, KINDS)
    goal: Located | str
    if place.kind == "objective":
        goal = resolve_team(where.workspace, to)
    else:
        goal = resolve(where.workspace, where.today, to, {"objective", "key-result", "initiative"})
    return carry_out(where, lambda: moved(where.root, place, goal))


def _reordered(where: Here, identity: str, before: str) -> Done:
    from okr_tui.actions.shaping import reorder

    place = resolve(where.workspace, where.today, identity, KINDS | {"not-now"})
    neighbour = resolve(where.workspace, where.today, before, {place.kind})
    return carry_out(where, lambda: reorder(where.root, place, before=_id(neighbour)))


def _reshaped(where: Here, identity: str, to: str | None, shape: str) -> Done:
    from okr_tui.actions.shaping import into_draft, into_initiative, into_kpi

    if shape == "objective":
        renounced = resolve(where.workspace, where.today, identity, {"not-now"})
        return carry_out(where, lambda: into_draft(where.root, renounced))
    if shape == "kpi":
        place = resolve(where.workspace, where.today, identity, {"objective", "key-result"})
        return carry_out(where, lambda: into_kpi(where.root, place))
    if to is None:
        raise WrongUsage(_("An initiative helps a key result: say which (--to)."))
    place = resolve(where.workspace, where.today, identity, {"key-result"})
    goal = resolve(where.workspace, where.today, to, {"key-result"})
    return carry_out(where, lambda: into_initiative(where.root, place, goal))


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
