"""The survey in full: every phase and statement with mean, spread and range, and how it came about over the cycles."""

from collections.abc import Iterator

from msgspec import Struct

from okr_tui.domain.maturity import (
    FEWEST,
    HIGHEST,
    LOWEST,
    PARTS,
    STATEMENTS,
    Answers,
    Surveyed,
    maturity_over_cycles,
)
from okr_tui.ui.paint.bars import Bar, Spark
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Cells, Piece, Says, Tells, Title, headings
from okr_tui.ui.paint.runs import Brush, Run, Runs, bold, cells, dim, key, runs
from okr_tui.ui.session import Session
from okr_tui.ui.text import width
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.maturity import points, short, statement
from okr_tui.words.statuses import phase


class _Stated(Struct, frozen=True):
    """A statement in full where it fits, else in a few words."""

    identity: str
    role: str

    def paint(self, room: int, brush: Brush) -> Runs:
        """The words."""
        del brush
        whole = runs(Run(statement(self.identity), self.role))
        return whole if cells(whole) <= room else runs(Run(short(self.identity), self.role))


def maturity_rows(session: Session, team: str) -> Iterator[Row]:
    """What the last survey says, phase by phase; without one, what it is for and which key begins it."""
    content = session.content
    surveys = maturity_over_cycles(session.workspace, team, content) if content is not None else ()
    if not surveys:
        yield from _none()
        return
    mean, between = _("mean"), _("range")
    columns = (
        Column("name", 40, 24, grows=True, leads=True),
        Column("bar", 12, 8, gap=2, leaves=3),
        Column("mean", max(4, width(mean)), title=mean, right=True, gap=2),
        Column("range", max(5, width(between)), title=between, right=True, gap=2),
        Column("spread", 6, title=_("spread"), right=True, gap=2, leaves=2),
        Column("trend", 6, title=_("trend"), right=True, gap=2, leaves=1),
    )
    cycle, now = surveys[-1]
    said = ngettext("{n} answered, {cycle}", "{n} answered, {cycle}", now.people)
    count = ngettext("{n} cycle", "{n} cycles", len(surveys)).format(n=len(surveys))
    said = said.format(n=now.people, cycle=one_line(cycle.name))
    lead = runs(bold(points(now.mean)), dim(_(" of {most}").format(most=HIGHEST)), dim(f"   {said}"), dim(f", {count}"))
    yield still(headings(columns, one_line(_overall(surveys))), Says(lead))
    for part in PARTS:
        if part not in now.phases:
            continue
        yield blank()
        lowest = now.lowest[0]
        yield Row(
            part, (_line(columns, (bold(phase(part)),), now.phases[part], _trend(surveys, part), strong=True),), "phase"
        )
        for each in STATEMENTS[part]:
            answers = now.statements.get(each)
            if answers is not None:
                name = _Stated(each, "text" if each == lowest else "dim")
                yield Row(each, (_line(columns, name, answers, _trend(surveys, each)),), "statement")
    yield blank()
    yield still(*_reading(surveys))


def _overall(surveys: tuple[Surveyed, ...]) -> str:
    if len(surveys) < 2:
        return _("HOW WE LIVE THE METHOD")
    before = points(surveys[-2].maturity.mean)
    return _("HOW WE LIVE THE METHOD, was {before}").format(before=before)


def _line(
    columns: tuple[Column, ...], name: Piece, answers: Answers, trend: tuple[float, ...], *, strong: bool = False
) -> Cells:
    """Mean, range and spread of a phase or a statement."""
    mean = points(answers.mean)
    lies = f"{answers.low}–{answers.high}" if answers.high > answers.low else str(answers.low)
    pieces: dict[str, Piece] = {
        "name": name,
        "bar": Bar((answers.mean - LOWEST) / (HIGHEST - LOWEST)),
        "mean": bold(mean) if strong else mean,
        "range": dim(lies),
        "spread": dim(f"±{points(answers.spread)}"),
    }
    if len(trend) > 1:
        pieces["trend"] = Spark(trend)
    return Cells(columns, tuple(pieces.items()))


def _trend(surveys: tuple[Surveyed, ...], what: str) -> tuple[float, ...]:
    """Its means over the cycles, oldest first."""
    phases = ({str(part): answers for part, answers in each.maturity.phases.items()} for each in surveys)
    found = ({**told, **each.maturity.statements}.get(what) for told, each in zip(phases, surveys, strict=True))
    return tuple(answers.mean for answers in found if answers is not None)


def _reading(surveys: tuple[Surveyed, ...]) -> Iterator[Tells]:
    """What the answers say first: the lowest statement, and where people differ most."""
    now = surveys[-1].maturity
    identity, answers = now.lowest
    words = _("Lowest, with {mean}: {statement}").format(mean=points(answers.mean), statement=statement(identity))
    yield Tells(words, indent=2, first=Run("▾", "at_risk"))
    if now.phases[now.most_apart].spread > 0:
        yield Tells(
            _("People differ most on {phase}: talk about that first.").format(phase=phase(now.most_apart)),
            indent=2, first=dim("↔"),
        )  # fmt: skip


def _none() -> Iterator[Row]:
    words = _(
        "Twelve statements on how we live the method, answered by each alone near the end of a cycle. "
        "The result stands here, without names, from {n} answers on."
    )
    yield still(Title(_("MATURITY")))
    yield blank()
    yield still(Tells(words.format(n=FEWEST)))
    yield blank()
    yield still(Tells(_("opens the survey on this machine: people take the keyboard one after the other."), "dim",
                      indent=3, first=key("s")))  # fmt: skip
