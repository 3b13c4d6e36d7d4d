"""`okr calendar`: the rituals of a cycle, which are held, what is next."""

from typing import TYPE_CHECKING, Any

import click

from okr_tui.cli.complete_ids import complete_ids
from okr_tui.cli.context import here
from okr_tui.cli.output import bold, cells, columns, cut, dim, json_flag, left, print_json, warm
from okr_tui.words.language import _

if TYPE_CHECKING:
    from datetime import date

    from okr_tui.domain.held import Dated

_GLYPHS = {"held": "✓", "missed": "·", "today": "▸", "next": "▸", "ahead": " "}


@click.command(
    help=_(
        "The rituals of this cycle and of the one being made: which are held, what is next. Of what comes every week "
        "only the last and the next one, unless --all."
    )
)
@click.option("--cycle", metavar="ID", shell_complete=complete_ids("cycle"), help=_("Only the rituals of this cycle."))
@click.option("--all", "every", is_flag=True, help=_("Every week too."))
@click.option("--team", metavar="ID", shell_complete=complete_ids("team"),
              help=_("Only the rituals of this team and those of everybody."))  # fmt: skip
@click.option(
    "--ics", is_flag=True, help=_("Print a calendar file for people's own calendars: okr calendar --ics > okr.ics")
)
@json_flag
def calendar(cycle: str | None, *, every: bool, team: str | None, ics: bool, as_json: bool) -> None:
    """Prints the calendar."""
    where = here()
    from okr_tui.domain.held import dated, telling, with_rituals

    content = where.cycle(cycle)
    contents = (content,) if cycle else with_rituals(where.workspace, content, where.today)
    found = dated(contents, where.today)
    if team is not None:
        from okr_tui.domain.resolve import resolve_team

        chosen = resolve_team(where.workspace, team)
        found = tuple(each for each in found if each.ritual.team in {None, chosen})
    if ics:
        from okr_tui.words.ics import calendar_file, zone_of

        zone = zone_of(where.workspace.settings.timezone, where.now)
        click.echo(calendar_file(where.workspace, found, where.now, zone), nl=False)
        return
    if as_json:
        print_json([as_object(each) for each in found])
        return
    shown = found if every else telling(found)
    if not shown:
        click.echo(_("No ritual has a day in {cycle}.").format(cycle=cut(content.cycle.name, 60)))
    for line in _lines(shown, {team.id: team.name for team in where.workspace.teams}, where.today):
        click.echo(line)


def as_object(each: "Dated") -> dict[str, Any]:
    """A ritual as scripts may rely on it."""
    ritual = each.ritual
    return {
        "id": ritual.id, "kind": ritual.kind, "on": ritual.on, "at": ritual.at, "team": ritual.team,
        "minutes": ritual.minutes, "held": ritual.held, "state": each.state, "cycle": each.cycle.id,
    }  # fmt: skip


def _lines(shown: "tuple[Dated, ...]", teams: dict[str, str], today: "date") -> list[str]:
    """One line for each, days and names under each other; the name of the cycle above its first."""
    from okr_tui.words.dates import in_days, weekday_day
    from okr_tui.words.rituals import ritual as named

    days = [weekday_day(each.ritual.on, today) for each in shown]
    names = [named(each.ritual.kind) for each in shown]
    wide, widest = max((cells(day) for day in days), default=0), max((cells(name) for name in names), default=0)
    several = len({each.cycle.id for each in shown}) > 1
    lines = []
    for each, day, name in zip(shown, days, names, strict=True):
        at = f"{each.ritual.at:%H:%M}" if each.ritual.at else ""
        facts = [_("{n} min").format(n=each.ritual.minutes)] if each.ritual.minutes else []
        facts += [cut(teams.get(each.ritual.team or "", each.ritual.team or ""), 30)] if each.ritual.team else []
        facts += [cut(each.cycle.name, 24)] if several else []
        line = f"{_GLYPHS[each.state]} {left(day, wide)}  {at:5}  {left(name, widest)}  {dim(' · '.join(facts))}"
        if each.state in {"today", "next"}:
            line = bold(f"{line}  {in_days((each.ritual.on - today).days)}")
        lines.append(warm(line) + "  " + dim(_("not held")) if each.state == "missed" else line)
    return [line if columns() >= cells(click.unstyle(line)) else line.rstrip() for line in lines]
