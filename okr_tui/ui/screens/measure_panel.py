"""The side panel of Measure: how well the team lives the method, and the next steps."""

from collections.abc import Collection, Iterator, Sequence

from okr_tui.domain.maturity import FEWEST, HIGHEST, PARTS, Answers, Maturity, Part, Surveyed, maturity_over_cycles
from okr_tui.ui.guiding import step_key, step_line
from okr_tui.ui.paint.bars import Spark
from okr_tui.ui.paint.lines import Line, Rule, Says, Tells, Title
from okr_tui.ui.paint.runs import Brush, Run, bold, cells, dim, runs
from okr_tui.ui.paint.spread import Answered
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.maturity import points, short, statement
from okr_tui.words.statuses import phase

_SPARK = 6


def panel_rows(session: Session, keys: Collection[str], room: tuple[int, int]) -> Sequence[Row]:
    """What the panel says; where all of it fits without its empty rows, they leave.

    Args:
        session: the moment.
        keys: the keys that do something here; a step that none of them starts is said without one.
        room: the cells of a row, and the rows.
    """
    if session.content is None or session.team is None:
        return ()
    surveys = maturity_over_cycles(session.workspace, session.team, session.content)
    rows = [*_maturity(session, surveys), blank(), still(Rule())]
    steps = session.next_steps()
    if steps:
        rows += [still(Title(_("GUIDE"), right=dim(_("g hides")), ruled=False)), blank()]
        phase = session.content.cycle.phase
        rows += [still(step_line(step, step_key(step, phase, "measure", keys))) for step in steps]
    return _fitting(rows, *room)


def _fitting(rows: list[Row], width: int, height: int) -> list[Row]:
    """The rows without as many of their empty ones, the last ones first, as it takes to see all of them."""
    over = sum(row.height(width) for row in rows) - height
    empty = [index for index, row in enumerate(rows) if row == blank()]
    leaving = set(empty[-over:]) if 0 < over <= len(empty) else set()
    return [row for index, row in enumerate(rows) if index not in leaving]


def _maturity(session: Session, surveys: tuple[Surveyed, ...]) -> Iterator[Row]:
    if not surveys:
        words = _(
            "Twelve statements on how we live the method, answered by each alone near the end of a cycle. "
            "The result stands here, without names, from {n} answers on."
        )
        yield still(Title(_("MATURITY"), ruled=False), Tells(""), Tells(words.format(n=FEWEST), "dim"))
        return
    cycle, now = surveys[-1]
    answered = ngettext("{n} answered", "{n} answered", now.people).format(n=now.people)
    here = cycle.id == session.cycle
    said = answered if here else _("{answered}, {cycle}").format(answered=answered, cycle=one_line(cycle.name))
    yield still(Title(_("MATURITY"), right=dim(said), ruled=False))
    yield blank()
    yield still(_overall(surveys))
    for part in PARTS:
        if part in now.phases:
            yield blank()
            yield still(*_phase(surveys, part))
    yield blank()
    yield still(Rule())
    yield still(*_lowest(now))


def _overall(surveys: tuple[Surveyed, ...]) -> Line:
    now = surveys[-1].maturity
    words = _(" of {most}").format(most=HIGHEST)
    if len(surveys) > 1:
        words += _(", was {before}").format(before=points(surveys[-2].maturity.mean))
    count = ngettext("{n} cycle", "{n} cycles", len(surveys)).format(n=len(surveys))
    return Says(runs(bold(points(now.mean)), dim(words)), dim(count))


def _phase(surveys: tuple[Surveyed, ...], part: Part) -> Iterator[Line]:
    """A phase: its mean, where the answers lie, how it came about, and what they say."""
    now = surveys[-1].maturity
    answers = now.phases[part]
    trend = tuple(each.maturity.phases[part].mean for each in surveys if part in each.maturity.phases)
    drawn = Spark(trend).paint(_SPARK, Brush()) if len(trend) > 1 else ()
    lies = f"{answers.low}–{answers.high}" if answers.high > answers.low else str(answers.low)
    name = phase(part)
    lead = runs(name, " " * max(10 - cells(runs(name)), 1), bold(points(answers.mean)), dim(f"  {lies}"))
    yield Says(lead, drawn)
    yield Answered(answers.mean, answers.low, answers.high)
    yield Says(dim(_says(now, part)))


def _says(now: Maturity, part: Part) -> str:
    """What a phase's answers say: where people differ most, else what they agree with most."""
    if part == now.most_apart and now.phases[part].spread > 0:
        return _("people differ most here")
    told = {each: answers for each, answers in now.statements.items() if each.startswith(part)}
    return short(max(told, key=lambda each: (told[each].mean, each)))


def _lowest(now: Maturity) -> Iterator[Line]:
    identity, answers = now.lowest
    yield Title(_("LOWEST STATEMENT"), ruled=False)
    yield Tells(statement(identity))
    yield Says(runs(bold(points(answers.mean)), dim(f", {_range(answers)}")))
    yield Says(runs(Run("└──┘", "ink"), dim(_(" where the answers lie"))))


def _range(answers: Answers) -> str:
    if answers.low == answers.high:
        return _("everybody answered {n}").format(n=answers.low)
    return _("answers from {low} to {high}").format(low=answers.low, high=answers.high)
