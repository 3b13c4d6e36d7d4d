"""The plans as they stood when a leg of the W closed: read only when somebody asks for them."""

from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from okr_tui.domain.cycle import Cycle
from okr_tui.domain.ids import is_slug
from okr_tui.domain.plan import Plan
from okr_tui.domain.problem import Problem
from okr_tui.store.codec import Refused, parsed
from okr_tui.store.layout import LEGS, Place, leg_folder
from okr_tui.store.listing import entries
from okr_tui.store.tables import bytes_of
from okr_tui.store.validate import model_of, problems_at


class Snapshot(NamedTuple):
    """All plans at the end of a leg.

    Attributes:
        plans: team id → plan, by the id.
        problems: what could not be read.
    """

    plans: Mapping[str, Plan]
    problems: tuple[Problem, ...] = ()


def closed_legs(root: Path, cycle: Cycle) -> tuple[str, ...]:
    """The legs of a cycle that were closed, in their order; one that closed before anything was drafted kept nothing."""
    before = LEGS[: LEGS.index(cycle.leg)] if cycle.leg else ()
    return tuple(leg for leg in LEGS if leg in before or teams_of(root, cycle.id, leg))


def teams_of(root: Path, cycle: str, leg: str) -> tuple[str, ...]:
    """The teams that had a plan when a leg closed."""
    names = [entry.name.removesuffix(".toml") for entry in entries(root, leg_folder(cycle, leg))
             if entry.name.endswith(".toml")]  # fmt: skip
    return tuple(name for name in names if is_slug(name))


def snapshot(root: Path, cycle: str, leg: str) -> Snapshot:
    """The plans as they stood when a leg closed; nothing where it was not closed."""
    plans: dict[str, Plan] = {}
    problems: list[Problem] = []
    for team in teams_of(root, cycle, leg):
        path = f"{leg_folder(cycle, leg)}/{team}.toml"
        data = bytes_of(root, path)
        tables = data if isinstance(data, Refused) else parsed(data)
        if isinstance(tables, Refused) or isinstance(data, Refused):
            problems.append((data if isinstance(data, Refused) else tables).problem(path))  # type: ignore[union-attr]
            continue
        model = model_of(Place("plan", cycle, team), tables)
        if isinstance(model, Plan):
            plans[team] = model
        elif isinstance(model, list):
            problems += problems_at(data.decode("utf-8"), path, model)
    return Snapshot(plans, tuple(problems))
