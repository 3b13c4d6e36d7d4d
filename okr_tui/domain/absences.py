"""Who acts for an owner today, and which days count for nobody: absences, stand-ins, closed days, people who have left."""

from collections.abc import Callable
from datetime import date, timedelta

from okr_tui.domain.clock import Period
from okr_tui.domain.people import Person
from okr_tui.domain.workspace import Workspace

_FARTHEST = 10  # stand-ins of stand-ins, teams above teams


def is_here(workspace: Workspace, person: str, today: date) -> bool:
    """Whether a person is known and has not left."""
    known = workspace.person_by_id.get(person)
    return workspace.knows(person) if known is None else known.left is None or known.left > today


def present(workspace: Workspace, person: str, today: date) -> str:
    """Who acts for a person today: they themselves, or while they are away the stand-in, or the stand-in's own.

    A stand-in who has left, or the end of a circle, is no help: it stays with the person.
    """
    acting = person
    for _step in range(_FARTHEST):
        known = workspace.person_by_id.get(acting)
        away = next((each for each in known.away if each.from_ <= today <= each.to), None) if known else None
        if away is None or away.stand_in is None or not is_here(workspace, away.stand_in, today):
            return acting
        acting = away.stand_in
    return person


def acting(workspace: Workspace, team: str, owner: str | None, today: date) -> frozenset[str]:
    """Who owes today what an owner of a team owes.

    The person or the holders of the role, or who stands in for them; where all of them have left the team's lead, else
    the lead of the next team above.
    """
    owing = [each for each in workspace.people_owing(team, owner) if is_here(workspace, each, today)]
    above: str | None = team
    for _step in range(_FARTHEST):
        if owing or above is None:
            break
        known = workspace.team_by_id.get(above)
        owing = [each for each in workspace.people_owing(above, None) if is_here(workspace, each, today)]
        above = known.parent if known is not None else None
    return frozenset(present(workspace, each, today) for each in owing)


def skipped_days(workspace: Workspace, team: str, owner: str | None) -> Callable[[date], bool] | None:
    """Says of a day whether it counts for nobody: closed, or all owners away; None where every day counts."""
    owners = _owners(workspace, team, owner)
    if not workspace.settings.closed and not any(person.away for person in owners):
        return None

    def skipped(day: date) -> bool:
        away = bool(owners) and all(person.is_away(day) for person in owners)
        return away or workspace.settings.is_closed(day)

    return skipped


def not_counted(workspace: Workspace, team: str, owner: str | None, after: date, until: date) -> tuple[int, int]:
    """How many days after one, up to another, count for nobody: those closed, and of the others those with all owners away."""
    owners = _owners(workspace, team, owner)
    days = [after + timedelta(days=n) for n in range(1, (until - after).days + 1)]
    open_ = [day for day in days if not workspace.settings.is_closed(day)]
    away = sum(all(person.is_away(day) for person in owners) for day in open_) if owners else 0
    return len(days) - len(open_), away


def reachable(workspace: Workspace, team: str, owner: str | None, begun: tuple[Period, ...]) -> tuple[Period, ...]:
    """The periods in which somebody could have checked in: not closed, nor all owners away without a stand-in.

    Saturdays and Sundays alone are no time to check in: a period counts by its other days, where it has any.
    """
    owners = _owners(workspace, team, owner)
    if not workspace.settings.closed and not any(person.away for person in owners):
        return begun

    def skipped(day: date) -> bool:
        gone = bool(owners) and all(_away_alone(person, day) for person in owners)
        return gone or workspace.settings.is_closed(day)

    return tuple(period for period in begun if not all(map(skipped, _working(period))))


def _owners(workspace: Workspace, team: str, owner: str | None) -> list[Person]:
    known = [workspace.person_by_id.get(person) for person in workspace.people_owing(team, owner)]
    return [person for person in known if person is not None]


def _away_alone(person: Person, day: date) -> bool:
    return any(away.from_ <= day <= away.to and away.stand_in is None for away in person.away)


def _working(period: Period) -> list[date]:
    days = [period.first + timedelta(days=number) for number in range((period.last - period.first).days + 1)]
    return [day for day in days if day.weekday() < 5] or days
