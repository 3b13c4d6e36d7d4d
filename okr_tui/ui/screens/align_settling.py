"""Settling alerts where they stand: what enter opens on one, and what is done with the answer."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from textual.message import Message
from textual.widget import Widget

from okr_tui.actions.act import Act, Author
from okr_tui.domain.alerts.alert import Alert
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.links import Asked
from okr_tui.domain.waits import asks
from okr_tui.domain.workspace import Located
from okr_tui.ui.screens.align_here import AlignPlace
from okr_tui.words.alerts import alert_said, alert_title
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import percent
from okr_tui.words.quoting import quoted, with_colon

if TYPE_CHECKING:
    from okr_tui.ui.forms.choice import Choice
    from okr_tui.ui.forms.pair import Pair
    from okr_tui.ui.forms.table_form import TableForm

_PAIRS = frozenset({"duplicate", "contradiction"})
"""Codes of alerts that are looked at side by side."""
_PAIR_KEYS = {"unite": "j", "link": "l", "keep": "k", "talk": "j"}
_DISMISS = "dismiss"
_DAYS = ("end", "by", "due")
"""Fields of a form in which the day may stand that lies outside of the cycle."""


class Settling(AlignPlace):
    """What can be done about an alert."""

    def __init__(self) -> None:
        super().__init__()
        self._settling: Alert | None = None

    async def settle(self, alert: Alert) -> None:
        """Opens what settles an alert: both things side by side, a choice of ways, or the only way at once."""
        self._settling = alert
        if alert.code in _PAIRS:
            await self.open_below(self.key_here, self._pair(alert))
            return
        ways = self._ways(alert)
        if len(ways) > 1:
            await self._choose(
                "way", _("What do you want to do?"), [*ways, (_DISMISS, _("let it stand, with a reason"))]
            )
        else:
            await self._go(alert, ways[0][0])

    def _ways(self, alert: Alert) -> list[tuple[str, str]]:
        said = alert_said(self.moment.workspace, self.content, alert)
        return [(each.code, each.words) for each in said.remedies]

    def _pair(self, alert: Alert) -> "Pair":
        from okr_tui.ui.forms.pair import Pair, Way, side_of

        workspace = self.moment.workspace
        sides = [side_of(workspace, place) for place in self._both(alert)]
        ways = [Way(_PAIR_KEYS[code], code, words) for code, words in self._ways(alert) if code in _PAIR_KEYS]
        if not any(each.code == "keep" for each in ways):
            ways.append(Way("k", _DISMISS, _("keep both, say why")))
        return Pair(sides, ways, _alike(alert))

    def _both(self, alert: Alert) -> list[Located]:
        found = [place for each in alert.about if (place := self.content.located.get(each)) is not None]
        return found[:2]

    # answers

    async def on_pair_chosen(self, event: "Pair.Chosen") -> None:
        """A way was taken with both side by side."""
        await self._answered(event, event.pair, event.code)

    async def on_pair_left(self, event: "Pair.Left") -> None:
        """It was looked at, and left."""
        await self._shut(event, event.pair)

    async def on_choice_left(self, event: "Choice.Left") -> None:
        """The question was left without an answer."""
        await self._shut(event, event.choice)

    async def on_choice_answered(self, event: "Choice.Answered") -> None:
        """A question about an alert was answered."""
        if event.choice.about == "way":
            await self._answered(event, event.choice, event.value)
            return
        await self._shut(event, event.choice)
        alert = self._settling
        if alert is not None:
            await self._carry_out(alert, event.choice.about, event.value)

    async def _answered(self, event: Message, form: Widget, code: str) -> None:
        await self._shut(event, form)
        if self._settling is not None:
            try:
                await self._go(self._settling, code)
            except WrongUsage as error:
                self.say(str(error))

    async def _choose(self, about: str, question: str, answers: list[tuple[str, str]]) -> None:
        from okr_tui.ui.forms.choice import Choice

        await self.open_below(self.key_here, Choice(question, answers, about))

    async def _go(self, alert: Alert, code: str) -> None:
        """The next step of a way."""
        if code in {"unite", "link"}:
            one, other = self._both(alert)
            question = _("Which one stays?") if code == "unite" else _("Which one supports the other?")
            await self._choose(code, question, [(_id(each), self._named(each)) for each in (one, other)])
        elif code in {"keep", _DISMISS}:
            await self.dismiss(alert)
        elif code == "talk":
            self.talk_about(alert.about[0])
        elif code == "release":
            answers = [(each, self._asked_words(each)) for each in alert.about]
            await self._choose(code, _("Which one goes without what it asks for? That request is withdrawn."), answers)
        elif code == "share":
            parts = [place for each in alert.facts["key_results"] if (place := self.pursued(each)) is not None]
            answers = [(_id(each), self._named(each)) for each in parts]
            await self._choose(code, _("Which one does somebody else take?"), answers)
        else:
            await self._at_once(alert, code)

    async def _at_once(self, alert: Alert, code: str) -> None:
        """A way that opens a form, or a list to choose from."""
        from okr_tui.ui.forms.aligning import ask_form, owner_form
        from okr_tui.ui.forms.changing import edit_form

        session, about = self.moment, alert.about[0]
        each = self.asked_of(about)
        match code:
            case "write":
                await self.write_objective()
            case "support" | "move":
                self.open_supports(self.under_cursor() if alert.code != "silo" else self._of_team(alert))
            case "invite":
                place = self.under_cursor() if alert.code != "silo" else self._of_team(alert)
                await self.open_below(self.key_here, ask_form(session, self.content, "invite", place))
            case "own":
                await self.open_below(self.key_here, owner_form(session, self.under_cursor()))
            case "vision" | "dates":
                await self._open_at(edit_form(session, self.located(about)), _DAYS if code == "dates" else ())
            case "hold":
                await self._open_at(self._role(about), ("holders",))
            case "drop":
                await self.withdraw(about)
            case "remind" | "answer" if each is not None:
                await self.answer(each, remind=code == "remind")
            case "elsewhere" if each is not None:
                from_ = self.content.located.get(each.request.from_) or each.team
                form = ask_form(session, self.content, each.request.kind, from_, need=each.request.need)
                await self.open_below(self.key_here, form)

    async def _open_at(self, form: "TableForm", keys: tuple[str, ...]) -> None:
        """Opens a form below the alert, with the keys in the first of some fields that it has."""
        await self.open_below(self.key_here, form)
        known = {field.key for field in form.fields}
        wanted = next((key for key in keys if key in known), None)
        if wanted is not None:
            form.go_to(wanted)

    def _role(self, identity: str) -> "TableForm":
        from okr_tui.ui.forms.team import edit_role

        teams = self.moment.workspace.teams
        found = ((team.id, role) for team in teams for role in team.role if role.id == identity)
        team, role = next(found, (None, None))
        if team is None or role is None:
            raise WrongUsage(_("Nobody holds this role any more, and it is gone."))
        return edit_role(self.moment, team, role)

    async def _carry_out(self, alert: Alert, code: str, value: str) -> None:
        """What is done once it is chosen with which of them."""
        from okr_tui.actions.aligning import support
        from okr_tui.actions.uniting import unite
        from okr_tui.ui.forms.aligning import owner_form

        session, found = self.moment, self.found
        if code == "release":
            await self.withdraw(value)
        elif code == "share":
            await self.open_below(self.key_here, owner_form(session, self.located(value)))
        elif found is not None:
            one, other = sorted(self._both(alert), key=lambda each: _id(each) != value)
            seen = found.seen
            act: Callable[[Author], Act] = lambda author: support(  # noqa: E731
                session.root, author, session.workspace, one, other
            )
            if code == "unite":
                act = lambda author: unite(session.root, author, seen, one, other)  # noqa: E731
            await self.bench.change(act)

    # words

    def _named(self, place: Located) -> str:
        return with_colon(one_line(self.moment.workspace.name_of(place.team)), one_line(place.title))

    def _asked_words(self, identity: str) -> str:
        each, name_of = self.asked_of(identity), self.moment.workspace.name_of
        if each is None:
            return identity
        return with_colon(f"{name_of(each.team)} → {name_of(each.of)}", quoted(one_line(each.request.need)))

    def _of_team(self, alert: Alert) -> Located:
        """The first objective of a team that an alert is about.

        Raises:
            WrongUsage: it has none.
        """
        found = next((place for each in alert.objectives if (place := self.pursued(each)) is not None), None)
        if found is None:
            raise WrongUsage(_("Put the cursor on an objective or a key result first."))
        return found

    # what alerts and rows have in common

    async def dismiss(self, alert: Alert) -> None:
        """Asks why an alert may stand."""
        from okr_tui.ui.forms.aligning import dismiss_form

        await self.open_below(self.key_here, dismiss_form(self.moment, self.content, alert, alert_title(alert.code)))

    async def withdraw(self, identity: str) -> None:
        """Takes a request back."""
        from okr_tui.actions.editing import drop

        place, root = self.located(identity), self.moment.root
        await self.bench.change(lambda author: drop(root, author, place))

    async def answer(self, each: Asked, *, remind: bool = False, verdict: str = "accept") -> None:
        """Opens the answer to a request; for whoever asks and waits, a word that asks again."""
        from okr_tui.ui.forms.aligning import answer_form, remind_form

        session, content = self.moment, self.content
        waits = asks(session.workspace, content, each, session.me) and each.state == "asked"
        again = remind or (waits and verdict == "accept")
        form = remind_form(session, content, each) if again else answer_form(session, content, each, verdict)
        await self.open_below(self.key_here, form)

    def open_supports(self, place: Located) -> None:
        """Opens the choice of what something supports."""
        raise NotImplementedError

    def talk_about(self, identity: str) -> None:
        """Opens the threads about something."""
        from okr_tui.ui.modals.talking import about_of
        from okr_tui.ui.modals.thread import ThreadPanel

        about = about_of(self.moment, identity)
        if about is not None:
            self.app.push_screen(ThreadPanel(about))

    async def write_objective(self) -> None:
        """Opens the form for an objective of the company, where it has none, else of the team looked at."""
        from okr_tui.ui.forms.adding import Drawer, new_objective

        session, found = self.moment, self.found
        team = found.seen.anchor if found is not None and found.seen.headless else session.team
        if team is None:
            raise WrongUsage(_("No team is chosen."))
        await self.open_below(self.key_here, new_objective(Drawer(lambda: self.moment, self.content.cycle.id, team)))


def _alike(alert: Alert) -> str:
    """How alike the two are."""
    if alert.code == "contradiction":
        return _("one measure, two directions")
    return _("alike {share}").format(share=percent(alert.facts["alike"] / 100))


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
