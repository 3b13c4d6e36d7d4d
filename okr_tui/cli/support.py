"""`okr support ID --of ID`: declare what something contributes to, or take that back. It stands at once."""

import secrets

import click

from okr_tui.actions.act import Act, Author
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.links import VISION
from okr_tui.words.language import _


@click.command(
    help=_("Declare what an objective or key result contributes to: something above, or vision. It stands at once.")
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("objective", "key-result"))
@click.option(
    "--of", "of", required=True, metavar="ID", shell_complete=complete_ids("objective", "key-result"),
    help=_("What it contributes to, or vision."),
)  # fmt: skip
@click.option("--remove", is_flag=True, help=_("Take the link back."))
@json_option
def support(identity: str, of: str, *, remove: bool, as_json: bool) -> None:
    """Links, or takes a link back."""
    from okr_tui.actions.aligning import support as supported
    from okr_tui.actions.aligning import unsupport

    where = here()
    goals = {"objective", "key-result"}
    place = where.thing(identity, goals)
    workspace, author = where.workspace, Author(where.somebody, where.now, secrets.choice)
    declared = getattr(place.table, "supports", ())
    above = None if of == VISION or (remove and of in declared) else where.thing(of, goals)

    def make() -> Act:
        if not remove:
            return supported(where.root, author, workspace, place, above)
        return unsupport(where.root, author, place, of if above is None else str(above.table.id))  # type: ignore[attr-defined]

    tell([carry_out(where, make)], as_json=as_json)
