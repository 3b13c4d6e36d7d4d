"""`okr edit`: change something by its id."""

import secrets

import click

from okr_tui.actions.act import Author
from okr_tui.actions.editing import edit as edited
from okr_tui.actions.editing import needs_reason
from okr_tui.actions.values import value_for
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.places import place_meant
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.words.language import _


@click.command(
    help=_(
        "Change something by its id: okr edit nps target=50 unit=points\n\n"
        "An empty value removes the key; lists are separated by commas. After agreement, a change of numbers, dates, "
        "kind or weight says why, and is shown from then on."
    )
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("any"))
@click.argument("pairs", nargs=-1, required=True, metavar="KEY=VALUE…")
@click.option("--why", help=_("The reason, for a change after agreement."))
@json_option
def edit(identity: str, pairs: tuple[str, ...], why: str | None, as_json: bool) -> None:
    """Changes keys of one table."""
    where = here()
    place = place_meant(where, identity)
    values = {}
    for pair in pairs:
        key, sign, text = pair.partition("=")
        if not sign:
            raise WrongUsage(_("“{pair}” is not of the form KEY=VALUE.").format(pair=pair[:80]))
        values[key.strip()] = value_for(type(place.table), key.strip(), text)
    if needs_reason(place, set(values)):
        why = asked_reason(_("This is agreed. Why does it change?"), why)
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: edited(where.root, author, place, values, why=why))], as_json=as_json)
