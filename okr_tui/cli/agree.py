"""`okr agree`: agree to an objective or a team's plan, after a look at what changed since one did."""

import secrets
from typing import TYPE_CHECKING

import click

from okr_tui.actions.act import Author
from okr_tui.actions.agreeing import agree as agreed
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.lasting import say_that_it_lasts
from okr_tui.cli.meant import cycle_to_make
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.agreeing import accord, to_agree
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Objective
from okr_tui.words.agreeing import accord_said, difference_said
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent


@click.command(
    help=_(
        "Agree to an objective, or to everything that a team proposes. When all have agreed who must, it is agreed. "
        "After a change only what changed is agreed to again."
    )
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("objective", "team"))
@click.option("-m", "--message", "text", default="", help=_("A word with it; none is needed."))
@click.option("--cycle", shell_complete=complete_ids("cycle"), help=_("The cycle of a team's plan."))
@json_option
def agree(identity: str, text: str, cycle: str | None, *, as_json: bool) -> None:
    """Agrees to one objective or a plan."""
    where = here()
    me = where.somebody
    content, team, objectives = _meant(where, me, identity, cycle)
    if not as_json:
        for each in objectives:
            found = accord(where.workspace, content, team, each, where.today)
            for one in found.since.get(me, ()):
                click.echo("  " + difference_said(one))
    say_that_it_lasts(where)
    author = Author(me, where.now, secrets.choice)
    workspace = where.workspace
    done = carry_out(where, lambda: agreed(where.root, author, workspace, content, team, objectives, text))
    where.read_again(done.written.files)
    tell([done], as_json=as_json, lines=[_line(where, content.cycle.id, team, each.id) for each in objectives])


def _meant(where: Here, me: str, identity: str, cycle: str | None) -> "tuple[CycleContent, str, list[Objective]]":
    """The objective, the one that a key result stands in, or those of a team that wait for my agreement."""
    if identity in where.workspace.team_by_id:
        content = where.cycle(cycle) if cycle else cycle_to_make(where)
        plan = content.plans.get(identity)
        waiting = to_agree(where.workspace, content, identity, me, where.today) if plan is not None else ()
        return content, identity, list(waiting)
    place = where.thing(identity, {"objective", "key-result"})
    if place.objective is None:
        raise WrongUsage(_("Only objectives are agreed to."))
    return where.workspace.cycles[place.cycle], place.team, [place.objective]


def _line(where: Here, cycle: str, team: str, identity: str) -> str:
    """What stands now: agreed, or who has agreed and who still has to."""
    content = where.workspace.cycles[cycle]
    place = content.located[identity]
    if place.objective is None:
        raise TypeError(place)
    found = accord(where.workspace, content, team, place.objective, where.today)
    glyph, state = ("◆", _("agreed")) if place.objective.status == "agreed" else ("◇", _("proposed"))
    return f"{glyph} {one_line(place.title)}  {state} · {accord_said(where.workspace, found)}  {identity}"
