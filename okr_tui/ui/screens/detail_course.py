"""The course of one key result: its chart with forecast, zones and confidence, or the steps of its milestones."""

from datetime import date

from okr_tui.domain.course import course
from okr_tui.domain.forecast import forecast
from okr_tui.domain.progress import in_days, milestones_done
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.chart import Chart, Onward
from okr_tui.ui.paint.lines import Says
from okr_tui.ui.paint.runs import Run, dim, runs
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import day
from okr_tui.words.language import _
from okr_tui.words.numbers import number


def chart_rows(standing: Standing, rows: int) -> tuple[Row, ...]:
    """The chart of a metric or a `keep`, the steps of milestones, nothing where there is nothing to draw."""
    key_result = standing.key_result
    if key_result.kind == "milestones":
        return _milestones(standing)
    drawn = course(standing)
    if drawn.empty:
        return ()
    chart = Chart(
        drawn, standing.today, key_result.unit or "", rows,
        onward=_onward(standing), zones=_zones(standing), confidence=_confidence(standing),
    )  # fmt: skip
    return (blank(), still(chart))


def _onward(standing: Standing) -> Onward | None:
    found = forecast(standing)
    if found is None:
        return None
    return Onward((found.since, found.start), found.on, found.value, found.low, found.high)


def _zones(standing: Standing) -> tuple[tuple[str, float], ...]:
    """Commit, target and stretch of an aspirational key result that has them all."""
    result = standing.key_result
    if result.commit is None or result.target is None or result.stretch is None:
        return ()
    return (_("commit"), result.commit), (_("target"), result.target), (_("stretch"), result.stretch)


def _confidence(standing: Standing) -> tuple[tuple[date, int], ...]:
    """What was said of it day by day; of several words of one day the last."""
    given = {day: said.confidence for day, said in in_days(standing.entries) if said.confidence is not None}
    return tuple(given.items())


def _milestones(standing: Standing) -> tuple[Row, ...]:
    key_result = standing.key_result
    done = milestones_done(key_result, standing.entries, standing.today)
    count = f"{len(done)}/{len(key_result.milestone)}"
    rows = [blank(), section(_("MILESTONES"), count)]
    for step in key_result.milestone:
        glyph = Run("✓  ", "reached") if step.id in done else dim("☐  ")
        on = step.done or next(
            (entry.check_in.on for entry in standing.entries if entry.check_in.milestone == step.id), None
        )
        weight = dim(_("weight {n}").format(n=number(step.weight))) if step.weight != 1 else ()
        right = dim(day(on, standing.today)) if on is not None and step.id in done else weight
        rows.append(still(Says(runs(glyph, Run(step.title, "dim" if step.id in done else "text")), runs(right))))
    return tuple(rows)
