from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input

from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import dim
from okr_tui.ui.themed import ThemedApp
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, section
from tests.ui.frames import frame, styles


def _row(key: str, words: str = "", *, second: str = "") -> Row:
    return Row(key, (Says(words or f"row {key}", leads=True), *((Says(dim(second)),) if second else ())))


ROWS = (section("DUE", 2), _row("a", second="a note"), _row("b"), blank(), section("OTHER", 1), _row("c"))


class Lists(ThemedApp):
    def __init__(self, rows=ROWS) -> None:
        super().__init__()
        self.shown = rows
        self.told: list[tuple[str, str]] = []

    def compose(self) -> ComposeResult:
        yield RowPane()

    def on_mount(self) -> None:
        self.pane.set_rows(self.shown)
        self.pane.focus()

    @property
    def pane(self) -> RowPane:
        return self.query_one(RowPane)

    @property
    def here(self) -> str | None:
        return self.pane.here.key if self.pane.here else None

    def on_row_pane_selected(self, event: RowPane.Selected) -> None:
        self.told.append(("selected", event.row.key))

    def on_row_pane_highlighted(self, event: RowPane.Highlighted) -> None:
        self.told.append(("highlighted", event.row.key))


async def test_the_cursor_stands_on_the_first_row_that_can_be_chosen_over_all_its_lines():
    app = Lists()
    async with app.run_test(size=(40, 12)):
        assert frame(app).splitlines()[:6] == [
            "    DUE  2  ──────────────────────────",
            "  ▌ row a",
            "  ▌ a note",
            "    row b",
            "",
            "    OTHER  1  ────────────────────────",
        ]
        assert styles(app, "row a")[0].bgcolor == styles(app, "a note")[0].bgcolor != styles(app, "row b")[0].bgcolor
        assert [bool(styles(app, words)[0].bold) for words in ("row a", "row b")] == [True, False]


async def test_keys_move_over_titles_and_stop_at_the_ends():
    app = Lists()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "down", "down")
        assert app.here == "c"
        await pilot.press("home", "up")
        assert app.here == "a"
        await pilot.press("end", "enter")
        await pilot.pause()
        assert app.told[-1] == ("selected", "c")
        assert ("highlighted", "b") in app.told


async def test_a_click_puts_the_cursor_and_another_one_chooses():
    app = Lists()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(offset=(6, 3))
        assert app.here == "b"
        assert not [told for told in app.told if told[0] == "selected"]
        await pilot.click(offset=(6, 3))
        await pilot.pause()
        assert app.told[-1] == ("selected", "b")
        await pilot.click(offset=(6, 5))
        assert app.here == "b"


async def test_the_cursor_stays_with_its_key_when_rows_change():
    app = Lists()
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down")
        app.pane.set_rows((section("DUE", 3), _row("new"), *ROWS[1:]))
        await pilot.pause()
        assert frame(app).splitlines()[4] == "  ▌ row b"
        app.pane.set_rows((section("DUE", 1), _row("new"), _row("a")))
        await pilot.pause()
        assert app.here == "a"
        app.pane.set_rows(())
        await pilot.pause()
        assert app.here is None
        await pilot.press("down", "enter", "pagedown", "end")


async def test_changed_words_are_painted_and_the_others_are_not():
    app = Lists()
    async with app.run_test(size=(40, 12)) as pilot:
        kept = app.pane._above._painted[5, False]
        app.pane.set_rows((*ROWS[:2], _row("b", "changed"), *ROWS[3:]))
        await pilot.pause()
        assert frame(app).splitlines()[3] == "    changed"
        assert app.pane._above._painted[5, False] is kept


async def test_the_cursor_is_kept_in_view_with_the_title_above_it():
    rows = [section("MANY", 50), *(_row(str(number)) for number in range(50))]
    app = Lists(rows)
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("end")
        await pilot.pause()
        assert "  ▌ row 49" in frame(app)
        await pilot.press("home")
        await pilot.pause()
        assert frame(app).splitlines()[0].startswith("    MANY  50")
        await pilot.press("pagedown")
        await pilot.pause()
        assert app.here == "7"


async def test_hostile_words_reach_no_terminal():
    app = Lists([_row("x", "[red]x[/] [@click=app.quit]q[/]\x1b[31m\u202e\nnext")])
    async with app.run_test(size=(60, 4)):
        assert frame(app) == "  ▌ [red]x[/] [@click=app.quit]q[/]\ufffd[31m\ufffd next"


async def test_sentences_wrap_with_the_width():
    app = Lists([Row("x", (Tells("one two three four five six"),)), _row("y")])
    async with app.run_test(size=(20, 6)) as pilot:
        assert frame(app).splitlines()[:3] == ["  ▌ one two three", "  ▌ four five six", "    row y"]
        await pilot.resize_terminal(40, 6)
        await pilot.pause()
        assert frame(app).splitlines()[:2] == ["  ▌ one two three four five six", "    row y"]


class _Form(Vertical):
    def compose(self) -> ComposeResult:
        yield Input("29", compact=True)


async def test_a_form_opens_below_its_row_and_gives_the_keys_back():
    app = Lists()
    async with app.run_test(size=(40, 14)) as pilot:
        await app.pane.open_below("b", _Form())
        await pilot.pause()
        assert frame(app).splitlines()[3:8] == [
            "  ▌ row b",
            "  ▌ 29",
            "",
            "",
            "    OTHER  1  ────────────────────────",
        ]
        await pilot.press("1", "down", "enter")
        assert app.query_one(Input).value.endswith("1") or app.query_one(Input).value == "1"
        assert app.here == "b"
        app.pane.focus()
        await pilot.press("down")
        await pilot.pause()
        assert app.here == "c"
        assert "  ▌ row c" in frame(app)
        await app.pane.close()
        await pilot.pause()
        assert not app.query(Input)
        assert "  ▌ row c" in frame(app)


async def test_rows_may_change_while_a_form_is_open():
    app = Lists()
    async with app.run_test(size=(40, 14)) as pilot:
        await app.pane.open_below("b", _Form())
        app.pane.set_rows((section("DUE", 3), _row("new"), *ROWS[1:]))
        await pilot.pause()
        assert app.query_one(Input).value == "29"
        lines = frame(app).splitlines()
        assert lines[lines.index("  ▌ row b") + 1] == "  ▌ 29"
        await app.pane.close()
        assert app.focused is app.pane


async def test_in_a_thousand_rows_the_cursor_goes_where_it_is_moved():
    rows = [_row(str(number), second="a note") for number in range(1000)]
    app = Lists(rows)
    async with app.run_test(size=(100, 40)) as pilot:
        for _ in range(40):
            app.pane.action_move(1)
        await pilot.pause()
        assert app.pane.here.key == "40"
        assert "row 40" in frame(app)


async def test_the_colours_follow_the_theme():
    app = Lists()
    async with app.run_test(size=(40, 12)) as pilot:
        dark = styles(app, "row b")[0].bgcolor
        app.theme = "okr-light"
        await pilot.pause()
        assert styles(app, "row b")[0].bgcolor != dark
        app.theme = "nord"
        await pilot.pause()
        assert styles(app, "row b")[0].bgcolor.triplet.hex.upper() == "#2E3440"


async def test_a_place_moves_its_cursor_whoever_has_the_keys():
    app = Lists([_row(str(number)) for number in range(30)])
    async with app.run_test(size=(40, 8)) as pilot:
        await pilot.press("end")
        app.set_focus(None)
        app.pane.first()
        assert app.here == "0"
        app.pane.move(1)
        assert app.here == "1"
        await pilot.pause()
        assert "row 0" in frame(app)
