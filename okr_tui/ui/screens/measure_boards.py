"""The boards of the retrospective in Measure: what they show, and the box of the notes that are written alone."""

from pathlib import Path

from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.domain.retro import Board, Boarded, boards, last_actions
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.ballots import ballots, counted
from okr_tui.ui.forms.adding import Drawer
from okr_tui.ui.screens.measure_doing import MeasureDoing
from okr_tui.ui.screens.retro_rows import Alone, board_rows, formats_said, how_rows, last_rows, made_rows
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row
from okr_tui.words.language import _, ngettext

_SECONDS = 2.0
"""How often is looked whether somebody has answered from another terminal."""


class MeasureBoards(MeasureDoing):
    """What the boards show."""

    def __init__(self) -> None:
        super().__init__()
        self._formats: dict[Board, str | tuple[str, ...]] = {}

    def on_mount(self) -> None:
        """Looks now and then whether somebody has written from another terminal."""
        self.set_interval(_SECONDS, self._count_anew)

    def _count_anew(self) -> None:
        if self.part == "retro" and self.session is not None and self.frame.place is self and self.alone is not None:
            self.show_boards(self.session)

    # the boards

    @property
    def left(self) -> RowPane:
        """The board on the performance."""
        return self.query_one("#performance", RowPane)

    @property
    def right(self) -> RowPane:
        """The board on the method."""
        return self.query_one("#method", RowPane)

    @property
    def pane(self) -> RowPane:
        """The list that has the keys."""
        if self.part != "retro":
            return self.scores_pane
        return self.right if self.right.has_focus or self.right.has_focus_within else self.left

    @property
    def _state(self) -> Path:
        return self.bench.desk.state

    @property
    def alone(self) -> Alone | None:
        """The notes that are being written alone now."""
        session = self.moment
        for each in ballots(self._state):
            if each.kind == "notes" and (each.cycle, each.team) == (session.cycle, session.team):
                return Alone(each, counted(self._state, each.id))
        return None

    def boarded(self, session: Session) -> tuple[Boarded, ...]:
        """Both boards as they are shown."""
        content, team = self.reviewed(session)
        named: dict[Board, str] = {code: said for code, said in self._formats.items() if isinstance(said, str)}
        return boards(session.workspace, content, team, named)

    @staticmethod
    def reviewed(session: Session) -> tuple[CycleContent, str]:
        """The cycle and the team whose review is held.

        Raises:
            WrongUsage: there is none.
        """
        if session.content is None or session.team is None:
            raise WrongUsage(_("There is nothing here yet."))
        return session.content, session.team

    def show_boards(self, session: Session) -> None:
        """Shows both boards."""
        content, team = self.reviewed(session)
        found, alone = self.boarded(session), self.alone
        shown = any(each.notes for each in found)
        last = last_actions(session.workspace, content, team)
        performance, method = found
        self.left.set_rows([
            *last_rows(session.workspace, last, session),
            *how_rows(alone, formats_said(found), shown=shown),
            *board_rows(session, performance, alone),
        ])  # fmt: skip
        made = made_rows(session, content.reviews.get(team))
        self.right.set_rows([*board_rows(session, method, alone), *made])

    def retro_said(self, session: Session) -> str:
        """How many notes stand there, or how many have written some."""
        alone = self.alone
        if alone is not None:
            n = alone.so_far.answers
            return ngettext("{n} has written", "{n} have written", n).format(n=n)
        n = sum(len(each.notes) for each in self.boarded(session))
        return ngettext("{n} note", "{n} notes", n).format(n=n)

    def _open_box(self, session: Session, content: CycleContent) -> None:
        from okr_tui.actions.balloting import open_notes

        author = self.bench.desk.author()
        formats: dict[Board, object] = dict(self._formats)
        _content, team = self.reviewed(session)
        open_notes(session.root, self._state, author, session.workspace, content, team, formats)  # type: ignore[arg-type]
        self.show_boards(session)

    # the cursor

    def _column_here(self) -> str:
        """The column of the cursor: its own row, or the one above the note."""
        pane = self.pane
        rows = list(pane.rows)
        here = pane.here
        at = next((index for index, row in enumerate(rows) if row is here), 0)
        above = [row.key for row in rows[: at + 1] if row.kind == "column"]
        below = [row.key for row in rows if row.kind == "column"]
        return (above[-1:] or below[:1] or [""])[0]

    def _noted(self, *kinds: str) -> Row:
        row = self.pane.here
        if row is None or row.kind not in kinds:
            raise WrongUsage(_("Put the cursor on a note first."))
        return row

    def _text_of(self, identity: str) -> str:
        for board in self.boarded(self.moment):
            for note in board.notes:
                if note.note.id == identity:
                    return note.note.text
            for each in board.themes:
                if each.theme.id == identity:
                    return each.theme.title
        raise OkrError(_("This is no longer there; somebody has moved or removed it."))

    def _drawer(self) -> Drawer:
        content, team = self.reviewed(self.moment)
        return Drawer(lambda: self.moment, content.cycle.id, team)
