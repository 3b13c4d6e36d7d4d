"""`okr undo` and `okr redo`: the last change of this machine, taken back and done again."""

from typing import Literal

import click

from okr_tui.actions.undoing import take_back
from okr_tui.cli.context import here
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


@click.command(help=_("Take back the last change made on this machine; what others have written since stays."))
@json_option
def undo(as_json: bool) -> None:
    """Takes back the last change."""
    _turn("undo", _("taken back: {name}"), _("nothing of it was left to take back: {name}"), as_json=as_json)


@click.command(help=_("Do again what was taken back last."))
@json_option
def redo(as_json: bool) -> None:
    """Does again what was taken back."""
    _turn("redo", _("done again: {name}"), _("nothing of it could be done again: {name}"), as_json=as_json)


def _turn(kind: Literal["undo", "redo"], words: str, nothing: str, *, as_json: bool) -> None:
    """Turns a change round; where somebody has done or undone it by hand meanwhile, says that nothing was left (exit 1)."""
    where = here()
    done = carry_out(where, lambda: take_back(where.root, where.state, kind))
    name = one_line(done.act.change.name)
    if not done.written.files:
        click.echo("okr: " + nothing.format(name=name), err=True)
        click.get_current_context().exit(1)
    tell([done], as_json=as_json, lines=[words.format(name=name)])
