"""Two people on two machines ask, propose another day, agree and link: both see the same state after a sync."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from okr_tui.ui.screens.align import Align
from okr_tui.ui.workbench import Workbench
from tests.e2e.changing import DAY, okr
from tests.e2e.clones import begun
from tests.gitted import needs_git, own_settings
from tests.ui.frames import frame
from tests.ui.opened import opened_at, typing, until

INVITATION, EVERY_TEAM = "which-first-answers-help-zn7v3", "every-new-team-gets-a-5bfc0"


def states(clone: Path) -> dict[tuple[str, str, str], str]:
    return {(each["from"], each["to"], each["kind"]): each["state"] for each in okr(clone, "align")["links"]}


def waits(clone: Path, me: str) -> list[str]:
    owed: list[dict[str, Any]] = okr(clone, "--me", me, "due", codes=(0, 1))
    return [each["id"] for each in owed if each["kind"] == "request"]


@needs_git
def test_the_handshake_works_between_two_clones(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)
    mine, yours = begun(tmp_path, 2)

    def passed_on(giver: Path, taker: Path) -> None:
        okr(giver, "sync")
        okr(taker, "sync")
        assert states(giver) == states(taker)

    asked = okr(mine, "--me", "karim", "add", "request", "A list of what people ask", "--from", "growth", "--to", "care",
                "--by", "2026-11-06")["id"]  # fmt: skip
    passed_on(mine, yours)
    assert asked in waits(yours, "rosa")
    okr(yours, "--me", "rosa", "answer", asked, "challenge", "--by", "2026-11-20")
    okr(yours, "--me", "rosa", "answer", INVITATION, "accept")
    passed_on(yours, mine)
    assert asked in waits(mine, "karim")
    assert asked not in waits(yours, "rosa")
    drafted = [
        source for (source, target, kind), state in states(mine).items() if target == EVERY_TEAM and kind == "supports"
    ]
    assert len(drafted) == 4
    okr(mine, "--me", "karim", "answer", asked, "accept")
    okr(mine, "--me", "maya", "comment", drafted[-1], "What will it change?", "--kind", "challenge")
    passed_on(mine, yours)
    assert states(yours)["growth", "care", "depend"] == "accepted"
    assert "challenged" in {state for (_from, target, _kind), state in states(yours).items() if target == EVERY_TEAM}


class Person:
    """Somebody who uses only the app, in Align."""

    def __init__(self, app: Workbench, pilot: Pilot[Any]) -> None:
        self.app, self.pilot = app, pilot

    @property
    def align(self) -> Align:
        assert isinstance(self.app.place, Align)
        return self.app.place

    async def press(self, *keys: str) -> None:
        await self.pilot.press(*keys)
        await self.pilot.pause()

    async def look_at(self, view: str, row: str = "") -> None:
        while self.align.looking != view:
            await self.press("tab")
        if row:
            await until(self.pilot, lambda: self.align.pane.go_to(row))
            await self.pilot.pause()

    async def fill(self, *words: str) -> None:
        """Types into the fields of the form that is open, one after the other, and saves."""
        for number, each in enumerate(words):
            await typing(self.pilot, each)
            if number < len(words) - 1:
                await self.press("tab")
        await self.press("enter")
        await until(self.pilot, lambda: self.align.open_form is None)
        assert self.align.open_form is None

    async def sync(self) -> None:
        await self.press("ctrl+s")
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

    def says(self, *, of: str) -> str:
        """The row of the list that has these words."""
        return next(line[:82] for line in frame(self.app).splitlines() if of in line[:82])


@asynccontextmanager
async def person(clone: Path, me: str) -> AsyncIterator[Person]:
    """Opens the app on a clone, takes in what the others have said, and shares at the end."""
    app = opened_at(clone, clone.parent / f"state-{me}", "align", me, date.fromisoformat(DAY))
    async with app.run_test(size=(120, 40)) as pilot:
        somebody = Person(app, pilot)
        await somebody.sync()
        yield somebody
        await somebody.sync()


@needs_git
async def test_the_handshake_works_with_the_app_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own_settings(tmp_path, monkeypatch)
    mine, yours = begun(tmp_path, 2)
    need = "A list of what people ask"
    async with person(mine, "karim") as karim:
        await karim.look_at("requests")
        await karim.press("n")
        await karim.fill("Care", need)
        asked = karim.align.key_here
    async with person(yours, "rosa") as rosa:
        await rosa.look_at("requests", asked)
        assert "Growth → Care" in frame(rosa.app)
        assert "◐ asked today" in frame(rosa.app)
        await rosa.press("o")
        await rosa.press("tab")
        await rosa.fill("We are two", "2026-11-20")
        await rosa.look_at("requests", INVITATION)
        await rosa.press("enter")
        await rosa.fill("")
        assert {state for (_from, to, kind), state in states(yours).items() if kind == "invite" and to == "care"} == {
            "accepted"
        }
        drafted = okr(yours, "--me", "rosa", "align")["links"]
        taken = next(each["from"] for each in drafted if each["to"] == EVERY_TEAM and "contribute-to" in each["from"])
    async with person(mine, "karim") as karim:
        await karim.look_at("requests", asked)
        assert "◐ proposed: 20 Nov" in karim.says(of="Growth → Care")
        await karim.press("enter")
        await karim.fill("")
        assert "✓ agreed 16 Oct" in karim.says(of="Growth → Care")
        await karim.look_at("tree", taken)
        await karim.press("o")
        await karim.fill("What will it change?")
        assert "◐ challenged" in karim.says(of="Contribute to")
        seen = karim.says(of="Contribute to")
    async with person(yours, "rosa") as rosa:
        await rosa.look_at("tree", taken)
        assert rosa.says(of="Contribute to") == seen
        await rosa.look_at("requests", asked)
        assert "by 20 Nov   ✓ agreed 16 Oct" in rosa.says(of="Growth → Care")
    assert states(mine) == states(yours)
