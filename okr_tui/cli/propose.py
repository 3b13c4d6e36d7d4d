"""`okr propose`: a team's plan is proposed as a whole, after a look at what it does not say yet."""

import secrets
import sys
from typing import TYPE_CHECKING

import click

from okr_tui.actions.act import Author, Done
from okr_tui.actions.agreeing import propose as proposed
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import Here, here
from okr_tui.cli.meant import cycle_to_make
from okr_tui.cli.output import columns, dim, wrapped
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.agreeing import changed_since_shown, to_propose
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Objective
from okr_tui.words.agreeing import difference_said, missing_said
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent


@click.command(
    help=_(
        "Propose a team's plan, so that the others can answer: every draft of it, and what changed since it was "
        "proposed. With IDs only these objectives. What the plan does not say yet is listed first; it never blocks."
    )
)
@click.argument("ids", nargs=-1, metavar="[ID]…", shell_complete=complete_ids("objective"))
@click.option("--team", shell_complete=complete_ids("team"), help=_("Whose plan; needed unless there is only one."))
@click.option("--cycle", shell_complete=complete_ids("cycle"), help=_("The cycle, else the one being made."))
@json_option
def propose(ids: tuple[str, ...], team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Proposes a plan."""
    where = here()
    wanted = _named(where, ids) if ids else [_whole(where, team, cycle)]
    if not as_json:
        for content, _team, objectives in wanted:
            for line in _lines(where, content, objectives):
                click.echo(line)
        if sys.stdin.isatty() and not confirmed(_("Propose it?"), default=True):
            return
    author = Author(where.somebody, where.now, secrets.choice)
    tell([_carry_out(where, author, *each) for each in wanted], as_json=as_json)


Wanted = tuple["CycleContent", str, list[Objective]]


def _carry_out(where: Here, author: Author, content: "CycleContent", team: str, objectives: list[Objective]) -> Done:
    return carry_out(where, lambda: proposed(where.root, author, content, team, objectives))


def _whole(where: Here, team: str | None, cycle: str | None) -> Wanted:
    """The drafts of a team, and what changed since it was proposed."""
    own = team_meant(where, team)
    asked = [where.cycle(cycle)] if cycle else [cycle_to_make(where), where.cycle(None)]
    found = [(each, own, list(to_propose(each, plan))) for each in asked if (plan := each.plans.get(own)) is not None]
    return next((each for each in found if each[2]), (asked[0], own, []))


def _named(where: Here, ids: tuple[str, ...]) -> list[Wanted]:
    """The objectives that are named, those of one plan together."""
    found: dict[tuple[str, str], Wanted] = {}
    for each in ids:
        place = where.thing(each, {"objective"})
        if place.objective is None:
            raise WrongUsage(_("Only objectives are proposed."))
        content = where.workspace.cycles[place.cycle]
        found.setdefault((place.cycle, place.team), (content, place.team, []))[2].append(place.objective)
    return list(found.values())


def _lines(where: Here, content: "CycleContent", objectives: list[Objective]) -> list[str]:
    """Every objective with what it does not say yet, and what changed since it was proposed."""
    lines: list[str] = []
    for each in objectives:
        lines.append(f"◇ {one_line(each.title)}")
        said = [*missing_said(each, where.workspace.settings.policy)]
        said += [difference_said(one) for one in changed_since_shown(content, each)]
        lines += [dim(f"    {line}") for words in said for line in wrapped(words, columns() - 4)]
    return lines
