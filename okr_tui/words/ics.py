"""The rituals as a calendar file (RFC 5545), for people's own calendars."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from okr_tui.domain.agenda import agenda
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.held import Dated
from okr_tui.domain.rituals import MINUTES
from okr_tui.domain.settings import known_zone
from okr_tui.domain.workspace import Workspace
from okr_tui.words.agenda import step_words
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual as named

if TYPE_CHECKING:
    from icalendar import Event

_USUAL_MINUTES = 30
_AROUND = timedelta(days=366)
"""How long before the first and after the last ritual the file describes its zone."""


def calendar_file(workspace: Workspace, rituals: Sequence[Dated], now: datetime, zone: ZoneInfo | None) -> bytes:
    """A calendar with an event for each ritual; imported again, the same events move instead of doubling.

    A ritual with an hour is an event in the zone, which the file describes, as Outlook and Google take a time without
    one for the reader's own; a ritual without an hour takes the whole day.

    Args:
        workspace: whose rituals they are.
        rituals: those that people should see.
        now: when the file is made.
        zone: in which the rituals' local times are meant; None for the machine's, which has no name: they are in UTC.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//okr//rituals//")
    made.add("version", "2.0")
    made.add("x-wr-calname", one_line(workspace.settings.name))
    for each in rituals:
        made.add_component(_event(workspace, each, now, zone))
    if timed := [each.ritual.on for each in rituals if each.ritual.at is not None]:
        made.add_missing_timezones(min(timed) - _AROUND, max(timed) + _AROUND)
    return bytes(made.to_ical())


def zone_of(name: str | None, now: datetime) -> ZoneInfo | None:
    """Return the zone of that name, else the machine's; None where that has no name.

    Args:
        name: as the workspace says it.
        now: as the machine says it, with its offset.

    Raises:
        WrongUsage: no zone is called so.
    """
    if name is not None:
        if (found := known_zone(name)) is None:
            words = _("okr.toml says timezone = “{name}”, which is no time zone; write one such as Europe/Paris.")
            raise WrongUsage(words.format(name=one_line(name)[:60]))
        return found
    from pendulum.tz.local_timezone import get_local_timezone

    try:
        found = known_zone(get_local_timezone().name or "")
    except (OSError, RuntimeError, ValueError):  # what the system says of its zone makes no sense
        return None
    same = found is not None and found.utcoffset(now.replace(tzinfo=None)) == now.utcoffset()
    return found if same else None


def _event(workspace: Workspace, each: Dated, now: datetime, zone: ZoneInfo | None) -> "Event":
    from icalendar import Event

    ritual = each.ritual
    team = one_line(workspace.name_of(ritual.team)) if ritual.team else ""
    made = Event()
    made.add("uid", f"{ritual.id}@{workspace.settings.id}.okr")
    made.add("dtstamp", now)
    made.add("summary", f"{named(ritual.kind)} · {team}" if team else named(ritual.kind))
    if ritual.at is not None:
        local = datetime.combine(ritual.on, ritual.at)
        start = local.replace(tzinfo=zone) if zone is not None else local.astimezone(UTC)
        minutes = ritual.minutes or MINUTES.get(ritual.kind, _USUAL_MINUTES)
        made.add("dtstart", start)
        made.add("dtend", start + timedelta(minutes=minutes))
    else:
        made.add("dtstart", ritual.on)
    made.add("description", _description(each))
    return made


def _description(each: Dated) -> str:
    """What happens in it: the cycle, then the steps with their minutes."""
    steps = [(step_words(each.ritual.kind, step.code).title, step.minutes) for step in agenda(each.ritual.kind)]
    lines = [f"{title}, " + _("{n} min").format(n=minutes) for title, minutes in steps]
    return "\n".join([one_line(each.cycle.name), *lines])
