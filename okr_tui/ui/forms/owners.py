"""Owners as people type them: the name of a person or a role, or the beginning of one."""

from datetime import date

from okr_tui.domain.resolve import resolve_owner
from okr_tui.domain.workspace import Workspace
from okr_tui.words.language import _


def owner_names(workspace: Workspace, team: str, today: date) -> tuple[str, ...]:
    """Everybody who can own something: this team first, then the others, then roles."""
    people = [each for each in workspace.people if each.left is None or each.left > today]
    near = [each.name for each in people if team in each.team]
    far = [each.name for each in people if team not in each.team]
    return (*near, *far, *(role.title for role in workspace.role_by_id.values()))


def owner_of(workspace: Workspace, text: str) -> str:
    """The id of the person or role meant; raises as `resolve_owner`."""
    return resolve_owner(workspace, text)


def owner_said(workspace: Workspace, text: str) -> str:
    """Who is meant, in words: for a role with the people who hold it."""
    owner = owner_of(workspace, text)
    role = workspace.role_by_id.get(owner)
    if role is None:
        return _("owned by {name}").format(name=workspace.name_of(owner))
    holders = ", ".join(workspace.name_of(holder) for holder in role.holders) or _("nobody")
    return _("owned by the role {name}, held by {holders}").format(name=role.title, holders=holders)
