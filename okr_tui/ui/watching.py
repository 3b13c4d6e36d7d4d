"""Changes by others appear by themselves: the folders are watched, and the workspace is looked at every two seconds besides."""

import asyncio
from collections.abc import AsyncGenerator, AsyncIterator, Callable
from contextlib import aclosing
from importlib import import_module
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError
from okr_tui.store.layout import Place, place_of
from okr_tui.store.watched import watched_folders
from okr_tui.ui.quiet import READS, until_quiet
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.several import with_more

if TYPE_CHECKING:
    from okr_tui.domain.workspace import Workspace
    from okr_tui.ui.session import Session
    from okr_tui.ui.workbench import Workbench

EVERY = 2.0
"""Seconds between two looks where no event comes: some mounts (WSL, network) send none."""

SETTLES = 60
"""Milliseconds to wait for more events of one change."""

_NAMED = 3


async def watch(app: "Workbench") -> None:
    """Follows what others write for as long as the app runs, from when the first screen has been read.

    Args:
        app: the app; it shows what has changed, and goes on showing what it has where the folder can't be read.
    """
    await until_quiet(app.keys, READS)
    await asyncio.to_thread(import_module, "watchfiles")
    async for touched in _events(app):
        async with app.changing:  # what is written from here is shown first, and is no news
            pass
        try:
            session = await asyncio.to_thread(_read, app, touched)
        except OkrError:
            continue
        if session.revision <= app.session.revision:  # what is shown is as new, or was read after it
            continue
        said = news(app.desk.changed, session.workspace, app.desk.me)
        app.follow(session)
        if said:
            app.notify(said, markup=False, timeout=4)


def _read(app: "Workbench", touched: set[str]) -> "Session":
    """What is looked at as it is now, with what every place says of it: worked out here, where no key waits for it."""
    session = app.desk.again(app.session, touched)
    if session.workspace is not app.session.workspace:
        session.owed()
        session.next_steps()
    return session


async def _events(app: "Workbench") -> AsyncIterator[set[str]]:
    """The paths touched, relative to the folder, or nothing when the time has come to look at all of them."""
    while True:
        folders = await asyncio.to_thread(_folders, app)
        try:
            async with aclosing(_changes(folders)) as changes:
                async for paths in changes:
                    yield _inside(app.desk.root, paths)
                    if await asyncio.to_thread(_folders, app) != folders:
                        break
        except OSError:  # the folder is gone, or there are too many: it is still looked at
            await asyncio.sleep(EVERY)
        yield set()


async def _changes(folders: tuple[str, ...]) -> AsyncGenerator[set[str]]:
    """The paths touched in some folders, again and again; none when the time has come.

    A thread waits for them. The asynchronous one of the library would import another 50 ms of libraries where keys wait for it.
    """
    from watchfiles import Change, watch

    def ours(change: Change, path: str) -> bool:
        return path.endswith(".toml") or (
            change is Change.added and "." not in Path(path).name
        )  # or a folder: a new week

    over = Event()
    found = watch(
        *folders, watch_filter=ours, recursive=False, debounce=SETTLES, step=20, stop_event=over,
        rust_timeout=round(EVERY * 1000), yield_on_timeout=True, raise_interrupt=False,
    )  # fmt: skip
    try:
        while (changes := await asyncio.to_thread(next, found, None)) is not None:
            yield {path for _change, path in changes}
    finally:
        over.set()


def _folders(app: "Workbench") -> tuple[str, ...]:
    """The folders in which something may be written: of the cycles that are not closed, and of the one looked at."""
    cycles = app.session.workspace.cycles.values()
    ids = sorted(each.cycle.id for each in cycles if each.cycle.phase != "closed" or each is app.session.content)
    return watched_folders(app.desk.root, ids)


def _inside(root: Path, paths: set[str]) -> set[str]:
    """The paths relative to the workspace folder; none, so that all are looked at, where one is no file of it."""
    full = [Path(path) for path in paths]
    known = all(path.is_relative_to(root) and path.suffix == ".toml" for path in full)
    return {path.relative_to(root).as_posix() for path in full} if known else set()


def news(paths: tuple[str, ...], workspace: "Workspace", me: str | None) -> str:
    """Who or what has changed, for a quiet note; "" where it was only me."""
    found = dict.fromkeys(
        words for path in paths if (place := place_of(path)) and (words := _who(place, workspace, me)) is not None
    )
    names = list(found)
    if not names:
        return ""
    return _("Changed by others: {what}").format(what=with_more(names[:_NAMED], len(names) - _NAMED))


def _who(place: Place, workspace: "Workspace", me: str | None) -> str | None:
    if place.kind == "journal":
        return None if place.name == me else one_line(workspace.name_of(place.name))
    said: dict[str, Callable[[], str]] = {
        "settings": lambda: _("the settings"),
        "people": lambda: _("the people"),
        "teams": lambda: _("the teams"),
        "cycle": lambda: _("the cycle {name}").format(name=place.cycle),
        "plan": lambda: _("the plan of {team}").format(team=one_line(workspace.name_of(place.name))),
        "review": lambda: _("the review of {team}").format(team=one_line(workspace.name_of(place.name))),
    }
    return said[place.kind]()
