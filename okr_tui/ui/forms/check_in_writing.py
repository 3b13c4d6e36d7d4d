"""How a check-in form ends: what is odd is asked about once, then it is written; what was typed is kept until it is."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from textual import events
from textual.containers import Vertical
from textual.message import Message
from textual.widget import Widget

from okr_tui.actions.act import Act, Author, Done
from okr_tui.actions.check_in import Subject, check_in, odd
from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.check_in_draft import draft_key
from okr_tui.ui.forms.check_in_fields import asked_on, steps_of, typed_in, words_of
from okr_tui.ui.forms.fields import Sealed
from okr_tui.ui.paint.runs import Run, cells, dim, fit, key, runs
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


_LABEL = 13
"""Cells before the answer."""


class Writing(Vertical):
    """A form whose words become a check-in.

    Args:
        asked: what it is about.

    Attributes:
        ahead: the keys pressed while it was being saved: they are meant for what comes after it.
    """

    @dataclass(eq=False)
    class Saved(Message, namespace="check_in_form"):
        """It stands in the journal.

        Attributes:
            subject: id of the key result or KPI.
            goes_on: ↵ was pressed, so the next one may open; False after ^s.
        """

        form: "Writing"
        subject: str
        done: Done
        goes_on: bool

    @dataclass(eq=False)
    class Kept(Message, namespace="check_in_form"):
        """It was left; what was typed is kept as a draft, if anything was."""

        form: "Writing"
        subject: str
        drafted: bool

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.ahead: list[events.Key] = []
        self._saving = False
        self._last: Widget | None = None
        self._first: dict[str, str] = {}
        self._doubted: tuple[object, ...] = ()

    @property
    def _bench(self) -> "Workbench":
        return cast("Workbench", self.app)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the fields."""
        return typed_in(self)

    @property
    def drafted(self) -> bool:
        """Whether anything was typed that is not saved."""
        return self.typed != self._first

    def answer(self, *, insists: bool = False) -> bool:
        """Says what the answer comes to, and whether it can be saved."""
        raise NotImplementedError

    def leave(self) -> None:
        """Closes; what was typed is kept as a draft."""
        self.keep()
        self.post_message(self.Kept(self, self.asked.subject.id, self.drafted))

    def keep(self) -> None:
        """Keeps what is typed as a draft, and none where it is what stood there; what is being saved ends its own."""
        if self._saving:
            return
        drafts, name, typed = self._bench.drafts, draft_key(self.asked.subject.id), self.typed
        if typed != self._first and any(text.strip() for key, text in typed.items() if key != "on"):
            drafts[name] = typed
        else:
            drafts.pop(name, None)

    def save(self, *, goes_on: bool) -> None:
        """Writes it; what makes no sense is said below the figure and nothing is lost.

        Args:
            goes_on: the next one may open afterwards.
        """
        if self._saving:
            return
        if self.asked.corrects is not None and not self.drafted:
            self.leave()
            return
        if not self.answer(insists=True) or self._doubts():
            self._unseal()
            return
        # Kept first: whatever happens while it is written, the words are on the disk.
        self.keep()
        # The form takes the keys itself, so that what is typed ahead is not typed into what is being saved.
        self._saving = self.can_focus = True
        self._last = self.app.focused
        self.focus(scroll_visible=False)
        self.run_worker(self._write(goes_on=goes_on))

    def _doubts(self) -> bool:
        """Asks about what is odd, once: the same answer given again is saved."""
        found = odd(self._subject, words_of(self.asked, self.typed)) if not self._steps else ()
        known = tuple((each.code, tuple(each.facts.items())) for each in found)
        if not found or known == self._doubted:
            return False
        from okr_tui.words.suspicion import suspicion_said

        self._doubted = known
        words = one_line(suspicion_said(found[0], self.asked.subject.unit))
        again = runs(dim(" "), key("↵"), dim(" " + _("again saves it")))
        room = max(self.size.width - _LABEL, cells(again))
        asks = runs(Run("? ", "at_risk", bold=True), *fit((Run(words),), room - cells(again) - 2))
        self.query_one("#answer", Caption).say((*asks, *again))
        return True

    @property
    def _subject(self) -> Subject:
        """What it is about, as it stood on the day that is spoken of."""
        return asked_on(self.asked, self.typed).subject

    @property
    def _steps(self) -> tuple[str, ...]:
        return steps_of(self.asked, self.typed)

    async def _write(self, *, goes_on: bool) -> None:
        root, subject, steps = self.asked.session.root, self._subject, self._steps
        words = words_of(self.asked, self.typed)

        def make(author: Author) -> Act:
            if not steps:
                return check_in(root, author, subject, words)
            from okr_tui.actions.finishing import check_in_steps

            return check_in_steps(root, author, subject, words, steps)

        done = await self._bench.change(make)
        if done is not None:
            self._bench.drafts.pop(draft_key(subject.id), None)
            self.post_message(self.Saved(self, subject.id, done, goes_on))
            return
        self._unseal()
        if self._last is not None:
            self._last.focus()

    def _unseal(self) -> None:
        """The fields take keys again: it was not saved."""
        self._saving = self.can_focus = False
        self.ahead.clear()
        for field in self.query("WordsField, NoteField"):
            cast("Sealed", field).sealed = False
