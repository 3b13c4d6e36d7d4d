import asyncio
import time

from textual.app import ComposeResult
from textual.notifications import Notify
from textual.widgets import Static
from textual.widgets._toast import Toast

from okr_tui.ui.notes import Note
from okr_tui.ui.themed import ThemedApp
from tests.ui.frames import frame


class Notes(ThemedApp):
    def compose(self) -> ComposeResult:
        yield Static("below")


def test_a_note_whose_time_is_over_is_over_and_has_a_moment_left_all_the_same():
    note = Note("saved", timeout=2, raised_at=time.time() - 3600)
    assert note.has_expired
    assert note.time_left > 0
    assert not Note("saved", timeout=2).has_expired


async def test_a_note_that_the_machine_slept_through_goes_and_everything_goes_on():
    app = Notes()
    async with app.run_test(size=(60, 12), notifications=True) as pilot:
        slept = Note("slept through", timeout=2, raised_at=time.time() - 3600)
        await app.mount(Toast(slept))  # what Textual does when the machine slept right before it
        app._notifications.add(slept)
        await asyncio.wait_for(_gone(app), 5)
        await pilot.press("x")
        assert "slept" not in frame(app)


async def _gone(app: Notes) -> None:
    while app.query(Toast):  # noqa: ASYNC110 - nothing tells that a toast is gone
        await asyncio.sleep(0)


async def test_words_of_a_note_are_words_and_at_most_four_hundred_characters():
    app = Notes()
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        app.notify("[@click=app.quit]x[/] \x1b]52;c;aGk=\x07" + "y" * 9000)
        await pilot.pause()
        (note,) = list(app._notifications)
        assert isinstance(note, Note)
        assert note.markup is False
        assert (len(note.message), "\x1b" in note.message) == (400, False)
        assert "[@click=app.quit]x[/]" in frame(app)


async def test_what_is_said_again_stands_there_once_and_nothing_is_left_of_a_note_that_is_gone():
    app = Notes()
    async with app.run_test(size=(60, 16), notifications=True) as pilot:
        for _ in range(3):
            app.notify("the same")
            app.notify("another")
            await pilot.pause()
        assert (frame(app).count("the same"), frame(app).count("another")) == (1, 1)
        app.clear_notifications()  # as when their time is over on another screen: Textual leaves an empty holder each
        await pilot.pause()
        app.notify("a third")
        await pilot.pause()
        assert [type(each.children[0]).__name__ for each in app.query("ToastHolder")] == ["Toast"]


async def test_a_note_on_its_way_while_the_app_is_left_is_let_go():
    app = Notes()
    async with app.run_test(size=(60, 12), notifications=True) as pilot:
        await pilot.pause()
    app.on_notify(Notify(Note("saved", timeout=2)))
    assert not list(app._notifications)
