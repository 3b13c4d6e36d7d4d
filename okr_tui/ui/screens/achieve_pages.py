"""Pages that take the place of Achieve's table: what changed since a day, and the week beside the one before it."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from okr_tui.actions.act import Act, Author
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.history import Row as Told
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.mid_cycle import MidCycle
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day

_WEEK = timedelta(days=7)


class AchievePages(MidCycle):
    """What pages have in common: which one is open, the day it looks back to, whose it is.

    Attributes:
        page: the one that is open; "" where the table is.
    """

    def __init__(self) -> None:
        super().__init__()
        self.page = ""
        self._since: date | None = None
        self._everybody = False
        self._lines: tuple[Told, ...] = ()
        self._weeks_back = 0

    @property
    def table(self) -> RowPane:
        """The key results, or the page."""
        return self.query_one("#achieve-table", RowPane)

    @property
    def since(self) -> date:
        """The day that the page looks back to."""
        return self._since or self.moment.today - _WEEK

    def page_footer(self) -> Sequence[Hint]:
        """The keys of the page that is open."""
        if self.page == "week":
            return (Hint("e", _("write yours")), Hint("←→", _("other weeks")), Hint("esc", _("back")))
        if self.page == "rounds":
            return (Hint("↵", _("open")), Hint(";", _("comment")), Hint("esc", _("back")))
        return (Hint("←→", _("a week")), Hint("o", _("another day")), Hint("f", _("all teams")), Hint("↵", _("open")),
                Hint("esc", _("back")))  # fmt: skip

    def page_rows(self, session: Session) -> tuple[Row, ...]:
        """What the page says."""
        if session.content is None:
            return ()
        if self.page == "week":
            from okr_tui.ui.screens.achieve_week import week_rows

            return week_rows(session, session.content, session.team or "", self._weeks_back)
        if self.page == "rounds":
            from okr_tui.ui.screens.achieve_rounds import rounds_rows

            return rounds_rows(session, session.content)
        from okr_tui.ui.screens.achieve_changes import changed_lines, changes_rows

        self._lines = changed_lines(session, session.content, self.since, everybody=self._everybody)
        return changes_rows(session, self._lines, self.since, everybody=self._everybody)

    def under_cursor(self) -> Located:
        """What the row of the cursor is about; on a page of lines what its line is about."""
        here = self.pane.here
        if here is None or here.kind != "told":
            return super().under_cursor()
        from okr_tui.ui.screens.history_rows import about_of

        return self.located(about_of(here.key, self._lines))

    def page_turned(self, weeks: int) -> None:
        """So many weeks later, or earlier; never after today."""
        self._weeks_back = max(self._weeks_back - weeks, 0)
        self._since = min(self.since + weeks * _WEEK, self.moment.today - timedelta(days=1))
        self.refresh_from(self.moment)

    def page_filtered(self) -> None:
        """All teams, or the one looked at."""
        self._everybody = not self._everybody
        self.refresh_from(self.moment)

    def action_changes(self) -> None:
        """Opens what changed since last week, or closes it."""
        self.open_page("" if self.page == "changes" else "changes")

    def action_rounds(self) -> None:
        """Opens the champion's page, or closes it.

        Raises:
            WrongUsage: it is not for whoever looks.
        """
        from okr_tui.domain.champion import may_see

        if not may_see(self.moment.workspace, self.moment.me):
            raise WrongUsage(_("This page is for champions, leads, coaches and sponsors; 5 says who they are."))
        self.open_page("" if self.page == "rounds" else "rounds")

    def action_week(self) -> None:
        """Opens the week beside the one before it, or closes it."""
        if self.moment.content is None or self.moment.team is None:
            raise WrongUsage(_("A week belongs to a team in a cycle; t chooses them."))
        self.open_page("" if self.page == "week" else "week")

    async def action_edit(self) -> None:
        """On the week, writes one's own; elsewhere changes what the cursor is on."""
        if self.page != "week":
            await super().action_edit()
            return
        from okr_tui.ui.screens.achieve_week import week_form

        session, here = self.moment, self.table.here
        if session.me is None:
            raise WrongUsage(_("Nobody knows who you are here: start okr with --me ID; the ids stand in people.toml."))
        if session.content is None or here is None:
            return
        form = week_form(session, session.content)
        await self.open_below(here.key, form)
        if here.key in {field.key for field in form.fields}:
            form.go_to(here.key)

    def open_page(self, page: str) -> None:
        """Opens a page, or with "" the table."""
        self.page = page
        self._since, self._weeks_back = None, 0
        self.refresh_from(self.moment)
        self.table.first()
        self.table.focus(scroll_visible=False)
        self.frame.refresh_frame()

    async def action_other_day(self) -> None:
        """Asks for the day to look back to."""
        from okr_tui.ui.forms.table_form import TableForm

        if self.page != "changes":
            raise WrongUsage(_("n shows what changed; there o chooses the day."))
        today = self.moment.today

        def make(typed: Typed) -> Callable[[Author], Act] | None:
            day = typed_day(typed["day"])
            if day >= today:
                raise WrongUsage(_("Choose a day before today."))
            self._since = day
            self.call_after_refresh(lambda: self.refresh_from(self.moment))
            return None

        asks = _("A day such as 2026-10-05: everything since then is shown.")
        field = Field("day", _("since"), self.since.isoformat(), asks=asks,
                      says=lambda text: weekday_day(typed_day(text), today))  # fmt: skip
        here = self.table.here
        await self.open_below(here.key if here is not None else "", TableForm(_("What changed since"), (field,), make))
