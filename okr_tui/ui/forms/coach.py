"""The coach beneath the words that are typed: what it finds, what it asks, and the ways on."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.highlighter import Highlighter
from rich.text import Text
from textual import events
from textual.message import Message

from okr_tui.ui.coaching import Coached, brief_lines, strength
from okr_tui.ui.keymap import digit
from okr_tui.ui.paint.lines import Line, Says
from okr_tui.ui.paint.runs import Brush, Run, Runs, dim, key, runs
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.coach import remedy
from okr_tui.words.language import _, ngettext

_MOST, _FEW = 2, 1
_ROOMY, _PANEL = 30, 100
"""Rows of the terminal from which findings stay while other fields are filled; columns from which a panel says more."""


class Underliner(Highlighter):
    """Underlines the words that the coach means while they are typed."""

    def __init__(self) -> None:
        self.text = ""
        self.spans: tuple[tuple[int, int], ...] = ()

    def highlight(self, text: Text) -> None:
        """Underlines, as long as the words are those that were judged."""
        if text.plain == self.text:
            for start, end in self.spans:
                text.stylize("underline", start, end)


class Coach(Drawn, can_focus=True):
    """Strength, findings with their questions, and the ways on to choose from."""

    DEFAULT_CSS = "Coach { height: auto; width: 1fr; } Coach.-silent { display: none; }"

    @dataclass(eq=False)
    class Chosen(Message):
        """A way on was chosen."""

        coach: "Coach"
        remedy: str

    def __init__(self) -> None:
        super().__init__(ground="panel", classes="-silent")
        self._seen: Coached | None = None
        self._at = 0
        self._back = False
        self._without: frozenset[str] = frozenset()

    @property
    def ways(self) -> tuple[str, ...]:
        """Ids of the ways on."""
        every = self._seen.remedies if self._seen is not None else ()
        return tuple(way for way in every if way not in self._without)

    def step_back(self, *, back: bool) -> None:
        """Says less while another field has the keys, where rows are dear."""
        if back is not self._back:
            self._back = back
            self.redraw()

    def without(self, ways: frozenset[str]) -> None:
        """Offers these no longer: nobody here could carry them out."""
        self._without = ways
        self.redraw()

    @property
    def seen(self) -> Coached | None:
        """What is shown."""
        return self._seen

    def hears(self, seen: Coached | None) -> None:
        """Shows what was found; None where there are no words yet."""
        if seen == self._seen:
            return
        self._seen, self._at = seen, 0
        self.set_class(seen is None, "-silent")
        if not self.ways and self.has_focus:
            self.screen.focus_next()
        self.redraw()

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """Dots, findings, ways on."""
        if self._seen is None:
            return ()
        return [row for line in self._lines(self._seen) for row in line.paint(width, brush)]

    def _lines(self, seen: Coached) -> list[Line]:
        roomy = self.app.size.height >= _ROOMY
        most = _MOST if roomy and self.app.size.width < _PANEL else _FEW
        most = 0 if self._back and not roomy else most
        shown, hidden = seen.findings[:most], seen.findings[most:]
        counted = dim("  " + _said(len(shown), len(hidden))) if hidden else Run("")
        found: list[Line] = [Says(runs(strength(seen), counted), dim(_("● live")))]
        for finding in shown:
            found += brief_lines(seen, finding)
        if self.has_focus:
            found += [self._way(number, each) for number, each in enumerate(self.ways)]
        elif self.ways:
            words = " · ".join(remedy(each, seen.draft.lang) for each in self.ways)
            found.append(Says(runs(key("tab" if seen.strong and not self._back else "^t"), dim(f" {words}")), indent=2))
        return found

    def _way(self, number: int, way: str) -> Line:
        here = number == self._at
        lang = self._seen.draft.lang if self._seen is not None else "en"
        words = Run(remedy(way, lang), "text", bold=here, behind="raised" if here else None)
        return Says(runs(key(f"{number + 1}  "), words), indent=2)

    def on_focus(self) -> None:
        """The ways on are listed."""
        self.redraw()

    def on_blur(self) -> None:
        """They shrink to a row."""
        self.redraw()

    def on_key(self, event: events.Key) -> None:
        """A digit or ↵ chooses; up and down move within the ways."""
        number = digit(event.character)
        if event.key in {"up", "k"} and self._at:
            self._at -= 1
        elif event.key in {"down", "j"} and self._at < len(self.ways) - 1:
            self._at += 1
        elif event.key == "enter" and self.ways:
            self.post_message(self.Chosen(self, self.ways[self._at]))
        elif number is not None and 1 <= number <= len(self.ways):
            self.post_message(self.Chosen(self, self.ways[number - 1]))
        else:
            return
        self.redraw()
        event.stop()
        event.prevent_default()


def _said(shown: int, hidden: int) -> str:
    if shown:
        return _("and {n} more").format(n=hidden)
    return ngettext("{n} question", "{n} questions", hidden).format(n=hidden)
