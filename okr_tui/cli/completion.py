"""`okr completion`: the script that makes a shell complete verbs, options and ids."""

import click
from click.shell_completion import get_completion_class

from okr_tui.words.language import _

SHELLS = ("bash", "zsh", "fish")


@click.command(
    help=_(
        "Print the completion script of a shell. Load it from its start file:\n\n"
        '\b\nbash   eval "$(okr completion bash)"\nzsh    eval "$(okr completion zsh)"\n'
        "fish   okr completion fish | source"
    )
)
@click.argument("shell", type=click.Choice(SHELLS))
@click.pass_context
def completion(ctx: click.Context, shell: str) -> None:
    """Prints the script."""
    machinery = get_completion_class(shell)
    if machinery is None:  # every shell of SHELLS is known to click
        raise click.UsageError(shell)
    of_shell = machinery(ctx.find_root().command, {}, "okr", "_OKR_COMPLETE")
    # Not `source()`: for bash that starts a bash to look at its version, which a script that is loaded at login must not.
    click.echo(of_shell.source_template % of_shell.source_vars())
