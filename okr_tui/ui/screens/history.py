"""What was done on this machine, to go back to; and who changed what since when, from the journals and git."""

import asyncio
from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from textual import events
from textual.app import ComposeResult
from textual.worker import Worker

from okr_tui.actions.looking_back import Committed, committed_since
from okr_tui.actions.undoing import Remembered, remembered
from okr_tui.domain.history import Row as Told
from okr_tui.domain.history import history, newest_first, with_parts
from okr_tui.domain.workspace import Located
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.paint.runs import dim, key, runs
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.aside import Aside
from okr_tui.ui.screens.history_rows import about_of, summed_rows, told_rows, undo_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.holders import Room
from okr_tui.ui.widgets.row_messages import Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import section, still
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _

_WIDE = 110
"""Columns from which the two lists stand side by side."""
_LISTED = 40
"""Changes of this machine that are listed, and as many that were taken back."""


class _Look(NamedTuple):
    """What of the history is shown: of all teams or the one looked at; of all the cycle or since Monday."""

    team: bool
    monday: bool


_LOOKS = (_Look(False, False), _Look(True, False), _Look(False, True), _Look(True, True))


class History(Aside):
    """Two lists: the undo list of this machine, and the history of the cycle looked at."""

    place = "history"

    DEFAULT_CSS = """
    History #both { layout: horizontal; width: 1fr; height: 1fr; }
    History #undo-list { width: 46; }
    History.-narrow #both { layout: vertical; }
    History.-narrow #undo-list { width: 1fr; height: auto; max-height: 7; margin-bottom: 1; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._done: tuple[Remembered, ...] = ()
        self._git = Committed("", ())
        self._reading = False
        self._look = 0
        self._lines: tuple[Told, ...] = ()

    def body(self) -> ComposeResult:
        """The two lists."""
        with Room(id="both"):
            yield RowPane(id="undo-list")
            yield RowPane(id="history-list")

    @property
    def undo_list(self) -> RowPane:
        """What was done here."""
        return self.query_one("#undo-list", RowPane)

    @property
    def told(self) -> RowPane:
        """Who changed what."""
        return self.query_one("#history-list", RowPane)

    def enter(self) -> None:
        """Asks git anew, behind what is shown."""
        super().enter()
        self._ask_git()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or one below the other."""
        self.set_class(event.size.width < _WIDE, "-narrow")
        self._show_done()

    # what it shows

    def refresh_from(self, session: Session) -> None:
        """Shows another moment; what was done here is read behind it."""
        del session
        self.title = _("History")
        self.set_class(self.app.size.width < _WIDE, "-narrow")
        self._show_told()
        self._ask_done()
        if self.frame.place is self:
            self._ask_git()

    def _ask_done(self) -> Worker[None]:
        return self.run_worker(self._read_done, group="done", exclusive=True, exit_on_error=False)

    async def _read_done(self) -> None:
        known = {each.number: each for each in self._done}
        self._done = await asyncio.to_thread(remembered, self.bench.desk.state, _LISTED, known)
        self._show_done()

    def _show_done(self) -> None:
        if not self.is_mounted or self.session is None:
            return
        pane, was = self.undo_list, self.undo_list.here
        pane.set_rows(undo_rows(self._done, self.session.today, short=self.has_class("-narrow")))
        if was is None or all(row.key != was.key for row in pane.rows):
            next_ = next((each for each in self._done if not each.undone), None)
            if next_ is not None:
                pane.go_to(str(next_.number))

    def _ask_git(self) -> Worker[None]:
        return self.run_worker(self._read_git, group="git", exclusive=True, exit_on_error=False)

    async def _read_git(self) -> None:
        session = self.moment
        self._reading = not self._git.head
        found = await asyncio.to_thread(committed_since, session.root, session.workspace.people, self._git)
        changed, self._reading = found is not self._git or self._reading, False
        self._git = found
        if changed:
            self._show_told()

    def _show_told(self) -> None:
        session = self.session
        if session is None or not self.is_mounted:
            return
        self._lines = self._wanted(session)
        look, since = _LOOKS[self._look], _monday(session.today)
        who = session.workspace.name_of(session.team) if look.team else _("all teams")
        when = _("since {day}").format(day=weekday_day(since)) if look.monday else _("the whole cycle")
        said = _("{who}, {when}").format(who=who, when=when)
        said = _("reading git …") if self._reading else said
        rows = [section(_("WHO CHANGED WHAT"), right=runs(dim(said + "  "), key("f")))]
        if look.monday:
            rows += summed_rows(session.workspace, self._lines, since, session.today)
        rows += told_rows(session.workspace, self._lines, session.today)
        if not self._lines:
            rows.append(still(Tells(_("Nothing was said or changed here; f shows the other teams or times."), "dim")))
        self.told.set_rows(rows)

    def _wanted(self, session: Session) -> tuple[Told, ...]:
        content, look = session.content, _LOOKS[self._look]
        if content is None:
            return ()
        about = with_parts([content], session.team) if look.team and session.team else None
        of_git = [line for line in self._git.rows if line.within[1] in {"", content.cycle.id}]
        lines = newest_first((*history([content], about), *newest_first(of_git, about)))
        return tuple(line for line in lines if not look.monday or line.day >= _monday(session.today))

    # keys

    def footer(self) -> Sequence[Hint] | None:
        """The keys of the form that is open, or those of the list that has the keys."""
        if self.open_form is not None:
            return super().footer()
        first = Hint("↵", _("open")) if self.is_mounted and self.told.has_focus else Hint("↵", _("go back to it"))
        rest = (Hint("u", _("undo")), Hint("^r", _("redo")), Hint("f", _("filter")), Hint("←→", _("other list")))
        return (first, *rest, Hint("esc", _("back")))

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The other list has other keys."""
        del event
        self.frame.refresh_frame()

    def under_cursor(self) -> Located:
        """What the line of the cursor is about."""
        here = self.pane.here
        return self.located(about_of(here.key, self._lines) if here is not None and here.kind == "told" else None)

    def action_narrow(self) -> None:
        """All teams or this one, the whole cycle or since Monday."""
        self._look = (self._look + 1) % len(_LOOKS)
        self._show_told()

    def on_row_pane_turned(self, event: Turned) -> None:
        """From one list to the other."""
        event.stop()
        (self.told if event.to == "right" else self.undo_list).focus(scroll_visible=False)

    async def on_row_pane_selected(self, event: Selected) -> None:
        """↵ does what the list is for."""
        event.stop()
        await self.action_pick()

    async def action_pick(self) -> None:
        """In the undo list goes back, or forward again, to the row; in the history opens what it is about."""
        here = self.pane.here
        if here is None:
            return
        if here.kind == "undo":
            await self._go_back_to(here.key)
            return
        found = self.under_cursor()
        if found.kind == "key-result":
            from okr_tui.ui.screens.detail import open_detail

            await open_detail(self, found.table.id)  # type: ignore[attr-defined]

    async def _go_back_to(self, number: str) -> None:
        """Takes changes back, or does them again, one by one, up to the row and with it; stops where one can't be."""
        undone = [each for each in self._done if each.undone]
        done = [each for each in self._done if not each.undone]
        again = next((len(undone) - index for index, each in enumerate(undone) if str(each.number) == number), 0)
        back = next((index + 1 for index, each in enumerate(done) if str(each.number) == number), 0)
        act = self.bench.action_redo if again else self.bench.action_undo
        for _step in range(again or back):
            before = self._next(undone=bool(again))
            await act()
            await self._read_done()
            if self._next(undone=bool(again)) == before:
                return

    def _next(self, *, undone: bool) -> int | None:
        order: Sequence[Remembered] = tuple(reversed(self._done)) if undone else self._done
        return next((each.number for each in order if each.undone is undone), None)


def _monday(today: date) -> date:
    """The Monday before today."""
    return today - timedelta(days=today.weekday() or 7)
