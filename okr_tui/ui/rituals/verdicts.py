"""A decision that is typed in a ritual: "continue: the habit has only begun" on the objective of the cursor."""

from collections.abc import Callable
from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.deciding import VERDICTS, decide
from okr_tui.domain.review import When
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.words.scores import verdict as verdict_word


def decided(showing: Presenting, about: str, text: str) -> Callable[[Path, Author], Act] | None:
    """The decision on an objective that a line makes; None where it is a decision on something else.

    Args:
        showing: the ritual, in a step that decides on objectives.
        about: id of the objective of the cursor.
        text: the line: a verdict, a colon, the reason.
    """
    place = showing.session.workspace.find(about, showing.today) if showing.view == "verdicts" and about else None
    said, colon, reason = text.partition(":")
    if place is None or place.kind != "objective" or not colon or not reason.strip():
        return None
    when: When = "mid" if showing.run.kind == "mid-cycle-review" else "end"
    word = said.strip().casefold()
    found = next((each for each in VERDICTS[when] if word in {each, verdict_word(each).casefold()}), None)
    if found is None:
        return None
    return lambda root, author: decide(root, author, place, found, reason, when=when)
