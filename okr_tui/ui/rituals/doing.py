"""What can be done while a ritual runs: steps and clock, votes, lines, minutes."""

import asyncio
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from okr_tui.actions.act import Act, Author
from okr_tui.actions.balloting import tally
from okr_tui.actions.minutes import minutes_page
from okr_tui.actions.presenting import hold, write_line
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.lines import LineKind
from okr_tui.domain.voting import to_vote_on
from okr_tui.store.runs import Written
from okr_tui.ui.commands import Command
from okr_tui.ui.rituals.verdicts import decided
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


class Doing(Screen[None]):
    """What keys do; the screen that inherits it draws."""

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
    _rung: tuple[int, int] = (-1, 0)
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
        self._open_the_vote()

    def _open_the_vote(self) -> None:
        """A vote opens with its step, so that people can join at once."""
        showing = self.showing
        if showing.view == "vote" and not showing.results and not showing.run.ballot and not showing.course.ended:
            open_vote(showing, tuple(each.key_result.id for each in showing.voted_on))

    def can(self, command: Command) -> bool:
        """Whether a command makes sense now; a key that does nothing is not shown."""
        match command.id:
            case "reveal":
                return bool(self.showing.run.ballot) or self._second_round()
            case "hand-vote":
                return bool(self.showing.run.ballot) or self._opens_a_vote()
        return True

    def label(self, command: Command) -> str:
        """What a command is called now."""
        match command.id:
            case "pause" if self.showing.course.paused:
                return _("go on")
            case "reveal" if not self.showing.run.ballot:
                return _("second round")
            case "next-step" if self.showing.course.last:
                return _("to the minutes")
        return _(command.label)

    def _second_round(self) -> bool:
        return self.showing.view in {*_VOTES_IN, *_CARDS_IN} and self.showing.result(self.about) is not None

    def _opens_a_vote(self) -> bool:
        view = self.showing.view
        if view == "survey":
            return self.bench.session.me is not None
        return (view in _CARDS_IN and self.kind_here == "key-result") or (
            view in _VOTES_IN and not self.showing.results
        )

    # steps and clock

    async def do_pause(self) -> None:
        """The clock stops, or goes on."""
        self.showing.happens("go-on" if self.showing.course.paused else "pause")

    async def do_next_step(self) -> None:
        """The next step; after the last one the ritual is over."""
        if not self.showing.course.last:
            self.showing.happens("next")
            self._open_the_vote()
            return
        await self._finish()

    async def do_step_back(self) -> None:
        """The step before; from the minutes back to the last one."""
        if self.showing.course.ended:
            self.showing.run.events = [each for each in self.showing.run.events if each[1] != "end"]
            self.showing.happens("go-on")
            return
        self.showing.happens("back")

    async def do_one_more(self) -> None:
        """One more minute."""
        self.showing.happens("more")

    async def do_speaker(self) -> None:
        """The next one has the floor."""
        self.showing.next_speaker()

    async def do_order(self) -> None:
        """Another order of speaking."""
        self.showing.next_order()

    async def do_present_or_not(self) -> None:
        """Whoever has the floor is not here."""
        there = self.showing.ordered
        if len(there) > 1:
            gone = there[self.showing.run.speaker % len(there)]
            self.showing.run.people = [each for each in self.showing.run.people if each != gone]
            self.showing.__dict__.pop("ordered", None)
            self.showing.keep()
            name = self.showing.session.workspace.name_of(gone)
            self.bench.notify(_("{name} is not here.").format(name=name), timeout=2)

    async def do_sound(self) -> None:
        """The end of a step is heard and seen, or not."""
        self.showing.run.quiet = not self.showing.run.quiet
        self.showing.keep()
        self.bench.notify(
            _("Quiet: no sound, no flash.") if self.showing.run.quiet else _("The end of a step is heard.")
        )

    def rings(self) -> bool:
        """Whether a step has just run over: heard once, seen for a moment."""
        course = self.showing.course
        mark = (course.step, course.minutes[course.step])
        if not course.over or course.paused or self.showing.run.quiet:
            return False
        if self._rung != mark:
            self._rung = mark
            if course.left > -3:  # not when a ritual is opened again that had run over long ago
                self.bench.bell()
                return True
        return course.left > -1

    async def do_leave(self) -> None:
        """Leaves; the ritual goes on where it is when it is opened again, and one that is over is done with."""
        if self.showing.course.ended:
            self.bench.minutes = self.minutes()
            self.showing.forget()
        else:
            self.showing.keep()
            self.bench.notify(_("The ritual waits: p goes on with it."))
        self.dismiss()

    # lines

    @property
    def _draft(self) -> str:
        return f"ritual {self.showing.run.id} {self.showing.run.team}"

    async def do_write(self) -> None:
        """Opens the line, with what was typed and not sent."""
        kept = self.bench.drafts.get(self._draft, {})
        kind = kept.get("kind", "note")
        self.bar.open_line(kept.get("text", ""), kind if kind in {"decision", "action", "parked"} else "note")  # type: ignore[arg-type]

    def keep_line(self, text: str, kind: LineKind, *, vote: bool) -> None:
        """Keeps what was typed and not sent; a vote is nobody's words and is not kept."""
        self._hand = None
        if not vote and text:
            self.bench.drafts[self._draft] = {"text": text, "kind": kind}
        elif not vote:
            self.bench.drafts.pop(self._draft, None)

    async def take_line(self, text: str, kind: LineKind) -> None:
        """Writes a line into its file at once; it stays in the line where that is not possible."""
        if not text:
            self.bar.close()
            return
        self.bench.drafts[self._draft] = {"text": text, "kind": kind}
        showing = self.showing
        verdict = decided(showing, self.about, text) if kind == "decision" else None
        people = [each for each in showing.session.workspace.people if each.left is None]

        def make(author: Author) -> Act:
            if verdict is not None:
                return verdict(showing.session.root, author)
            method = showing.view == "notes"
            return write_line(showing.session.root, author, showing.of, kind, text, people=people, method=method)

        done = await self.bench.change(make)
        if done is None:
            return
        showing.session = self.bench.session
        showing.run.written.append(Written(kind, text, done.act.id, showing.step.code))
        showing.keep()
        self.bench.drafts.pop(self._draft, None)
        self.bar.close()

    # votes

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

    # the end

    async def _finish(self) -> None:
        """Marks the ritual as held; the votes that are still open are nobody's words and go."""
        showing = self.showing
        began = datetime.fromisoformat(showing.run.events[0][0])
        on = datetime.combine(showing.today, began.astimezone().time()).astimezone()
        taken = round(sum(showing.course.spent) / 60)
        done = await self.bench.change(lambda _author: hold(showing.session.root, showing.of, showing.today, on, taken))
        if done is None:
            return
        showing.session = self.bench.session
        written(showing)
        showing.happens("end")

    def minutes(self) -> str:
        """The page of the ritual."""
        titles = [(step.code, self.showing.words(step).title) for step in self.showing.steps]
        return minutes_page(self.showing.session.workspace, self.showing.run, self.showing.today, titles)

    async def do_save_minutes(self) -> None:
        """Writes the minutes into the folder where okr was started, under a name that is free."""
        run = self.showing.run
        stem = f"{run.on}-{run.kind}-{run.team}"
        path = await asyncio.to_thread(_saved, Path.cwd(), stem, self.minutes())
        self.bench.notify(_("The minutes are in {path}.").format(path=path))


def _saved(folder: Path, stem: str, text: str) -> Path:
    """Writes a file that does not exist yet.

    Raises:
        OkrError: it can't be written.
    """
    for number in range(1, 100):
        path = folder / (f"{stem}.md" if number == 1 else f"{stem}-{number}.md")
        try:
            with path.open("x", encoding="utf-8") as file:
                file.write(text)
        except FileExistsError:
            continue
        except OSError as error:
            raise OkrError(_("{path} can't be written: {reason}.").format(path=path, reason=error.strerror)) from error
        return path
    raise OkrError(_("{path} can't be written: {reason}.").format(path=folder / f"{stem}.md", reason=_("it exists")))
