"""`okr decide`: what becomes of an objective or key result, and why."""

import secrets
import sys

import click

from okr_tui.actions.act import Author
from okr_tui.actions.deciding import VERDICTS
from okr_tui.actions.deciding import decide as decided
from okr_tui.actions.values import number
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.output import cycle_option
from okr_tui.cli.told import asked_reason, carry_out, json_option, tell
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import KeyResult
from okr_tui.domain.review import When
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_VERDICTS = tuple(dict.fromkeys(each for verdicts in VERDICTS.values() for each in verdicts))


@click.command(
    help=_(
        "Decide what becomes of an objective or key result.\n\nAt the end of a cycle: close, continue, rework (with "
        "--baseline or --target of a key result), drop. In the middle (--mid; keep and adjust can only mean that): "
        "keep, adjust, drop, which gives it up at once. Nothing goes on silently."
    )
)
@click.argument("identity", metavar="ID", shell_complete=complete_ids("objective", "key-result"))
@click.argument("verdict", type=click.Choice(_VERDICTS), required=False)
@click.option("--why", help=_("The reason; the next cycle learns from it."))
@click.option("--mid", is_flag=True, help=_("In the middle of the cycle."))
@click.option("--baseline", metavar="N", help=_("Where it starts in the next cycle, instead of its last figure."))
@click.option("--target", metavar="N", help=_("What it aims for in the next cycle."))
@cycle_option
@json_option
def decide(
    identity: str, verdict: str | None, why: str | None, baseline: str | None, target: str | None, cycle: str | None, *,
    mid: bool, as_json: bool,
) -> None:  # fmt: skip
    """Decides on one thing."""
    where = here()
    place = where.thing_in(cycle, identity, {"objective", "key-result"})
    when: When = "mid" if mid or verdict in {"keep", "adjust"} else "end"
    if verdict is None:
        if not sys.stdin.isatty():
            raise WrongUsage(_("Say what is decided: {verdicts}.").format(verdicts=", ".join(VERDICTS[when])))
        verdict = str(click.prompt(one_line(place.title), type=click.Choice(VERDICTS[when])))
    reason = asked_reason(_("Why?"), why) or ""
    author = Author(where.somebody, where.now, secrets.choice)
    unit = place.table.unit if isinstance(place.table, KeyResult) else None
    figures = {
        key: number(text, unit) for key, text in (("baseline", baseline), ("target", target)) if text is not None
    }
    tell(
        [carry_out(
            where, lambda: decided(where.root, author, place, verdict, reason, when=when, **figures)  # type: ignore[arg-type]
        )],
        as_json=as_json,
    )  # fmt: skip
