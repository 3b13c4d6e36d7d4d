"""Closing a cycle: what is missing, what goes on and where, then one change of all files, and a moment to be glad."""

from collections.abc import Iterator
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from okr_tui.actions.closing import close_cycle
from okr_tui.actions.cycles import NewCycle, plan_cycle
from okr_tui.domain.closing import Going, following, going_on, to_close
from okr_tui.domain.errors import OkrError
from okr_tui.domain.phases import Lack
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.modals.cycle_panel import CyclePanel
from okr_tui.ui.paint.lines import Says, Tells, Title
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, key, runs
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.failures import sentence as failure
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.numbers import figure
from okr_tui.words.phases import days_left, sentence
from okr_tui.words.scores import verdict

_MOST = 6
_ASKED = {"not-graded", "not-decided"}


class ClosingPanel(CyclePanel):
    """What is missing, each a key away; what goes on; `X` closes all of it at once.

    Args:
        cycle: id of the cycle.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "next_or_not", show=False),
        Binding("X", "close_it", show=False),
        Binding("y", "close_early", show=False),
    ]
    CSS = f"{CyclePanel.CSS} ClosingPanel > Vertical {{ width: 84; }}"

    def __init__(self, cycle: str) -> None:
        super().__init__(cycle)
        self._opens = True
        self._early = False
        self._foot = Heard()

    def compose(self) -> ComposeResult:
        """The question, what there is to know, the keys."""
        words = _("Close {cycle}?").format(cycle=one_line(self._content.cycle.name))
        with Vertical():
            yield Heard(Says(bold(words), dim(_("esc: not yet"))))
            yield self._pane
            yield self._foot

    def on_mount(self) -> None:
        """Shows it."""
        self._show()
        self._pane.focus(scroll_visible=False)

    # what it shows

    def _show(self) -> None:
        session, content = self._bench.session, self._content
        lacks = to_close(session.workspace, content, session.today)
        missing = [each for each in lacks if each.code != "no-next" or not self._opens]
        self._pane.set_rows([
            *self._missing(missing),
            *self._going(going_on(session.workspace, content, session.today)),
            blank(),
            *self._into(),
        ])  # fmt: skip
        does = _(" closes it all the same") if missing else _(" closes it")
        able = following(session.workspace, content) is None
        opens: Runs = runs("   ", key("n"), _(" opens no cycle") if self._opens else _(" opens the next one"))
        self._foot.hears(
            Says(runs(key("X"), does, opens if able else (), "   ", key("↵"), _(" sees to what is missing")))
        )

    def _missing(self, lacks: list[Lack]) -> Iterator[Row]:
        if not lacks:
            yield still(Tells(_("Everything has its grade and its decision."), first=Run("✔", "reached"), indent=2))
            yield blank()
            return
        yield still(Title(_("STILL MISSING")))
        for lack in lacks:
            yield still(Tells(sentence(lack), indent=2, first=Run("○", "at_risk")))
            if lack.code in _ASKED:
                yield from self._asked(lack)
        yield blank()

    def _asked(self, lack: Lack) -> Iterator[Row]:
        """The first of what a key away can be seen to; those of the team looked at come first."""
        session = self._bench.session
        places = [place for each in lack.about if (place := self._content.located.get(each)) is not None]
        places.sort(key=lambda place: place.team != session.team)
        for place in places[:_MOST]:
            line = Says(place.title, dim(session.workspace.name_of(place.team)), indent=2, leads=True)
            yield Row(str(place.table.id), (line,), lack.code)  # type: ignore[attr-defined]
        left = len(places) - _MOST
        if left > 0:
            yield still(Says(dim(ngettext("and {n} more", "and {n} more", left).format(n=left)), indent=2))

    def _going(self, found: tuple[Going, ...]) -> Iterator[Row]:
        yield still(Title(_("GOES ON"), str(len(found)) if found else ""))
        if not found:
            yield still(Tells(_("Nothing continues or is reworked: nothing is carried silently."), "dim"))
        for each in found:
            right = dim(verdict(each.decision.verdict))
            yield still(Says(bold(one_line(each.objective.title)), right))
            for going in each.key_results:
                unit = going.key_result.unit
                way = runs(dim(f"{figure(going.baseline, unit)} → "), figure(going.target, unit))
                yield still(Says(one_line(going.key_result.title), way, indent=2))
            n = len(each.left)
            if n:
                words = ngettext("{n} key result ends here", "{n} key results end here", n).format(n=n)
                yield still(Says(dim(words), indent=2))

    def _into(self) -> Iterator[Row]:
        session, content = self._bench.session, self._content
        known = following(session.workspace, content)
        yield still(Title(_("NEXT CYCLE")))
        if known is not None:
            words = _("It goes into {cycle}, which is open.").format(cycle=one_line(known.cycle.name))
        elif not self._opens:
            words = _("None is opened; what goes on waits in the decisions.")
        else:
            try:
                planned = plan_cycle(session.workspace, NewCycle(content.cycle.kind), session.today)
                words = _("{cycle} is opened with it, {start} to {end}.").format(
                    cycle=one_line(planned.span.label), start=planned.span.start, end=planned.span.end
                )
            except OkrError as error:
                words = failure(error)
        yield still(Tells(words))

    # keys

    def action_next_or_not(self) -> None:
        """Opens the next cycle with it, or does not."""
        self._opens = not self._opens
        self._show()

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Goes to what is missing, to see to it."""
        event.stop()
        self.dismiss()
        await self._bench.go("measure", focus=event.row.key)

    @property
    def _days_left(self) -> int:
        return (self._content.cycle.end - self._bench.session.today).days

    async def action_close_it(self) -> None:
        """Closes it at its end; before, says how many days are left and which other key closes it all the same."""
        if self._days_left <= 0:
            await self._close()
            return
        words = days_left(one_line(self._content.cycle.name), self._days_left)
        self._early = True
        self._foot.hears(Says(runs(bold(words), "   ", key("y"), _(" closes it all the same"), "   ", key("esc"))))

    async def action_close_early(self) -> None:
        """Closes it before its end, once that was asked."""
        if self._early:
            await self._close()

    async def _close(self) -> None:
        """Closes it: one change of all files; then the celebration."""
        session, content = self._bench.session, self._content
        wanted = None
        if self._opens and following(session.workspace, content) is None:
            wanted = NewCycle(content.cycle.kind)
        done = await self._bench.change(
            lambda author: close_cycle(session.root, author, session.workspace, content, wanted)
        )
        if done is None:
            return
        from okr_tui.ui.modals.celebrating import Celebration

        self._bench.look_at(self._cycle)
        self.dismiss()
        self._bench.push_screen(Celebration(self._cycle))
