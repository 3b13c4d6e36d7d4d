"""`okr prompt` as a verb among the others, for help and completion; `__main__` answers it before click is imported."""

import click

from okr_tui.cli.context import here
from okr_tui.cli.prompt import run
from okr_tui.words.language import _


@click.command(help=_("One short line for a shell prompt, such as “2 due”; nothing where nothing is."))
@click.pass_context
def prompt(ctx: click.Context) -> None:
    """Prints the line."""
    where = here()
    told = {"-w": where.workspace_option, "--me": where.me_option, "--today": where.today_option}
    ctx.exit(run([word for option, value in told.items() if value for word in (option, value)]))
