"""What is meant on the command line: what can be edited by its id, and for which team."""

from okr_tui.cli.context import Here
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.resolve import NothingFits, resolve, resolve_person, resolve_team
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.words.language import _


def place_meant(here: Here, text: str) -> Located:
    """The table with this id: a person, team, role or cycle by its whole id, else what `resolve` finds.

    Raises:
        NothingFits: there is nothing like it.
        SeveralFit: several things are.
        OnlyAlike: words of a title fit, and a file that can't be read may hold what was meant.
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
    for content in workspace.open_cycles(here.today):
        for ritual in content.file.ritual:
            if ritual.id == text:
                return Located("ritual", content.cycle.id, ritual.team or "", ritual)
    try:
        return resolve(workspace, here.today, text)
    except NothingFits:
        found = _by_name(workspace, text)
        if found is None:
            raise
        return found


def _by_name(workspace: Workspace, text: str) -> Located | None:
    """A person or a team by the name, where one alone is called so."""
    for kind, known, fits in (
        ("person", workspace.person_by_id, resolve_person),
        ("team", workspace.team_by_id, resolve_team),
    ):
        try:
            return Located(kind, "", "", known[fits(workspace, text)])
        except NothingFits:
            continue
    return None


def team_meant(here: Here, text: str | None) -> str:
    """The id of the team meant: the one named, else my only one, else the only one there is.

    Raises:
        WrongUsage: there is none, or several.
    """
    workspace = here.workspace
    if text is not None and text in workspace.person_by_id and text not in workspace.team_by_id:
        raise WrongUsage(_no_single_people(workspace, text))
    if text is not None:
        return resolve_team(workspace, text)
    person = workspace.person_by_id.get(here.me or "")
    mine = person.team if person else ()
    candidates = mine if len(mine) == 1 else tuple(workspace.team_by_id)
    if len(candidates) == 1:
        return candidates[0]
    if not candidates:
        raise WrongUsage(_("There is no team yet; “okr add team NAME” adds one."))
    raise WrongUsage(
        _("Say for which team (--team): {teams}.").format(teams=", ".join(list(workspace.team_by_id)[:20]))
    )


def _no_single_people(workspace: Workspace, person: str) -> str:
    """Why a person gets no OKRs of their own, and what they can take instead (Partoo: down to teams, not individuals)."""
    known = workspace.person_by_id[person]
    if "individual" in workspace.settings.policy.levels:
        return _("A person's OKRs stand in a team of their own; “okr add team NAME” makes one.")
    teams = ", ".join(workspace.name_of(each) for each in known.team) or _("a team")
    message = _(
        "OKRs go down to teams here, not to single people: {name} can own a key result or take an initiative in {teams}."
    )
    return message.format(name=known.name, teams=teams)
