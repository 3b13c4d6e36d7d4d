"""Walking through the whole app by keys, as a person does."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path

from textual.pilot import Pilot

from okr_tui.ui.opening import open_workspace
from okr_tui.ui.workbench import Workbench
from tests.ui.frames import frame

SAMPLE_DAY = date(2026, 10, 16)

WALK: tuple[tuple[str, ...], ...] = (
    ("0",), ("down",), ("w",), ("escape",), ("enter",), ("escape",), ("1",), ("down", "down"), ("w",), ("escape",), ("e",), ("escape",),
    ("2",), ("down",), ("w",), ("escape",), ("3",), ("down", "down"), ("w",), ("escape",), ("enter",), ("escape",), ("c",), ("escape",),
    ("4",), ("down",), ("w",), ("escape",), ("t",), ("escape",), ("slash",), ("e",), ("escape",), ("question_mark",), ("escape",),
    ("ctrl+p",), ("c", "h"), ("escape",), ("P",), ("escape",), ("g",), ("g",), ("0",),
)  # fmt: skip
"""Steps through every place and everything that opens; between two of them the screen is looked at."""


@asynccontextmanager
async def opened(
    root: Path, me: str | None, today: date = SAMPLE_DAY, size: tuple[int, int] = (120, 36)
) -> AsyncIterator[tuple[Workbench, Pilot[None]]]:
    """The app on a workspace, with the quiet notes shown as in real life."""
    app = open_workspace(root, me, today, root.parent / "state")
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        yield app, pilot


async def walked(app: Workbench, pilot: Pilot[None]) -> list[str]:
    """Everything that was on the screen during a walk through the app."""
    seen = [frame(app)]
    for keys in WALK:
        await pilot.press(*keys)
        await pilot.pause()
        seen.append(frame(app))
    return seen
