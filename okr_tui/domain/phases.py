"""The phases of a cycle, and what a phase still misses before the next one; it says so, and locks nothing."""

from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from okr_tui.domain.cycle import Phase
from okr_tui.domain.legs import not_proposed
from okr_tui.domain.links import asked
from okr_tui.domain.missing import missing_in_key_result
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.rollup import cycle_standing
from okr_tui.domain.workspace import CycleContent, Workspace

PHASES: tuple[Phase, ...] = ("make", "align", "achieve", "measure")
"""The phases between which people move a cycle; closing it is a step of its own."""

LackCode = Literal[
    "not-proposed", "no-key-results", "no-figures", "not-agreed", "unanswered", "no-value", "not-graded", "not-decided",
    "open-cycles", "no-next",
]  # fmt: skip

_FIGURES = frozenset({"no-baseline", "no-target", "no-metric", "no-band", "no-milestones"})


class Lack(NamedTuple):
    """One thing that a phase still misses.

    Attributes:
        code: what it is; `words.phases` says it.
        about: ids of the teams, objectives, key results or requests that it is about.
    """

    code: LackCode
    about: tuple[str, ...]


def still_missing(workspace: Workspace, content: CycleContent, today: date) -> tuple[Lack, ...]:
    """What the phase in which a cycle is still misses, over all teams; nothing for a closed one.

    Args:
        workspace: what is known.
        content: the cycle.
        today: the day.
    """
    phases = {"make": _make, "align": _align, "achieve": _achieve, "measure": _measure}
    look = phases.get(content.cycle.phase)
    return tuple(lack for lack in look(workspace, content, today) if lack.about) if look else ()


def missing_at_the_end(workspace: Workspace, content: CycleContent, today: date) -> tuple[Lack, ...]:
    """What a cycle lacks before it is closed, in whichever phase it is: grades and decisions."""
    return tuple(lack for lack in _measure(workspace, content, today) if lack.about)


def suggested(content: CycleContent, today: date) -> Phase:
    """The phase that the calendar suggests: drafting before check-ins begin, measuring when the time is over."""
    cycle = content.cycle
    begins = cycle.achieve_from or cycle.start
    if today > cycle.end:
        return "measure"
    if today >= begins:
        return "achieve"
    aligning = [each.on for each in content.file.ritual if each.kind == "alignment"]
    return "align" if aligning and min(aligning) <= today else "make"


def _make(workspace: Workspace, content: CycleContent, today: date) -> Iterator[Lack]:
    del today
    yield Lack("not-proposed", tuple(each.team for each in not_proposed(workspace, content)))
    yield Lack("no-key-results", tuple(each.id for each in _living(content) if not _results(each)))
    results = [result for each in _living(content) for result in _results(each)]
    yield Lack("no-figures", tuple(each.id for each in results if _FIGURES & set(missing_in_key_result(each))))


def _align(workspace: Workspace, content: CycleContent, today: date) -> Iterator[Lack]:
    waiting = {"draft", "proposed"}
    yield Lack("not-agreed", tuple(each.id for each in _living(content) if each.status in waiting))
    yield Lack("unanswered", tuple(each.request.id for each in asked(content, today) if each.answer is None))
    yield from (lack for lack in _make(workspace, content, today) if lack.code == "no-figures")


def _achieve(workspace: Workspace, content: CycleContent, today: date) -> Iterator[Lack]:
    silent = [
        item.key_result.id
        for team in cycle_standing(workspace, content, today)
        for item in team.key_results
        if item.judged and item.seen is None
    ]
    yield Lack("no-value", tuple(silent))
    yield from (lack for lack in _align(workspace, content, today) if lack.code == "not-agreed")


def _measure(workspace: Workspace, content: CycleContent, today: date) -> Iterator[Lack]:
    del workspace, today
    reviews = content.reviews.values()
    graded = {
        each.about for review in reviews for each in review.grade if each.when == "end" and each.self_ is not None
    }
    decided = {each.about for review in reviews for each in review.decision if each.when == "end"}
    live = [each for each in _living(content) if each.live]
    ungraded = [result.id for each in live for result in _results(each) if result.id not in graded]
    yield Lack("not-graded", tuple(ungraded))
    yield Lack("not-decided", tuple(each.id for each in live if each.id not in decided))


def _living(content: CycleContent) -> list[Objective]:
    return [each for _team, each in content.objectives() if each.dropped is None and each.status != "dropped"]


def _results(objective: Objective) -> list[KeyResult]:
    return [each for each in objective.key_result if each.dropped is None]
