"""Tables in which each row is one item, an objective or a key result, as OKR plug-ins of issue trackers export them."""

import re
from collections.abc import Mapping, Sequence
from typing import Literal, NamedTuple

from okr_tui.domain.columns import NAMES, guessed, plain_name
from okr_tui.domain.incoming import Incoming, Into, Trouble, incoming
from okr_tui.domain.resolve import folded
from okr_tui.domain.sheet import Cell, Row, Sheet, words

Level = Literal["objective", "key_result"]

_KEY_RESULT = re.compile(
    r"\b(?:key ?results?|krs?|resultats? cles?|resultats? clefs?|rc|resultados? (?:claves?|chaves?)|schlusselergebniss?e?)\b"
)
_OBJECTIVE = re.compile(r"\b(?:objectives?|goals?|objectifs?|but|o|obj|objetivos?|ziele?)\b")
_MAY_SAY_LEVEL = frozenset({*NAMES["level"], *NAMES["kind"]})
_OF_OBJECTIVES = ("why", "ambition")


_NONE, _STANDS = 0, -1


class Item(NamedTuple):
    """A row that is one item, with its cells by key."""

    number: int
    level: Level
    title: str
    cells: Mapping[str, Cell]


class Above(NamedTuple):
    """The objective that a key result is below: its row, else `_STANDS` or `_NONE`."""

    number: int
    title: str
    team: Cell


def mapped(sheet: Sheet, told: Mapping[str, str]) -> dict[str, str]:
    """Return column → key: what a person says (nothing where a column is not to be read), else what the names say.

    A table is one of items where a column like Type or Level says of its rows that they are objectives or key results,
    and another holds their titles.
    """
    if level := _level_column(sheet, told):
        own = {level: "level", **told}
        names = {**guessed(_open(sheet, own), own.values(), items=True), **own}
        if "title" not in names.values() and "key_result" not in names.values():
            names = {column: "title" if key == "objective" else key for column, key in names.items()}
        if "title" in names.values():
            return _in_order(sheet, names)
        told = {level: "", **told}  # what the rows are is said by the columns that their titles stand in
    return _in_order(sheet, {**guessed(_open(sheet, told), told.values()), **told})


def taken_in(sheet: Sheet, columns: Mapping[str, str], into: Into, *, comma: bool = False) -> Incoming:
    """Return what the rows of a sheet would add, whatever its shape; arguments as of `incoming`."""
    if "level" not in columns.values():
        return incoming(sheet.rows, columns, into, comma=comma)
    rows, troubles = _as_key_results(sheet.rows, columns, into)
    found = incoming(rows, {key: key for row in rows for key in row.cells}, into, comma=comma)
    return found._replace(troubles=tuple(sorted((*troubles, *found.troubles), key=lambda each: each.number)))


def _open(sheet: Sheet, told: Mapping[str, str]) -> list[str]:
    return [column for column in sheet.columns if column not in told]


def _in_order(sheet: Sheet, names: Mapping[str, str]) -> dict[str, str]:
    return {column: names[column] for column in sheet.columns if names.get(column)}


def _level_column(sheet: Sheet, told: Mapping[str, str]) -> str | None:
    """The column that says what each row is."""
    for column, key in told.items():
        if key == "level":
            return column
    may = (column for column in _open(sheet, told) if plain_name(column) in _MAY_SAY_LEVEL)
    return next((column for column in may if _says_level(sheet, column)), None)


def _says_level(sheet: Sheet, column: str) -> bool:
    """Whether an objective is among what a column says, and most of it is a level."""
    said = [text for row in sheet.rows if (text := words(row.cells.get(column)))]
    levels = _levels(said)
    known = [levels[text] for text in said if text in levels]
    return "objective" in known and 2 * len(known) > len(said)


def _levels(said: Sequence[str]) -> dict[str, Level]:
    """Each word of a column that is a level → the level; of two numbers the lower one is the objective's."""
    if len(numbers := set(said)) == 2 and all(text.isdecimal() for text in numbers):
        upper, lower = sorted(numbers, key=int)
        return {upper: "objective", lower: "key_result"}
    return {text: level for text in dict.fromkeys(said) if (level := _level(text)) is not None}


def _level(text: str) -> Level | None:
    name = plain_name(text)
    if _KEY_RESULT.search(name):
        return "key_result"
    return "objective" if _OBJECTIVE.search(name) else None


def _as_key_results(rows: Sequence[Row], columns: Mapping[str, str], into: Into) -> tuple[list[Row], list[Trouble]]:
    """The rows as those of a table with one row a key result, each objective before what is below it."""
    items, troubles = _items(rows, columns, into.team)
    below: dict[int, list[Row]] = {}
    for item, above in _with_objective(items, _standing(into), troubles):
        if words(item.cells.get("why")):
            troubles.append(Trouble(item.number, "no-description", words(item.cells.get("why")), whole=False))
        cells = {key: cell for key, cell in item.cells.items() if key not in _OF_OBJECTIVES}
        own = {"team": above.team or cells.get("team"), "objective": above.title, "key_result": item.title}
        below.setdefault(above.number, []).append(Row(item.number, {**cells, **own}))
    told = below.get(_NONE, [])
    for item in items:
        if item.level == "objective":
            owner = item.cells.get("objective_owner") or item.cells.get("owner")
            kept = {key: item.cells.get(key) for key in ("team", *_OF_OBJECTIVES)}
            told.append(Row(item.number, {**kept, "objective": item.title, "objective_owner": owner}))
            told += below.get(item.number, [])
    return told + below.get(_STANDS, []), troubles


def _items(rows: Sequence[Row], columns: Mapping[str, str], team: str | None) -> tuple[list[Item], list[Trouble]]:
    """The items, in a team where they name none, and the rows that are none."""
    items, troubles = list[Item](), list[Trouble]()
    told = [(row.number, {key: row.cells.get(column) for column, key in columns.items()}) for row in rows]
    levels = _levels([text for _, cells in told if (text := words(cells.get("level")))])
    for number, cells in told:
        level, title = levels.get(words(cells.get("level"))), words(cells.get("title"))
        if level is not None and title:
            items.append(Item(number, level, title, {**cells, "team": words(cells.get("team")) or team}))
        elif level is not None or title:
            about = "" if level else words(cells.get("level"))
            troubles.append(Trouble(number, "no-title" if level else "no-level", about, whole=True))
    return items, troubles


def _with_objective(
    items: Sequence[Item], standing: Mapping[str, Above], troubles: list[Trouble]
) -> list[tuple[Item, Above]]:
    """Each key result with the objective it is below.

    That is the one its parent leads to (an identity, an order or a title; an objective that stands in the plan already
    will do), else the one whose order its own begins with, else the one above it. What names a parent that is nowhere
    becomes a trouble.
    """
    places = _Places(items)
    found: list[tuple[Item, Above]] = []
    before = Above(_NONE, "", None)
    for item in items:
        if item.level == "objective":
            before = _above(item)
            continue
        named = words(item.cells.get("parent") or item.cells.get("objective"))
        objective = places.objective_of(item, named)
        above = _above(objective) if objective is not None else standing.get(folded(named)) if named else before
        if above is None:
            troubles.append(Trouble(item.number, "no-parent", named, whole=True))
        else:
            found.append((item, above))
    return found


def _above(item: Item) -> Above:
    return Above(item.number, item.title, item.cells.get("team"))


class _Places:
    """Where each item is found: by its identity, its order, its title."""

    def __init__(self, items: Sequence[Item]) -> None:
        self._by_name: dict[str, Item] = {}
        self._by_order: dict[tuple[int, ...], Item] = {}
        for key in ("identity", "order", "title"):
            for item in items:
                if text := folded(words(item.cells.get(key))):
                    self._by_name.setdefault(text, item)
        for item in items:
            if order := _order(item):
                self._by_order.setdefault(order, item)

    def objective_of(self, item: Item, named: str) -> Item | None:
        """The objective above an item, through other key results where they are between; `named` is its parent."""
        seen: set[int] = set()
        while item.level != "objective":
            if item.number in seen:  # two that name each other
                return None
            seen.add(item.number)
            above = self._by_name.get(folded(named)) if named else self._before(item)
            if above is None:
                return None
            item, named = above, words(above.cells.get("parent"))
        return item

    def _before(self, item: Item) -> Item | None:
        """The objective whose order is the beginning of an item's: 1.2 of 1.2.3, else 1."""
        order = _order(item)
        found = (self._by_order.get(order[:length]) for length in range(len(order) - 1, 0, -1))
        return next((each for each in found if each is not None and each.level == "objective"), None)


def _order(item: Item) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d{1,9}", words(item.cells.get("order"))))


def _standing(into: Into) -> dict[str, Above]:
    """The objectives of the cycle by their folded titles."""
    return {
        folded(each.title): Above(_STANDS, each.title, team)
        for team, each in into.content.objectives()
        if each.dropped is None
    }
