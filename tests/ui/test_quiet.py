import asyncio
import math
import time
from datetime import date
from importlib import import_module

import pytest

from okr_tui.ui.ahead import PARTS, make_ready
from okr_tui.ui.opening import open_workspace
from okr_tui.ui.quiet import PAUSE, READS, Keys, until_quiet
from tests.ui.test_achieve import small

LONG_AGO = -1e9


def test_it_is_quiet_when_the_answer_to_the_last_key_was_read():
    keys = Keys()
    assert keys.left(1e9) == math.inf
    keys.shown(100.0)
    assert keys.left(100.0) == 0
    keys.pressed(200.0)
    assert (keys.left(200.0), keys.left(200.0 + PAUSE)) == (pytest.approx(PAUSE), 0)


def test_the_first_screen_is_read_before_what_takes_long_begins():
    keys = Keys()
    keys.shown(100.0)
    assert (keys.left(100.0, READS), keys.left(100.0 + READS, READS)) == (pytest.approx(READS), 0)
    keys.pressed(100.0 + READS)
    assert keys.left(100.0 + READS, READS) == pytest.approx(PAUSE)


def test_while_a_key_is_answered_it_is_not_quiet_and_its_answer_is_read_afterwards():
    keys = _quiet()
    with keys.answering():
        assert keys.left(1e12) == PAUSE
    assert 0 < keys.left(time.monotonic()) <= PAUSE


def test_every_part_that_is_made_ready_is_there():
    for part in PARTS:
        assert import_module(part).__name__ == part


def _quiet() -> Keys:
    keys = Keys()
    keys.shown(LONG_AGO)
    return keys


async def test_while_keys_are_pressed_nothing_is_made_ready():
    keys = _quiet()
    keys.pressed(1e12)  # always later than now
    with pytest.raises(TimeoutError):
        await asyncio.wait_for(until_quiet(keys), 0)
    await asyncio.wait_for(until_quiet(_quiet()), 1)


async def test_when_it_is_quiet_what_the_places_say_is_worked_out(tmp_path):
    root = small().write(tmp_path / "w")
    app = open_workspace(root, "noa", date(2026, 10, 16), tmp_path / "state")
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        app.keys = _quiet()
        before = set(app.session.__dict__)
        await make_ready(app)
        content = app.session.content
        assert set(content.plans) <= {team for _cycle, team in app.session._teams}
        assert ("alignment", app.session.today, content.cycle.id) in app.session.workspace.worked_out
        assert "_owed" in app.session.__dict__ or "_owed" in before


async def test_every_key_is_noticed_whoever_uses_it(tmp_path):
    app = open_workspace(small().write(tmp_path / "w"), "noa", date(2026, 10, 16), tmp_path / "state")
    async with app.run_test(size=(120, 36)) as pilot:
        for key in ("down", "question_mark", "escape", "slash", "x"):  # a list, a command, a modal, a field
            app.keys = _quiet()
            await pilot.press(key)
            assert app.keys.left(LONG_AGO + READS) > 0, key
