"""The screens paint only what changed: a terminal that was sent nothing else must show the same as one painted whole."""

from datetime import date
from pathlib import Path
from shutil import copytree
from typing import Any

import pyte
import pytest
from textual._compositor import CompositorUpdate, LayoutUpdate
from textual.widget import Widget

from okr_tui.store.shipped import shipped
from okr_tui.ui.forms.check_in import CheckInForm
from okr_tui.ui.forms.fields import NoteField
from okr_tui.ui.widgets.holders import Column
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Rows
from okr_tui.ui.workbench import Workbench
from tests.ui.demo import demo
from tests.ui.everywhere import everywhere
from tests.ui.opened import opened_at

SIZE = (120, 36)
LOOKED_AT = ("home, a check-in", "make, an objective", "align, beside", "find", "a ritual, its vote")


class Sent:
    """A terminal that is sent what the app paints."""

    def __init__(self, app: Workbench) -> None:
        self.app = app
        self.screen = pyte.Screen(*SIZE)
        self._stream = pyte.Stream(self.screen)
        app._display = self._display  # type: ignore[method-assign]

    def _display(self, _screen: object, update: Any) -> None:
        if isinstance(update, CompositorUpdate) and not self.app._batch_count:
            self._stream.feed(update.render_segments(self.app.console))

    def differs(self) -> list[str]:
        """The rows in which it shows something else than a terminal painted whole, in any letter or colour."""
        whole = pyte.Screen(*SIZE)
        compositor = self.app.screen._compositor
        update = LayoutUpdate([[strip] for strip in compositor.render_strips()], compositor.size.region)
        pyte.Stream(whole).feed(update.render_segments(self.app.console))
        return [
            f"{row}: {ours!r} for {theirs!r}"
            for row, (ours, theirs) in enumerate(zip(self.screen.display, whole.display, strict=True))
            if any(self.screen.buffer[row][column] != whole.buffer[row][column] for column in range(SIZE[0]))
        ]


def sample(tmp_path: Path) -> Workbench:
    """The app on a copy of the sample workspace."""
    root = Path(copytree(shipped("sample_data") / "lumio", tmp_path / "lumio"))
    return opened_at(root, tmp_path / "state", today=date(2026, 10, 16))


async def test_a_terminal_sent_what_changed_shows_what_one_painted_whole_shows(tmp_path: Path):
    app = sample(tmp_path)
    sent = Sent(app)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        async for screen in everywhere(app, pilot, LOOKED_AT):
            assert sent.differs() == [], screen
            await pilot.press("tab", "x", "down")
            assert sent.differs() == [], f"{screen}, and three keys"


async def test_a_note_that_ends_while_the_cursor_moves_leaves_nothing_on_the_terminal(tmp_path: Path):
    app = sample(tmp_path)
    sent = Sent(app)
    async with app.run_test(size=SIZE, notifications=True) as pilot:
        for _round in range(8):
            app.notify("Over in a moment", timeout=0.2)
            await pilot.pause()
            app.notify("Another one below it", timeout=0.1)
            await pilot.press("down", "up", "down")
            assert sent.differs() == []
            while app.screen.query("Toast"):
                await pilot.press("down", "down", "up")
            await pilot.press("down")
            await pilot.pause(0.02)
            assert sent.differs() == []


def asked_for(kind: type[Widget], monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """The lines that widgets of a kind are asked to draw from now on."""
    asked: list[int] = []
    own = kind.render_lines
    monkeypatch.setattr(kind, "render_lines", lambda self, crop: asked.extend(crop.line_range) or own(self, crop))
    return asked


async def test_a_key_that_changes_two_rows_has_no_other_row_painted(monkeypatch: pytest.MonkeyPatch):
    asked = asked_for(Rows, monkeypatch)
    app = demo()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("3")
        await pilot.press("down")
        asked.clear()
        await pilot.press("down")
    assert sorted(set(asked)) == [1, 2]


async def test_what_merely_holds_others_is_not_painted_behind_them(monkeypatch: pytest.MonkeyPatch):
    asked = asked_for(Column, monkeypatch)
    app = demo()
    async with app.run_test(size=(100, 40)) as pilot:
        await pilot.press("2", "1", "0")
        assert app.place is not None
        body = app.place.query_one(Column)
    assert set(asked) <= {0, body.outer_size.height - 1}, "its own edges and nothing behind its list"


async def test_what_the_panel_says_of_a_row_is_painted_with_the_cursor_on_it(tmp_path: Path):
    app = sample(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "down")
        assert app.place is not None
        said = app.place.side.rows
        app.place.query_one("#tree", RowPane).move(1)
        assert app.place.side.rows != said, "before anything else is done"


async def test_a_list_that_is_gone_to_is_painted_awake(tmp_path: Path):
    app = sample(tmp_path)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2", "0")
        tree = app.query_one("#tree", RowPane)
        assert not tree._above._awake
        await app.go_to("align")
        assert tree._above._awake, "before the focus has come to it"


async def test_what_is_removed_between_two_layouts_is_not_asked_to_paint(tmp_path: Path):
    app = sample(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.press("enter")
        form = app.screen.query_one(CheckInForm)
        note = form.query_one(NoteField)
        note.insert("It has still to be painted")
        note.notify_style_update()  # as when it loses the keys
        await form.remove()
        compositor = app.screen._compositor
        assert form in compositor.visible_widgets, "it was laid out again before anything was painted"
        assert len(compositor.render_strips()) == SIZE[1]
