"""Align's tree: planted anew with every snapshot, folded and filtered as a person wants it."""

from collections.abc import Iterator, Mapping

from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.links import cycle_and_above
from okr_tui.domain.resolve import folded
from okr_tui.domain.tree import Node, Tree, tree
from okr_tui.domain.workspace import Located
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import Run, key
from okr_tui.ui.screens.align_doing import Doing
from okr_tui.ui.screens.tree_rows import FILTERS, Filter, View, tree_rows
from okr_tui.ui.screens.unreadable import unreadable_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Turned
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.alerts import alert_said
from okr_tui.words.language import _
from okr_tui.words.quoting import quoted


class TreePlace(Doing):
    """The tree of the cycle looked at, its folds and its filters."""

    def __init__(self) -> None:
        super().__init__()
        self._shares: dict[tuple[str, str], dict[str, float | None]] = {}
        self._folds: dict[str, bool] = {}
        self._filter: Filter = "all"
        self._typed = ""

    def plant(self, session: Session) -> None:
        """The tree of another snapshot."""
        content = session.content
        self._planted = tree(session.workspace, content, session.today) if content else Tree()
        self._shares = {}
        self._node_of = {node.key: node for top in self._planted.tops for node in _all(top)}

    def repaint(self) -> None:
        """Shows the view that is chosen."""
        raise NotImplementedError

    def to_own_team(self, session: Session) -> None:
        """Puts the cursor on the first objective of the team looked at."""
        mine = next((row.key for row in self.pane.rows if row.selectable and self._is_of(row.key, session.team)), None)
        if mine is not None:
            self.pane.go_to(mine)

    def _is_of(self, identity: str, team: str | None) -> bool:
        node = self._node_of.get(identity)
        return node is not None and node.kind == "objective" and node.place.team == team

    # what it shows

    def rows_of_tree(self, session: Session) -> list[Row]:
        """What blocks everybody first, then what can't be read, then the tree."""
        missing = self.missing(session)
        first = [*self._headless(session), *missing]
        if not self._planted.tops:
            return first if missing else [*first, *_empty(session, headless=bool(first))]
        rows = tree_rows(self._view(session), self._filter_words(session))
        if not any(row.selectable for row in rows):
            rows.append(still(Tells(_nothing(self._filter, self._typed), "dim")))
        return [*first, *rows]

    def _view(self, session: Session) -> View:
        alerts: Mapping[str, tuple[Alert, ...]] = self.found.alerts_about if self.found is not None else {}
        words = tuple(folded(self._typed).split())
        return View(self._planted, session, self._share, self._folds, self._filter, words, alerts)

    def _share(self, place: Located) -> float | None:
        """Progress of an objective or key result; a team is worked out when a row of it is first shown."""
        known = self._shares.get((place.team, place.cycle))
        if known is None:
            known = self._shares[place.team, place.cycle] = {}
            rolled = self.moment.team_standing(place.team, place.cycle)
            for item in rolled.objectives if rolled else ():
                known[item.objective.id] = item.progress
                known.update({each.key_result.id: each.progress for each in item.key_results})
        return known.get(str(place.table.id))  # type: ignore[attr-defined]

    def _filter_words(self, session: Session) -> str:
        """What is left out, for the heading; nothing where everything is shown."""
        team = session.workspace.name_of(session.team) if session.team else ""
        show = {"all": "", "mine": _("{team} only").format(team=team), "problems": _("problems only")}[self._filter]
        typed = _("with {words}").format(words=quoted(self._typed)) if self._typed else ""
        return ", ".join(each for each in (show, typed) if each)

    def _headless(self, session: Session) -> Iterator[Row]:
        """That the company wants nothing yet, and the key that starts writing."""
        alerts = self.found.alerts if self.found is not None else ()
        alert = next((each for each in alerts if each.code == "no-company-okrs"), None)
        if alert is None or session.content is None:
            return
        said = alert_said(session.workspace, session.content, alert)
        yield still(Tells(said.sentence, bold=True, indent=2, first=Run("!", "off_track")))
        yield still(Tells(said.why, "dim", indent=2))
        yield still(Tells(said.remedies[0].words, indent=3, first=key("a")))
        yield blank()

    def missing(self, session: Session) -> list[Row]:
        """What every view lacks because a plan can't be read."""
        if session.content is None:
            return []
        cycles = {each.cycle.id for each in cycle_and_above(session.workspace, session.content)}
        found = list(unreadable_rows(self, session, cycles, {"plan"}))
        return [*found, blank()] if found else []

    # folding, filtering

    def turn_tree(self, event: Turned) -> None:
        """← folds, or goes to what is above; → unfolds, or goes to the first below."""
        node = self.here
        if node is None:
            return
        fold = event.to == "left"
        if node.children and self._folded(node) is not fold:
            self._fold({node.key: fold})
        elif fold:
            above = next((each for each in self._node_of.values() if node in each.children), None)
            if above is not None:
                self.pane.go_to(above.key)
        elif node.children:
            self.pane.move(1)

    def _folded(self, node: Node) -> bool:
        """Whether the row is folded as it is shown now."""
        keys = {row.key for row in self.pane.rows}
        return not any(child.key in keys for child in node.children)

    def _fold(self, folds: Mapping[str, bool]) -> None:
        self._folds.update(folds)
        self.repaint()

    def action_fold_branch(self) -> None:
        """Folds or unfolds the row of the cursor."""
        node = self.here
        if node is not None and node.children:
            self._fold({node.key: not self._folded(node)})

    def action_fold_all(self) -> None:
        """Folds everything, or unfolds everything where something is folded."""
        if self.looking != "tree":
            return
        parents = [node for node in self._node_of.values() if node.children]
        shown = {row.key for row in self.pane.rows}
        unfold = any(child.key not in shown for node in parents for child in node.children)
        self._fold({node.key: not unfold for node in parents})

    def next_filter(self) -> None:
        """The next way to look at the tree."""
        self._filter = FILTERS[(FILTERS.index(self._filter) + 1) % len(FILTERS)]
        self._folds.clear()
        self.repaint()

    def unfold_to(self, identity: str) -> None:
        """Leaves out no row any more, and unfolds the way to one."""
        self._filter, self._typed = "all", ""
        node = self._node_of.get(identity)
        while node is not None:
            node = next((each for each in self._node_of.values() if node in each.children), None)
            if node is not None:
                self._folds[node.key] = False
        self.repaint()
        self.pane.go_to(identity)


def _all(node: Node) -> list[Node]:
    found, waiting = [], [node]
    while waiting:
        each = waiting.pop()
        found.append(each)
        waiting.extend(each.children)
    return found


def _empty(session: Session, *, headless: bool) -> list[Row]:
    """What Align is for, where there is nothing to align."""
    title = Tells(_("Here stands who supports what, from the company down to the teams."), bold=not headless)
    if session.content is None:
        return [
            still(title),
            blank(),
            still(Tells(_("The first cycle is a folder in cycles/ with its cycle.toml."), "dim")),
        ]
    words = _("No team has drafted an objective in {cycle} yet. Draft one.").format(cycle=session.content.cycle.name)
    return [still(title), blank(), still(Tells(words, "dim", indent=3, first=key("1")))]


def _nothing(show: Filter, typed: str) -> str:
    """What an empty filter means."""
    if typed:
        return _("Nothing in the tree has these words. F changes them.")
    if show == "mine":
        return _("This team has nothing in the tree of this cycle. f shows everything.")
    return _("Everything is linked, and no alert is open. f shows everything.")
