"""Which file holds what: paths are built from validated ids alone, and only such paths are read."""

from typing import NamedTuple

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import is_id, is_slug
from okr_tui.words.language import _

SETTINGS, PEOPLE, TEAMS, AGENDAS = "okr.toml", "people.toml", "teams.toml", "agendas.toml"
TOP = {SETTINGS: "settings", PEOPLE: "people", TEAMS: "teams", AGENDAS: "agendas"}
LEGS = ("frame", "propose", "integrate", "commit")


class Place(NamedTuple):
    """What a path of the workspace stands for.

    Attributes:
        kind: settings, people, teams, agendas, cycle, plan, review, journal.
        cycle: id of the cycle it belongs to; name: the team's or the person's id; week: the ISO week of a journal.
    """

    kind: str
    cycle: str = ""
    name: str = ""
    week: str = ""


def place_of(path: str) -> Place | None:
    """What a path relative to the workspace stands for; None for anything that is no file of a workspace."""
    if path in TOP:
        return Place(TOP[path])
    parts = path.split("/")
    if len(parts) < 3 or parts[0] != "cycles" or not parts[-1].endswith(".toml") or not is_id(parts[1]):
        return None
    name = parts[-1].removesuffix(".toml")
    match parts[2:]:
        case ["cycle.toml"]:
            return Place("cycle", parts[1])
        case ["okrs", _file] if is_id(name):
            return Place("plan", parts[1], name)
        case ["review", _file] if is_id(name):
            return Place("review", parts[1], name)
        case ["journal", week, _file] if is_id(name):
            return Place("journal", parts[1], name, week)
    return None


def cycle_path(cycle: str) -> str:
    """Where a cycle's dates and rituals stand."""
    return f"cycles/{_safe(cycle)}/cycle.toml"


def plan_path(cycle: str, team: str) -> str:
    """Where a team's plan stands."""
    return f"cycles/{_safe(cycle)}/okrs/{_safe(team)}.toml"


def leg_path(cycle: str, leg: str, team: str) -> str:
    """Where a team's plan stands as it was when a leg of the W closed."""
    return f"{leg_folder(cycle, leg)}/{_safe(team)}.toml"


def leg_folder(cycle: str, leg: str) -> str:
    """The folder of the plans as they were when a leg of the W closed: cycles/2026-t3/legs/1-frame."""
    return f"cycles/{_safe(cycle)}/legs/{LEGS.index(leg) + 1}-{leg}"


def review_path(cycle: str, team: str) -> str:
    """Where a team's review stands."""
    return f"cycles/{_safe(cycle)}/review/{_safe(team)}.toml"


def journal_path(cycle: str, week: str, person: str) -> str:
    """Where a person's words of one ISO week stand."""
    return f"cycles/{_safe(cycle)}/journal/{_safe(week)}/{_safe(person)}.toml"


def _safe(name: str) -> str:
    if not is_slug(name):
        raise WrongUsage(
            _("“{name}” can't be a file name: use a-z, 0-9 and dashes, at most 40.").format(name=name[:80])
        )
    return name
