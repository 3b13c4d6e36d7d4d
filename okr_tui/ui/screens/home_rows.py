"""Everything Home shows, as rows: what is due, my others, what waits, what I promised, what is new."""

from collections.abc import Iterator, Mapping
from datetime import date

from msgspec import Struct, field

from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Rule, Says, Tells, headings
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.screens.home_key_results import (
    below_due,
    below_other,
    columns,
    drafted_row,
    first_line_only,
    key_result_row,
    next_check_in,
)
from okr_tui.ui.screens.home_kpis import kpi_rows
from okr_tui.ui.screens.home_news import news_rows
from okr_tui.ui.screens.home_team import team_rows
from okr_tui.ui.screens.home_waiting import promise_rows, waiting_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext

DUE = "check-in"
"""The kind of a row whose check-in is due."""
OTHER = "key-result"
"""The kind of a row of another key result of mine."""
KPI = "kpi"
"""The kind of a row of a KPI of my team."""
DRAFTED = "drafted"
"""The kind of a row of a key result of mine that is not agreed yet."""


class Shown(Struct, frozen=True):
    """What Home knows besides the session.

    Attributes:
        since: the day on which I last looked.
        drafts: what was typed into forms and not saved.
        run: ids of the key results of the check-ins that are being made one after the other, in their order.
        saved: those of them that are saved already.
        opened: the id under whose row the form is open.
        short: the terminal is too low for rules and for my others before what waits.
        width: cells of a row.
        problems_key: the key that shows what is wrong in the files; "" for none.
    """

    since: date
    drafts: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    run: tuple[str, ...] = ()
    saved: frozenset[str] = frozenset()
    opened: str | None = None
    short: bool = False
    width: int = 84
    problems_key: str = ""


def due_standings(session: Session, run: tuple[str, ...] = ()) -> tuple[Standing, ...]:
    """The key results whose check-in I owe, overdue first; while several are made, they keep their places."""
    owed = [item.id for item in session.owed() if item.kind == DUE]
    ids = [*run, *(each for each in owed if each not in run)]
    return tuple(found for each in ids if (found := session.standing(each)) is not None)


def my_others(session: Session, due: tuple[Standing, ...]) -> tuple[Standing, ...]:
    """My other key results that are pursued, in all open cycles: those of the cycle looked at first."""
    if session.me is None:
        return ()
    known, workspace = {each.key_result.id for each in due}, session.workspace
    found = [
        key_result.id
        for content in workspace.open_cycles(session.today)
        for team, objective, key_result in content.key_results()
        if key_result.dropped is None and objective.live
        if key_result.id not in known and session.me in workspace.people_owing(team, key_result.owner)
    ]
    standings = [each for identity in found if (each := session.standing(identity)) is not None]
    return tuple(sorted(standings, key=lambda each: each.cycle != session.cycle))


def rows_of(session: Session, shown: Shown) -> list[Row]:
    """All rows of Home, for a person who is known or not, with and without anything to do."""
    rows = list(_problems(session, shown.problems_key))
    if session.me is None or session.me not in session.workspace.person_by_id:
        return [*rows, *_nobody(session)]
    due = due_standings(session, shown.run)
    others = my_others(session, due)
    grid_columns = columns((*due, *others))
    rows += _due(session, shown, due, others, grid_columns)
    mine = list(_others(session, shown, others, grid_columns, headed=not due))
    waiting = [*waiting_rows(session), *promise_rows(session)]
    waiting += team_rows(session)
    new = list(news_rows(session, shown.since))
    kpis = list(kpi_rows(session, grid_columns, KPI))
    return [*rows, *([*waiting, *new, *mine, *kpis] if shown.short else [*mine, *waiting, *new, *kpis])]


def _problems(session: Session, problems_key: str) -> Iterator[Row]:
    """How many files can't be read; quiet, because everything else works."""
    files = session.workspace.unread
    if files:
        words = ngettext("{n} file can't be read", "{n} files can't be read", len(files)).format(n=len(files))
        shown = ngettext("shows it", "shows them", len(files))
        shows = (dim(", "), key(problems_key), dim(f" {shown}")) if problems_key else ()
        yield still(Says((Run("! ", "off_track", bold=True), Run(words), *shows)))
        yield blank()


def _nobody(session: Session) -> Iterator[Row]:
    """What to do where nobody knows who looks."""
    people = session.workspace.people
    yield still(Says(bold(_("Nobody knows who you are here."))))
    yield blank()
    if people:
        yield still(Tells(_("Start okr with your id, and it shows what you owe:"), "dim"))
        longest = max(len(person.id) for person in people[:12])
        for person in people[:12]:
            yield still(Says(runs(Run(f"  okr --me {person.id:<{longest}}"), dim(f"   {one_line(person.name)}"))))
        if len(people) > 12:
            yield still(Says(dim("  " + _("and {n} more, in people.toml").format(n=len(people) - 12))))
        yield blank()
        yield still(Tells(_("Or set OKR_ME once in your shell. Looking around works without: 3 shows the teams.")))
        return
    yield still(Tells(_("people.toml names nobody yet. In a terminal, this adds somebody:"), "dim"))
    yield still(Says(Run('  okr add person "Ada Byron"')))


def _due(
    session: Session,
    shown: Shown,
    due: tuple[Standing, ...],
    others: tuple[Standing, ...],
    grid_columns: tuple[Column, ...],
) -> Iterator[Row]:
    """The check-ins that I owe."""
    if not due:
        yield section(_("CHECK-INS DUE"))
        yield from _nothing_due(session, others)
        return
    yield still(headings(grid_columns, _("CHECK-INS DUE"), _count(shown, due)))
    if not shown.short:
        yield still(Rule())
    for each in due:
        identity = each.key_result.id
        mark = (Run("✓", "reached"),) if identity in shown.saved else ()
        below = below_due(session, each, shown.drafts, shown.width)
        row = key_result_row(session, each, grid_columns, second=below, kind=DUE, mark=mark)
        yield first_line_only(row) if identity == shown.opened else row


def _count(shown: Shown, due: tuple[Standing, ...]) -> str:
    """How many are due, or which one of them is open."""
    ids = [each.key_result.id for each in due]
    if shown.opened in ids:
        return _("{n} of {all}").format(n=ids.index(shown.opened) + 1, all=len(ids))
    return str(len(ids))


def _nothing_due(session: Session, others: tuple[Standing, ...]) -> Iterator[Row]:
    """Nothing is due: when the next one is, or why none ever is."""
    ahead = [(when, each) for each in others if (when := next_check_in(session, each)) is not None]
    if ahead:
        when, each = min(ahead, key=lambda pair: (pair[0], pair[1].key_result.title))
        words = _("Nothing is due. Next: “{title}”, on {day}.")
        title = one_line(each.key_result.title)
        yield still(Tells(words.format(title=title, day=weekday_day(when, session.today)), "dim"))
    elif others:
        yield still(Tells(_("Nothing is due: none of your key results is being pursued yet."), "dim"))
    elif session.content is None:
        words = _("There is no cycle yet. N opens one; check-ins stand here once it runs and a key result is yours.")
        yield still(Tells(words, "dim"))
    else:
        yield still(Tells(_("Figures that you owe stand here. None of the key results is yours yet."), "dim"))
        if session.workspace.unread or any(plan.objective for plan in session.content.plans.values()):
            yield still(Tells(_("see the team's key results, and take one with e"), indent=3, first=key("3")))
        else:  # nobody has planned yet: there is nothing to take
            words = _("A first objective: what should be different at the end, and for whom?")
            yield still(Tells(words, indent=3, first=key("1")))
            yield still(Tells(_("People, teams and the calendar, in Setup"), indent=3, first=key("5")))
            yield still(Tells(_("What can be done here, and with which key"), indent=3, first=key("?")))


def _others(
    session: Session, shown: Shown, others: tuple[Standing, ...], grid_columns: tuple[Column, ...], *, headed: bool
) -> Iterator[Row]:
    """My other key results; the headings of the columns stand here where nothing is due."""
    if not others:
        return
    yield blank()
    if headed:
        yield still(headings(grid_columns, _("MY KEY RESULTS"), str(len(others))))
        if not shown.short:
            yield still(Rule())
    else:
        yield section(_("MY OTHER KEY RESULTS"), len(others))
    for each in others:
        if each.objective.status in {"draft", "proposed"}:
            yield drafted_row(session, each, DRAFTED)
            continue
        draft = below_due(session, each, shown.drafts, shown.width) if _drafted(shown, each) else None
        below = draft or below_other(session, each, shown.width)
        row = key_result_row(session, each, grid_columns, second=below, kind=OTHER)
        yield first_line_only(row) if each.key_result.id == shown.opened else row


def _drafted(shown: Shown, standing: Standing) -> bool:
    from okr_tui.ui.forms.check_in_draft import draft_key

    return draft_key(standing.key_result.id) in shown.drafts
