"""What can be opened over any place: words on what the cursor is on, the search, other cycles, what went wrong."""

from typing import TYPE_CHECKING, cast

from okr_tui.domain.errors import OkrError
from okr_tui.ui.app import OkrApp

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


class Openings(OkrApp):
    """The app with everything that opens over the place looked at; each is imported when it is first wanted.

    Attributes:
        minutes: those of the ritual that was presented last and is over, for whoever started okr to present it.
    """

    minutes: str = ""

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self)

    def action_comment(self) -> None:
        """Opens the threads of what the cursor is on."""
        from okr_tui.ui.modals.thread import open_thread

        open_thread(self._bench)

    def action_ask(self) -> None:
        """Asks the champion of the team looked at."""
        from okr_tui.ui.modals.thread import open_question

        open_question(self._bench)

    def action_who(self) -> None:
        """Asks who sits here."""
        from okr_tui.ui.modals.who import Who

        self.push_screen(Who())

    def action_find(self) -> None:
        """Opens the search over everything that has an id."""
        from okr_tui.ui.modals.find import Find

        self.push_screen(Find())

    def action_team_and_cycle(self) -> None:
        """Opens the choice of team and cycle."""
        from okr_tui.ui.modals.switch import Switch

        self.push_screen(Switch())

    async def action_conflicts(self) -> None:
        """Shows what two people have changed differently, to choose."""
        from okr_tui.ui.screens.aside import open_aside

        await open_aside(self._bench, "conflicts")

    def action_new_cycle(self) -> None:
        """Opens the form of a new cycle."""
        from okr_tui.ui.modals.cycles import NewCycleModal

        self.push_screen(NewCycleModal())

    def action_move_phase(self) -> None:
        """Opens the choice of the phase of the cycle looked at."""
        from okr_tui.ui.modals.cycles_phase import open_phase

        open_phase(self._bench)

    async def action_legs(self) -> None:
        """Opens the legs of the W of the cycle being made."""
        from okr_tui.ui.screens.legs import open_legs

        await open_legs(self._bench)

    async def action_history(self) -> None:
        """Shows what was done on this machine, and who changed what."""
        from okr_tui.ui.screens.aside import open_aside

        await open_aside(self._bench, "history")

    def action_present(self) -> None:
        """Lets a person choose a ritual to present."""
        self.present()

    def present(self, kind: str | None = None, team: str | None = None, minutes: int | None = None) -> None:
        """Presents a ritual; where that can't be, a sentence says why.

        Args:
            kind: which one; None lets the person choose.
            team: id of the team; None for the one looked at.
            minutes: how much time there is; None for as much as was agreed.
        """
        from okr_tui.ui.rituals.choosing import present
        from okr_tui.ui.rituals.presenting import Wanted
        from okr_tui.words.failures import sentence

        try:
            present(self._bench, Wanted(kind, team, minutes))
        except OkrError as error:
            self.notify(sentence(error), severity="error")

    def action_problems(self) -> None:
        """Shows what is wrong in the files."""
        from okr_tui.ui.modals.problems import Problems

        self.push_screen(Problems())
