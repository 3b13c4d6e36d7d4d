from pathlib import Path

import pytest
from textual.widgets import Input

from okr_tui.ui.notes import Note
from okr_tui.ui.preferences import Preferences, load_preferences
from okr_tui.ui.themed import ThemedApp
from okr_tui.ui.widgets.entry import Entry
from okr_tui.ui.widgets.row_pane import RowPane
from tests.ui.demo import demo, session
from tests.ui.frames import frame, styles


@pytest.mark.parametrize("size", [(120, 36), (80, 24), (200, 60), (40, 12)], ids=lambda size: f"{size[0]}x{size[1]}")
async def test_the_frame_at_many_sizes(size: tuple[int, int], snapshot):
    app = demo()
    async with app.run_test(size=size) as pilot:
        await pilot.pause()
        assert frame(app) == snapshot


async def test_digits_change_the_place_and_each_keeps_its_cursor():
    app = demo()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("down", "3")
        await pilot.pause()
        assert app.place and app.place.place == "achieve"  # noqa: PT018 - one fact
        await pilot.press("j", "j", "à")
        await pilot.pause()
        assert "  ▌ Median answer time" in frame(app)
        await pilot.press('"')
        await pilot.pause()
        assert "  ▌ Key result 2" in frame(app)
        await pilot.press("4")
        assert app.place.place == "achieve"


async def test_a_phase_on_the_rail_can_be_clicked():
    app = demo()
    async with app.run_test(size=(120, 24)) as pilot:
        await pilot.click(offset=(36, 1))
        await pilot.pause()
        assert "Key result 1" in frame(app)
        assert styles(app, "3 ACHIEVE")[0].underline


async def test_the_panel_folds_when_narrow_and_by_its_key():
    app = demo()
    async with app.run_test(size=(120, 24)) as pilot:
        assert "GUIDE" in frame(app)
        await pilot.press("g")
        await pilot.pause()
        assert "GUIDE" not in frame(app)
        assert "g guide" in frame(app)
        await pilot.press("g")
        await pilot.resize_terminal(80, 24)
        await pilot.pause()
        assert "GUIDE" not in frame(app)
        await pilot.press("g")
        await pilot.pause()
        assert "GUIDE" in frame(app)


async def test_a_new_snapshot_reaches_the_place_seen_now_and_the_others_when_they_are_seen():
    app = demo()
    async with app.run_test(size=(100, 24)) as pilot:
        await pilot.press("3")
        app.show(session(revision=9))
        await pilot.press("0")
        await pilot.pause()
        assert "CHECK-INS DUE  9" in frame(app)


async def test_an_error_is_one_sentence_and_its_words_are_no_markup():
    app = demo()
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        await pilot.press("c")
        await pilot.pause()
        assert "there is [nothing] to check in" in frame(app)


async def test_help_tells_what_can_be_done_here_and_nothing_else():
    app = demo()
    async with app.run_test(size=(120, 50)) as pilot:
        await pilot.press("?")
        await pilot.pause()
        shown = frame(app)
        assert "Say where a key result stands." in shown
        assert "undo" not in shown
        await pilot.press("escape")
        await pilot.pause()
        assert "Say where a key result stands." not in frame(app)


async def test_the_palette_finds_a_command_by_part_of_its_name():
    app = demo()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.press("ctrl+p")
        await pilot.press(*"achi")
        await pilot.pause(0.3)
        await pilot.press("enter")
        await pilot.pause(0.3)
        assert app.place.place == "achieve"


async def test_letters_typed_into_a_form_are_no_commands():
    app = demo()
    async with app.run_test(size=(100, 30)) as pilot:
        pane = app.query_one(".body RowPane", RowPane)
        await pane.open_below("karim", Input(compact=True, classes="field"))
        await pilot.press("3", "q", "g", "delete")
        assert app.query_one(Input).value == "3qg"
        assert app.place.place == "home"


async def test_a_failure_behind_is_a_sentence_and_the_app_goes_on():
    def fails() -> None:
        raise OSError("the network is down")

    app = demo()
    async with app.run_test(size=(100, 24), notifications=True) as pilot:
        app.work_behind(fails)
        await pilot.pause(0.1)
        assert "the network is down" in frame(app)
        await pilot.press("3")
        assert app.place.place == "achieve"


async def test_a_persons_theme_keys_and_mistakes(tmp_path: Path):
    (tmp_path / "themes").mkdir()
    (tmp_path / "themes" / "mine.toml").write_text("name = 3")
    app = demo(Preferences(tmp_path, "okr-light", {"check-in": "i", "dance": "x"}))
    async with app.run_test(size=(120, 30), notifications=True) as pilot:
        await pilot.pause()
        shown = frame(app)
        assert "i check in" in shown
        assert "dance" in shown
        assert "mine.toml" in shown
        assert app.theme == "okr-light"
        app.theme = "okr"
        await pilot.pause()
        assert (tmp_path / "config.toml").read_text() == 'theme = "okr"\n'


async def test_who_wants_no_animation_gets_none_and_no_cursor_blinks_for_anybody(tmp_path: Path):
    from okr_tui.ui.forms.fields import NoteField, WordsField
    from okr_tui.ui.widgets.entry import Entry

    (tmp_path / "config.toml").write_text("animation = false\n")
    app = demo(load_preferences(tmp_path))
    async with app.run_test(size=(80, 24)):
        assert app.animation_level == "none"
        assert not any(field().cursor_blink for field in (Entry, WordsField, NoteField))
    (tmp_path / "config.toml").write_text("animation = 3\n")
    assert load_preferences(tmp_path).animation
    assert "animation" in load_preferences(tmp_path).troubles[0]


async def test_without_colours_nothing_is_told_by_a_background(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = demo()
    async with app.run_test(size=(120, 24)):
        assert "████" in frame(app)
        assert "░░░" in frame(app)
        assert styles(app, "3 ACHIEVE")[0].reverse


async def test_without_colours_the_cursor_of_what_is_typed_is_seen(monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    app = ThemedApp()
    async with app.run_test(size=(60, 10)) as pilot:
        await app.screen.mount(Entry("words"))
        app.screen.query_one(Entry).focus()
        await pilot.pause()
        assert any(style.reverse for style in styles(app, " "))


@pytest.mark.parametrize("colours", ["NO_COLOR", "16"])
async def test_where_no_colour_parts_what_is_open_from_what_it_covers_a_line_does(monkeypatch, colours):
    if colours == "16":
        monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    else:
        monkeypatch.setenv(colours, "1")
    app = demo()
    async with app.run_test(size=(120, 24)) as pilot:
        assert "┌─" not in frame(app)
        await pilot.press("question_mark")
        assert "┌─" in frame(app)


async def test_in_16_colours_bars_are_told_by_glyphs(monkeypatch):
    monkeypatch.setattr("textual.constants.COLOR_SYSTEM", "standard")
    app = demo()
    async with app.run_test(size=(120, 24)):
        assert "█████│░░░" in frame(app)


async def test_a_note_that_ends_while_it_is_being_shown_does_not_stop_the_app(monkeypatch: pytest.MonkeyPatch):
    app = demo()
    monkeypatch.setattr(Note, "has_expired", False)  # as it was a moment ago
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("Over", timeout=-0.0002)
        await pilot.pause()
        await pilot.press("3")
        assert app.place and app.place.place == "achieve"  # noqa: PT018 - one fact
