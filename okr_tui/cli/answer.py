"""`okr answer REQUEST accept|decline|challenge`: the answer to what was asked, or to what was proposed instead."""

import secrets

import click

from okr_tui.actions.act import Author
from okr_tui.actions.answering import VERDICTS
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.lasting import say_that_it_lasts
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day


@click.command(
    help=_(
        "Accept, decline or challenge what was asked of you; with --by another day is proposed. Whoever asked answers "
        "a proposal in the same way. Accepting an invitation drafts the link."
    )
)
@click.argument("request", metavar="REQUEST", shell_complete=complete_ids("request"))
@click.argument("verdict", type=click.Choice(VERDICTS))
@click.argument("text", required=False)
@click.option("--by", "by", metavar="DAY", help=_("Another day than the one asked for."))
@click.option(
    "--with", "taking", metavar="ID", shell_complete=complete_ids("objective", "key-result"),
    help=_("What will contribute, when an invitation is accepted; else an objective is drafted."),
)  # fmt: skip
@json_option
def answer(request: str, verdict: str, text: str | None, by: str | None, taking: str | None, *, as_json: bool) -> None:
    """Answers a request."""
    from okr_tui.actions.aligning import answer as answered
    from okr_tui.domain.links import asked

    where = here()
    place = where.thing(request, {"request"})
    content = where.content_of(place)
    each = next((each for each in asked(content, where.today) if each.request is place.table), None)
    if each is None:
        raise WrongUsage(_("“{title}” is no request.").format(title=one_line(place.title)[:60]))
    day = None if by is None else typed_day(by)
    if verdict != "accept" and day is None:
        text = asked_reason(_("Why? Whoever asked plans with it"), text)
    with_ = where.thing(taking, {"objective", "key-result"}) if taking is not None else None
    say_that_it_lasts(where)
    workspace, author = where.workspace, Author(where.somebody, where.now, secrets.choice)
    done = carry_out(
        where,
        lambda: answered(where.root, author, workspace, content, each, verdict, text, day, taking=with_),
    )
    tell([done], as_json=as_json)
