"""The tree of Align: what the company wants, what supports it, what stands for itself.

Every objective stands in full once, under the first thing it supports; where it supports more, it is named there too.
A circle of links ends where it began: an objective of it that nothing leads to stands for itself.
"""

from datetime import date
from typing import Literal

from msgspec import Struct, field

from okr_tui.domain.links import Asked, Link, Supports, asked, supports
from okr_tui.domain.workspace import CycleContent, Located, Workspace

NodeKind = Literal["objective", "key-result", "request"]

DEEPEST = 40
"""Levels of support below one top; what hangs deeper begins a top of its own, so that no chain of links is too long."""


class Node(Struct, frozen=True):
    """One row of the tree.

    Attributes:
        key: unique in the tree; of an objective where it stands in full its id.
        place: the objective, key result or request.
        link: how it hangs on what is above; None at the top.
        again: it stands in full elsewhere: below `home`, or under the vision where that is None.
        circle: its links lead back to itself.
        contributors: how many objectives support it, itself or a part of it.
        expects: somebody should: it is the company's.
        partly: nobody can tell whether others do: a plan of the cycle can't be read.
        asked: the request and its answer, where it is one.
    """

    key: str
    kind: NodeKind
    place: Located
    link: Link | None = None
    children: tuple["Node", ...] = ()
    again: bool = False
    home: Located | None = None
    circle: bool = False
    contributors: int = 0
    expects: bool = False
    partly: bool = False
    asked: Asked | None = None

    @property
    def size(self) -> int:
        """How many rows stand below it."""
        return sum(1 + child.size for child in self.children)


class Tree(Struct, frozen=True):
    """Everything that Align shows of a cycle.

    Attributes:
        company: what the anchor team wants, and above it what that supports in the year.
        vision: objectives of teams that answer the vision directly.
        loose: objectives of teams that support nothing, or nothing that can be found, or only each other.
        asked: requests that belong to no objective of the tree.
        partly: a plan of the cycle can't be read.
    """

    company: tuple[Node, ...] = ()
    vision: tuple[Node, ...] = ()
    loose: tuple[Node, ...] = ()
    asked: tuple[Node, ...] = ()
    graph: Supports = field(default_factory=lambda: Supports({}, {}, {}))
    requests: tuple[Asked, ...] = ()
    partly: bool = False

    @property
    def tops(self) -> tuple[Node, ...]:
        """Everything at the top, in the order in which it is shown."""
        return (*self.company, *self.vision, *self.loose, *self.asked)

    @property
    def size(self) -> int:
        """How many rows there are."""
        return sum(1 + node.size for node in self.tops)


def tree(workspace: Workspace, content: CycleContent, today: date) -> Tree:
    """The tree of a cycle."""
    return workspace.once(content, ("tree", today), lambda: _Planter(workspace, content, today).planted())


def _levels(workspace: Workspace, content: CycleContent) -> dict[str, int]:
    """Id of a cycle → how far it stands above one: 0 for this one, 1 for its year, 2 for the strategy."""
    found: dict[str, int] = {}
    above: CycleContent | None = content
    while above is not None and above.cycle.id not in found:
        found[above.cycle.id] = len(found)
        above = workspace.cycles.get(above.cycle.parent or "")
    return found


class _Planter:
    """Hangs every objective on what it supports."""

    def __init__(self, workspace: Workspace, content: CycleContent, today: date) -> None:
        anchor = workspace.anchor()
        self._content, self._anchor = content, anchor.id if anchor else None
        self._alone = len(workspace.teams) < 2
        self._levels = _levels(workspace, content)
        self._partly = bool(workspace.teams_unread(content.cycle.id))
        self._graph = supports(workspace, content)
        self._requests = asked(content, today)
        self._homes = {each: self._home(each) for each in self._graph.objectives}
        self._below: dict[str, list[Link]] = {}
        for identity in self._graph.objectives:
            for link in self._hangs_on(identity):
                self._below.setdefault(link.above or "", []).append(link)
        self._planted: set[str] = set()

    def planted(self) -> Tree:
        """Tops first, then the circles that no top leads to, then the requests that are left."""
        graph = self._graph
        above = [each for each in graph.objectives if self._homes[each] is None]
        company = [each for each in above if self._companys(each)]
        vision = [each for each in above if each not in company and self._states(each) & {"vision"}]
        loose = [each for each in above if each not in company and each not in vision]
        # The strategy comes before the year, the year before what stands for itself in the cycle.
        company.sort(key=lambda each: -self._levels.get(graph.objectives[each].cycle, 0))
        grown = [tuple(self._top(each) for each in group) for group in (company, vision, loose)]
        left = tuple(
            self._top(each, circle=self._circles(each)) for each in graph.objectives if each not in self._planted
        )
        return Tree(
            grown[0], grown[1], (*grown[2], *left), tuple(self._left_requests()), graph, self._requests, self._partly
        )  # fmt: skip

    def _circles(self, identity: str) -> bool:
        """Whether the way up from an objective comes back to it."""
        seen, home = {identity}, self._homes[identity]
        while home is not None and home.above is not None and home.above not in seen:
            seen.add(home.above)
            home = self._homes[home.above]
        return home is not None and home.above == identity

    def _companys(self, identity: str) -> bool:
        place = self._graph.objectives[identity]
        return place.team == self._anchor or place.cycle != self._content.cycle.id

    def _states(self, identity: str) -> set[str]:
        return {link.state for link in self._graph.links[identity]}

    def _home(self, identity: str) -> Link | None:
        """The link under which an objective stands in full: the first that leads somewhere; None at the top."""
        links = self._graph.links[identity]
        own = [link for link in links if link.source == identity]
        for link in own or links:
            if link.state == "vision":
                return None
            if link.above is not None and link.above != identity:
                return link
        return None

    def _hangs_on(self, identity: str) -> list[Link]:
        """The links of an objective that make a row: one for each objective above, those of the objective itself first."""
        shown: dict[str, Link] = {}
        for link in self._graph.links[identity]:
            if link.above is not None and link.above != identity:
                shown.setdefault(link.above, link)
        return list(shown.values())

    def _top(self, identity: str, *, circle: bool = False) -> Node:
        links = self._graph.links[identity]
        return self._objective(identity, links[0] if links else None, circle=circle)

    def _objective(self, identity: str, link: Link | None, *, depth: int = 0, circle: bool = False) -> Node:
        """An objective where it stands in full, with everything below it."""
        self._planted.add(identity)
        place = self._graph.objectives[identity]
        parts = [each.id for each in (place.objective.key_result if place.objective else ())]
        own = [each for each in self._requests if each.request.from_ in {identity, *parts}]
        needs = [self._request(each) for each in own if each.request.kind != "invite"]
        invited = [self._request(each) for each in own if each.request.kind == "invite"]
        links = self._below.get(identity, []) if depth < DEEPEST else []
        whole = [self._child(each, identity, depth + 1) for each in links if each.target == identity]
        supported = [part for part in parts if any(each.target == part for each in links)]
        by_part = [self._part([each for each in links if each.target == part], depth + 1) for part in supported]
        return Node(
            identity, "objective", place, link, (*needs, *whole, *by_part, *invited), circle=circle,
            contributors=self._count(identity), expects=self._companys(identity) and not self._alone, partly=self._partly,
        )  # fmt: skip

    def _child(self, link: Link, above: str, depth: int) -> Node:
        """What a link shows: the objective in full, or its name where it stands in full elsewhere."""
        place, home = self._graph.objectives[link.objective], self._homes[link.objective]
        if home == link and link.objective not in self._planted:
            return self._objective(link.objective, link, depth=depth)
        part = None if link.source == link.objective else self._part_of(place, link.source)
        named = self._graph.objectives.get(home.above or "") if home is not None else None
        return Node(
            f"{link.source}@{above}", "objective" if part is None else "key-result", part or place, link,
            again=True, home=named, circle=home == link,
        )  # fmt: skip

    def _part(self, links: list[Link], depth: int) -> Node:
        """A key result that others support, with them below it."""
        place, part = links[0].place, links[0].target
        if place is None:
            raise ValueError(part)
        children = tuple(self._child(each, part, depth + 1) for each in links)
        return Node(part, "key-result", place, None, children, contributors=self._count(part))

    def _part_of(self, place: Located, identity: str) -> Located | None:
        """A key result of an objective."""
        parts = place.objective.key_result if place.objective else ()
        found = next((each for each in parts if each.id == identity), None)
        return None if found is None else place._replace(kind="key-result", table=found, key_result=found)

    def _count(self, identity: str) -> int:
        return len(self._graph.contributors.get(identity, ()))

    def _request(self, each: Asked) -> Node:
        place = Located("request", self._content.cycle.id, each.team, each.request)
        return Node(each.request.id, "request", place, asked=each)

    def _left_requests(self) -> list[Node]:
        """Requests whose asker is a team, or an objective that is not in the tree."""
        shown = self._planted | {
            each.id
            for identity in self._planted
            for each in (self._graph.objectives[identity].objective.key_result)  # type: ignore[union-attr]
        }
        return [self._request(each) for each in self._requests if each.request.from_ not in shown]
