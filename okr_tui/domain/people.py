"""Who is there: people, teams or circles, roles and their holders, and the figures a team keeps an eye on."""

from datetime import date
from typing import Literal

from msgspec import field

from okr_tui.domain.table import File, Id, Ids, Number, Slug, Table, WordList, Words

Stage = Literal["in", "pilot", "not-yet"]
"""How far a team is with OKRs; nobody is blamed who is not in."""

WorkspaceRole = Literal["lead", "champion", "coach", "sponsor", "reviewer"]


class Away(Table):
    """Days on which a person is absent, both ends included, and who stands in."""

    from_: date = field(name="from")
    to: date
    stand_in: Slug | None = None


class Person(Table):
    """Somebody who owns, checks in, comments.

    Attributes:
        email: as in git's `user.email`.
        team: ids of the teams this person belongs to.
        roles: what this person does for the method ("lead" is the OKR lead).
        left: the day this person left; joined: the day this person came.
    """

    id: Slug
    name: Words
    email: Words | None = None
    team: Ids = ()
    roles: tuple[WorkspaceRole, ...] = ()
    away: tuple[Away, ...] = ()
    left: date | None = None
    joined: date | None = None

    def is_away(self, day: date) -> bool:
        """Whether this person is absent on a day."""
        return any(away.from_ <= day <= away.to for away in self.away)


class People(File):
    """people.toml."""

    person: tuple[Person, ...] = ()


class Role(Table):
    """What somebody is accountable for in a team, whoever holds it (holacracy, Partena)."""

    id: Id
    title: Words
    accountabilities: WordList | Words | None = None
    holders: Ids = ()


class Kpi(Table):
    """A figure of business as usual, with the band it should stay in; no objective."""

    id: Id
    title: Words
    unit: Words | None = None
    low: Number | None = None
    high: Number | None = None
    source: Words | None = None


class Team(Table):
    """A team or circle; the anchor has no parent.

    Attributes:
        stage: in, a pilot, or not yet in: alignment does not blame teams that are not in.
        squad: formed around an objective, with its own members, until a day.
    """

    id: Slug
    name: Words
    parent: Slug | None = None
    mission: Words | None = None
    lead: Slug | None = None
    champion: Slug | None = None
    stage: Stage = "in"
    squad: bool = False
    members: Ids = ()
    until: date | None = None
    role: tuple[Role, ...] = ()
    kpi: tuple[Kpi, ...] = ()


class Teams(File):
    """teams.toml."""

    team: tuple[Team, ...] = ()
