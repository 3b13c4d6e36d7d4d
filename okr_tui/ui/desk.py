"""Where the app works: reads the workspace, carries out what a person does, remembers what they were typing."""

import json
from collections.abc import Callable, Iterable, Iterator, MutableMapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, Literal

from msgspec.structs import replace

from okr_tui.actions.act import Act, Author, Done, perform
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.ids import Choose
from okr_tui.store.interrupted import finish_interrupted
from okr_tui.store.layout import cycle_path
from okr_tui.store.own_files import write_private
from okr_tui.store.reader import Reader
from okr_tui.ui.session import Session
from okr_tui.words.language import _

_DRAFTS = "drafts.json"
_PATIENCE = 0.8
"""Seconds that a key may wait for another program that is writing; then the form says so and keeps what was typed."""


class Desk:
    """One workspace, one person, one machine.

    Args:
        root: the workspace folder.
        me: the person's id, None where nobody is known.
        today: the day that counts as today.
        state: this machine's state folder for the workspace.
        clock: the present local moment with its offset.
        choose: picks the characters of new ids.
        cache: this machine's cache folder for the workspace; without one every file is parsed at the start.
    """

    def __init__(
        self,
        root: Path,
        me: str | None,
        today: date,
        *,
        state: Path,
        clock: Callable[[], datetime],
        choose: Choose,
        cache: Path | None = None,
    ) -> None:
        self.root, self.me, self.today, self.state = root, me, today, state
        self._clock, self._choose = clock, choose
        self._reader = Reader(root, cache)
        self.drafts = Drafts(state / _DRAFTS)

    def open(self) -> Session:
        """The first moment: the default cycle, and the team that this person belongs to.

        Raises:
            OkrError: there is no workspace here.
        """
        finish_interrupted(self.root, self.state)
        workspace = self._reader.read()
        content = workspace.default_cycle(self.today)
        session = Session(self.root, self.me, self.today, workspace, content.cycle.id if content else None)
        session = replace(session, team=workspace.own_team(self.me, session.content), revision=workspace.revision)
        return self.look_at(session, session.cycle) if content and not content.complete else session

    def again(self, session: Session, touched: Iterable[str] = ()) -> Session:
        """The same place in the workspace as it is now.

        Args:
            session: what is looked at.
            touched: the only files that may have changed; without any, every file is looked at.
        """
        content = session.content
        if content is not None and content.complete:
            self._reader.go_on_with(content.cycle.id)
        workspace = self._reader.read(touched)
        now = replace(session, workspace=workspace, revision=workspace.revision)
        if (
            session.cycle is None
            or session.cycle in workspace.cycles
            or (self.root / cycle_path(session.cycle)).exists()
        ):
            return now
        default = workspace.default_cycle(self.today)  # the cycle looked at was dropped
        return self.look_at(replace(now, cycle=None), default.cycle.id if default else None)

    def keep(self) -> None:
        """Keeps what was read, so that the app opens quicker the next time."""
        self._reader.keep()

    @property
    def changed(self) -> tuple[str, ...]:
        """The files that were new, different or gone when the workspace was read last."""
        return self._reader.changed

    def look_at(self, session: Session, cycle: str | None) -> Session:
        """Another cycle, read in full even when it is closed."""
        if cycle is None:
            return session
        workspace = self._reader.look_at(cycle)
        return replace(session, cycle=cycle, workspace=workspace, revision=workspace.revision)

    def carry_out(self, make: Callable[[Author], Act]) -> Done:
        """Performs an action as this person, now; the touched files are read again with the next `again`.

        Raises:
            OkrError: it can't be done or written; nothing is changed then.
        """
        author = self.author()
        return self._performed(lambda: make(author))

    def author(self) -> Author:
        """This person, now.

        Raises:
            WrongUsage: nobody knows who it is.
        """
        if self.me is None:
            raise WrongUsage(_("Nobody knows who you are here: start okr with --me ID; the ids stand in people.toml."))
        return Author(self.me, self._clock(), self._choose)

    def join(self, line: str) -> Done:
        """Adds the person who sits here, whom no file knows yet.

        Raises:
            OkrError: the line can't be read, or people.toml can't be written.
        """
        from okr_tui.actions.people import join_people

        return self._performed(lambda: join_people(self.root, line))

    def take_back(self, kind: Literal["undo", "redo"]) -> Done:
        """Takes back the last change that was made on this machine, or does again what was taken back.

        Raises:
            OkrError: there is none, or it can't be written; nothing is changed then.
        """
        from okr_tui.actions.undoing import take_back

        return self._performed(lambda: take_back(self.root, self.state, kind))

    def _performed(self, make: Callable[[], Act]) -> Done:
        done = perform(self.root, self.state, make, by=self.me, at=self._clock(), patience=_PATIENCE)
        self._reader.forget(done.written.files)
        return done


class Drafts(MutableMapping[str, dict[str, str]]):
    """What was typed into forms and neither saved nor discarded, kept on this machine through esc and crashes.

    A mapping from the name of a form to its fields; every change is on the disk at once.

    Args:
        file: where it is kept.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = self._read()

    def __getitem__(self, form: str) -> dict[str, str]:
        """What was typed into a form, field by field."""
        return dict(self._kept[form])

    def __setitem__(self, form: str, typed: dict[str, str]) -> None:
        """Keeps what was typed."""
        if self._kept.get(form) != typed:
            self._kept[form] = dict(typed)
            self._write()

    def __delitem__(self, form: str) -> None:
        """Forgets a form that was saved or discarded."""
        del self._kept[form]
        self._write()

    def __iter__(self) -> Iterator[str]:
        """The forms of which something is kept."""
        return iter(self._kept)

    def __len__(self) -> int:
        """Of how many forms something is kept."""
        return len(self._kept)

    def _read(self) -> dict[str, dict[str, str]]:
        try:
            kept: Any = json.loads(self._file.read_bytes())
        except (OSError, ValueError, RecursionError):
            return {}
        if not isinstance(kept, dict):
            return {}
        return {
            form: {key: text for key, text in typed.items() if isinstance(text, str)}
            for form, typed in kept.items()
            if isinstance(typed, dict)
        }

    def _write(self) -> None:
        """Keeps the drafts on disk; where that fails they live as long as the app does."""
        try:
            write_private(self._file, json.dumps(self._kept).encode())
        except OSError:
            return
