"""Which cycle to begin with in the last four weeks of one: asked on a terminal, elsewhere the next one, which is said."""

from datetime import date
from typing import TYPE_CHECKING, Literal

import click

from okr_tui.domain.errors import WrongUsage
from okr_tui.words.dates import day, in_days
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.fiscal import Beginning

Begin = Literal["running", "next"]
WAYS: tuple[Begin, ...] = ("running", "next")
"""What `--begin` may say."""


def beginning(late: "Beginning | None", begin: Begin | None, today: date, *, terminal: bool) -> Begin:
    """Return which cycle to begin with.

    Args:
        late: the two cycles to choose from; None where the running one has time left, so that nothing is asked.
        begin: what was said already.
        today: the day.
        terminal: whether somebody is there to be asked.
    """
    if begin is not None or late is None:
        return begin or "running"
    ends = _("{cycle} ends {when}, on {day}.").format(
        cycle=late.running.label, when=in_days((late.running.end - today).days), day=day(late.running.end)
    )
    if not terminal:
        told = _("It begins with the next cycle, {cycle}; --begin running takes the one that runs.")
        click.echo(f"okr: {ends} " + told.format(cycle=late.following.label), err=True)
        return "next"
    question = _("Begin with it (running), or with {cycle} (next)?").format(cycle=late.following.label)
    said: Begin = click.prompt(f"{ends} {question}", type=click.Choice(WAYS), default="next", show_choices=False)
    return said


def not_both(start: str | None, begin: Begin | None) -> None:
    """Refuse a day and a choice that may contradict each other.

    Raises:
        WrongUsage: both are said.
    """
    if start and begin:
        raise WrongUsage(_("Say --start or --begin: both say when the cycle begins."))
