"""The next steps in the panel of a place, each with the key that starts it from there."""

from collections.abc import Collection, Iterator, Sequence

from okr_tui.domain.guide import Step
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.lines import Tells, Title
from okr_tui.ui.paint.runs import Run, dim, key
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.guide import line
from okr_tui.words.language import _

DIGITS = {"make": "1", "align": "2", "achieve": "3", "measure": "4"}
"""Phase → the key of its place, where its steps are done."""

_ANYWHERE = frozenset({"no-cycle", "next-cycle", "move-phase", "closed", "unread-plan", "retrospective"})
"""Steps whose keys mean the same in every place."""


def guide_rows(steps: Sequence[Step], phase: str, place: str, keys: Collection[str]) -> Iterator[Row]:
    """The steps under their heading; nothing where there are none.

    Args:
        steps: the first one first.
        phase: that of the cycle looked at.
        place: id of the place in whose panel they stand.
        keys: the keys that do something there.
    """
    if steps:
        yield still(Title(_("GUIDE"), right=dim(_("g hides")), ruled=False))
        yield blank()
        for step in steps:
            yield still(Tells(line(step), indent=3, first=_first(step, phase, place, keys)))


def _first(step: Step, phase: str, place: str, keys: Collection[str]) -> Run:
    """Its key where the step is done here, else that of the place where it is; a dot where there is none."""
    if phase == place or step.key.isdigit() or step.code in _ANYWHERE:
        return key(shown_key(step.key)) if step.key in keys else dim("·")
    return key(DIGITS[phase]) if DIGITS.get(phase) in keys else dim("·")
