"""The app on a workspace of files, as a person of it would open it, in any of its places."""

import random
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from textual.events import Key
from textual.keys import _character_to_key as _key_of

from okr_tui.ui.desk import Desk
from okr_tui.ui.places import PLACES
from okr_tui.ui.workbench import Workbench
from tests.workspaces import PARIS, Small, day

TODAY = day(45)


def opened(small: Small, folder: Path, first: str = "home", me: str | None = "noa") -> Workbench:
    root = small.write(folder / "small")
    return opened_at(root, folder / "state", first, me)


def opened_at(root: Path, state: Path, first: str = "home", me: str | None = "noa", today=TODAY) -> Workbench:
    moment = datetime(today.year, today.month, today.day, 10, tzinfo=PARIS)
    chance = random.Random(7)  # noqa: S311 - ids that are the same in every run, no secrets
    desk = Desk(root, me, today, state=state, clock=lambda: moment, choose=chance.choice)
    app = Workbench(desk, desk.open())
    app._entries = {entry.id: entry for entry in sorted(PLACES, key=lambda entry: entry.id != first)}
    return app


async def typing(pilot, words: str) -> None:
    """Types as fast as fingers can: no letter waits for the screen to have answered the one before."""
    for letter in words:
        event = Key(_key_of(letter), letter)
        event.set_sender(pilot.app)
        pilot.app.post_message(event)
    await pilot.pause()


async def until(pilot, true: Callable[[], object]) -> None:
    """Lets the app go on until it is so, on a slow machine as well; where it never is, what is asserted next says what is."""
    for _turn in range(300):
        if true():
            return
        await pilot.pause(0.01)
