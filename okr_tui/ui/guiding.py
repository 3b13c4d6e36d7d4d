"""The steps of the guide in a panel: the key that starts one from where one is, and the words."""

from collections.abc import Collection

from okr_tui.domain.guide import Step
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import dim, key
from okr_tui.words.guide import line

PLACES = {"make": "1", "align": "2", "achieve": "3", "measure": "4"}
"""The key of the place of each phase."""
_OWED = {"answer", "check-in"}
"""Steps that a person owes: they wait on Home, whatever the phase."""
_ANYWHERE = {"N", "M", "P", "p", "t", *"012345"}
"""Keys of steps that mean the same wherever one is."""


def step_key(step: Step, phase: str, place: str, keys: Collection[str]) -> str:
    """The key that starts a step here; "" where none does.

    The key of a step is one of the place of its phase. In another place it may do something else, so the key that goes
    to that place stands there instead.

    Args:
        step: what to do.
        phase: of the cycle that it is about.
        place: the one looked at.
        keys: those that do something there, without the one that goes there.
    """
    done_here = step.key in _ANYWHERE or phase == place
    elsewhere = "0" if step.code in _OWED else PLACES.get(phase, step.key)
    usable = step.key if done_here else elsewhere
    return usable if usable in keys else ""


def step_line(step: Step, pressed: str) -> Tells:
    """A step with its key; without one it is said all the same."""
    return Tells(line(step), indent=3, first=key(shown_key(pressed)) if pressed else dim("·"))
