"""A list with a cursor that scrolls, and a form that opens in place below one of its rows."""

from collections.abc import Callable, Sequence
from typing import ClassVar, Literal

from textual.actions import SkipAction
from textual.app import ComposeResult
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.widget import Widget

from okr_tui.ui.widgets import row_messages
from okr_tui.ui.widgets.open_below import OpenBelow
from okr_tui.ui.widgets.row_steps import beyond, nearest, row_at
from okr_tui.ui.widgets.rows import Row, Rows
from okr_tui.ui.widgets.wakeful import Wakeful


class RowPane(Wakeful, can_focus=True, inherit_bindings=False):
    """A list of rows, its cursor, and at most one form in place.

    Two `Rows` draw it: one up to the form, one after it. The cursor crosses from one to the other as if they were one.

    Args:
        edge: empty cells left of the cursor: 2 in the body, 0 in a panel or beside another list.
        ground: the role of the background.
        followed: what speaks of the row of the cursor; called as soon as that is another one, so that both are painted
            at once. Without it a message tells.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1)", show=False),
        Binding("down", "move(1)", show=False),
        Binding("home", "first", show=False),
        Binding("end", "last", show=False),
        Binding("pageup", "page(-1)", show=False),
        Binding("pagedown", "page(1)", show=False),
        Binding("left", "turn('left')", show=False),
        Binding("right", "turn('right')", show=False),
        Binding("enter", "choose", show=False),
    ]
    DEFAULT_CSS = """
    RowPane { width: 1fr; height: 1fr; scrollbar-size-vertical: 1; scrollbar-gutter: stable; background: $okr-background; }
    RowPane.-panel {
        background: $okr-panel; scrollbar-background: $okr-panel;
        scrollbar-background-hover: $okr-panel; scrollbar-background-active: $okr-panel;
    }
    """

    Highlighted = row_messages.Highlighted
    Selected = row_messages.Selected
    Turned = row_messages.Turned

    def __init__(
        self,
        *,
        edge: int = 2,
        ground: str = "background",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
        followed: Callable[[], None] | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._followed = followed
        self.set_class(ground == "panel", "-panel")
        self.rows: tuple[Row, ...] = ()
        self._cursor: int | None = None
        self._open: OpenBelow | None = None
        self._opened: str | None = None
        self._above = self._list(edge, ground)
        self._below = Rows(edge=edge, ground=ground)

    def _list(self, edge: int, ground: str) -> Rows:
        """What draws the rows up to an open form."""
        return Rows(edge=edge, ground=ground)

    def compose(self) -> ComposeResult:
        """The rows up to an open form, and those after it."""
        yield self._above
        yield self._below

    # what it shows

    @property
    def here(self) -> Row | None:
        """The row of the cursor."""
        return None if self._cursor is None else self.rows[self._cursor]

    @property
    def form(self) -> Widget | None:
        """What is open in place."""
        return self._open.children[0] if self._open is not None and self._open.children else None

    def set_rows(self, rows: Sequence[Row]) -> None:
        """Shows these rows; the cursor stays on its key, or where it was when that row is gone."""
        was, before = self.here, self._cursor
        self.rows = tuple(rows)
        self._cursor = row_at(self.rows, was.key) if was is not None else None
        if self._cursor is None:
            self._cursor = nearest(self.rows, before or 0)
        self._split()
        now = self.here
        if now is not None and (was is None or now.key != was.key):
            self._tell(now)
        elif now is None and was is not None and self._followed is not None:
            self._followed()

    def go_to(self, key: str) -> bool:
        """Puts the cursor on the row with a key; False when there is none."""
        found = row_at(self.rows, key)
        if found is not None:
            self._put(found)
        return found is not None

    def open_below(self, key: str, form: Widget) -> AwaitComplete:
        """Opens a form in place below a row; one that is open already is closed first.

        Await it (or not): when it is done the form is mounted and has the focus if it can take it.
        """

        async def opened() -> None:
            await self.close()
            found = row_at(self.rows, key)
            self._opened = key if found is not None else None
            if found is not None:
                self._put(found)
            self._open = OpenBelow(form)
            self._split()
            await self.mount(self._open, after=self._above)
            first = next((widget for widget in form.walk_children(Widget, with_self=True) if widget.focusable), None)
            if first is not None:
                first.focus(scroll_visible=False)
            self.call_after_refresh(self._show_open)

        return AwaitComplete(opened())

    def close(self) -> AwaitComplete:
        """Closes what is open in place; the keys go to the rows again."""

        async def closed() -> None:
            left, self._open, self._opened = self._open, None, None
            if left is None:
                return
            had_focus = left.has_focus_within
            await left.remove()
            self._split()
            if had_focus:
                self.focus(scroll_visible=False)

        return AwaitComplete(closed())

    def _show_open(self) -> None:
        """Scrolls so that the row and what is open below it are seen, as far as they fit."""
        if self._open is not None and self._cursor is not None:
            at = self._above.row_region(self._cursor).translate(self._above.virtual_region.offset)
            self._bring(at.union(self._open.virtual_region))
            self._bring(at)

    # keys and the mouse

    def move(self, step: int) -> None:
        """To the next row that can be chosen, up (-1) or down (1), whoever has the keys."""
        self._put(beyond(self.rows, self._cursor, step))

    def first(self) -> None:
        """To the first row, whoever has the keys."""
        self._put(nearest(self.rows, 0))
        self._bring(Region(0, 0, 1, 1))

    def action_move(self, step: int) -> None:
        """To the next row that can be chosen, up (-1) or down (1)."""
        self._only_with_focus()
        self.move(step)

    def action_page(self, step: int) -> None:
        """As many lines up or down as the pane is high."""
        self._only_with_focus()
        left, index = max(self.size.height - 1, 1), self._cursor
        while index is not None and left > 0:
            further = beyond(self.rows, index, step)
            if further is None or further == index:
                break
            left -= self.rows[further].height(self.size.width)
            index = further
        self._put(index)

    def action_first(self) -> None:
        """To the first row."""
        self._only_with_focus()
        self.first()

    def action_last(self) -> None:
        """To the last row."""
        self._only_with_focus()
        self._put(nearest(self.rows, len(self.rows) - 1))

    def action_choose(self) -> None:
        """Chooses the row of the cursor."""
        self._only_with_focus()
        if self.here is not None:
            self.post_message(self.Selected(self, self.here))

    def action_turn(self, to: Literal["left", "right"]) -> None:
        """Left or right: the place knows what it means."""
        self._only_with_focus()
        self.post_message(self.Turned(self, self.here, to))

    def on_rows_clicked(self, event: Rows.Clicked) -> None:
        """A click puts the cursor; one more on the same row chooses it."""
        event.stop()
        index = event.index + (len(self._above.rows) if event.rows is self._below else 0)
        if not self.rows[index].selectable:
            return
        self.focus(scroll_visible=False)
        again = index == self._cursor
        self._put(index)
        if again:
            self.post_message(self.Selected(self, self.rows[index]))

    # the cursor

    def _only_with_focus(self) -> None:
        """A key that a form in place did not use is not for the rows behind it."""
        if not self.has_focus:
            raise SkipAction

    def _put(self, index: int | None) -> None:
        """Puts the cursor on a row, paints what changed, brings it into view, tells."""
        if index is None:
            return
        moved, self._cursor = index != self._cursor, index
        self._place_cursor()
        self._show_row(index)
        if moved:
            self._tell(self.rows[index])

    def _tell(self, here: Row) -> None:
        """Tells that the cursor came to a row."""
        if self._followed is None:
            self.post_message(self.Highlighted(self, here))
        else:
            self._followed()

    def _place_cursor(self) -> None:
        """The cursor in the one of the two lists that has its row."""
        above = len(self._above.rows)
        cursor = -1 if self._cursor is None else self._cursor
        self._above.put_cursor(cursor if 0 <= cursor < above else None)
        self._below.put_cursor(cursor - above if cursor >= above else None)

    def _show_row(self, index: int) -> None:
        """Brings a row into view, with the title above it where it fits."""
        first = index
        while first and not self.rows[first - 1].selectable:
            first -= 1
        region = self._region(index)
        with_title = region.union(self._region(first))
        self._bring(with_title if with_title.height <= self.size.height else region)

    def _bring(self, region: Region) -> None:
        """Brings a part of what scrolls into view."""
        self.scroll_to_region(region, animate=False, immediate=True)

    def _region(self, index: int) -> Region:
        """Where a row stands in what scrolls."""
        above = len(self._above.rows)
        rows, own = (self._above, index) if index < above else (self._below, index - above)
        return rows.row_region(own).translate(rows.virtual_region.offset)

    def _split(self) -> None:
        """Gives each of the two lists its part."""
        at = len(self.rows)
        if self._open is not None:
            found = row_at(self.rows, self._opened) if self._opened is not None else None
            after = self._cursor if found is None else found
            at = at if after is None else after + 1
        cursor = -1 if self._cursor is None else self._cursor
        self._above.fill(fills=self._open is None and not self.styles.is_auto_height)
        self._above.set_rows(self.rows[:at], cursor if 0 <= cursor < at else None)
        self._below.set_rows(self.rows[at:], cursor - at if cursor >= at else None)

    def _show_awake(self, *, awake: bool) -> None:
        """Both lists show whether the keys are here."""
        self._above.show_awake(awake=awake)
        self._below.show_awake(awake=awake)
