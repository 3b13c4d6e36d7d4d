"""Align: who supports what, as a tree from the company down to the teams."""

from collections.abc import Mapping, Sequence

from textual.app import ComposeResult

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import cycle_and_above
from okr_tui.domain.tree import Node, Tree, tree
from okr_tui.domain.workspace import Located
from okr_tui.ui.commands import GO
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, dim, key, runs
from okr_tui.ui.screens.align_panel import panel_rows
from okr_tui.ui.screens.in_place import FormPlace
from okr_tui.ui.screens.tree_rows import FILTERS, Filter, View, tree_rows, unlinked
from okr_tui.ui.screens.unreadable import unreadable_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Highlighted, Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.language import _, ngettext


class Align(FormPlace):
    """The tree of the cycle looked at, its links, and at the right what the cursor is on."""

    place = "align"
    panel_width = 38

    def __init__(self) -> None:
        super().__init__()
        self._planted = Tree()
        self._node_of: dict[str, Node] = {}
        self._shares: Mapping[str, float | None] = {}
        self._folds: dict[str, bool] = {}
        self._filter: Filter = "all"
        self._looked: tuple[str | None, str | None] = (None, None)

    def body(self) -> ComposeResult:
        """One list."""
        yield RowPane(id="tree")

    @property
    def pane(self) -> RowPane:
        """The tree."""
        return self.query_one("#tree", RowPane)

    def refresh_from(self, session: Session) -> None:
        """Plants the tree anew; what was folded stays so, unless another team or cycle is looked at."""
        content = session.content
        moved = self._looked != (session.cycle, session.team)
        if moved:
            self._folds, self._looked = {}, (session.cycle, session.team)
        self._planted = tree(session.workspace, content, session.today) if content else Tree()
        self._shares = _shares(session, self._planted)
        self._node_of = {node.key: node for top in self._planted.tops for node in _all(top)}
        self._repaint()
        if moved:
            self._to_own_team(session)

    def _to_own_team(self, session: Session) -> None:
        """Begins at the first objective of the team looked at."""
        mine = next((row.key for row in self.pane.rows if row.selectable and self._is_of(row.key, session.team)), None)
        if mine is not None:
            self.pane.go_to(mine)

    def _is_of(self, identity: str, team: str | None) -> bool:
        node = self._node_of.get(identity)
        return node is not None and node.kind == "objective" and node.place.team == team

    def _repaint(self) -> None:
        session = self.session
        if session is None:
            return
        missing = self._missing(session)
        if not self._planted.tops:
            self.pane.set_rows([*missing, *([blank()] if missing else []), *_empty(session)])
            return
        rows = tree_rows(self._view(session))
        if not any(row.selectable for row in rows):
            rows.append(still(Tells(_nothing(self._filter), "dim")))
        self.pane.set_rows([
            still(Says(self._filters(), self._summary())), blank(), *missing, *([blank()] if missing else []), *rows,
        ])  # fmt: skip

    def _missing(self, session: Session) -> list[Row]:
        """What the tree lacks because a plan can't be read."""
        if session.content is None:
            return []
        cycles = {each.cycle.id for each in cycle_and_above(session.workspace, session.content)}
        return list(unreadable_rows(self, session, cycles, {"plan"}))

    def _view(self, session: Session) -> View:
        return View(self._planted, session, self._shares, self._folds, self._filter)

    def _filters(self) -> tuple[Run, ...]:
        """The three ways to look at the tree; the one chosen is underlined."""
        words = {"all": _("Tree"), "mine": _("my team"), "unlinked": _("without link")}
        session = self.session
        if session is not None and session.team:
            words["mine"] = session.workspace.name_of(session.team)
        return runs(
            *(
                part
                for show in FILTERS
                for part in (
                    Run(words[show], bold=True, underline=True) if show == self._filter else dim(words[show]),
                    "   ",
                )
            )
        )

    def _summary(self) -> tuple[Run, ...]:
        objectives = len(self._planted.graph.objectives)
        open_ones = sum(unlinked(node) for node in self._node_of.values())
        words = ngettext("{n} objective", "{n} objectives", objectives).format(n=objectives)
        if not open_ones:
            return runs(dim(words))
        missing = ngettext("{n} without a link", "{n} without a link", open_ones).format(n=open_ones)
        return runs(dim(f"{words} · "), Run(missing, "at_risk"))

    # the panel

    @property
    def here(self) -> Node | None:
        """What the cursor is on."""
        row = self.pane.here if self.is_mounted else None
        return self._node_of.get(row.key) if row is not None else None

    def panel(self) -> Sequence[Row]:
        """What the cursor is on, and the next steps."""
        if self.session is None:
            return ()
        keys = {name for command in self.frame.commands if command.id != GO + self.place for name in command.keys}
        return panel_rows(self.session, self._planted, self.here, keys)

    def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """The panel follows the cursor."""
        if event.pane is self.pane:
            self.repaint_panel()

    # folding, filtering

    def on_row_pane_turned(self, event: Turned) -> None:
        """← folds, or goes to what is above; → unfolds, or goes to the first below."""
        node = self.here
        if node is None or event.pane is not self.pane:
            return
        fold = event.to == "left"
        if node.children and self._folded(node) is not fold:
            self._fold({node.key: fold})
        elif fold:
            above = next((each for each in self._node_of.values() if node in each.children), None)
            if above is not None:
                self.pane.go_to(above.key)
        elif node.children:
            self.pane.action_move(1)

    def _folded(self, node: Node) -> bool:
        """Whether the row is folded as it is shown now."""
        keys = {row.key for row in self.pane.rows}
        return not any(child.key in keys for child in node.children)

    def _fold(self, folds: Mapping[str, bool]) -> None:
        self._folds.update(folds)
        self._repaint()

    def action_fold_branch(self) -> None:
        """Folds or unfolds the row of the cursor."""
        node = self.here
        if node is not None and node.children:
            self._fold({node.key: not self._folded(node)})

    def action_fold_all(self) -> None:
        """Folds everything, or unfolds everything where something is folded."""
        parents = [node for node in self._node_of.values() if node.children]
        shown = {row.key for row in self.pane.rows}
        unfold = any(child.key not in shown for node in parents for child in node.children)
        self._fold({node.key: not unfold for node in parents})

    def action_filter(self) -> None:
        """The next way to look at the tree."""
        self._filter = FILTERS[(FILTERS.index(self._filter) + 1) % len(FILTERS)]
        self._folds.clear()
        self._repaint()

    # going, explaining, changing

    def under_cursor(self) -> Located:
        """The objective or key result of the cursor, wherever it is named.

        Raises:
            WrongUsage: the cursor is on none.
        """
        node = self.here
        if node is None or node.kind == "request":
            raise WrongUsage(_("Put the cursor on an objective or a key result first."))
        return node.place

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Opens a thing where it is worked on."""
        node = self._node_of.get(event.row.key)
        if node is None or self.session is None:
            return
        focus = node.asked.request.from_ if node.asked is not None else _id(node.place)
        content = self.session.workspace.cycles.get(node.place.cycle)
        drafting = content is not None and content.cycle.phase in {"make", "align"}
        await self.bench.go("make" if drafting else "achieve", focus=focus)

    def action_why(self) -> None:
        """Says why the number of the row is what it is."""
        from okr_tui.ui.modals.why import open_why

        node = self.here
        open_why(self, _id(node.place) if node is not None else None)

    def action_agree(self) -> None:
        """Asks once: agrees to what the team of the cursor proposes, or proposes its drafts."""
        from okr_tui.ui.modals.agreeing import open_agreeing

        node, session = self.here, self.moment
        place = node.place if node is not None else None
        objective = place.objective if place is not None else None
        cycle, team = (place.cycle, place.team) if place is not None else (session.cycle, session.team)
        open_agreeing(self.bench, cycle, team, objective.id if objective is not None else "", first="agree")

    def action_support(self) -> None:
        """Opens the choice of what the objective or key result of the cursor supports."""
        from okr_tui.ui.modals.supports import SupportsChoice

        self.app.push_screen(SupportsChoice(self.moment, self._planted, self.under_cursor()))


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]


def _all(node: Node) -> list[Node]:
    found, waiting = [], [node]
    while waiting:
        each = waiting.pop()
        found.append(each)
        waiting.extend(each.children)
    return found


def _shares(session: Session, planted: Tree) -> dict[str, float | None]:
    """Progress of every objective and key result of the tree."""
    shares: dict[str, float | None] = {}
    for team, cycle in dict.fromkeys((place.team, place.cycle) for place in planted.graph.objectives.values()):
        rolled = session.team_standing(team, cycle)
        for item in rolled.objectives if rolled else ():
            shares[item.objective.id] = item.progress
            shares.update({each.key_result.id: each.progress for each in item.key_results})
    return shares


def _empty(session: Session) -> list[Row]:
    """What Align is for, where there is nothing to align."""
    title = Tells(_("Here stands who supports what, from the company down to the teams."), bold=True)
    if session.content is None:
        return [
            still(title),
            blank(),
            still(Tells(_("The first cycle is a folder in cycles/ with its cycle.toml."), "dim")),
        ]
    words = _("No team has drafted an objective in {cycle} yet. Draft one.").format(cycle=session.content.cycle.name)
    return [still(title), blank(), still(Tells(words, "dim", indent=3, first=key("1")))]


def _nothing(show: Filter) -> str:
    """What an empty filter means."""
    if show == "mine":
        return _("This team has nothing in the tree of this cycle. f shows everything.")
    return _("Everything is linked: nothing stands alone. f shows everything.")
