"""A form for a draft: the coach judges the words while they are typed, and offers ways on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from textual import events
from textual.app import ComposeResult
from textual.message import Message
from textual.timer import Timer
from textual.widget import Widget

from okr_tui.domain.phrasing import split_in_two
from okr_tui.ui.coaching import Coached, meant
from okr_tui.ui.forms.coach import Coach, Underliner
from okr_tui.ui.forms.field import Field
from okr_tui.ui.forms.table_form import Make, TableForm
from okr_tui.ui.widgets.entry import Entry

Listens = Callable[[Mapping[str, str], frozenset[str]], Coached | None]
"""From what was typed, and the codes left as they are, to what the coach sees; None as long as there are no words."""
PAUSE = 0.12
"""Seconds without a key before the coach looks: nobody is judged in the middle of a word."""
_FIELD = {"figures": "way", "change": "change", "why": "why", "shorten": "title", "keep": "low"}
"""Way on → the field that it leads to."""
_ELSEWHERE = frozenset({"initiative", "kpi", "leave"})
"""Ways on that the place carries out, where it can."""
_REST = "rest"
"""By what name the second half is kept with the words of the form; no field is called so."""


class DraftForm(TableForm):
    """A form with the coach beneath its title.

    Args:
        title: what is being done.
        fields: what is asked for; "title" holds the words that are judged.
        make: what saving does.
        listens: what the coach sees in what was typed.
        draft: by what name the words are kept.

    Attributes:
        about: id of what is edited; None for a new draft.
        left: codes of findings that the person leaves as they are; written when the draft is.
        rest: the second half of a draft that was split in two, which the next form begins with.
    """

    @dataclass(eq=False)
    class Chosen(Message):
        """A way on was chosen that makes something else of the draft."""

        form: "DraftForm"
        remedy: str

    @dataclass(eq=False)
    class Judged(Message):
        """The coach says something else than before."""

        form: "DraftForm"

    def __init__(self, title: str, fields: tuple[Field, ...], make: Make, listens: Listens, *, draft: str) -> None:
        super().__init__(title, fields, make, draft=draft)
        self.about: str | None = None
        self.left: set[str] = set()
        self.rest = ""
        self._listens = listens
        self._coach = Coach()
        self._underliner = Underliner()
        self._waiting: Timer | None = None

    @property
    def words(self) -> str:
        """The title as typed."""
        return self.typed["title"]

    def beneath(self, key: str) -> ComposeResult:
        """The coach, below the title."""
        if key == "title":
            yield self._coach

    def on_mount(self) -> None:
        """Looks at what stands there already."""
        self.rest = self._kept().get(_REST, "")
        if not any(hasattr(parent, "on_draft_form_chosen") for parent in self.ancestors):
            self._coach.without(_ELSEWHERE)
        title = self._inputs["title"]
        if isinstance(title, Entry):
            title.highlighter = self._underliner
        self.judge()

    def judge(self) -> None:
        """Looks at the words now."""
        if self._waiting is not None:
            self._waiting.stop()
            self._waiting = None
        typed = self.typed
        seen = self._listens(typed, frozenset(self.left)) if typed["title"].strip() else None
        spans = meant(seen) if seen is not None else ()
        if (self._underliner.text, self._underliner.spans) != (typed["title"], spans):
            self._underliner.text, self._underliner.spans = typed["title"], spans
            self._inputs["title"].refresh()
        if seen != self._coach.seen:
            self._coach.hears(seen)
            self.post_message(self.Judged(self))

    @property
    def seen(self) -> Coached | None:
        """What the coach says about the words as they are; None as long as there are none."""
        return self._coach.seen

    def _keep(self) -> None:
        super()._keep()
        if self.rest and self._draft:
            self._frame.drafts[self._draft] = {**self._frame.drafts.get(self._draft, {}), _REST: self.rest}

    def _changed(self) -> None:
        super()._changed()
        if self._waiting is None:
            self._waiting = self.set_timer(PAUSE, self.judge)
        else:
            self._waiting.reset()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """The coach says less while another field has the keys."""
        self._coach.step_back(back=event.widget not in {self._inputs["title"], self._coach})

    def stops(self) -> list[Widget]:
        """The fields, and the coach after the title where it has something to offer that is no field."""
        fields = super().stops()
        seen = self._coach.seen
        if self._coach.has_focus or (seen is not None and seen.strong):
            fields.insert(1, self._coach)
        return fields

    async def on_key(self, event: events.Key) -> None:
        """Judges before tab decides where it goes; ^t leads to the ways on from everywhere in the form."""
        if event.key in {"tab", "shift+tab"} and self._waiting is not None:
            self.judge()
        elif event.key == "ctrl+t":
            self.judge()
            if self._coach.ways:
                self._coach.focus()
            event.stop()
            event.prevent_default()

    def on_coach_chosen(self, event: Coach.Chosen) -> None:
        """Goes where a way on leads."""
        event.stop()
        self.turn(event.remedy)

    def turn(self, remedy: str) -> None:
        """Takes a way on: to its field; what makes something else of the draft is for the place."""
        seen = self._coach.seen
        finding = seen.for_remedy(remedy) if seen is not None else None
        if remedy == "leave":
            self.left |= {finding.code} if finding is not None else set()
            self.go_to("title")
            self.judge()
        elif remedy == "split":
            first, self.rest = split_in_two(self.words, finding.at if finding is not None else (0, 0))
            self.go_to("title", first)
            self.judge()
        elif _FIELD.get(remedy) in self.typed:
            kind = {"keep": "keep", "figures": "metric"}.get(remedy)
            if kind is not None and "kind" in self._inputs:
                self._inputs["kind"].value = kind
            self.go_to(_FIELD[remedy])
        elif remedy == "figures" and self.about is None:
            self.go_to("title")  # an objective that is not saved yet: its first key result asks for the figures
        else:
            self.post_message(self.Chosen(self, remedy))
