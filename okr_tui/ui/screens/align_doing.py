"""What is done in Align by a key: support, invite, ask, challenge, remind, thank, agree, dismiss, withdraw."""

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import VISION, Link
from okr_tui.domain.tree import Tree
from okr_tui.domain.workspace import Located
from okr_tui.ui.screens.align_settling import Settling
from okr_tui.words.language import _


class Doing(Settling):
    """The keys of Align that change something, the same in all of its views."""

    def __init__(self) -> None:
        super().__init__()
        self._planted = Tree()

    # contribute

    def action_support(self) -> None:
        """Opens the choice of what the objective or key result of the cursor supports."""
        self.open_supports(self.under_cursor())

    def open_supports(self, place: Located) -> None:
        """Opens the choice of what something supports."""
        from okr_tui.ui.modals.supports import SupportsChoice

        self.app.push_screen(SupportsChoice(self.moment, self._planted, place))

    async def action_invite(self) -> None:
        """Asks a team whether it contributes to what the cursor is on."""
        from okr_tui.ui.forms.aligning import ask_form

        form = ask_form(self.moment, self.content, "invite", self.under_cursor(), self.team_here)
        await self.open_below(self.key_here, form)

    async def action_thank(self) -> None:
        """Thanks whoever contributes.

        Raises:
            WrongUsage: the cursor is on no contribution.
        """
        from okr_tui.ui.forms.aligning import thank_form

        await self.open_below(self.key_here, thank_form(self.moment, self._contribution()))

    def _contribution(self) -> Located:
        """What the cursor is on, in the matrix what contributes in its cell."""
        if self.looking != "matrix":
            return self.under_cursor()
        found = next((place for each in self.contributors_here if (place := self.pursued(each)) is not None), None)
        if found is None:
            raise WrongUsage(_("Nobody contributes here; ← and → choose another team."))
        return found

    # depend

    async def action_need(self) -> None:
        """Asks another team for something by a day: for what the cursor is on, or for the team looked at.

        Raises:
            WrongUsage: no team is looked at.
        """
        from okr_tui.ui.forms.aligning import ask_form

        session = self.moment
        try:
            place: Located | None = self.under_cursor()
        except WrongUsage:
            place = None
        mine = place is not None and place.team == session.team and place.cycle == self.content.cycle.id
        from_ = place if mine else session.team
        if from_ is None:
            raise WrongUsage(_("No team is chosen."))
        to = self.team_here or (place.team if place is not None and not mine else "")
        await self.open_below(self.key_here, ask_form(session, self.content, "depend", from_, to))

    async def action_remind(self) -> None:
        """Asks again what nobody has answered.

        Raises:
            WrongUsage: the cursor is on no request.
        """
        each = self.asked_here
        if each is None:
            raise WrongUsage(_("Put the cursor on a request first."))
        await self.answer(each, remind=True)

    async def action_object(self) -> None:
        """Objects: to a request with an answer that asks back, to a link with a question that its owner sees.

        Raises:
            WrongUsage: the cursor is on nothing that declares a link.
        """
        from okr_tui.ui.forms.aligning import challenge_form

        each = self.asked_here
        if each is not None:
            await self.answer(each, verdict="challenge")
            return
        await self.open_below(self.key_here, challenge_form(self.moment, self._linked()))

    def _linked(self) -> Located:
        """What declares the link that the cursor is on: the objective, or the key result of it that does."""
        place, link = self._contribution(), self.here.link if self.here is not None else None
        declared = self._link_of(place) if link is None or link.target == VISION else link
        source = self.pursued(declared.source) if declared is not None else None
        if source is None:
            raise WrongUsage(_("Nothing is declared here: put the cursor on what contributes."))
        return source

    def _link_of(self, place: Located) -> Link | None:
        objective = place.objective.id if place.objective is not None else ""
        links = self._planted.graph.links.get(objective, ())
        return next((each for each in links if each.target != VISION), None)

    # alerts

    async def action_drop(self) -> None:
        """Lets an alert stand with a reason, withdraws a request, gives up anything else with a reason."""
        alert, each = self.alert_here, self.asked_here
        if alert is not None:
            await self.dismiss(alert)
        elif self.let_here is not None:
            await self.take_up()
        elif each is not None:
            await self.withdraw(each.request.id)
        else:
            await super().action_drop()

    async def take_up(self) -> None:
        """Takes up again what somebody let stand."""
        from okr_tui.actions.dismissing import take_up

        let, session = self.let_here, self.moment
        if let is not None:
            cycle = self.content.cycle.id
            await self.bench.change(lambda _author: take_up(session.root, cycle, let))

    async def action_add(self) -> None:
        """Writes an objective: the company's first where it has none, else one of the team looked at."""
        await self.write_objective()

    # agree, explain

    def action_agree(self) -> None:
        """Asks once: agrees to what the team of the cursor proposes, or proposes its drafts."""
        from okr_tui.ui.modals.agreeing import open_agreeing

        node, session = self.here, self.moment
        place = node.place if node is not None else None
        objective = place.objective if place is not None else None
        cycle, team = (place.cycle, place.team) if place is not None else (session.cycle, session.team)
        open_agreeing(self.bench, cycle, team, objective.id if objective is not None else "", first="agree")

    def action_why(self) -> None:
        """Says why the number of the row is what it is."""
        from okr_tui.ui.modals.why import open_why

        try:
            place: Located | None = self.under_cursor()
        except WrongUsage:
            place = None
        open_why(self, str(place.table.id) if place is not None else None)  # type: ignore[attr-defined]
