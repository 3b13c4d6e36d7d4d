"""The head of the app: where I am, the four phases in their two loops, the time of the cycle."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from msgspec import Struct

from okr_tui.ui.paint.runs import Run, Runs, Words, align, beside, bold, cells, dim, fit, gap, runs
from okr_tui.ui.text import cut
from okr_tui.words.language import _

Place = Literal["home", "make", "align", "achieve", "measure", "setup"]
Phase = Literal["make", "align", "achieve", "measure"]

_WIDE = 100  # from here on the rail has room for longer arrows and sentences
_MARGIN = 2
_LEAST_CRUMB = 12


class Milestone(NamedTuple):
    """A ritual on the time line: `share` of the cycle, 0…1; `words` with its date; the retrospective is filled."""

    share: float
    words: str = ""
    filled: bool = False


class FrameView(Struct, frozen=True):
    """What the head of the app shows, as plain values.

    Attributes:
        place: the place looked at.
        crumbs: workspace, cycle, team and further in; the last one is where I am.
        facts: date, week of the cycle, days left, sync: the first one counts most, the last ones leave first.
        phase: the phase that the company is in.
        team_phase: the team's own, where it differs.
        elapsed: the share of the cycle that has passed, 0…1; None while no cycle runs.
        loop: which loop the time runs in: "achieve" while a cycle runs, "make" while the first one is made.
        making: the share of Make that has passed for the next cycle beside the running one, 0…1.
        milestones: rituals on the time line, in order of time.
        waiting: what waits for me, in full; and in short for narrow screens.
        unresolved: how many things two people have changed differently, as a badge; nothing where there are none.
        unreadable: how many files can't be read, as a badge beside it; it leaves first where there is room for one.
    """

    place: Place = "home"
    crumbs: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()
    phase: Phase = "make"
    team_phase: Phase | None = None
    elapsed: float | None = None
    loop: Literal["make", "achieve"] = "achieve"
    making: float | None = None
    milestones: tuple[Milestone, ...] = ()
    waiting: tuple[Words, ...] = ()
    unresolved: Words = ()
    unreadable: Words = ()


def breadcrumb(view: FrameView, width: int) -> Runs:
    """Row 0: `okr  Lumio › T3 2026 › Product` and what day it is in the cycle."""
    room = width - 2 * _MARGIN
    left: list[Run] = [bold("okr", "accent"), Run("  ")]
    longest = max(_LEAST_CRUMB, (room // 2) // max(1, len(view.crumbs)))
    if sum(len(crumb) + 3 for crumb in view.crumbs) <= room * 3 // 5:
        longest = room
    for number, crumb in enumerate(view.crumbs):
        last = number == len(view.crumbs) - 1
        if number:
            left.append(dim(" › "))
        left.append(Run(crumb if last else cut(crumb, longest), bold=last))
    badge, facts = _badges(view), list(view.facts)
    while facts and cells(left) + 2 + cells(_end(badge, facts)) > room:
        facts.pop()
    if view.unresolved and cells(left) + 2 + cells(badge) > room:
        badge = runs(view.unresolved)
    return gap(_MARGIN) + beside(tuple(left), _end(badge, facts), room)


def _badges(view: FrameView) -> Runs:
    """What two people have changed differently, and what can't be read."""
    both = view.unresolved and view.unreadable
    return runs(view.unresolved, dim(" · ") if both else "", view.unreadable)


def _end(badge: Runs, facts: Sequence[str]) -> Runs:
    """The right end of row 0: the badge, which never leaves, and the facts that have room."""
    told = (dim(" · ".join(facts)),) if facts else ()
    return (*badge, *((dim(" · "),) if badge and told else ()), *told)


def badge_at(view: FrameView, cell: int, width: int) -> str | None:
    """The command of the badge that stands at a cell of row 0; None where there is none."""
    row = breadcrumb(view, width)
    for command, badge in (("conflicts", runs(view.unresolved)), ("problems", runs(view.unreadable))):
        start = cells(row[: row.index(badge[0])]) if badge and badge[0] in row else width
        if start <= cell < start + cells(badge):
            return command
    return None


def _names() -> dict[str, str]:
    """What the places are called on the rail, with the digit that goes there."""
    return {
        "home": _("0 HOME"),
        "make": _("1 MAKE"),
        "align": _("2 ALIGN"),
        "achieve": _("3 ACHIEVE"),
        "measure": _("4 MEASURE"),
    }


class _Grid(NamedTuple):
    """Where the phases stand: first cell of each name."""

    home: int
    make: int
    swap: int
    align: int
    arrow: int
    arrow_width: int
    achieve: int
    back: int
    measure: int
    end: int


def _place_phases(width: int) -> _Grid:
    """The phases at their cells: wide as at 120 columns, or close together."""
    names = {place: cells(runs(name)) for place, name in _names().items()}
    wide = width >= _WIDE
    home = _MARGIN
    make = home + names["home"] + (5 if wide else 3)
    swap = make + names["make"] + 1
    align_ = swap + 2
    arrow = align_ + names["align"] + 1
    arrow_width = 4 if wide else 2
    achieve = arrow + arrow_width + 1
    back = achieve + names["achieve"] + 2
    measure = back + 2
    return _Grid(home, make, swap, align_, arrow, arrow_width, achieve, back, measure, measure + names["measure"])


def phases(view: FrameView, width: int) -> Runs:
    """Row 1: home and the four phases; the company's as a chip, the place looked at underlined, the team's in accent."""
    grid, names = _place_phases(width), _names()
    pieces: list[tuple[int, Run]] = [
        (grid.home, _phase(names["home"], "home", view)),
        (grid.make, _phase(names["make"], "make", view)),
        (grid.swap, dim("⇄")),
        (grid.align, _phase(names["align"], "align", view)),
        (grid.arrow, dim("─" * (grid.arrow_width - 1) + "▸")),
        (grid.achieve, _phase(names["achieve"], "achieve", view)),
        (grid.back, dim("⇄")),
        (grid.measure, _phase(names["measure"], "measure", view)),
    ]
    made: list[Run] = []
    at = 0
    for start, run in pieces:
        chip = run.behind is not None
        start -= chip  # the chip has a cell on either side  # noqa: PLW2901
        made += gap(start - at)
        taken = cells((run,))
        if chip:
            edge = Run(" ", behind="accent")
            made += (edge, run, edge)
        else:
            made.append(run)
        at = start + taken + 2 * chip
    waiting = next((runs(words) for words in view.waiting if cells(runs(words)) + 3 + grid.end <= width - _MARGIN), ())
    return (*made, *align(waiting, width - _MARGIN - at, right=True))


def place_at(cell: int, width: int) -> str | None:
    """The place whose name stands at a cell of row 1."""
    grid = _place_phases(width)
    starts = {
        "home": grid.home,
        "make": grid.make,
        "align": grid.align,
        "achieve": grid.achieve,
        "measure": grid.measure,
    }
    names = _names()
    return next((place for place, start in starts.items() if start <= cell < start + cells(runs(names[place]))), None)


def _phase(name: str, place: str, view: FrameView) -> Run:
    """One name on the rail in the style of what it is."""
    looked_at = place == view.place
    if place == view.phase:
        return Run(name, "on_accent", bold=True, underline=looked_at, behind="accent")
    if place == view.team_phase:
        return Run(name, "accent", bold=True, underline=looked_at)
    return Run(name, "text", bold=True, underline=True) if looked_at else dim(name)


def loops(view: FrameView, width: int) -> Runs:
    """Row 2: the two loops; the one that runs is the time of the cycle, to the right edge."""
    grid = _place_phases(width)
    align_end = grid.arrow - 2
    first_room = align_end - grid.make - 1
    second_room = width - _MARGIN - grid.achieve - 2
    first_share = view.elapsed if view.loop == "make" else view.making
    second_share = view.elapsed if view.loop == "achieve" else None
    first = _loop(first_room, first_share, ())
    second = _loop(second_room, second_share, view.milestones if second_share is not None else ())
    return (*gap(grid.make), *first, *gap(grid.achieve - align_end - 1), *second)


def _loop(room: int, share: float | None, milestones: tuple[Milestone, ...]) -> Runs:
    """One loop: `╰`, its time, `╯`."""
    running = share is not None
    corner = Run("╰", "accent" if running else "faint")
    return (corner, *_time(max(room, 0), share, milestones), Run("╯", "faint"))


def _time(room: int, share: float | None, milestones: tuple[Milestone, ...]) -> Runs:
    """`━` up to today, `●` now, `─` ahead; dates leave first when room is short, then the milestones themselves."""
    if share is None or room < 3:
        return (Run("─" * room, "faint"),) if room > 0 else ()
    now = _cell(share, room)
    line: list[Run] = [Run("━", "accent") if cell < now else Run("─", "faint") for cell in range(room)]
    spots = [(_cell(milestone.share, room), milestone) for milestone in milestones]
    ahead = [(cell, milestone) for cell, milestone in spots if cell != now and 0 < cell < room - 1]
    _write_dates(line, now, ahead)
    for cell, milestone in ahead:
        line[cell] = Run("◆" if milestone.filled else "◇", "accent" if cell < now else "dim")
    line[now] = Run("●", "accent")
    return tuple(line)


def _write_dates(line: list[Run], now: int, spots: list[tuple[int, Milestone]]) -> None:
    """Dates after their milestones, where every one that is still ahead has room; else none: half a calendar misleads."""
    taken: list[tuple[int, str]] = []
    for number, (cell, milestone) in enumerate(spots):
        if cell <= now or not milestone.words or milestone.filled:
            continue
        following = spots[number + 1][0] if number + 1 < len(spots) else len(line) - 1
        if cell + 3 + cells(runs(milestone.words)) + 1 > following:
            return
        taken.append((cell, milestone.words))
    for cell, words in taken:
        for offset, character in enumerate(f" {words} "):
            line[cell + 1 + offset] = dim(character)


def _cell(share: float, room: int) -> int:
    """The cell of a share of the time, the ends included."""
    return round(min(max(share, 0.0), 1.0) * (room - 1))


def head(view: FrameView, width: int) -> tuple[Runs, ...]:
    """The three rows of the head."""
    return tuple(fit(row, width) for row in (breadcrumb(view, width), phases(view, width), loops(view, width)))
