"""How well the plans of a cycle fit together: links, alerts, what was dismissed, and the health that follows."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property, partial
from typing import NamedTuple

from msgspec import Struct

from okr_tui.domain.alerts import of_days, of_links, of_owners, of_requests, of_wording
from okr_tui.domain.alerts.alert import Alert, Code, order
from okr_tui.domain.alerts.situation import Situation, situation
from okr_tui.domain.links import VISION, Asked, Supports
from okr_tui.domain.plan import Dismissed
from okr_tui.domain.waits import Wait, waits
from okr_tui.domain.workspace import CycleContent, Workspace

RULES: Mapping[Code, Callable[[Situation], Iterator[Alert]]] = {
    "no-company-okrs": of_links.no_company_okrs,
    "orphan": of_links.orphan,
    "uncovered": of_links.uncovered,
    "level-skipped": of_links.level_skipped,
    "silo": of_links.silo,
    "duplicate": of_wording.duplicate,
    "contradiction": of_wording.contradiction,
    "circular-wait": of_requests.circular_wait,
    "request-unanswered": of_requests.request_unanswered,
    "request-declined": of_requests.request_declined,
    "owner-missing": of_owners.owner_missing,
    "owner-overloaded": of_owners.owner_overloaded,
    "role-without-holder": of_owners.role_without_holder,
    "outside-cycle": of_days.outside_cycle,
}
"""Code → the rule that finds such alerts."""


class Let(NamedTuple):
    """An alert that somebody looked at and let stand, with who and why; `team` is the one in whose plan that is written."""

    alert: Alert
    dismissed: Dismissed
    team: str


class Declared(NamedTuple):
    """A line from one thing to another, for whoever reads the graph.

    Attributes:
        source: id of what supports or asks; target: id of what is supported, asked, or "vision".
        kind: supports, contribute, depend or invite.
        state: stands, challenged, dangling or unread; of a request asked, accepted, declined or challenged.
    """

    source: str
    target: str
    kind: str
    state: str


class Health(Struct, frozen=True):
    """The share of objectives without an open alert.

    Attributes:
        objectives: ids of all objectives of the cycle that were not given up.
        causes: objective id → its open alerts; objectives without any are left out.
    """

    objectives: tuple[str, ...]
    causes: Mapping[str, tuple[Alert, ...]]

    @property
    def healthy(self) -> int:
        """How many objectives have no open alert."""
        return len(self.objectives) - len(self.causes)

    @property
    def share(self) -> float | None:
        """0…1; None where there is no objective."""
        return self.healthy / len(self.objectives) if self.objectives else None


class Alignment(Struct, frozen=True, dict=True):
    """Everything that Align says of a cycle but its tree.

    Attributes:
        alerts: the open ones, what blocks others first.
        dismissed: those that somebody let stand, with who and why.
    """

    seen: Situation
    alerts: tuple[Alert, ...]
    dismissed: tuple[Let, ...]

    @property
    def graph(self) -> Supports:
        """Who supports what."""
        return self.seen.graph

    @property
    def requests(self) -> tuple[Asked, ...]:
        """What teams ask of each other."""
        return self.seen.requests

    @cached_property
    def health(self) -> Health:
        """Over the whole cycle."""
        return self.health_of(None)

    def health_of(self, team: str | None) -> Health:
        """Over the objectives of one team, of all where that is None."""
        ids = tuple(each.id for owner, each in self.seen.objectives if team in {None, owner})
        return Health(ids, {each: self.alerts_on[each] for each in ids if each in self.alerts_on})

    @cached_property
    def alerts_on(self) -> Mapping[str, tuple[Alert, ...]]:
        """Objective id → the open alerts for which it is not healthy."""
        found: dict[str, list[Alert]] = {}
        for alert in self.alerts:
            for objective in alert.objectives:
                found.setdefault(objective, []).append(alert)
        return {objective: tuple(alerts) for objective, alerts in found.items()}

    @cached_property
    def alerts_about(self) -> Mapping[str, tuple[Alert, ...]]:
        """Id of anything → the open alerts about it."""
        found: dict[str, list[Alert]] = {}
        for alert in self.alerts:
            for identity in alert.about:
                found.setdefault(identity, []).append(alert)
        return {identity: tuple(alerts) for identity, alerts in found.items()}

    def of_team(self, team: str | None) -> tuple[Alert, ...]:
        """The open alerts that concern a team, all where that is None; that the company lacks OKRs concerns everybody."""
        return tuple(each for each in self.alerts if team is None or team in each.teams or each.severity == "error")

    @cached_property
    def waits(self) -> tuple[Wait, ...]:
        """Who waits for whom, by when, and whose turn it is."""
        return waits(self.seen.workspace, self.seen.content, self.requests)

    def links(self) -> Iterator[Declared]:
        """Every link and request of the cycle and of what it leads up to."""
        for links in self.graph.links.values():
            for link in links:
                yield Declared(
                    link.source, link.target, "supports", "stands" if link.target == VISION else link.state
                )  # fmt: skip
        for each in self.requests:
            yield Declared(each.request.from_, each.request.to, each.request.kind, each.state)


def alignment(workspace: Workspace, content: CycleContent, today: date) -> Alignment:
    """Looks at the plans of a cycle as they stand on a day: every rule once, dismissed alerts apart.

    What was found once in a workspace, which never changes, is not looked for again.
    """
    return workspace.once(content, ("alignment", today), lambda: _looked(workspace, content, today))


def pieces(workspace: Workspace, content: CycleContent, today: date) -> Iterator[Callable[[], object]]:
    """What works out `alignment` piece by piece, for whoever has time before it is asked for."""
    yield partial(_situation, workspace, content, today)
    for code in RULES:
        yield partial(_alerts, workspace, content, today, code)
    yield partial(alignment, workspace, content, today)


def _situation(workspace: Workspace, content: CycleContent, today: date) -> Situation:
    return workspace.once(content, ("situation", today), lambda: situation(workspace, content, today))


def _alerts(workspace: Workspace, content: CycleContent, today: date, code: Code) -> tuple[Alert, ...]:
    """What one rule finds."""
    seen = _situation(workspace, content, today)
    return workspace.once(content, ("alerts", code, today), lambda: tuple(RULES[code](seen)))


def _looked(workspace: Workspace, content: CycleContent, today: date) -> Alignment:
    seen = _situation(workspace, content, today)
    found = sorted((alert for code in RULES for alert in _alerts(workspace, content, today, code)), key=order)
    said = [(team, each) for team, plan in content.plans.items() for each in plan.dismissed]
    let = [(alert, _dismissal(alert, said)) for alert in found]
    return Alignment(
        seen,
        tuple(alert for alert, by in let if by is None),
        tuple(Let(alert, by[1], by[0]) for alert, by in let if by is not None),
    )


def _dismissal(alert: Alert, said: list[tuple[str, Dismissed]]) -> tuple[str, Dismissed] | None:
    """Who let it stand, in whose plan; a dismissal stops holding when somebody has reworded what it is about."""
    return next(
        (
            (team, each)
            for team, each in said
            if each.code == alert.code
            and each.about in alert.about
            and (not each.digest or each.digest == alert.digest)
        ),
        None,
    )
