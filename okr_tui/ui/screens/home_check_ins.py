"""Home, as far as check-ins go: its list, and the forms that open in it one after the other."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult

from okr_tui.domain.errors import WrongUsage
from okr_tui.store.last_look import last_look
from okr_tui.ui.place import Hint, Place
from okr_tui.ui.screens.home_rows import DUE, KPI, OTHER, Shown, due_standings, rows_of
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.language import _, ngettext

if TYPE_CHECKING:
    from okr_tui.ui.forms.asked import Asked
    from okr_tui.ui.forms.check_in import CheckInForm
    from okr_tui.ui.workbench import Workbench

_FIRST_LOOK = timedelta(days=7)
"""How far back the news go for somebody who never looked."""
_SHORT = 30
"""Rows of the terminal below which what I owe stands closer together."""
_BESIDE_ROWS = 5
"""Cells of the pane that are not for words: edge, cursor, margin, scroll bar."""
_FIGURES = frozenset({DUE, OTHER, KPI})
"""Kinds of rows on which a check-in opens."""


class CheckInPlace(Place):
    """The list of what I owe; its check-ins open in place and the next one follows."""

    def __init__(self) -> None:
        super().__init__()
        self.since: date | None = None
        self._opened: str | None = None
        self._run: tuple[str, ...] = ()
        self._saved: frozenset[str] = frozenset()

    def body(self) -> ComposeResult:
        """One list."""
        yield RowPane(id="owed")

    @property
    def pane(self) -> RowPane:
        """The list."""
        return self.query_one("#owed", RowPane)

    @property
    def bench(self) -> "Workbench":
        """The app, with its desk."""
        return cast("Workbench", self.app)

    @property
    def now(self) -> Session:
        """The last snapshot; Home is never shown without one."""
        return self.session or self.bench.session

    # what it shows

    def refresh_from(self, session: Session) -> None:
        """Shows another snapshot; an open form goes on with it."""
        if self.since is None:
            looked = last_look(self.bench.desk.state, session.me, session.today) if session.me else None
            self.since = looked or session.today - _FIRST_LOOK
        self._repaint()
        form = self._form
        asked = self._asked(self._opened) if form is not None and self._opened else None
        if form is not None and asked is not None:
            form.follow(asked)

    def _repaint(self) -> None:
        session, pane = self.now, self.pane
        shown = Shown(
            since=self.since or session.today - _FIRST_LOOK, drafts=self.bench.drafts, run=self._run,
            saved=self._saved, opened=self._opened, short=self.app.size.height < _SHORT,
            width=max((pane.size.width or 89) - _BESIDE_ROWS, 20), problems_key=self.key_of("problems"),
        )  # fmt: skip
        pane.set_rows(rows_of(session, shown))

    async def on_key(self, event: events.Key) -> None:
        """↵ opens a check-in before another key is looked at; what is typed ahead of the form is typed into it."""
        here = self.pane.here
        if event.key == "enter" and self._opened is None and self.pane.has_focus:
            if here is None or here.kind not in _FIGURES:
                return
            event.stop()
            event.prevent_default()
            await self.begin(here.key)
        elif self._opened is not None and (event.is_printable or event.key in {"enter", "tab"}):
            # The form stops every key of its own, so this one was pressed while it was being opened.
            event.stop()
            event.prevent_default()
            self._pass_on(event)

    def _pass_on(self, event: events.Key) -> None:
        """Gives a key to the field that has the focus now."""
        focused = self.app.focused
        if focused is not None and focused is not self.pane:
            focused.post_message(events.Key(event.key, event.character))

    def on_resize(self, event: events.Resize) -> None:
        """What fits depends on the size."""
        del event
        if self.session is not None:
            self._repaint()
            self.call_after_refresh(self.repaint_panel)

    def footer(self) -> Sequence[Hint] | None:
        """The keys of the form while one is open."""
        if self._opened is None:
            answering = self.pane.form is not None
            return (Hint("enter", _("save")), Hint("tab", _("field")), Hint("esc", _("leave"))) if answering else None
        return (
            Hint("enter", _("save, next")),
            Hint("tab", _("field")),
            Hint("^s", _("save")),
            Hint("esc", _("keep as a draft")),
        )

    def key_of(self, command: str) -> str:
        """The key of a command that works here; "" for one that doesn't."""
        return next((each.keys[0] for each in self.frame.commands if each.id == command and each.keys), "")

    # check-ins

    @property
    def _form(self) -> "CheckInForm | None":
        """The check-in that is open."""
        return cast("CheckInForm | None", self.pane.form) if self._opened is not None else None

    async def action_check_in(self) -> None:
        """Opens the check-in of the row under the cursor, else of the first one that is due."""
        here = self.pane.here
        if here is not None and here.kind in _FIGURES:
            await self.begin(here.key)
            return
        due = due_standings(self.now)
        if not due:
            raise WrongUsage(_("Nothing is due, and the cursor is on no key result."))
        await self.begin(due[0].key_result.id)

    async def begin(self, identity: str) -> None:
        """Opens a check-in; when it is one of those that are due, the others follow."""
        if self.now.me is None:
            raise WrongUsage(_("Nobody knows who you are here: start okr with --me ID; the ids stand in people.toml."))
        due = tuple(each.key_result.id for each in due_standings(self.now))
        kpis = tuple(row.key for row in self.pane.rows if row.kind == KPI)
        run = next((each for each in (due, kpis) if identity in each), (identity,))
        self._run, self._saved = run, frozenset()
        await self._open(identity)

    def _asked(self, identity: str) -> "Asked | None":
        """The question about a key result or a KPI; None where there is none of them any more."""
        if identity in self.now.workspace.kpi_by_id:
            from okr_tui.ui.screens.kpi_asked import kpi_asked

            return kpi_asked(self.now, identity)
        standing = self.now.standing(identity)
        if standing is None:
            return None
        from okr_tui.ui.forms.asked import asked_of

        return asked_of(self.now, standing)

    async def _open(self, identity: str) -> None:
        from okr_tui.ui.forms.check_in import CheckInForm

        asked = self._asked(identity)
        if asked is None:
            raise WrongUsage(_("That key result is no longer there."))
        self._opened = identity
        with self.app.batch_update():
            self._repaint()
            await self.pane.open_below(identity, CheckInForm(asked))
        self.frame.refresh_frame()

    async def on_check_in_form_saved(self, event: "CheckInForm.Saved") -> None:
        """The next one that is due opens; after the last one they go to where they belong."""
        event.stop()
        self._saved |= {event.subject}
        after = self._run[self._run.index(event.subject) + 1 :] if event.subject in self._run else ()
        left = [each for each in (*after, *self._run) if each not in self._saved and self._asked(each)]
        if event.goes_on and left:
            self.pane.focus(scroll_visible=False)
            await self._open(left[0])
            for key in event.form.ahead:
                self._pass_on(key)
            return
        await self._end(cursor=left[0] if left else None)

    async def on_check_in_form_kept(self, event: "CheckInForm.Kept") -> None:
        """Closes; the cursor stays."""
        event.stop()
        await self._end(cursor=event.subject)

    async def _end(self, cursor: str | None) -> None:
        """Closes the form and says how many were saved."""
        n = len(self._saved)
        self._opened, self._run, self._saved = None, (), frozenset()
        with self.app.batch_update():
            await self.pane.close()
            self._repaint()
            first = next((row.key for row in self.pane.rows if row.selectable), None)
            key = cursor if cursor is not None else first
            if key is not None:
                self.pane.go_to(key)
        if n:
            self.app.clear_notifications()  # one note about all of them, in place of one for each
            self.say(ngettext("{n} check-in saved", "{n} check-ins saved", n).format(n=n))
        self.repaint_panel()
        self.frame.refresh_frame()
