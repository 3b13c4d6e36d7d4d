"""The keys of votes while a ritual runs: opened with their step, given here or elsewhere, revealed, asked again."""

from typing import TYPE_CHECKING

from okr_tui.actions.balloting import tally
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.voting import to_vote_on
from okr_tui.ui.ground import Ground
from okr_tui.ui.rituals.votes import (
    HandVote,
    count,
    cut_off,
    open_now,
    open_the_survey,
    open_vote,
    passed_on,
    revealed,
    written,
)
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.rituals.line import LineBar
    from okr_tui.ui.rituals.presenting import Presenting
    from okr_tui.ui.workbench import Workbench

_CARDS_IN = ("drafts",)
_VOTES_IN = ("vote", "lowest")


class Voting(Ground[None]):
    """What the keys of a vote do; the screen that inherits it draws."""

    showing: "Presenting"

    if TYPE_CHECKING:

        @property
        def bench(self) -> "Workbench":
            """The app around it."""

        @property
        def bar(self) -> "LineBar":
            """The line at the bottom."""

        @property
        def about(self) -> str:
            """Id of what the cursor is on."""

        @property
        def kind_here(self) -> str:
            """What kind of thing that is."""

        def paint(self) -> None:
            """Shows the step as it is now."""

    _hand: HandVote | None = None
    _revealing = False
    _tried = ("", 0)

    @property
    def asked(self) -> str:
        """Id of what whoever votes here is asked now; "" where nobody does."""
        return self._hand.asked if self._hand is not None else ""

    async def begin(self) -> None:
        """What waits when the screen opens: a result that was revealed and not written, a vote that belongs to the step."""
        if cut_off(self.showing):
            await self._write_result()
        self.open_the_vote()

    def open_the_vote(self) -> None:
        """A vote opens with its step, so that people can join at once."""
        showing = self.showing
        if showing.view == "vote" and not showing.results and not showing.run.ballot and not showing.course.ended:
            open_vote(showing, tuple(each.key_result.id for each in showing.voted_on))

    @property
    def votes_here(self) -> bool:
        """Whether votes belong to the step that runs."""
        return self.showing.view in {*_VOTES_IN, *_CARDS_IN, "survey"}

    @property
    def second_round(self) -> bool:
        """Whether what the cursor is on can be asked again."""
        return self.showing.view in {*_VOTES_IN, *_CARDS_IN} and self.showing.result(self.about) is not None

    @property
    def opens_a_vote(self) -> bool:
        """Whether a vote can be opened here."""
        view = self.showing.view
        if view == "survey":
            return self.bench.session.me is not None
        return (view in _CARDS_IN and self.kind_here == "key-result") or (
            view in _VOTES_IN and not self.showing.results
        )

    async def do_hand_vote(self) -> None:
        """The keyboard goes to the next one who has not voted; where no vote is open, one is opened."""
        showing = self.showing
        if not showing.run.ballot and showing.view == "survey":
            open_the_survey(showing, self.bench.session.me or "")
            return
        if not showing.run.ballot:
            cards = showing.view in _CARDS_IN
            every = tuple(each.key_result.id for each in to_vote_on(
                showing.session.workspace, showing.content, showing.run.team, showing.today
            ))  # fmt: skip
            open_vote(showing, (self.about,) if cards else every, cards=cards)
            return
        ballot, left = open_now(showing), count(showing)
        self._hand = passed_on(ballot, left) if ballot is not None and left is not None else None
        if self._hand is None:
            raise WrongUsage(_("Everybody has voted; r reveals."))
        self.bar.open_vote(*self._hand.asks(showing))

    async def take_vote(self, text: str) -> None:
        """Takes an answer, and asks the next one."""
        if self._hand is None:
            self.bar.close()
            return
        self._hand = self._hand.said(self.showing, text)
        if self._hand is None:
            self.bar.close()
            await self.look_into_the_box()
        else:
            self.bar.open_vote(*self._hand.asks(self.showing))

    async def do_reveal(self) -> None:
        """Shows the votes; afterwards a second round on what the cursor is on."""
        if self.showing.run.ballot:
            await self._reveal()
            return
        about = self.about
        cards = self.showing.view in _CARDS_IN
        self.showing.slips.pop(about, None)
        open_vote(self.showing, (about,), cards=cards)

    def lay_down(self) -> None:
        """Whoever votes here stops; what they have said so far is in no box, and gone."""
        self._hand = None

    async def look_into_the_box(self) -> None:
        """Shows how many have voted; when everybody has, all votes at once."""
        found = count(self.showing)
        if found is None:
            return
        now = (self.showing.run.ballot, found.answers)
        if found.answers and not found.waiting and self._hand is None and self._tried != now:
            self._tried = now
            try:
                await self._reveal()
            except OkrError as error:
                self.bench.notify(str(error), severity="error")
        self.paint()

    async def _reveal(self) -> None:
        self._hand = None
        self.bar.close()
        await self._write_result()

    async def _write_result(self) -> None:
        if self._revealing:
            return
        self._revealing = True
        try:
            told = revealed(self.showing)
            content, root = self.showing.content, self.showing.session.root
            done = await self.bench.change(lambda author: tally(root, author, content, told, self.showing.run.kind))
            if done is not None:
                self.showing.session = self.bench.session
                written(self.showing)
        finally:
            self._revealing = False
