"""`okr edit`: change something by its id."""

import secrets
from typing import Any

import click

from okr_tui.actions.act import Author
from okr_tui.actions.editing import edit as edited
from okr_tui.actions.editing import needs_reason
from okr_tui.actions.settings import change_settings, setting
from okr_tui.actions.values import values_for
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.places import place_meant
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import resolve_owner, resolve_person, resolve_team
from okr_tui.domain.workspace import Located
from okr_tui.words.language import _

WORKSPACE = ("okr", "workspace")
"""What the workspace itself is called on the command line."""
RESOLVED = {
    **dict.fromkeys(("lead", "champion", "members", "holders"), resolve_person), "owner": resolve_owner,
    **dict.fromkeys(("team", "parent"), resolve_team),
}  # fmt: skip
"""Key that holds people or teams → how they are found by what was typed."""


@click.command(
    help=_(
        "Change something by its id: okr edit nps target=50 unit=points\n\n"
        "People, teams, roles and rituals too; the workspace itself is called okr: "
        "okr edit okr policy.max_objectives=4 cadence.cycle=tertial\n\n"
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
    said = dict(_pair(pair) for pair in pairs)
    if identity in WORKSPACE and not _somebody(where, identity):
        wanted = {key: setting(key, text) for key, text in said.items()}
        done = carry_out(where, lambda: change_settings(where.root, wanted, where.workspace.settings))
        tell([done], as_json=as_json)
        return
    place = place_meant(where, identity)
    read = values_for(type(place.table), said, getattr(place.table, "unit", None))
    values = {key: _value(where, place, key, value) for key, value in read.items()}
    if needs_reason(place, set(values)):
        why = asked_reason(_("This is agreed. Why does it change?"), why)
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: edited(where.root, author, place, values, why=why))], as_json=as_json)


def _somebody(where: Here, identity: str) -> bool:
    """Whether a person or a team has this id: it goes first."""
    return identity in where.workspace.person_by_id or identity in where.workspace.team_by_id


def _pair(text: str) -> tuple[str, str]:
    key, sign, words = text.partition("=")
    if not sign:
        raise WrongUsage(_("“{pair}” is not of the form KEY=VALUE.").format(pair=text[:80]))
    return key.strip(), words


def _value(where: Here, place: Located, key: str, value: Any) -> Any:
    """The value of a key; people and teams that a table names are found by their names, too."""
    if value is None or isinstance(value, bool):
        return value
    resolve = RESOLVED.get(key)
    if resolve is None or place.kind == "cycle":
        return value
    if isinstance(value, list):
        return [resolve(where.workspace, each) for each in value]
    return resolve(where.workspace, value)
