"""Keys at random on every screen at random sizes: `python -m tests.e2e.random_keys [KEYS SEED SAMPLE]`.

Each round begins on another screen at another size. Between two rounds a line is typed into a form, left with esc, and
looked for after the window was small and other places were seen: nothing typed may be lost. The app must not end, no file
may become unreadable, and the memory must stay flat once every screen was seen: what the files grew by, and widgets that
no screen shows but something still holds, are said beside it. Whatever is found is printed with the keys that led there; the same
seed presses the same keys.
"""

# ruff: noqa: T201, S311 - it prints what it tried; keys by chance are no secret

import asyncio
import gc
import random
import sys
import tempfile
import traceback
from datetime import date
from pathlib import Path
from shutil import copytree
from typing import NamedTuple

from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import Input, TextArea

from okr_tui.ui.opening import open_workspace
from okr_tui.ui.workbench import Workbench
from tests.quiet import known_when_quiet
from tests.ui.everywhere import SCREENS, home_again

SAMPLES = Path(__file__).parents[2] / "sample_data"
PEOPLE = {"lumio": "noa", "rivage": "soizic", "solo": "juno"}
DAY = date(2026, 10, 16)
ROUND = 100
"""Keys pressed before another screen at another size is looked at."""
WARM = 3
"""Thousands of keys after which every place was seen and what Textual keeps a limited number of is full."""
SIZES = ((80, 24), (120, 36), (160, 50), (200, 60), (100, 30), (60, 20), (40, 12), (20, 6), (300, 20), (99, 80))
_MOVES = (
    "up",
    "down",
    "left",
    "right",
    "tab",
    "shift+tab",
    "enter",
    "escape",
    "space",
    "home",
    "end",
    "pageup",
    "pagedown",
)
_EDITS = (
    "delete",
    "backspace",
    "shift+up",
    "shift+down",
    "ctrl+p",
    "ctrl+r",
    "ctrl+s",
    "ctrl+t",
    "ctrl+j",
    "ctrl+a",
    "ctrl+k",
)
# Without what leaves the app (q) or starts another program (E).
_TYPED = tuple("abcdefghijklmnoprstuvwxyzACDFGHKLMNPRTVX0123456789+-=/;?éàç&ü日.,")


class Weight(NamedTuple):
    """What the app holds after some keys.

    Attributes:
        memory: megabytes of the process; 0 where nobody says.
        files: kilobytes of the workspace and of this machine's state for it: what the keys have written.
        left: widgets that are in no screen any more and still held.
    """

    memory: int
    files: int
    left: int


class Found(NamedTuple):
    """What came of it.

    Attributes:
        keys: how many were pressed.
        crashes: what ended the app, each with the keys before it.
        lost: lines that were typed and not there any more.
        unreadable: files of the workspace that can't be read at the end.
        weights: what the app holds, at first and after every thousand keys.
    """

    keys: int
    crashes: list[str]
    lost: list[str]
    unreadable: list[str]
    weights: list[Weight]


class Monkey:
    """Somebody who presses keys without looking.

    Args:
        folder: where the copy of the workspace and its state stand.
        sample: which sample is copied.
        seed: what decides which keys.
    """

    def __init__(self, folder: Path, sample: str, seed: int) -> None:
        self.root = Path(copytree(SAMPLES / sample, folder / sample))
        self.me = PEOPLE.get(sample)
        self.chance = random.Random(seed)
        self.pressed = 0
        self.last: list[str] = []
        self.crashes: list[str] = []
        self.lost: list[str] = []
        self.weights: list[Weight] = []

    async def presses(self, keys: int) -> Found:
        """Presses so many keys; an app that ended is opened again."""
        while self.pressed < keys:
            before = self.pressed
            try:
                await self._until_it_ends(keys)
            except Exception:  # noqa: BLE001 - whatever it is, it ended the app
                self._say("it ended", "\n".join(traceback.format_exc().splitlines()[-12:]), self.crashes)
            if self.pressed == before:  # not even opened: every further try would be the same
                break
        app = self._app()
        unreadable = [f"{each.file}: {each}" for each in app.session.workspace.problems]
        return Found(self.pressed, self.crashes, self.lost, unreadable, self.weights)

    def _app(self) -> Workbench:
        return open_workspace(self.root, self.me, DAY, self.root.parent / "state")

    async def _until_it_ends(self, keys: int) -> None:
        app = self._app()
        async with app.run_test(size=self.chance.choice(SIZES), notifications=True) as pilot:
            await pilot.pause()
            while self.pressed < keys:
                await self._round(pilot, min(ROUND, keys - self.pressed))
                if not app.is_running:
                    raise RuntimeError("the app has left")
                await self._types_and_comes_back(app, pilot)

    async def _round(self, pilot: Pilot[None], keys: int) -> None:
        """One screen at one size, and keys."""
        await pilot.resize_terminal(*self.chance.choice(SIZES))
        name = self.chance.choice(tuple(SCREENS))
        self.last = [f"({name})"]
        for key in SCREENS[name].split():
            await pilot.press(key)
        end = self.pressed + keys
        while self.pressed < end:
            if self.pressed // 1000 >= len(self.weights):
                self._weigh()
            some = min(self.chance.randint(1, 6), end - self.pressed)  # as fast as somebody types, and slower
            kinds = self.chance.choices((_MOVES, _EDITS, _TYPED), (5, 1, 5), k=some)
            self.last += [self.chance.choice(kind) for kind in kinds]
            self.pressed += some
            await pilot.press(*self.last[-some:])
        await pilot.pause()

    async def _types_and_comes_back(self, app: Workbench, pilot: Pilot[None]) -> None:
        """A line in a form in Make, left with esc; then the window is small, and other places are looked at."""
        await home_again(app, pilot)
        await pilot.press("1", "right", "o")
        await pilot.pause()
        if not isinstance(app.focused, Input | TextArea):
            return  # the keys led to a cycle or a team in which nothing is drafted
        word = f"typed{self.pressed}"
        await pilot.press("end", *word)
        await pilot.press("escape")
        await pilot.resize_terminal(40, 12)
        await pilot.press("0", "3")
        await pilot.resize_terminal(*self.chance.choice(SIZES))
        await home_again(app, pilot)
        if not any(word in text for draft in app.drafts.values() for text in draft.values()):
            self._say("lost", word, self.lost)

    def _say(self, what: str, words: str, where: list[str]) -> None:
        where.append(f"{words}\nafter {self.pressed} keys: {' '.join(self.last)}")
        print(f"{what}: {where[-1]}", flush=True)

    def _weigh(self) -> None:
        statm = Path("/proc/self/statm")
        gc.collect()
        left = sum(isinstance(each, Widget) and not each.is_attached for each in gc.get_objects())
        files = sum(each.stat().st_size for each in self.root.parent.rglob("*") if each.is_file()) // 1000
        memory = int(statm.read_text().split()[1]) * 4096 // 1_000_000 if statm.exists() else 0
        self.weights.append(Weight(memory, files, left))
        print(f"{self.pressed:6} keys  {memory:4} MB  {files:5} kB of files  {left:4} widgets left behind", flush=True)


def growth(weights: list[Weight]) -> str:
    """How much more is held at the end than when everything was seen once, and how much of it was written meanwhile."""
    if len(weights) <= WARM + 1:
        return "memory: too few keys to say"
    keys = len(weights) - 1 - WARM
    memory, files, left = (last - first for first, last in zip(weights[WARM], weights[-1], strict=True))
    return f"memory: {memory:+} MB in the last {keys} thousand keys, which wrote {files:+} kB; {left:+} widgets left behind"


def main() -> None:
    """Says what came of it; ends with 1 where something was lost or ended."""
    said = [*sys.argv[1:], *("10000", "1", "lumio")[len(sys.argv) - 1 :]]
    keys, seed, sample = int(said[0]), int(said[1]), said[2]
    with known_when_quiet(), tempfile.TemporaryDirectory() as folder:
        found = asyncio.run(Monkey(Path(folder), sample, seed).presses(keys))
    print(
        f"{found.keys} keys: {len(found.crashes)} ends, {len(found.lost)} lines lost, {len(found.unreadable)} files unreadable"
    )
    print(growth(found.weights))
    for each in found.unreadable:
        print(each)
    sys.exit(bool(found.crashes or found.lost or found.unreadable))


if __name__ == "__main__":
    main()
