"""`okr cycle close` and `okr cycle reopen`: the end of a cycle and the beginning of the next, in one change."""

import secrets
import sys
from typing import TYPE_CHECKING

import click

from okr_tui.actions.act import Author
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import Here, here
from okr_tui.cli.meant import cycle_to_measure
from okr_tui.cli.output import bold, dim
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import PersonMustDecide
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.phases import days_left

if TYPE_CHECKING:
    from okr_tui.actions.cycles import NewCycle
    from okr_tui.domain.closing import Going
    from okr_tui.domain.phases import Lack
    from okr_tui.domain.workspace import CycleContent

_NAMED = 6
"""How many of what is missing are named; the app shows all of them."""


@click.command(
    help=_(
        "Close a cycle: its scores are final, and what goes on stands as drafts in the next cycle. What is missing "
        "(grades, decisions) is asked for on a terminal; else it is listed, and --force closes all the same.\n\n"
        "okr cycle close --next opens the next cycle where none is open; --next NAME gives it a name."
    )
)
@click.argument("identity", metavar="[ID]", required=False, shell_complete=complete_ids("cycle"))
@click.option("--next", "following", is_flag=False, flag_value="", default=None, metavar="[NAME]",
              help=_("Open the next cycle for what goes on, where none is open."))  # fmt: skip
@click.option("--force", is_flag=True, help=_("Close it, whatever is missing."))
@click.option("--early", is_flag=True, help=_("Close it although days are left."))
@json_option
def close(identity: str | None, following: str | None, *, force: bool, early: bool, as_json: bool) -> None:
    """Closes a cycle."""
    from okr_tui.actions.closing import close_cycle
    from okr_tui.domain.closing import going_on

    where = here()
    content = cycle_to_measure(where, identity)
    wanted = _wanted(content, following)
    if not content.cycle.closed:
        if not early:
            _not_before_its_end(where, content)
        wanted = _seen_to(where, content, wanted, force=force)
        content = where.cycle(content.cycle.id)
    going = going_on(where.workspace, content, where.today)
    author = Author(where.somebody, where.now, secrets.choice)
    done = carry_out(where, lambda: close_cycle(where.root, author, where.workspace, content, wanted))
    where.read_again(done.written.files)
    tell([done], as_json=as_json, lines=[] if as_json else _closed(where, content.cycle.id, going))


@click.command(help=_("Open a closed cycle again; who did and why is shown from then on."))
@click.argument("identity", metavar="ID", shell_complete=complete_ids("cycle"))
@click.option("--why", help=_("The reason."))
@json_option
def reopen(identity: str, why: str | None, *, as_json: bool) -> None:
    """Opens a closed cycle again."""
    from okr_tui.actions.closing import reopen_cycle

    where = here()
    content = where.cycle(identity)
    reason = asked_reason(_("Its scores were final. Why is it opened again?"), why) or ""
    author = Author(where.somebody, where.now, secrets.choice)
    tell([carry_out(where, lambda: reopen_cycle(where.root, author, content, reason))], as_json=as_json)


def _not_before_its_end(where: Here, content: "CycleContent") -> None:
    """Makes sure that a cycle which still runs is meant: its name is typed on a terminal, `--early` said elsewhere.

    Raises:
        PersonMustDecide: it was not.
    """
    left = (content.cycle.end - where.today).days
    if left <= 0:
        return
    name = one_line(content.cycle.name)
    words = days_left(name, left)
    if not sys.stdin.isatty():
        raise PersonMustDecide(words + " " + _("Say --early where that is meant."))
    click.echo(words)
    if str(click.prompt(_("Type its name to close it all the same"), default="", show_default=False)).strip() != name:
        raise PersonMustDecide(_("Nothing was closed."))


def _wanted(content: "CycleContent", following: str | None) -> "NewCycle | None":
    from okr_tui.actions.cycles import NewCycle

    return None if following is None else NewCycle(content.cycle.kind, following.strip() or None)


def _seen_to(where: Here, content: "CycleContent", wanted: "NewCycle | None", *, force: bool) -> "NewCycle | None":
    """Asks for what is missing, as far as a terminal is there.

    Raises:
        PersonMustDecide: something is missing, nobody can be asked, and it was not forced.
    """
    from okr_tui.actions.cycles import NewCycle
    from okr_tui.domain.closing import to_close

    def lacking() -> "list[Lack]":
        found = to_close(where.workspace, where.cycle(content.cycle.id), where.today)
        return [each for each in found if each.code != "no-next" or wanted is None]

    lacks = lacking()
    if force or not lacks:
        return wanted
    if not sys.stdin.isatty():
        raise PersonMustDecide(_not_yet(where, content, lacks))
    _ask(where, content, {each for lack in lacks if lack.code == "not-graded" for each in lack.about}, "grade")
    _ask(where, content, {each for lack in lacks if lack.code == "not-decided" for each in lack.about}, "decide")
    lacks = lacking()
    if any(each.code == "no-next" for each in lacks) and confirmed(
        _("Open the next cycle for what goes on?"), default=True
    ):
        wanted = NewCycle(content.cycle.kind)
        lacks = lacking()
    if lacks and not confirmed(_not_yet(where, content, lacks) + "\n" + _("Close it all the same?")):
        raise PersonMustDecide(_("Nothing was closed; what you said is saved."))
    return wanted


def _ask(where: Here, content: "CycleContent", missing: set[str], what: str) -> None:
    """Asks for a grade or a decision on each of these, in the order of the plans; an empty line skips it."""
    from okr_tui.cli.asked_at_the_end import ask_decision, ask_grade

    for identity, place in content.located.items():
        if identity in missing:
            (ask_grade if what == "grade" else ask_decision)(where, place)


def _not_yet(where: Here, content: "CycleContent", lacks: "list[Lack]") -> str:
    """What is missing, with the first names, and the commands that see to it."""
    from okr_tui.words.phases import sentence
    from okr_tui.words.quoting import with_colon
    from okr_tui.words.several import with_more

    told = []
    for lack in lacks:
        named = [_called(where, content, each) for each in lack.about[:_NAMED]]
        told.append("  · " + with_colon(sentence(lack), with_more(named, len(lack.about) - _NAMED)))
    how = _("“okr grade ID 0..1”, “okr decide ID VERDICT --why …”; --next opens a cycle, --force closes anyway.")
    lines = [_("{cycle} is not ready to be closed:").format(cycle=one_line(content.cycle.name)), *told, how]
    return "\n".join(lines)


def _called(where: Here, content: "CycleContent", identity: str) -> str:
    place = content.located.get(identity)
    if place is None:
        other = where.workspace.cycles.get(identity)
        return one_line(other.cycle.name) if other is not None else identity
    return identity


def _closed(where: Here, identity: str, going: "tuple[Going, ...]") -> list[str]:
    """What was closed with which score, and what goes on where."""
    from okr_tui.domain.closing import following
    from okr_tui.domain.grades import company_score, cycle_graded
    from okr_tui.words.scores import score

    content = where.cycle(identity)
    whole = company_score(cycle_graded(where.workspace, content, where.today))
    name = one_line(content.cycle.name)
    lines = [bold(_("{cycle} is closed, at {score}.").format(cycle=name, score=score(whole)))]
    after = following(where.workspace, content)
    if going and after is not None:
        n = len(going)
        said = ngettext(
            "{n} objective goes on in {cycle}, as a draft:", "{n} objectives go on in {cycle}, as drafts:", n
        )
        lines.append(said.format(n=n, cycle=one_line(after.cycle.name)))
        for each in going:
            left = len(each.left)
            ends = ngettext("{n} key result ends here", "{n} key results end here", left).format(n=left) if left else ""
            lines.append(f"  {one_line(each.objective.title)}" + (dim(f"  {ends}") if ends else ""))
    return lines
