"""`okr status`: where every objective and key result stands, and why."""

from typing import TYPE_CHECKING

import click

from okr_tui.cli.context import Here, here
from okr_tui.cli.output import (
    bold,
    cells,
    columns,
    conflicts_line,
    cut,
    cycle_option,
    dim,
    json_flag,
    json_text,
    left,
    right,
    status_style,
    team_option,
    wrapped,
)  # fmt: skip
from okr_tui.store.answers import remember, said_before
from okr_tui.words.language import _, spoken

if TYPE_CHECKING:
    from okr_tui.domain.rollup import ObjectiveStanding, TeamStanding
    from okr_tui.domain.standing import Standing
    from okr_tui.domain.workspace import CycleContent, Workspace

_QUIET_REASONS = {"pace", "early", "within-grace", "inside-band", "not-pursued-draft", "done", "reached", "not-yet"}
"""Reasons of a key result that needs nobody's attention, or that its objective already shows."""


@click.command(help=_("Objectives and key results: progress, confidence, status and the reason."))
@team_option
@cycle_option
@click.option("--history", is_flag=True, help=_("Over the cycles: score, rhythm, maturity, what landed."))
@json_flag
def status(team: str | None, cycle: str | None, *, history: bool, as_json: bool) -> None:
    """Prints where every objective and key result stands."""
    where = here()
    if history:
        from okr_tui.cli.across import history as told

        told(where, team, as_json=as_json)
        return
    asked = ("status", team, cycle, spoken())
    if as_json and (known := said_before(where.root, where.state, where.cache, where.today, asked)) is not None:
        click.echo(known)
        return
    content = where.cycle(cycle)
    from okr_tui.domain.rollup import cycle_standing, team_standing

    if team is None:
        teams = cycle_standing(where.workspace, content, where.today)
    else:
        from okr_tui.domain.resolve import resolve_team

        chosen = resolve_team(where.workspace, team)
        teams = (team_standing(where.workspace, content, chosen, where.today),) if chosen in content.plans else ()
    if as_json:
        from okr_tui.report.objects import as_object

        text = json_text(as_object(where.workspace, content, teams, where.today))
        click.echo(text)
        if not where.workspace.problems:
            remember(where.root, where.cache, where.today, asked, text, where.reader.files)
        return
    click.echo(heading(where, content))
    layout = _Layout(teams, columns(), closed=content.cycle.closed)
    for each in teams:
        click.echo("\n" + "\n".join(_team_lines(where.workspace, each, layout)))
    if not teams:
        click.echo("\n" + _("No plan yet; “okr add objective TITLE --team ID” begins one."))
    if line := conflicts_line(len(where.workspace.conflicts)):
        click.echo("\n" + line)


def heading(where: Here, content: "CycleContent") -> str:
    """The line above everything: workspace, cycle, phase, week, day."""
    from okr_tui.domain.clock import week_of, weeks_of
    from okr_tui.words.dates import weekday_day
    from okr_tui.words.statuses import phase

    cycle, settings = content.cycle, where.workspace.settings
    week, weeks = week_of(cycle, settings.cadence, where.today), weeks_of(cycle, settings.cadence)
    when = _("week {week} of {weeks}").format(week=week, weeks=weeks)
    if where.today < cycle.start:
        when = _("begins {day}").format(day=weekday_day(cycle.start, where.today))
    elif where.today > cycle.end:
        when = _("ended {day}").format(day=weekday_day(cycle.end, where.today))
    parts = [settings.name, cycle.name, phase(cycle.phase), when, weekday_day(where.today)]
    return dim(cut(" · ".join(parts), columns()))


def _team_lines(workspace: "Workspace", rolled: "TeamStanding", layout: "_Layout") -> list[str]:
    """A team with its objectives and key results, columns aligned."""
    from okr_tui.words.numbers import percent

    told = ""
    if rolled.progress is not None:
        told = _("{progress}, expected {expected}").format(
            progress=percent(rolled.progress), expected=percent(rolled.expected)
        )
    if rolled.pursued and not layout.closed:
        told += " · " * bool(told)
        told += _("{n} of {all} checked in").format(n=rolled.checked_in, all=rolled.pursued)
    room = max(10, layout.width - cells(told) - 2)
    name = workspace.name_of(rolled.team)
    lines = [f"{bold(left(name, room))}  {dim(told)}" if told else bold(cut(name, room))]
    for item in rolled.objectives:
        lines.append(layout.objective(item))
        for each in item.key_results:
            lines.append(layout.key_result(each))
            lines += [*layout.reason(workspace, each), *layout.moved(each)]
    return lines


class _Layout:
    """Widths of the columns, so that every number stands under the one above."""

    def __init__(self, teams: "tuple[TeamStanding, ...]", width: int, *, closed: bool) -> None:
        from okr_tui.words.numbers import current, percent
        from okr_tui.words.statuses import labelled, lifecycle

        items = [item for team in teams for item in team.key_results]
        self.width, self.closed = width, closed
        self._words = (labelled, lifecycle, percent)
        self._texts = {
            item.key_result.id: (
                current(item.key_result, item.value) if item.value is not None else "",
                _way(item),
            )
            for item in items
        }
        self._now = max((cells(now) for now, _way in self._texts.values()), default=0)
        self._way = max((cells(way) for _now, way in self._texts.values()), default=0)
        self._state = max((cells(labelled(item.status)) for item in items), default=11)
        self._title = max(12, width - 4 - self._now - self._way - self._state - 18)

    def objective(self, item: "ObjectiveStanding") -> str:
        """One objective: its title, then progress and health, or where it is in its life."""
        from okr_tui.report.objects import lifecycle_of

        labelled, lifecycle, percent = self._words
        status = lifecycle_of(item)
        if item.objective.live:
            state, told = labelled(item.health), percent(item.progress)
            tail = f"{right(told, 6)}      " + status_style(state, item.health)
            room = self.width - 2 - 12 - self._state - 1
            return f"◆ {bold(left(item.objective.title, room))} {tail}"
        state = lifecycle(status)
        return f"◇ {left(item.objective.title, self.width - 4 - cells(state))}  {dim(state)}"

    def key_result(self, item: "Standing") -> str:
        """One key result: title, where it is now, from where to where, progress, confidence, status."""
        labelled, _lifecycle, percent = self._words
        now, way = self._texts[item.key_result.id]
        confidence = "" if item.confidence is None else str(item.confidence)
        state = status_style(labelled(item.status), item.status)
        return (
            f"    {left(item.key_result.title, self._title)}  {bold(right(now, self._now))}  {left(way, self._way)}"
            f"  {right(percent(item.progress), 6)}  {right(confidence, 2)}  {state}"
        )

    def moved(self, item: "Standing") -> list[str]:
        """What was moved of its measure after agreement, with the reason: shown from then on."""
        if not item.key_result.changed:
            return []
        from okr_tui.words.moved import moved_said

        said = moved_said(item.key_result)
        return [dim(f"      {line}") for each in said for line in wrapped(each, self.width - 6)]

    def reason(self, workspace: "Workspace", item: "Standing") -> list[str]:
        """The reason below, where somebody should read it."""
        from okr_tui.words.reasons import sentence

        first = item.reasons[0]
        if first.code in _QUIET_REASONS and item.status not in {"at-risk", "off-track"}:
            return []
        return [
            dim(f"      {line}")
            for line in wrapped(sentence(first, item.key_result, workspace.name_of), self.width - 6)
        ]


def _way(item: "Standing") -> str:
    """From where to where; milestones without their word, so that titles have room."""
    from okr_tui.domain.progress import milestones_done
    from okr_tui.words.numbers import from_to

    if item.key_result.kind != "milestones":
        return from_to(item.key_result)
    done = len(milestones_done(item.key_result, item.entries, item.today))
    return _("{done} of {n}").format(done=done, n=len(item.key_result.milestone))
