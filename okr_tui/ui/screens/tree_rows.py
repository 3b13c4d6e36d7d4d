"""The rows of Align: the tree of a cycle, folded and filtered as a person wants it."""

from collections.abc import Callable, Iterator, Mapping
from typing import Literal

from msgspec import Struct, field
from msgspec.structs import replace

from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.resolve import folded
from okr_tui.domain.threads import open_threads
from okr_tui.domain.tree import Node, Tree
from okr_tui.domain.workspace import Located
from okr_tui.ui.paint.branch import PROGRESS, Branch
from okr_tui.ui.paint.lines import Rule, Says
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut, single, width
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.alerts import alert_title
from okr_tui.words.language import _
from okr_tui.words.links import Said, link_words, request_words
from okr_tui.words.numbers import percent
from okr_tui.words.statuses import lifecycle

Filter = Literal["all", "mine", "problems"]
FILTERS: tuple[Filter, ...] = ("all", "mine", "problems")
FOLDED, UNFOLDED = "▸", "▾"
ROLES = {"good": "on_track", "waits": "at_risk", "wrong": "off_track", "quiet": "dim"}
"""How a state is meant → the role of the palette that shows it."""

MANY = 60
"""Rows from which a tree opens folded below its second level, but for the way to the team looked at."""

_SHORTEST_LINK, _LONGEST_LINK = 12, 24
_WIDE, _NARROW = ("│  ", "├─ ", "└─ ", "   "), ("│ ", "├ ", "└ ", "  ")
_DEEP = 5  # levels from which the lines of the tree take two cells a level


class View(Struct, frozen=True):
    """What is shown of a tree.

    Attributes:
        share: from an objective or key result to its progress, 0…1; asked only for rows that are shown.
        folds: key → whether a person folded or unfolded it; what is not in it is as it opened.
        show: which rows.
        words: only rows with all of these, folded; none shows every row.
        alerts: id → the open alerts about it.
    """

    tree: Tree
    session: Session
    share: Callable[[Located], float | None]
    folds: Mapping[str, bool]
    show: Filter = "all"
    words: tuple[str, ...] = ()
    alerts: Mapping[str, tuple[Alert, ...]] = field(default_factory=dict)

    def folded(self, node: Node, depth: int) -> bool:
        """Whether what stands below a row is hidden."""
        if not node.children:
            return False
        opened = (
            self.show == "all"
            and not self.words
            and self.tree.size > MANY
            and depth > 0
            and not self.leads_to_mine(node)
        )
        return self.folds.get(node.key, opened)

    def has_words(self, node: Node) -> bool:
        """Whether a row has all the words that were typed, in its title or the name of its team."""
        text = folded(f"{node.place.title} {self.session.workspace.name_of(node.place.team)}")
        return all(word in text for word in self.words)

    def troubled(self, node: Node) -> bool:
        """Whether something is the matter with a row: a link that lacks, an open alert, a request without a yes."""
        if node.asked is not None:
            return not node.asked.settled
        if node.link is not None and node.link.state == "challenged":
            return True
        blamed = self.session.workspace.stage_of(node.place.team) == "in"
        alerted = not node.again and str(node.place.table.id) in self.alerts  # type: ignore[attr-defined]
        return (blamed and unlinked(node)) or alerted

    def leads_to_mine(self, node: Node) -> bool:
        """Whether something of the team looked at stands below a row."""
        return any(_of_team(child, self.session.team) or self.leads_to_mine(child) for child in node.children)


def _of_team(node: Node, team: str | None) -> bool:
    return node.place.team == team or (node.asked is not None and node.asked.of == team)


def unlinked(node: Node) -> bool:
    """Whether something is missing at a row: a link, a contributor, what it points to."""
    if node.kind != "objective" or node.again:
        return False
    lost = node.link is not None and node.link.state == "dangling"
    told = not (node.expects and node.partly)
    alone = node.contributors == 0 and told and (node.expects or node.link is None)
    return lost or alone or node.circle


def kept(node: Node, view: View) -> Node | None:
    """A row with what the filter leaves below it; None where nothing of it is left."""
    whole = view.show == "all" or (view.show == "mine" and _of_team(node, view.session.team))
    if whole and not view.words:
        return node
    inner = replace(view, show="all") if whole else view
    children = tuple(found for child in node.children if (found := kept(child, inner)) is not None)
    fits = (whole or (view.show == "problems" and view.troubled(node))) and view.has_words(node)
    return replace(node, children=children) if children or fits else None


class _Placed(Struct, frozen=True):
    """A row and its place in the tree: its level, and for every level above whether more follows there."""

    node: Node
    depth: int
    follows: tuple[bool, ...]
    folded: bool


def tree_rows(view: View, shown: str = "") -> list[Row]:
    """The rows of a tree, with their headings; only the headings where there is nothing to show.

    Args:
        view: the tree as a person wants it.
        shown: what a filter shows, beside the heading.
    """
    groups = _groups(view)
    placed = [each for _title, nodes, hung in groups for each in _walk(view, nodes, hung=hung)]
    sizes = _Sizes(view, placed)
    rows = [still(sizes.headings(shown)), still(Rule())]
    for title, nodes, hung in groups:
        if title:
            rows += [blank()] if len(rows) > 2 else []
            rows.append(still(Says(dim(title))))
        for each in _walk(view, nodes, hung=hung):
            if each.depth == 0 and not hung and len(rows) > 2:
                rows.append(blank())
            rows.append(sizes.row(each))
    return rows


def _groups(view: View) -> list[tuple[str, tuple[Node, ...], bool]]:
    """What stands at the top: a title, its rows, and whether they hang on the title."""
    tree = view.tree

    def left(nodes: tuple[Node, ...]) -> tuple[Node, ...]:
        return tuple(found for node in nodes if (found := kept(node, view)) is not None)

    groups = [
        ("", left(tree.company), False),
        (_("directly to the vision"), left(tree.vision), True),
        (_("supporting nothing yet"), left(tree.loose), True),
        (_("asked between teams"), left(tree.asked), True),
    ]
    return [group for group in groups if group[1]]


def _walk(view: View, nodes: tuple[Node, ...], *, hung: bool) -> Iterator[_Placed]:
    """Every row that is shown, from top to bottom."""
    waiting = [
        (node, 1 if hung else 0, (place < len(nodes) - 1,) if hung else ())
        for place, node in enumerate(nodes)
    ][::-1]  # fmt: skip
    while waiting:
        node, depth, follows = waiting.pop()
        folded = view.folded(node, depth)
        yield _Placed(node, depth, follows, folded)
        if not folded:
            last = len(node.children) - 1
            below = [(child, depth + 1, (*follows, place < last)) for place, child in enumerate(node.children)]
            waiting.extend(reversed(below))


class _Sizes:
    """The grid of the tree: how wide teams and links are on every row, how far a level is indented."""

    def __init__(self, view: View, placed: list[_Placed]) -> None:
        self._view = view
        self._talked: dict[str, Mapping[str, int]] = {}
        # A request, or a name that stands in full elsewhere, has no progress: its words may take more than the column.
        links = [
            width(self._link(each.node).words) for each in placed if each.node.kind != "request" and not each.node.again
        ]
        teams = [width(single(self._team(each))) for each in placed]
        self._link_width = min(max([_SHORTEST_LINK, *links]), _LONGEST_LINK)
        self._team_width = max([0, *teams])
        self._lines = _NARROW if max((each.depth for each in placed), default=0) >= _DEEP else _WIDE

    def headings(self, shown: str = "") -> Branch:
        """The headings of the columns."""
        only = Run(f"   {shown}", "accent") if shown else Run("")
        return Branch(
            "", "", 0, runs(dim(_("objective")), only), (), dim(_("progress")), dim(_("link")), self._link_width,
        )  # fmt: skip

    def row(self, each: _Placed) -> Row:
        """One row of the tree."""
        node, link = each.node, self._link(each.node)
        line = Branch(
            self._lead(each), self._team(each), self._team_width, runs(self._asked(node), self._title(each)),
            self._aside(each), self._progress(node), Run(link.words, ROLES[link.tone]), self._link_width,
        )  # fmt: skip
        mark = dim(FOLDED if each.folded else UNFOLDED) if node.children else ()
        return Row(node.key, (line,), kind=node.kind, mark=mark)

    def _lead(self, each: _Placed) -> str:
        line, tee, end, empty = self._lines
        if not each.follows:
            return ""
        *above, here = each.follows
        return "".join(line if more else empty for more in above) + (tee if here else end)

    def _team(self, each: _Placed) -> str:
        """Whose it is; the company's own at the top, a part of the row above, and a request say it otherwise."""
        node = each.node
        if node.asked is not None and node.asked.request.kind == "invite":
            return self._view.session.workspace.name_of(node.asked.of)
        if not each.follows or node.kind == "request" or (node.kind == "key-result" and not node.again):
            return ""
        return self._view.session.workspace.name_of(node.place.team)

    def _title(self, each: _Placed) -> Run:
        node = each.node
        if node.asked is not None:
            return dim(request_words(node.asked, self._view.session.workspace.name_of(node.asked.of)))
        if node.again or node.kind == "key-result":
            return dim(node.place.title)
        return Run(node.place.title) if each.depth else bold(node.place.title)

    def _aside(self, each: _Placed) -> Runs:
        """How many rows are folded away; at the top the cycle, where it is another one."""
        cycle = self._view.session.workspace.cycles.get(each.node.place.cycle)
        other = not each.depth and cycle is not None and each.node.place.cycle != self._view.session.cycle
        said = [cycle.cycle.name] if other and cycle is not None else []
        return runs(dim(" · ".join([*said, *([f"+{each.node.size}"] if each.folded else [])])))

    def _asked(self, node: Node) -> Run:
        """How many threads wait, before the title, where nothing cuts it."""
        waiting = self._waiting(node)
        return Run(f"?{waiting} ", "at_risk") if waiting else Run("")

    def _waiting(self, node: Node) -> int:
        """How many threads on an objective and its key results, or on a key result, wait for somebody."""
        content = self._view.session.workspace.cycles.get(node.place.cycle)
        objective = node.place.objective
        if content is None or objective is None or node.again:
            return 0
        if node.place.cycle not in self._talked:
            self._talked[node.place.cycle] = open_threads(self._view.session.workspace, content)
        talked = self._talked[node.place.cycle]
        if node.kind == "key-result":
            return talked.get(node.place.table.id, 0)  # type: ignore[attr-defined]
        return sum(talked.get(each, 0) for each in (objective.id, *(part.id for part in objective.key_result)))

    def _progress(self, node: Node) -> Run:
        objective = node.place.objective
        if node.kind == "request" or objective is None or node.again:
            return Run("")
        if not objective.live and node.kind == "objective":
            return dim(cut(lifecycle(objective.status), PROGRESS))
        share = self._view.share(node.place)
        return dim("–") if share is None else Run(percent(min(1.0, max(0.0, share))), "text" if node.expects else "dim")

    def _link(self, node: Node) -> Said:
        said = link_words(node, self._view.session.workspace.stage_of(node.place.team))
        if said.tone != "quiet" or node.again or node.kind != "objective":
            return said
        identity = str(node.place.table.id)  # type: ignore[attr-defined]
        alert = next((each for each in self._view.alerts.get(identity, ()) if each.severity != "hint"), None)
        return said if alert is None else Said(f"! {alert_title(alert.code).lower()}", "waits")
