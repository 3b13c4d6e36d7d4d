"""`okr clone URL [DIR]` and `okr me`: the second person: gets a workspace, says who they are, and begins."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import json_flag
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.domain.resolve import resolve_person
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.people import Person


@click.command(
    help=_(
        "Get a workspace that others share, say who you are in it, and open it. The address is one that git takes; "
        "nothing of the repository is run."
    )
)
@click.argument("url", metavar="ADDRESS")
@click.argument("folder", metavar="[DIR]", required=False, type=click.Path(path_type=Path))
@click.option("--no-open", is_flag=True, help=_("Only get it; don't open the app."))
@click.pass_context
def clone(ctx: click.Context, url: str, folder: Path | None, *, no_open: bool) -> None:
    """Clones, asks who is there, opens."""
    from okr_tui.store.git.cloning import clone as cloned
    from okr_tui.store.git.cloning import folder_for

    said = here()
    root = folder or folder_for(url)
    cloned(url, root)
    click.echo(_("The workspace is in {folder}.").format(folder=one_line(str(root.resolve()))))
    where = Here(str(root), said.me_option, said.today_option)
    _begin(where, on_a_terminal=sys.stdin.isatty())
    if not no_open and sys.stdin.isatty() and sys.stdout.isatty():
        from okr_tui.cli.open import open_app

        where = Here(str(root), said.me_option, said.today_option)  # which knows now who is there
        ctx.obj = where
        open_app(where)
    else:
        click.echo("cd " + one_line(str(root)) + " && okr")


def _begin(where: Here, *, on_a_terminal: bool) -> None:
    """Finds out who is there and remembers it; where nobody can be asked and nobody is known, says how to say it."""
    known = where.me
    if known is not None and not on_a_terminal:
        _remember(where, known)
    elif on_a_terminal:
        _remember(where, _asked(where, known))
    else:
        click.echo("okr: " + _("who you are is not known; say it with “okr me ID” in that folder"), err=True)


@click.command(help=_("Say who you are in this workspace on this machine; without an id, who you are taken for."))
@click.argument("person", metavar="[ID]", required=False, shell_complete=complete_ids("person"))
@click.option("--add", "line", metavar="LINE", help=_("Add yourself first: “Ada Byron <ada@acme.example>, Product”."))
@json_flag
def me(person: str | None, line: str | None, *, as_json: bool) -> None:
    """Says, changes or asks who is there."""
    where = here()
    if person is not None and line is not None:
        raise WrongUsage(_("Say one of the two: an id that is known, or --add."))
    if line is not None:
        _remember(where, _added(where, line))
    elif person is not None:
        _remember(where, resolve_person(where.workspace, person))
    elif where.me is None and sys.stdin.isatty() and not as_json:
        _remember(where, _asked(where, None))
    now = Here(str(where.root), where.me_option if person is None and line is None else None, where.today_option)
    found = now.workspace.person_by_id.get(now.me or "")
    if as_json:
        click.echo(json.dumps({"id": found.id, "name": found.name, "team": list(found.team)} if found else None))
    elif found is None:
        message = _("Who you are is not known here; say “okr me ID”, or okr me --add “Name <address>, team”.")
        raise PersonMustDecide(message)
    else:
        click.echo(_("You are {name} ({id}).").format(name=one_line(found.name), id=found.id))


def _asked(where: Here, known: str | None) -> str:
    """Asks which of the people one is, by number or by words of the name; a new line adds one.

    Args:
        where: the workspace.
        known: who it is by git's address, offered first.
    """
    people = [each for each in where.workspace.people if each.left is None]
    for number, each in enumerate(people, start=1):
        teams = ", ".join(where.workspace.name_of(team) for team in each.team)
        click.echo(f"  {number:>3}  {one_line(each.name)}" + (f"  {one_line(teams)}" if teams else ""))
    click.echo(_("Not in the list? Type a line: Ada Byron <ada@acme.example>, Product"))
    usual = next((each.name for each in people if each.id == known), "")
    while True:
        said = str(
            click.prompt(_("Who are you? A number, or your name"), default=usual, show_default=bool(usual))
        ).strip()
        try:
            return _meant(where, people, said)
        except (WrongUsage, PersonMustDecide) as error:
            from okr_tui.words.failures import sentence

            click.echo(f"  {sentence(error)}")


def _meant(where: Here, people: "list[Person]", said: str) -> str:
    if said.isdecimal() and 1 <= int(said) <= len(people):
        return people[int(said) - 1].id
    if "," in said or "<" in said:
        return _added(where, said)
    return resolve_person(where.workspace, said)


def _added(where: Here, line: str) -> str:
    """The id of somebody whom a line adds, or who stands there already."""
    from okr_tui.actions.act import perform
    from okr_tui.actions.people import join_people

    done = perform(where.root, where.state, lambda: join_people(where.root, line), at=where.now)
    where.read_again(done.written.files)
    return done.act.id


def _remember(where: Here, person: str) -> None:
    from okr_tui.store.state import remember_me

    try:
        remember_me(where.root, where.glance.id, person)
    except OSError:
        click.echo("okr: " + _("who you are could not be remembered; say --me {me}").format(me=person), err=True)
