"""Where a command runs: which workspace, who asks, which day it is. Everything is found only when it is asked for."""

import os
from collections.abc import Collection
from datetime import date, datetime
from functools import cached_property
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.ids import is_id
from okr_tui.store.layout import SETTINGS
from okr_tui.words.language import _, speak

if TYPE_CHECKING:
    from okr_tui.domain.workspace import CycleContent, Located, Workspace
    from okr_tui.store.glance import Glance
    from okr_tui.store.reader import Reader


_ALONE = {"-w": "workspace", "--workspace": "workspace", "--me": "me", "--today": "today"}


def find_root(start: Path) -> Path | None:
    """The workspace that a folder is, or lies in, looking upwards like git; None where there is none to be seen."""
    try:
        here = start.resolve()
    except (OSError, RuntimeError):
        # Links that lead in a circle, or the folder one stands in is gone.
        return None
    return next((folder for folder in (here, *here.parents) if os.path.isfile(folder / SETTINGS)), None)  # noqa: PTH113 - False, not an error, where nobody may look


def speak_for(argv: list[str]) -> None:
    """Chooses the language before click reads the options, so that help and usage errors are in it.

    A person's own choice comes first, then the workspace's language.
    """
    from okr_tui.store.config import own_language

    own, given = own_language(), None
    for option, value in pairwise([*argv, ""]):
        if option in {"-w", "--workspace"}:
            given = value
        elif option.startswith("--workspace="):
            given = option.partition("=")[2]
        elif option.startswith("-w") and len(option) > len("-w"):
            given = option.removeprefix("-w")
    where = Here(given)
    if where.found_root is not None:
        speak(own or where.glance.language, where.glance.vocabulary)
    elif own is not None:
        speak(own)


def said_alone(argv: list[str]) -> "Here | None":
    """Where a command line runs that holds nothing but where, who and when, so that click needn't read it; else None."""
    said: dict[str, str] = {}
    left = iter(argv)
    for option in left:
        name, found, joined = option.partition("=") if option.startswith("--") else (option, "", "")
        if name not in _ALONE or (value := joined if found else next(left, None)) is None:
            return None
        said[_ALONE[name]] = value
    return Here(said.get("workspace"), said.get("me"), said.get("today"))


class Here:
    """What the global options and the surroundings say, worked out on demand.

    Attributes:
        workspace_option: `-w/--workspace`, as given; me_option and today_option likewise.
    """

    def __init__(
        self, workspace_option: str | None = None, me_option: str | None = None, today_option: str | None = None
    ) -> None:
        self.workspace_option = workspace_option
        self.me_option = me_option
        self.today_option = today_option

    @property
    def start(self) -> Path:
        """The folder from which the workspace is looked for."""
        given = self.workspace_option or os.environ.get("OKR_WORKSPACE")
        return Path(given) if given else Path()

    @cached_property
    def found_root(self) -> Path | None:
        """The folder of the workspace, None where there is none."""
        return find_root(self.start)

    @property
    def root(self) -> Path:
        """The folder of the workspace.

        Raises:
            OkrError: there is none from here upwards.
        """
        if self.found_root is None:
            from okr_tui.cli.no_workspace import no_workspace

            raise OkrError(no_workspace(self.start))
        return self.found_root

    @cached_property
    def glance(self) -> "Glance":
        """The id, name and language of the workspace, read without its models."""
        from okr_tui.store.glance import glance

        return glance(self.root)

    @cached_property
    def today(self) -> date:
        """The day that counts as today: `--today`, `OKR_TODAY`, else the calendar's.

        Raises:
            WrongUsage: what was given is no date.
        """
        given = self.today_option or os.environ.get("OKR_TODAY")
        if not given:
            return datetime.now().astimezone().date()
        try:
            return date.fromisoformat(given)
        except ValueError:
            raise WrongUsage(_("“{day}” is no date; write it as 2026-10-16.").format(day=given[:40])) from None

    @property
    def now(self) -> datetime:
        """When something is written: the day of today, the present local time and offset."""
        return datetime.combine(self.today, datetime.now().time()).astimezone()  # noqa: DTZ005

    @cached_property
    def state(self) -> Path:
        """This machine's state folder for the workspace."""
        from okr_tui.store.state import state_folder

        return state_folder(self.root, self.glance.id)

    @cached_property
    def cache(self) -> Path:
        """This machine's cache folder for the workspace."""
        from okr_tui.store.state import cache_folder

        return cache_folder(self.root, self.glance.id)

    @cached_property
    def me(self) -> str | None:
        """Who asks: `--me`, `OKR_ME`, the one remembered here, else whom git's user.email names; None if nobody is known.

        Raises:
            WrongUsage: `--me` or `OKR_ME` names nobody.
            PersonMustDecide: it could be several people.
        """
        from okr_tui.store.glance import known_people
        from okr_tui.store.state import remembered_me

        people = known_people(self.root)
        given = self.me_option or os.environ.get("OKR_ME")
        if given:
            from okr_tui.domain.resolve import pick

            return pick(given, tuple((person.id, person.name) for person in people), "person")
        remembered = remembered_me(self.root, self.glance.id)
        if remembered is not None and any(person.id == remembered for person in people):
            return remembered
        email = git_email(self.root).casefold() if any(person.email for person in people) else ""
        return next((person.id for person in people if email and person.email.casefold() == email), None)

    @property
    def somebody(self) -> str:
        """Who asks, where that must be known.

        Raises:
            WrongUsage: nobody knows.
        """
        if self.me is None:
            raise WrongUsage(_("Who are you? Say --me ID, or set OKR_ME; the ids stand in people.toml."))
        return self.me

    @cached_property
    def reader(self) -> "Reader":
        """Reads the workspace, again only what has changed; what was left half done is finished first."""
        from okr_tui.store.interrupted import finish_interrupted
        from okr_tui.store.reader import Reader

        finish_interrupted(self.root, self.state)
        return Reader(self.root, self.cache)

    @cached_property
    def workspace(self) -> "Workspace":
        """Everything that was read, closed cycles only in part."""
        return self.reader.read()

    def keep(self) -> None:
        """Keeps what was read, where anything was, so that the next command is quicker."""
        reader = self.__dict__.get("reader")
        if reader is not None:
            reader.keep()

    def read_again(self, files: Collection[str]) -> None:
        """Reads the workspace again after a change of these files."""
        self.reader.forget(files)
        self.__dict__["workspace"] = self.reader.read()

    def thing(self, text: str, kinds: Collection[str] = (), *, looks: bool = False) -> "Located":
        """What a person means by an id, its beginning, or words of its title; in closed cycles by the whole id only.

        Args:
            text: what was typed.
            kinds: kinds of `Located` that will do; all when empty.
            looks: nothing is changed by it.

        Raises:
            NothingFits: nothing is called so.
            SeveralFit: several things are.
            OnlyAlike: words of a title fit, and a file that can't be read may hold what was meant.
        """
        from okr_tui.domain.resolve import NothingFits, resolve

        try:
            return resolve(self.workspace, self.today, text, kinds, by_title=False)
        except NothingFits:
            found = self._in_closed(text) if is_id(text) else None
        if found is not None and (not kinds or found.kind in kinds):
            return found
        return resolve(self.workspace, self.today, text, kinds, looks=looks)

    def thing_in(self, cycle: str | None, text: str, kinds: Collection[str]) -> "Located":
        """What a person means in the cycle that they name, closed or not; without one as `thing`.

        Raises:
            OkrError: as `thing`, or there is no such cycle.
        """
        if cycle is None:
            return self.thing(text, kinds)
        from okr_tui.domain.resolve import pick

        items = {str(key): item for key, item in self.cycle(cycle).located.items() if item.kind in kinds}
        return items[pick(text, tuple((key, item.title) for key, item in items.items()), "thing")]

    def content_of(self, item: "Located") -> "CycleContent":
        """The cycle that a thing stands in."""
        return self.workspace.cycles[item.cycle]

    def _in_closed(self, identity: str) -> "Located | None":
        """The thing with exactly this id in a closed cycle, the latest first; cycles are read only until it is found."""
        unread = [content.cycle for content in self.workspace.cycles.values() if not content.complete]
        for cycle in sorted(unread, key=lambda each: (each.end, each.id), reverse=True):
            looked = self.reader.look_at(cycle.id)
            if identity in looked.cycles[cycle.id].located:
                self.__dict__["workspace"] = looked
                return looked.cycles[cycle.id].located[identity]
        return None

    def cycle(self, named: str | None) -> "CycleContent":
        """The cycle with this id, or a unique beginning of it, else the default one; read in full, closed or not.

        Raises:
            WrongUsage: there is no such cycle.
            OkrError: there is no cycle at all.
        """
        from okr_tui.domain.resolve import resolve_cycle

        if named is None:
            content = self.workspace.default_cycle(self.today)
            if content is None:
                raise OkrError(_("There is no cycle here yet; “okr cycle new” opens one."))
        else:
            content = resolve_cycle(self.workspace, self.today, named)
        if content.complete:
            return content
        looked = self.reader.look_at(content.cycle.id)
        self.__dict__["workspace"] = looked
        return looked.cycles[content.cycle.id]


def git_email(folder: Path) -> str:
    """What git knows as user.email in a folder; "" where git is not there, or says nothing within a second."""
    import shutil
    import subprocess

    git = shutil.which("git")
    if git is None or not Path(git).is_absolute():
        return ""
    try:
        said = subprocess.run(  # noqa: S603 - an absolute program, fixed arguments, nothing that runs hooks
            [git, "config", "--get", "user.email"],
            cwd=folder, capture_output=True, timeout=1, check=False, stdin=subprocess.DEVNULL,
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
        )  # fmt: skip
    except (OSError, subprocess.SubprocessError):
        return ""
    return said.stdout.decode("utf-8", "replace").strip() if said.returncode == 0 else ""


def here() -> Here:
    """Where the running command runs."""
    import click

    found = click.get_current_context().find_root().obj
    if not isinstance(found, Here):
        raise TypeError(found)
    return found
