"""A disk that takes nothing: one sentence, and what was typed stays in its form until it can be saved."""

import errno
import os
from datetime import date
from pathlib import Path
from shutil import copytree

import pytest

from okr_tui.store import disk
from okr_tui.store.lock import locked
from okr_tui.ui.opening import open_workspace
from tests.ui.frames import frame

SAMPLES = Path(__file__).parents[2] / "sample_data"
SAID = {  # one word of its sentence, which wraps
    errno.ENOSPC: "full,",
    errno.EROFS: "read-only,",
    errno.EACCES: "permission.",
    errno.EIO: "reports",
}


@pytest.mark.parametrize("code", SAID, ids=errno.errorcode.get)
async def test_what_was_typed_stays_in_the_form_and_is_saved_when_the_disk_takes_it(tmp_path, monkeypatch, code):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    before = {path: path.read_bytes() for path in root.rglob("*.toml")}
    app = open_workspace(root, "noa", date(2026, 10, 16), tmp_path / "state")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter", "5", ".", "5", "tab", "7", "tab", *"queue")

        def refuses(*_told):
            raise OSError(code, os.strerror(code))

        with monkeypatch.context() as broken:
            broken.setattr(disk, "staged", refuses)
            await pilot.press("ctrl+s")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert SAID[code] in frame(app)
            assert "5.5" in frame(app)
            assert "queue" in frame(app)
            assert {path: path.read_bytes() for path in root.rglob("*.toml")} == before
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
    after = "".join(path.read_text(encoding="utf-8") for path in root.rglob("noa.toml"))
    assert "queue" in after
    assert "5.5" in after


async def test_somebody_who_holds_the_lock_never_holds_a_key_and_what_was_typed_is_saved_later(tmp_path):
    root = Path(copytree(SAMPLES / "lumio", tmp_path / "lumio"))
    app = open_workspace(root, "noa", date(2026, 10, 16), tmp_path / "state")
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("enter", "5", ".", "5", "tab", "7", "tab", *"queue")
        with locked(root):  # never given back while the app asks: it must give up by itself
            await pilot.press("ctrl+s")
            await app.workers.wait_for_complete()
            await pilot.pause()
            assert "try again in a moment" in " ".join(frame(app).split())
            await pilot.press(*" grows")
            assert "queue grows" in frame(app)
        await pilot.press("ctrl+s")
        await app.workers.wait_for_complete()
        await pilot.pause()
    assert "queue grows" in "".join(path.read_text(encoding="utf-8") for path in root.rglob("noa.toml"))
