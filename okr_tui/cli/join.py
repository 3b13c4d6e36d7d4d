"""`okr join`: answer what is being presented on this machine, from a terminal of one's own."""

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import print_json
from okr_tui.domain.errors import OkrError, PersonMustDecide, WrongUsage
from okr_tui.words.hostile import one_line, plain
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.store.ballot import Ballot, Count, Said, Value
    from okr_tui.store.ballots import Presented


@click.command(
    help=_(
        "Answer what is being presented on this machine: a survey, a vote, notes for a retrospective. What you answer "
        "stays on this machine until it is revealed; of a survey nobody ever knows whose answer was whose.\n\n"
        "okr join --answer 7 · okr join --answer make-1=4 --answer make-2=3 · okr join --answer method/try=…"
    )
)
@click.argument("identity", metavar="[BALLOT]", required=False)
@click.option("--answer", "answers", multiple=True, metavar="[WHAT=]VALUE", help=_("An answer; again for each."))
@click.option("--unnamed", is_flag=True, help=_("Give no name, not even that you have answered."))
@click.option("--list", "only_list", is_flag=True, help=_("Say what is being presented, and answer nothing."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON with stable keys."))
def join(identity: str | None, answers: tuple[str, ...], *, unnamed: bool, only_list: bool, as_json: bool) -> None:
    """Answers one ballot, or lists those that are open."""
    from okr_tui.store.ballots import presented

    found = presented()
    if only_list or (as_json and not answers):
        _list(found, as_json=as_json)
        return
    if not found and identity is None:
        click.echo(_("Nothing is being presented on this machine."))
        return
    chosen = _chosen(found, identity)
    ballot = chosen.ballot
    who = None if unnamed else _who(here(), ballot)
    said = _typed(ballot, answers) if answers else _asked(ballot)
    if not said:
        click.echo(_("Nothing was answered."))
        return
    from okr_tui.store.ballots import cast

    count = cast(chosen.state, ballot.id, said, who)
    if not answers and sys.stdin.isatty():
        click.clear()  # whoever takes the keyboard next must not read it
    _tell(ballot, count, as_json=as_json)


def _list(found: "tuple[Presented, ...]", *, as_json: bool) -> None:
    from okr_tui.store.ballots import counted

    counts = [(each.ballot, counted(each.state, each.ballot.id)) for each in found]
    if as_json:
        print_json([_object(ballot, count) for ballot, count in counts])
        return
    if not counts:
        click.echo(_("Nothing is being presented on this machine."))
    for ballot, count in counts:
        click.echo(f"{ballot.id}  {one_line(ballot.title)}  {_how_many(ballot, count)}")
        for number, ask in enumerate(ballot.asks, start=1):
            click.echo(f"  {number}/{len(ballot.asks)}  {_question(ballot, ask)}")


def _chosen(found: "tuple[Presented, ...]", identity: str | None) -> "Presented":
    """The ballot that is meant: the one named, the only one, or the one chosen on a terminal."""
    if identity is not None:
        fitting = [each for each in found if each.ballot.id.startswith(identity)]
        if not fitting:
            raise WrongUsage(_("This is no longer asked: it was revealed, or taken away."))
        found = tuple(fitting)
    if len(found) == 1:
        return found[0]
    listed = tuple((each.ballot.id, one_line(each.ballot.title)) for each in found)
    if not sys.stdin.isatty():
        raise PersonMustDecide(_("Several things are being presented; say which:"), listed)
    for number, (name, title) in enumerate(listed, start=1):
        click.echo(f"  {number}  {title}  {name}")
    return found[int(click.prompt(_("Which one?"), type=click.IntRange(1, len(found)))) - 1]


def _who(where: Here, ballot: "Ballot") -> str | None:
    """Who answers, in the workspace that presents; None where nobody knows."""
    try:
        return Here(ballot.root if Path(ballot.root).is_dir() else None, where.me_option, where.today_option).me
    except OkrError:
        return None


def _typed(ballot: "Ballot", answers: tuple[str, ...]) -> "Said":
    """Answers given as options: WHAT=VALUE, or values in the order of what is asked."""
    said: list[tuple[str, Value]] = []
    for number, text in enumerate(answers):
        what, sign, value = text.partition("=")
        if sign and what in ballot.asks:
            said.append((what, _value(ballot, value)))
        elif ballot.kind != "notes" and number < len(ballot.asks):
            said.append((ballot.asks[number], _value(ballot, text)))
        else:
            raise WrongUsage(_("Say what it answers, as WHAT=VALUE: {asks}.").format(asks=", ".join(ballot.asks)))
    return tuple(said)


def _value(ballot: "Ballot", text: str) -> "Value":
    if ballot.kind == "notes" or ballot.options:
        return text.strip()
    try:
        return int(text)
    except ValueError:
        message = _("Answer with a whole number from {low} to {high}.")
        raise WrongUsage(message.format(low=ballot.low, high=ballot.high)) from None


def _asked(ballot: "Ballot") -> "Said":
    """Asks on the terminal; an empty line skips a question, and ends the notes of a column."""
    if not sys.stdin.isatty():
        raise WrongUsage(_("Say your answer with --answer, or run this in a terminal."))
    click.echo(click.style(plain(ballot.title), bold=True))
    said: list[tuple[str, Value]] = []
    for number, ask in enumerate(ballot.asks, start=1):
        click.echo(f"\n{number}/{len(ballot.asks)}  {_question(ballot, ask)}")
        while (value := _answer(ballot)) is not None:
            said.append((ask, value))
            if ballot.kind != "notes":
                break
    return tuple(said)


def _answer(ballot: "Ballot") -> "Value | None":
    """One answer; None for an empty line. A vote is typed hidden."""
    from okr_tui.store.ballot import answers_to

    while True:
        text = click.prompt(_scale(ballot), default="", show_default=False, hide_input=ballot.kind == "vote").strip()
        if not text:
            return None
        try:
            value = _value(ballot, text)
            answers_to(ballot, ((ballot.asks[0], value),))
        except WrongUsage as error:
            click.echo(error.message)
        else:
            return value


def _scale(ballot: "Ballot") -> str:
    if ballot.kind == "notes":
        return _("A note (enter: the next column)")
    return "/".join(map(plain, ballot.options)) if ballot.options else f"{ballot.low}–{ballot.high}"


def _question(ballot: "Ballot", ask: str) -> str:
    """What is asked, in words."""
    from okr_tui.words.maturity import statement
    from okr_tui.words.retro import board, column, column_question

    if ballot.kind == "survey":
        return statement(ask)
    if ballot.kind == "notes":
        on, _slash, code = ask.partition("/")
        title = f"{board('method' if on == 'method' else 'performance')}: {one_line(column(code))}"
        return f"{title}  {column_question(code)}".strip()
    return _voted_on(ballot, ask)


def _voted_on(ballot: "Ballot", ask: str) -> str:
    """What is voted on, by its title in the workspace that presents."""
    from okr_tui.store.titles import things

    return one_line(next((each.title for each in things(Path(ballot.root), ballot.on) if each.id == ask), ask))


def _tell(ballot: "Ballot", count: "Count", *, as_json: bool) -> None:
    if as_json:
        print_json(_object(ballot, count))
        return
    click.echo(_("Your answer is in the box.") + " " + _how_many(ballot, count))


def _how_many(ballot: "Ballot", count: "Count") -> str:
    if ballot.may:
        return _("{n} of {all} have answered").format(n=count.answers, all=len(ballot.may))
    return ngettext("{n} has answered", "{n} have answered", count.answers).format(n=count.answers)


def _object(ballot: "Ballot", count: "Count") -> dict[str, Any]:
    return {
        "id": ballot.id, "kind": ballot.kind, "title": ballot.title, "asks": list(ballot.asks),
        "options": list(ballot.options), "low": ballot.low, "high": ballot.high, "round": ballot.round,
        "team": ballot.team, "cycle": ballot.cycle, "answers": count.answers, "asked": len(ballot.may),
    }  # fmt: skip
