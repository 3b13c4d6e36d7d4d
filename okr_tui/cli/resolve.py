"""`okr resolve`: what two people have changed differently, and choosing."""

from typing import Any

import click

from okr_tui.actions.choices import BASE, called, told
from okr_tui.actions.resolving import OpenConflict, open_conflicts, resolve_conflict
from okr_tui.actions.whose import Known, marks_of
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, dim, print_json
from okr_tui.cli.told import carry_out, json_option, tell
from okr_tui.domain.errors import PersonMustDecide, WrongUsage
from okr_tui.store.merge_conflicts import GONE
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.quoting import with_colon


@click.command(
    help=_(
        "List what two people have changed differently; exit 1 when there is something. With an id, choose: ours leaves "
        "what stands, theirs takes the other, anything else is the value itself.\n\n"
        "okr resolve cf-4k2m9x3w7q theirs"
    )
)
@click.argument("identity", metavar="[ID]", required=False)
@click.argument("answer", metavar="[ours|theirs|VALUE]", required=False)
@json_option
@click.pass_context
def resolve(ctx: click.Context, identity: str | None, answer: str | None, *, as_json: bool) -> None:
    """Lists the conflicts, or ends one."""
    where = here()
    where.__dict__["workspace"] = where.reader.look_at(*where.workspace.cycles)
    waiting = list(open_conflicts(where.workspace.conflicts))
    if identity is not None:
        chosen = _meant(waiting, identity)
        if answer is not None:
            words = called(told(where.workspace, chosen, where.today))
            done = carry_out(where, lambda: resolve_conflict(where.root, chosen, answer, called=words))
            tell([done], as_json=as_json)
            return
        waiting = [chosen]
    known = marks_of(where.root, where.state, where.workspace.people, waiting)
    if as_json:
        print_json([_as_object(where, each, known) for each in waiting])
    else:
        _print(where, waiting, known)
    ctx.exit(1 if waiting else 0)


def _meant(waiting: list[OpenConflict], text: str) -> OpenConflict:
    """The conflict with this id, or a unique beginning of it, or the only one about the thing with this id."""
    found = [each for each in waiting if each.id == text]
    found = found or [each for each in waiting if each.id.startswith(text) or each.about == text]
    if not found:
        raise WrongUsage(
            _("No conflict is called “{text}”; “okr resolve” lists them.").format(text=one_line(text)[:80])
        )
    if len(found) > 1:
        message = _("“{text}” could be several things; say which by its id:").format(text=one_line(text)[:80])
        raise PersonMustDecide(message, tuple((each.id, f"{each.about} {each.key or ''}") for each in found))
    return found[0]


def _as_object(where: Here, each: OpenConflict, known: Known) -> dict[str, Any]:
    """A conflict as scripts may rely on it; whose a side is only where that is known."""
    marks = known.get((each.file, each.id), {})
    whose: dict[str, Any] = {}
    for side, mark in marks.items():
        whose |= {f"{side}_by": mark.by, f"{side}_at": mark.at.isoformat()}
    values = {name: getattr(each, name) for name in ("ours", "theirs", "base")}
    return {
        "id": each.id, "file": each.file, "about": each.about, "title": told(where.workspace, each, where.today).title,
        "key": each.key, **{name: value for name, value in values.items() if value is not GONE}, **whose,
    }  # fmt: skip


def _print(where: Here, waiting: list[OpenConflict], known: Known) -> None:
    if not waiting:
        click.echo(_("Nothing waits for a choice."))
        return
    for each in waiting:
        words = told(where.workspace, each, where.today, known.get((each.file, each.id)))
        click.echo(f"{bold(words.title)}  {words.key}  {dim(each.id)}")
        if words.why:
            click.echo(f"  {dim(words.why)}")
        for side in words.sides:
            name = side.label if side.answer == BASE else f"{side.label} ({side.answer})"
            line = "  " + with_colon(name, side.words)
            click.echo(f"{line}  {dim(side.whose)}" if side.whose else line)
    click.echo("")
    said = ngettext("{n} thing waits for a choice:", "{n} things wait for a choice:", len(waiting))
    click.echo(said.format(n=len(waiting)) + f" okr resolve {waiting[0].id} ours|theirs")
