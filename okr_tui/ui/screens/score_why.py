"""Why a score is what it is: figures, formula, band, the grade and the decision with their whole reasons."""

from collections.abc import Iterator

from okr_tui.domain.diagnosis import diagnose
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.grades import Graded, cycle_graded
from okr_tui.domain.rollup import ObjectiveStanding
from okr_tui.domain.standing import Standing
from okr_tui.ui.paint.lines import Tells, Title
from okr_tui.ui.screens.scored import Scored
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.ui.widgets.why import Fact
from okr_tui.words.explain import Row as Said
from okr_tui.words.explain import explain
from okr_tui.words.grades import compared, judged, late
from okr_tui.words.language import _
from okr_tui.words.numbers import NOTHING, number, percent
from okr_tui.words.rolled import explain_objective, explain_team
from okr_tui.words.scores import advice, because, grade, moved_targets, score, verdict

Told = tuple[str, tuple[Row, ...]]
"""A title and what is said below it."""
_WRITTEN_OUT = 6
"""Objectives up to which a mean is written out."""


def why_score(session: Session, scored: Scored | None, row: Row | None) -> Told:
    """Why the number of a row of Measure is what it is.

    Raises:
        WrongUsage: the row has no number.
    """
    for item in scored.team.objectives if scored is not None else ():
        if scored is not None and row is not None and row.key == item.objective.id:
            return item.objective.title, tuple(_of_objective(session, scored, item))
        for each in item.key_results:
            if scored is not None and row is not None and row.key == each.key_result.id:
                return each.key_result.title, tuple(_of_key_result(session, scored, each))
    if scored is not None and row is not None and row.key == "diagnosis":
        return _("Diagnosis"), tuple(_of_team(session, scored))
    raise WrongUsage(_("There is no score here; put the cursor on a key result, an objective or the diagnosis."))


def _of_key_result(session: Session, scored: Scored, item: Standing) -> Iterator[Row]:
    if item.key_result.id in scored.hidden:
        raise WrongUsage(_("Grade it yourself first (↵): what is computed is shown then."))
    wanted = {_("Wanted"), _("Value"), _("Progress"), _("Weight"), _("Score")}
    yield still(Title(_("WHY THIS SCORE"), ruled=False))
    yield blank()
    yield from _facts(row for row in explain(item, session.workspace) if row.label in wanted)
    graded = scored.of(item.key_result.id)
    if graded is not None:
        yield from _banded(graded, scored)
    for words in moved_targets(item.key_result, item.today):
        yield still(Fact(_("Changed"), words))
    if graded is not None:
        yield from _graded(session, graded)


def _of_objective(session: Session, scored: Scored, item: ObjectiveStanding) -> Iterator[Row]:
    if scored.hides(item):
        raise WrongUsage(_("Grade its key results yourself first (↵): what is computed is shown then."))
    yield still(Title(_("WHY THIS SCORE"), ruled=False))
    yield blank()
    yield from _facts(explain_objective(item))
    graded = scored.of(item.objective.id)
    if graded is not None:
        yield from _banded(graded, scored)
        yield from _graded(session, graded)


def _of_team(session: Session, scored: Scored) -> Iterator[Row]:
    policy = session.workspace.settings.policy
    found = diagnose(scored.team, policy, over=scored.over)
    yield still(Tells(advice(found), bold=True), Tells(because(found, policy), "dim"))
    yield blank()
    rule = _("a rhythm of {rhythm} or more with a score under {score}: the strategy; a lower rhythm: the rhythm first")
    yield still(Fact(_("Rule"), rule.format(rhythm=percent(policy.rhythm), score=score(policy.green))))
    yield still(Fact(_("Inputs"), _inputs(scored)))
    if not scored.hides_team:
        yield still(Fact(_("Team"), _mean([each.itself.score for each in scored.graded.objectives])))
        if session.content is not None:
            every = cycle_graded(session.workspace, session.content, session.today)
            counted = [each.itself.score for team in every for each in team.objectives]
            yield still(Fact(_("Company"), _mean(counted)))
        yield from _facts(explain_team(scored.team))


def _mean(scores: "list[float | None]") -> str:
    """A mean written out: "(0.78 + 0.66 + 0.45) ÷ 3 = 0.63"; of many only how many they are."""
    known = [each for each in scores if each is not None]
    if not known:
        return NOTHING
    result = score(sum(known) / len(known))
    if len(known) == 1:
        return result
    if len(known) > _WRITTEN_OUT:
        return _("mean of {n} objectives = {score}").format(n=len(known), score=result)
    return f"({' + '.join(score(each) for each in known)}) ÷ {len(known)} = {result}"


def _inputs(scored: Scored) -> str:
    items = [item for item in scored.team.key_results if item.judged and item.begun]
    kept, done = sum(item.periods_kept for item in items), sum(item.periods_done for item in items)
    return _("{kept} of {done} check-ins made").format(kept=kept, done=done)


def _banded(graded: Graded, scored: Scored) -> Iterator[Row]:
    """The rule that gives a score its colour, and what that means for what it was meant to be."""
    ambition, policy = graded.objective.ambition, scored.policy
    if graded.band is None:
        return
    if ambition == "committed":
        rule = _("committed: green at {all} only").format(all=score(1.0))
    elif graded.band == "green":
        rule = _("{green} or more is a success").format(green=number(policy.green))
    elif graded.band == "yellow":
        rule = _("{yellow} or more, below {green}").format(yellow=number(policy.yellow), green=number(policy.green))
    else:
        rule = _("below {yellow}").format(yellow=number(policy.yellow))
    yield still(Fact(_("Band"), rule))
    if scored.over:
        yield still(Fact(_("So"), judged(graded.band, ambition)))


def _graded(session: Session, graded: Graded) -> Iterator[Row]:
    if graded.own is not None:
        yield blank()
        yield still(Fact(_("Own grade"), compared(graded.own, graded.score)))
    if graded.reason:
        yield still(Tells(graded.reason))
    if graded.late is not None:
        yield still(Fact(_("Late"), late(graded.late)))
    for each in graded.opinions:
        who = _("{name}: {grade}").format(name=session.workspace.name_of(each.person), grade=grade(each.grade))
        yield still(Fact(_("Contested"), f"{who}, {each.text}" if each.text else who))
    if graded.decision is not None:
        yield blank()
        yield still(Fact(_("Decision"), verdict(graded.decision.verdict)))
        if graded.decision.reason:
            yield still(Tells(graded.decision.reason))


def _facts(rows: "Iterator[Said] | tuple[Said, ...]") -> Iterator[Row]:
    return (still(Fact(row.label, row.text)) for row in rows)
