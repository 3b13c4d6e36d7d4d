"""What could have told that a key result would be missed: when it first went stale, when confidence first was low."""

from datetime import date, timedelta
from itertools import pairwise
from typing import NamedTuple

from okr_tui.domain.clock import days_that_count
from okr_tui.domain.diagnosis import Diagnosis
from okr_tui.domain.progress import refreshes
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import Workspace

DOUBT = 5
"""Confidence (0…10) at or below which somebody rather did not believe in it any more."""


class Sign(NamedTuple):
    """What a missed key result had shown before the end.

    Attributes:
        stale: the first day on which it had been quiet for too long; None where it never was.
        doubt: the first day on which somebody's confidence was 5 or less; None where nobody's was.
        days_left: days from the first of both to the end of its time; None without either.
    """

    standing: Standing
    stale: date | None
    doubt: date | None
    days_left: int | None


def signs(workspace: Workspace, diagnosis: Diagnosis) -> tuple[Sign, ...]:
    """What each missed key result had shown, in the order of the diagnosis."""
    return tuple(_sign(workspace, item) for item in diagnosis.missed)


def foreseen(found: tuple[Sign, ...]) -> tuple[int, int, int]:
    """How many of the missed ones went stale, were doubted, and gave no sign at all."""
    return (
        sum(each.stale is not None for each in found),
        sum(each.doubt is not None for each in found),
        sum(each.days_left is None for each in found),
    )


def _sign(workspace: Workspace, item: Standing) -> Sign:
    stale, doubt = _first_stale(workspace, item), _first_doubt(item)
    first = min((each for each in (stale, doubt) if each is not None), default=None)
    return Sign(item, stale, doubt, None if first is None else max(0, (item.window.end - first).days))


def _first_stale(workspace: Workspace, item: Standing) -> date | None:
    """The first day on which more days that count had passed without a figure than are allowed."""
    figures = [entry.check_in.on for entry in item.entries if refreshes(item.key_result, entry)]
    until = min(item.window.end, item.today)
    marks = [item.window.start, *sorted(each for each in figures if each <= until), until]
    for last, following in pairwise(marks):
        since = max(last, item.window.start)
        if days_that_count(since, following, workspace.settings.is_closed) <= item.stale_after:
            continue
        day = since + timedelta(days=item.stale_after)
        while days_that_count(since, day, workspace.settings.is_closed) <= item.stale_after:
            day += timedelta(days=1)
        return day
    return None


def _first_doubt(item: Standing) -> date | None:
    said = ((entry.check_in.on, entry.check_in.confidence) for entry in item.entries)
    return min((on for on, sure in said if sure is not None and sure <= DOUBT), default=None)
