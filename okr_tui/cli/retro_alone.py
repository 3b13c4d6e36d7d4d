"""`okr retro open` and `okr retro reveal`: notes that people write alone first, then shown together."""

import secrets
from typing import TYPE_CHECKING, Any

import click

from okr_tui.actions.act import Author
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.meant import cycle_to_measure
from okr_tui.cli.output import cycle_option, print_json
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.retro import BOARDS, FORMATS, USUAL
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.store.ballot import Ballot

_TEAM = click.option("--team", metavar="ID", shell_complete=complete_ids("team"), help=_("Whose retrospective."))


@click.command(
    name="open",
    help=_(
        "Let people write notes alone first, with okr join.\n\nThe columns of a board: a format (four-questions, "
        "start-stop-continue, liked-learned-lacked), or your own, separated by commas."
    ),
)
@_TEAM
@click.option("--performance", default=USUAL, show_default=True, metavar="FORMAT", help=_("Columns of this board."))
@click.option("--method", default=USUAL, show_default=True, metavar="FORMAT", help=_("Columns of this board."))
@cycle_option
@json_option
def open_(team: str | None, performance: str, method: str, cycle: str | None, *, as_json: bool) -> None:
    """Opens the boards for notes."""
    from okr_tui.actions.balloting import open_notes

    where = here()
    content, own = cycle_to_measure(where, cycle), team_meant(where, team)
    formats: Any = dict(zip(BOARDS, (_columns(performance), _columns(method)), strict=True))
    ballot = open_notes(where.root, where.state, _author(where), where.workspace, content, own, formats)
    if as_json:
        print_json({"id": ballot.id, "file": "", "change": ballot.title})
        return
    n = len(ballot.may)
    click.echo(ngettext("{n} person is asked.", "{n} people are asked.", n).format(n=n) + f"  {ballot.id}")
    click.echo(_("Each answers with: okr join. Then: okr retro reveal"))


@click.command(help=_("Show the notes to everybody: each then stands in the journal of who wrote it."))
@_TEAM
@cycle_option
@json_option
def reveal(team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Puts the notes onto the boards."""
    from okr_tui.actions.balloting import shown_notes
    from okr_tui.store.ballots import discard
    from okr_tui.store.ballots import reveal as revealed

    where = here()
    ballot = _ballot(where, team, cycle)
    found = revealed(where.state, ballot.id)
    done = carry_out(where, lambda: shown_notes(where.root, _author(where), where.cycle(ballot.cycle), found))
    discard(where.state, ballot.id)
    n = sum(len(slip.said) for slip in found.slips)
    shown = ngettext("{n} note is on the boards.", "{n} notes are on the boards.", n).format(n=n)
    tell([done], as_json=as_json, lines=[shown])


def _ballot(where: Here, team: str | None, cycle: str | None) -> "Ballot":
    from okr_tui.store.ballots import ballots

    own = team_meant(where, team) if team else None
    into = where.cycle(cycle).cycle.id if cycle else None
    every = (*ballots(where.state, closed=True), *ballots(where.state))
    found = [each for each in every if each.kind == "notes" and own in {None, each.team} and into in {None, each.cycle}]
    if not found:
        raise WrongUsage(_("Nobody is asked for notes; “okr retro open --team ID” asks."))
    if len({each.team for each in found}) > 1:
        raise WrongUsage(
            _("Say for which team (--team): {teams}.").format(teams=", ".join(each.team for each in found))
        )
    return found[0]


def _columns(text: str) -> str | tuple[str, ...]:
    if text in FORMATS:
        return text
    own = tuple(dict.fromkeys(each.strip() for each in text.split(",") if each.strip()))
    if not own:
        raise WrongUsage(_("Name the columns, or a format: {formats}.").format(formats=", ".join(FORMATS)))
    return own


def _author(where: Here) -> Author:
    return Author(where.somebody, where.now, secrets.choice)
