"""A ritual on a shared screen: one step at a time, with its countdown, its view, who speaks and what is written down."""

from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical

from okr_tui.domain.errors import OkrError
from okr_tui.ui.commands import Command
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.keymap import Keymap, key_name, shown_key
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import dim
from okr_tui.ui.rituals.doing import Doing
from okr_tui.ui.rituals.keys import FINISHED, STAGE
from okr_tui.ui.rituals.line import LineBar
from okr_tui.ui.rituals.presenting import Presenting
from okr_tui.ui.rituals.speaking import who_speaks, who_voted
from okr_tui.ui.rituals.stage_frame import StageFoot, StageTop
from okr_tui.ui.rituals.stage_head import StageHead
from okr_tui.ui.rituals.views import next_line, view_rows
from okr_tui.ui.rituals.votes import count
from okr_tui.ui.widgets.footer import Footer
from okr_tui.ui.widgets.row_messages import Highlighted, Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import still
from okr_tui.words.failures import sentence
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

TICK = 0.5
_KEPT_EVERY = 10
_TALL = 32


class Stage(Doing):
    """The ritual on the screen; what can be done with it stands in `Doing`.

    Args:
        showing: the ritual.
    """

    AUTO_FOCUS = ""
    CSS = """
    Stage { background: $okr-background; }
    Stage #stage-view { height: 1fr; margin: 0 4; }
    Stage.-tall #stage-view { margin: 1 4; }
    Stage #stage-next { margin: 0 6; background: $okr-background; }
    Stage.-tall #stage-next { margin: 1 6; }
    Stage.-over StageTop, Stage.-over StageFoot { display: none; }
    """

    def __init__(self, showing: Presenting) -> None:
        super().__init__()
        self.showing = showing
        self._head, self._top, self._foot = StageHead(showing), StageTop(showing), StageFoot(showing)
        self._view = RowPane(edge=0, id="stage-view")
        self._view.can_focus = False  # so that keys come here in the order in which they were pressed
        self._bar, self._next, self._keys = LineBar(), Heard(), Footer()
        self._next.ground, self._next.id = "background", "stage-next"
        self._keymap = Keymap(commands=STAGE)
        self._ticks = 0
        self._shown = (-1, 0)

    @property
    def bench(self) -> "Workbench":
        """The app around it."""
        return cast("Workbench", self.app)

    @property
    def bar(self) -> LineBar:
        """The line at the bottom."""
        return self._bar

    def compose(self) -> ComposeResult:
        """Agenda, title and clock, the view, who speaks and what is written, the line, what comes next, the keys."""
        yield self._head
        with Vertical():
            yield self._top
            yield self._view
            yield self._foot
            yield self._bar
            yield self._next
        yield self._keys

    async def on_mount(self) -> None:
        """Shows the step, and finishes a vote that was cut off."""
        self._fold()
        self.paint()
        self.set_interval(TICK, self._tick)
        await self.begin()
        self.paint()

    def on_resize(self, event: events.Resize) -> None:
        """Less air where there is less room."""
        del event
        self._fold()
        self.paint()

    def _fold(self) -> None:
        tall = self.app.size.height >= _TALL
        self.set_class(tall, "-tall")
        for part in (self._top, self._foot):
            part.tall = tall
        self._foot.most = 5 if tall else 3

    # what is shown

    @property
    def about(self) -> str:
        """Id of what the cursor is on; "" where it is on nothing."""
        return self._view.here.key if self._view.here is not None else ""

    @property
    def kind_here(self) -> str:
        """The kind of what the cursor is on: "key-result", "objective"."""
        return self._view.here.kind if self._view.here is not None else ""

    def paint(self) -> None:
        """Shows the step as it is now."""
        over = self.showing.course.ended
        self.set_class(over, "-over")
        found = count(self.showing)
        if over:
            self._view.set_rows([still(Tells(line)) for line in self.minutes().splitlines()])
        else:
            self._view.set_rows(view_rows(self.showing, None if found is None else len(found.waiting)))
        self._place_cursor()
        self._paint_speakers()
        self._next.hears(
            Says((), dim(_("w writes them into a file · esc leaves"))) if over else Says(next_line(self.showing))
        )
        self._paint_clock()
        self._paint_keys()

    def _place_cursor(self) -> None:
        """On the first row of a step or of a result that is new; on what is asked while somebody votes here."""
        showing = self.showing
        now = (showing.course.step, int(showing.view == "vote" and bool(showing.results)))
        first = next((row.key for row in self._view.rows if row.selectable), "")
        if now != self._shown:
            self._shown = now
            self._view.go_to(first)
        if self.asked:
            self._view.go_to(self.asked)

    def _paint_speakers(self) -> None:
        found = count(self.showing) if self.votes_here else None
        self._foot.spoken = (
            who_voted(self.showing, found) if found is not None else who_speaks(self.showing, self.about)
        )
        result = self.showing.result(self.about)
        standing = self.showing.key_result(self.about)
        self._top.subject = standing.key_result.title if result is not None and standing is not None else ""
        self._foot.redraw()
        self._top.redraw()

    def _paint_clock(self) -> None:
        self._head.redraw()
        self._top.redraw()

    def _paint_keys(self) -> None:
        voting = {"reveal", "hand-vote"} if self.showing.run.ballot and self.votes_here else set()
        commands = sorted((each for each in self.commands if each.footer), key=lambda each: each.id not in voting)
        items = [(shown_key(each.keys[0]), self.label(each), each.id) for each in commands if each.id != "stage-help"]
        self._keys.show(items, ("?", _("help"), "stage-help"))

    @property
    def commands(self) -> tuple[Command, ...]:
        """What can be done now."""
        over = self.showing.course.ended
        return tuple(
            each
            for each in self._keymap.commands
            if (each.id in FINISHED if over else each.id != "save-minutes") and self.can(each)
        )

    # time

    async def _tick(self) -> None:
        """The clock goes on; others may have voted, or written something."""
        if self.showing.course.ended or not self.is_current:
            return
        self._ticks += 1
        if self._ticks % _KEPT_EVERY == 0:
            self.showing.keep()
        self._top.flash = self.rings()
        self._paint_clock()
        if self.bench.session.workspace is not self.showing.session.workspace:
            self.showing.session = self.bench.session
            self.paint()
        await self.look_into_the_box()

    # keys

    async def on_key(self, event: events.Key) -> None:
        """Runs what belongs to a key, unless somebody types."""
        if self._bar.is_open:
            if self._bar.has_heard(event):
                return  # the line has heard it; what it does with ⌫ and the arrows comes after this
            event.stop()
            event.prevent_default()
            self._bar.hear(event)
            return
        name = key_name(event.key, event.character)
        command = self._keymap.named(name, self.commands)
        if command is not None:
            event.stop()
            event.prevent_default()
            await self._run(command)
        elif event.key == "enter":  # at once, wherever the keys are just then: the next one is meant for the line
            event.stop()
            event.prevent_default()
            self.open_line()

    async def on_footer_pressed(self, event: Footer.Pressed) -> None:
        """A key was clicked."""
        event.stop()
        command = next((each for each in self.commands if each.id == event.command), None)
        if command is not None:
            await self._run(command)

    async def _run(self, command: Command) -> None:
        try:
            await getattr(self, "do_" + command.id.replace("-", "_"))()
        except OkrError as error:
            self.app.notify(sentence(error), severity="error")
        if self.is_attached:
            self.paint()

    def on_row_pane_selected(self, event: Selected) -> None:
        """Enter writes a line, wherever the cursor is."""
        event.stop()
        self.open_line()

    def on_row_pane_highlighted(self, event: Highlighted) -> None:
        """Who speaks follows the cursor."""
        event.stop()
        self._paint_speakers()

    async def do_down(self) -> None:
        """To the next row."""
        self._move(1)

    async def do_up(self) -> None:
        """To the row before."""
        self._move(-1)

    def _move(self, by: int) -> None:
        """To another row; where there is only text, it scrolls."""
        keys = [row.key for row in self._view.rows if row.selectable]
        if not keys:
            self._view.scroll_relative(y=by, animate=False)
            return
        at = keys.index(self.about) if self.about in keys else 0
        self._view.go_to(keys[min(max(at + by, 0), len(keys) - 1)])

    async def do_stage_help(self) -> None:
        """What can be done here."""
        from okr_tui.ui.modals.help import Help

        self.app.push_screen(Help(self.commands))

    # the line

    async def on_line_bar_sent(self, event: LineBar.Sent) -> None:
        """A line goes to its file, a vote into the box."""
        event.stop()
        try:
            await (self.take_vote(event.text) if event.vote else self.take_line(event.text, event.kind))
        except OkrError as error:
            self.app.notify(sentence(error), severity="error")
            if not event.vote:
                self._bar.open_line(event.text, event.kind)
        self._after_the_line()

    def on_line_bar_typed(self, event: LineBar.Typed) -> None:
        """What is typed is kept, whatever happens to the app."""
        event.stop()
        self.keep_typed()

    def on_line_bar_left(self, event: LineBar.Left) -> None:
        """What was typed is kept until it is sent."""
        event.stop()
        self.keep_line(event.text, event.kind, vote=event.vote)
        self._after_the_line()

    def _after_the_line(self) -> None:
        self._bar.sending = False
        if not self._bar.is_open:
            self.set_focus(None)
        self.paint()
