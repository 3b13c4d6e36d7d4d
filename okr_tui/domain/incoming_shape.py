"""How a table from elsewhere is laid out: which row names its columns, and whether each row says of what level it is."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from okr_tui.domain.incoming import Cell, Row, Trouble, guessed
from okr_tui.domain.resolve import folded

_LOOKED_AT = 20
"""Rows among which the names of the columns are looked for."""

_LEVELS: Mapping[str, str] = {
    **dict.fromkeys(("objective", "goal", "o", "objectif", "objetivo", "ziel", "but"), "objective"),
    **dict.fromkeys(
        ("key result", "keyresult", "kr", "resultat cle", "resultat clef", "rc", "resultado clave", "resultado chave",
         "schlusselergebnis", "ergebnis"), "key_result",
    ),
}  # fmt: skip
_LEVEL_NAMES = ("type", "level", "item type", "issue type", "niveau", "tipo", "typ", "nivel")
_TITLE_NAMES = ("summary", "title", "name", "item", "okr", "titre", "nom", "intitule", "titel", "titulo", "nombre")
_PARENT_NAMES = (
    "parent",
    "parent title",
    "parent objective",
    "aligned to",
    "parent id",
    "parent order",
    "objectif parent",
)
_KEY_NAMES = ("id", "order", "number", "no", "key", "numero", "ordre", "n°")
_OWNER_NAMES = ("owner", "assignee", "lead", "responsable", "porteur", "verantwortlich")
_WHY_NAMES = ("description", "why", "pourquoi")
OBJECTIVE, KEY_RESULT, OBJECTIVE_OWNER, WHY = "Objective", "Key result", "Objective owner", "Why"


class Levelled(NamedTuple):
    """Rows that said of what level each is, brought to one row a key result.

    Attributes:
        names: the columns now.
        troubles: rows of other levels, which have no place here.
    """

    names: list[str]
    rows: list[Row]
    troubles: tuple[Trouble, ...]


def head_of(rows: Sequence[Sequence[str]]) -> int:
    """The place of the row that names the columns: the first of those in which most names are known; else the first.

    Titles and empty rows above it are passed over.
    """
    best, most = 0, 1
    for number, cells in enumerate(rows[:_LOOKED_AT]):
        known = _known(cells)
        if known > most:
            best, most = number, known
    return best


def _known(cells: Sequence[str]) -> int:
    names = {_bare(cell) for cell in cells if cell.strip()}
    others = (_LEVEL_NAMES, _TITLE_NAMES, _PARENT_NAMES)
    return len(guessed(dict.fromkeys(cells))) + sum(not names.isdisjoint(known) for known in others)


def told_apart(names: Sequence[str]) -> list[str]:
    """The names of columns, each once: the second "Owner" is "Owner (2)"."""
    found: list[str] = []
    for name in names:
        number = 1
        while name and (name if number == 1 else f"{name} ({number})") in found:
            number += 1
        found.append(name if number == 1 else f"{name} ({number})")
    return found


def by_level(names: Sequence[str], rows: Sequence[Row]) -> Levelled | None:
    """One row an item with its type, as Jira plug-ins and planning tools write it, as rows of key results; None otherwise.

    A key result belongs to the objective that its parent column names, by title, number or id, else to the one above it.
    """
    level, title = _column(names, _LEVEL_NAMES), _column(names, _TITLE_NAMES)
    if level is None or title is None or not any(_level(row, level) == "objective" for row in rows):
        return None
    titles = _titles(names, rows, level, title)
    parent, owner, why = (_column(names, each) for each in (_PARENT_NAMES, _OWNER_NAMES, _WHY_NAMES))
    found: list[Row] = []
    troubles: list[Trouble] = []
    for row in rows:
        said, words = _level(row, level), str(row.cells.get(title) or "").strip()
        rest = {name: cell for name, cell in row.cells.items() if name not in {level, title, parent}}
        if said == "objective":
            of = dict.fromkeys(rest)
            own: dict[str, Cell] = {OBJECTIVE: words, OBJECTIVE_OWNER: rest.get(owner or ""), WHY: rest.get(why or "")}
            found.append(Row(row.number, {**of, **own}))
        elif said == "key_result":
            above = titles.get(_bare(str(row.cells.get(parent) or ""))) if parent else None
            found.append(Row(row.number, {**rest, OBJECTIVE: above, KEY_RESULT: words}))
        elif words:
            troubles.append(Trouble(row.number, "other-level", str(row.cells.get(level) or ""), whole=True))
    kept = [name for name in names if name not in {level, title, parent}]
    return Levelled([OBJECTIVE, KEY_RESULT, OBJECTIVE_OWNER, WHY, *kept], found, tuple(troubles))


def _titles(names: Sequence[str], rows: Sequence[Row], level: str, title: str) -> dict[str, str]:
    """What a parent column may say, to the title of the objective it means."""
    keys = [column for column in names if _bare(column) in _KEY_NAMES]
    found: dict[str, str] = {}
    for row in rows:
        if _level(row, level) == "objective":
            words = str(row.cells.get(title) or "").strip()
            for said in (words, *(str(row.cells.get(key) or "") for key in keys)):
                found.setdefault(_bare(said), words)
    found.pop("", None)
    return found


def _column(names: Sequence[str], known: Sequence[str]) -> str | None:
    """The first column with one of these names, the names in their order: an exact one goes before a similar one."""
    return next((name for wanted in known for name in names if _bare(name) == wanted), None)


def _level(row: Row, column: str) -> str | None:
    return _LEVELS.get(_bare(str(row.cells.get(column) or "")))


def _bare(text: str) -> str:
    return re.sub(r"[\s_-]+", " ", folded(text)).strip()
