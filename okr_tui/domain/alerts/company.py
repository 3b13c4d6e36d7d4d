"""Whether the company wants anything: without that no team can say what it contributes to."""

from okr_tui.domain.links import alive, cycle_and_above
from okr_tui.domain.workspace import CycleContent, Workspace


def lacks_company_okrs(workspace: Workspace, content: CycleContent) -> bool:
    """Whether the company has no objective, neither in a cycle nor above, and somebody would need one.

    Nobody does where there is one team only, or where the policy has no company level; what was not read may hold some.
    """
    anchor = workspace.anchor()
    if anchor is None or len(workspace.teams) < 2 or "company" not in workspace.settings.policy.levels:
        return False
    chain = cycle_and_above(workspace, content)
    if not all(each.complete for each in chain):
        return False
    for each in chain:
        if any(
            alive(objective) and (team == anchor.id or each is not content) for team, objective in each.objectives()
        ):
            return False
    return not any(workspace.unread_plan(each.cycle.id, anchor.id) for each in chain)
