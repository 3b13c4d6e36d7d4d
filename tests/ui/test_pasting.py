"""What is pasted stands where it was pasted, once, with nothing lost in silence: real paste events in real forms."""

import ast
from pathlib import Path

import pytest
from textual import events
from textual.widgets import Input, TextArea

import okr_tui.ui
from okr_tui.ui.forms.fields import FigureField, NoteField, WordsField
from okr_tui.ui.forms.paste import Lines
from okr_tui.ui.widgets.entry import LONGEST_LINE, Entry
from tests.ui.frames import frame
from tests.ui.opened import opened
from tests.workspaces import Small

UI = Path(okr_tui.ui.__file__).parent
ONE_LINE = [WordsField, Entry]
LINES = [lambda text="": NoteField(text), lambda text="": Lines(text)]
MESSY = "first line\r\nsecond \x1b[31mline\r\n\r\n  third  "


async def pasted(tmp_path, make, text: str, before: str = ""):
    """A field, mounted in the app, after a paste; and what the app says."""
    app = opened(Small(), tmp_path)
    async with app.run_test(size=(120, 36), notifications=True) as pilot:
        await pilot.pause()
        field = make(before)
        await app.screen.mount(field)
        field.focus()
        await pilot.pause()
        app.post_message(events.Paste(text))
        await pilot.pause()
        return (field.text if isinstance(field, TextArea) else field.value), frame(app)


@pytest.mark.parametrize("make", ONE_LINE)
async def test_lines_pasted_into_one_line_are_joined_with_a_space(tmp_path, make):
    value, _said = await pasted(tmp_path, make, MESSY)
    assert value == "first line second \ufffd[31mline third"


@pytest.mark.parametrize("make", LINES)
async def test_lines_pasted_into_several_rows_stand_there_once(tmp_path, make):
    text, _said = await pasted(tmp_path, make, MESSY)
    assert text == "first line\nsecond \ufffd[31mline\n\n  third  "


async def test_a_figure_takes_the_first_pasted_line_and_says_so(tmp_path):
    value, said = await pasted(tmp_path, FigureField, "\n41\n42\n")
    assert value == "41"
    assert "first of the 2 pasted lines" in " ".join(said.split())


async def test_one_pasted_figure_says_nothing(tmp_path):
    value, said = await pasted(tmp_path, FigureField, "41\n")
    assert value == "41"
    assert "pasted" not in said


@pytest.mark.parametrize(
    ("make", "most"), [(make, LONGEST_LINE) for make in ONE_LINE] + [(make, 100_000) for make in LINES]
)
async def test_a_paste_that_is_too_long_is_refused_whole_and_said(tmp_path, make, most):
    text, said = await pasted(tmp_path, make, "x" * (most - 3), "there")
    assert text == "there"
    assert "nothing was put in" in " ".join(said.split())


@pytest.mark.parametrize(("make", "most"), [(WordsField, LONGEST_LINE), (LINES[0], 100_000)])
async def test_a_paste_that_just_fits_is_kept_whole(tmp_path, make, most):
    text, _said = await pasted(tmp_path, make, "x" * (most - 5), "")
    assert len(text) == most - 5


def test_every_field_of_ours_prepares_what_is_pasted():
    fields = [cls for base in (Input, TextArea) for cls in _below(base) if cls.__module__.startswith("okr_tui.")]
    assert {"WordsField", "FigureField", "NoteField", "Lines", "Entry"} <= {cls.__name__ for cls in fields}
    lacking = [cls.__name__ for cls in fields if cls.__name__ != "Area" and not hasattr(cls, "on_paste")]
    assert lacking == []


@pytest.mark.parametrize("path", sorted(UI.rglob("*.py")), ids=lambda path: path.relative_to(UI).as_posix())
def test_no_handler_calls_the_one_of_its_base_which_textual_calls_itself(path):
    for found in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(found, ast.Call) and isinstance(found.func, ast.Attribute):
            inner = found.func.value
            supers = isinstance(inner, ast.Call) and isinstance(inner.func, ast.Name) and inner.func.id == "super"
            handler = found.func.attr.startswith(("_on_", "on_")) and found.func.attr != "on_event"
            assert not (supers and handler), f"line {found.lineno}: super().{found.func.attr}()"


def _below(cls):
    for sub in cls.__subclasses__():
        yield sub
        yield from _below(sub)
