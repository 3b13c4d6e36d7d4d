"""What is still open in how a workspace is arranged: people, teams, who leads, who holds a role."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okr_tui.domain.workspace import Workspace

ALONE = 1
"""People up to whom nobody is there to share anything with."""


class Open(NamedTuple):
    """Something that Setup could still say.

    Attributes:
        code: people, teams, lead, holder, vision.
        n: how many it is about.
        about: the id of the first one; empty where it is about none.
    """

    code: str
    n: int = 0
    about: str = ""


def still_open(workspace: Workspace, today: date) -> Iterator[Open]:
    """What is worth saying next, the most useful first."""
    here = [each for each in workspace.people if each.left is None or each.left >= today]
    if len(here) <= ALONE:
        yield Open("people", len(here))
    if not workspace.teams:
        yield Open("teams")
    if not workspace.settings.vision:
        yield Open("vision")
    led = [team.id for team in workspace.teams if team.lead and workspace.knows(team.lead)]
    leaderless = [team.id for team in workspace.teams if team.id not in led and team.stage != "not-yet"]
    if leaderless:
        yield Open("lead", len(leaderless), leaderless[0])
    nobodys = [role.id for role in workspace.role_by_id.values() if not any(map(workspace.knows, role.holders))]
    if nobodys:
        yield Open("holder", len(nobodys), nobodys[0])
