"""The history across cycles: scores, rhythm and maturity as standing bars, and all of it as a table."""

from collections.abc import Iterator

from msgspec import Struct

from okr_tui.domain.across import Past
from okr_tui.domain.maturity import HIGHEST, LOWEST
from okr_tui.domain.settings import Policy
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Cells, Rule, Tells, Title, grid, headings
from okr_tui.ui.paint.runs import Brush, Runs, align, bold, dim, gap
from okr_tui.ui.paint.standing_bars import Standing, StandingBars
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.maturity import points
from okr_tui.words.numbers import NOTHING, percent
from okr_tui.words.scores import score

_GAP = 3


class _Beside(Struct, frozen=True):
    """Three figures side by side."""

    charts: tuple[StandingBars, ...]

    def height(self, width: int) -> int:
        """As high as the highest."""
        return max(chart.height(width) for chart in self.charts)

    def paint(self, width: int, brush: Brush) -> tuple[Runs, ...]:
        """The rows."""
        each = (width - _GAP * (len(self.charts) - 1)) // len(self.charts)
        painted = [chart.paint(each, brush) for chart in self.charts]
        rows: list[Runs] = []
        for number in range(self.height(width)):
            made: Runs = ()
            for rows_of_one in painted:
                made += (gap(_GAP) if made else ()) + align(rows_of_one[number], each)
            rows.append(made)
        return tuple(rows)


def across_rows(session: Session, found: tuple[Past, ...], policy: Policy, *, everybody: bool) -> Iterator[Row]:
    """The picture and the table; with one cycle only what will stand here."""
    whose = _("ALL TEAMS") if everybody else one_line(session.workspace.name_of(session.team)).upper()
    yield still(Title(whose, str(len(found))))
    yield blank()
    if not found:
        yield still(Tells(_("Cycle by cycle, scores, rhythm and maturity stand here."), "dim"))
        return
    yield still(_charts(session, found, policy))
    yield blank()
    columns = (
        Column("name", 14, 8, title=_("cycle"), grows=True, leads=True),
        Column("score", 5, title=_("score"), right=True),
        Column("landed", 6, title=_("landed"), right=True),
        Column("rhythm", 6, title=_("rhythm"), right=True),
        Column("maturity", 8, title=_("maturity"), right=True),
        Column("objectives", 4, title=_("obj."), right=True),
        Column("results", 4, title=_("KRs"), right=True),
        Column("sure", 4, title=_("sure"), right=True, leaves=1),
    )
    yield still(headings(columns), Rule())
    for each in reversed(found):
        yield Row(each.cycle.id, (_line(columns, each),), "cycle")
    yield blank()
    yield still(Tells(_reads(), "dim"))


def _charts(session: Session, found: tuple[Past, ...], policy: Policy) -> _Beside:
    def bars(value: str) -> tuple[Standing, ...]:
        return tuple(_bar(each, value, here=each.cycle.id == session.cycle) for each in found)

    return _Beside((
        StandingBars(_("SCORE"), bars("score"), mark=policy.green),
        StandingBars(_("RHYTHM"), bars("rhythm"), mark=policy.rhythm),
        StandingBars(_("MATURITY"), bars("maturity")),
    ))  # fmt: skip


def _bar(past: Past, value: str, *, here: bool) -> Standing:
    name = one_line(past.cycle.name)
    if value == "score":
        return Standing(name, past.score, score(past.score), here)
    if value == "rhythm":
        return Standing(name, past.rhythm, percent(past.rhythm), here)
    share = None if past.maturity is None else (past.maturity - LOWEST) / (HIGHEST - LOWEST)
    return Standing(name, share, NOTHING if past.maturity is None else points(past.maturity), here)


def _line(columns: tuple[Column, ...], past: Past) -> Cells:
    sure = NOTHING if past.sure is None else points(past.sure)
    return grid(
        columns,
        name=one_line(past.cycle.name),
        score=bold(score(past.score)),
        landed=percent(past.landed),
        rhythm=percent(past.rhythm),
        maturity=NOTHING if past.maturity is None else points(past.maturity),
        objectives=str(past.objectives),
        results=str(past.key_results),
        sure=dim(sure),
    )


def _reads() -> str:
    """How to read it: what the columns say together."""
    return _(
        "Landed: key results where success begins. Sure at the start and always landed: aim higher; never: aim nearer."
    )
