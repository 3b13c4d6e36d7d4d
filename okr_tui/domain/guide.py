"""What to do next: the two or three most useful steps for a team in its phase. It advises and never locks."""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from itertools import chain, islice
from typing import Any, NamedTuple

from okr_tui.domain.alerts.company import lacks_company_okrs
from okr_tui.domain.arranging import still_open
from okr_tui.domain.due import Owed, waiting
from okr_tui.domain.making import being_made, pains
from okr_tui.domain.pace import Status
from okr_tui.domain.phases import PHASES, suggested
from okr_tui.domain.plan import KeyResult, Objective, Plan
from okr_tui.domain.rollup import TeamStanding, team_standing
from okr_tui.domain.workspace import CycleContent, Workspace

MOST = 3
"""Steps that are shown at once."""
LISTEN_AHEAD = 35
"""Days before a cycle begins from which what hurts is collected for it: five weeks (method.md, "Rituals")."""


BEGINS = {"first-objective", "listen", "template"}
"""Steps that begin a plan: not where there is one that can't be read."""


class Step(NamedTuple):
    """One step worth taking now.

    Attributes:
        code: what it is; `words.guide` says it.
        facts: what the sentence is made of; `n` is how many things it is about.
        key: the key of the app that starts it.
        about: id of the one thing to begin with; None where it is about none.
    """

    code: str
    facts: Mapping[str, Any]
    key: str
    about: str | None = None


def next_steps(
    workspace: Workspace, person: str | None, team: str | None, cycle: CycleContent | None, today: date
) -> tuple[Step, ...]:
    """The most useful next steps, the first one first.

    Args:
        workspace: what is known.
        person: who asks; None for somebody who isn't known.
        team: the team looked at; None for none.
        cycle: the cycle looked at; None where there is none.
        today: the day.
    """
    first = tuple(_arranged(workspace, cycle, today))
    if cycle is None:
        return (Step("no-cycle", {}, "N"), *first)[:MOST]
    if cycle.cycle.closed:
        return (Step("closed", {"name": cycle.cycle.name}, "t"),)
    plan = cycle.plans.get(team or "")
    rolled = team_standing(workspace, cycle, team or "", today)
    phases = {"make": _make, "align": _align, "achieve": _achieve, "measure": _measure}
    mine = waiting(workspace, person, today) if person is not None else ()
    asked = _Asked(workspace, team or "", cycle, plan, rolled, mine, today)
    steps = phases[cycle.cycle.phase](asked)
    if workspace.unread_plan(cycle.cycle.id, team) is not None:
        unread = Step("unread-plan", {"name": workspace.name_of(team)}, "P", team)
        steps = chain((unread,), (each for each in steps if each.code not in BEGINS))
    return tuple(islice(chain(first, steps), MOST))


def _arranged(workspace: Workspace, cycle: CycleContent | None, today: date) -> Iterator[Step]:
    """In a workspace in which nothing is drafted yet: who is there, and in which teams."""
    if workspace.unread or (cycle is not None and any(plan.objective for plan in cycle.plans.values())):
        return
    for each in still_open(workspace, today):
        if each.code in {"people", "teams"}:
            yield Step(f"setup-{each.code}", {}, "5")


class _Asked(NamedTuple):
    workspace: Workspace
    team: str
    content: CycleContent
    plan: Plan | None
    rolled: TeamStanding
    mine: tuple[Owed, ...]
    today: date

    @property
    def objectives(self) -> tuple[Objective, ...]:
        """The team's objectives that were not given up."""
        every = self.plan.objective if self.plan else ()
        return tuple(each for each in every if each.dropped is None and each.status != "dropped")

    @property
    def is_anchor(self) -> bool:
        """Whether the team is the one above all others."""
        anchor = self.workspace.anchor()
        return anchor is not None and anchor.id == self.team

    def waiting(self, *kinds: str) -> list[str]:
        """Ids of what the person owes of these kinds, in this cycle."""
        return [item.id for item in self.mine if item.kind in kinds and item.cycle == self.content.cycle.id]

    def with_status(self, *statuses: Status) -> list[str]:
        """Ids of the team's key results with one of these statuses."""
        return [item.key_result.id for item in self.rolled.key_results if item.status in statuses]


def _several(code: str, ids: list[str], key: str, **facts: Any) -> Iterator[Step]:
    if ids:
        yield Step(code, {"n": len(ids), **facts}, key, ids[0])


def _make(asked: _Asked) -> Iterator[Step]:
    """Draft, sharpen, propose; what blocks a proposal comes before it."""
    policy, objectives = asked.workspace.settings.policy, asked.objectives
    first = list(_company_first(asked, "o" if asked.is_anchor else "t"))
    yield from first
    if not objectives:
        if not (first and asked.is_anchor):
            yield Step("first-objective", {}, "o")
        if not pains(asked.content, asked.team):
            yield Step("listen", {}, "a")
        yield Step("template", {}, "T")
        return
    if len(objectives) > policy.max_objectives:
        yield Step("too-many-objectives", {"n": len(objectives), "most": policy.max_objectives}, "del")
    yield from _several("no-key-results", [each.id for each in objectives if not _alive(each)], "K")
    numberless = [
        item.id
        for each in objectives
        for item in _alive(each)
        if item.kind == "metric" and (item.baseline is None or item.target is None)
    ]
    yield from _several("no-baseline", numberless, "e")
    crowded = [each.id for each in objectives if len(_alive(each)) > policy.max_key_results]
    yield from _several("too-many-key-results", crowded, "del", most=policy.max_key_results)
    yield from _several("propose", [each.id for each in objectives if each.status == "draft" and _alive(each)], "A")
    yield from _several("review", asked.waiting("review"), "A")
    asking = list(_asked_about(asked))
    yield from _several("coach", [each.id for each in asking], "tab", title=asking[0].title if asking else "")
    yield from _move_phase(asked)
    yield Step("sharpen", {}, "e", objectives[0].id)


def _company_first(asked: _Asked, key: str) -> Iterator[Step]:
    """The lack of company OKRs blocks the teams (Partena), so that it is said before anything else."""
    anchor = asked.workspace.anchor()
    if anchor is not None and lacks_company_okrs(asked.workspace, asked.content):
        yield Step("no-company-okrs", {"name": anchor.name}, key, anchor.id)


def _asked_about(asked: _Asked) -> Iterator[Objective | KeyResult]:
    """Drafts about which the coach has a question that weighs."""
    from okr_tui.domain.drafts.coach import judge
    from okr_tui.domain.drafts.draft import of_key_result, of_objective
    from okr_tui.domain.drafts.left import left_of

    for objective in asked.objectives:
        if objective.live or asked.plan is None:
            continue
        lang = objective.lang or asked.workspace.settings.language
        drafts = [(objective, of_objective(objective, lang))]
        for table, draft in [*drafts, *((each, of_key_result(each, lang)) for each in _alive(objective))]:
            if judge(draft, left=left_of(asked.plan, table.id, table.title)).warned:
                yield table


def _listen_ahead(asked: _Asked) -> Iterator[Step]:
    """A month before the next cycle begins, what hurts is collected for it (method.md, "Rituals": pain points, -5)."""
    made = being_made(asked.workspace, asked.today)
    if made is None or made is asked.content:
        return
    days = (made.cycle.start - asked.today).days
    if 0 < days <= LISTEN_AHEAD and not pains(made, asked.team):
        yield Step("listen-next", {"n": days, "name": made.cycle.name}, "1")


def _move_phase(asked: _Asked) -> Iterator[Step]:
    """Where the calendar is further than the company's phase, somebody moves it."""
    now, wanted = asked.content.cycle.phase, suggested(asked.content, asked.today)
    if asked.content.cycle.kind == "cycle" and PHASES.index(wanted) > PHASES.index(now):
        yield Step("move-phase", {"name": asked.content.cycle.name, "phase": wanted}, "M")


def _open_next(asked: _Asked) -> Iterator[Step]:
    """The cycle after this one is opened when its Make begins (method.md, "Rituals": next Make opens), else a month ahead."""
    cycle = asked.content.cycle
    others = [each.cycle for each in asked.workspace.cycles.values() if each.cycle.kind == cycle.kind == "cycle"]
    opens = [each.on for each in asked.content.file.ritual if each.kind == "next-make-opens"]
    begins = min(opens, default=cycle.end - timedelta(days=LISTEN_AHEAD))
    if asked.today >= begins and all(each.start <= cycle.start for each in others):
        yield Step("next-cycle", {}, "N")


def _align(asked: _Asked) -> Iterator[Step]:
    """Link upwards, answer, agree."""
    objectives, first = asked.objectives, list(_company_first(asked, "a"))
    yield from first
    yield from _several("answer", asked.waiting("request", "question", "challenge"), "enter")
    loose = [each.id for each in objectives if not each.supports and not any(item.supports for item in _alive(each))]
    if not first and not asked.is_anchor:
        yield from _several("no-supports", loose, "s")
    yield from _several("review", asked.waiting("review"), "A")
    yield from _several("propose", [each.id for each in objectives if each.status == "draft"], "A")
    yield from _several("agree", [each.id for each in objectives if each.status == "proposed"], "A")
    yield from _move_phase(asked)
    yield Step("invite", {}, "v")


def _achieve(asked: _Asked) -> Iterator[Step]:
    """Figures first, then what slips, then what others wait for."""
    yield from _move_phase(asked)
    mine = asked.waiting("check-in")
    yield from _several("check-in", mine, "c")
    slipping = asked.with_status("slipping")
    yield from _several("slipping", slipping, "w", title=_title(asked, slipping))
    yield from _open_next(asked)
    yield from _listen_ahead(asked)
    stale = [each for each in asked.with_status("stale") if each not in mine]
    yield from _several("stale", stale, "c", title=_title(asked, stale))
    yield from _several("answer", asked.waiting("request", "question", "challenge", "help"), "enter")
    off = asked.with_status("off-track", "at-risk")
    yield from _several("behind", off, "w", title=_title(asked, off))
    yield from _several("initiative", asked.waiting("initiative"), "x")
    if not asked.rolled.pursued:
        yield from _several("agree", [each.id for each in asked.objectives if each.status == "proposed"], "A")
        if not asked.objectives:
            yield Step("first-objective", {}, "a")
    yield Step("week", {}, "3")


def _measure(asked: _Asked) -> Iterator[Step]:
    """Grade, decide, learn, close."""
    yield from _several("grade", asked.waiting("grade"), "enter")
    late = [item.key_result.id for item in asked.rolled.key_results if item.judged and item.due]
    yield from _several("last-figures", late, "c")
    review = asked.content.reviews.get(asked.team)
    decided = {each.about for each in review.decision if each.when == "end"} if review else set()
    open_ones = [each.id for each in asked.objectives if each.live and each.id not in decided]
    yield from _several("decide", open_ones, "enter")
    if review is None or not (review.action or review.learning):
        yield Step("retrospective", {}, "p")
    yield from _listen_ahead(asked)
    yield Step("close", {}, "4")


def _title(asked: _Asked, ids: list[str]) -> str:
    return next(
        (item.key_result.title for item in asked.rolled.key_results if ids and item.key_result.id == ids[0]), ""
    )


def _alive(objective: Objective) -> list[Any]:
    return [each for each in objective.key_result if each.dropped is None]
