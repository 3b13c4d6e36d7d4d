from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.events import MouseScrollDown, MouseScrollUp
from textual.widgets import Input

from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.themed import ThemedApp
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.ui.widgets.side_pane import SidePane
from tests.ui.frames import frame, styles
from tests.ui.test_achieve import opened, small


def _lines(count: int, words: str = "line"):
    return [still(Says(f"{words} {number}")) for number in range(count)]


def _rows(count: int):
    return [Row(str(number), (Says(f"row {number}", leads=True),)) for number in range(count)]


class Beside(ThemedApp):
    """A list and a panel beside it."""

    def compose(self) -> ComposeResult:
        with Horizontal():
            yield RowPane(id="list")
            yield SidePane(edge=0, ground="panel", id="side")

    def on_mount(self) -> None:
        self.side.styles.width = 20
        self.layouts = 0
        self.screen.screen_layout_refresh_signal.subscribe(self, self._count)

    def _count(self, _screen) -> None:
        self.layouts += 1

    @property
    def side(self) -> SidePane:
        return self.query_one("#side", SidePane)

    def panel(self) -> list[str]:
        return [line[30:].rstrip() for line in frame(self).splitlines()]

    def bar(self) -> list[int]:
        """The lines in whose last cell the panel says where it is."""
        strips = [list(strip) for strip in self.screen._compositor.render_strips()]
        return [number for number, strip in enumerate(strips) if strip[-1].style.bgcolor != strip[-2].style.bgcolor]


async def test_more_or_fewer_rows_lay_nothing_out_anew():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_lines(3))
        await pilot.pause()
        before = app.layouts
        for count in (7, 40, 2, 12):
            app.side.set_rows(_lines(count, f"of {count}"))
            await pilot.pause()
            assert app.panel()[:2] == [f"  of {count} 0", f"  of {count} 1"]
            assert len([line for line in app.panel() if line]) == min(count, 10)
        assert app.layouts == before


async def test_the_wheel_moves_a_panel_that_is_longer_and_a_bar_says_where_it_is():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_lines(10))
        await pilot.pause()
        assert app.bar() == []
        app.side.set_rows(_lines(20))
        await pilot.pause()
        assert app.bar() == [0, 1, 2, 3, 4]

        await _wheel(pilot, app, MouseScrollDown, times=3)
        assert app.panel()[0] == "  line 6"
        await _wheel(pilot, app, MouseScrollDown, times=9)
        assert (app.panel()[-1], app.bar()) == ("  line 19", [5, 6, 7, 8, 9])
        await _wheel(pilot, app, MouseScrollUp, times=20)
        assert (app.panel()[0], app.bar()) == ("  line 0", [0, 1, 2, 3, 4])


async def _wheel(pilot, app: Beside, turned: type[MouseScrollDown | MouseScrollUp], *, times: int) -> None:
    rows = app.side.children[0]
    for _ in range(times):
        rows.post_message(turned(rows, 1, 1, 0, 0, 0, shift=False, meta=False, ctrl=False))
    await pilot.pause()


async def test_what_is_shown_next_begins_at_its_top_and_the_same_rows_stay_where_they_are():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_lines(20))
        await pilot.pause()
        await _wheel(pilot, app, MouseScrollDown, times=2)
        app.side.set_rows(_lines(20))
        await pilot.pause()
        assert app.panel()[0] == "  line 4"
        app.side.set_rows(_lines(20, "other"))
        await pilot.pause()
        assert app.panel()[0] == "  other 0"


async def test_a_cursor_in_it_is_kept_in_view_and_a_click_means_the_line_that_is_seen():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_rows(30))
        app.side.focus()
        await pilot.press("end")
        assert app.panel()[-1] == "▌ row 29"
        await pilot.press("up")
        assert app.panel()[-2:] == ["▌ row 28", "  row 29"]
        await pilot.click("#side", offset=(4, 0))
        assert app.side.here.key == "20"
        await pilot.press("home")
        assert (app.panel()[0], app.side.here.key) == ("▌ row 0", "0")


async def test_a_form_opens_below_its_row_however_far_down_and_the_panel_is_as_before_when_it_closes():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_rows(30))
        app.side.focus()
        await pilot.press("end")
        await app.side.open_below("25", Input("typed"))
        await pilot.pause()
        shown = app.panel()
        assert "▌ row 25" in shown
        assert any("typed" in line for line in shown)
        await app.side.close()
        await pilot.pause()
        assert "▌ row 25" in app.panel()
        assert not any("typed" in line for line in app.panel())
        await pilot.press("down")
        assert app.side.here.key == "26"


async def test_a_sentence_is_wrapped_beside_the_bar():
    app = Beside()
    async with app.run_test(size=(50, 4)) as pilot:
        app.side.set_rows([still(Tells("these words need more lines than there are in this panel, far more"))])
        await pilot.pause()
        assert all(len(line) <= 18 for line in app.panel())
        assert styles(app, "these words")


async def test_words_take_all_of_the_panel_but_for_the_cursor_the_margin_and_the_bar():
    app = Beside()
    async with app.run_test(size=(50, 4)) as pilot:
        app.side.set_rows(_lines(1, "x" * 40))
        await pilot.pause()
        assert app.panel()[0] == "  " + "x" * 15 + "…"


async def test_the_keyboard_reaches_all_of_a_panel_that_is_longer_than_the_screen():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_lines(25))
        await pilot.pause()
        app.side.page(1)
        await pilot.pause()
        assert (app.panel()[0], app.panel()[-1]) == ("  line 9", "  line 18")
        app.side.page(1)
        await pilot.pause()
        assert app.panel()[-1] == "  line 24"
        app.side.page(-1)
        app.side.page(-1)
        await pilot.pause()
        assert app.panel()[0] == "  line 0"


async def test_in_a_place_two_keys_move_its_panel(tmp_path):
    app = opened(small().write(tmp_path / "w"))
    async with app.run_test(size=(120, 14)) as pilot:
        await pilot.press("2")
        await pilot.pause()
        at_first = frame(app)
        await pilot.press("ctrl+down")
        assert frame(app) != at_first
        await pilot.press("ctrl+up")
        assert frame(app) == at_first


async def test_rows_that_stay_move_with_the_top_when_one_of_as_many_lines_is_another():
    app = Beside()
    async with app.run_test(size=(50, 10)) as pilot:
        app.side.set_rows(_lines(20))
        await pilot.pause()
        await _wheel(pilot, app, MouseScrollDown, times=3)
        app.side.set_rows([*_lines(19), still(Says("another"))])
        await pilot.pause()
        assert app.panel() == [f"  line {number}" for number in range(10)]
