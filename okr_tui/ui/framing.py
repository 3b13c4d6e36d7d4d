"""From a session to what the head of the app says: crumbs, the day in the cycle, the rail, what waits."""

from datetime import date, timedelta

from okr_tui.domain.clock import week_of, weeks_of
from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.making import being_made
from okr_tui.domain.plan import Objective
from okr_tui.domain.workspace import CycleContent
from okr_tui.ui.paint.rail import FrameView, Milestone, Phase
from okr_tui.ui.paint.runs import Run, Words, bold, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut
from okr_tui.words.dates import day, weekday_day
from okr_tui.words.language import _, ngettext

_LONGEST_NAME = 14

SHOWN_RITUALS = ("mid-cycle-review", "next-make-opens", "review-retrospective")
"""Kinds of rituals worth a mark on the rail; the last one is the filled one."""


def frame_view(session: Session) -> FrameView:
    """What the head shows of a session."""
    workspace, content = session.workspace, session.content
    name = workspace.settings.name
    if content is None:
        facts_ = (weekday_day(session.today),)
        waits, open_, unread = waiting(session), unresolved(session), unreadable(session)
        return FrameView(crumbs=(name,), facts=facts_, elapsed=None, waiting=waits, unresolved=open_, unreadable=unread)
    cycle = content.cycle
    team = workspace.name_of(session.team)
    crumbs = tuple(part for part in (name, cycle.name, team) if part)
    return FrameView(
        crumbs=crumbs,
        facts=facts(session, cycle),
        phase=company_phase(cycle),
        team_phase=team_phase(session, cycle),
        elapsed=elapsed(cycle, session.today),
        loop="make" if cycle.phase in {"make", "align"} else "achieve",
        milestones=milestones(cycle, content.file.ritual, session.today),
        making=making(session, content),
        waiting=beside_making(session, content, waiting(session)),
        unresolved=unresolved(session),
        unreadable=unreadable(session),
    )


def facts(session: Session, cycle: Cycle) -> tuple[str, ...]:
    """The day, the week of the cycle, the days left."""
    today, cadence = session.today, session.workspace.settings.cadence
    first = weekday_day(today)
    if cycle.closed or today > cycle.end:
        over = _("{cycle} closed {day}") if cycle.closed else _("{cycle} ended {day}")
        return first, over.format(cycle=cycle.name, day=day(cycle.end, today))
    if today < cycle.start:
        days = (cycle.start - today).days
        return first, ngettext("begins in {n} day", "begins in {n} days", days).format(n=days)
    week = _("week {week} of {weeks}").format(week=week_of(cycle, cadence, today), weeks=weeks_of(cycle, cadence))
    left = (cycle.end - today).days
    return first, week, ngettext("{n} day left", "{n} days left", left).format(n=left)


def company_phase(cycle: Cycle) -> Phase:
    """The phase shown as the company's; a closed cycle ended in Measure."""
    return "measure" if cycle.phase == "closed" else cycle.phase


def team_phase(session: Session, cycle: Cycle) -> Phase | None:
    """The team's own phase where it differs: still making while nothing of its plan is agreed."""
    plan = session.content.plans.get(session.team or "") if session.content else None
    if cycle.phase not in {"align", "achieve"} or session.workspace.unread_plan(cycle.id, session.team) is not None:
        return None
    alive: list[Objective] = [each for each in plan.objective if each.dropped is None] if plan else []
    if any(objective.live for objective in alive):
        return None
    own: Phase = "align" if alive and all(objective.status == "proposed" for objective in alive) else "make"
    return own if own != cycle.phase else None


def elapsed(cycle: Cycle, today: date) -> float | None:
    """The share of the cycle that has passed, 0…1."""
    whole = (cycle.end - cycle.start).days or 1
    return min(1.0, max(0.0, (today - cycle.start).days / whole))


def milestones(cycle: Cycle, rituals: tuple[Ritual, ...], today: date) -> tuple[Milestone, ...]:
    """The rituals ahead that are worth a mark, each with its day."""
    whole = (cycle.end - cycle.start).days or 1
    shown = [each for each in rituals if each.kind in SHOWN_RITUALS and today < each.on <= cycle.end]
    marks = []
    for ritual in sorted(shown, key=lambda each: each.on):
        filled = ritual.kind == SHOWN_RITUALS[-1]
        words = "" if filled else _words(ritual, today)
        marks.append(Milestone((ritual.on - cycle.start).days / whole, words, filled))
    return tuple(marks)


def _words(ritual: Ritual, today: date) -> str:
    said = _("review {day}") if ritual.kind == "mid-cycle-review" else _("Make {day}")
    return said.format(day=day(ritual.on, today))


def waiting(session: Session) -> tuple[Words, ...]:
    """How many things wait for me, in full and in short."""
    n = len(session.owed())
    if not n:
        return ()
    full = ngettext("thing waits for you", "things wait for you", n)
    short = ngettext("waits for you", "wait for you", n)
    return tuple(runs(bold(str(n), "accent"), f" {words}") for words in (full, short))


def unresolved(session: Session) -> Words:
    """How many things two people have changed differently; nothing where there are none."""
    n = len(session.workspace.conflicts)
    if not n:
        return ()
    return Run("≠ " + ngettext("{n} to resolve", "{n} to resolve", n).format(n=n), "at_risk", bold=True)


def unreadable(session: Session) -> Words:
    """How many files can't be read; nothing where all can."""
    n = len(session.workspace.unread)
    if not n:
        return ()
    return Run("! " + ngettext("{n} unreadable", "{n} unreadable", n).format(n=n), "off_track", bold=True)


def _opens(running: CycleContent) -> date | None:
    """The day on which the next cycle begins to be made beside this one, where a ritual says so."""
    return min((each.on for each in running.file.ritual if each.kind == "next-make-opens"), default=None)


def _next_made(session: Session, content: CycleContent) -> CycleContent | None:
    """The cycle that is being made beside the one that runs and is looked at."""
    made = being_made(session.workspace, session.today)
    running = content.cycle.phase in {"achieve", "measure"} and content.cycle.kind == "cycle"
    return made if running and made is not content and made and made.cycle.start > content.cycle.start else None


def making(session: Session, content: CycleContent) -> float | None:
    """The share of its Make that has passed for the next cycle, 0…1; None while it has not begun."""
    made, opens = _next_made(session, content), _opens(content)
    if made is None or opens is None or not opens <= session.today:
        return None
    whole = (made.cycle.start - opens).days or 1
    return min(1.0, (session.today - opens).days / whole)


def beside_making(session: Session, content: CycleContent, waits: tuple[Words, ...]) -> tuple[Words, ...]:
    """What waits, and before it, where there is room, which cycle is being made beside the running one."""
    made = _next_made(session, content)
    if made is None:
        return waits
    opens = _opens(content)
    ahead = opens is not None and opens > session.today
    name = cut(made.cycle.name, _LONGEST_NAME)
    short = _("1 MAKE {cycle}").format(cycle=name)
    full = (
        _("1 MAKE {cycle}, opens {day}").format(cycle=name, day=day(opens, session.today)) if ahead and opens else short
    )
    first = waits[:1] or ((),)
    with_both = [runs(dim(said), dim("   ") if waits else "", *runs(first[0])) for said in dict.fromkeys((full, short))]
    return (*with_both, *waits)


def soon(rituals: tuple[Ritual, ...], today: date, days: int = 60) -> tuple[Ritual, ...]:
    """The next rituals, today's included, soonest first."""
    until = today + timedelta(days=days)
    return tuple(sorted((each for each in rituals if today <= each.on <= until), key=lambda each: (each.on, each.kind)))
