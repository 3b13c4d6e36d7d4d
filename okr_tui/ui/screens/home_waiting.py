"""Home's rows of what others wait for, and of what I promised: requests, reviews, questions, initiatives, actions."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from okr_tui.domain.due import Owed
from okr_tui.domain.journal import Comment
from okr_tui.domain.plan import Poll, Request
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import Run, Runs, align, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut, width
from okr_tui.ui.widgets.rows import Row, blank, section
from okr_tui.words.dates import weekday, weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

ANSWERS = frozenset({"request", "review", "question", "challenge", "help"})
"""Kinds of what is owed that somebody waits for an answer to."""
PROMISES = frozenset({"initiative", "action"})
"""Kinds that `x` marks as done."""
WHO, _WIDEST_WHO = 9, 16


def who_width(names: Iterable[str]) -> int:
    """The cells of the column of names, the gap behind them included."""
    return min(max([WHO, *(width(one_line(name)) + 2 for name in names)]), _WIDEST_WHO)


def said_by(who: str, words: Runs, right: Runs, room: int, key: str, kind: str) -> Row:
    """A row that begins with who it is about."""
    left = (*align(runs(cut(one_line(who), room - 1)), room), *words)
    return Row(key, (Says(left, right),), kind=kind)


def row_key(item: Owed) -> str:
    """The key of its row: its id, but for help, which is wanted on a key result that may have a row of its own."""
    return f"help {item.id}" if item.kind == "help" else item.id


def waiting_rows(session: Session) -> Iterator[Row]:
    """What others wait for."""
    items = [item for item in session.owed() if item.kind in ANSWERS]
    if not items:
        return
    names = [_("you") if _own(session, item) else asker(session, item) for item in items]
    room = who_width(names)
    yield blank()
    yield section(_("WAITING FOR AN ANSWER"), len(items))
    for item, name in zip(items, names, strict=True):
        words = _asks(item) if name != _("you") else _own_words(item)
        yield said_by(name, (Run(words),), _when(session, item), room, row_key(item), item.kind)


def _own(session: Session, item: Owed) -> bool:
    """Whether it is my own objective that still wants my word: its owner has to agree to it too."""
    objective = item.about.objective if item.about is not None else None
    return (
        item.kind == "review"
        and objective is not None
        and session.me is not None
        and (session.me in session.workspace.people_owing(item.team, objective.owner))
    )


def _own_words(item: Owed) -> str:
    return _("have not agreed yourself to “{title}”").format(title=one_line(item.title))


def called(workspace: Workspace, identity: str | None) -> str:
    """What people call somebody: a person's first name where nobody else has it, else the whole name."""
    person = workspace.person_by_id.get(identity or "")
    first = person.name.split(" ")[0] if person else ""
    same = sum(each.name.split(" ")[0] == first for each in workspace.people) if first else 0
    return first if same == 1 else workspace.name_of(identity)


def asker(session: Session, item: Owed) -> str:
    """The name of whoever waits: a person, a team, the owner of what is to be reviewed."""
    workspace = session.workspace
    source = item.asked_by
    if source is None:
        owner = item.about.objective.owner if item.about and item.about.objective else None
        return called(workspace, owner or item.team)
    found = workspace.find(source, session.today)
    return called(workspace, found.team if found else source)


def _asks(item: Owed) -> str:
    title = one_line(item.title)
    about = one_line(item.about.title) if item.about else ""
    match item.kind:
        case "request":
            return _request(item, title)
        case "review":
            return _("wants a review of “{title}”").format(title=title)
        case "help":
            return _("wants your help with “{title}”").format(title=title)
        case "challenge":
            return _("challenges “{about}”: {text}").format(about=about, text=title)
        case _ if item.about is None or isinstance(item.about.table, Poll):
            return _("asks: {text}").format(text=title)
        case _:
            return _("asks about “{about}”: {text}").format(about=about, text=title)


def _request(item: Owed, need: str) -> str:
    table = item.about.table if item.about else None
    kind = table.kind if isinstance(table, Request) else "depend"
    if kind == "invite":
        return _("invites you to contribute: {need}").format(need=need)
    if kind == "contribute":
        return _("asks you to contribute: {need}").format(need=need)
    return _("asks for: {need}").format(need=need)


def _when(session: Session, item: Owed) -> Runs:
    if item.due is not None:
        return _by(session, item.due, overdue=item.overdue)
    said = _said_at(session, item)
    if said is None:
        return ()
    days = (session.today - said.date()).days
    if days <= 0:
        return (dim(_("today")),)
    day = weekday(said.date()) if days < 7 else weekday_day(said.date(), session.today)
    return (dim(_("since {day}").format(day=day)),)


def _by(session: Session, due: date, *, overdue: bool) -> Runs:
    """The day until which; one that has passed says so in words and in text, not dim."""
    day = weekday_day(due, session.today)
    return (Run(_("was due {day}").format(day=day)),) if overdue else (dim(_("by {day}").format(day=day)),)


def _said_at(session: Session, item: Owed) -> datetime | None:
    """When it was asked."""
    if item.about is not None and isinstance(item.about.table, Request):
        return item.about.table.at
    content = session.workspace.cycles.get(item.cycle)
    if content is None or item.kind not in {"question", "challenge", "help"}:
        return None
    if item.kind == "help":
        entries = content.entries.get(item.id, ())
        return entries[-1].check_in.at if entries else None
    return next((said.at for said in comments(session, item.cycle) if said.id == item.id), None)


def comments(session: Session, cycle: str) -> Iterator[Comment]:
    """Every comment of a cycle."""
    for journal in session.workspace.cycles[cycle].talking:
        yield from journal.comment


def promise_rows(session: Session) -> Iterator[Row]:
    """Initiatives whose day comes near, then actions of retrospectives; then the scores that are still to be given."""
    owed = session.owed()
    for kind, title in (("initiative", _("INITIATIVES")), ("action", _("RETRO ACTIONS")), ("grade", _("SCORES"))):
        items = [item for item in owed if item.kind == kind]
        if items:
            yield blank()
            yield section(title, len(items))
            yield from (_promise(session, item) for item in items)


def _promise(session: Session, item: Owed) -> Row:
    right = _by(session, item.due, overdue=item.overdue) if item.due else ()
    left = (*align((dim("☐"),), WHO), Run(one_line(item.title)))
    # A grade is about a key result, which may have a row of its own above.
    key = f"grade {item.id}" if item.kind == "grade" else item.id
    return Row(key, (Says(left, right),), kind=item.kind)
