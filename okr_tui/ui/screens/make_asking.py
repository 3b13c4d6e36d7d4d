"""What fits where in a plan: what can be added to a row, and where it can be moved."""

from collections.abc import Callable, Iterator, Mapping

from okr_tui.domain.making import alive
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.workspace import CycleContent, Located, Workspace
from okr_tui.words.language import _

ADDED: Mapping[str, Callable[[], str]] = {
    "objective": lambda: _("an objective"),
    "key-result": lambda: _("a key result"),
    "initiative": lambda: _("an initiative: what you do to move it"),
    "milestone": lambda: _("a milestone: a step that counts"),
    "task": lambda: _("a task"),
}
"""Kind of table → its name among the answers."""


def kinds_here(place: Located | None) -> tuple[str, ...]:
    """What can be added where the cursor is, the likeliest first."""
    if place is None or place.objective is None:
        return ("objective",)
    result = place.key_result
    stepped = result is not None and result.kind == "milestones"
    inside = ("milestone", "initiative") if stepped else ("initiative",)
    match place.kind:
        case "objective":
            return ("key-result", "objective") if place.objective.key_result else ("key-result",)
        case "initiative" | "task":
            return ("task", *inside, "key-result", "objective")
        case _:
            return (*inside, "key-result", "objective")


def parent_for(kind: str, place: Located | None) -> str | None:
    """The id of what a new table of a kind goes into, from where the cursor is; None where nothing there takes it."""
    if place is None or place.objective is None:
        return None
    if kind == "key-result":
        return place.objective.id
    if kind == "task":
        return initiative_of(place)
    return place.key_result.id if place.key_result is not None else None


def initiative_of(place: Located) -> str | None:
    """The initiative that the cursor is on, or that its task belongs to."""
    identity = _id(place)
    for initiative in place.key_result.initiative if place.key_result is not None else ():
        if initiative.id == identity or any(task.id == identity for task in initiative.task):
            return initiative.id
    return None


def ids_around(place: Located) -> set[str]:
    """The ids of what a table stands in, its own included."""
    around = (place.objective.id if place.objective else None, place.key_result.id if place.key_result else None)
    return {identity for identity in (*around, initiative_of(place), _id(place)) if identity}


def destinations(workspace: Workspace, content: CycleContent, place: Located) -> tuple[tuple[str, str], ...]:
    """(id, words) of everything that a table can be moved into, its own team's first; never where it stands already."""
    match place.kind:
        case "objective":
            return tuple((team.id, team.name) for team in workspace.teams if team.id != place.team)
        case "key-result":
            found = [(team, each.id, each.title) for team, each in _objectives(content)]
        case "initiative" | "milestone":
            found = [(team, each.id, each.title) for team, each in _key_results(content)]
        case "task":
            found = [
                (team, initiative.id, initiative.title)
                for team, result in _key_results(content)
                for initiative in result.initiative
            ]
        case _:
            return ()
    own = ids_around(place)
    found.sort(key=lambda each: each[0] != place.team)
    return tuple(
        (identity, title if team == place.team else f"{title} · {workspace.name_of(team)}")
        for team, identity, title in found
        if identity not in own
    )


def conversions(place: Located) -> tuple[tuple[str, str], ...]:
    """(id, words) of what a draft can become where it isn't agreed yet."""
    if place.objective is None or place.objective.live:
        return ()
    kpi = ("as-kpi", _("make it a KPI: it only keeps what is good"))
    match place.table:
        case KeyResult():
            return (("as-initiative", _("make it an initiative: it is what we do")), kpi)
        case Objective():
            return (kpi,)
        case _:
            return ()


def helped(workspace: Workspace, content: CycleContent, team: str, but: str | None) -> tuple[tuple[str, str], ...]:
    """(id, words) of the key results that an initiative could help, this team's first; never the one it was."""
    found = sorted(_key_results(content), key=lambda each: each[0] != team)
    return tuple(
        (each.id, each.title if owner == team else f"{each.title} · {workspace.name_of(owner)}")
        for owner, each in found
        if each.id != but
    )


def _objectives(content: CycleContent) -> Iterator[tuple[str, Objective]]:
    for team, plan in content.plans.items():
        for objective in alive(plan):
            yield team, objective


def _key_results(content: CycleContent) -> Iterator[tuple[str, KeyResult]]:
    for team, objective in _objectives(content):
        for key_result in objective.key_result:
            if key_result.dropped is None:
                yield team, key_result


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
