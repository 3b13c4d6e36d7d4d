"""What lags first: why, what changed since last week, and the next step, each with the key that takes it."""

from collections.abc import Iterable
from datetime import timedelta

from okr_tui.domain.lately import moved_since
from okr_tui.domain.rollup import TeamStanding
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.lines import Line, Tells
from okr_tui.ui.paint.runs import Run, Runs, dim, key
from okr_tui.ui.paint.status import status_word
from okr_tui.ui.screens.achieve_rows import Table
from okr_tui.ui.screens.key_result_rows import (
    in_order_of_need,
    key_result_columns,
    key_result_row,
    owner_of,
    short_name,
    shown,
)
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section
from okr_tui.words.changes import changes
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _

WEEK = timedelta(days=7)
"""How far back "lately" reaches."""
_LATE = 0.6
"""Share of its time from which adjusting a key result that is off track is the next step, rather than talking."""


def needs_table(session: Session, teams: Iterable[TeamStanding], *, strong: bool) -> Table:
    """Key results by how much they need a look: slipping, off track, at risk, stale, then the others."""
    rolled = tuple(teams)
    several = len(rolled) > 1
    standings = [item for team in rolled for item in team.key_results]
    known = {item.key_result.id: shown(session.workspace, item) for item in standings}
    columns = key_result_columns(known.values())
    rows: list[Row] = []
    for status, group in in_order_of_need(standings):
        rows += [blank()] if rows else []
        words = status_word(status).upper() if status else _("THE OTHERS")
        rows.append(section(words, len(group), right=_next_keys() if status and len(rows) == 0 else ()))
        for item in group:
            where = (
                f"{session.workspace.name_of(item.team)} › {item.objective.title}" if several else item.objective.title
            )
            rows.append(
                key_result_row(
                    columns,
                    known[item.key_result.id],
                    session.workspace,
                    strong=strong,
                    where=where,
                    further=_lately(session, item) if status else (),
                )
            )
    return Table(columns, tuple(rows))


def _next_keys() -> Runs:
    """What can be done about what lags, with the keys that do it."""
    steps = ((";", _("talk")), ("e", _("adjust")), ("r", _("ask for help")))
    return tuple(run for name, words in steps for run in (Run("  "), key(name), dim(f" {words}")))


def _lately(session: Session, standing: Standing) -> tuple[Line, ...]:
    """What changed since last week, and what to do next, in a sentence."""
    since = session.today - WEEK
    names = {step.id: step.title for step in standing.key_result.milestone}
    moved = changes(moved_since(standing, since), lambda each: names.get(each, each), standing.key_result.unit)
    lately = _("since {day}: {changes}") if moved else _("since {day}: nothing new")
    said = lately.format(day=weekday_day(since, session.today), changes=moved)
    return (Tells(f"{said} · {_next_step(session, standing)}", "dim", indent=2),)


def _next_step(session: Session, standing: Standing) -> str:
    """The step that fits: a figure, help, or a change of the plan."""
    name = short_name(session.workspace, owner_of(session.workspace, standing))
    blocker = standing.last.check_in.blocker if standing.last is not None else None
    if standing.status == "stale":
        return _("next: ask {name} for a figure").format(name=name) if name else _("next: who has the figure?")
    if blocker:
        return _("next: ask for help with what blocks it")
    if standing.status == "off-track" and standing.elapsed > _LATE:
        return _("next: adjust it, with a reason, or give it up")
    return _("next: talk about it with {name}").format(name=name) if name else _("next: who can help?")
