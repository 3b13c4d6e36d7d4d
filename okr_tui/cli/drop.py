"""`okr drop`: give something up, and say why."""

import secrets

import click

from okr_tui.actions.act import Author
from okr_tui.actions.dropping_cycles import drop_cycle
from okr_tui.actions.editing import drop as dropped
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.places import place_meant
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


@click.command(
    help=_(
        "Give something up: an objective or key result stays and says why, smaller things are removed, an empty cycle "
        "too."
    )
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("any"))
@click.option("--why", help=_("The reason; the next cycle learns from it."))
@json_option
def drop(identity: str, why: str | None, as_json: bool) -> None:
    """Drops one table."""
    where = here()
    place = place_meant(where, identity)
    if place.kind == "cycle":
        tell([carry_out(where, lambda: drop_cycle(where.root, where.workspace, place.cycle))], as_json=as_json)
        return
    if place.kind in {"objective", "key-result"}:
        why = asked_reason(_("Why is “{title}” dropped?").format(title=one_line(place.title)[:60]), why)
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: dropped(where.root, author, place, why=why))], as_json=as_json)
