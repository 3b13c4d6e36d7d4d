"""Many people at once: lines are pasted, what becomes of each is seen before anything is written."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import TextArea

from okr_tui.actions.act import Done
from okr_tui.actions.people import paste_people
from okr_tui.domain.pasted import Pasted, read_people
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.forms.area import Area, take_lines
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.paint.lines import Line, Says, Tells
from okr_tui.ui.paint.runs import Brush, Run, Runs, bold, dim, runs
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.hostile import plain
from okr_tui.words.language import _, ngettext
from okr_tui.words.pasted import trouble

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

DRAFT = "setup people lines"
"""By what name the pasted lines are kept when the form is left."""
_SHOWN = 8  # lines of the preview, what can't be read first
_TYPING = 0.15  # seconds after the last key


class Lines(Area):
    """Several lines to paste into; what is pasted can't command the terminal."""

    DEFAULT_CSS = """
    Lines { height: 6; border: none; padding: 0 1; background: $okr-track; color: $okr-text; margin-right: 1; }
    Lines:focus { border: none; background: $okr-raised; }
    Lines .text-area--cursor-line { background: $okr-raised; }
    """

    cursor_blink = reactive(False, init=False)

    def __init__(self, text: str) -> None:
        super().__init__(plain(text), compact=True, show_line_numbers=False, soft_wrap=False)

    def on_paste(self, event: events.Paste) -> None:
        """Every line is taken; Textual puts them in by itself."""
        take_lines(self, event, len(self.text))


class Preview(Drawn):
    """What will be added and changed, and what can't be read."""

    DEFAULT_CSS = "Preview { height: auto; margin-top: 1; }"

    def __init__(self) -> None:
        super().__init__(ground="panel")
        self._said: tuple[Line, ...] = ()

    def say(self, said: Sequence[Line]) -> None:
        """Says something else."""
        if tuple(said) != self._said:
            self._said = tuple(said)
            self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The rows."""
        return [row for line in self._said for row in line.paint(width, brush)]


class PasteForm(Vertical):
    """A field of several lines with its preview; ^s writes what can be read, in one change.

    Args:
        now: the snapshot of the moment.
    """

    DEFAULT_CSS = "PasteForm { height: auto; }"

    @dataclass(eq=False)
    class Ended(Message):
        """It was written (`done`), or left; what was typed is kept then."""

        form: "PasteForm"
        done: Done | None

    def __init__(self, now: Callable[[], Session]) -> None:
        super().__init__()
        self._now = now
        self._preview = Preview()
        self._saving = False

    def compose(self) -> ComposeResult:
        """Title, lines, preview."""
        yield Heard(Says(runs(bold(_("Many people")), dim("  " + _("one a line: name, email, team")))))
        yield Lines(self._frame.drafts.get(DRAFT, {}).get("lines", ""))
        yield self._preview

    def on_mount(self) -> None:
        """Shows what the lines mean that were typed before."""
        self._look()

    @property
    def _frame(self) -> "Workbench":
        return cast("Workbench", self.app)

    @property
    def text(self) -> str:
        """The lines."""
        return self.query_one(Lines).text

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Keeps the lines at once; says what they mean when the fingers rest."""
        event.stop()
        if self.text.strip():
            self._frame.drafts[DRAFT] = {"lines": self.text}
        elif DRAFT in self._frame.drafts:
            del self._frame.drafts[DRAFT]
        revision = self.text
        self.set_timer(_TYPING, lambda: self._look() if self.is_mounted and self.text == revision else None)

    async def on_key(self, event: events.Key) -> None:
        """^s writes, esc leaves."""
        if event.key == "ctrl+s":
            event.stop()
            event.prevent_default()
            await self._save()
        elif event.key == "escape":
            event.stop()
            event.prevent_default()
            self.post_message(self.Ended(self, None))

    def _look(self) -> None:
        workspace = self._now().workspace
        self._preview.say(tuple(preview(workspace, read_people(self.text, workspace.people, workspace.teams))))

    async def _save(self) -> None:
        if self._saving:
            return
        self._saving = True
        try:
            root, text = self._now().root, self.text
            workspace = self._now().workspace
            unread = [
                each.number for each in read_people(text, workspace.people, workspace.teams) if each.kind == "unread"
            ]
            done = await self._frame.change(lambda _author: paste_people(root, text))
        finally:
            self._saving = False
        if done is None:
            return
        if unread:  # what could not be read stays, to be mended
            kept = [line for number, line in enumerate(text.split("\n"), start=1) if number in unread]
            self.query_one(Lines).text = "\n".join(kept)
            return
        if DRAFT in self._frame.drafts:
            del self._frame.drafts[DRAFT]
        self.post_message(self.Ended(self, done))


def preview(workspace: Workspace, read: Sequence[Pasted]) -> Iterator[Line]:
    """What becomes of each line: how many of each, then what can't be read, then who is added and changed.

    Args:
        workspace: knows the names of teams, and how people stood.
        read: the lines as they are understood.
    """
    if not read:
        yield Tells(_("Paste from a mail, a list or a spreadsheet: Noa Berger, noa@example.org, Product"), "dim")
        return
    order = ("unread", "added", "changed", "same")
    counts = {kind: sum(each.kind == kind for each in read) for kind in order}
    words = (
        (counts["added"], ngettext("{n} is added", "{n} are added", counts["added"])),
        (counts["changed"], ngettext("{n} is changed", "{n} are changed", counts["changed"])),
        (counts["same"], ngettext("{n} stands so already", "{n} stand so already", counts["same"])),
        (counts["unread"], ngettext("{n} can't be read", "{n} can't be read", counts["unread"])),
    )
    said = " · ".join(text.format(n=n) for n, text in words if n)
    yield Says(bold(said))
    shown = sorted((each for each in read if each.kind != "same"), key=lambda each: order.index(each.kind))
    for line in shown[:_SHOWN]:
        yield _line(workspace, line)
    if len(shown) > _SHOWN:
        yield Says(dim(_("and {n} more").format(n=len(shown) - _SHOWN)))


def _line(workspace: Workspace, line: Pasted) -> Line:
    if line.kind == "unread":
        return Tells(trouble(line), indent=2, first=Run("○", "off_track"))
    teams = ", ".join(workspace.name_of(team) for team in line.team)
    facts = dim("  ".join(fact for fact in (line.email or "", teams) if fact))
    glyph = Run("+ ", "on_track") if line.kind == "added" else Run("~ ", "accent")
    return Says(runs(glyph, line.name), facts)
