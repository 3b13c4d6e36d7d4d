"""A line for every file that a place should show and can't: the rest is there, and a key leads to what is wrong."""

from collections.abc import Collection, Iterator

from okr_tui.store.layout import place_of
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import Run
from okr_tui.ui.place import Place
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.language import _
from okr_tui.words.unread import unread_said


def unreadable_rows(
    place: Place, session: Session, cycles: Collection[str], kinds: Collection[str], *, team: str | None = None
) -> Iterator[Row]:
    """What is missing from a place because a file can't be read.

    Args:
        place: where it is said; it knows the key that shows what is wrong.
        session: the moment.
        cycles: ids of the cycles that the place shows.
        kinds: "plan", "review": what it shows of them.
        team: only this team's files; None for everybody's.
    """
    told: set[str] = set()
    key = next((each.keys[0] for each in place.frame.commands if each.id == "problems" and each.keys), "")
    for problem in session.workspace.problems:
        found = place_of(problem.file)
        if problem.severity != "error" or problem.file in told or found is None:
            continue
        if found.cycle not in cycles or found.kind not in kinds or (team is not None and found.name != team):
            continue
        told.add(problem.file)
        words = unread_said(session.workspace.name_of(found.name), problem, found.kind)
        if key:
            words = _("{what} {key} shows why.").format(what=words, key=key)
        yield still(Tells(words, indent=2, first=Run("!", "off_track", bold=True)))
