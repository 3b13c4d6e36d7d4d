"""`okr survey`: how well a team lives the method: ask it, each alone; show what comes of it, never under four answers."""

import secrets
from typing import TYPE_CHECKING, Any

import click

from okr_tui.actions.act import Author
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.meant import cycle_to_measure
from okr_tui.cli.output import bold, cycle_option, dim, json_flag, print_json
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.domain.maturity import Answers, Maturity
    from okr_tui.store.ballot import Ballot

_TEAM = click.option("--team", metavar="ID", shell_complete=complete_ids("team"), help=_("Whose survey."))


@click.group(
    invoke_without_command=True,
    help=_(
        "How well a team lives the method: twelve statements, each answered alone from 1 to 5 (okr join). Without a "
        "verb: what the last survey says, over the cycles. Nothing that fewer than four people said is ever shown or kept."
    ),
)
@_TEAM
@cycle_option
@json_flag
@click.pass_context
def survey(ctx: click.Context, team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Shows the survey of a team, or of everybody."""
    if ctx.invoked_subcommand is not None:
        return
    from okr_tui.domain.maturity import maturity_over_cycles, whole_over_cycles

    where = here()
    content = cycle_to_measure(where, cycle)
    own = team_meant(where, team) if team else None
    where.cycle(cycle).cycle.id if cycle else None
    found = (
        whole_over_cycles(where.workspace, content)
        if own is None
        else maturity_over_cycles(where.workspace, own, content)
    )
    if as_json:
        told = [{"cycle": each.cycle.id, **_object(each.maturity)} for each in found]
        print_json({"team": own, "cycles": told})
        return
    if not found:
        click.echo(_("No survey has four answers yet; “okr survey open --team ID” asks."))
        return
    last = found[-1]
    for line in _lines(last.maturity):
        click.echo(line)
    from okr_tui.words.maturity import points

    trend = " → ".join(f"{each.cycle.name} {points(each.maturity.mean)}" for each in found)
    click.echo(dim(trend))


@survey.command(name="open", help=_("Ask a team: its people answer with okr join, or take the keyboard."))
@_TEAM
@cycle_option
@json_option
def open_(team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Opens the survey of a team."""
    from okr_tui.actions.balloting import open_survey

    where = here()
    content, own = cycle_to_measure(where, cycle), team_meant(where, team)
    ballot = open_survey(where.root, where.state, _author(where), where.workspace, content, own)
    if as_json:
        print_json({"id": ballot.id, "file": "", "change": ballot.title})
        return
    n = len(ballot.may)
    click.echo(ngettext("{n} person is asked.", "{n} people are asked.", n).format(n=n) + f"  {ballot.id}")
    click.echo(_("Each answers with: okr join. Then: okr survey reveal"))


@survey.command(help=_("Close the survey, and keep its sums; who answered what is known to nobody."))
@_TEAM
@cycle_option
@json_option
def reveal(team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Writes the result of an open survey."""
    from okr_tui.actions.balloting import tally
    from okr_tui.domain.maturity import maturity
    from okr_tui.store.ballots import discard
    from okr_tui.store.ballots import reveal as revealed

    where = here()
    ballot = _ballot(where, team, cycle)
    content, found = where.cycle(ballot.cycle), revealed(where.state, ballot.id)
    done = carry_out(where, lambda: tally(where.root, _author(where), content, found))
    discard(where.state, ballot.id)
    where.read_again(done.written.files)
    told = maturity(where.cycle(ballot.cycle).reviews.get(ballot.team))
    tell([done], as_json=as_json, lines=_lines(told) if told is not None else ())


@survey.command(help=_("Take the survey away with all its answers."))
@_TEAM
def discard(team: str | None) -> None:
    """Takes an open survey away."""
    from okr_tui.store.ballots import discard as taken_away

    where = here()
    taken_away(where.state, _ballot(where, team, None).id)
    click.echo(_("The survey is gone, with all its answers."))


def _ballot(where: Here, team: str | None, cycle: str | None) -> "Ballot":
    from okr_tui.store.ballots import ballots

    found = [*ballots(where.state, closed=True), *ballots(where.state)]
    own = team_meant(where, team) if team else None
    into = where.cycle(cycle).cycle.id if cycle else None
    surveys = [
        each for each in found if each.kind == "survey" and own in {None, each.team} and into in {None, each.cycle}
    ]
    if not surveys:
        raise WrongUsage(_("No survey is open; “okr survey open --team ID” asks."))
    if len({each.team for each in surveys}) > 1:
        raise WrongUsage(
            _("Say for which team (--team): {teams}.").format(teams=", ".join(each.team for each in surveys))
        )
    return surveys[0]


def _lines(found: "Maturity") -> list[str]:
    from okr_tui.domain.maturity import STATEMENTS
    from okr_tui.words.maturity import points, short
    from okr_tui.words.statuses import phase as phase_word

    lines = []
    for part, answers in found.phases.items():
        lines.append(bold(f"{phase_word(part)}  {points(answers.mean)}") + dim(f"  ± {points(answers.spread)}"))
        for statement in STATEMENTS[part]:
            if statement in found.statements:
                each = found.statements[statement]
                lines.append(f"  {points(each.mean)}  {short(statement)}" + dim(f"  ± {points(each.spread)}"))
    n = found.people
    return [*lines, ngettext("{n} person answered", "{n} people answered", n).format(n=n)]


def _object(found: "Maturity") -> dict[str, Any]:
    return {
        "people": found.people, "mean": found.mean,
        "phases": {part: _answers(each) for part, each in found.phases.items()},
        "statements": {name: _answers(each) for name, each in found.statements.items()},
    }  # fmt: skip


def _answers(each: "Answers") -> dict[str, Any]:
    return {"mean": each.mean, "spread": each.spread, "answers": each.people,
            "counts": {str(answer): each.counts[answer] for answer in sorted(each.counts)}}  # fmt: skip


def _author(where: Here) -> Author:
    return Author(where.somebody, where.now, secrets.choice)
