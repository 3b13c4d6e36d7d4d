"""`okr add person`, `people`, `team`, `role`, `absence`, `closed`: who is there, without the app."""

import secrets
from typing import TextIO

import click

from okr_tui.actions.act import Author
from okr_tui.actions.people import Absence, add_absence, paste_people
from okr_tui.actions.settings import ClosedDays, add_closed
from okr_tui.actions.setup import add_person, add_team
from okr_tui.actions.teams import add_role
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.pasted import read_people
from okr_tui.domain.resolve import resolve_person, resolve_team
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.pasted import trouble
from okr_tui.words.typed import typed_day


@click.command(
    help=_(
        "Add somebody to people.toml, or several people with semicolons between them.\n\n"
        'okr add person "Noa Berger <noa@acme.example>: Product, Care"'
    )
)
@click.argument("name")
@click.option("--id", "identity", metavar="ID", help=_("The id, else made from the first name."))
@click.option("--email")
@click.option("--team", multiple=True, shell_complete=complete_ids("team"))
@json_option
def person(name: str, identity: str | None, email: str | None, team: tuple[str, ...], as_json: bool) -> None:
    """Adds a person."""
    where = here()
    teams = [resolve_team(where.workspace, each) for each in team]
    done = carry_out(where, lambda: add_person(where.root, name, identity=identity, email=email, team=teams))
    tell([done], as_json=as_json)


@click.command(
    help=_(
        "Add many people at once, from lines “name, email, team” in FILE, or on standard input with -.\n\n"
        "Who is known already, by address or name, gets the teams that are new. Lines that can't be read are told, and "
        "nothing of them is written; exit 1 then."
    )
)
@click.argument("file", type=click.File("r", encoding="utf-8"))
@json_option
@click.pass_context
def people(ctx: click.Context, file: TextIO, as_json: bool) -> None:
    """Adds everybody on a list, in one change."""
    where = here()
    text = file.read(1_000_000)
    lines = read_people(text, where.workspace.people, where.workspace.teams)
    for line in lines:
        if line.kind == "unread":
            click.echo("okr: " + one_line(trouble(line)), err=True)
    tell([carry_out(where, lambda: paste_people(where.root, text))], as_json=as_json)
    if any(line.kind == "unread" for line in lines):
        ctx.exit(1)


@click.command(help=_("Add a team or circle to teams.toml."))
@click.argument("name")
@click.option("--id", "identity", metavar="ID", help=_("The id, else made from the name."))
@click.option("--parent", shell_complete=complete_ids("team"), help=_("The team above it, else the one above all."))
@click.option("--lead", shell_complete=complete_ids("person"))
@click.option("--mission")
@json_option
def team(
    name: str, identity: str | None, parent: str | None, lead: str | None, mission: str | None, as_json: bool
) -> None:
    """Adds a team."""
    where = here()
    anchor = where.workspace.anchor()
    above = resolve_team(where.workspace, parent) if parent else anchor.id if anchor is not None else None
    leads = resolve_person(where.workspace, lead) if lead else None
    keys = {"parent": above, "lead": leads, "mission": mission}
    tell([carry_out(where, lambda: add_team(where.root, name, identity=identity, **keys))], as_json=as_json)


@click.command(help=_("Add a role to a team: what somebody answers for, whoever holds it."))
@click.argument("title")
@click.option("--team", shell_complete=complete_ids("team"))
@click.option("--holder", multiple=True, shell_complete=complete_ids("person"), help=_("Who holds it."))
@click.option("--accountable", multiple=True, metavar="WORDS", help=_("What the role answers for."))
@json_option
def role(title: str, team: str | None, holder: tuple[str, ...], accountable: tuple[str, ...], as_json: bool) -> None:
    """Adds a role."""
    where = here()
    into = team_meant(where, team)
    holders = [resolve_person(where.workspace, each) for each in holder]
    author = Author(where.somebody, where.now, secrets.choice)
    words = list(accountable) or None
    made = carry_out(where, lambda: add_role(where.root, author, into, title, holders=holders, accountabilities=words))
    tell([made], as_json=as_json)


@click.command(help=_("Say when somebody is away, both days included, and who stands in."))
@click.argument("person", shell_complete=complete_ids("person"))
@click.option("--from", "start", required=True, metavar="DAY")
@click.option("--to", "end", metavar="DAY", help=_("The last day; the first one unless told."))
@click.option("--stand-in", shell_complete=complete_ids("person"))
@json_option
def absence(person: str, start: str, end: str | None, stand_in: str | None, as_json: bool) -> None:
    """Adds an absence."""
    where = here()
    who = resolve_person(where.workspace, person)
    instead = resolve_person(where.workspace, stand_in) if stand_in else None
    away = Absence(typed_day(start), typed_day(end or start), instead)
    tell([carry_out(where, lambda: add_absence(where.root, who, away))], as_json=as_json)


@click.command(help=_("Add days that count for nobody: nothing goes stale on them."))
@click.argument("name", required=False)
@click.option("--from", "start", required=True, metavar="DAY")
@click.option("--to", "end", metavar="DAY", help=_("The last day; the first one unless told."))
@json_option
def closed(name: str | None, start: str, end: str | None, as_json: bool) -> None:
    """Adds closed days."""
    where = here()
    days = ClosedDays(typed_day(start), typed_day(end or start), name)
    tell([carry_out(where, lambda: add_closed(where.root, days))], as_json=as_json)


SETUP = (person, people, team, role, absence, closed)
"""The commands, for the group of everything that can be added."""
