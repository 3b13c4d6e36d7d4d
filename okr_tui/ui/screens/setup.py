"""Setup: people, teams, roles, calendar, policy: everything of the workspace that is no OKR, without a word of TOML."""

from collections.abc import Awaitable, Callable, Sequence

from textual import events
from textual.app import ComposeResult
from textual.widget import Widget

from okr_tui.domain.arranging import still_open
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.spans import line_of
from okr_tui.ui.forms.choice import Choice
from okr_tui.ui.forms.paste import PasteForm
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.keymap import shown_key
from okr_tui.ui.paint.lines import Blank, Line, Says, Tells, Title
from okr_tui.ui.paint.runs import Run, dim, key
from okr_tui.ui.place import Hint
from okr_tui.ui.screens.in_place import FormPlace
from okr_tui.ui.screens.setup_agendas import AgendaSection
from okr_tui.ui.screens.setup_calendar import Calendar
from okr_tui.ui.screens.setup_cycles import Cycles
from okr_tui.ui.screens.setup_people import Absences, People
from okr_tui.ui.screens.setup_section import Asked, Section
from okr_tui.ui.screens.setup_sharing import TRUST, Sharing, shared_of
from okr_tui.ui.screens.setup_teams import Kpis, Roles, Teams
from okr_tui.ui.screens.setup_workspace import CadenceSection, Called, ClosedSection, Thresholds
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.holders import Beside
from okr_tui.ui.widgets.row_messages import Highlighted, Selected, Turned
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.failures import sentence
from okr_tui.words.language import _
from okr_tui.words.setup import open_said

SECTIONS: tuple[type[Section], ...] = (
    People, Absences, Teams, Roles, Kpis, Calendar, Cycles, AgendaSection, ClosedSection, CadenceSection, Thresholds, Called,
    Sharing,
)  # fmt: skip
"""The parts of Setup, in order."""


class Setup(FormPlace):
    """The place where a workspace is arranged: its parts at the left, what stands in the chosen one at the right."""

    place = "setup"
    panel_width = 34
    DEFAULT_CSS = """
    Setup #setup { width: 1fr; height: 1fr; }
    Setup #sections { width: 27; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._sections = {each.id: each(lambda: self.moment) for each in SECTIONS}
        self._chosen = SECTIONS[0].id
        self._asked: Asked | None = None
        self._asked_git = False

    def body(self) -> ComposeResult:
        """Two lists side by side."""
        with Beside(id="setup"):
            yield RowPane(id="sections")
            yield RowPane(edge=1, id="things")

    @property
    def sections_pane(self) -> RowPane:
        """The list of the parts."""
        return self.query_one("#sections", RowPane)

    @property
    def things(self) -> RowPane:
        """The list of what stands in the chosen part."""
        return self.query_one("#things", RowPane)

    @property
    def section(self) -> Section:
        """The chosen part."""
        return self._sections[self._chosen]

    @property
    def without(self) -> frozenset[str]:
        """Of what is arranged, only teams and KPIs are talked about."""
        return frozenset() if isinstance(self.section, Teams | Kpis) else frozenset({"comment"})

    # what is shown

    def refresh_from(self, session: Session) -> None:
        """Builds both lists anew."""
        del session
        rows = [
            Row(each.id, (Says(each.title, dim(each.count), leads=True),), "section")
            for each in self._sections.values()
        ]
        self.sections_pane.set_rows(rows)
        self._show_section()

    def _show_section(self) -> None:
        section = self.section
        self.title = section.title
        head = still(Title(section.title.upper(), section.count), Blank())
        self.things.set_rows([head, *section.rows()])
        if isinstance(section, Sharing) and not self._asked_git:
            self._asked_git = True
            self.run_worker(self._ask_git, exclusive=True, thread=True, group="git", exit_on_error=False)

    def _ask_git(self) -> None:
        found = shared_of(self.moment.root)
        self.app.call_from_thread(self._git_said, found)

    def _git_said(self, found: object) -> None:
        sharing = self._sections[Sharing.id]
        if isinstance(sharing, Sharing):
            sharing.known = found  # type: ignore[assignment]
        if self.section is sharing:
            self._show_section()

    def panel(self) -> Sequence[Row]:
        """What the chosen part is for, what its keys do, and the next steps."""
        if self.session is None:
            return ()
        section = self.section
        lines: list[Line] = [Title(section.title.upper(), ruled=False), Blank(), Tells(section.about), Blank()]
        keys = {command.id: command.keys[0] for command in self.frame.commands if command.keys}
        for command, does in section.keys:
            if command in keys:
                lines.append(Tells(does, "dim", indent=4, first=key(shown_key(keys[command]))))
        found = list(still_open(self.session.workspace, self.session.today))
        if found:
            lines += [Blank(), Title(_("STILL OPEN"), right=dim(_("g hides")), ruled=False)]
            for each in found:
                lines += [Blank(), Tells(open_said(each), indent=2, first=Run("·", "at_risk"))]
        return (still(*lines),)

    def footer(self) -> Sequence[Hint] | None:
        """The keys of what is open."""
        form = self.open_form
        if isinstance(form, PasteForm):
            return (Hint("^s", _("save")), Hint("↵", _("next line")), Hint("esc", _("leave, words are kept")))
        if isinstance(form, Choice):
            return form.hints
        if isinstance(form, TableForm):
            last = Hint("esc", _("leave, words are kept"))
            return (Hint("↵", _("save")), Hint("tab", _("next field")), Hint("^l", _("begin anew")), last)
        return None

    # getting about

    async def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """Another part was chosen: what stands in it is shown."""
        event.stop()
        if event.pane is self.sections_pane:
            self._chosen = event.row.key
            if self.things.form is not None:
                await self.things.close()
            self._show_section()
            first = next((row.key for row in self.things.rows if row.selectable), None)
            if first is not None:
                self.things.go_to(first)
            self.things.scroll_home(animate=False)
            self.repaint_panel()
            self.frame.refresh_frame()

    async def on_row_pane_selected(self, event: Selected) -> None:
        """Enter: into the part; there it changes what the cursor is on."""
        event.stop()
        if event.pane is self.sections_pane:
            self.things.focus()
        elif event.pane is self.things:
            await self._tried(self.action_edit)

    def on_row_pane_turned(self, event: Turned) -> None:
        """Left and right go from list to list."""
        event.stop()
        target = self.sections_pane if event.to == "left" else self.things
        if event.pane is not target:
            target.focus()

    async def on_key(self, event: events.Key) -> None:
        """Esc goes back to the parts."""
        if event.key == "escape" and self.things.has_focus:
            event.stop()
            self.sections_pane.focus()

    # what can be done

    @property
    def action_add(self) -> Callable[[], Awaitable[None]] | None:
        """Adds what belongs in this part; None where nothing does, so that no key says it."""
        return self._add if self._can("add") else None

    @property
    def action_drop(self) -> Callable[[], Awaitable[None]] | None:  # type: ignore[override]
        """Takes out what the cursor is on; None where nothing can be."""
        return self._drop if self._can("drop") else None

    def _can(self, command: str) -> bool:
        return any(command == known for known, _does in self.section.keys)

    async def _add(self) -> None:
        await self._open(self.section.form_to_add(self._key()))

    async def action_edit(self) -> None:
        """Changes what the cursor is on."""
        await self._open(self.section.form_to_edit(self._key()))

    async def _drop(self) -> None:
        """After one question; people leave, thresholds get their default."""
        found = self.section.drop(self._key())
        if isinstance(found, Widget):
            await self._open(found)
        elif found.question:
            self._asked = found
            await self._open(Choice(found.question, (("yes", _("yes")), ("no", _("no"))), "drop"))
        else:
            await self.bench.change(found.make)

    def action_edit_file(self) -> None:
        """Opens the file of this part in the editor, at the line of the cursor."""
        path = self.section.path_of(self._key())
        self.bench.edit_file(path, self._line(path, self._key()))

    def _line(self, path: str, identity: str) -> int:
        try:
            text = (self.moment.root / path).read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return 1
        return line_of(text, identity) or 1

    def _key(self) -> str:
        here = self.things.here
        return here.key if here is not None else ""

    async def _open(self, form: Widget) -> None:
        await self.open_below(self._key(), form, self.things)

    async def _tried(self, action: Callable[[], Awaitable[None]]) -> None:
        """Does something that a key did not ask for; what makes no sense is said."""
        try:
            await action()
        except OkrError as error:
            self.say(sentence(error))

    # what forms tell

    async def on_choice_left(self, event: Choice.Left) -> None:
        """Nothing was chosen."""
        self._asked = None
        await self._shut(event, event.choice)

    async def on_choice_answered(self, event: Choice.Answered) -> None:
        """Does what was chosen."""
        asked, self._asked = self._asked, None
        at = self._key()
        await self._shut(event, event.choice)
        section = self.section
        if event.choice.about == "add-people" and isinstance(section, People):
            await self._open(section.form_for(event.value, at))
        elif event.choice.about == TRUST and event.value == "yes":
            await self._tried(self._trust)
        elif asked is not None and event.value == "yes":
            await self.bench.change(asked.make)

    async def on_paste_form_ended(self, event: PasteForm.Ended) -> None:
        """The lines were written, or are kept."""
        await self._shut(event, event.form)
        if event.done is not None:
            self.things.go_to(event.done.act.id)

    async def _trust(self) -> None:
        import asyncio

        from okr_tui.actions.sharing import trust_it

        try:
            await asyncio.to_thread(trust_it, self.moment.root)
        except OkrError as error:
            raise WrongUsage(sentence(error)) from error
        self._asked_git = False
        self._show_section()
