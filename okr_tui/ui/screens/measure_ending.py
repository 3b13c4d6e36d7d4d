"""The ends in Measure: the survey, closing and reopening a cycle, the history of all that were closed."""

import asyncio
from collections.abc import Callable

from msgspec.structs import replace

from okr_tui.actions.act import Act, Author
from okr_tui.domain.across import Past, across, unread
from okr_tui.domain.errors import WrongUsage
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.screens.measure_doing import Key
from okr_tui.ui.screens.measure_retro import MeasureRetro
from okr_tui.ui.session import Session
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _


class MeasureEnding(MeasureRetro):
    """The actions of the survey, the closing and the history."""

    def __init__(self) -> None:
        super().__init__()
        self.everybody = False

    # the survey

    @property
    def action_survey(self) -> Callable[[], None] | None:
        """Opens the maturity survey; None outside its part, and once the cycle is closed."""
        content = self.session.content if self.session is not None else None
        open_ = content is not None and not content.cycle.closed
        return self._survey if self.part == "maturity" and open_ else None

    def _survey(self) -> None:
        from okr_tui.actions.balloting import open_survey
        from okr_tui.ui.modals.survey import SurveyPanel

        session = self.moment
        content, team = self.reviewed(session)
        author = self.bench.desk.author()
        ballot = open_survey(session.root, self._state, author, session.workspace, content, team)
        self.app.push_screen(SurveyPanel(ballot, content))

    # closing

    @property
    def action_close_cycle(self) -> Key | None:
        """Closes the cycle looked at, or opens a closed one again; None without one."""
        return self._close_or_reopen if self.session is not None and self.session.content is not None else None

    async def _close_or_reopen(self) -> None:
        content = self.moment.content
        if content is None:
            return
        if content.cycle.closed:
            await self.open_below(self._key(), self._reopening())
            return
        from okr_tui.ui.modals.closing import ClosingPanel

        self.app.push_screen(ClosingPanel(content.cycle.id))

    def _reopening(self) -> TableForm:
        from okr_tui.actions.closing import reopen_cycle

        session = self.moment
        content, _team = self.reviewed(session)

        def make(typed: Typed) -> Callable[[Author], Act]:
            if not typed["why"]:
                raise WrongUsage(_("Its scores were final: say why it is opened again."))
            return lambda author: reopen_cycle(session.root, author, content, typed["why"])

        title = _("Open {cycle} again?").format(cycle=one_line(content.cycle.name))
        fields = (Field("why", _("why"), asks=_("Everybody sees that its scores are no longer final, and why.")),)
        return TableForm(title, fields, make, draft=f"reopen {content.cycle.id}")

    # the history

    @property
    def action_everybody(self) -> Callable[[], None] | None:
        """This team's history, or everybody's; None outside its part."""
        return self._turn_everybody if self.part == "history" else None

    def _turn_everybody(self) -> None:
        self.everybody = not self.everybody
        self.show_part(self.moment)

    def past(self, session: Session) -> tuple[Past, ...]:
        """The cycles up to the one looked at; those that nobody has read yet come a moment later."""
        content, team = self.reviewed(session)
        if unread(session.workspace, session.today):
            self.run_worker(self._read_all(), group="past", exclusive=True, exit_on_error=False)
        return across(session.workspace, None if self.everybody else team, session.today, until=content)

    async def _read_all(self) -> None:
        """Reads the closed cycles in full, off the screen's own thread."""
        session = self.moment
        for each in unread(session.workspace, session.today):
            session = await asyncio.to_thread(self.bench.desk.look_at, session, each)
        self.bench.follow(replace(session, cycle=self.moment.cycle))

    def show_part(self, session: Session) -> None:
        """Says what the part looked at says."""
        raise NotImplementedError
