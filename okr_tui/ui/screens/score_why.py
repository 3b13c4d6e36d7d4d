"""Why a score is what it is: figures, formula, band, the grade and the decision with their whole reasons."""

from collections.abc import Iterator

from okr_tui.domain.diagnosis import band, diagnose
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Ambition
from okr_tui.domain.rollup import ObjectiveStanding
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.lines import Tells, Title
from okr_tui.ui.screens.score_rows import Scored
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.ui.widgets.why import Fact
from okr_tui.words.explain import Row as Said
from okr_tui.words.explain import explain
from okr_tui.words.language import _
from okr_tui.words.numbers import number, percent
from okr_tui.words.rolled import explain_objective, explain_team
from okr_tui.words.scores import advice, because, grade, moved_targets, score, verdict

Told = tuple[str, tuple[Row, ...]]
"""A title and what is said below it."""


def why_score(session: Session, scored: Scored | None, row: Row | None) -> Told:
    """Why the number of a row of Measure is what it is.

    Raises:
        WrongUsage: the row has no number.
    """
    for item in scored.team.objectives if scored is not None else ():
        if scored is not None and row is not None and row.key == item.objective.id:
            return item.objective.title, tuple(_of_objective(scored, item))
        for each in item.key_results:
            if scored is not None and row is not None and row.key == each.key_result.id:
                return each.key_result.title, tuple(_of_key_result(session, scored, each))
    if scored is not None and row is not None and row.key == "diagnosis":
        return _("Diagnosis"), tuple(_of_team(session, scored))
    raise WrongUsage(_("There is no score here; put the cursor on a key result, an objective or the diagnosis."))


def _of_key_result(session: Session, scored: Scored, item: Standing) -> Iterator[Row]:
    wanted = {_("Wanted"), _("Value"), _("Progress"), _("Weight"), _("Score")}
    yield still(Title(_("WHY THIS SCORE"), ruled=False))
    yield blank()
    yield from _facts(row for row in explain(item, session.workspace) if row.label in wanted)
    if item.score is not None:
        yield still(Fact(_("Band"), _band(item.score, item.objective.ambition, scored)))
    for words in moved_targets(item.key_result, item.today):
        yield still(Fact(_("Changed"), words))
    yield from _graded(scored, item.key_result.id)


def _of_objective(scored: Scored, item: ObjectiveStanding) -> Iterator[Row]:
    yield still(Title(_("WHY THIS SCORE"), ruled=False))
    yield blank()
    yield from _facts(explain_objective(item))
    if item.score is not None:
        yield still(Fact(_("Band"), _band(item.score, item.objective.ambition, scored)))
    yield from _graded(scored, item.objective.id)
    decision = scored.decision(item.objective.id)
    if decision is not None:
        yield blank()
        yield still(Fact(_("Decision"), verdict(decision.verdict)))
        if decision.reason:
            yield still(Tells(decision.reason))


def _of_team(session: Session, scored: Scored) -> Iterator[Row]:
    policy = session.workspace.settings.policy
    found = diagnose(scored.team, policy, over=scored.over)
    yield still(Tells(advice(found), bold=True), Tells(because(found, policy), "dim"))
    yield blank()
    rule = _("a rhythm of {rhythm} or more with a score under {score}: the strategy; a lower rhythm: the rhythm first")
    yield still(Fact(_("Rule"), rule.format(rhythm=percent(policy.rhythm), score=score(policy.green))))
    yield still(Fact(_("Inputs"), _inputs(scored)))
    yield from _facts(explain_team(scored.team))


def _inputs(scored: Scored) -> str:
    items = [item for item in scored.team.key_results if item.judged and item.begun]
    kept, done = sum(item.periods_kept for item in items), sum(item.periods_done for item in items)
    return _("{kept} of {done} check-ins made").format(kept=kept, done=done)


def _band(value: float, ambition: Ambition, scored: Scored) -> str:
    """The rule that gives a score its colour."""
    policy = scored.policy
    if ambition == "committed":
        return _("committed: green at {all} only").format(all=score(1.0))
    match band(value, ambition, policy):
        case "green":
            return _("{green} or more is a success").format(green=number(policy.green))
        case "yellow":
            return _("{yellow} or more, below {green}").format(yellow=number(policy.yellow), green=number(policy.green))
        case "red":
            return _("below {yellow}").format(yellow=number(policy.yellow))


def _graded(scored: Scored, identity: str) -> Iterator[Row]:
    mine = scored.grade(identity)
    if mine is None:
        return
    yield blank()
    if mine.self_ is not None:
        yield still(Fact(_("Own grade"), grade(mine.self_)))
    if mine.computed is not None:
        yield still(Fact(_("Computed"), score(mine.computed)))
    if mine.reason:
        yield still(Tells(mine.reason))


def _facts(rows: "Iterator[Said] | tuple[Said, ...]") -> Iterator[Row]:
    return (still(Fact(row.label, row.text)) for row in rows)
