"""What was closed is let go: no form, and no snapshot of the workspace in it, is held for as long as the app runs."""

import gc
import weakref
from pathlib import Path

import pytest
from textual.widget import Widget

from okr_tui.ui.forms.fields import NoteField
from okr_tui.ui.forms.paste import Lines
from okr_tui.ui.widgets.entry import Entry
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import section
from okr_tui.ui.workbench import Workbench
from tests.ui.opened import opened
from tests.workspaces import Small


@pytest.fixture
def app(tmp_path: Path) -> Workbench:
    return opened(Small(), tmp_path)


@pytest.mark.parametrize("field", [Entry, NoteField, Lines])
async def test_a_field_that_left_the_screen_is_held_by_nothing(app: Workbench, field: type[Widget]):
    async with app.run_test(size=(100, 30)) as pilot:
        left = []
        for _time in range(3):
            widget = field("words")
            await app.screen.mount(widget)
            left.append(weakref.ref(widget))
            await widget.remove()
            del widget
        await pilot.pause()
        app.screen._clear_arrangement_cache()  # the last few that were laid out, which Textual keeps
        gc.collect()
        assert sum(each() is not None for each in left) <= 1  # it may know the last one until it lays out again


async def test_what_was_painted_of_a_list_that_left_the_screen_is_held_by_nothing(app: Workbench):
    async with app.run_test(size=(100, 30)) as pilot:
        left = []
        for _time in range(3):
            widget = RowPane()
            widget.set_rows([section("words")])
            await app.screen.mount(widget)
            await pilot.pause()
            left += [weakref.ref(each._styles_cache) for each in (widget, *widget.children)]
            await widget.remove()
            del widget
        await pilot.pause()
        gc.collect()
        assert sum(each() is not None for each in left) <= 3  # those of the last one
