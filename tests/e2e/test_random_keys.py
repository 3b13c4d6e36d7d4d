"""A few hundred keys at random; `random_keys` is the long version."""

from pathlib import Path

from tests.e2e.random_keys import Monkey


async def test_whatever_keys_are_pressed_the_app_stays_and_nothing_typed_is_lost(tmp_path: Path):
    found = await Monkey(tmp_path, "lumio", 5).presses(200)
    assert (found.keys, found.crashes, found.lost, found.unreadable) == (200, [], [], [])
