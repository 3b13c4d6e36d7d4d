"""What can be edited by its id: everything in plans, and people, teams, roles and cycles too."""

from okr_tui.cli.context import Here
from okr_tui.domain.resolve import resolve
from okr_tui.domain.workspace import Located


def place_meant(here: Here, text: str) -> Located:
    """The table with this id: a person, team, role or cycle by its whole id, else what `resolve` finds.

    Raises:
        NothingFits: there is nothing like it.
        SeveralFit: several things are.
    """
    workspace = here.workspace
    exact = workspace.find(text, here.today)
    if exact is not None:
        return exact
    for kind, known in (
        ("person", workspace.person_by_id),
        ("team", workspace.team_by_id),
        ("role", workspace.role_by_id),
    ):
        if text in known:
            return Located(kind, "", "", known[text])
    if text in workspace.cycles:
        return Located("cycle", text, "", workspace.cycles[text].cycle)
    return resolve(workspace, here.today, text)
