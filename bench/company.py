"""Who works in a made-up company: teams in a tree, people in teams."""

from dataclasses import dataclass
from itertools import count
from random import Random
from typing import Any

from bench.phrases import FIRST_NAMES, LAST_NAMES, TEAMS
from okr_tui.domain.ids import slug

Tables = dict[str, Any]
ANCHOR = "company"
_BELOW = 5  # teams directly below a team


@dataclass(frozen=True, slots=True)
class Team:
    """A team, the one above it ("" for the anchor) and its people; the first of them leads it."""

    id: str
    name: str
    parent: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Company:
    """Everybody.

    Attributes:
        teams: a team after the one above it.
        names: person id → name.
        member_of: person id → team id.
    """

    teams: tuple[Team, ...]
    names: dict[str, str]
    member_of: dict[str, str]


def company(rng: Random, teams: int, people: int) -> Company:
    """Makes up a company.

    Args:
        rng: chance.
        teams: how many teams, the anchor counted; at least 1.
        people: how many people; at least one a team.

    Raises:
        ValueError: there are fewer people than teams, or no team.
    """
    if not 1 <= teams <= people:
        raise ValueError(f"{teams} teams need at least as many people, not {people}")
    ids, names = _team_ids(teams), _people(rng, people)
    everybody = tuple(names)
    made = tuple(
        Team(ids[place], _team_name(place), ids[(place - 1) // _BELOW] if place else "", everybody[place::teams])
        for place in range(teams)
    )
    return Company(made, names, {person: team.id for team in made for person in team.people})


def people_tables(whole: Company) -> Tables:
    """people.toml."""
    return {
        "format": 1,
        "person": [
            {"id": person, "name": name, "email": f"{person}@company.example", "team": [whole.member_of[person]]}
            for person, name in whole.names.items()
        ],
    }


def team_tables(whole: Company) -> Tables:
    """teams.toml."""
    listed = []
    for team in whole.teams:
        above = {"parent": team.parent} if team.parent else {}
        kpi = {"id": f"open-questions-{team.id}", "title": "Open questions", "unit": "/d", "high": 30}
        listed.append({"id": team.id, "name": team.name, **above, "lead": team.people[0], "kpi": [kpi]})
    return {"format": 1, "team": listed}


def _team_name(place: int) -> str:
    if place == 0:
        return "The company"
    turn, at = divmod(place - 1, len(TEAMS))
    return TEAMS[at] if not turn else f"{TEAMS[at]} {turn + 1}"


def _team_ids(teams: int) -> list[str]:
    return [ANCHOR, *(slug(_team_name(place)) for place in range(1, teams))]


def _people(rng: Random, people: int) -> dict[str, str]:
    """Person id → name, no id twice."""
    found: dict[str, str] = {}
    pairs = [(first, last) for first in FIRST_NAMES for last in LAST_NAMES]
    rng.shuffle(pairs)
    for number in range(people):
        first, last = pairs[number % len(pairs)]
        base = slug(f"{first} {last}")
        identity = next(each for n in count(1) if (each := base if n == 1 else f"{base}-{n}") not in found)
        found[identity] = f"{first} {last}"
    return found
