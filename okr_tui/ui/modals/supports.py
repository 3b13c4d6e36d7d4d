"""What an objective supports: chosen from what stands above, by typing words of it."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult
from textual.containers import Vertical

from okr_tui.actions.aligning import support, unsupport
from okr_tui.domain.links import VISION, alive, cycle_and_above
from okr_tui.domain.resolve import folded
from okr_tui.domain.tree import Tree
from okr_tui.domain.workspace import Located, Workspace
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.typing import TypingModal
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.picker import Picker
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


class SupportsChoice(TypingModal):
    """A list to choose from: enter links, at once, and on what is linked already it takes the link away.

    Args:
        session: the moment.
        tree: the tree of the cycle looked at.
        place: the objective or key result that supports.
    """

    CSS = """
    SupportsChoice { align: right top; background: $okr-background 40%; }
    SupportsChoice > Vertical {
        width: 64; max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; background: $okr-panel;
    }
    SupportsChoice Heard { margin: 0 1 1 2; }
    """

    def __init__(self, session: Session, tree: Tree, place: Located) -> None:
        super().__init__()
        self._session, self._place = session, place
        self._linked = tuple(dict.fromkeys(place.table.supports))  # type: ignore[attr-defined]
        self._known = {_id(each): each for each in candidates(session.workspace, tree, place)}

    def compose(self) -> ComposeResult:
        """Whose link it is, the line to type into, the list."""
        with Vertical():
            yield Heard(Says(runs(bold(self._place.title)), dim(_("supports…"))))
            yield Picker(self._rows)

    def on_mount(self) -> None:
        """The keys are for the line."""
        self.query_one(Picker).take_keys()

    def _rows(self, typed: str) -> list[Row]:
        """What fits, what is linked already first; the titles of the groups only while nothing is typed."""
        words = folded(typed).split()
        linked = [row for row in self._linked_rows() if _fits(words, row.kind)]
        above = [row for row in self._above_rows() if _fits(words, row.kind)]
        rows = [section(_("LINKED"), len(linked), right=dim(_("↵ takes the link away"))), *linked] if linked else []
        if above:
            rows += [blank()] if rows else []
            rows += [section(_("ABOVE"), len(above), right=dim(_("↵ links"))), *above]
        return rows or [still(Tells(_("Nothing above has these words."), "dim"))]

    def _linked_rows(self) -> Iterator[Row]:
        for each in self._linked:
            place = self._known.get(each) or self._session.workspace.find(each, self._session.today)
            yield self._row(each, place, Run("✓ ", "on_track"))

    def _above_rows(self) -> Iterator[Row]:
        for each in (VISION, *self._known):
            if each not in self._linked:
                yield self._row(each, self._known.get(each), "  ")

    def _row(self, identity: str, place: Located | None, lead: Run | str) -> Row:
        workspace = self._session.workspace
        if place is None:
            vision = identity == VISION
            title = workspace.settings.vision or _("the vision") if vision else identity
            whose = _("the vision") if vision else _("points to nothing")
        else:
            title, whose = place.title, workspace.name_of(place.team)
        inner = "  " if place is not None and place.kind == "key-result" else ""
        line = Says(runs(lead, inner, Run(title, "dim" if inner else "text")), dim(whose), leads=True)
        return Row(identity, (line,), kind=folded(f"{title} {whose}"))

    async def on_picker_picked(self, event: Picker.Picked) -> None:
        """Links, or takes the link away; where it can't be written, the list stays open."""
        event.stop()
        chosen, session, place = event.row.key, self._session, self._place
        app = cast("Workbench", self.app)
        if chosen in self._linked:
            done = await app.change(lambda author: unsupport(session.root, author, place, chosen))
        else:
            of = self._known.get(chosen)
            done = await app.change(lambda author: support(session.root, author, session.workspace, place, of))
        if done is not None:
            self.dismiss()


def candidates(workspace: Workspace, tree: Tree, place: Located) -> Iterator[Located]:
    """What something may support: objectives and key results of other teams and of the cycles above.

    Those of the teams above come first, nearest first, then the company's year, then everybody else's. What hangs below
    it is left out: it would close a circle.
    """
    content = workspace.cycles.get(place.cycle)
    if content is None:
        return
    above = _teams_above(workspace, place.team)
    below = _below(tree, place.objective.id if place.objective is not None else "")
    found: list[tuple[tuple[int, int], Located]] = []
    for distance, each in enumerate(cycle_and_above(workspace, content)):
        for team, objective in each.objectives():
            own = team == place.team and distance == 0
            if own or not alive(objective) or objective.id in below:
                continue
            nearness = above.index(team) if team in above else len(above)
            rank = (nearness, distance) if distance == 0 or team in above else (len(above) + 1, distance)
            parts = [objective.id, *(part.id for part in objective.key_result if part.dropped is None)]
            found += [(rank, each.located[part]) for part in parts if part in each.located]
    found.sort(key=lambda item: item[0])
    yield from (place for _rank, place in found)


def _teams_above(workspace: Workspace, team: str) -> list[str]:
    """The team's parent, its parent, and so on."""
    chain: list[str] = []
    known = workspace.team_by_id.get(team)
    while known is not None and known.parent is not None and known.parent not in chain:
        chain.append(known.parent)
        known = workspace.team_by_id.get(known.parent)
    return chain


def _below(tree: Tree, identity: str) -> set[str]:
    """An objective and everything that leads up to it."""
    below, waiting = {identity}, [identity]
    while waiting:
        for each in tree.graph.contributors.get(waiting.pop(), ()):
            if each not in below:
                below.add(each)
                waiting.append(each)
    return below


def _fits(words: list[str], text: str) -> bool:
    return all(word in text for word in words)


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
