"""Where what the cursor is on stands: the file and the line."""

from typing import TYPE_CHECKING

from okr_tui.actions.editing import path_of
from okr_tui.store.layout import plan_path
from okr_tui.store.spans import line_of
from okr_tui.ui.widgets.row_pane import RowPane

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


def whereabouts(app: "Workbench") -> tuple[str, int]:
    """The file and line of the row under the cursor; else the plan of the team looked at, else okr.toml."""
    identity = id_under_cursor(app)
    session = app.session
    found = session.workspace.find(identity, session.today) if identity else None
    if found is not None and identity is not None:
        path = path_of(found)
        return path, _line(app, path, identity)
    if session.cycle and session.team and session.content and session.team in session.content.plans:
        return plan_path(session.cycle, session.team), 1
    return "okr.toml", 1


def id_under_cursor(app: "Workbench") -> str | None:
    """The key of the row of the cursor in the place looked at; None where there is none."""
    if app.place is None:
        return None
    panes = [pane for pane in app.place.query(RowPane) if pane.here is not None]
    focused = next((pane for pane in panes if pane.has_focus), next(iter(panes), None))
    return focused.here.key if focused is not None and focused.here is not None else None


def _line(app: "Workbench", path: str, identity: str) -> int:
    try:
        text = (app.desk.root / path).read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return 1
    return line_of(text, identity) or 1
