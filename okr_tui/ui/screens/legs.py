"""The legs of the W (`L` in Make): where it is, who has not proposed yet, what changed between any two legs."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, cast

from textual.app import ComposeResult

from okr_tui.actions.legs import close_leg, go_to_leg
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.legs import LEGS, NOW, difference, not_proposed
from okr_tui.domain.making import being_made
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.legs import Snapshot, closed_legs, snapshot
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.place import Place
from okr_tui.ui.screens.legs_rows import difference_rows, leg_rows, nothing_kept, waiting_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.holders import Beside
from okr_tui.ui.widgets.row_messages import Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.legs import leg as leg_word

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


async def open_legs(bench: "Workbench") -> None:
    """Opens the W of the cycle that is looked at, in Make of the one being made."""
    content = getattr(bench.place, "content", None)
    await bench.go("legs")
    if isinstance(bench.place, Legs) and content is not None:
        bench.place.look_at(content.cycle.id)


class Legs(Place):
    """The W of one cycle, on one screen."""

    place = "legs"
    rail = "make"
    DEFAULT_CSS = """
    Legs #legs-both { width: 1fr; height: 1fr; }
    Legs #legs { width: 38; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._cycle: str | None = None
        self._base: str | None = None
        self._kept: dict[str, Snapshot] = {}
        self._closed_legs: tuple[str, ...] = ()

    def body(self) -> ComposeResult:
        """The legs, and what changed."""
        with Beside(id="legs-both"):
            yield RowPane(id="legs", followed=self._show_difference)
            yield RowPane(edge=1, id="legs-difference")

    @property
    def legs_pane(self) -> RowPane:
        """The list at the left."""
        return self.query_one("#legs", RowPane)

    @property
    def difference_pane(self) -> RowPane:
        """The list at the right."""
        return self.query_one("#legs-difference", RowPane)

    def look_at(self, cycle: str) -> None:
        """Shows the W of a cycle."""
        self._cycle, self._base = cycle, None
        if self.session is not None:
            self.refresh_from(self.session)
            self.legs_pane.go_to(NOW)
            self._show_difference()

    @property
    def content(self) -> CycleContent | None:
        """The cycle whose W it is: the one it was opened for, else the one being made."""
        session = self.session
        if session is None:
            return None
        return (
            session.workspace.cycles.get(self._cycle or "")
            or being_made(session.workspace, session.today)
            or session.content
        )

    def refresh_from(self, session: Session) -> None:
        """Reads what is kept anew and shows both lists."""
        content = self.content
        self._kept = {}
        if content is None:
            self.title = ""
            self.legs_pane.set_rows([still(Tells(_("There is no cycle yet; N opens one."), "dim"))])
            self.difference_pane.set_rows([])
            return
        self.title = _("the W of {cycle}").format(cycle=one_line(content.cycle.name))
        self._closed_legs = closed_legs(session.root, content.cycle)
        waiting = not_proposed(session.workspace, content)
        self.legs_pane.set_rows(
            [
                *leg_rows(content.cycle, self._closed_legs, self._base, self._next_key),
                *waiting_rows(session.workspace, waiting),
            ]
        )
        self._show_difference()

    @property
    def _next_key(self) -> str:
        command = next((each for each in self.frame.commands if each.id == "next-leg"), None)
        return shown_key(command.keys[0]) if command is not None and command.keys else "x"

    # what changed

    def _show_difference(self) -> None:
        session, content, here = self.session, self.content, self.legs_pane.here
        if session is None or content is None or here is None:
            return
        last = NOW if here.key == content.cycle.leg else here.key  # what is open is what stands now
        first = self._base if self._base not in {None, last} else self._before(last)
        if last not in {*self._closed_legs, NOW} or first is None:
            missing = last if last != NOW else content.cycle.leg or LEGS[0]
            self.difference_pane.set_rows(nothing_kept(missing, begun=bool(self._closed_legs)))
            return
        before, after = self._plans(session, content, first), self._plans(session, content, last)
        found = difference(before.plans, after.plans)
        rows = difference_rows(session.workspace, first, last, found)
        broken = [
            still(Tells(f"{each.file}:{each.line}: {each.message}", "dim"))
            for each in (*before.problems, *after.problems)
        ]
        self.difference_pane.set_rows([*rows, *broken])

    def _before(self, last: str) -> str | None:
        """The closed leg before this one; before now the last one that closed."""
        order = [leg for leg in LEGS if leg in self._closed_legs]
        if last != NOW:
            order = [leg for leg in order if LEGS.index(leg) < LEGS.index(last)]
        return order[-1] if order else None

    def _plans(self, session: Session, content: CycleContent, leg: str) -> Snapshot:
        if leg == NOW:
            return Snapshot(content.plans)
        if leg not in self._kept:
            self._kept[leg] = snapshot(session.root, content.cycle.id, leg)
        return self._kept[leg]

    # keys

    def on_row_pane_turned(self, event: Turned) -> None:
        """From list to list."""
        event.stop()
        target = self.legs_pane if event.to == "left" else self.difference_pane
        if event.pane is not target and target.focusable:
            target.focus()

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Goes to what changed, in Make; on a leg, to what changed at the right."""
        event.stop()
        if event.pane is self.legs_pane:
            self.difference_pane.focus()
            return
        bench = cast("Workbench", self.frame)
        if bench.session.workspace.find(event.row.key, bench.session.today) is None:
            self.say(_("It is no longer there."))
            return
        await bench.go("make", focus=event.row.key)

    def action_compare(self) -> None:
        """Compares from the leg of the cursor on, or no longer."""
        here = self.legs_pane.here
        if here is None or here.key not in {*self._closed_legs, NOW}:
            raise WrongUsage(_("Nothing is kept of this leg yet."))
        self._base = None if self._base == here.key else here.key
        if self.session is not None:
            self.refresh_from(self.session)
        self.say(
            _("Compared from “{leg}”.").format(leg=leg_word(here.key))
            if self._base
            else _("Compared with the leg before.")
        )

    async def action_next_leg(self) -> None:
        """Closes the leg and goes on; begins the W where there is none."""
        content, session = self.content, self.session
        if content is None or session is None:
            return
        if content.cycle.leg is None and LEGS[-1] in self._closed_legs:
            raise WrongUsage(_("The W is over; “okr cycle leg” opens a leg again."))
        if content.cycle.leg is None:
            make = lambda author: go_to_leg(session.root, author, content, LEGS[0])  # noqa: E731 - one of two
        else:
            make = lambda author: close_leg(session.root, author, content)  # noqa: E731
        if await cast("Workbench", self.frame).change(make) is not None:
            self.legs_pane.go_to(NOW)

    async def action_back(self) -> None:
        """Back to the drafts."""
        await cast("Workbench", self.frame).go("make")

    def panel(self) -> Sequence[Row]:
        """Nothing: both lists take the room."""
        return ()
