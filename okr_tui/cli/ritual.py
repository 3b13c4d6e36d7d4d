"""`okr ritual`: presents a ritual on a shared screen; without a terminal it tells its agenda."""

import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import json_flag, print_json
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.layout import TOP
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.agenda import AgendaStep


@click.command(
    help=_(
        "Presents a ritual of a team: one step at a time, with its countdown, its view, votes and what is written down. "
        "Without a kind it proposes today's. At the end its minutes are printed."
    )
)
@click.argument("kind", metavar="[KIND]", required=False)
@click.option("--team", metavar="ID", shell_complete=complete_ids("team"), help=_("The team; yours unless given."))
@click.option("--minutes", type=click.IntRange(1, 1440), metavar="N", help=_("How much time there is."))
@click.option("--copy", "training", is_flag=True, help=_("On a copy of the workspace, for training."))
@click.option("-o", "--output", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
              help=_("Write the minutes there; an existing file is left alone."))  # fmt: skip
@json_flag
def ritual(
    kind: str | None, *, team: str | None, minutes: int | None, training: bool, output: Path | None, as_json: bool
) -> None:
    """Presents a ritual, or tells its agenda."""
    where = here()
    found = _kind(kind)
    if team is not None:
        from okr_tui.domain.resolve import resolve_team

        team = resolve_team(where.workspace, team)
    if as_json or not (sys.stdin.isatty() and sys.stdout.isatty()):
        _tell(where, found, team, minutes, as_json=as_json)
        return
    if output is not None and output.exists():
        raise WrongUsage(_("{file} is there already; nothing was written over it.").format(file=output))
    from okr_tui.cli.open import open_ritual

    copy = _copied(where.root) if training else None
    page = open_ritual(where, found, team, minutes, copy)
    if copy is not None:
        click.echo(_("This was a copy: {folder}").format(folder=copy))
    if not page:
        return
    if output is None:
        click.echo(page, nl=False)
        return
    try:
        with output.open("x", encoding="utf-8") as file:
            file.write(page)
    except OSError as error:
        raise OkrError(_("{file} can't be written: {reason}.").format(file=output, reason=error.strerror)) from error
    click.echo(_("The minutes are in {path}.").format(path=output))


def _kind(said: str | None) -> str | None:
    """The kind that is meant by a name or the beginning of one.

    Raises:
        WrongUsage: no ritual, or several, are called so.
    """
    from okr_tui.domain.agenda import AGENDAS

    if said is None or said in AGENDAS:
        return said
    fitting = [kind for kind in AGENDAS if kind.startswith(said.casefold())]
    if len(fitting) != 1:
        raise WrongUsage(
            _("There is no ritual “{kind}”: {kinds}.").format(kind=said[:60], kinds=", ".join(fitting or AGENDAS))
        )
    return fitting[0]


def _tell(where: Here, kind: str | None, team: str | None, minutes: int | None, *, as_json: bool) -> None:
    """The agenda: of the ritual that is named, else of the one that comes next."""
    from okr_tui.domain.agenda import scaled
    from okr_tui.domain.agendas import steps_of
    from okr_tui.domain.held import dated, nearest, with_rituals
    from okr_tui.store.agendas import agendas_of

    content = where.cycle(None)
    own = team or where.workspace.own_team(where.me, content)
    contents = with_rituals(where.workspace, content, where.today)
    if kind is None:
        ahead = [each for each in dated(contents, where.today)
                 if each.ritual.held is None and each.ritual.on >= where.today and each.ritual.team in {None, own}]  # fmt: skip
        if not ahead:
            raise OkrError(_("No ritual is planned; say which: okr ritual weekly-check-in"))
        kind = ahead[0].ritual.kind
    planned = nearest(contents, kind, own or "", where.today)
    steps = steps_of(agendas_of(where.root), where.workspace, kind, own)
    if not steps:
        raise WrongUsage(_("There is no agenda for “{kind}”; agendas.toml can hold one.").format(kind=kind[:60]))
    whole = minutes or (planned.ritual.minutes if planned is not None else None) or sum(each.minutes for each in steps)
    told = [
        _step(kind, step, given)
        for step, given in zip(steps, scaled([each.minutes for each in steps], whole), strict=True)
    ]
    if as_json:
        print_json({
            "kind": kind, "team": own, "id": planned.ritual.id if planned else None,
            "on": planned.ritual.on if planned else None, "minutes": sum(each["minutes"] for each in told), "steps": told,
        })  # fmt: skip
        return
    from okr_tui.words.rituals import ritual as named

    click.echo(f"{named(kind)}, {where.workspace.name_of(own)}")
    for each in told:
        click.echo(
            _("{minutes:>4} min  {title}: {prompt}").format(**each)
            if each["prompt"]
            else f"{each['minutes']:>4}  {each['title']}"
        )


def _step(kind: str, step: "AgendaStep", minutes: int) -> dict[str, Any]:
    from okr_tui.domain.agenda import view_of
    from okr_tui.words.agenda import step_words

    said = step_words(kind, step.code)
    prompt = step.prompt or ("" if step.title else said.prompt)
    return {
        "code": step.code, "minutes": minutes, "title": step.title or said.title, "prompt": prompt,
        "view": view_of(kind, step),
    }  # fmt: skip


def _copied(root: Path) -> Path:
    """A copy of the workspace's own files in a folder of its own, which stays until the system cleans up.

    Raises:
        OkrError: it can't be written.
    """
    try:
        folder = Path(tempfile.mkdtemp(prefix="okr-training-")) / root.resolve().name
        folder.mkdir()
        for name in TOP:
            if (root / name).is_file():
                shutil.copy(root / name, folder / name)
        if (root / "cycles").is_dir():
            shutil.copytree(root / "cycles", folder / "cycles", symlinks=True)
    except OSError as error:
        raise OkrError(_("The copy can't be written: {reason}.").format(reason=error.strerror)) from error
    return folder
