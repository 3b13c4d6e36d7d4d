"""What two people have changed differently: the values side by side, and a person chooses."""

import asyncio
from collections.abc import Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.worker import Worker

from okr_tui.actions.act import Act
from okr_tui.actions.choices import BASE, Told, called, told
from okr_tui.actions.resolving import OpenConflict, open_conflicts, resolve_conflict, resolve_to, resolve_to_base
from okr_tui.actions.whose import Known, marks_of
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.workspace import Located
from okr_tui.ui.paint.lines import Tells
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.aside import Aside
from okr_tui.ui.screens.conflicts_rows import conflict_row
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.row_messages import Highlighted, Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, section, still
from okr_tui.words.language import _


class Conflicts(Aside):
    """Everything that waits for a choice, in all cycles; records of a closed one are found when it is opened."""

    place = "conflicts"

    def __init__(self) -> None:
        super().__init__()
        self._found: dict[str, tuple[OpenConflict, Told]] = {}
        self._chosen: dict[str, int] = {}
        self._whose: Known = {}

    def body(self) -> ComposeResult:
        """One list."""
        yield RowPane(id="conflicts-list")

    @property
    def pane(self) -> RowPane:
        """The list."""
        return self.query_one("#conflicts-list", RowPane)

    def enter(self) -> None:
        """Looks into the closed cycles too, behind what is shown."""
        super().enter()
        self._ask_closed()
        self._ask_whose()

    def _ask_whose(self) -> Worker[None]:
        return self.run_worker(self._read_whose, group="whose", exclusive=True, exit_on_error=False)

    async def _read_whose(self) -> None:
        session = self.moment
        waiting = tuple(open_conflicts(session.workspace.conflicts))
        found = await asyncio.to_thread(
            marks_of, session.root, self.bench.desk.state, session.workspace.people, waiting
        )
        changed, self._whose = found != self._whose, found
        if changed and self.is_mounted:
            self.refresh_from(self.moment)

    def _ask_closed(self) -> Worker[None]:
        return self.run_worker(self._look_everywhere, group="conflicts", exclusive=True, exit_on_error=False)

    async def _look_everywhere(self) -> None:
        from okr_tui.store.records import cycles_with_records

        session = self.moment
        unread = [cycle for cycle, content in session.workspace.cycles.items() if not content.complete]
        for cycle in await asyncio.to_thread(cycles_with_records, session.root, unread):
            self.bench.follow(await asyncio.to_thread(self.bench.desk.look_at, self.bench.session, cycle))

    # what it shows

    def refresh_from(self, session: Session) -> None:
        """Says everything anew."""
        self.title = _("To resolve")
        self._found = {}
        for conflict in open_conflicts(session.workspace.conflicts):
            words = told(session.workspace, conflict, session.today, self._whose.get((conflict.file, conflict.id)))
            key, n = f"{conflict.file} {conflict.id}", 1
            while key in self._found:
                n += 1
                key = f"{conflict.file} {conflict.id} {n}"
            self._found[key] = conflict, words
        self._chosen = {key: side for key, side in self._chosen.items() if key in self._found}
        self._show()
        if self.frame.place is self and any(
            (each.file, each.id) not in self._whose for each, _words in self._found.values()
        ):
            self._ask_whose()

    def _show(self) -> None:
        if not self._found:
            words = _("Nothing waits for a choice: no two people have changed the same thing differently.")
            self.pane.set_rows([still(Tells(words, "dim")), blank(), still(Tells(_("esc goes back."), "dim"))])
            return
        rows: list[Row] = [section(_("TO RESOLVE"), len(self._found))]
        why = _("Two people have changed the same. What stands now goes on standing until somebody chooses.")
        rows.append(still(Tells(why, "dim")))
        for key, (conflict, said) in self._found.items():
            rows += [blank(), conflict_row(key, conflict, said, self._chosen.get(key, 0))]
        self.pane.set_rows(rows)

    def footer(self) -> Sequence[Hint] | None:
        """The keys of the form that is open, or those that choose."""
        if self.open_form is not None or self._here() is None:
            return super().footer()
        words = self._found[self._here() or ""][1]
        hints = [Hint(str(number + 1), side.label) for number, side in enumerate(words.sides)]
        typed = [Hint("e", _("another value"))] if words.typed else []
        last = [Hint("↵", _("choose")), Hint("u", _("undo")), Hint("esc", _("back"))]
        return (*hints, *typed, *last)

    def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """Another row may have other keys."""
        event.stop()
        self.frame.refresh_frame()

    def on_resize(self, event: events.Resize) -> None:
        """Side by side, or one below the other."""
        del event
        if self.session is not None and self.is_mounted:
            self._show()

    # choosing

    def _here(self) -> str | None:
        here = self.pane.here if self.is_mounted else None
        return here.key if here is not None and here.key in self._found else None

    def under_cursor(self) -> Located:
        """What the record of the cursor is about."""
        key = self._here()
        return self.located(self._found[key][0].about if key is not None else None)

    def _under(self) -> tuple[str, OpenConflict, Told]:
        key = self._here()
        if key is None:
            raise WrongUsage(_("Nothing waits for a choice."))
        return key, *self._found[key]

    async def action_choose_first(self) -> None:
        """What stands now goes on standing."""
        await self._choose(0)

    async def action_choose_second(self) -> None:
        """The other value."""
        await self._choose(1)

    async def action_choose_third(self) -> None:
        """The value before both."""
        await self._choose(2)

    async def _choose(self, side: int) -> None:
        _key, conflict, words = self._under()
        if side >= len(words.sides):
            raise WrongUsage(_("There are only two answers here."))
        answer, root, name = words.sides[side].answer, self.moment.root, called(words)

        def make() -> Act:
            if answer == BASE:
                return resolve_to_base(root, conflict, called=name)
            return resolve_conflict(root, conflict, answer, called=name)

        await self.bench.change(lambda _author: make())

    async def on_row_pane_selected(self, event: Selected) -> None:
        """↵ chooses the side that is marked."""
        event.stop()
        await self._choose(self._chosen.get(event.row.key, 0))

    def on_row_pane_turned(self, event: Turned) -> None:
        """← and → mark another side."""
        event.stop()
        key = self._here()
        if key is None:
            return
        sides = len(self._found[key][1].sides)
        at = self._chosen.get(key, 0) + (1 if event.to == "right" else -1)
        self._chosen[key] = max(0, min(at, sides - 1))
        self._show()

    async def action_edit(self) -> None:
        """Opens a field for another value."""
        from okr_tui.ui.forms.field import Field, Typed
        from okr_tui.ui.forms.table_form import TableForm

        key, conflict, words = self._under()
        if not words.typed:
            raise WrongUsage(_("Another value can't be typed here: choose one, or open the file with E."))
        root = self.moment.root

        def make(typed: Typed) -> Callable[[object], Act]:
            text = typed["value"]
            return lambda _author: resolve_to(root, conflict, text, called=called(words))

        field = Field("value", words.key, words.text, asks=_("What should stand there."))
        await self.open_below(key, TableForm(_("Another value"), (field,), make, draft=f"resolve {conflict.id}"))

    def action_edit_file(self) -> None:
        """Opens the file at the record."""
        from okr_tui.store.spans import line_of

        _key, conflict, _words = self._under()
        try:
            text = (self.moment.root / conflict.file).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            text = ""
        self.bench.edit_file(conflict.file, line_of(text, conflict.id) or 1)
