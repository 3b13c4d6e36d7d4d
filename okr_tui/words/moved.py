"""What was moved after agreement, shown from then on: "target 50 → 40 % on 3 Nov: the market closed"."""

from collections.abc import Iterable

from okr_tui.domain.history import moved_by
from okr_tui.domain.plan import Changed, KeyResult
from okr_tui.words.changes import changes
from okr_tui.words.dates import day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

MARKS = frozenset({
    "baseline", "target", "commit", "stretch", "low", "high", "weight", "kind", "phased", "start", "end", "unit",
})  # fmt: skip
"""Keys that say what a key result is measured by: whoever moves one says why, and it never looks as if it had been so."""


def moved_marks(key_result: KeyResult) -> tuple[Changed, ...]:
    """What was moved of its measure after agreement, the oldest first."""
    return tuple(each for each in key_result.changed if each.key in MARKS)


def moved_said(key_result: KeyResult) -> tuple[str, ...]:
    """Each of them as a line."""
    return tuple(_lines(key_result, moved_marks(key_result)))


def _lines(key_result: KeyResult, moved: Iterable[Changed]) -> Iterable[str]:
    for each in moved:
        what = changes([moved_by(key_result, each)], unit=key_result.unit)
        line = _("{what} on {day}").format(what=what, day=day(each.on))
        yield one_line(_("{line}: {why}").format(line=line, why=each.why) if each.why else line)
