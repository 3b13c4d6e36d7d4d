"""Home's rows of what happened since I last looked."""

from collections.abc import Iterator
from datetime import date

from okr_tui.domain.news import News, news
from okr_tui.domain.plan import KeyResult
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import Run, Runs, dim
from okr_tui.ui.paint.status import status_runs
from okr_tui.ui.screens.home_waiting import called, said_by, who_width
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day, weekday, weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import figure, number
from okr_tui.words.quoting import with_colon

_MOST = 12


def told(session: Session, since: date) -> tuple[News, ...]:
    """What is new and does not stand on Home already because it waits for me."""
    if session.me is None:
        return ()
    waiting = {item.id for item in session.owed()}
    return tuple(each for each in news(session.workspace, session.me, since, session.today) if each.id not in waiting)


def news_rows(session: Session, since: date) -> Iterator[Row]:
    """What is new, the newest first; nothing at all where nothing is."""
    found = told(session, since)
    if not found:
        return
    right = _("since {day}").format(day=weekday_day(since, session.today))
    yield blank()
    yield section(_("SINCE YOU LAST LOOKED"), len(found), right=dim(right))
    names = [_who(session, each) for each in found[:_MOST]]
    room = who_width(names)
    for place, (each, name) in enumerate(zip(found, names, strict=False)):
        yield said_by(name, (dim(told_line(each)),), _right(session, each), room, f"news {place}", "news")
    if len(found) > _MOST:
        yield still(Says(dim(_("and {n} more").format(n=len(found) - _MOST)), indent=room))


def news_of(session: Session, since: date, key: str) -> News | None:
    """The piece of news on a row; None for every other row."""
    found, place = told(session, since), key.removeprefix("news ")
    return found[int(place)] if place.isascii() and place.isdigit() and int(place) < len(found) else None


def about_of(session: Session, since: date, key: str) -> str | None:
    """The id of what a row of news is about, for going there; None where it is about nothing that has a row."""
    item = news_of(session, since, key)
    return getattr(item.about.table, "id", None) if item is not None and item.about is not None else None


def _who(session: Session, item: News) -> str:
    """Who did it; for a figure the team it comes from, which says more."""
    name_of = session.workspace.name_of
    if item.kind == "check-in" and item.about is not None and item.relation != "mine":
        return name_of(item.about.team)
    return called(session.workspace, item.by) if item.by else name_of(item.about.team if item.about else None)


def _right(session: Session, item: News) -> Runs:
    """The status a figure led to, or the day."""
    if item.kind == "check-in" and item.about is not None and item.after is not None:
        now = session.standing(getattr(item.about.table, "id", ""))
        if now is not None:
            return status_runs(now.status)
    days = (session.today - item.on).days
    if days <= 0:
        return (dim(_("today")),)
    return (Run(weekday(item.on) if days < 7 else day(item.on, session.today), "dim"),)


def told_line(item: News) -> str:
    """What happened, in one line."""
    title = one_line(item.about.title) if item.about else ""
    text = one_line(item.text)
    match item.kind:
        case "check-in":
            return _check_in(item, title, text)
        case "kudos":
            return _("thanks you: “{text}”").format(text=text)
        case "reply":
            return _("answered you on “{title}”: {text}").format(title=title, text=text)
        case "answer":
            return _answer(item, title, text)
        case "comment":
            return _comment(item, title, text)
        case "dropped":
            said = _("“{title}” was dropped: {why}") if text else _("“{title}” was dropped")
            return said.format(title=title, why=text)
        case _:
            return _change(item, title)


def _check_in(item: News, title: str, text: str) -> str:
    table = item.about.table if item.about else None
    unit = table.unit if isinstance(table, KeyResult) else None
    tie = {
        "supported": _("you support it"), "supporting": _("it supports yours"), "mine": _("yours"),
    }.get(item.relation, "")  # fmt: skip
    if item.after is None:
        return _("{title}: “{text}”, {tie}").format(title=title, text=text, tie=tie) if text else f"{title}, {tie}"
    if item.before is None:
        return _("{title} {value}, {tie}").format(title=title, value=figure(item.after, unit), tie=tie)
    way = f"{number(item.before)} → {figure(item.after, unit)}"
    return _("{title} {value}, {tie}").format(title=title, value=way, tie=tie)


def _answer(item: News, title: str, text: str) -> str:
    said = {
        "accept": _("accepts your request “{title}”"), "decline": _("declines your request “{title}”"),
    }.get(item.key, _("challenges your request “{title}”"))  # fmt: skip
    line = said.format(title=title)
    return with_colon(line, text) if text else line


def _comment(item: News, title: str, text: str) -> str:
    match item.key:
        case "question":
            said = _("asks about “{title}”: {text}")
        case "challenge":
            said = _("challenges “{title}”: {text}")
        case "suggestion":
            said = _("suggests for “{title}”: {text}")
        case "agree":
            said = _("agrees to “{title}”: {text}") if text else _("agrees to “{title}”")
        case _:
            said = _("on “{title}”: {text}")
    return said.format(title=title, text=text)


def _change(item: News, title: str) -> str:
    table = item.about.table if item.about else None
    unit = table.unit if isinstance(table, KeyResult) and item.unit is None else item.unit
    before, after = _shown(item.before, None), _shown(item.after, unit)
    said = _("moved the {key} of “{title}”: {before} → {after}")
    return said.format(key=one_line(item.key), title=title, before=before, after=after)


def _shown(value: object, unit: str | None) -> str:
    if isinstance(value, bool) or value is None:
        return "–" if value is None else str(value).lower()
    if isinstance(value, int | float):
        return figure(float(value), unit)
    return day(value) if isinstance(value, date) else one_line(str(value))[:40]
