"""The app: one screen of head, place and footer; themes, keys, and which place is looked at."""

from collections.abc import Callable, Sequence
from inspect import isawaitable

from msgspec.structs import replace
from textual import events
from textual.app import ComposeResult
from textual.theme import Theme
from textual.worker import Worker, WorkerState

from okr_tui.domain.errors import OkrError
from okr_tui.ui.commands import GO, Command
from okr_tui.ui.keymap import Keymap, foot, key_name, shown_key
from okr_tui.ui.paint.rail import FrameView
from okr_tui.ui.place import Place
from okr_tui.ui.places import PLACES, PlaceEntry
from okr_tui.ui.preferences import Preferences, keep_theme
from okr_tui.ui.session import Session
from okr_tui.ui.themed import ThemedApp
from okr_tui.ui.themes import theme_folders
from okr_tui.ui.widgets.footer import Footer
from okr_tui.ui.widgets.head import Head
from okr_tui.ui.widgets.holders import Room
from okr_tui.ui.widgets.open_below import OpenBelow
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.words.language import _

FrameOf = Callable[[Session], FrameView]
_PANEL_FROM = 100  # columns


class OkrApp(ThemedApp):
    """The frame and the places in it.

    Args:
        session: what is looked at first.
        frame: from a snapshot to what head and rail show of it.
        places: the places; the first one is where the app opens.
        preferences: a person's theme and keys.
    """

    ENABLE_COMMAND_PALETTE = False  # ours is `modals.palette`
    TITLE = "okr"
    CSS = """
    Screen { background: $okr-background; color: $okr-text; }
    #places { width: 1fr; height: 1fr; }
    .field { background: $okr-track; color: $okr-text; }
    .field:focus { background: $okr-raised; }
    Toast { background: $okr-raised; color: $okr-text; }
    """

    def __init__(
        self,
        session: Session,
        frame: FrameOf,
        *,
        places: Sequence[PlaceEntry] = PLACES,
        preferences: Preferences | None = None,
    ) -> None:
        self.preferences = preferences or Preferences()
        folder = self.preferences.folder
        super().__init__(theme=self.preferences.theme, folders=theme_folders(folder) if folder else None)
        if not self.preferences.animation:
            self.animation_level = "none"
        self.session = session
        self.keymap = Keymap(self.preferences.keys)
        self._frame = frame
        self._entries = {entry.id: entry for entry in places}
        self._head, self._footer = Head(), Footer()
        self._shown: Place | None = None
        self._panel_wanted: bool | None = None
        self._wide: bool | None = None

    # what it consists of

    def compose(self) -> ComposeResult:
        """Head, the place, the keys."""
        yield self._head
        yield Room(id="places")
        yield self._footer

    async def on_mount(self) -> None:
        """Opens the first place; says what was wrong with a person's own files."""
        await self.go_to(next(iter(self._entries)))
        for trouble in (*self.preferences.troubles, *self.keymap.troubles, *map(str, self.broken_themes)):
            self.notify(trouble, severity="warning")
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.screen_change_signal.subscribe(self, lambda _screen: self.refresh_frame())

    @property
    def place(self) -> Place | None:
        """The place looked at."""
        return self._shown

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done here."""
        return self.keymap.at("" if self._shown is None else self._shown.place, self._can)

    def _can(self, command: Command) -> bool:
        """Whether there is somebody to do it: a place to go to, a method of the place or of the app."""
        if command.id.startswith(GO):
            return command.id.removeprefix(GO) in self._entries
        if self._shown is not None and command.id in self._shown.without:
            return False
        return any(callable(getattr(actor, command.action, None)) for actor in (self._shown, self))

    async def go_to(self, place: str) -> None:
        """Shows a place; it is made when somebody first goes there, and keeps its cursor afterwards."""
        if place not in self._entries or (self._shown is not None and self._shown.place == place):
            return
        home = self.query_one("#places")
        target = next((child for child in home.children if isinstance(child, Place) and child.place == place), None)
        if target is None:
            target = self._entries[place].load()()
            target.session = self.session
            target.take(self.session, seen=False)
        with self.batch_update():
            if self._shown is not None:
                self._shown.leave()
                self._shown.display = False
            self._shown = target
            if not target.is_attached:
                await home.mount(target)
            target.display = True
            self._fold_panel()
            target.catch_up()
            target.enter()
        self.refresh_frame()

    def show(self, session: Session) -> None:
        """Takes another snapshot: the place looked at follows now, the others when they are seen."""
        self.session = session
        for place in self.query(Place):
            place.take(session, seen=place is self._shown)
        self.refresh_frame()

    def refresh_frame(self) -> None:
        """Head and footer say what is the case now."""
        place = self._shown
        if place is None:
            return
        view = self._frame(self.session)
        crumbs = (*view.crumbs, place.title) if place.title else view.crumbs
        self._head.show(replace(view, place=place.rail or place.place, crumbs=crumbs))
        if len(self.screen_stack) > 1:  # what is open over the place says its keys itself
            self._footer.show([(shown_key("esc"), _("close"), "")], None)
            return
        folds = self._panel_shown or not place.panel()  # the panel says itself how to hide it
        idle = {name for name, so in (("guide", folds), ("conflicts", not view.unresolved)) if so}
        self._footer.show(*foot(self.commands, place.footer(), idle))

    # keys

    async def on_key(self, event: events.Key) -> None:
        """Runs the command of a key that nothing else has used."""
        if len(self.screen_stack) > 1:
            if hear := getattr(self.screen, "hear", None):
                hear(event)
            return
        name = key_name(event.key, event.character)
        command = self.keymap.named(name, self.commands)
        if command is None or (self._in_a_form() and not (command.typing or name.startswith("^"))):
            return
        event.stop()
        event.prevent_default()
        await self.run_command(command)

    def _in_a_form(self) -> bool:
        """Whether keys may be meant as text, or for the form that has the focus."""
        focused = self.focused
        if focused is None:
            return False
        return focused.check_consume_key("x", "x") or any(isinstance(parent, OpenBelow) for parent in focused.ancestors)

    async def run_command(self, command: Command) -> None:
        """Does what a command says; what a person has to know is said in one sentence."""
        place = self._shown
        if command.id.startswith(GO):
            await self.go_to(command.id.removeprefix(GO))
            return
        act = getattr(place, command.action, None) or getattr(self, command.action, None)
        if act is None:
            return
        try:
            done = act()
            if isawaitable(done):
                await done
        except OkrError as error:
            self.notify(str(error), severity="error")
        self.refresh_frame()

    async def on_head_asked(self, event: Head.Asked) -> None:
        """A phase was clicked, or the badge."""
        command = next((command for command in self.commands if command.id == event.place), None)
        await (self.run_command(command) if command is not None else self.go_to(event.place))

    async def on_footer_pressed(self, event: Footer.Pressed) -> None:
        """A key was clicked."""
        command = next((command for command in self.commands if command.id == event.command), None)
        if command is not None:
            await self.run_command(command)

    # what can be done everywhere

    def action_commands(self) -> None:
        """Opens the command palette."""
        if len(self.screen_stack) == 1:
            from okr_tui.ui.modals.palette import Commands

            self.push_screen(Commands(self.commands))

    def action_help(self) -> None:
        """Opens the help for where I am."""
        from okr_tui.ui.modals.help import Help

        self.push_screen(Help(self.commands))

    def action_theme(self) -> None:
        """Lets a person choose other colours."""
        from okr_tui.ui.modals.themes import Themes

        self.push_screen(Themes())

    def action_guide(self) -> None:
        """Shows or hides the side panel."""
        self._panel_wanted = not self._panel_shown
        self._fold_panel()
        if self._shown is not None:
            self.call_after_refresh(self._shown.keep_keys)

    def action_cursor_down(self) -> None:
        """To the next row."""
        self._move(lambda pane: pane.action_move(1))

    def action_cursor_up(self) -> None:
        """To the row before."""
        self._move(lambda pane: pane.action_move(-1))

    def action_cursor_left(self) -> None:
        """Fold, or to the list at the left."""
        self._move(lambda pane: pane.action_turn("left"))

    def action_cursor_right(self) -> None:
        """Unfold, or to the list at the right."""
        self._move(lambda pane: pane.action_turn("right"))

    def _move(self, move: Callable[[RowPane], None]) -> None:
        """Moves the cursor of the list that has the keys."""
        if isinstance(self.focused, RowPane):
            move(self.focused)

    # the panel, notes, themes, work

    @property
    def _panel_shown(self) -> bool:
        """The panel folds below 100 columns, or as a person wants it."""
        wide = self.size.width >= _PANEL_FROM if self._wide is None else self._wide
        return wide if self._panel_wanted is None else self._panel_wanted

    def _fold_panel(self) -> None:
        """Folds or unfolds the panel of the place looked at."""
        if self._shown is not None:
            self._shown.set_class(not self._panel_shown, "-folded")

    def on_resize(self, event: events.Resize) -> None:
        """The panel folds by itself; what a person wanted counts until the window gets wide or narrow."""
        if self._wide is not (event.size.width >= _PANEL_FROM):
            self._wide, self._panel_wanted = event.size.width >= _PANEL_FROM, None
        self._fold_panel()
        self.refresh_frame()

    def _keep_theme(self, theme: Theme) -> None:
        """Writes a person's choice of theme into their config."""
        folder = self.preferences.folder
        if folder is None or self.no_color or theme.name == self.preferences.theme:
            return
        try:
            keep_theme(folder, theme.name)
        except OSError as error:
            self.notify(_("The theme could not be kept: {why}").format(why=error), severity="warning")
        self.preferences = replace(self.preferences, theme=theme.name)

    def work_behind(self, work: Callable[[], object]) -> Worker[object]:
        """Runs something slow in a thread; if it fails, a sentence says so and the app goes on."""
        return self.run_worker(work, thread=True, exit_on_error=False)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """Says what failed behind."""
        if event.state is WorkerState.ERROR:
            self.notify(str(event.worker.error), severity="error")
