"""A file of another program as rows: CSV in whatever encoding and with whatever delimiter, or JSON."""

import csv
import io
import json
import re
from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Any

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.sheet import SEARCHED, Cell, Line, Row, Sheet, below_head, most_known
from okr_tui.words.language import _

LARGEST = 8 * 1024 * 1024
"""Bytes of a file that is taken in at most."""
MOST = 5000
"""Rows of a file that are taken in at most."""
_DELIMITERS = ",;\t|"
_INSIDE = ("key_results", "key_result", "keyResults", "keyresults", "krs")
_OBJECTIVES = ("objectives", "objective", "okrs")


def sheet_of(path: Path, cycle: str, named: Collection[str] = ()) -> Sheet:
    """What a file holds: the names of the columns and the rows.

    Args:
        path: the file.
        cycle: id of the cycle that is read of an export with several; where it is not in there, the last one to end.
        named: columns that somebody named, so that the head must have them.

    Raises:
        OkrError: the file can't be read.
        WrongUsage: there are no rows in it, or too many.
    """
    try:
        with path.open("rb") as stream:
            data = stream.read(LARGEST + 1)
    except OSError as error:
        reason = error.strerror or str(error)
        raise OkrError(_("The file can't be read: {reason}.").format(reason=reason), file=str(path)) from error
    if len(data) > LARGEST:
        raise WrongUsage(_("The file is larger than 8 MiB; part it."))
    text = _text(data)
    sheet = _from_json(text, cycle) if text.lstrip()[:1] in {"{", "["} else _from_csv(text, named)
    if not sheet.rows:
        raise WrongUsage(_("There are no rows in this file; the first line names the columns."))
    if len(sheet.rows) > MOST:
        raise WrongUsage(_("There are more than {n} rows in this file; part it.").format(n=MOST))
    return sheet


def _text(data: bytes) -> str:
    """The text: UTF-8 or UTF-16 by their marks, UTF-8 where it is, else as Windows wrote it in the west."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _from_csv(text: str, named: Collection[str]) -> Sheet:
    delimiter, skipped = "", 0
    if (said := re.match(r"[\r\n]*sep=(.)(?:\r?\n|\Z)", text)) is not None:  # how Excel is told
        delimiter, text, skipped = said[1], text[said.end() :], said[0].count("\n")
    try:
        lines = _lines(text, delimiter or _delimiter(text), skipped)
    except csv.Error as error:
        raise WrongUsage(_("This is no CSV: {reason}.").format(reason=error)) from None
    return below_head(lines, named, _("column {n}"))


def _delimiter(text: str) -> str:
    """The delimiter with which most names of columns are known, else the one that is most often on one line."""
    top = "".join(text.splitlines(keepends=True)[:SEARCHED])
    bare = re.sub(r'"[^"]*"', "", top).splitlines() or [""]
    return max(_DELIMITERS, key=lambda each: (most_known(_lines(top, each, 0)), max(line.count(each) for line in bare)))


def _lines(text: str, delimiter: str, skipped: int) -> list[Line]:
    """The lines that hold something, with their numbers in the file."""
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    return [
        Line(reader.line_num + skipped, [_shown(cell) for cell in cells])
        for cells in reader
        if any(cell.strip() for cell in cells)
    ]


def _shown(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and cell[1:].lstrip()[:1] in {"=", "+", "-", "@"} else cell


def _from_json(text: str, cycle: str) -> Sheet:
    try:
        value = json.loads(text)
        exported = isinstance(value, dict) and isinstance(value.get("files"), dict)
        found = list(_exported(value["files"], cycle) if exported else _flat(value, {}))
    except (ValueError, RecursionError) as error:
        raise WrongUsage(_("This is no JSON: {reason}.").format(reason=error)) from None
    rows = tuple(Row(number, cells) for number, cells in enumerate(found, start=1))
    return Sheet(tuple(dict.fromkeys(column for row in rows for column in row.cells)), rows)


def _flat(value: Any, above: dict[str, Cell]) -> Iterator[dict[str, Cell]]:
    """Objectives with key results inside them, teams with objectives inside them, or rows as they are."""
    if isinstance(value, list):
        for each in value:
            yield from _flat(each, above)
        return
    if not isinstance(value, dict):
        return
    if isinstance(value.get("teams"), list):
        yield from _flat(value["teams"], above)
        return
    for key in _OBJECTIVES:
        if isinstance(value.get(key), list):
            team = value.get("team") or value.get("id") or value.get("name")
            yield from _flat(value[key], {"team": str(team)} if team else above)
            return
    inside = next((value[key] for key in _INSIDE if isinstance(value.get(key), list)), None)
    if inside is None:
        yield above | _cells(value)
    else:
        yield from _objective(value, inside, above)


def _objective(value: dict[str, Any], inside: list[Any], above: dict[str, Cell]) -> Iterator[dict[str, Cell]]:
    own = _cells(value)
    objective = above | {
        "objective": own.get("title") or own.get("name") or own.get("objective"), "why": own.get("why"),
        "objective_owner": own.get("owner"), "ambition": own.get("ambition"),
    }  # fmt: skip
    if own.get("team"):
        objective["team"] = own["team"]
    yield objective
    for each in inside:
        if isinstance(each, dict):
            cells = _cells(each)
            title = cells.pop("title", None) or cells.pop("name", None) or cells.get("key_result")
            yield objective | cells | {"key_result": title}
        elif isinstance(each, str):
            yield objective | {"key_result": each}


def _exported(files: dict[str, Any], cycle: str) -> Iterator[dict[str, Cell]]:
    """The plans of one cycle of an `okr export`, in the order of their teams' ids."""
    tables = {path: file.get("tables") for path, file in files.items() if isinstance(file, dict)}
    plans = sorted(path for path in tables if re.fullmatch(r"cycles/[^/]+/okrs/[^/]+", path))
    cycles = {path.split("/")[1] for path in plans}
    chosen = cycle if cycle in cycles else max(cycles, key=lambda each: (_end(tables, each), each), default="")
    for path in plans:
        if path.split("/")[1] == chosen:
            yield from _flat(tables[path], {})


def _end(tables: dict[str, Any], cycle: str) -> str:
    frame = tables.get(f"cycles/{cycle}/cycle.toml")
    dates = frame.get("cycle") if isinstance(frame, dict) else None
    return str(dates.get("end", "")) if isinstance(dates, dict) else ""


def _cells(value: dict[str, Any]) -> dict[str, Cell]:
    return {key: each for key, each in value.items() if each is None or isinstance(each, str | int | float)}
