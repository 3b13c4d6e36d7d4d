"""The decisions of a review, what was learned, and what somebody does because of it."""

from collections.abc import Iterator
from datetime import date

from okr_tui.domain.review import Action, Decision, Review
from okr_tui.domain.standing import Standing
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Cells, Line, Piece, Says, Tells, grid
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.screens.score_rows import HIDDEN, coloured
from okr_tui.ui.screens.scored import Scored
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _, ngettext
from okr_tui.words.quoting import quoted
from okr_tui.words.scores import ambition, verdict
from okr_tui.words.statuses import lifecycle


def decision_rows(session: Session, scored: Scored) -> Iterator[Row]:
    """Every objective and key result with its decision and the reason, then learnings and actions."""
    columns = (
        Column("name", 40, 20, grows=True, leads=True),
        Column("meant", 12, title="", gap=2, leaves=1),
        Column("score", 5, right=True, gap=2),
        Column("verdict", 10, gap=3),
    )
    for number, item in enumerate(scored.decidable):
        if number:
            yield blank()
        pieces: dict[str, Piece] = {
            "name": bold(item.objective.title),
            "meant": dim(ambition(item.objective.ambition)),
            "score": dim(HIDDEN) if scored.hides(item) else coloured_of(scored, item.objective.id),
        }
        yield _decided(session, scored, item.objective.id, columns, pieces, "objective")
        for each in item.key_results:
            yield _key_result(session, scored, each, columns)
    yield from said_rows(session, scored.review)


def _key_result(session: Session, scored: Scored, item: Standing, columns: tuple[Column, ...]) -> Row:
    key_result = item.key_result
    if key_result.dropped is not None:
        gone = grid(columns, name=dim(f"  {key_result.title}"), verdict=dim(lifecycle("dropped")))
        return Row(key_result.id, (gone,), "key-result")
    hidden = key_result.id in scored.hidden
    score = dim(HIDDEN) if hidden else coloured_of(scored, key_result.id)._replace(bold=False)
    return _decided(
        session, scored, key_result.id, columns, {"name": f"  {key_result.title}", "score": score}, "key-result"
    )


def _decided(
    session: Session, scored: Scored, identity: str, columns: tuple[Column, ...], pieces: dict[str, Piece], kind: str
) -> Row:
    graded = scored.of(identity)
    decision = graded.decision if graded is not None else None
    if decision is not None:
        pieces["verdict"] = verdict(decision.verdict)
    elif kind == "objective" and scored.over:
        pieces["verdict"] = key(_("decide?"))
    lines: list[Line] = [Cells(columns, tuple(pieces.items()))]
    if decision is not None:
        lines += _because(session, decision, 2 if kind == "objective" else 4)
    return Row(identity, tuple(lines), kind)


def coloured_of(scored: Scored, identity: str) -> Run:
    """The score of something in its colour."""
    graded = scored.of(identity)
    return coloured(graded) if graded is not None else Run("")


def _because(session: Session, decision: Decision, indent: int) -> Iterator[Line]:
    if decision.reason:
        yield Tells(decision.reason, "dim", indent=indent)
    carried = session.workspace.find(decision.next, session.today) if decision.next else None
    if carried is not None:
        cycle = session.workspace.cycles[carried.cycle].cycle.name
        words = _("goes on in {cycle} as {title}").format(cycle=cycle, title=quoted(carried.title))
        yield Tells(words, "dim", indent=indent + 2, first=runs(" " * indent, Run("→", "accent")))


def said_rows(session: Session, review: Review | None) -> Iterator[Row]:
    """What was learned and what will be done; empty lists say which key fills them."""
    learnings = review.learning if review else ()
    actions = review.action if review else ()
    yield blank()
    yield section(_("LEARNINGS"), len(learnings) or "")
    for each in learnings:
        yield Row(each.id, (Tells(each.text, indent=2, first=dim("·")),), kind="learning")
    if not learnings:
        yield still(Tells(_("What do we know now that we did not know before?"), "dim", indent=3, first=key("a")))
    yield blank()
    yield section(_("ACTIONS"), _open_said(actions))
    for action in actions:
        yield action_row(session.workspace, action, session.today)
    if not actions:
        words = _("Who does what because of it, by when? The next retrospective begins with it.")
        yield still(Tells(words, "dim", indent=3, first=key("a")))


def _open_said(actions: tuple[Action, ...]) -> str:
    waiting = sum(not each.done for each in actions)
    if not actions:
        return ""
    return ngettext("{open} of {n} open", "{open} of {n} open", len(actions)).format(open=waiting, n=len(actions))


def action_row(workspace: Workspace, action: Action, today: date, lead: str = "") -> Row:
    """An action with who does it and by when; a late one says so."""
    who = workspace.name_of(action.owner)
    if action.done:
        on = weekday_day(action.done, today) if isinstance(action.done, date) else ""
        words = " · ".join(part for part in (who, on) if part)
        return Row(action.id, (Says(runs(Run("✓ ", "reached"), dim(action.text)), dim(words)),), kind="action")
    due = _("by {day}").format(day=weekday_day(action.due, today)) if action.due else ""
    late = action.due is not None and action.due < today
    right = runs(dim(f"{who} · " if who and due else who), Run(due, "off_track" if late else "dim"))
    return Row(action.id, (Says(runs("☐ ", lead, action.text), right, leads=True),), kind="action")
