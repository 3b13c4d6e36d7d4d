"""`okr comment` and `okr ask`: say something on a thing, read its threads, apply a suggestion, ask the champion."""

import secrets
from typing import TYPE_CHECKING, Any

import click

from okr_tui.actions.act import Author
from okr_tui.actions.answering import say_on
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.lasting import say_that_it_lasts
from okr_tui.cli.output import columns, dim, print_json, wrapped
from okr_tui.cli.places import place_meant
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.threads import Thread, Word
    from okr_tui.domain.workspace import CycleContent

KINDS = ("comment", "question", "challenge", "suggestion")


@click.command(
    help=_(
        "Say something on a thing; without TEXT, read what was said.\n\n"
        "ID may be a comment, which TEXT then answers. A suggestion's text is the new title, or lines such as "
        "“target = 45”: okr comment --apply ID takes it up."
    )
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("any"))
@click.argument("text", required=False)
@click.option("--kind", type=click.Choice(KINDS), default="comment")
@click.option("--reply-to", metavar="ID", help=_("The comment that it answers."))
@click.option("--resolve", "resolve_", is_flag=True, help=_("Close the thread."))
@click.option("--apply", "apply_", is_flag=True, help=_("Take up the suggestion with this id."))
@click.option("--why", help=_("The reason, where it changes what is agreed."))
@json_option
def comment(
    identity: str, text: str | None, kind: str, reply_to: str | None, why: str | None, *,
    resolve_: bool, apply_: bool, as_json: bool,
) -> None:  # fmt: skip
    """Says a word, reads a thread, or applies a suggestion."""
    where = here()
    answered = _word(where, reply_to or identity)
    if reply_to is not None and answered is None:
        raise WrongUsage(_("There is no comment with the id “{id}”.").format(id=reply_to[:80]))
    if apply_:
        _apply(where, answered, why, as_json=as_json)
        return
    about, content = _about(where, identity, answered)
    if text is None and not resolve_:
        _show(where, content, about, as_json=as_json)
        return
    if resolve_ and answered is None:
        raise WrongUsage(_("Name the comment whose thread is to be closed."))
    say_that_it_lasts(where)
    author = Author(where.somebody, where.now, secrets.choice)
    reply = answered[1].comment.id if answered is not None else None
    done = carry_out(
        where,
        lambda: say_on(
            where.root, author, content.cycle.id, about, text or "", kind=kind, reply_to=reply, resolved=resolve_
        ),
    )
    tell([done], as_json=as_json)


@click.command(help=_("Ask the champion, or complain: about how the team works with its OKRs."))
@click.argument("text")
@click.option("--team", shell_complete=complete_ids("team"), help=_("Whose champion; else that of your team."))
@json_option
def ask(text: str, team: str | None, *, as_json: bool) -> None:
    """Asks the champion of a team."""
    from okr_tui.domain.owning import champions
    from okr_tui.domain.resolve import resolve_team

    where = here()
    content = where.cycle(None)
    about = resolve_team(where.workspace, team) if team else where.workspace.own_team(where.me, content)
    if about is None:
        raise WrongUsage(_("There is no team yet; “okr add team NAME” adds one."))
    say_that_it_lasts(where)
    author = Author(where.somebody, where.now, secrets.choice)
    done = carry_out(where, lambda: say_on(where.root, author, content.cycle.id, about, text, kind="question"))
    names = ", ".join(one_line(where.workspace.name_of(each)) for each in champions(where.workspace, about, author.me))
    line = (
        _("asked {names}").format(names=names)
        if names
        else _("asked; there is no champion and no lead yet who could answer")
    )
    tell([done], as_json=as_json, lines=[f"{line}  {done.act.id}"])


def _word(where: Here, identity: str) -> "tuple[CycleContent, Word] | None":
    """The comment with this id in an open cycle, or a closed one that was read."""
    from okr_tui.domain.threads import word

    found = ((each, word(each, identity)) for each in where.workspace.cycles.values())
    return next(((content, said) for content, said in found if said is not None), None)


def _about(where: Here, identity: str, answered: "tuple[CycleContent, Word] | None") -> "tuple[str, CycleContent]":
    """What the words are about, and the cycle whose journals they go into."""
    if answered is not None:
        return answered[1].comment.about, answered[0]
    place = place_meant(where, identity)
    if place.kind in {"person", "role", "cycle"}:
        raise WrongUsage(_("A comment is about something in a plan, a KPI or a team."))
    about: str = place.table.id  # type: ignore[attr-defined]
    return about, where.workspace.cycles[place.cycle] if place.cycle else where.cycle(None)


def _apply(where: Here, answered: "tuple[CycleContent, Word] | None", why: str | None, *, as_json: bool) -> None:
    from okr_tui.actions.editing import needs_reason
    from okr_tui.actions.suggesting import apply, proposal
    from okr_tui.domain.owning import place_of

    if answered is None:
        raise WrongUsage(_("Name the suggestion by its id; “okr comment ID” shows what was said on a thing."))
    content, said = answered
    place = place_of(where.workspace, content, said.comment.about)
    if place is None:
        raise WrongUsage(_("What the suggestion is about is no longer there."))
    found = proposal(place, said.comment.text)
    if found is not None and needs_reason(place, set(found.values)):
        why = asked_reason(_("This is agreed. Why does it change?"), why or found.why)
    author = Author(where.somebody, where.now, secrets.choice)
    cycle = content.cycle.id
    tell([carry_out(where, lambda: apply(where.root, author, place, said, cycle, why=why))], as_json=as_json)


def _show(where: Here, content: "CycleContent", about: str, *, as_json: bool) -> None:
    from okr_tui.domain.threads import is_open, threads

    found = threads(content, about)
    if as_json:
        print_json([_object(where, content, thread) for thread in found])
        return
    if not found:
        click.echo(_("Nothing was said on it yet."))
    for thread in found:
        still = _("open") if is_open(where.workspace, content, thread) else ""
        for line in _lines(where, thread.first, "", still):
            click.echo(line)
        for reply in thread.replies:
            for line in _lines(where, reply, "    ", _("closes it") if reply.comment.resolved else ""):
                click.echo(line)


def _lines(where: Here, said: "Word", indent: str, state: str) -> list[str]:
    from okr_tui.words.dates import day
    from okr_tui.words.talking import kind_said

    name = one_line(where.workspace.name_of(said.person))
    facts = (name, day(said.comment.at.date(), where.today), kind_said(said.comment.kind), state, said.comment.id)
    text = [
        line for part in said.comment.text.split("\n") if part for line in wrapped(part, columns() - len(indent) - 2)
    ]
    return [indent + dim(" · ".join(fact for fact in facts if fact)), *(f"{indent}  {line}" for line in text)]


def _object(where: Here, content: "CycleContent", thread: "Thread") -> dict[str, Any]:
    from okr_tui.domain.threads import is_open

    said = [
        {"id": each.comment.id, "at": each.comment.at, "by": each.person, "about": each.comment.about,
         "kind": each.comment.kind, "text": each.comment.text, "reply_to": each.comment.reply_to,
         "resolved": each.comment.resolved}
        for each in (thread.first, *thread.replies)
    ]  # fmt: skip
    return {**said[0], "open": is_open(where.workspace, content, thread), "replies": said[1:]}
