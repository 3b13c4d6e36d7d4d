"""`okr doctor`: what is right and wrong on this machine and in this workspace, and what can be mended."""

import sys

import click

from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import here
from okr_tui.cli.diagnosis import Finding, diagnosis
from okr_tui.cli.output import print_json
from okr_tui.domain.errors import OkrError
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

_SIGNS = {"good": "✓", "note": "·", "bad": "✗"}
_COLOURS = {"good": "green", "note": "yellow", "bad": "red"}


@click.command(
    help=_("Look at this machine and this workspace, and say what is wrong. Exit 1 when something does not work.")
)
@click.option("--fix", is_flag=True, help=_("Mend what can be mended; asks before each on a terminal."))
@click.option("--yes", is_flag=True, help=_("Mend without asking."))
@click.option("--json", "as_json", is_flag=True, help=_("Print JSON with stable keys."))
@click.pass_context
def doctor(ctx: click.Context, *, fix: bool, yes: bool, as_json: bool) -> None:
    """Prints what was found and mends what can be mended."""
    where = here()
    found = diagnosis(where)
    told: list[tuple[Finding, str]] = [
        (finding, _mended(finding, ask=not yes and not as_json and on_a_terminal()) if fix or yes else "")
        for finding in found
    ]
    if as_json:
        print_json(
            {
                "ok": not _failed(told),
                "findings": [
                    {
                        "code": finding.code, "state": finding.state, "message": finding.message,
                        "fixable": finding.mend is not None, "fixed": bool(mended),
                    }
                    for finding, mended in told
                ],
            }
        )  # fmt: skip
    else:
        _say(told, fix=fix or yes)
    ctx.exit(1 if _failed(told) else 0)


def on_a_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _failed(told: list[tuple[Finding, str]]) -> bool:
    return any(finding.state == "bad" and not mended for finding, mended in told)


def _mended(finding: Finding, *, ask: bool) -> str:
    """What was done about it; empty where nothing was."""
    if finding.mend is None or (ask and not confirmed(finding.question, default=True)):
        return ""
    try:
        return finding.mend()
    except OSError as error:
        why = error.strerror or str(error)
    except OkrError as error:
        why = error.message
    click.echo("okr: " + _("that could not be mended: {why}").format(why=one_line(why)), err=True)
    return ""


def _say(told: list[tuple[Finding, str]], *, fix: bool) -> None:
    for finding, mended in told:
        sign = click.style(_SIGNS[finding.state], fg=_COLOURS[finding.state])
        click.echo(f"{sign} {one_line(finding.message)}")
        if mended:
            click.echo(f"  → {one_line(mended)}")
    if not fix and any(finding.mend for finding, _mended in told):
        click.echo("")
        click.echo(_("“okr doctor --fix” mends what it can."))
