"""Days as the language spoken writes them: "16 Oct", "Fri 16 Oct", "7 d".

English is written here, because importing Babel and its first locale takes about 50 ms; other languages use Babel.
"""

from datetime import date, datetime

from okr_tui.words.language import _, ngettext, spoken

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")


def day(day: date, today: date | None = None) -> str:
    """A day: "16 Oct"; with its year where today is given and lies in another one: "16 Oct 2025"."""
    other_year = today is not None and day.year != today.year
    if spoken() == "en":
        return f"{day.day} {_MONTHS[day.month - 1]}" + (f" {day.year}" if other_year else "")
    return _babel(day, "d MMM y" if other_year else "d MMM")


def weekday(day: date) -> str:
    """The day of the week: "Fri"."""
    return _WEEKDAYS[day.weekday()] if spoken() == "en" else _babel(day, "EEE")


def weekday_day(day_: date, today: date | None = None) -> str:
    """A day with its weekday: "Fri 16 Oct"."""
    return f"{weekday(day_)} {day(day_, today)}"


def moment(at: datetime, today: date | None = None) -> str:
    """A day with its weekday and the time, where this machine stands: "Fri 16 Oct 09:30"."""
    here = at.astimezone()
    return f"{weekday_day(here.date(), today)} {here:%H:%M}"


def ago(days: int) -> str:
    """How long ago, short: "7 d"; "today" for 0, and for what somebody east of here has said tomorrow."""
    return _("today") if days <= 0 else _("{n} d").format(n=days)


def in_days(days: int) -> str:
    """How far away a day is: "in 3 days", "today", "tomorrow", "2 days late"."""
    if days == 0:
        return _("today")
    if days == 1:
        return _("tomorrow")
    if days > 0:
        return ngettext("in {n} day", "in {n} days", days).format(n=days)
    return ngettext("{n} day late", "{n} days late", -days).format(n=-days)


def _babel(day: date, pattern: str) -> str:
    from babel.dates import format_date

    return format_date(day, pattern, locale=spoken())
