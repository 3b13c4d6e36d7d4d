"""What a report tells, gathered once for every format."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from okr_tui.domain.champion import Rounds
from okr_tui.domain.clock import week_of, weeks_of
from okr_tui.domain.pace import WORST_FIRST
from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import CycleContent, Workspace
from okr_tui.report.objects import lifecycle_of
from okr_tui.words.dates import ago, day
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import current, from_to, percent, tenths
from okr_tui.words.reasons import sentence
from okr_tui.words.statuses import labelled, lifecycle, phase

_WANTED = ("off-track", "slipping", "at-risk", "stale")
"""Statuses that a meeting should talk about."""


class Report(NamedTuple):
    """A cycle on one day, for those who meet about it.

    Attributes:
        teams: those that are told of, in the order of teams.toml.
        rounds: a champion's rounds, where they were asked for.
    """

    workspace: Workspace
    content: CycleContent
    teams: tuple[TeamStanding, ...]
    today: date
    rounds: Rounds | None = None


class Section(NamedTuple):
    """A table of a champion's rounds: its title, the words of its head, its rows."""

    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


def title(report: Report) -> str:
    """What stands above everything: the workspace and its cycle."""
    return f"{report.workspace.settings.name} · {report.content.cycle.name}"


def when(report: Report) -> str:
    """The day, the phase, and how far into the cycle it is."""
    cycle, cadence = report.content.cycle, report.workspace.settings.cadence
    words = [f"{day(report.today)} {report.today.year}", phase(cycle.phase)]
    if cycle.start <= report.today <= cycle.end:
        words.append(_("week {week} of {weeks}").format(
            week=week_of(cycle, cadence, report.today), weeks=weeks_of(cycle, cadence)
        ))  # fmt: skip
    return " · ".join(words)


def facts(team: TeamStanding, *, closed: bool) -> str:
    """How a team does as one line."""
    words = []
    if team.progress is not None:
        told = _("{progress}, expected {expected}")
        words.append(told.format(progress=percent(team.progress), expected=percent(team.expected)))
    if closed and team.score is not None:
        words.append(_("score {score}").format(score=tenths(team.score)))
    if team.pursued and not closed:
        words.append(_("{n} of {all} checked in").format(n=team.checked_in, all=team.pursued))
    return " · ".join(words)


def counted(team: TeamStanding) -> str:
    """How many of a team's key results have which status, the worst first."""
    return " · ".join(f"{team.counts[each]} {labelled(each)}" for each in WORST_FIRST if team.counts.get(each))


def state(item: ObjectiveStanding) -> str:
    """How an objective does, or where it is in its life."""
    if item.objective.live:
        return f"{labelled(item.health)} · {percent(item.progress)}"
    return lifecycle(lifecycle_of(item))


def head() -> tuple[str, ...]:
    """The words above the columns of key results."""
    return (_("Key result"), _("Owner"), _("Now"), _("From → to"), _("Progress"), _("Confidence"), _("Status"))


def cells(workspace: Workspace, item: Standing) -> tuple[str, ...]:
    """A key result as the cells under `head`."""
    key_result = item.key_result
    return (
        key_result.title, workspace.name_of(key_result.owner) or "–", current(key_result, item.value),
        from_to(key_result), percent(item.progress), "–" if item.confidence is None else str(item.confidence),
        labelled(item.status),
    )  # fmt: skip


def talked_about(workspace: Workspace, item: ObjectiveStanding) -> Iterator[tuple[str, str]]:
    """Titles of the key results that a meeting should talk about, each with why, and what its owner last said."""
    for each in item.key_results:
        if each.status not in _WANTED or not each.judged:
            continue
        words = [sentence(each.reasons[0], each.key_result, workspace.name_of)]
        if each.last is not None:
            said = each.last.check_in
            words += [_("“{note}”").format(note=said.note)] if said.note else []
            words += (
                [_("Blocked: {what}").format(what=said.blocker)]
                if said.blocker and said.blocker not in words[0]
                else []
            )
        yield each.key_result.title, " · ".join(words)


def sections(report: Report) -> Iterator[Section]:
    """A champion's rounds as tables; nothing where they weren't asked for. An empty table is left out."""
    found, name = report.rounds, report.workspace.name_of
    if found is None:
        return
    rhythm = (_("checked in"), _("overdue"), _("rhythm"), _("last word"))
    for what, rounds in ((_("Person"), found.people), (_("Team"), found.teams)):
        rows = tuple(
            (
                name(getattr(each, "person", None) or getattr(each, "team", "")),
                _("{n} of {all}").format(n=each.made, all=each.wanted) if each.wanted else "–",
                str(each.overdue or "–"), percent(each.rhythm),
                ago((report.today - each.last).days) if each.last is not None else "–",
            )
            for each in rounds
        )  # fmt: skip
        yield Section(_("Who checked in"), (what, *rhythm), rows)
    waiting = (
        (_("Stuck drafts"), [(each.place.title, name(each.place.team), _days(each.days)) for each in found.drafts]),
        (_("Unanswered"), [(each.asked.request.need, name(each.turn), _days(each.days)) for each in found.requests]),
        (_("Without an owner"), [(each.title, name(each.team), "–") for each in found.unowned]),
    )
    for words, lines in waiting:
        if lines:
            yield Section(words, (_("What"), _("Team"), _("Since")), tuple(lines))


def _days(days: int) -> str:
    return ngettext("{n} day", "{n} days", days).format(n=days)
