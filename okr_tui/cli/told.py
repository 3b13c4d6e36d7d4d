"""What a change tells when it is done: one line for a person, an object for a script."""

import json
import sys
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

import click

from okr_tui.actions.act import Act, Done, perform
from okr_tui.cli.context import Here
from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

Decorated = TypeVar("Decorated", bound=Callable[..., Any])


def json_option(command: Decorated) -> Decorated:
    """The option `--json`, as `as_json`."""
    return click.option("--json", "as_json", is_flag=True, help=_("Print an object for scripts."))(command)


def carry_out(here: Here, make: Callable[[], Act]) -> Done:
    """Performs an action in the workspace and says on stderr what a person should know about how it was saved."""
    done = perform(here.root, here.state, make, by=_by(here), at=here.now)
    for path, kept in done.written.rewritten:
        message = _("{path} could not be changed in place; its comments are in the old version, kept at {kept}")
        click.echo("okr: " + message.format(path=path, kept=kept), err=True)
    for told in done.told:
        click.echo("okr: " + one_line(told), err=True)
    if done.written.unsafe:
        click.echo("okr: " + _("saved, but not yet safe from a power cut"), err=True)
    if done.written.conflicts:
        click.echo("okr: " + both_kept(), err=True)
    return done


def both_kept() -> str:
    """What a person should know when somebody else had changed the same meanwhile."""
    return _("somebody else has changed the same meanwhile; both values are kept in the file until one is chosen")


def _by(here: Here) -> str | None:
    """Who acts, for the history; nobody where it isn't known, which harms nothing."""
    try:
        return here.me
    except OkrError:
        return None


def tell(done: Sequence[Done], *, as_json: bool, lines: Sequence[str] = ()) -> None:
    """Prints what was changed.

    Args:
        done: the actions, in order.
        as_json: an object with id, file and change; a list of them where there are several.
        lines: what a person reads; without them the names of the changes.
    """
    if as_json:
        told = [{"id": each.act.id, "file": each.act.file, "change": each.act.change.name} for each in done]
        click.echo(json.dumps(told[0] if len(told) == 1 else told))
        return
    for line in lines or [f"{one_line(each.act.change.name)}  {each.act.id}" for each in done]:
        click.echo(line)


def asked_reason(question: str, why: str | None) -> str | None:
    """The reason given, else asked for on a terminal; None where nobody can be asked."""
    if why or not sys.stdin.isatty():
        return why
    return str(click.prompt(question, default="", show_default=False)).strip() or None
