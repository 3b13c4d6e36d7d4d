"""A form for one table of a file: its fields, what they are understood as, save, leave, and nothing typed is lost."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Input

from okr_tui.actions.act import Act, Author, Done
from okr_tui.domain.errors import OkrError
from okr_tui.ui.forms.field import Field, Lacks, Typed, rows_of
from okr_tui.ui.forms.heard import Heard
from okr_tui.ui.forms.meanwhile import TAKES
from okr_tui.ui.forms.met import Meets
from okr_tui.ui.forms.pick import Pick
from okr_tui.ui.paint.lines import Says, Tells
from okr_tui.ui.paint.runs import Run, dim
from okr_tui.ui.session import Session
from okr_tui.ui.widgets.entry import Entry, from_typed, to_typed
from okr_tui.words.failures import sentence
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench

Make = Callable[[Typed], Callable[[Author], Act] | None]
"""From what was typed to the action; None where nothing has changed. Raises OkrError where it makes no sense."""
_MOVES = {"up": -1, "shift+tab": -1, "down": 1, "tab": 1}


class TableForm(Vertical):
    """Fields in rows, and a line that says how what is typed is understood.

    Args:
        title: what is being done: "New key result".
        fields: what is asked for.
        make: what saving does.
        draft: by what name the words are kept when the form is left without saving; "" keeps none.
    """

    DEFAULT_CSS = """
    TableForm { height: auto; }
    TableForm .form-row { height: 1; }
    TableForm Entry { width: 1fr; margin-right: 1; }
    """

    @dataclass(eq=False)
    class Saved(Message):
        """It was written, or nothing was to be changed (`done` is None then)."""

        form: "TableForm"
        done: Done | None

    @dataclass(eq=False)
    class Left(Message):
        """It was left without saving; what was typed is kept."""

        form: "TableForm"

    def __init__(self, title: str, fields: tuple[Field, ...], make: Make, *, draft: str = "") -> None:
        super().__init__()
        self.title, self.fields, self._make, self._draft = title, fields, make, draft
        self.again: Callable[[Session], tuple[Field, ...] | None] | None = None
        self.follows: Callable[[str], tuple[str, TableForm] | None] | None = None
        self._inputs: dict[str, Entry | Pick] = {}
        self._meets = Meets(self, self._inputs)
        self._shown: dict[str, tuple[Widget, Widget]] = {}
        self._heard = Heard()
        self._lacks: tuple[str, Tells] | None = None  # the field without which it can't be saved, and why
        self._was: dict[str, str] = {}
        self._saving = self._back = False

    def compose(self) -> ComposeResult:
        """Title, fields, and what is understood."""
        kept = self._kept()
        self._back = bool(kept)
        yield Heard(Tells(self.title, bold=True))
        label = max((len(field.label) for field in self.fields), default=0) + 2
        for row in rows_of(self.fields):
            with Horizontal(classes="form-row"):
                for field in row:
                    text = kept.get(field.key, field.text)
                    self._shown[field.key] = (self._label(field, label), self._input(field, text))
                    yield from self._shown[field.key]
            yield from self.beneath(row[-1].key)
        yield self._heard

    def beneath(self, key: str) -> ComposeResult:
        """What stands below the row of a field; nothing, unless a form of its own kind says so."""
        del key
        return ()

    def go_to(self, key: str, text: str | None = None) -> None:
        """Puts the keys into a field, and words where they are given."""
        if text is not None:
            self._inputs[key].value = to_typed(text)
        self._show_fields()
        self._inputs[key].focus()

    def on_mount(self) -> None:
        """Shows what belongs; says that words are back, where they are."""
        self._was = self.typed
        self._show_fields()
        if self._back:
            self._heard.hears(Says(dim(_("What you typed before is back; ^l begins anew."))))

    @property
    def draft(self) -> str:
        """By what name the words are kept; "" for none."""
        return self._draft

    @property
    def keeps(self) -> bool:
        """Whether what is typed is kept when the form is left."""
        return bool(self._draft)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields, those that are not shown included."""
        return {key: widget.value for key, widget in self._inputs.items()}

    def _kept(self) -> dict[str, str]:
        return dict(self._frame.drafts.get(self._draft, {})) if self._draft else {}

    @property
    def _frame(self) -> "Workbench":
        return cast("Workbench", self.app)

    @staticmethod
    def _label(field: Field, width: int) -> Widget:
        label = Heard(Says(dim(field.label)))
        label.styles.width = width
        return label

    def _input(self, field: Field, text: str) -> Widget:
        made: Entry | Pick = Pick(field.options, text) if field.options else Entry(text, names=field.names)
        self._inputs[field.key] = made
        return made

    # typing

    def on_input_changed(self, event: Input.Changed) -> None:
        """Says how it is understood, keeps it."""
        event.stop()
        self._changed()

    def on_pick_changed(self, event: Pick.Changed) -> None:
        """The same for what is chosen."""
        event.stop()
        self._changed()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Says what the field is for."""
        del event
        self.call_after_refresh(self._hear)

    async def on_key(self, event: events.Key) -> None:
        """Moves between the fields, saves, leaves."""
        if event.key in _MOVES:
            self._move(_MOVES[event.key])
        elif event.key in {"enter", "ctrl+s"}:
            await self._save()
        elif event.key == "escape":
            self.post_message(self.Left(self))
        elif event.key == "ctrl+l":
            self._begin_anew()
        elif event.key == TAKES:
            self._meets.take(self.fields)
        else:
            return
        event.stop()
        event.prevent_default()

    def _changed(self) -> None:
        if self.typed == self._was:
            return
        self._was, self._back = self.typed, False
        self._keep()
        self._show_fields()
        self._hear()

    def _keep(self) -> None:
        """Keeps what differs from what stands in the file."""
        if not self._draft:
            return
        typed = {key: text for key, text in self.typed.items() if text != to_typed(self._field(key).text)}
        if typed:
            self._frame.drafts[self._draft] = typed
        else:
            self.forget()

    def forget(self) -> None:
        """Keeps the words no longer: they stand in a file, or became something else."""
        if self._draft and self._draft in self._frame.drafts:
            del self._frame.drafts[self._draft]

    def _begin_anew(self) -> None:
        """Throws away what was typed."""
        for field in self.fields:
            self._inputs[field.key].value = to_typed(field.text)
        self._keep()

    def _field(self, key: str) -> Field:
        return next(field for field in self.fields if field.key == key)

    def _show_fields(self) -> None:
        """Only the fields that what is typed asks for."""
        typed = self.typed
        for field in self.fields:
            for widget in self._shown[field.key]:
                widget.display = field.shown(typed)
        for row in self.query(".form-row"):
            row.display = any(child.display for child in row.children)

    def _hear(self) -> None:
        """Says how the field of the cursor is understood."""
        field = next((field for field in self.fields if self._inputs[field.key].has_focus), None)
        if field is None or self._back:
            return
        text = self._inputs[field.key].value
        if self._lacks is not None and self._lacks[0] == field.key and not text:
            self._heard.hears(self._lacks[1])
            return
        try:
            said = field.says(text) if field.says is not None and text.strip() else field.asks
        except OkrError as error:
            said = one_line(sentence(error))
        self._heard.hears(Tells(said, "dim") if said else None)

    def _visible(self) -> Iterator[Entry | Pick]:
        typed = self.typed
        return (self._inputs[field.key] for field in self.fields if field.shown(typed))

    def stops(self) -> list[Widget]:
        """Where tab goes, in order."""
        return list(self._visible())

    def _move(self, step: int) -> None:
        """To the next field that is shown; round at the end."""
        fields = self.stops()
        at = next((index for index, widget in enumerate(fields) if widget.has_focus), 0)
        fields[(at + step) % len(fields)].focus()

    # what somebody else writes meanwhile

    def follow(self, session: Session) -> None:
        """Another snapshot: what is typed stays, and where the file says something else by now both are offered."""
        if self.again is None or self._saving or not self.is_mounted:
            return
        before, now = {field.key: field for field in self.fields}, self.again(session)
        if now is None:
            gone = _("Somebody has removed this meanwhile; your words are still here to be copied.")
            self._heard.hears(Tells(gone, first=Run("○", "off_track")))
            return
        self.fields = now
        for field in now:
            if field.key in self._inputs and before[field.key].text != field.text:
                self._meets.meet(before[field.key], field)
        self._was = self.typed
        self._show_fields()

    # saving

    async def _save(self) -> None:
        """Writes; what makes no sense is said, and everything that was typed stays."""
        if self._saving:
            return
        self._saving = True
        try:
            typed = self.typed
            shown = {field.key: from_typed(typed[field.key]) for field in self.fields if field.shown(typed)}
            act = self._make(shown)
            done = await self._frame.change(act) if act is not None else None
        except OkrError as error:
            said = Tells(one_line(sentence(error)), indent=2, first=Run("○", "off_track"))
            self._heard.hears(said)
            if isinstance(error, Lacks):
                self._lacks = error.key, said
                self._inputs[error.key].focus()
            return
        finally:
            self._saving = False
        if act is not None and done is None:
            return
        self.forget()
        self.post_message(self.Saved(self, done))
