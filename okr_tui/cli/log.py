"""`okr log [ID]`: what was said and changed, the newest first."""

from datetime import date
from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import (
    bold,
    cells,
    columns,
    cycle_option,
    dim,
    json_flag,
    left,
    print_json,
    team_option,
    wrapped,
)
from okr_tui.words.language import N_, _

if TYPE_CHECKING:
    from okr_tui.domain.history import Moved, Row
    from okr_tui.domain.workspace import CycleContent


_TITLE = 25
"""Cells for what it is about."""


@click.command(
    help=_(
        "The history of a key result, an objective, a team or a person, or of everything; the newest first. Where git "
        "is trusted, what commits have changed is part of it."
    )
)
@click.argument("id", required=False, shell_complete=complete_ids("key-result", "objective"))
@click.option("-n", "most", type=click.IntRange(min=1), metavar="N", help=_("At most so many lines."))
@click.option("--since", metavar="DATE", help=_("Only what happened on this day or later, and what it comes to."))
@team_option
@cycle_option
@json_flag
def log(
    id: str | None, most: int | None, since: str | None, team: str | None, cycle: str | None, *, as_json: bool
) -> None:  # fmt: skip
    """Prints what was said and changed."""
    from okr_tui.words.typed import typed_day

    where = here()
    first = typed_day(since) if since else None
    rows = _rows(where, id or _team(where, team), cycle, first)
    if as_json:
        print_json([_object(row) for row in rows[:most]])
    elif not rows:
        click.echo(_("Nothing happened since then.") if first else _(_NOTHING))
    else:
        _print(where, rows[:most], _summed(where, rows, first) if first else [])


def _team(where: Here, named: str | None) -> str | None:
    if named is None:
        return None
    from okr_tui.domain.resolve import resolve_team

    return resolve_team(where.workspace, named)


_NOTHING = N_("Nothing was said yet; “okr checkin” says the first word.")


def _print(where: Here, rows: "tuple[Row, ...]", before: list[str]) -> None:
    from okr_tui.words.dates import weekday_day

    for line in before:
        click.echo(line)
    days = [weekday_day(row.on, where.today) for row in rows]
    room = max(10, *map(cells, days))
    for day, row in zip(days, rows, strict=True):
        for line in _lines(where, left(day, room), row, columns()):
            click.echo(line)


def _rows(where: Here, identity: str | None, cycle: str | None, since: date | None) -> "tuple[Row, ...]":
    from okr_tui.actions.editing import path_of
    from okr_tui.domain.history import with_parts

    workspace = where.workspace
    if identity is None:
        content = where.cycle(cycle)
        return _told(where, [content], None, since, inside=content.cycle.id)
    if workspace.find(identity, where.today) is None and (
        identity in workspace.team_by_id or identity in workspace.person_by_id
    ):
        content = where.cycle(cycle)
        about = with_parts([content], identity)
        return _told(where, [content], about, since, inside=content.cycle.id)
    item = where.thing(identity, looks=True)
    found: str = item.table.id  # type: ignore[attr-defined]
    contents = [where.content_of(item)] if item.cycle else list(where.workspace.cycles.values())
    return _told(where, contents, with_parts(contents, found), since, path=path_of(item))


def _told(
    where: Here, contents: "list[CycleContent]", about: "frozenset[str] | None", since: date | None, *,
    inside: str | None = None, path: str | None = None,
) -> "tuple[Row, ...]":  # fmt: skip
    """What the journals and git tell; of git's, what stands in one cycle or in none, or in one file."""
    from okr_tui.actions.looking_back import committed
    from okr_tui.domain.history import history, newest_first

    rows = committed(where.root, where.workspace.people, since=since, path=path)
    of_git = [row for row in rows if inside is None or row.within[1] in {"", inside}]
    told = newest_first((*history(contents, about), *newest_first(of_git, about)))
    return tuple(row for row in told if since is None or row.day >= since)


def _object(row: "Row") -> dict[str, Any]:
    """A line as scripts may rely on it; `changes` says without words what `change` says in words."""
    from okr_tui.words.changes import changes

    return {
        "at": row.at.isoformat() if row.at else None, "on": row.on, "by": row.by, "about": row.about, "kind": row.kind,
        "value": row.value, "confidence": row.confidence, "note": row.note, "change": changes(row.change) or None,
        "id": row.id or None,
        "changes": [{"key": moved.key, "from": moved.before, "to": moved.after} for moved in row.change],
    }  # fmt: skip


def _said(where: Here, about: str, moved: "tuple[Moved, ...]") -> str:
    from okr_tui.actions.looking_back import title_of, unit_of
    from okr_tui.words.changes import changes

    unit = unit_of(where.workspace, about, where.today)
    return changes(moved, lambda each: title_of(where.workspace, each, where.today), unit)


def _summed(where: Here, rows: "tuple[Row, ...]", since: date) -> list[str]:
    """What all of it comes to: each thing once, with what stood there before and stands there now."""
    from okr_tui.actions.looking_back import title_of
    from okr_tui.domain.history import summed
    from okr_tui.words.dates import weekday_day

    lines = [dim(_("since {day}").format(day=weekday_day(since, where.today)))]
    for about, moved in summed(rows):
        title = left(title_of(where.workspace, about, where.today), _TITLE)
        first, *more = wrapped(_said(where, about, moved), max(12, columns() - _TITLE - 4))
        lines += [f"  {bold(title)}  {first}", *(" " * (_TITLE + 4) + line for line in more)]
    return [*lines, ""]


def _lines(where: Here, day: str, row: "Row", width: int) -> list[str]:
    """One line of what and by whom, then what was said."""
    from okr_tui.actions.looking_back import title_of
    from okr_tui.words.changes import kind_word

    title = title_of(where.workspace, row.about, where.today)
    head = f"{day}  {left(where.workspace.name_of(row.by).partition(' ')[0], 8)}  "
    what = _said(where, row.about, row.change) or kind_word(row)
    first, *more = wrapped(what, max(12, width - cells(head) - _TITLE - 2))
    lines = [f"{dim(head)}{bold(left(title, _TITLE))}  {first}"]
    lines += [" " * (cells(head) + _TITLE + 2) + line for line in more]
    said = [line for part in (row.note or "").split("\n") for line in wrapped(part, width - cells(head)) if line]
    return [*lines, *(dim(" " * cells(head) + line) for line in said)]
