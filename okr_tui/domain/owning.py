"""Who answers for what: the owner of a thing, the lead of a team, the champion for questions about how a team works."""

from okr_tui.domain.workspace import CycleContent, Located, Workspace


def owner_of(item: Located) -> str | None:
    """The owner of a thing: its own, for a milestone or task that of the initiative or key result it stands in."""
    owner = getattr(item.table, "owner", None)
    if owner is None and item.kind in {"milestone", "task"} and item.key_result is not None:
        owner = item.key_result.owner
    return owner


def place_of(workspace: Workspace, content: CycleContent, identity: str) -> Located | None:
    """What an id names, seen from a cycle: something of its plans, or a KPI."""
    found = content.located.get(identity)
    if found is None and identity in workspace.kpi_by_id:
        team, kpi = workspace.kpi_by_id[identity]
        return Located("kpi", "", team, kpi)
    return found


def answering(workspace: Workspace, content: CycleContent, identity: str, asker: str) -> tuple[str, ...]:
    """The people who answer what somebody asks about a thing: its owner, else the team's lead; for a team its champion."""
    place = place_of(workspace, content, identity)
    if place is not None:
        return workspace.people_owing(place.team, owner_of(place))
    return champions(workspace, identity, asker) if identity in workspace.team_by_id else ()


def champions(workspace: Workspace, team: str, asker: str) -> tuple[str, ...]:
    """Who takes questions and complaints about how a team works with its OKRs.

    Its champion, else every champion, else its lead, else the OKR leads; nobody is asked by themselves.
    """
    known = workspace.team_by_id.get(team)
    champion = workspace.person_by_id.get(known.champion or "") if known is not None else None
    own = (champion.id,) if champion is not None and champion.left is None else ()
    for people in (
        own,
        _with_role(workspace, "champion"),
        workspace.people_owing(team, None),
        _with_role(workspace, "lead"),
    ):
        others = tuple(each for each in people if each != asker)
        if others:
            return others
    return ()


def _with_role(workspace: Workspace, role: str) -> tuple[str, ...]:
    return tuple(each.id for each in workspace.people if role in each.roles and each.left is None)
