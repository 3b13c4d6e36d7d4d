"""One's own commits since the last check-in that name a key result: memory beside the note, never written anywhere."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from okr_tui.domain.standing import Standing
    from okr_tui.domain.workspace import Workspace

_LATELY = timedelta(days=28)
_MOST = 20


class Remembered(NamedTuple):
    """What one did, by its day.

    Attributes:
        words: the first line of the commit's message, as it was written: hostile until cleaned.
    """

    on: date
    words: str


def memory_of(root: Path, workspace: "Workspace", standing: "Standing", me: str) -> tuple[Remembered, ...]:
    """The commits of a person since the last check-in on a key result that name it, the newest first.

    Takes as long as git does, some seconds at most: not for the thread that answers keys.

    Args:
        root: the workspace folder.
        workspace: what is known.
        standing: the key result.
        me: the person; without an address nothing is found.
    """
    from okr_tui.domain.mentions import mentions
    from okr_tui.store.git.own_commits import own_commits

    known = workspace.person_by_id.get(me)
    if known is None or not known.email:
        return ()
    result = standing.key_result
    mine = [entry.check_in.on for entry in standing.entries if entry.person == me]
    since = max(mine, default=max(standing.window.start, standing.today - _LATELY))
    ids = {result.id, *(each.id for each in result.initiative), *(step.id for step in result.milestone)}
    language = result.lang or standing.objective.lang or workspace.settings.language
    found = own_commits(root, (known.email,), since)
    named = [each for each in found if mentions(each.message, ids, result.title, language)]
    return tuple(Remembered(each.on, each.subject) for each in named if each.on <= standing.today)[:_MOST]
