"""`okr retro`, `okr note`, `okr back`, `okr kudos`, and what a retrospective leaves: learnings and actions."""

import secrets
from typing import TYPE_CHECKING, Any

import click

from okr_tui.actions.act import Author
from okr_tui.actions.retro import Jot, add_action, add_learning, add_note
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.lasting import say_that_it_lasts
from okr_tui.cli.meant import cycle_to_measure
from okr_tui.cli.output import bold, cycle_option, dim, json_flag, print_json, wrapped
from okr_tui.cli.places import team_meant
from okr_tui.cli.retro_alone import open_, reveal
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import NothingFits, resolve_owner, resolve_person, resolve_team
from okr_tui.domain.retro import BOARDS, FORMATS, USUAL, boards, last_actions
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

if TYPE_CHECKING:
    from okr_tui.domain.retro import Boarded, Shown
    from okr_tui.domain.review import Action
    from okr_tui.domain.workspace import CycleContent


@click.command(
    help=_(
        "Put a note onto a board of the retrospective, for everybody to read: okr note TEXT --board method --column "
        "try\n\nColumns: went-well, went-wrong, learned, try; start, stop, continue; liked, learned, lacked; or your own."
    )
)
@click.argument("text")
@click.option("--board", type=click.Choice(BOARDS), default="performance", show_default=True)
@click.option("--column", required=True, metavar="C")
@click.option("--team", shell_complete=complete_ids("team"), help=_("Whose board."))
@cycle_option
@json_option
def note(text: str, board: str, column: str, team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Adds a note to a shown board."""
    where = here()
    content, own = cycle_to_measure(where, cycle), team_meant(where, team)
    say_that_it_lasts(where)
    jot = Jot(board, column, text)  # type: ignore[arg-type]
    tell([carry_out(where, lambda: add_note(where.root, _author(where), content, own, jot))], as_json=as_json)


@click.command(help=_("Back a note of the retrospective, or a pain point; a second time takes it back."))
@click.argument("identity", metavar="ID")
@json_option
def back(identity: str, *, as_json: bool) -> None:
    """Backs what somebody else said."""
    from okr_tui.actions.backing import back as backed

    where = here()
    content, words = _said(where, identity)
    say_that_it_lasts(where)
    author = _author(where)
    tell([carry_out(where, lambda: backed(where.root, author, content, identity, words))], as_json=as_json)


@click.command(help=_("Thank a person or a team, for everybody to read."))
@click.argument("to", shell_complete=complete_ids("person", "team"))
@click.argument("text")
@json_option
def kudos(to: str, text: str, *, as_json: bool) -> None:
    """Thanks somebody."""
    from okr_tui.actions.aligning import thank

    where = here()
    whom = _whom(where, to)
    content = where.cycle(None)
    say_that_it_lasts(where)
    done = carry_out(where, lambda: thank(where.root, _author(where), content.cycle.id, whom, text))
    name = one_line(where.workspace.name_of(whom))
    tell([done], as_json=as_json, lines=[_("thanked {name}").format(name=name) + f"  {done.act.id}"])


@click.command(help=_("Write down what the team knows now."))
@click.argument("text")
@click.option("--team", shell_complete=complete_ids("team"))
@cycle_option
@json_option
def learning(text: str, team: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Adds a learning to the review."""
    where = here()
    into, own = cycle_to_measure(where, cycle).cycle.id, team_meant(where, team)
    tell([carry_out(where, lambda: add_learning(where.root, _author(where), into, own, text))], as_json=as_json)


@click.command(help=_("Add what somebody will do because of the retrospective: it stands in what they owe."))
@click.argument("text")
@click.option("--owner", shell_complete=complete_ids("person"), help=_("Who does it; else the team's lead."))
@click.option("--due", metavar="DAY")
@click.option("--team", shell_complete=complete_ids("team"))
@cycle_option
@json_option
def action(
    text: str, owner: str | None, due: str | None, team: str | None, cycle: str | None, *, as_json: bool
) -> None:
    """Adds an action to the review."""
    where = here()
    into, own = cycle_to_measure(where, cycle).cycle.id, team_meant(where, team)
    who = None if owner is None else resolve_owner(where.workspace, owner)
    day = typed_day(due) if due else None
    tell(
        [carry_out(where, lambda: add_action(where.root, _author(where), into, own, text, owner=who, due=day))],
        as_json=as_json,
    )


@click.group(
    invoke_without_command=True,
    help=_(
        "The boards of the retrospective: the actions of the last one first, then the notes, the most backed first."
    ),
)
@click.option("--team", shell_complete=complete_ids("team"))
@click.option("--format", "columns", type=click.Choice(tuple(FORMATS)), help=_("The columns to show."))
@cycle_option
@json_flag
@click.pass_context
def retro(ctx: click.Context, team: str | None, columns: str | None, cycle: str | None, *, as_json: bool) -> None:
    """Prints both boards of a team."""
    if ctx.invoked_subcommand is not None:
        return
    where = here()
    content, own = cycle_to_measure(where, cycle), team_meant(where, team)
    before = last_actions(where.workspace, content, own)
    formats = dict.fromkeys(BOARDS, columns) if columns else None
    found = boards(where.workspace, content, own, formats)
    if as_json:
        first = [{"cycle": each.cycle.id, **_action(each.action)} for each in before]
        told = {"cycle": content.cycle.id, "team": own, "last_actions": first}
        print_json({**told, "boards": [_object(each) for each in found]})
        return
    if before:
        click.echo(bold(_("What the last one decided to do")))
        for each in before:
            click.echo(f"  {'☑' if each.action.done else '☐'} {one_line(each.action.text)}  {dim(each.action.id)}")
    for board in found:
        for line in _lines(where, board):
            click.echo(line)


retro.add_command(open_)
retro.add_command(reveal)

RETRO_ADD = (learning, action)
"""The commands of `okr add` that belong to Measure."""


def _lines(where: Here, board: "Boarded") -> list[str]:
    from okr_tui.cli.output import columns as width
    from okr_tui.words.retro import board as board_word
    from okr_tui.words.retro import column as column_word

    themes = [f"  {one_line(each.theme.title)}  {len(each.notes)}{_plus(each.backers)}" for each in board.themes]
    lines = ["", bold(board_word(board.board)), *themes]
    for column in board.columns:
        lines.append(f"  {column_word(column.code)}")
        for shown in column.notes:
            name = one_line(where.workspace.name_of(shown.person))
            text = wrapped(one_line(shown.note.text), width() - 6)
            lines += [f"    · {text[0]}", *(f"      {line}" for line in text[1:])]
            lines.append(dim(f"      {name}  {shown.note.id}{_plus(shown.backers)}"))
    return lines


def _plus(backers: tuple[str, ...]) -> str:
    return f"  +{len(backers)}" if backers else ""


def _action(action: "Action") -> dict[str, Any]:
    return {"id": action.id, "text": action.text, "owner": action.owner, "due": action.due, "done": action.done}


def _object(board: "Boarded") -> dict[str, Any]:
    def told(shown: "Shown") -> dict[str, Any]:
        return {"id": shown.note.id, "by": shown.person, "text": shown.note.text, "backed_by": list(shown.backers),
                "theme": shown.theme}  # fmt: skip

    return {
        "board": board.board, "format": board.format or USUAL,
        "columns": [{"column": each.code, "notes": [told(note) for note in each.notes]} for each in board.columns],
        "themes": [
            {"id": each.theme.id, "title": each.theme.title, "notes": [note.note.id for note in each.notes],
             "backed_by": list(each.backers)}
            for each in board.themes
        ],
    }  # fmt: skip


def _said(where: Here, identity: str) -> "tuple[CycleContent, str]":
    """The cycle and the words of a note or pain point."""
    for content in where.workspace.open_cycles(where.today):
        for journal in content.journals:
            words = {each.id: each.text for each in journal.note} | {each.id: each.text for each in journal.pain_point}
            if identity in words:
                return content, one_line(words[identity])
    raise WrongUsage(_("There is no such note and no such pain point; “okr retro” shows the notes with their ids."))


def _whom(where: Here, text: str) -> str:
    known = (*where.workspace.person_by_id, *where.workspace.team_by_id)
    if text in known:
        return text
    try:
        return resolve_person(where.workspace, text)
    except NothingFits:
        return resolve_team(where.workspace, text)


def _author(where: Here) -> Author:
    return Author(where.somebody, where.now, secrets.choice)
