"""`okr grade`: say how far it got, before the computed score is shown; and what one thinks of somebody else's grade."""

import secrets
import sys
from typing import TYPE_CHECKING

import click

from okr_tui.actions.act import Author, Done
from okr_tui.cli.asked_at_the_end import ask_grade, computed_now, graded
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import Here, here
from okr_tui.cli.lasting import say_that_it_lasts
from okr_tui.cli.output import cycle_option, print_json
from okr_tui.cli.told import asked_reason, carry_out, json_option
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.domain.owning import owner_of
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.domain.review import When
    from okr_tui.domain.workspace import Located


@click.command(
    help=_(
        "Grade a key result or an objective from 0 to 1, and say why: okr grade nps 0.6 --why …\n\n"
        "What is computed is shown after you have said yours. Without an id: everything that you owe a grade on, one "
        "after the other. --opinion says what you think of somebody else's grade."
    )
)
@click.argument("identity", metavar="[ID]", required=False, shell_complete=complete_ids("key-result", "objective"))
@click.argument("value", metavar="[0..1]", required=False)
@click.option("--why", help=_("The reason; for a committed one that was missed, one line of post-mortem."))
@click.option("--mid", is_flag=True, help=_("The light grade in the middle of the cycle."))
@click.option("--opinion", is_flag=True, help=_("What you would have graded; it stands under your name."))
@cycle_option
@json_option
def grade(
    identity: str | None, value: str | None, why: str | None, cycle: str | None, *, mid: bool, opinion: bool, as_json: bool
) -> None:  # fmt: skip
    """Grades one thing, or all that is owed."""
    where = here()
    when: When = "mid" if mid else "end"
    if identity is None:
        _walk(where)
        return
    place = where.thing_in(cycle, identity, {"key-result", "objective"})
    if opinion:
        _contest(where, place, _share(value), why, as_json=as_json)
        return
    given = _share(value)
    _not_over_the_owners(where, place, when)
    if why is None and sys.stdin.isatty() and not mid:
        why = asked_reason(_("Why? (enter: no words)"), None)
    _say(where, place, given, graded(where, place, given, why, when), as_json=as_json)


def _not_over_the_owners(where: Here, place: "Located", when: "When") -> None:
    """Asks before somebody else's grade is replaced by one who doesn't own the thing.

    Raises:
        PersonMustDecide: it was not meant, or nobody can be asked.
    """
    review = where.content_of(place).reviews.get(place.team)
    identity = str(place.table.id)  # type: ignore[attr-defined]
    rows = [each for each in (review.grade if review else ()) if each.about == identity and each.when == when]
    stands = next((each.self_ for each in rows if each.self_ is not None), None)
    if stands is None or where.me in where.workspace.people_owing(place.team, owner_of(place)):
        return
    message = _("“{title}” has a grade already, {grade:g}, and is not yours; --opinion says what you would have given.")
    said = message.format(title=one_line(place.title)[:60], grade=stands)
    if not sys.stdin.isatty():
        raise PersonMustDecide(said)
    click.echo(said)
    if not confirmed(_("Replace it all the same?")):
        raise PersonMustDecide(_("Nothing was changed."))


def _walk(where: Here) -> None:
    """Asks for a grade on everything that this person owes one on."""
    from okr_tui.domain.due import owed

    items = [each for each in owed(where.workspace, where.somebody, where.today) if each.kind == "grade"]
    if not sys.stdin.isatty():
        raise WrongUsage(_("Say what to grade (okr grade KR 0..1 --why …), or run this in a terminal."))
    if not items:
        click.echo(_("You owe no grade."))
        return
    n = len(items)
    click.echo(ngettext("{n} grade is owed.", "{n} grades are owed.", n).format(n=n) + " " + _("Enter skips."))
    for item in items:
        if item.about is not None:
            ask_grade(where, item.about)


def _say(where: Here, place: "Located", own: float, done: Done, *, as_json: bool) -> None:
    """Tells what was graded, and only now what was computed."""
    from okr_tui.words.grades import compared
    from okr_tui.words.quoting import with_colon

    score = computed_now(where, place)
    if as_json:
        told = {"id": done.act.id, "file": done.act.file, "change": done.act.change.name}
        print_json({**told, "self": own, "computed": score})
        return
    click.echo(with_colon(one_line(place.title), compared(own, score)))


def _contest(where: Here, place: "Located", value: float, why: str | None, *, as_json: bool) -> None:
    from okr_tui.actions.grading import contest
    from okr_tui.cli.told import tell

    say_that_it_lasts(where)
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: contest(where.root, author, place, value, why))], as_json=as_json)


def _share(text: str | None) -> float:
    """A grade as it was typed, else asked for on a terminal."""
    from okr_tui.actions.values import number

    if text is None:
        if not sys.stdin.isatty():
            raise WrongUsage(_("Say the grade, from 0 to 1."))
        text = str(click.prompt(_("From 0 to 1")))
    return float(number(text))
