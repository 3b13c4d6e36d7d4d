"""What a person is told before their first named word that others read."""

import click

from okr_tui.cli.context import Here
from okr_tui.words.agreeing import lasts


def say_that_it_lasts(where: Here) -> None:
    """Says on stderr that everybody can read this for good, to a person who has said no such word here before."""
    from okr_tui.domain.threads import has_spoken

    if not has_spoken(where.workspace, where.somebody):
        click.echo("okr: " + lasts(), err=True)
