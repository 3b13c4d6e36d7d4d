"""Opening the app on a workspace."""

import gc
import sys
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from okr_tui.store.config import config_folder
from okr_tui.ui.desk import Desk
from okr_tui.ui.preferences import load_preferences
from okr_tui.ui.workbench import Workbench

Asked = tuple[str | None, str | None, int | None]
"""A ritual to present: its kind (None: the person chooses), the id of the team (None: their own), minutes (None: as agreed)."""

_GIVES_WAY = 0.001  # seconds after which a thread gives way to another; Python's own are five


def open_workspace(
    root: Path,
    me: str | None,
    today: date,
    state: Path,
    cache: Path | None = None,
    *,
    shown: Callable[[], None] | None = None,
    watching: bool = False,
) -> Workbench:
    """The app on a workspace, not yet running.

    Args:
        root: the workspace folder.
        me: the id of the person who looks, None where nobody is known.
        today: the day that counts as today.
        state: this machine's state folder for the workspace.
        cache: its cache folder for the workspace; without one nothing is kept.
        shown: what is done once, when the first screen stands there.
        watching: whether changes by others appear by themselves.

    Raises:
        OkrError: there is no workspace here.
    """

    def clock() -> datetime:
        return datetime.combine(today, datetime.now().time()).astimezone()  # noqa: DTZ005 - made local right here

    desk = Desk(root, me, today, state=state, clock=clock, choose=_picked, cache=cache)
    return Workbench(desk, desk.open(), load_preferences(config_folder()), shown, watching=watching)


def _picked(letters: str) -> str:
    """One of some letters, by chance, for a new id."""
    from secrets import choice  # not before something is written

    return choice(letters)


def run(root: Path, me: str | None, today: date, state: Path, cache: Path, ritual: Asked | None = None) -> str:
    """Runs the app until the person leaves it.

    Everything made until the first screen stands there lives as long as the app: it is never looked at again for
    garbage, which is what makes both the start and the answer to a key quicker. What is done behind gives way soon to
    a key.

    Args:
        root: the workspace folder.
        me: the id of the person who looks, None where nobody is known.
        today: the day that counts as today.
        state: this machine's state folder for the workspace.
        cache: its cache folder for the workspace.
        ritual: what is presented at once; None where nothing is.

    Returns:
        The minutes of the ritual that was presented last and is over; "" where there was none.
    """
    gc.disable()
    sys.setswitchinterval(_GIVES_WAY)

    def shown() -> None:
        _collect_from_now_on()
        if ritual is not None:
            app.present(*ritual)
        elif me is None:
            app.action_who()

    app = open_workspace(root, me, today, state, cache, shown=shown, watching=True)
    app.run()
    app.end_as_told()
    return app.minutes


def _collect_from_now_on() -> None:
    gc.freeze()
    gc.enable()
