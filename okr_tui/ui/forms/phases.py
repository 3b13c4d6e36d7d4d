"""Where a key result should be on the way, as it stands in a field: `2026-10-31 30; 2026-11-30 35`."""

from collections.abc import Iterable

from okr_tui.actions.values import points
from okr_tui.domain.plan import Phase
from okr_tui.ui.forms.figures import exact
from okr_tui.words.dates import day
from okr_tui.words.numbers import figure


def phases_written(phases: Iterable[Phase]) -> str:
    """The points as they are typed."""
    return "; ".join(f"{phase.on.isoformat()} {exact(phase.value)}" for phase in phases)


def phases_said(text: str) -> str:
    """How the points are understood.

    Raises:
        OkrError: a part of it is no day with a figure.
    """
    return ", ".join(f"{day(each['on'])}: {figure(each['value'])}" for each in points(text))
