"""`okr cycle`: opening cycles, looking at them, moving their phase, the legs of the W, closing them."""

import secrets
import sys
from datetime import timedelta
from typing import TYPE_CHECKING, Any

import click

from okr_tui.actions.act import Act, Author
from okr_tui.cli.beginning import WAYS, Begin, beginning, not_both
from okr_tui.cli.closing import close, reopen
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import json_flag
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

if TYPE_CHECKING:
    from okr_tui.actions.cycles import NewCycle
    from okr_tui.domain.workspace import CycleContent

_KINDS = ("cycle", "annual", "strategy")
_CADENCES = ("quarter", "tertial", "half", "custom")
_PHASES = ("make", "align", "achieve", "measure")
_DAY = timedelta(days=1)
LEGS = ("frame", "propose", "integrate", "commit")
"""The legs of the W, in their order."""


@click.group(help=_("Cycles: open the next one, move the phase, the legs of the W, close it, drop an empty one."))
def cycle() -> None:
    """The group of everything about cycles."""


@cycle.command(
    help=_(
        "Open the next cycle. It begins where the last one ended, and has its rituals placed by the calendar of the "
        "method.\n\nokr cycle new · okr cycle new --cadence tertial · okr cycle new --kind annual"
    )
)
@click.argument("name", required=False)
@click.option("--kind", type=click.Choice(_KINDS), default="cycle", help=_("A cycle, the year around, the strategy."))
@click.option("--start", metavar="DAY", help=_("Its first day, where it isn't the day after the last one."))
@click.option("--end", metavar="DAY", help=_("Its last day."))
@click.option("--begin", type=click.Choice(WAYS), help=_("In the last weeks of a cycle: begin with it, or the next."))
@click.option("--id", "identity", metavar="ID", help=_("What its folder is called."))
@click.option("--cadence", type=click.Choice(_CADENCES), help=_("How long cycles are, from this one on."))
@click.option("--weeks", type=click.IntRange(1, 260), help=_("Length of a custom cycle."))
@click.option("--make", "drafts", type=click.Choice(["before", "inside"]), help=_("When drafts are made."))
@click.option("--team", "teams", multiple=True, metavar="ID", shell_complete=complete_ids("team"),
              help=_("Who takes part; give it again for each. Everybody without it."))  # fmt: skip
@click.option("--parent", metavar="ID", shell_complete=complete_ids("cycle"), help=_("The cycle above it."))
@json_option
def new(
    name: str | None, kind: str, start: str | None, end: str | None, identity: str | None, cadence: str | None,
    weeks: int | None, drafts: str | None, teams: tuple[str, ...], parent: str | None, begin: Begin | None,
    as_json: bool,
) -> None:  # fmt: skip
    """Opens a cycle."""
    from okr_tui.actions.cycles import NewCycle, new_cycle
    from okr_tui.cli.cycle_told import opened
    from okr_tui.domain.resolve import resolve_team

    not_both(start, begin)
    where = here()
    wanted = NewCycle(
        kind, name, identity,  # type: ignore[arg-type]
        typed_day(start) if start else None, typed_day(end) if end else None, cadence, weeks, drafts,  # type: ignore[arg-type]
        tuple(resolve_team(where.workspace, team) for team in teams),
        _cycle(where, parent).cycle.id if parent else parent,
    )  # fmt: skip
    workspace, wanted = where.workspace, _begins(where, wanted, begin)
    done = carry_out(where, lambda: new_cycle(where.root, _author(where), workspace, wanted))
    told = [] if as_json else opened(where.reader.read(), done.act.id, where.today)
    tell([done], as_json=as_json, lines=told)


@cycle.command(help=_("When a cycle runs, in which phase and leg it is, and its rituals."))
@click.argument("identity", metavar="[ID]", required=False, shell_complete=complete_ids("cycle"))
@json_flag
def show(identity: str | None, *, as_json: bool) -> None:
    """Prints one cycle, and what a year gathers."""
    from okr_tui.cli.across import as_object as past_object
    from okr_tui.cli.across import gathered
    from okr_tui.cli.across import lines as past_lines
    from okr_tui.cli.cycle_told import as_object, shown
    from okr_tui.cli.output import print_json

    where = here()
    content = _cycle(where, identity)
    inside = gathered(where, content) if content.cycle.kind != "cycle" else ()
    if as_json:
        cycles = [past_object(each) for each in inside]
        print_json(as_object(where.workspace, content, where.today) | ({"cycles": cycles} if cycles else {}))
        return
    for line in (*shown(where, content), *past_lines(inside)):
        click.echo(line)


@cycle.command(
    help=_(
        "Move the company's phase, forwards or back; without one, say where it is and what it still misses. It locks "
        "nothing."
    )
)
@click.argument("phase", required=False, type=click.Choice(_PHASES))
@click.option("--cycle", "identity", metavar="ID", shell_complete=complete_ids("cycle"), help=_("Which cycle."))
@json_option
def phase(phase: str | None, identity: str | None, *, as_json: bool) -> None:
    """Moves the phase, or tells it."""
    from okr_tui.actions.cycles import move_phase
    from okr_tui.cli.cycle_told import missing_lines, phase_lines, phase_object
    from okr_tui.cli.output import print_json

    where = here()
    content = _cycle(where, identity)
    if phase is None:
        if as_json:
            print_json(phase_object(where.workspace, content, where.today))
        for line in [] if as_json else phase_lines(where.workspace, content, where.today):
            click.echo(line)
        return
    lacks = [] if as_json else missing_lines(where.workspace, content, where.today)
    _change(where, lambda author: move_phase(where.root, author, content.cycle, phase), as_json=as_json)  # type: ignore[arg-type]
    for line in lacks:
        click.echo(line)


@cycle.command(
    help=_(
        "The W: frame, propose, integrate, commit. With a leg, go there: the leg before closes, and keeps all plans as "
        "they stand; “done” closes the last one. --diff A B tells what changed between two legs, --diff A from one until "
        "now, --diff from the last one until now."
    )
)
@click.argument("legs", nargs=-1, type=click.Choice([*LEGS, "done", "now"]), metavar="[LEG]…")
@click.option("--diff", is_flag=True, help=_("What changed between two legs, or from one until now."))
@click.option("--cycle", "identity", metavar="ID", shell_complete=complete_ids("cycle"), help=_("Which cycle."))
@json_option
def leg(legs: tuple[str, ...], diff: bool, identity: str | None, *, as_json: bool) -> None:
    """Goes to a leg, tells where the W is, or what changed."""
    from okr_tui.actions.legs import go_to_leg
    from okr_tui.cli.leg_told import differences, legs_now
    from okr_tui.domain.errors import WrongUsage

    where = here()
    content = _in_the_making(where) if identity is None else _cycle(where, identity)
    if diff:
        differences(where, content, legs, as_json=as_json)
        return
    if not legs:
        legs_now(where, content, as_json=as_json)
        return
    if len(legs) > 1 or legs[0] == "now":
        raise WrongUsage(_("One leg at a time; two of them go with --diff."))
    to: Any = None if legs[0] == "done" else legs[0]
    _change(where, lambda author: go_to_leg(where.root, author, content, to), as_json=as_json)


@cycle.command(help=_("Take out a cycle in which nothing was planned or said, with its rituals; undo brings it back."))
@click.argument("identity", metavar="ID", shell_complete=complete_ids("cycle"))
@json_option
def drop(identity: str, *, as_json: bool) -> None:
    """Takes out an empty cycle."""
    from okr_tui.actions.dropping_cycles import drop_cycle

    where = here()
    content = _cycle(where, identity)
    _change(where, lambda _author: drop_cycle(where.root, where.workspace, content.cycle.id), as_json=as_json)


cycle.add_command(close)
cycle.add_command(reopen)


def _cycle(where: Here, identity: str | None) -> "CycleContent":
    return where.cycle(identity)


def _in_the_making(where: Here) -> "CycleContent":
    """The cycle that is being made, which is what the W is about; else the default one."""
    from okr_tui.domain.making import being_made

    return being_made(where.workspace, where.today) or where.cycle(None)


def _begins(where: Here, wanted: "NewCycle", begin: Begin | None) -> "NewCycle":
    """The new cycle, begun after the one that runs where that ends soon and nobody wants it."""
    from okr_tui.actions.cycles import cadence_of, plan_cycle
    from okr_tui.domain.next_cycle import choice_of_beginning

    if wanted.kind != "cycle" or wanted.start or wanted.end:
        return wanted
    late = choice_of_beginning(where.workspace, cadence_of(where.workspace, wanted), where.today)
    usual = plan_cycle(where.workspace, wanted, where.today).span
    chosen = beginning(late, begin, where.today, terminal=sys.stdin.isatty())
    return wanted._replace(start=usual.end + _DAY) if chosen == "next" and usual.start <= where.today else wanted


def _author(where: Here) -> Author:
    return Author(where.somebody, where.now, secrets.choice)


def _change(where: Here, make: Any, *, as_json: bool) -> None:
    def act() -> Act:
        made: Act = make(_author(where))
        return made

    tell([carry_out(where, act)], as_json=as_json)
