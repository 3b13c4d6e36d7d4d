"""The day that a check-in speaks of, as people type it: nothing for today, yesterday, a weekday, -3, a date."""

from datetime import date, timedelta

from okr_tui.domain.errors import WrongUsage
from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.text import width
from okr_tui.words.counting_for import counts_for, how_for_the_one_before
from okr_tui.words.dates import weekday, weekday_day
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

_WEEK = 7


def effective_day(text: str, today: date) -> date | None:
    """The day that was typed; None for nothing, which is today.

    Raises:
        WrongUsage: it is no day, or one that has not come yet.
    """
    words = " ".join(text.split()).casefold()
    if not words or words in {"today", _("today").casefold()}:
        return None
    if words in {"yesterday", _("yesterday").casefold()}:
        return today - timedelta(days=1)
    if words[0] in "-−" and words[1:].strip().isdecimal() and len(words) < 5:
        return today - timedelta(days=int(words[1:]))
    for back in range(1, _WEEK + 1):
        day = today - timedelta(days=back)
        if len(words) >= 2 and (weekday(day).casefold().startswith(words) or f"{day:%A}".casefold().startswith(words)):
            return day
    found = typed_day(words)
    if found > today:
        raise WrongUsage(_("A check-in can't speak of a day that has not come yet."))
    return found


def day_said(asked: Asked, text: str, room: int) -> str:
    """How a day is understood, and for which week it counts, for the end of its field; the trouble where it is none.

    Args:
        asked: what the check-in is about.
        text: the day as typed; nothing is today.
        room: cells there; where they are few, how it would count for the one before is left out.
    """
    today = asked.session.today
    try:
        found = effective_day(text, today)
    except WrongUsage as trouble:
        return str(trouble)
    if asked.standing is None:
        return "" if found is None else weekday_day(found, today)
    cadence = asked.session.workspace.settings.cadence
    counts = counts_for(asked.standing, cadence, found or today, said=found is not None)
    if found is not None:
        return " · ".join(filter(None, (weekday_day(found, today), counts)))
    before = how_for_the_one_before(asked.standing, cadence, today)
    return next((said for said in (f"{counts}; {before}", counts) if width(said) <= room), counts) if before else counts
