"""What can be done while a ritual runs: steps and clock, votes, lines, minutes."""

import asyncio
from datetime import datetime
from pathlib import Path

from okr_tui.actions.act import Act, Author
from okr_tui.actions.minutes import minutes_page
from okr_tui.actions.presenting import hold, write_line
from okr_tui.domain.errors import OkrError
from okr_tui.domain.lines import LineKind
from okr_tui.store.runs import Written
from okr_tui.ui.commands import Command
from okr_tui.ui.rituals.verdicts import decided
from okr_tui.ui.rituals.votes import written
from okr_tui.ui.rituals.voting import Voting
from okr_tui.words.language import _


class Doing(Voting):
    """What keys do; the screen that inherits it draws."""

    _rung: tuple[int, int] = (-1, 0)

    def can(self, command: Command) -> bool:
        """Whether a command makes sense now; a key that does nothing is not shown."""
        match command.id:
            case "reveal":
                return (bool(self.showing.run.ballot) and self.votes_here) or self.second_round
            case "hand-vote":
                return (bool(self.showing.run.ballot) and self.votes_here) or self.opens_a_vote
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

    # steps and clock

    async def do_pause(self) -> None:
        """The clock stops, or goes on."""
        self.showing.happens("go-on" if self.showing.course.paused else "pause")

    async def do_next_step(self) -> None:
        """The next step; after the last one the ritual is over, when no line waits any more to be sent."""
        if not self.showing.course.last:
            self.showing.happens("next")
            self.open_the_vote()
            return
        if self.bench.drafts.get(self._draft, {}).get("text"):
            await self.do_write()
            words = _("This line was not sent yet: ↵ writes it down, emptied it goes; then the ritual can end.")
            self.bench.notify(words, severity="warning")
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
        self.open_line()

    def open_line(self) -> None:
        """The same at once, so that the next key is heard by it; not when the ritual is over."""
        if self.showing.course.ended:
            return
        kept = self.bench.drafts.get(self._draft, {})
        kind = kept.get("kind", "note")
        self.bar.open_line(kept.get("text", ""), kind if kind in {"decision", "action", "parked"} else "note")  # type: ignore[arg-type]

    def keep_line(self, text: str, kind: LineKind, *, vote: bool) -> None:
        """Keeps what was typed and not sent; a vote is nobody's words and is not kept."""
        self.lay_down()
        if not vote:
            self._keep(text, kind)

    def keep_typed(self) -> None:
        """Keeps what stands in the line now; nothing where it was sent or left meanwhile, or takes a vote."""
        if self.bar.is_open and not self.bar.vote:
            self._keep(self.bar.typed, self.bar.kind)

    def _keep(self, text: str, kind: LineKind) -> None:
        if text:
            self.bench.drafts[self._draft] = {"text": text, "kind": kind}
        else:
            self.bench.drafts.pop(self._draft, None)

    async def take_line(self, text: str, kind: LineKind) -> None:
        """Writes a line into its file at once; where that is not possible, the line is open again with it."""
        if not text:
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
            self.bar.open_line(text, kind)
            return
        showing.session = self.bench.session
        showing.run.written.append(Written(kind, text, done.act.id, showing.step.code))
        showing.keep()
        self.bench.drafts.pop(self._draft, None)

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
