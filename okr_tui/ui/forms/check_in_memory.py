"""What a check-in form remembers: my own commits since the last one; and the figure that my own command gives."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from okr_tui.actions.check_in import as_told, figure
from okr_tui.domain.errors import OkrError
from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.paint.runs import Run, Runs, align, dim, runs
from okr_tui.words.dates import weekday
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.actions.remembering import Remembered

_LABEL, _DAY = 13, 5
_MOST = 3
"""Commits that are shown, the newest ones."""


class Memory(Caption):
    """Below the fields, filled behind what is typed; nothing where there is nothing to remember."""

    DEFAULT_CSS = """
    Memory { display: none; height: auto; padding-top: 1; background: $okr-panel; }
    Memory.-told { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Runs, ...] = ()

    def remember(self, asked: Asked, prefill: Callable[[str], None]) -> None:
        """Asks git, and the person's own command for the figure, both behind.

        Args:
            asked: what the check-in is about.
            prefill: what takes the figure.
        """
        from okr_tui.actions.own_figures import commands_for

        if asked.standing is not None and asked.session.me is not None:
            self.run_worker(lambda: self._commits(asked), thread=True, exit_on_error=False)
        if commands_for((asked.subject.id,)):
            self.run_worker(lambda: self._figure(asked, prefill), thread=True, exit_on_error=False)

    def _commits(self, asked: Asked) -> None:
        session, standing = asked.session, asked.standing
        if standing is None or session.me is None:
            return
        from okr_tui.actions.remembering import memory_of

        found = memory_of(session.root, session.workspace, standing, session.me)
        if found:
            self.app.call_from_thread(self._add, _rows(found))

    def _figure(self, asked: Asked, prefill: Callable[[str], None]) -> None:
        from okr_tui.actions.own_figures import own_figures

        found = own_figures((asked.subject.id,)).get(asked.subject.id)
        if found is None or not self.is_attached:
            return
        value, trouble = None, found.trouble
        try:
            value, _step = figure(asked.subject, as_told(asked.subject, found.text) if found.text else None)
        except OkrError as refused:
            trouble = str(refused)
        said = trouble or _("the figure comes from your own command")
        label = align((dim(_("prefilled")),), _LABEL)
        self.app.call_from_thread(self._add, (runs(*label, dim(one_line(said))),))
        if value is not None:
            self.app.call_from_thread(prefill, editable(value, absolute=True))

    def _add(self, rows: tuple[Runs, ...]) -> None:
        if self.is_attached:
            self._rows = (*self._rows, *rows)
            self.say(*self._rows)
            self.set_class(True, "-told")


def _rows(found: "tuple[Remembered, ...]") -> tuple[Runs, ...]:
    rows = []
    for number, each in enumerate(sorted(found, key=lambda one: one.on, reverse=True)[:_MOST]):
        label = align((dim(_("memory")),) if not number else (), _LABEL)
        rows.append(runs(*label, *align((dim(weekday(each.on)),), _DAY), Run(one_line(each.words))))
    return tuple(rows)
