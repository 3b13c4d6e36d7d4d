"""Home's rows of key results: those that are due, and my others."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from okr_tui.domain.clock import periods
from okr_tui.domain.progress import milestones_done
from okr_tui.domain.standing import Standing
from okr_tui.ui.forms.check_in_draft import draft_words
from okr_tui.ui.paint.bars import Bar, Spark
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Cells, Line, Says, amount, grid
from okr_tui.ui.paint.runs import Run, Runs, cells, dim, runs
from okr_tui.ui.paint.status import STATUSES, status_glyph, status_runs
from okr_tui.ui.screens.key_result_rows import why
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.dates import weekday_day
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, number
from okr_tui.words.quoting import quoted
from okr_tui.words.statuses import lifecycle

_NOW, _WIDEST_NOW = 9, 14
_WELL = {"on-track", "reached", "done", "no-data"}


def columns(standings: Iterable[Standing]) -> tuple[Column, ...]:
    """The grid of Home's tables, as wide as its figures and statuses need: they are never cut.

    Args:
        standings: everything that stands in them.
    """
    now = max((cells(figure_runs(each)) for each in standings), default=_NOW)
    status = max(cells(status_runs(each)) for each in STATUSES)
    return (
        Column("name", 25, 24, grows=True, leads=True),
        Column("now", max(now, _NOW), max(now, 8), title=_("now"), right=True, gap=1, least_gap=0, leads=True),
        Column("trend", 6, title=_("trend"), right=True, gap=3, least_gap=2, leaves=1),
        Column("bar", 14, 10, title=_("progress"), leaves=3),
        Column("conf", 4, title=_("conf"), right=True, gap=1),
        Column("seen", 4, title=_("seen"), right=True, gap=2, least_gap=1, leaves=2),
        Column("status", max(status, 11), title=_("status"), gap=2, least_gap=1),
    )


def figure_runs(standing: Standing) -> Runs:
    """The figure as it stands now, with its unit where it is short: milestones done, yes or no."""
    result = standing.key_result
    if result.kind == "milestones":
        total = len(result.milestone)
        done = len(milestones_done(result, standing.entries, standing.today))
        return runs(Run(str(done)), dim(f" /{total}")) if total else runs(dim(NOTHING))
    if standing.value is None:
        return runs(dim(NOTHING))
    if result.kind == "yes-no":
        return runs(_("yes") if standing.value >= 1 else _("no"))
    unit = one_line(result.unit or "")
    whole = amount(number(standing.value), unit)
    return whole if cells(whole) <= _WIDEST_NOW else amount(number(standing.value))


def key_result_row(
    session: Session,
    standing: Standing,
    grid_columns: tuple[Column, ...],
    *,
    second: Sequence[Line] = (),
    kind: str = "key-result",
    mark: Runs = (),
) -> Row:
    """One key result on the grid, and what stands below it."""
    result = standing.key_result
    bare = standing.progress is None and standing.status == "no-data"
    line = grid(
        grid_columns,
        name=result.title,
        now=figure_runs(standing),
        trend=Spark(standing.recent_values),
        bar=Bar(None if bare else standing.progress, standing.expected, standing.status),
        conf=str(standing.confidence) if standing.confidence is not None else dim(NOTHING),
        seen=dim(_("{n} d").format(n=max(0, (session.today - standing.seen).days)) if standing.seen else NOTHING),
        status=status_runs(standing.status),
    )
    lines: tuple[Line, ...] = (line, *second)
    return Row(result.id, lines, kind=kind, mark=mark)


def below_due(
    session: Session, standing: Standing, drafts: Mapping[str, Mapping[str, str]], width: int
) -> tuple[Line, ...]:
    """What stands below a key result that is due: my draft, else why it is not well, else the last note."""
    draft = draft_words(drafts, standing.key_result.id)
    if draft is not None:
        return (Says(runs(Run(_("draft"), "accent", bold=True), dim(f"  {draft}"))),)
    why = why_line(session, standing, width)
    if why:
        return (Says(why),)
    note = next((each.check_in.note for each in reversed(standing.entries) if each.check_in.note), None)
    return (Says(dim(quoted(one_line(note)))),) if note else ()


def why_line(session: Session, standing: Standing, width: int) -> Runs:
    """The reason of a status that is not well; "Who can help?" leaves where there is no room for it."""
    if standing.status in _WELL or not standing.reasons:
        return ()
    words = why(standing, session.workspace)
    if len(words) + 2 > width and ". " in words:
        words = words.rpartition(". ")[0]
    return (status_glyph(standing.status), dim(f" {words}"))


def drafted_row(session: Session, standing: Standing, kind: str) -> Row:
    """A key result of mine that nobody pursues yet: its name, and where it is in its life."""
    workspace = session.workspace
    parts = [workspace.cycles[standing.cycle].cycle.name] if standing.cycle != session.cycle else []
    parts += [workspace.name_of(standing.team)] if standing.team != session.team else []
    parts.append(lifecycle(standing.objective.status))
    right = dim(", ".join(one_line(part) for part in parts))
    return Row(standing.key_result.id, (Says(one_line(standing.key_result.title), right, leads=True),), kind=kind)


def below_other(session: Session, standing: Standing, width: int) -> tuple[Line, ...]:
    """What stands below one of my others: why it is not well, or where it is from when not of the team looked at."""
    why = why_line(session, standing, width)
    if why:
        return (Says(why),)
    workspace = session.workspace
    parts = [workspace.name_of(standing.team)] if standing.team != session.team else []
    if standing.cycle != session.cycle:
        parts.append(workspace.cycles[standing.cycle].cycle.name)
    every = standing.key_result.every
    when = next_check_in(session, standing)
    if every and when:
        parts.append(_("every {n} days: next on {day}").format(n=every, day=weekday_day(when, session.today)))
    return (Says(dim(", ".join(one_line(part) for part in parts))),) if parts else ()


def next_check_in(session: Session, standing: Standing) -> date | None:
    """The day on which the next figure is due, for a key result that has its current one; None where none will be."""
    if standing.objective.status != "agreed" or standing.status == "done" or not standing.judged:
        return None
    cadence = session.workspace.settings.cadence
    every = standing.key_result.every or cadence.check_in_every
    begun = periods(standing.window, every, cadence.check_in_day, session.today)
    ahead = timedelta(days=0 if standing.due else every)
    when = begun[-1].last + ahead if begun else standing.window.start
    return when if when <= standing.window.end else None


def first_line_only(row: Row) -> Row:
    """The row while its form is open: what stood below it makes room."""
    head = next((line for line in row.lines if isinstance(line, Cells)), row.lines[0])
    return Row(row.key, (head,), row.kind, row.selectable, row.mark)
