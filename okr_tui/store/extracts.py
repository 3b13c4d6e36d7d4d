"""What of a file goes into the index of a workspace: a few values of each table, as JSON."""

import json
from pathlib import Path
from typing import Any

from okr_tui.store.codec import Refused, parsed
from okr_tui.store.layout import place_of
from okr_tui.store.tables import bytes_of


def extract(root: Path, path: str) -> str:
    """What is taken from one file, as one line of JSON; null from one that can't be read or is not as it should be."""
    return json.dumps(_taken(root, path))


def _taken(root: Path, path: str) -> Any:
    data = bytes_of(root, path)
    tables = data if isinstance(data, Refused) else parsed(data)
    place = place_of(path)
    if isinstance(tables, Refused) or place is None:
        return None
    try:
        return _EXTRACTS[place.kind](tables)
    except (KeyError, TypeError, AttributeError):
        return None


def _words(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError(value)
    return value


def _number(value: object) -> float | None:
    if value is None or (isinstance(value, int | float) and not isinstance(value, bool)):
        return value
    raise TypeError(value)


def _of_cycle(tables: dict[str, Any]) -> list[Any]:
    cycle = tables["cycle"]
    return [
        cycle["id"],
        cycle.get("kind", "cycle"),
        cycle["start"].isoformat(),
        cycle["end"].isoformat(),
        cycle["phase"],
    ]


def _of_plan(tables: dict[str, Any]) -> list[Any]:
    return [
        [
            _words(each["id"]), _words(each["title"]), _words(each.get("kind", "metric")), _words(each.get("unit", "")) or None,
            [[_words(step["id"]), _words(step["title"])] for step in each.get("milestone", [])],
            [_number(each.get(key)) for key in ("baseline", "target", "low", "high")],
            [_unit_change(row) for row in each.get("changed", []) if row["key"] == "unit"],
            "dropped" if "dropped" in objective or "dropped" in each else _words(objective.get("status", "draft")),
        ]
        for objective in tables.get("objective", [])
        for each in objective.get("key_result", [])
    ]  # fmt: skip


def _unit_change(row: dict[str, Any]) -> list[Any]:
    at, before = row.get("at"), row.get("from")
    return [row["on"].isoformat(), _moment(at) if at is not None else None, before if isinstance(before, str) else ""]


def _moment(at: Any) -> str:
    if at.tzinfo is None:
        raise TypeError(at)
    return str(at.isoformat())


def _of_teams(tables: dict[str, Any]) -> list[Any]:
    return [
        [
            _words(team["id"]),
            _words(team["name"]),
            [
                [
                    _words(kpi["id"]), _words(kpi["title"]), _words(kpi.get("unit", "")) or None,
                    _number(kpi.get("low")), _number(kpi.get("high")),
                ]
                for kpi in team.get("kpi", [])
            ],
        ]
        for team in tables.get("team", [])
    ]  # fmt: skip


def _of_journal(tables: dict[str, Any]) -> list[Any]:
    return [
        [
            _words(said["about"]), _words(said["id"]), said["on"].isoformat(), _moment(said["at"]),
            _number(said.get("value")), _number(said.get("confidence")), said.get("replaces"), said.get("withdrawn", False),
        ]
        for said in tables.get("check_in", [])
    ]  # fmt: skip


_EXTRACTS = {"cycle": _of_cycle, "plan": _of_plan, "teams": _of_teams, "journal": _of_journal}
