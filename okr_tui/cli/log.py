"""`okr log [ID]`: what was said and changed, the newest first."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, cells, columns, cycle_option, dim, json_flag, left, print_json, wrapped
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.history import Row


_TITLE = 25
"""Cells for what it is about."""


@click.command(
    help=_("The history of a key result, an objective, a team or a person, or of everything; the newest first.")
)
@click.argument("id", required=False, shell_complete=complete_ids("key-result", "objective"))
@click.option("-n", "most", type=click.IntRange(min=1), metavar="N", help=_("At most so many lines."))
@cycle_option
@json_flag
def log(id: str | None, most: int | None, cycle: str | None, *, as_json: bool) -> None:
    """Prints what was said and changed."""
    from okr_tui.words.dates import weekday_day

    where = here()
    rows = _rows(where, id, cycle)[:most]
    if as_json:
        print_json([_object(row) for row in rows])
        return
    if not rows:
        click.echo(_("Nothing was said yet; “okr checkin” says the first word."))
        return
    days = [weekday_day(row.on, where.today) for row in rows]
    room = max(10, *map(cells, days))
    for day, row in zip(days, rows, strict=True):
        for line in _lines(where, left(day, room), row, columns()):
            click.echo(line)


def _rows(where: Here, identity: str | None, cycle: str | None) -> "tuple[Row, ...]":
    from okr_tui.domain.history import history, with_parts

    workspace = where.workspace
    if identity is None:
        return history([where.cycle(cycle)])
    if workspace.find(identity, where.today) is None and (
        identity in workspace.team_by_id or identity in workspace.person_by_id
    ):
        contents = [where.cycle(cycle)]
        return history(contents, with_parts(contents, identity))
    item = where.thing(identity)
    found: str = item.table.id  # type: ignore[attr-defined]
    contents = [where.content_of(item)] if item.cycle else list(where.workspace.cycles.values())
    return history(contents, with_parts(contents, found))


def _object(row: "Row") -> dict[str, Any]:
    """A line as scripts may rely on it; `changes` says without words what `change` says in words."""
    from okr_tui.words.changes import changes

    return {
        "at": row.at.isoformat() if row.at else None, "on": row.on, "by": row.by, "about": row.about, "kind": row.kind,
        "value": row.value, "confidence": row.confidence, "note": row.note, "change": changes(row.change) or None,
        "changes": [{"key": moved.key, "from": moved.before, "to": moved.after} for moved in row.change],
    }  # fmt: skip


def _lines(where: Here, day: str, row: "Row", width: int) -> list[str]:
    """One line of what and by whom, then what was said."""
    from okr_tui.words.changes import changes

    item = where.workspace.find(row.about, where.today)
    title = item.title if item else where.workspace.name_of(row.about)
    head = f"{day}  {left(where.workspace.name_of(row.by).partition(' ')[0], 8)}  "
    first, *more = wrapped(changes(row.change) or _kind(row), max(12, width - cells(head) - _TITLE - 2))
    lines = [f"{dim(head)}{bold(left(title, _TITLE))}  {first}"]
    lines += [" " * (cells(head) + _TITLE + 2) + line for line in more]
    said = [line for part in (row.note or "").split("\n") for line in wrapped(part, width - cells(head)) if line]
    return [*lines, *(dim(" " * cells(head) + line) for line in said)]


def _kind(row: "Row") -> str:
    """What it is, where nothing changed."""
    words = {
        "check-in": _("the same as before"), "comment": _("comment"), "question": _("question"),
        "challenge": _("challenge"), "suggestion": _("suggestion"), "agree": _("agrees"), "kudos": _("kudos"),
        "change": _("changed"),
    }  # fmt: skip
    verdicts = {"accept": _("accepted"), "decline": _("declined"), "challenge": _("challenged")}
    return verdicts.get(str(row.value), "") if row.kind == "answer" else words.get(row.kind, row.kind)
