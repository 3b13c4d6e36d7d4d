"""Alerts about who answers for what: nobody, somebody for too much, a role that nobody holds."""

from collections.abc import Iterator

from okr_tui.domain.alerts.alert import Alert, Severity, digest_of
from okr_tui.domain.alerts.situation import Situation, live_parts
from okr_tui.domain.plan import KeyResult, Objective


def owner_missing(seen: Situation) -> Iterator[Alert]:
    """Objectives, or key results of theirs, for which nobody owes: no owner and no lead, or one who is gone.

    A key result without an owner is asked of the objective's.
    """
    for team, objective in seen.objectives:
        if not seen.blamed(team):
            continue
        tables: tuple[Objective | KeyResult, ...] = (objective, *live_parts(objective))
        bare = [each for each in tables if _nobody(seen, team, each.owner or objective.owner)]
        if not bare:
            continue
        gone = next((each.owner for each in bare if each.owner), None)
        facts = {"n": len(bare), "owner": gone, "team": team, "objective": objective.id}
        about, words = tuple(each.id for each in bare), digest_of(*(each.title for each in bare))
        yield Alert("owner-missing", "warn", about, team, facts, (objective.id,), (team,), words)


def _nobody(seen: Situation, team: str, owner: str | None) -> bool:
    """Whether an owner is nobody, or without one nobody owes; a role without a holder is an alert of its own."""
    if owner in seen.workspace.role_by_id:
        return False
    if owner is not None:
        return not _here(seen, owner)
    return not any(_here(seen, person) for person in seen.workspace.people_owing(team, None))


def _here(seen: Situation, person: str) -> bool:
    known = seen.workspace.person_by_id.get(person)
    return known is not None and (known.left is None or known.left > seen.today)


def owner_overloaded(seen: Situation) -> Iterator[Alert]:
    """People who owe for more key results than one can carry."""
    carried: dict[str, list[tuple[str, KeyResult]]] = {}
    for team, objective in seen.objectives:
        for each in live_parts(objective) if objective.status != "done" else ():
            people = seen.workspace.people_owing(team, each.owner)
            for person in people if len(people) == 1 else ():
                carried.setdefault(person, []).append((team, each))
    most = seen.policy.owner_max
    for person, found in carried.items():
        if len(found) > most and person in seen.workspace.person_by_id:
            teams = tuple(dict.fromkeys(team for team, _each in found))
            facts = {
                "n": len(found),
                "most": most,
                "person": person,
                "key_results": tuple(each.id for _t, each in found),
            }
            yield Alert("owner-overloaded", "hint", (person,), teams[0], facts, (), teams)


def role_without_holder(seen: Situation) -> Iterator[Alert]:
    """Roles that nobody holds: what they own has nobody. Clear roles are the key to success (Partena)."""
    owned: dict[str, list[tuple[str, str]]] = {}
    for _team, objective in seen.objectives:
        tables: tuple[Objective | KeyResult, ...] = (objective, *live_parts(objective))
        for each in tables:
            if each.owner:
                owned.setdefault(each.owner, []).append((objective.id, each.id))
    for team in seen.workspace.teams:
        for role in team.role if team.stage != "not-yet" else ():
            if any(_here(seen, person) for person in role.holders):
                continue
            found = owned.get(role.id, [])
            objectives = tuple(dict.fromkeys(objective for objective, _each in found))
            facts = {"role": role.id, "team": team.id, "n": len(found)}
            about = (role.id, *(each for _objective, each in found))
            severity: Severity = "warn" if found else "hint"
            words = digest_of(role.title)
            yield Alert("role-without-holder", severity, about, team.id, facts, objectives, (team.id,), words)
