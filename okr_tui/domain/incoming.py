"""Objectives and key results that come from elsewhere: what each row would add."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, NamedTuple

from okr_tui.domain.columns import plain_name
from okr_tui.domain.figures import NUMBER, NotAFigure, closed_up, one_mark
from okr_tui.domain.resolve import folded
from okr_tui.domain.sheet import Cell, Row, words
from okr_tui.domain.stated import stated
from okr_tui.domain.workspace import CycleContent, Workspace

_KINDS = {
    "keep": "keep", "maintain": "keep", "maintenir": "keep", "yes no": "yes-no", "yes/no": "yes-no", "oui/non": "yes-no",
    "oui non": "yes-no", "binary": "yes-no", "boolean": "yes-no", "milestones": "milestones", "milestone": "milestones",
    "jalons": "milestones", "metric": "metric", "number": "metric", "numeric": "metric", "percentage": "metric",
    "percent": "metric", "currency": "metric", "increase": "metric", "decrease": "metric", "nombre": "metric",
    "pourcentage": "metric", "mesure": "metric",
}  # fmt: skip
_AMBITIONS = {
    "committed": "committed", "commit": "committed", "engagement": "committed", "engage": "committed",
    "aspirational": "aspirational", "moonshot": "aspirational", "ambitieux": "aspirational", "aspirationnel": "aspirational",
}  # fmt: skip
_LARGEST = 1e15
_COUNTED = ("baseline", "target", "low", "high")
Code = Literal[
    "no-objective",
    "no-team",
    "no-figure",
    "two-readings",
    "unlike-figures",
    "no-kind",
    "no-person",
    "no-ambition",
    "nothing-moves",
    "no-level",
    "no-title",
    "no-parent",
    "no-description",
]
"""Why something of a row can't be taken."""

_CODES: Mapping[str, Code] = {
    "two-readings": "two-readings", "two-marks": "unlike-figures", "two-units": "unlike-figures",
    "one-factor": "unlike-figures",
}  # fmt: skip


class Trouble(NamedTuple):
    """What of a row can't be taken, and why; `whole`: the row is left out, else only the value."""

    number: int
    code: Code
    about: str
    whole: bool


class NewResult(NamedTuple):
    """A key result that would be added, with its keys as they stand in a plan."""

    title: str
    keys: Mapping[str, Any]


class NewObjective(NamedTuple):
    """An objective that would be added, or stands there already (`known` is its id) and gets key results."""

    team: str
    title: str
    known: str | None
    keys: Mapping[str, Any]
    key_results: tuple[NewResult, ...]


class Incoming(NamedTuple):
    """What a file would add.

    Attributes:
        objectives: those that are new or get something new.
        troubles: what can't be taken.
        same: how many key results stand there already.
    """

    objectives: tuple[NewObjective, ...]
    troubles: tuple[Trouble, ...]
    same: int


class Into(NamedTuple):
    """Where rows go: the workspace, the cycle, and the team of rows that name none (None: each must name one)."""

    workspace: Workspace
    content: CycleContent
    team: str | None


def incoming(rows: Sequence[Row], columns: Mapping[str, str], into: Into, *, comma: bool = False) -> Incoming:
    """What the rows would add, in their order.

    A row without an objective belongs to the one above it, as where cells are merged. What is called the same in the
    same team is the same, so that a file can be taken twice. Point and comma mean the same in all of the file's figures,
    where any of them shows what they mean.

    Args:
        rows: as read.
        columns: column → key.
        into: where they go.
        comma: a comma with three digits behind it is a decimal comma (French).
    """
    counted = [column for column, key in columns.items() if key in _COUNTED]
    shown = (
        each for row in rows for column in counted for each in NUMBER.findall(closed_up(words(row.cells.get(column))))
    )
    desk = _Desk(into, one_mark(shown), comma=comma)
    for row in rows:
        cells = {key: row.cells.get(column) for column, key in columns.items()}
        if any(words(cell) for cell in cells.values()):
            desk.take(row.number, cells)
    return Incoming(tuple(desk.found()), tuple(desk.troubles), desk.same)


class _Desk:
    """What is known and what has come, row by row."""

    def __init__(self, into: Into, decimal: str | None, *, comma: bool) -> None:
        self._into, self._comma, self._decimal = into, comma, decimal
        self._team, self._title = into.team, ""
        self._new: dict[tuple[str, str], tuple[NewObjective, dict[str, NewResult]]] = {}
        workspace = into.workspace
        self._teams = {folded(team.name): team.id for team in reversed(workspace.teams)}
        self._teams |= {team.id: team.id for team in workspace.teams}
        self._people = {folded(each.name): each.id for each in reversed(workspace.people)}
        self._people |= {each.email.casefold(): each.id for each in workspace.people if each.email}
        self._people |= {identity: identity for identity in (*workspace.role_by_id, *workspace.person_by_id)}
        self._standing = {
            (team, folded(each.title)): each for team, each in into.content.objectives() if each.dropped is None
        }
        self.troubles: list[Trouble] = []
        self.same = 0

    def found(self) -> Iterable[NewObjective]:
        """The objectives that are new or get something new."""
        for objective, results in self._new.values():
            if objective.known is None or results:
                yield objective._replace(key_results=tuple(results.values()))

    def take(self, number: int, cells: Mapping[str, Cell]) -> None:
        """One row."""
        named, title, result = (words(cells.get(key)) for key in ("team", "objective", "key_result"))
        if named:
            team = self._teams.get(folded(named)) or self._teams.get(named)
            if title or team != self._team:
                self._title = title
            self._team = team
        if self._team is None:
            self._refuse(number, "no-team", named)
            return
        self._title = title or self._title
        if not self._title:
            self._refuse(number, "no-objective", result)
            return
        results = self._results(number, self._team, cells, alone=not result)
        if not result:
            return
        known = self._standing.get((self._team, folded(self._title)))
        there = {folded(each.title) for each in known.key_result} if known is not None else set()
        if folded(result) in there or folded(result) in results:
            self.same += 1
        elif (keys := self._keys(number, cells)) is not None:
            results[folded(result)] = NewResult(result, keys)

    def _results(self, number: int, team: str, cells: Mapping[str, Cell], *, alone: bool) -> dict[str, NewResult]:
        """What has come of the objective of a row, which is new here when its first row comes."""
        place = (team, folded(self._title))
        if place not in self._new:
            known = self._standing.get(place)
            owner = words(cells.get("objective_owner")) or (words(cells.get("owner")) if alone else "")
            keys = {
                "why": words(cells.get("why")) or None,
                "owner": self._person(number, owner) if known is None else None,
                "ambition": self._word(number, "no-ambition", _AMBITIONS, cells.get("ambition")),
            }
            self._new[place] = NewObjective(team, self._title, known.id if known else None, keys, ()), {}
        return self._new[place][1]

    def _keys(self, number: int, cells: Mapping[str, Cell]) -> dict[str, Any] | None:
        """The keys of a key result; None where its figures can't be read, or nothing would move."""
        keys: dict[str, Any] = {
            "owner": self._person(number, words(cells.get("owner"))),
            "kind": self._word(number, "no-kind", _KINDS, cells.get("kind")),
        }
        try:
            keys |= self._figures(cells, _COUNTED, words(cells.get("unit")))
            unit = keys.pop("unit")
            weight = self._figures(cells, ("weight",), "")
        except NotAFigure as refused:
            together = " · ".join(filter(None, (words(cells.get(key)) for key in _COUNTED)))
            self._refuse(number, _CODES.get(refused.code, "no-figure"), refused.text or together)
            return None
        if weight["unit"]:
            self._refuse(number, "no-figure", words(cells.get("weight")))
            return None
        if keys["baseline"] is not None and keys["baseline"] == keys["target"]:
            self._refuse(number, "nothing-moves", words(cells.get("target")))
            return None
        return {**keys, "weight": None if weight["weight"] == 1 else weight["weight"], "unit": unit}

    def _figures(self, cells: Mapping[str, Cell], keys: Iterable[str], unit: str) -> dict[str, Any]:
        """The figures of these cells, and under "unit" what they are counted in; one number each, nothing is worked out."""
        found: dict[str, Any] = dict.fromkeys(keys)
        told = {key: said for key in found if (said := words(cells.get(key)))}
        numbers = {key: cell for key in told if isinstance(cell := cells.get(key), int | float)}
        texts = {key: each for key, each in told.items() if key not in numbers}
        comma, decimal = self._comma, self._decimal
        values, counted_in = stated(tuple(texts.values()), unit or None, comma=comma, decimal=decimal, free=False)
        for key, value in {**numbers, **dict(zip(texts, values, strict=True))}.items():
            if not abs(value) <= _LARGEST:
                raise NotAFigure
            found[key] = int(value) if value == int(value) else value
        return found | {"unit": counted_in}

    def _person(self, number: int, text: str) -> str | None:
        found = self._people.get(folded(text)) or self._people.get(text) if text else None
        if text and found is None:
            self.troubles.append(Trouble(number, "no-person", text, whole=False))
        return found

    def _word(self, number: int, code: Code, known: Mapping[str, str], cell: Cell) -> str | None:
        text = plain_name(words(cell))
        if text and text not in known:
            self.troubles.append(Trouble(number, code, words(cell), whole=False))
        return known.get(text)

    def _refuse(self, number: int, code: Code, about: str) -> None:
        self.troubles.append(Trouble(number, code, about, whole=True))
