"""Every screen of the app by the keys that lead there from Home, for tests that look at all of them."""

from collections.abc import AsyncIterator, Iterable

from textual.pilot import Pilot

from okr_tui.ui.widgets.open_below import OpenBelow
from okr_tui.ui.workbench import Workbench

SCREENS: dict[str, str] = {
    "home": "", "home, a check-in": "enter", "home, why": "w", "home, add": "a", "home, edit": "e", "home, a thread": "semicolon",
    "make": "1", "make, edit": "1 right down e", "make, an objective": "1 o", "make, a key result": "1 right down K", "make, ways on": "1 right down down down tab",
    "make, move": "1 right down m", "make, a pain point": "1 a", "make, templates": "1 T", "make, propose": "1 A", "make, the running cycle": "1 y",
    "the W": "1 L", "align": "2", "align, down": "2 down down", "align, supports": "2 down s", "align, invite": "2 down v",
    "align, filter": "2 f", "align, beside": "2 tab", "align, agree": "2 A", "align, why": "2 down w",
    "achieve": "3", "achieve, edit": "3 down e", "achieve, drop": "3 down delete", "achieve, the board": "3 x", "detail": "3 down enter", "detail, the board": "3 down enter x",
    "measure": "4", "measure, down": "4 down down", "measure, decide": "4 down d", "measure, retro": "4 r", "measure, kudos": "4 k", "measure, why": "4 down w",
    "setup": "5", "setup, add": "5 right a", "setup, teams": "5 down down right", "setup, KPIs": "5 down down down down right", "setup, calendar": "5 down down down down down right",
    "setup, cadence": "5 down down down down down down down right enter", "setup, sharing": "5 up right",
    "history": "H", "history, machine": "H right", "new cycle": "N", "phase": "M", "team": "t", "find": "slash a c t", "help": "question_mark",
    "commands": "ctrl+p", "problems": "P", "themes": "ctrl+p t h e m e enter", "rituals": "p", "a ritual": "p enter", "a ritual, its vote": "p enter n v",
}  # fmt: skip
"""What each screen is, and its keys, a space between two."""


async def everywhere(app: Workbench, pilot: Pilot[None], names: Iterable[str] = SCREENS) -> AsyncIterator[str]:
    """Goes to one screen after the other, each from Home, and says which it is while it is shown."""
    for name in names:
        for key in SCREENS[name].split():
            await pilot.press(key)
        await pilot.pause()
        yield name
        await home_again(app, pilot)


async def home_again(app: Workbench, pilot: Pilot[None]) -> None:
    """Closes whatever is open, however deep, and goes to Home."""
    for _turn in range(6):
        if len(app.screen_stack) == 1 and not app.query(OpenBelow):
            break
        await pilot.press("escape")
        await pilot.pause()
    await app.go_to("home")
    await pilot.pause()
