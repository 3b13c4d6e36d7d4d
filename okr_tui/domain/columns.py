"""Which column of somebody's spreadsheet holds what, by its name."""

import re
from collections.abc import Callable, Collection, Iterable, Mapping

from okr_tui.domain.resolve import folded

NAMES: Mapping[str, tuple[str, ...]] = {
    "team": ("team", "teams", "circle", "squad", "department", "equipe", "cercle", "pole", "service"),
    "objective": ("objective", "objectives", "objective title", "goal", "objectif", "objectifs", "but", "o"),
    "why": ("why", "objective description", "so that", "pourquoi", "afin de", "intention"),
    "objective_owner": ("objective owner", "objective lead", "porteur de l'objectif", "responsable de l'objectif"),
    "ambition": ("ambition", "objective type", "type d'objectif"),
    "key_result": ("key result", "key results", "key result title", "kr", "krs", "measure", "resultat cle", "resultats cles",
                   "resultat clef", "rc"),
    "owner": ("owner", "key result owner", "kr owner", "assignee", "lead", "responsable", "porteur", "porteuse", "pilote"),
    "kind": ("kind", "type", "key result type", "metric type", "nature"),
    "unit": ("unit", "units", "unite", "metric unit"),
    "baseline": ("baseline", "start", "start value", "starting value", "initial", "initial value", "from", "depart",
                 "valeur de depart", "valeur initiale", "base", "de"),
    "target": ("target", "target value", "goal value", "to", "cible", "valeur cible", "valeur visee", "a atteindre", "a"),
    "low": ("low", "lower", "min", "minimum", "borne basse"),
    "high": ("high", "upper", "max", "maximum", "borne haute"),
    "weight": ("weight", "poids", "ponderation"),
    "level": ("level", "item type", "issue type", "work item type", "okr type", "niveau", "type d'element", "tipo", "typ",
              "nivel"),
    "title": ("title", "summary", "name", "item", "okr", "titre", "nom", "intitule", "libelle", "resume", "titel", "titulo",
              "nombre"),
    "order": ("order", "outline", "wbs", "number", "no", "nr", "#", "n°", "ordre", "numero"),
    "identity": ("id", "key", "item id", "okr id", "issue key", "issue id", "identifiant", "cle"),
    "parent": ("parent", "parent id", "parent key", "parent title", "parent item", "parent objective", "parent okr",
               "parent order", "aligned to", "objectif parent"),
}  # fmt: skip
"""Key → names of columns, in English and French, that are taken for it."""

OF_ITEMS = ("level", "title", "order", "identity", "parent")
"""Keys of a table in which each row is one item, an objective or a key result."""

_MORE_OF_ITEMS: Mapping[str, tuple[str, ...]] = {"why": ("description",)}
"""Names that say something of an objective where each row is one item, and may be anything elsewhere."""

_SIMILAR = 90
"""Likeness (0…100, rapidfuzz ratio) from which the name of a column is taken for one that is known."""

_LEAST_LETTERS = 5
"""Letters that a name must have to be taken for a similar one."""


def guessed(columns: Iterable[str], keys: Collection[str] = (), *, items: bool = False) -> dict[str, str]:
    """Return column → key for the columns whose names say what they hold.

    A key's own name goes before its other names, those before what differs in brackets or numbers, and that before
    what is only similar; of two that are as close, the first column holds the key.

    Args:
        columns: their names, no two the same.
        keys: those that are held already, so that no column is taken for them.
        items: whether each row is one item, so that `OF_ITEMS` may be there too.
    """
    names = {
        key: (*names, *(_MORE_OF_ITEMS.get(key, ()) if items else ()), key.replace("_", " "))
        for key, names in NAMES.items()
        if key not in keys and (items or key not in OF_ITEMS)
    }
    columns = list(columns)
    found: dict[str, str] = {}
    for closeness in (_own, _exact, _plain, _similar):
        known = closeness(names)
        for column in columns:
            key = known(column)
            if column not in found and key is not None and key not in found.values():
                found[column] = key
    return {column: found[column] for column in columns if column in found}


def plain_name(text: str) -> str:
    """The name of a column, or a word of a choice, as it is compared: without accents, brackets, dashes and numbers."""
    bare = re.sub(r"\(.*?\)|\[.*?\]", " ", folded(text).replace("’", "'"))
    return " ".join(re.sub(r"[_\-#:*.\d]+", " ", bare).split())


def unused(columns: Collection[str], mapped: Mapping[str, str]) -> list[str]:
    """The columns that mean nothing here."""
    return [column for column in columns if column not in mapped]


_Known = Callable[[str], str | None]
_Names = Mapping[str, tuple[str, ...]]


def _own(names: _Names) -> _Known:
    known = {name: key for key, own in names.items() for name in (own[0], own[-1], key)}
    return lambda column: known.get(folded(column))


def _exact(names: _Names) -> _Known:
    known = {name: key for key, own in names.items() for name in own}
    return lambda column: known.get(folded(column).replace("’", "'"))


def _plain(names: _Names) -> _Known:
    known = {name: key for key, own in names.items() for name in own}
    return lambda column: known.get(plain_name(column))


def _similar(names: _Names) -> _Known:
    known = {name: key for key, own in names.items() for name in own}

    def key_of(column: str) -> str | None:
        from rapidfuzz import fuzz, process

        name = plain_name(column)
        best = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=_SIMILAR)
        return known[best[0]] if best is not None and len(name) >= _LEAST_LETTERS else None

    return key_of
