"""Changes by others appear by themselves: the workspace folder is watched, and looked at every two seconds besides."""

import asyncio
from collections.abc import AsyncIterator, Callable
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from okr_tui.domain.errors import OkrError
from okr_tui.store.layout import Place, place_of
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
    async for touched in _events(app.desk.root):
        try:
            session = await asyncio.to_thread(_read, app, touched)
        except OkrError:
            continue
        if session.workspace is app.session.workspace:
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


async def _events(root: Path) -> AsyncIterator[set[str]]:
    """The paths touched, relative to the folder, or nothing when the time has come to look at all of them."""
    from watchfiles import Change, awatch

    def ours(_change: Change, path: str) -> bool:
        return path.endswith(".toml")

    every = round(EVERY * 1000)
    async for changes in awatch(
        root, watch_filter=ours, debounce=SETTLES, step=20, rust_timeout=every, yield_on_timeout=True
    ):
        yield _inside(root, {path for _change, path in changes})


def _inside(root: Path, paths: set[str]) -> set[str]:
    """The paths relative to the workspace folder; none, so that all are looked at, where one seems to lie elsewhere."""
    full = [Path(path) for path in paths]
    return (
        {path.relative_to(root).as_posix() for path in full}
        if all(path.is_relative_to(root) for path in full)
        else set()
    )


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
