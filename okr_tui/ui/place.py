"""A place of the app: what stands between head and footer, with its side panel."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar, NamedTuple, cast

from textual.app import ComposeResult
from textual.widget import Widget

from okr_tui.ui.commands import GO
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.holders import Beside, Column
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row
from okr_tui.ui.widgets.side_pane import SidePane

if TYPE_CHECKING:
    from okr_tui.ui.app import OkrApp
    from okr_tui.ui.forms.table_form import TableForm


_PANEL_MOST = 36  # percent of the screen
_BESIDE_WORDS = 4
"""Cells of the side panel that are not for words: cursor, margin, scroll bar."""


class Hint(NamedTuple):
    """A key and what it does, for the footer."""

    key: str
    label: str


class Place(Beside):
    """What a place inherits: a body, a side panel that folds, the last snapshot.

    Attributes:
        place: its id, as commands and the rail know it.
        rail: the place that the rail underlines while this one is looked at, where it is none of the rail's own.
        panel_width: cells of the side panel, 30…38; fewer where that is more than a good third of the screen.
        title: where inside the place a person is, for the end of the breadcrumb; nothing at its top.
        session: the last snapshot; None until the first one came.
    """

    place: ClassVar[str] = ""
    rail: ClassVar[str] = ""
    panel_width: ClassVar[int] = 30

    DEFAULT_CSS = """
    Place { width: 1fr; height: 1fr; }
    Place > .body { width: 1fr; height: 1fr; padding: 1 0; }
    Place > .side { padding: 1 0; }
    Place.-folded > .side, Place > .side.-empty { display: none; }
    """

    def __init__(self) -> None:
        super().__init__(id=self.place)
        self.title = ""
        self.session: Session | None = None
        self._stale = False
        self._catching_up = False
        self._last_focus: Widget | None = None
        self._side = SidePane(edge=0, ground="panel", classes="side")
        self._side.styles.width = self.panel_width
        self._side.styles.max_width = f"{_PANEL_MOST}%"

    def compose(self) -> ComposeResult:
        """The body and the panel."""
        with Column(classes="body"):
            yield from self.body()
        yield self._side

    def body(self) -> ComposeResult:
        """What stands left of the panel."""
        raise NotImplementedError

    def refresh_from(self, session: Session) -> None:
        """Shows another snapshot: builds its rows anew and sets them."""
        raise NotImplementedError

    def panel(self) -> Sequence[Row]:
        """What the side panel says; nothing hides it."""
        return ()

    def footer(self) -> Sequence[Hint] | None:
        """The keys of the footer while something is open; None is those of the commands."""
        return None

    @property
    def without(self) -> frozenset[str]:
        """Ids of commands of everywhere that mean nothing here."""
        return frozenset()

    @property
    def side(self) -> RowPane:
        """The side panel."""
        return self._side

    @property
    def frame(self) -> "OkrApp":
        """The app around it."""
        return cast("OkrApp", self.app)

    @property
    def panel_room(self) -> tuple[int, int]:
        """The cells of a row of the panel, and its rows; while it is folded those that it would have."""
        height = self.size.height or self.app.size.height
        width = min(self.panel_width, self.app.size.width * _PANEL_MOST // 100)
        return width - _BESIDE_WORDS, height - self._side.gutter.height

    @property
    def keys_here(self) -> frozenset[str]:
        """The keys that do something here; the one that goes here does not."""
        commands = (each for each in self.frame.commands if each.id != GO + self.place)
        return frozenset(name for each in commands for name in each.keys)

    def repaint_panel(self) -> None:
        """Shows what `panel` says now."""
        rows = self.panel()
        self._side.set_class(not rows, "-empty")
        self._side.can_focus = any(row.selectable for row in rows)
        self._side.set_rows(rows)

    def follow_cursor(self) -> None:
        """The panel speaks of another row: for a list whose cursor it follows."""
        if not self._catching_up:  # which shows the panel at its end
            self.repaint_panel()

    def action_panel_down(self) -> None:
        """Further down in the panel, where it is longer than the screen."""
        self._side.page(1)

    def action_panel_up(self) -> None:
        """Further up in it."""
        self._side.page(-1)

    def say(self, words: str) -> None:
        """A quiet note."""
        self.app.notify(words, markup=False)

    def take(self, session: Session, *, seen: bool) -> None:
        """A snapshot from the app: shown now, or when the place is seen again."""
        self.session, self._stale = session, True
        if seen:
            self.catch_up()

    def catch_up(self) -> None:
        """Shows the last snapshot, unless it is shown already."""
        if self._stale and self.session is not None and self.is_mounted:
            self._stale, self._catching_up = False, True
            try:
                self.refresh_from(self.session)
            finally:
                self._catching_up = False
            self.repaint_panel()
            for form in self.query("TableForm"):  # by its name: whoever opens none needs not import it
                cast("TableForm", form).follow(self.session)

    def leave(self) -> None:
        """Remembers where the keys went."""
        focused = self.screen.focused
        self._last_focus = focused if focused is not None and self in focused.ancestors else None

    def enter(self) -> None:
        """Gives the keys back to where they went, or to the first list."""
        target = self._last_focus
        if target is None or not target.is_attached or not target.focusable:
            target = next((pane for pane in self.query(RowPane) if pane.focusable), None)
        if isinstance(target, RowPane):
            target.take_keys()
        elif target is not None:
            target.focus(scroll_visible=False)

    def keep_keys(self) -> None:
        """Takes the keys again where what had them has made room for the panel."""
        if self.app.focused is None:
            self.enter()
