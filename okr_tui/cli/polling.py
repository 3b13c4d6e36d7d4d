"""`okr add poll` and `okr choose`: people of a team choose among options; a poll is not secret."""

import secrets
from typing import TYPE_CHECKING, Any

import click

from okr_tui.actions.act import Author
from okr_tui.actions.polling import add_poll
from okr_tui.actions.polling import choose as chosen
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.lasting import say_that_it_lasts
from okr_tui.cli.meant import cycle_to_make
from okr_tui.cli.output import print_json
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.plan import Poll
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.polls import Result


@click.command(name="poll", help=_("Let the people of a team choose: okr add poll QUESTION --option A --option B"))
@click.argument("question")
@click.option("--option", "options", multiple=True, required=True, help=_("What can be chosen; two at least."))
@click.option("--about", metavar="ID", shell_complete=complete_ids("objective", "key-result"), help=_("The draft."))
@click.option("--team", shell_complete=complete_ids("team"), help=_("Whose people are asked."))
@json_option
def poll(question: str, options: tuple[str, ...], about: str | None, team: str | None, *, as_json: bool) -> None:
    """Adds a poll."""
    where = here()
    place = where.thing(about) if about else None
    own = place.team if place is not None and team is None else team_meant(where, team)
    cycle = place.cycle if place is not None and place.cycle else cycle_to_make(where).cycle.id
    draft: str | None = place.table.id if place is not None else None  # type: ignore[attr-defined]
    author = Author(where.somebody, where.now, secrets.choice)
    tell(
        [carry_out(where, lambda: add_poll(where.root, author, cycle, own, question, options, draft))], as_json=as_json
    )


@click.command(
    name="choose", help=_("Choose in a poll, by the option's words or number; without one, show how it stands.")
)
@click.argument("identity", metavar="POLL", shell_complete=complete_ids("poll"))
@click.argument("option", required=False)
@json_option
def choose(identity: str, option: str | None, *, as_json: bool) -> None:
    """Chooses an option, or shows who chose what."""
    where = here()
    place = where.thing(identity, {"poll"})
    table = place.table
    if not isinstance(table, Poll):
        raise TypeError(table)
    if option is None:
        _show(where, place.cycle, table.id, as_json=as_json)
        return
    say_that_it_lasts(where)
    author = Author(where.somebody, where.now, secrets.choice)
    done = carry_out(where, lambda: chosen(where.root, author, place.cycle, table, option))
    where.read_again(done.written.files)
    tell([done], as_json=as_json, lines=_lines(where, _result(where, place.cycle, table.id)))


def _result(where: Here, cycle: str, identity: str) -> "Result":
    from okr_tui.domain.polls import result

    found = result(where.workspace, where.workspace.cycles[cycle], identity)
    if found is None:
        raise KeyError(identity)
    return found


def _show(where: Here, cycle: str, identity: str, *, as_json: bool) -> None:
    found = _result(where, cycle, identity)
    if as_json:
        options: list[dict[str, Any]] = [
            {"option": option, "chosen_by": list(people)} for option, people in found.chosen.items()
        ]
        print_json(
            {"id": found.poll.id, "question": found.poll.question, "team": found.team, "about": found.poll.about,
             "options": options, "waits_for": [each for each in found.asked if found.choice_of(each) is None]}
        )  # fmt: skip
        return
    for line in _lines(where, found):
        click.echo(line)


def _lines(where: Here, found: "Result") -> list[str]:
    """The question, and every option with the names of those who chose it."""
    name_of = where.workspace.name_of
    lines = [one_line(found.poll.question)]
    for number, (option, people) in enumerate(found.chosen.items(), start=1):
        names = ", ".join(one_line(name_of(person)) for person in people)
        lines.append(f"  {number}  {one_line(option)}  {len(people)}" + (f"  {names}" if names else ""))
    return lines
