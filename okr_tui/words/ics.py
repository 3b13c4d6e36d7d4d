"""The rituals as a calendar file (RFC 5545), for people's own calendars."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from okr_tui.domain.agenda import agenda
from okr_tui.domain.held import Dated
from okr_tui.domain.rituals import MINUTES
from okr_tui.domain.workspace import Workspace
from okr_tui.words.agenda import step_words
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual as named

if TYPE_CHECKING:
    from icalendar import Event

_USUAL_MINUTES = 30


def calendar_file(workspace: Workspace, rituals: Iterable[Dated], now: datetime) -> bytes:
    """A calendar with an event for each ritual; imported again, the same events move instead of doubling.

    A ritual with an hour is an event in whatever time zone the person is in, as the files say local time; one without
    takes the whole day.

    Args:
        workspace: whose rituals they are.
        rituals: those that people should see.
        now: when the file is made.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//okr//rituals//")
    made.add("version", "2.0")
    made.add("x-wr-calname", one_line(workspace.settings.name))
    for each in rituals:
        made.add_component(_event(workspace, each, now))
    return bytes(made.to_ical())


def _event(workspace: Workspace, each: Dated, now: datetime) -> "Event":
    from icalendar import Event

    ritual = each.ritual
    team = one_line(workspace.name_of(ritual.team)) if ritual.team else ""
    made = Event()
    made.add("uid", f"{ritual.id}@{workspace.settings.id}.okr")
    made.add("dtstamp", now)
    made.add("summary", f"{named(ritual.kind)} · {team}" if team else named(ritual.kind))
    if ritual.at is not None:
        start = datetime.combine(ritual.on, ritual.at)
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
