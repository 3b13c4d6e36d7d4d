"""The app on a real workspace: what places and modals use to change things and to get about."""

import asyncio
import signal
import subprocess
import sys
import time
from collections.abc import Callable, MutableMapping
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from msgspec.structs import replace
from textual import events

from okr_tui.actions.act import Act, Author, Done
from okr_tui.domain.errors import OkrError
from okr_tui.store.state import SHARED, remember_me, unforeseen
from okr_tui.ui.desk import Desk
from okr_tui.ui.framing import frame_view
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.openings import Openings
from okr_tui.ui.paint.rail import FrameView
from okr_tui.ui.preferences import Preferences
from okr_tui.ui.quiet import Keys
from okr_tui.ui.recalled import begin_to_recall, lacks_more
from okr_tui.ui.session import Session
from okr_tui.ui.text import rich_text
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.domain.workspace import Located

_READ = 8.0  # seconds that a note stays which a person should not miss


class Workbench(Openings):
    """The app with a desk: reads and writes one workspace for one person.

    Args:
        desk: where it works.
        session: the first moment.
        preferences: a person's theme and keys.
        shown: what is done once, when the first screen stands there.
        watching: whether changes by others appear by themselves.

    Attributes:
        keys: when a key was pressed last.
        changing: held while something is changed from here, until it is shown.
    """

    def __init__(
        self,
        desk: Desk,
        session: Session,
        preferences: Preferences | None = None,
        shown: Callable[[], None] | None = None,
        *,
        watching: bool = False,
    ) -> None:
        super().__init__(session, self._framed, preferences=preferences)
        self.desk = desk
        self._when_shown = shown
        self._watching = watching
        self.keys = Keys()
        self.changing = asyncio.Lock()
        self._sharing = ""
        self.said_of_sharing: set[str] = set()

    async def on_mount(self) -> None:
        """Begins like every app of the frame; Textual calls both."""
        self._leave_on_signals()
        if self._when_shown is not None:
            self.call_after_refresh(self._when_shown)
        self.call_after_refresh(self._begin)
        if self._watching:
            self.set_interval(60, self.refresh_frame)  # how long ago it was shared

    def _leave_on_signals(self) -> None:
        """Gives the terminal back when the system ends the app; what is typed was kept at every key."""
        if self.is_headless or sys.platform == "win32":
            return
        loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGHUP):
            loop.add_signal_handler(number, partial(self.exit, return_code=128 + number))

    def end_as_told(self) -> None:
        """Ends the process as its shell expects it where the system has ended the app: 128 and the signal's number.

        Raises:
            SystemExit: the system has.
        """
        if self.return_code:
            raise SystemExit(self.return_code)

    def _begin(self) -> None:
        """What goes on behind, from when the first screen stands there."""
        self.keys.shown(time.monotonic())
        begin_to_recall(self)
        if self._watching:
            self._watch()

    def show(self, session: Session) -> None:
        """Takes another snapshot; what is missing of another team, or since a cycle was closed, is read behind."""
        before = self.session
        super().show(session)
        if self.is_running and lacks_more(before, session):
            begin_to_recall(self)

    def _watch(self) -> None:
        from okr_tui.ui.ahead import make_ready
        from okr_tui.ui.auto_sharing import share_by_itself
        from okr_tui.ui.watching import watch

        self.run_worker(watch(self), group="watching", exit_on_error=False)
        self.run_worker(share_by_itself(self), group="auto-sharing", exit_on_error=False)
        self.run_worker(make_ready(self), group="ready", exit_on_error=False)

    async def on_event(self, event: events.Event) -> None:
        """Remembers when a key was pressed, whoever uses it."""
        if isinstance(event, events.Key):
            self.keys.pressed(time.monotonic())
        await super().on_event(event)

    async def go_to(self, place: str) -> None:
        """Shows a place, with the whole processor."""
        with self.keys.answering():
            await super().go_to(place)

    def _framed(self, session: Session) -> FrameView:
        """What the head shows, with how long ago the workspace was shared."""
        view = frame_view(session)
        if self._sharing:
            return replace(view, facts=(*view.facts, self._sharing))
        if not (self.desk.state / SHARED).exists():
            return view
        from okr_tui.ui.sharing import shared_ago

        return replace(view, facts=(*view.facts, shared_ago(self.desk.state, datetime.now(UTC))))

    def action_sync(self) -> None:
        """Shares the workspace with the others, while everything goes on; a second time only when that is done."""
        self.share()

    def share(self, *, quiet: bool = False) -> None:
        """Shares the workspace in the background, unless that is going on already.

        Args:
            quiet: nobody has asked for it, so nothing is said that needs nobody.
        """
        from okr_tui.ui.sharing import share

        if not any(worker.group == "sharing" and not worker.is_finished for worker in self.workers):
            self.run_worker(share(self, quiet=quiet), group="sharing", exit_on_error=False)

    def say_sharing(self, words: str) -> None:
        """Says in the top bar how far a sync is; nothing when it is over."""
        self._sharing = words
        if self.is_running:
            self.refresh_frame()

    @property
    def drafts(self) -> MutableMapping[str, dict[str, str]]:
        """What was typed into forms and neither saved nor discarded."""
        return self.desk.drafts

    async def change(self, make: Callable[[Author], Act]) -> Done | None:
        """Carries out an action and shows the workspace as it is then.

        Args:
            make: the action, given who acts.

        Returns:
            What was done; None where it could not be: then a sentence has said why, and nothing is changed.
        """
        return await self._changed(lambda: self.desk.carry_out(make), "{name}")

    async def join(self, line: str) -> None:
        """Adds the person who sits here, and goes on as them.

        Args:
            line: their name, address and teams, as they are pasted.
        """
        done = await self._changed(lambda: self.desk.join(line), _("{name} · ^s shares it"))
        if done is not None:
            await self.become(done.act.id)

    async def become(self, person: str) -> None:
        """Goes on as one of the people, and remembers it for this workspace on this machine."""
        self.desk.me = person
        try:
            await asyncio.to_thread(remember_me, self.desk.root, self.session.workspace.settings.id, person)
        except OSError:
            self.notify(_("who you are could not be remembered; say --me {me}").format(me=person), severity="warning")
        workspace = self.session.workspace
        self.show(replace(self.session, me=person, team=workspace.own_team(person, self.session.content)))

    async def _changed(self, carry_out: Callable[[], Done], words: str, back: str = "") -> Done | None:
        """Changes the files, off the screen's own thread, shows the workspace as it is then, and says what was done.

        Args:
            carry_out: changes them.
            words: what is said, with the change's name in `{name}`.
            back: how to turn it round; what says so cannot be overlooked, and stays until it is read.
        """
        try:
            async with self.changing:
                done = await asyncio.to_thread(carry_out)
                self.follow(await asyncio.to_thread(self.desk.again, self.session))
        except OkrError as error:
            from okr_tui.words.failures import sentence

            self.notify(sentence(error), severity="error", markup=False)
            return None
        self._say_how_saved(done, words, back)
        return done

    def _say_how_saved(self, done: Done, words: str, back: str) -> None:
        if done.act.change.taken_back is not None and not done.written.files:
            words = _("nothing was left to change: {name}")
        said = words.format(name=one_line(done.act.change.name))
        if back:
            self.notify(f"{said}\n{back}", severity="warning", timeout=_READ)
        else:
            self.notify(said, timeout=2)
        for path, kept in done.written.rewritten:
            words = _("{path} could not be changed in place; its comments are in the old version, kept at {kept}")
            self.notify(words.format(path=path, kept=kept), severity="warning", markup=False)
        for told in done.told:
            self.notify(one_line(told), severity="warning", markup=False, timeout=_READ)
        if done.written.unsafe:
            self.notify(_("saved, but not yet safe from a power cut"), severity="warning", markup=False)
        if done.written.conflicts:
            both = _(
                "Somebody else has changed the same meanwhile; both values are kept until one is chosen: C shows them."
            )
            self.notify(both, severity="warning", markup=False)

    async def action_undo(self) -> None:
        """Takes back the last change that was made on this machine, and says which: the key may have been a slip."""
        back = _("{key} does it again; {history} lists what was done here").format(
            key=self._key_of("redo"), history=self._key_of("history")
        )
        await self._changed(lambda: self.desk.take_back("undo"), _("taken back: {name}"), back)

    async def action_redo(self) -> None:
        """Does again what was taken back last, and says what."""
        back = _("{key} takes it back").format(key=self._key_of("undo"))
        await self._changed(lambda: self.desk.take_back("redo"), _("done again: {name}"), back)

    def _key_of(self, command: str) -> str:
        """The key of a command, as this person has it."""
        return next((shown_key(each.keys[0]) for each in self.keymap.commands if each.id == command and each.keys), "")

    def _fatal_error(self) -> None:
        """Ends the app after a failure that nobody foresaw with one sentence, where Textual would print a traceback."""
        error = sys.exc_info()[1] or self._exception
        said = unforeseen(error) if error is not None else _("Something went wrong that should not.")
        self._exit_renderables.append(rich_text(f"okr: {said}"))
        self._close_messages_no_wait()

    def follow(self, read: Session) -> None:
        """Shows another workspace where a person looks by now, which may be elsewhere than when it began to be read.

        Where the cycle looked at is gone, the one that was read in its place is shown.
        """
        now = self.session
        cycle = now.cycle if now.cycle in read.workspace.cycles else read.cycle
        self.show(replace(now, workspace=read.workspace, revision=read.revision, cycle=cycle))

    def read_again(self) -> None:
        """Shows what is on the disk now."""
        try:
            self.show(self.desk.again(self.session))
        except OkrError as error:
            self.notify(str(error), severity="error", markup=False)

    def look_at(self, cycle: str) -> None:
        """Reads a cycle in full, closed or not, and shows it."""
        self.show(self.desk.look_at(self.session, cycle))

    def choose(self, *, team: str | None = None, cycle: str | None = None) -> None:
        """Looks at another team or cycle."""
        session = self.session if team is None else replace(self.session, team=team)
        if cycle is not None and cycle != session.cycle:
            session = self.desk.look_at(session, cycle)
        self.show(session)

    async def go(self, place: str, *, focus: str | None = None) -> None:
        """Goes to a place, and there to the row of a thing: its team and cycle are chosen where they differ."""
        if focus is not None and (found := self.session.workspace.find(focus, self.session.today)):
            self._choose_for(found)
        await self.go_to(place)
        if focus is not None and self.place is not None:
            self.call_after_refresh(self._go_to_row, focus)

    def _choose_for(self, found: "Located") -> None:
        team = found.team if found.team and found.team != self.session.team else None
        cycle = found.cycle if found.cycle and found.cycle != self.session.cycle else None
        if team or cycle:
            self.choose(team=team, cycle=cycle)

    def _go_to_row(self, key: str) -> None:
        from okr_tui.ui.widgets.row_pane import RowPane

        if self.place is None:
            return
        if (reveal := getattr(self.place, "reveal", None)) is not None:
            reveal(key)
        for pane in self.place.query(RowPane):
            if any(row.key == key for row in pane.rows):
                pane.go_to(key)
                pane.focus()
                return

    def edit_file(self, path: str, line: int) -> None:
        """Opens a file of the workspace in the person's editor, at a line; afterwards it is read again.

        Raises:
            OkrError: there is no editor, or it failed.
        """
        from okr_tui.ui.editor import editor_command

        command = editor_command(self.desk.root / path, line)
        try:
            with self.suspend():
                subprocess.run(command, check=False)  # noqa: S603 - the person's own editor, an argument list
        except OSError as error:
            raise OkrError(
                _("{editor} can't be started: {reason}").format(editor=command[0], reason=error.strerror)
            ) from error
        self.read_again()
        self.refresh()

    def action_edit_file(self) -> None:
        """Opens the file of what the cursor is on, at its line."""
        from okr_tui.ui.whereabouts import whereabouts

        path, line = whereabouts(self)
        self.edit_file(path, line)
