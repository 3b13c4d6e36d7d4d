"""The Why panel over any place: `w` on a key result, an objective or a team."""

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from okr_tui.domain.errors import WrongUsage
from okr_tui.ui.ground import Modal
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.place import Place
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import blank, still
from okr_tui.ui.widgets.why import why_rows
from okr_tui.words.language import _


class Why(Modal[None]):
    """A panel at the right end that says how a number came about; any of esc, `w`, enter and `q` closes it.

    Args:
        title: what the number belongs to.
        rows: what is said of it.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,w,enter,q", "dismiss", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "scroll(10)", show=False),
        Binding("pageup", "scroll(-10)", show=False),
    ]
    CSS = """
    Why { align: right top; background: $okr-background 40%; }
    Why > RowPane { width: 42; max-width: 100%; height: 1fr; margin: 3 0 1 0; padding: 1 0; }
    """

    def __init__(self, title: str, rows: tuple[object, ...]) -> None:
        super().__init__()
        self._title, self._rows = title, rows

    def compose(self) -> ComposeResult:
        """The panel."""
        yield RowPane(edge=1, ground="panel")

    def on_mount(self) -> None:
        """Says it."""
        from okr_tui.ui.widgets.rows import Row

        rows = [row for row in self._rows if isinstance(row, Row)]
        self.query_one(RowPane).set_rows([still(Tells(self._title, bold=True)), blank(), *rows])

    def action_scroll(self, lines: int) -> None:
        """Up or down where it is longer than the screen."""
        self.query_one(RowPane).scroll_relative(y=lines, animate=False)


def open_why(place: Place, identity: str | None) -> None:
    """Opens the panel on a thing; what a place does for its command "why".

    Args:
        place: the place looked at.
        identity: the id under its cursor.

    Raises:
        WrongUsage: nothing is there whose number could be told.
    """
    session = place.session
    rows = why_rows(session, identity) if session is not None and identity is not None else ()
    if session is None or identity is None or not rows:
        raise WrongUsage(
            _("There is no number here to explain; put the cursor on a key result, an objective or a team.")
        )
    found = session.workspace.find(identity, session.today)
    title = session.workspace.name_of(identity) if found is None else (found.key_result or found).title
    place.app.push_screen(Why(title, rows))
