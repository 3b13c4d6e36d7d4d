"""The champion's page: who checked in, the rhythm of people and teams, what is stuck, unanswered or without an owner."""

from collections.abc import Iterator

from okr_tui.domain.champion import PersonRound, Rounds, TeamRound, rounds
from okr_tui.domain.workspace import CycleContent, Located
from okr_tui.ui.paint.bars import Bar
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Line, Says, Tells, grid
from okr_tui.ui.paint.runs import Run, Runs, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import percent
from okr_tui.words.statuses import lifecycle

ROUND = "round"
"""The kind of a row that leads to what it is about."""
_MOST = 40


def rounds_rows(session: Session, content: CycleContent) -> tuple[Row, ...]:
    """The page, from top to bottom: what needs somebody first, then who keeps the rhythm."""
    found = rounds(session.workspace, content, session.today)
    rows = [still(Tells(_("Sponsors and leads first: they show the example."), "dim"))]
    rows += _section(_("WHO CHECKED IN"), list(_people(session, found.people)))
    rows += _section(_("TEAMS"), list(_teams(session, found.teams)))
    rows += _section(_("DRAFTS THAT ARE STUCK"), list(_drafts(session, found)))
    rows += _section(_("REQUESTS WITHOUT AN ANSWER"), list(_requests(session, found)))
    rows += _section(_("WITHOUT AN OWNER"), list(_unowned(session, found)))
    return tuple(rows)


def _section(title: str, rows: list[Row]) -> list[Row]:
    """A part of the page; nothing to see is said in a word."""
    shown = rows[:_MOST]
    if len(rows) > _MOST:
        shown.append(still(Says(dim(_("and {n} more").format(n=len(rows) - _MOST)))))
    return [blank(), section(title, len(rows) or ""), *(shown or [still(Says(dim(_("none"))))])]


def _columns() -> tuple[Column, ...]:
    return (
        Column("name", 27, 18, grows=True, leads=True),
        Column("role", 8, 7, gap=2, leaves=1),
        Column("made", 9, right=True, gap=2),
        Column("bar", 14, 10, gap=2, leaves=2),
        Column("rhythm", 5, right=True, gap=1),
        Column("last", 14, 10, right=True, gap=2, leaves=3),
        Column("late", 30, 12, gap=3),
    )


def _people(session: Session, people: tuple[PersonRound, ...]) -> Iterator[Row]:
    for each in people:
        role = {"sponsor": _("sponsor"), "lead": _("lead"), "": ""}[each.leading]
        line = _line(session, session.workspace.name_of(each.person), role, each, _late(each.overdue))
        yield Row(f"person {each.person}", (line,), kind="person")


def _teams(session: Session, teams: tuple[TeamRound, ...]) -> Iterator[Row]:
    for each in teams:
        said = [_late(each.overdue)]
        said += [_("{n} slipping").format(n=each.slipping)] if each.slipping else []
        said += [_("{n} stale").format(n=each.stale)] if each.stale else []
        late = ", ".join(words for words in said if words)
        yield Row(each.team, (_line(session, session.workspace.name_of(each.team), "", each, late),), kind="team")


def _late(overdue: int) -> str:
    return ngettext("{n} overdue", "{n} overdue", overdue).format(n=overdue) if overdue else ""


def _line(session: Session, name: str, role: str, each: PersonRound | TeamRound, late: str) -> Line:
    """Somebody's check-ins, or a team's: how many are made, the rhythm, the last word, what is late."""
    when = weekday_day(each.last, session.today) if each.last is not None else _("never")
    return grid(
        _columns(),
        name=name,
        role=dim(role),
        made=_("{n} of {all}").format(n=each.made, all=each.wanted) if each.wanted else "",
        bar=Bar(each.rhythm, None) if each.rhythm is not None else "",
        rhythm=dim(percent(each.rhythm)) if each.rhythm is not None else "",
        last=dim(when),
        late=Run(late, "at_risk") if late else "",
    )


def _drafts(session: Session, found: Rounds) -> Iterator[Row]:
    for each in found.drafts:
        place = each.place
        status = place.objective.status if place.objective is not None else "draft"
        left = runs(one_line(place.title), dim(f"  {one_line(session.workspace.name_of(place.team))}"))
        age = ngettext("{status}, {n} day without a word", "{status}, {n} days without a word", each.days)
        yield _leads(_id(place), left, runs(dim(age.format(status=lifecycle(status), n=each.days))))


def _requests(session: Session, found: Rounds) -> Iterator[Row]:
    for each in found.requests:
        request = each.asked.request
        waits = ngettext("{team} since {n} day", "{team} since {n} days", each.days)
        name = one_line(session.workspace.name_of(each.turn))
        late = each.days >= session.workspace.settings.policy.request_days
        right = Run(waits.format(team=name, n=each.days), "at_risk" if late else "dim")
        yield _leads(request.id, runs(one_line(request.need)), runs(right))


def _unowned(session: Session, found: Rounds) -> Iterator[Row]:
    for each in found.unowned:
        yield _leads(_id(each), runs(one_line(each.title)), runs(dim(one_line(session.workspace.name_of(each.team)))))


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]


def _leads(identity: str, left: Runs, right: Runs) -> Row:
    return Row(identity, (Says(left, right, leads=True),), kind=ROUND)
