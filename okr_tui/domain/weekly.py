"""A team's week: what its people wrote (PPP: progress, plans, problems) and what its key results did in it."""

from datetime import date, timedelta
from typing import NamedTuple

from okr_tui.domain.journal import Weekly
from okr_tui.domain.squares import Ahead, Health, Priority, health, next_weeks, people_of, this_week
from okr_tui.domain.standing import Standing, standing
from okr_tui.domain.week import iso_week
from okr_tui.domain.workspace import CycleContent, Workspace

PARTS = ("priorities", "next_weeks", "wins", "plans", "problems")
"""What a person writes of a week; of the first at most three."""

MOST_PRIORITIES = 3
"""P1s of a week (Wodtke): more than three are none."""


class Line(NamedTuple):
    """What a person of the team wrote."""

    person: str
    words: str


class Moving(NamedTuple):
    """A key result at the end of a week, or today within it, and as it stood when the week began."""

    now: Standing
    before: Standing

    @property
    def moved(self) -> bool:
        """Whether its figure or a confidence is another one."""
        return (self.now.value, self.now.progress, self.now.confidence) != (
            self.before.value, self.before.progress, self.before.confidence,
        )  # fmt: skip


class TeamWeek(NamedTuple):
    """The four squares of a team's week, and its PPP.

    Attributes:
        monday: the day it begins; week: its ISO week, "2026-w42".
        priorities: everybody's first, then everybody's second; ahead: the next four weeks.
        key_results: every one that is pursued, with what the week changed.
        kpis: the figures of health.
        wins: progress in people's own words; plans, problems likewise.
    """

    team: str
    monday: date
    week: str
    priorities: tuple[Priority, ...]
    ahead: tuple[Ahead, ...]
    key_results: tuple[Moving, ...]
    kpis: tuple[Health, ...]
    wins: tuple[Line, ...]
    plans: tuple[Line, ...]
    problems: tuple[Line, ...]


def monday_of(day: date) -> date:
    """The Monday of a day's week."""
    return day - timedelta(days=day.weekday())


def week_of(workspace: Workspace, content: CycleContent, team: str, monday: date, today: date) -> TeamWeek:
    """A week of a team; this one as far as it has come.

    Args:
        workspace: what is known.
        content: the cycle whose journals and plan are looked at.
        team: id of the team.
        monday: the day on which the week begins.
        today: the day that counts as today.
    """
    until = min(monday + timedelta(days=6), today)
    people, week = people_of(workspace, team, until), iso_week(monday)
    said = [(person, weekly) for person in people if (weekly := own_week(content, person, monday)) is not None]
    return TeamWeek(
        team, monday, week, this_week(workspace, content, team, monday),
        next_weeks(workspace, content, team, until), _moving(workspace, content, team, monday, until),
        health(workspace, team, until),
        *(tuple(Line(who, words) for who, weekly in said for words in lines(weekly, part)) for part in PARTS[2:]),
    )  # fmt: skip


def own_week(content: CycleContent, person: str, monday: date) -> Weekly | None:
    """What a person wrote of the week that begins on this day; the newest where there is more than one."""
    week = iso_week(monday)
    found = [
        weekly
        for journal in content.talking
        if journal.person == person and journal.week == week
        for weekly in journal.weekly
    ]
    return max(found, key=lambda weekly: (weekly.on, weekly.at), default=None)


def lines(weekly: Weekly | None, part: str) -> tuple[str, ...]:
    """One part of what a person wrote, a text line by line; empty where nothing was written."""
    said = getattr(weekly, part, None) or ()
    told = said.splitlines() if isinstance(said, str) else said
    return tuple(line.strip() for line in told if line.strip())


def _moving(workspace: Workspace, content: CycleContent, team: str, monday: date, until: date) -> tuple[Moving, ...]:
    plan, eve = content.plans.get(team), monday - timedelta(days=1)
    return tuple(
        Moving(*(standing(workspace, content, team, objective, result, day) for day in (until, eve)))
        for objective in (plan.objective if plan else ())
        for result in objective.key_result
        if objective.live and result.dropped is None
    )
