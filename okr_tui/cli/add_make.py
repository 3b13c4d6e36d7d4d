"""`okr add` for what stands around drafts: what is not done now, themes of pain points, copies."""

import secrets

import click

from okr_tui.actions.act import Author
from okr_tui.actions.drafting import add_not_now
from okr_tui.actions.grouping import name_theme
from okr_tui.actions.shaping import duplicate
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.meant import cycle_to_make
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.making import pains
from okr_tui.domain.resolve import certain, pick, resolve
from okr_tui.words.language import _


@click.command("not-now", help=_("Note what the team will not do in this cycle, so that nobody has to ask again."))
@click.argument("title")
@click.option("--team", shell_complete=complete_ids("team"))
@click.option("--why", help=_("The reason."))
@json_option
def not_now(title: str, team: str | None, why: str | None, as_json: bool) -> None:
    """Adds to the list of what is not done now."""
    where = here()
    cycle, team_id = cycle_to_make(where).cycle.id, team_meant(where, team)
    tell(
        [carry_out(where, lambda: add_not_now(where.root, _author(where), cycle, team_id, title, why))],
        as_json=as_json,
    )


@click.command(help=_("Name what pain points have in common: okr add theme TITLE --of ID --of ID"))
@click.argument("title")
@click.option("--team", shell_complete=complete_ids("team"))
@click.option("--of", "of", multiple=True, required=True, metavar="ID", help=_("A pain point: its id, or its words."))
@json_option
def theme(title: str, team: str | None, of: tuple[str, ...], as_json: bool) -> None:
    """Adds a theme."""
    where = here()
    content, team_id = cycle_to_make(where), team_meant(where, team)
    cycle = content.cycle.id
    known = [(pain.id, pain.text) for pain in pains(content, team_id)]
    texts = dict(known)
    picked = ((each, pick(each, known, "thing")) for each in of)
    chosen = tuple(dict.fromkeys(certain(where.workspace, each, (found, texts[found])) for each, found in picked))
    tell(
        [carry_out(where, lambda: name_theme(where.root, _author(where), cycle, team_id, title, chosen))],
        as_json=as_json,
    )


@click.command(help=_("Copy a draft with everything in it."))
@click.argument("identity", metavar="ID", shell_complete=complete_ids("any"))
@json_option
def copy(identity: str, as_json: bool) -> None:
    """Copies a draft."""
    where = here()
    place = resolve(where.workspace, where.today, identity, {"objective", "key-result", "initiative"})
    tell([carry_out(where, lambda: duplicate(where.root, _author(where), place))], as_json=as_json)


def _author(where: Here) -> Author:
    return Author(where.somebody, where.now, secrets.choice)


MAKE = (not_now, theme, copy)
"""The commands of `okr add` that belong to Make."""
