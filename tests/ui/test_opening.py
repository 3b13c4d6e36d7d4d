"""Opening the app on a workspace: what is done once the first screen stands there."""

import gc
import shutil
from datetime import date
from pathlib import Path

from okr_tui.ui import opening
from tests.ui.frames import frame

SAMPLE = Path(__file__).parent.parent.parent / "sample_data" / "lumio"
TODAY = date(2026, 10, 16)


async def test_what_is_done_when_the_first_screen_stands_there_is_done_once_and_then(tmp_path):
    root = Path(shutil.copytree(SAMPLE, tmp_path / "lumio"))
    seen: list[str] = []
    app = opening.open_workspace(root, "noa", TODAY, tmp_path / "state", shown=lambda: seen.append(frame(app)))
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        await pilot.press("3")
        await pilot.pause()
    assert len(seen) == 1
    assert "CHECK-INS DUE" in seen[0]


def test_garbage_is_collected_again_from_the_first_screen_on(tmp_path, monkeypatch):
    during: list[bool] = []

    class Opened:
        minutes = None

        def __init__(self, shown) -> None:
            self.shown = shown

        def end_as_told(self) -> None:
            pass

        def run(self) -> None:
            during.append(gc.isenabled())
            self.shown()
            during.append(gc.isenabled())

    monkeypatch.setattr(opening, "open_workspace", lambda *_where, shown, **_how: Opened(shown))
    try:
        opening.run(tmp_path, "noa", TODAY, tmp_path / "state", tmp_path / "cache")
        assert during == [False, True]
    finally:
        gc.unfreeze()
        gc.enable()
