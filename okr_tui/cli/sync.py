"""`okr sync`: share this workspace with everybody else through its git repository."""

import sys

import click

from okr_tui.actions.sharing import outcome, share, trust_it
from okr_tui.cli.confirming import confirmed
from okr_tui.cli.context import here
from okr_tui.cli.output import json_flag, print_json
from okr_tui.store.git.sync import Shared
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext


@click.command(
    help=_(
        "Commit what was changed in the workspace, fetch and merge what others shared, and share it. Only the "
        "workspace's own files are touched. Exit 4 when a person must do something first."
    )
)
@click.option("--trust", "trusting", is_flag=True, help=_("Trust this repository without being asked."))
@json_flag
@click.pass_context
def sync(ctx: click.Context, *, trusting: bool, as_json: bool) -> None:
    """Shares the workspace and says what came of it."""
    from okr_tui.store.git.opening import NotTrusted

    where = here()
    if trusting:
        trust_it(where.root)
    try:
        shared = share(where.root, where.state, where.me)
    except NotTrusted as unknown:
        if as_json or not on_a_terminal():
            raise
        question = _("Do you trust the git repository {folder}? git then works in it with its settings.")
        if not confirmed(question.format(folder=one_line(str(unknown.repository.top)))):
            raise
        trust_it(where.root)
        shared = share(where.root, where.state, where.me)
    waiting = shared.conflicts or len(where.workspace.conflicts)
    if as_json:
        print_json(_as_object(shared))
    else:
        for line in (*_lines(shared), *_waiting(shared, waiting)):
            click.echo(line)
    ctx.exit(4 if waiting or shared.unready else 0)


def on_a_terminal() -> bool:
    """Whether somebody is there to be asked."""
    return sys.stdin.isatty()


def _as_object(shared: Shared) -> dict[str, object]:
    return {
        "committed": list(shared.committed), "received": list(shared.received), "sent": list(shared.sent),
        "merged": list(shared.merged), "conflicts": shared.conflicts,
        "unready": [{"file": path, "message": why} for path, why in shared.unready],
        "offline": shared.offline is not None, "message": shared.offline, "remote": shared.remote,
        "request": shared.request, "link": shared.link, "followed": shared.followed,
        "copied": [{"id": said, "new": new} for said, new in shared.copied],
    }  # fmt: skip


def _lines(shared: Shared) -> list[str]:
    """What a person reads, the most important last."""
    lines = []
    if shared.merged:
        lines.append(
            ngettext(
                "{n} file that git had left unmerged is merged.", "{n} files that git had left unmerged are merged.",
                len(shared.merged),
            ).format(n=len(shared.merged))
        )  # fmt: skip
    if shared.followed is not None:
        told = _("The shared branch was renamed; this clone follows it to {branch}.")
        lines.append(told.format(branch=one_line(shared.followed)))
    lines.append(one_line(outcome(shared)))
    for path, why in shared.unready:
        lines.append(_("{file} can't be read and was left out: {why}").format(file=one_line(path), why=one_line(why)))
    for said, new in shared.copied:
        told = _("Somebody had copied “{said}” by hand; the copy has the id “{new}” now.")
        lines.append(told.format(said=one_line(said), new=one_line(new)))
    if shared.conflicts:
        lines.append(
            ngettext(
                "{n} thing was changed differently by two people; “okr resolve” shows it.",
                "{n} things were changed differently by two people; “okr resolve” shows them.",
                shared.conflicts,
            ).format(n=shared.conflicts)
        )
    return lines


def _waiting(shared: Shared, waiting: int) -> list[str]:
    """What two people changed differently some time ago, and nobody has decided yet."""
    if shared.conflicts or not waiting:
        return []
    said = ngettext(
        "{n} thing that two people changed differently still waits; “okr resolve” shows it.",
        "{n} things that two people changed differently still wait; “okr resolve” shows them.",
        waiting,
    )
    return [said.format(n=waiting)]
