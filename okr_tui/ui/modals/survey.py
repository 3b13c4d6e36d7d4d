"""The maturity survey on one machine: each takes the keyboard alone, answers twelve statements, passes it on."""

from typing import TYPE_CHECKING, ClassVar, cast

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical

from okr_tui.domain.errors import OkrError
from okr_tui.domain.maturity import FEWEST, HIGHEST, LOWEST
from okr_tui.domain.workspace import CycleContent
from okr_tui.store.ballot import Ballot
from okr_tui.store.ballots import cast as put
from okr_tui.store.ballots import counted, discard, reveal
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.ground import Modal
from okr_tui.ui.keymap import digit
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, bold, dim, key, runs
from okr_tui.ui.widgets.row_messages import Selected
from okr_tui.ui.widgets.row_pane import RowPane
from okr_tui.ui.widgets.rows import Row, blank, still
from okr_tui.words.failures import sentence
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _, ngettext
from okr_tui.words.maturity import statement
from okr_tui.words.statuses import phase

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

_NOBODY = "-"


class SurveyPanel(Modal[bool]):
    """Who has the keyboard, then one statement after the other; what was answered is never shown again.

    It ends with True where the result was shown.

    Args:
        ballot: the survey.
        content: the cycle it is held in.
    """

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", show=False)]
    CSS = """
    SurveyPanel { align: center middle; background: $okr-background; }
    SurveyPanel > Vertical { width: 76; max-width: 100%; height: 20; padding: 1 2; background: $okr-panel; }
    SurveyPanel RowPane { height: 1fr; }
    SurveyPanel Heard { width: 1fr; height: auto; }
    """

    def __init__(self, ballot: Ballot, content: CycleContent) -> None:
        super().__init__()
        self._ballot, self._content = ballot, content
        self._who: str | None = None
        self._at = -1
        self._said: list[int] = []
        self._head, self._foot = Heard(), Heard()
        self._pane = RowPane(edge=0, ground="panel")

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    def compose(self) -> ComposeResult:
        """What is asked, who may answer or the statement, the keys."""
        with Vertical():
            yield self._head
            yield self._pane
            yield self._foot

    def on_mount(self) -> None:
        """Begins with who has the keyboard."""
        self._show()

    # what it shows

    def _show(self) -> None:
        if self._at >= 0:
            self._show_statement()
            self.set_focus(None)
        else:
            self._show_people()
            self._pane.focus(scroll_visible=False)

    def _show_people(self, said: str = "") -> None:
        found = counted(self._bench.desk.state, self._ballot.id)
        words = ngettext("{n} has answered", "{n} have answered", found.answers).format(n=found.answers)
        self._head.hears(Says(bold(one_line(self._ballot.title)), dim(words)))
        name_of = self._bench.session.workspace.name_of
        rows: list[Row] = [
            blank(),
            still(Tells(said, bold=True))
            if said
            else still(Tells(_("Who has the keyboard? Each answers alone."), "dim")),
            blank(),
        ]
        me = self._bench.session.me
        waiting = sorted(found.waiting, key=lambda each: (each != me, name_of(each)))
        rows += [Row(each, (Says(name_of(each), leads=True),), "person") for each in waiting]
        if not self._ballot.may:
            rows.append(Row(_NOBODY, (Says(_("somebody, without a name"), leads=True),), "person"))
        self._pane.set_rows(rows)
        enough = found.answers >= FEWEST
        shows = _("shows the result") if enough else _("shows the result, from {n} answers on").format(n=FEWEST)
        doing = runs(key("↵"), _(" answer"), "   ", key("R"), " ", Run(shows, "text" if enough else "dim"))
        self._foot.hears(Says(doing, dim(_("esc: later"))))

    def _show_statement(self) -> None:
        asks, at = self._ballot.asks, self._at
        part = asks[at].partition("-")[0]
        count = _("{at} of {n}").format(at=at + 1, n=len(asks))
        self._head.hears(Says(runs(Run(phase(part).upper(), "dim", bold=True)), dim(count)))
        chosen = self._said[at] if at < len(self._said) else None
        scale = [
            Run(f" {n} ", "on_accent", bold=True, behind="accent") if n == chosen else Run(f" {n} ", bold=True)
            for n in range(LOWEST, HIGHEST + 1)
        ]
        said = still(Tells(statement(asks[at]), bold=True))
        answers = still(Says(runs(dim(_("not at all ")), *scale, dim(_(" entirely")))))
        self._pane.set_rows([blank(), blank(), said, blank(), blank(), answers])
        doing = runs(key("1"), "–", key("5"), _(" answer"), "   ", key("←"), _(" back"))
        self._foot.hears(Says(doing, dim(_("esc: nothing is kept"))))

    # keys

    async def on_key(self, event: events.Key) -> None:
        """Digits answer; R shows the result; left goes back."""
        if self._at >= 0:
            await self._answer(event)
        elif event.character == "R":
            event.stop()
            await self._reveal()
        elif event.key in {"j", "k"}:
            event.stop()
            self._pane.move(1 if event.key == "j" else -1)

    async def _answer(self, event: events.Key) -> None:
        number = digit(event.character)
        if number is not None and LOWEST <= number <= HIGHEST:
            self._said[self._at :] = [number, *self._said[self._at + 1 :]]
            self._at += 1
            if self._at == len(self._ballot.asks):
                self._send()
                return
        elif event.key in {"left", "backspace", "h"}:
            self._at = max(self._at - 1, 0)
        elif event.key in {"right", "l", "enter"} and self._at < len(self._said):
            self._at = min(self._at + 1, len(self._ballot.asks) - 1)
        else:
            return
        event.stop()
        self._show_statement()

    def _send(self) -> None:
        """Puts the answers into the box, and forgets them."""
        said = tuple(zip(self._ballot.asks, self._said, strict=True))
        who = self._who
        self._at, self._said, self._who = -1, [], None
        words = _("Thank you. Pass the keyboard on: what you said is one of many now.")
        try:
            put(self._bench.desk.state, self._ballot.id, said, who)
        except OkrError as error:
            words = sentence(error)
        self._show()
        self._show_people(words)

    def on_row_pane_selected(self, event: Selected) -> None:
        """Somebody takes the keyboard."""
        event.stop()
        self._who = None if event.row.key == _NOBODY else event.row.key
        self._at, self._said = 0, []
        self._show()

    async def _reveal(self) -> None:
        from okr_tui.actions.balloting import tally

        state, root = self._bench.desk.state, self._bench.session.root
        try:
            revealed = reveal(state, self._ballot.id)
        except OkrError as error:
            self._show_people(sentence(error))
            return
        if await self._bench.change(lambda author: tally(root, author, self._content, revealed)) is not None:
            discard(state, self._ballot.id)
            self.dismiss(True)

    def action_leave(self) -> None:
        """Back to who has the keyboard, or out; the box stays open."""
        if self._at >= 0:
            self._at, self._said, self._who = -1, [], None
            self._show()
        else:
            self.dismiss(False)
