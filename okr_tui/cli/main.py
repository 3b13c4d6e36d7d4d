"""The command `okr`: verbs loaded when they are used, global options anywhere, every failure one sentence.

The language is chosen before this module is imported (`context.speak_for`), so that its help is in it.
"""

import importlib
import os
import sys
from typing import TYPE_CHECKING

import click

from okr_tui.cli.context import Here
from okr_tui.cli.ending import INTERRUPTED, ended
from okr_tui.cli.verbs import VERBS, line_of
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


class LazyVerbs(click.Group):
    """A group that imports the module of a verb only when that verb is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002 - click's signature
        """Every verb, in the order of the table."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        """The command of a verb, with the global options added to it."""
        verb = VERBS.get(cmd_name)
        if verb is None:
            return None
        module, attribute = verb.place.split(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        take_global_options(command)
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The verb that was typed; an unknown one is an error that names the likeliest."""
        typed = args[0]
        if typed not in VERBS and not typed.startswith("-") and not ctx.resilient_parsing:
            ctx.fail(_no_verb(typed))
        return super().resolve_command(ctx, args)

    def shell_complete(self, ctx: click.Context, incomplete: str) -> "list[CompletionItem]":
        """Verbs and global options behind the tab key, without importing any verb."""
        from click.shell_completion import CompletionItem

        verbs = [CompletionItem(verb, help=line_of(verb)) for verb in VERBS if verb.startswith(incomplete)]
        return [*verbs, *click.Command.shell_complete(self, ctx, incomplete)]

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        """The list of verbs in the help, without importing any of them."""
        with formatter.section(_("Commands")):
            formatter.write_dl([(verb, line_of(verb)) for verb in VERBS])


def _no_verb(typed: str) -> str:
    from difflib import get_close_matches

    known = get_close_matches(typed, VERBS, 1)
    sentence = _("“{text}” is no command.").format(text=one_line(typed)[:80])
    return " ".join([sentence, *(_("Did you mean “{id}”?").format(id=name) for name in known)])


def _told(ctx: click.Context, option: click.Parameter, value: str | None) -> None:
    root = ctx.find_root()
    where = root.ensure_object(Here)
    if value is not None:
        setattr(where, f"{option.name}_option", value)


def global_options() -> list[click.Option]:
    """The options that stand before or after any verb."""
    return [
        click.Option(
            ["-w", "--workspace"], metavar="DIR", expose_value=False, callback=_told,
            help=_("The workspace folder, or one inside it."),
        ),
        click.Option(["--me"], metavar="ID", expose_value=False, callback=_told, help=_("Who is asking.")),
        click.Option(
            ["--today"], metavar="DATE", expose_value=False, callback=_told, help=_("The day that counts as today.")
        ),
    ]  # fmt: skip


def take_global_options(command: click.Command) -> None:
    """Lets a command, and those inside it, take the global options after their own; safe to call twice."""
    if not any(option.name == "today" for option in command.params):
        command.params.extend(global_options())
    if isinstance(command, click.Group):
        for inner in command.commands.values():
            take_global_options(inner)


@click.group(
    cls=LazyVerbs, invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]},
    params=global_options(),
    help=_(
        "Objectives and key results, from plain files: make, align, achieve, measure.\n\n"
        "Without a command it opens the app on the workspace found from here upwards."
    ),
)  # fmt: skip
@click.version_option(package_name="okr-tui", prog_name="okr")
@click.pass_context
def okr(ctx: click.Context) -> None:
    """The command itself: without a verb it opens the app."""
    where = ctx.ensure_object(Here)
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        ctx.color = False
    if ctx.invoked_subcommand is None:
        from okr_tui.cli.open import open_app

        open_app(where)


def run(argv: list[str]) -> int:
    """Runs a command line and returns its exit code; a failure is said in one sentence on stderr."""
    return ended(lambda: _by_click(argv))


def _say_unread(where: Here) -> None:
    """Says on stderr which files could not be read, where a command has read the workspace: what it told lacks them."""
    workspace = vars(where).get("workspace")
    if workspace is None:
        return
    files = workspace.unread
    if files:
        words = ngettext(
            "{n} file can't be read ({file}); “okr check” says why",
            "{n} files can't be read ({file}, …); “okr check” says why",
            len(files),
        )
        sys.stdout.flush()
        click.echo("okr: " + words.format(n=len(files), file=one_line(files[0])), err=True)


def _by_click(argv: list[str]) -> object:
    where = Here()
    try:
        try:
            return okr.main(args=argv, prog_name="okr", standalone_mode=False, obj=where)
        finally:
            _say_unread(where)
            where.keep()
    except click.ClickException as error:
        error.show()
        return 2 if isinstance(error, click.FileError) else error.exit_code
    except click.Abort:
        return INTERRUPTED
