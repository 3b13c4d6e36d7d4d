"""What would be if somebody said this: the standing of a key result with one more check-in, written nowhere."""

from collections.abc import Iterable

from okr_tui.domain.journal import CheckIn, Journal
from okr_tui.domain.standing import Standing, standing
from okr_tui.domain.workspace import CycleContent, Entry, Workspace


def standing_with(workspace: Workspace, now: Standing, said: Iterable[CheckIn], person: str) -> Standing:
    """Where a key result would stand if a person had said this as well.

    Only what was said about this key result is looked at, so that it can be asked at every key that is typed.

    Args:
        workspace: what is known.
        now: where it stands.
        said: the check-ins that might be made.
        person: who might make them.
    """
    content = workspace.cycles[now.cycle]
    known = content.entries.get(now.key_result.id, ())
    supposed = (*known, *(Entry(person, each) for each in said))
    journals = tuple(Journal(format=1, person=entry.person, week="", check_in=(entry.check_in,)) for entry in supposed)
    only = CycleContent(content.file, content.plans, journals)
    return standing(workspace, only, now.team, now.objective, now.key_result, now.today)
