"""Who supports what: the links that objectives and key results declare, and what teams ask of each other."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Literal, NamedTuple

from msgspec import Struct

from okr_tui.domain.counting import day_here
from okr_tui.domain.journal import Answer, Comment
from okr_tui.domain.plan import KeyResult, Objective, Request
from okr_tui.domain.workspace import CycleContent, Located, Workspace

VISION = "vision"
"""What `supports` names when an objective answers the vision directly."""

LinkState = Literal["vision", "stands", "challenged", "dangling", "unread"]
"""A declared link stands until somebody challenges it; its id may point to nothing.

It is "unread" where that can't be told: a cycle above was closed and nobody looked at it, or a file can't be read.
"""

AskState = Literal["asked", "accepted", "declined", "challenged"]
_VERDICTS: Mapping[str, AskState] = {"accept": "accepted", "decline": "declined", "challenge": "challenged"}


class Link(NamedTuple):
    """One thing that supports another.

    Attributes:
        source: id of the objective or key result that declares it; objective: id of the objective it stands in.
        target: what it names; place: where that stands, None for the vision and for what can't be found.
    """

    source: str
    objective: str
    target: str
    state: LinkState
    place: Located | None

    @property
    def above(self) -> str | None:
        """Id of the objective that is supported, itself or one of its key results."""
        return self.place.objective.id if self.place is not None and self.place.objective is not None else None


class Asked(NamedTuple):
    """What a team asks of another, and what became of it.

    Attributes:
        team: id of the team in whose plan it stands.
        of: id of the team that is asked; empty where what it names can't be found.
        answer: the newest one; by: who gave it.
        days: since it was asked.
    """

    request: Request
    team: str
    of: str
    state: AskState
    answer: Answer | None
    by: str | None
    days: int

    @property
    def open(self) -> bool:
        """Whether somebody still waits: no answer yet, or one that is no agreement and no refusal."""
        return self.state in {"asked", "challenged"}

    @property
    def settled(self) -> bool:
        """Whether there is a yes or a no."""
        return not self.open


class Supports(Struct, frozen=True):
    """The links of a cycle and of what they lead up to.

    Attributes:
        objectives: id → place: those of the cycle that were not given up, then what they support in other cycles.
        links: objective id → what it declares, its own first, then those of its key results.
        contributors: objective or key result id → ids of the objectives that support it or, of an objective, a part of it.
    """

    objectives: Mapping[str, Located]
    links: Mapping[str, tuple[Link, ...]]
    contributors: Mapping[str, tuple[str, ...]]

    def leads(self, below: str, above: str) -> bool:
        """Whether an objective leads up to another, directly or over others."""
        reached, waiting = {below}, [below]
        while waiting:
            for link in self.links.get(waiting.pop(), ()):
                if link.above == above:
                    return True
                if link.above is not None and link.above not in reached:
                    reached.add(link.above)
                    waiting.append(link.above)
        return False


def supports(workspace: Workspace, content: CycleContent) -> Supports:
    """The links of every objective of a cycle, followed upwards into other cycles; circles end where they began."""
    return workspace.once(content, ("supports",), lambda: _supports(workspace, content))


def _supports(workspace: Workspace, content: CycleContent) -> Supports:
    known = _Known(workspace, content)
    objectives = {each.id: known.located[each.id] for _, each in content.objectives() if alive(each)}
    links: dict[str, tuple[Link, ...]] = {}
    waiting = list(objectives)
    while waiting:
        identity = waiting.pop(0)
        links[identity] = tuple(known.links_of(objectives[identity]))
        for link in links[identity]:
            above = link.above
            if above is not None and above not in objectives and link.place is not None:
                objectives[above] = _whole(link.place)
                waiting.append(above)
    return Supports(objectives, links, _contributors(links.values()))


def _whole(place: Located) -> Located:
    """The objective in which something stands."""
    return (
        place if place.objective is None else place._replace(kind="objective", table=place.objective, key_result=None)
    )


def alive(objective: Objective) -> bool:
    """Whether it was not given up."""
    return objective.dropped is None and objective.status != "dropped"


def cycle_and_above(workspace: Workspace, content: CycleContent) -> tuple[CycleContent, ...]:
    """A cycle, the one it is part of, and so on up; a circle of parents ends."""
    chain = [content]
    while (parent := workspace.cycles.get(chain[-1].cycle.parent or "")) is not None and parent not in chain:
        chain.append(parent)
    return tuple(chain)


class _Known:
    """What ids mean, seen from one cycle: its own things first, those of its parents next, then everybody's."""

    def __init__(self, workspace: Workspace, content: CycleContent) -> None:
        chain = cycle_and_above(workspace, content)
        rest = [each for each in workspace.cycles.values() if each not in chain]
        self.located: dict[str, Located] = {}
        for each in (*chain, *rest):
            for identity, place in each.located.items():
                self.located.setdefault(identity, place)
        self._challenged = frozenset().union(*(challenged(each) for each in (*chain, *rest)))
        self._all_read = all(each.complete for each in chain) and not workspace.problems

    def links_of(self, place: Located) -> Iterator[Link]:
        """What an objective and its key results declare, each target once."""
        objective = place.objective
        if objective is None:
            return
        sources: tuple[Objective | KeyResult, ...] = (
            objective,
            *(each for each in objective.key_result if each.dropped is None),
        )
        for source in sources:
            for target in dict.fromkeys(source.supports):
                yield self._link(source.id, objective.id, target)

    def _link(self, source: str, objective: str, target: str) -> Link:
        if target == VISION:
            return Link(source, objective, target, "vision", None)
        place = self.located.get(target)
        if place is None or place.kind not in {"objective", "key-result"}:
            return Link(source, objective, target, "dangling" if self._all_read else "unread", None)
        return Link(source, objective, target, "challenged" if source in self._challenged else "stands", place)


def _contributors(links: Iterable[tuple[Link, ...]]) -> Mapping[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for link in (link for each in links for link in each):
        if link.above is None or link.above == link.objective:
            continue
        for supported in {link.target, link.above}:
            found.setdefault(supported, {})[link.objective] = None
    return {supported: tuple(objectives) for supported, objectives in found.items()}


def challenged(content: CycleContent) -> frozenset[str]:
    """Ids of what is challenged: its newest comment of that kind has not been resolved, by it or by any reply."""
    comments = [comment for journal in content.talking for comment in journal.comment]
    newest: dict[str, Comment] = {}
    for comment in comments:
        before = newest.get(comment.about)
        if comment.kind == "challenge" and (before is None or (before.at, before.id) < (comment.at, comment.id)):
            newest[comment.about] = comment
    closed = _resolved(comments) if newest else frozenset()
    return frozenset(about for about, comment in newest.items() if comment.id not in closed)


def _resolved(comments: list[Comment]) -> frozenset[str]:
    """Ids of the comments that are resolved, or have a reply at any depth that is."""
    answers_to = {comment.id: comment.reply_to for comment in comments}
    closed: set[str] = set()
    for comment in comments:
        step: str | None = comment.id if comment.resolved else None
        while step is not None and step not in closed:
            closed.add(step)
            step = answers_to.get(step)
    return frozenset(closed)


def asked(content: CycleContent, today: date) -> tuple[Asked, ...]:
    """Every request of a cycle with the newest answer to it, in the order of the plans."""
    answers: dict[str, tuple[str, Answer]] = {}
    for journal in content.talking:
        for answer in journal.answer:
            before = answers.get(answer.request)
            if before is None or (before[1].at, before[1].id) < (answer.at, answer.id):
                answers[answer.request] = (journal.person, answer)
    return tuple(
        _asked(content, team, request, answers.get(request.id), today)
        for team, plan in content.plans.items()
        for request in plan.request
    )


def _asked(content: CycleContent, team: str, request: Request, given: tuple[str, Answer] | None, today: date) -> Asked:
    place = content.located.get(request.to)
    person, answer = given or (None, None)
    state: AskState = _VERDICTS[answer.verdict] if answer is not None else "asked"
    of = place.team if place is not None else request.to
    return Asked(request, team, of, state, answer, person, max(0, (today - day_here(request.at)).days))
