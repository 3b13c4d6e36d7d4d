"""`okr import`: objectives and key results from a spreadsheet or another program, as drafts."""

import secrets
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from okr_tui.actions.act import Author
from okr_tui.actions.taking_in import take_in
from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import Here, here
from okr_tui.cli.output import bold, columns, cut, dim, json_flag, print_json
from okr_tui.cli.places import team_meant
from okr_tui.cli.told import carry_out
from okr_tui.domain.columns import NAMES, unused
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.incoming import Incoming, Into, NewResult
from okr_tui.domain.items import mapped, taken_in
from okr_tui.domain.sheet import Line, Sheet
from okr_tui.store.foreign import sheet_of
from okr_tui.words.hostile import one_line
from okr_tui.words.incoming import said
from okr_tui.words.language import _, ngettext, spoken
from okr_tui.words.numbers import figure


@click.command(
    "import",
    help=_(
        "Add the objectives and key results of a CSV or JSON file, as drafts, in one change. The columns are found by "
        "their names; --map says what is not found, --dry-run shows what would be added."
    ),
)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False))
@click.option(
    "--map", "maps", multiple=True, metavar="COLUMN=KEY",
    help=_("What a column holds: {keys}; nothing behind the = where it is not to be read.").format(keys=", ".join(NAMES)),
)  # fmt: skip
@click.option("--dry-run", is_flag=True, help=_("Only show what would be added."))
@click.option("--team", metavar="ID", shell_complete=complete_ids("team"), help=_("The team of rows that name none."))
@click.option("--cycle", metavar="ID", shell_complete=complete_ids("cycle"), help=_("The cycle, else the one now."))
@json_flag
def import_(
    file: Path, maps: tuple[str, ...], team: str | None, cycle: str | None, *, dry_run: bool, as_json: bool
) -> None:
    """Takes in a file."""
    where = here()
    content = where.cycle(cycle)
    if content.cycle.closed:
        raise WrongUsage(
            _("{cycle} is closed; name one that is open (--cycle).").format(cycle=one_line(content.cycle.name))
        )
    sheet = sheet_of(file, content.cycle.id, [_parted(each)[0] for each in maps])
    mapping = _mapped(sheet, maps)
    if team is not None or "team" not in mapping.values():
        team = team_meant(where, team)
    found = taken_in(sheet, mapping, Into(where.workspace, content, team), comma=spoken() == "fr")
    done = None
    if found.objectives and not dry_run:
        author = Author(where.somebody, where.now, secrets.choice)
        done = carry_out(where, lambda: take_in(where.root, author, content.cycle.id, found.objectives))
    if as_json:
        change = {"id": done.act.id, "file": done.act.file, "change": done.act.change.name} if done else {}
        print_json(change | _object(sheet, mapping, found))
    else:
        for line in _told(where, sheet, mapping, found):
            click.echo(line)
        for trouble in found.troubles:
            click.echo("okr: " + one_line(said(trouble)), err=True)
        end = (
            _("nothing was changed")
            if done is None
            else one_line(done.act.change.name) + " · " + _("undo with okr undo")
        )
        click.echo(end)
    if any(trouble.whole for trouble in found.troubles):
        click.get_current_context().exit(1)


def _parted(text: str) -> tuple[str, str]:
    """The column and the key of a --map; no column where it is none."""
    column, _parted, key = text.rpartition("=")
    return " ".join(column.split()), key.strip().replace("-", "_")


def _mapped(sheet: Sheet, maps: tuple[str, ...]) -> dict[str, str]:
    """Column → key: what the person says, then what the names say."""
    told: dict[str, str] = {}
    known = ", ".join(one_line(name) for name in sheet.columns[:40])
    for each in maps:
        column, key = _parted(each)
        if column not in sheet.columns:
            raise WrongUsage(_("“{text}” names no column; there are {known}.").format(text=each[:60], known=known))
        if key and key not in NAMES:
            raise WrongUsage(_("“{key}” is no key; there are {known}.").format(key=key[:40], known=", ".join(NAMES)))
        told[column] = key
    mapping = mapped(sheet, told)
    if not {"objective", "level"} & set(mapping.values()):
        asked = _("Which column holds the objective? Say --map COLUMN=objective; there are {known}.").format(
            known=known
        )
        taken = _("Row {n} was taken for the head.").format(n=sheet.head) if sheet.above else ""
        raise WrongUsage(f"{asked} {taken}".strip())
    return mapping


def _object(sheet: Sheet, mapping: Mapping[str, str], found: Incoming) -> dict[str, Any]:
    return {
        "shape": "items" if "level" in mapping.values() else "key-results",
        "above": [{"row": line.number, "text": _text(line)} for line in sheet.above],
        "columns": {name: mapping.get(name) for name in sheet.columns},
        "objectives": [
            {
                "team": each.team, "title": each.title, "known": each.known, **each.keys,
                "key_results": [{"title": one.title, **one.keys} for one in each.key_results],
            }
            for each in found.objectives
        ],
        "same": found.same,
        "troubles": [
            {"row": each.number, "code": each.code, "about": each.about, "left_out": each.whole, "message": said(each)}
            for each in found.troubles
        ],
    }  # fmt: skip


def _told(where: Here, sheet: Sheet, mapping: Mapping[str, str], found: Incoming) -> Iterator[str]:
    """What is not read, which column is what, then everything that is new, team by team."""
    for line in sheet.above:
        yield dim(
            cut(_("row {n} is above the head, not read: {text}").format(n=line.number, text=_text(line)), columns())
        )
    for column in sheet.columns:
        if column in mapping:
            yield dim(cut(f"{column} → {mapping[column]}", columns()))
    if left := unused(sheet.columns, mapping):
        yield dim(cut(_("not read: {columns}").format(columns=", ".join(left)), columns()))
    team = None
    for each in found.objectives:
        if each.team != team:
            team = each.team
            yield "\n" + bold(cut(where.workspace.name_of(team), columns()))
        yield cut(("+ " if each.known is None else "◆ ") + each.title, columns())
        for one in each.key_results:
            yield "    " + cut("+ " + " · ".join([one.title, *_facts(where, one)]), columns() - 4)
    yield ""
    if found.same:
        yield ngettext("{n} stands so already", "{n} stand so already", found.same).format(n=found.same)


def _text(line: Line) -> str:
    """The words of a line above the head."""
    return " · ".join(cell.strip() for cell in line.cells if cell.strip())


def _facts(where: Here, result: NewResult) -> list[str]:
    keys = result.keys
    unit, ends = keys["unit"], (keys["baseline"], keys["target"])
    span = " → ".join(figure(each, unit) for each in ends) if any(each is not None for each in ends) else ""
    return [fact for fact in (span, where.workspace.name_of(keys["owner"])) if fact]
