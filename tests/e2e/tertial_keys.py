"""Plays the story of a tertial with the keys of the app alone; only the empty folder is begun with `okr init`."""

import random
from collections.abc import Awaitable, Callable
from datetime import date, datetime
from itertools import groupby
from pathlib import Path
from typing import Any

from textual.pilot import Pilot

from okr_tui.ui.desk import Desk
from okr_tui.ui.forms.check_in import CheckInForm
from okr_tui.ui.forms.pick import Pick
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.modals.celebrating import Celebration
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.workbench import Workbench
from tests.e2e.tertial import PEOPLE, STORY, TEAM, Step
from tests.ui.opened import typing, until
from tests.workspaces import PARIS

_DOWN = 80
"""Rows that a cursor goes down at most before a row must have come."""


class ByKeys:
    """Plays the steps in the app, opened once for every person and day.

    Args:
        root: the folder, begun already.
        state: this machine's state folder for it.
    """

    def __init__(self, root: Path, state: Path) -> None:
        self.root, self.state = root, state
        self._pilot: Pilot[None]

    async def play(self, steps: tuple[Step, ...] = STORY[1:]) -> None:
        """Plays all steps but the first, which begins the folder."""
        for (day, me), group in groupby(steps, key=lambda step: (step.day, step.me)):
            app = self._opened(day, me)
            async with app.run_test(size=(120, 34)) as pilot:
                self._pilot = pilot
                await pilot.pause()
                if app.session.team != TEAM:
                    await self._look_at_the_team()
                for step in group:
                    await getattr(self, f"_{step.what}")(**step.said)
                    await app.workers.wait_for_complete()

    def _opened(self, day: str, me: str) -> Workbench:
        today = date.fromisoformat(day)
        moment = datetime(today.year, today.month, today.day, 10, tzinfo=PARIS)
        chance = random.Random(f"{day} {me}")  # noqa: S311 - ids of a test, no secrets
        desk = Desk(self.root, me, today, state=self.state, clock=lambda: moment, choose=chance.choice)
        return Workbench(desk, desk.open())

    # keys

    @property
    def _app(self) -> Workbench:
        app = self._pilot.app
        assert isinstance(app, Workbench)
        return app

    async def _press(self, *keys: str) -> None:
        await self._pilot.press(*keys)
        await self._pilot.pause()

    async def _type(self, words: str) -> None:
        await typing(self._pilot, words)

    async def _until(self, true: Callable[[], object]) -> None:
        await until(self._pilot, true)
        assert true()

    async def _row(self, wanted: Callable[[str], bool]) -> None:
        """Goes down to a row; the cursor begins at the top of the list that has the keys."""
        await self._press("home")
        pane = self._app.focused
        assert isinstance(pane, RowPane), pane
        for _step in range(_DOWN):
            if pane.here is not None and wanted(pane.here.key):
                return
            await self._pilot.press("down")
        raise AssertionError([row.key for row in pane.rows])

    def _id(self, title: str) -> str:
        found = [
            place.table.id  # type: ignore[attr-defined]
            for content in self._app.session.workspace.cycles.values()
            for place in content.located.values()
            if place.title == title and not content.cycle.closed
        ]
        return str(found[0])

    async def _fill(self, **said: str) -> None:
        """Types into the fields of the form that is open, going from one to the next."""
        await self._until(lambda: self._app.screen.query(TableForm))
        form = self._app.screen.query_one(TableForm)
        for key, text in said.items():
            field = form._inputs[key]
            for _step in range(20):
                if field.has_focus:
                    break
                await self._press("tab")
            if isinstance(field, Pick):
                for _step in range(9):
                    if field.value != text:
                        await self._press("right")
                assert field.value == text
            else:
                await self._press("end", *["backspace"] * len(field.value))
                await self._type(text)
                await self._until(lambda field=field, text=text: field.value == text)

    async def _save(self, then: Callable[[], Awaitable[None]] | None = None) -> None:
        """Saves, waits until it is written, and leaves the form that follows."""
        form = self._app.screen.query_one(TableForm)
        await self._press("enter")
        await self._until(lambda: not form.is_attached)
        if then is not None:
            await then()
        for _turn in range(3):
            await self._pilot.pause()
        if self._app.screen.query(TableForm):
            await self._press("escape")
            await self._until(lambda: not self._app.screen.query(TableForm))

    async def _look_at_the_team(self) -> None:
        await self._press("t")
        await self._type("Product")
        await self._press("enter")
        await self._until(lambda: len(self._app.screen_stack) == 1 and self._app.session.team == TEAM)

    # the steps

    async def _pain(self, text: str) -> None:
        await self._press("1", "left", "a")
        await self._fill(text=text)
        await self._save()

    async def _objective(self, title: str, why: str, change: str, owner: str, ambition: str = "aspirational") -> None:
        await self._press("1", "o")
        name = self._app.session.workspace.name_of(owner)
        await self._fill(title=title, why=why, owner=name, change=change, ambition=ambition)
        await self._save()

    async def _key_result(self, to: str, title: str, range: str, owner: str) -> None:  # noqa: A002 - as in the story
        await self._press("1", "right")
        await self._row(self._id(to).__eq__)
        await self._press("K")
        await self._fill(title=title, way=range, owner=self._app.session.workspace.name_of(owner))
        await self._save()

    async def _not_now(self, title: str, why: str) -> None:
        await self._press("1", "left")
        await self._row("new-not-now".__eq__)
        await self._press("a")
        await self._fill(title=title, why=why)
        await self._save()

    async def _propose(self) -> None:
        await self._press("1", "A")
        await self._press("enter")
        await self._until(lambda: len(self._app.screen_stack) == 1)

    async def _phase(self, to: str) -> None:
        await self._press("M")
        await self._row(to.__eq__)
        await self._press("enter")
        await self._until(lambda: len(self._app.screen_stack) == 1)

    async def _agree(self, title: str) -> None:
        wanted = self._id(title)
        await self._press("1", "A")
        pane = self._app.focused
        assert isinstance(pane, RowPane)
        for row in [row for row in pane.rows if row.selectable]:
            if row.key != wanted:
                await self._row(row.key.__eq__)
                await self._press("space")
        await self._press("enter")
        await self._until(lambda: len(self._app.screen_stack) == 1)

    async def _check_in(self, title: str, value: str, confidence: int, note: str) -> None:
        await self._press("3")
        await self._row(self._id(title).__eq__)
        await self._press("c")
        await self._until(lambda: self._app.screen.query(CheckInForm))
        form = self._app.screen.query_one(CheckInForm)
        field: Any = form.query_one("#value")
        await self._press("end", *["backspace"] * len(field.value))
        await self._type(value)
        await self._press("tab", str(confidence), "tab")
        await self._type(note)
        await self._press("ctrl+s")
        for _turn in range(3):
            if form.is_attached:  # a figure that looks odd is asked about once
                await self._pilot.pause(0.1)
                await self._press(*(["ctrl+s"] if form.is_attached else []))
        await self._until(lambda: not form.is_attached)

    async def _measure(self, part: str) -> None:
        await self._press("4")
        place: Any = self._app.place
        for _step in range(9):
            if place.part == part:
                return
            await self._press("tab")
        raise AssertionError(place.part)

    async def _decide(self, title: str, verdict: str, why: str, when: str) -> None:
        del when
        await self._measure("scores")
        await self._row(self._id(title).__eq__)
        await self._press("d")
        await self._fill(verdict=verdict, reason=why)
        await self._save()

    async def _grade(self, title: str, value: float, why: str) -> None:
        await self._measure("scores")
        await self._row(self._id(title).__eq__)
        await self._press("enter")
        await self._fill(grade=f"{value:g}", **({"reason": why} if why else {}))
        await self._save()

    async def _survey(self, answers: tuple[int, ...]) -> None:
        await self._measure("maturity")
        await self._press("s")
        for name, answer in zip(PEOPLE, answers, strict=True):
            await self._row(name.split()[0].lower().__eq__)
            await self._press("enter")
            await self._press(*[str(answer)] * 12)
        await self._press("R")
        await self._until(lambda: len(self._app.screen_stack) == 1)

    async def _notes(self, notes: tuple[tuple[str, str, str, str], ...]) -> None:
        await self._measure("retro")
        await self._press("a")
        for person, board, column, text in notes:
            name = self._app.session.workspace.name_of(person)
            await self._fill(who=name, board=board, **{f"column-{board}": column}, text=text)
            form = self._app.screen.query_one(TableForm)
            await self._press("enter")
            await self._until(lambda form=form: not form.is_attached and self._app.screen.query(TableForm))
        await self._press("escape", "R")
        place: Any = self._app.place
        await self._until(lambda: place.alone is None)

    async def _kudos(self, to: str, text: str) -> None:
        await self._measure("wins")
        await self._press("k")
        await self._fill(to=self._app.session.workspace.name_of(to), text=text)
        await self._save()

    async def _learning(self, text: str) -> None:
        await self._added("2", text=text)

    async def _action(self, text: str, owner: str, due: str) -> None:
        await self._added("1", text=text, owner=self._app.session.workspace.name_of(owner), due=due)

    async def _added(self, answer: str, **said: str) -> None:
        await self._measure("decisions")
        await self._press("home", "a", answer)
        await self._fill(**said)
        await self._save()

    async def _close(self) -> None:
        await self._measure("scores")
        await self._press("X", "X")
        await self._until(lambda: isinstance(self._app.screen, Celebration))
        await self._press("enter")
        await self._until(lambda: len(self._app.screen_stack) == 1)
