"""The milestones that are still open, each of which can be ticked as done now."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from okr_tui.ui.paint.runs import Brush, Run, Runs, dim
from okr_tui.ui.widgets.drawn import Drawn
from okr_tui.words.language import _


class Milestones(Drawn, can_focus=True):
    """A list of boxes; space or `x` ticks one.

    Args:
        steps: (id, title) of what is open, in the order of the plan.
    """

    DEFAULT_CSS = "Milestones { height: auto; width: 1fr; padding-left: 1; background: $okr-panel; }"

    @dataclass(eq=False)
    class Changed(Message):
        """A box was ticked, or emptied."""

        milestones: "Milestones"

    def __init__(self, steps: Sequence[tuple[str, str]], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(ground="panel", id=id)
        self.steps = tuple(steps)
        self._at = 0
        self._ticked: set[str] = set()

    @property
    def ticked(self) -> tuple[str, ...]:
        """Ids of those that are done now, in the order of the plan."""
        return tuple(identity for identity, _title in self.steps if identity in self._ticked)

    def tick(self, ids: Iterable[str]) -> None:
        """Ticks those with these ids and no others."""
        self._ticked = {identity for identity, _title in self.steps} & set(ids)
        self.redraw()
        self.post_message(self.Changed(self))

    def open_are(self, steps: Sequence[tuple[str, str]]) -> None:
        """Others are open now; ticks on those that still are stay."""
        self.steps = tuple(steps)
        self._ticked &= {identity for identity, _title in self.steps}
        self._at = min(self._at, max(len(self.steps) - 1, 0))
        self.redraw()
        self.refresh(layout=True)

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """A row for each; the one that a key would tick in bold."""
        del width, brush
        if not self.steps:
            return ((dim(_("every milestone is done")),),)
        return [self._line(index, *step) for index, step in enumerate(self.steps)]

    def _line(self, index: int, identity: str, title: str) -> Runs:
        here = self.has_focus and index == self._at
        done = identity in self._ticked
        box = Run("☑ " if done else "☐ ", "accent" if done or here else "dim", bold=here)
        return (box, Run(title, "text" if done or here else "dim", bold=here))

    def on_focus(self) -> None:
        """Shows where the keys are."""
        self.redraw()

    def on_blur(self) -> None:
        """The keys are elsewhere."""
        self.redraw()

    def on_click(self, event: events.Click) -> None:
        """Ticks what was clicked."""
        if 0 <= event.y < len(self.steps):
            self._at = event.y
            self._turn()

    def on_key(self, event: events.Key) -> None:
        """Up and down within the list, space ticks; at its ends the keys go on to the next field."""
        match event.key:
            case "down" | "j" if self._at < len(self.steps) - 1:
                self._at += 1
                self.redraw()
            case "up" | "k" if self._at:
                self._at -= 1
                self.redraw()
            case "space" | "x":
                self._turn()
            case _:
                return
        event.stop()
        event.prevent_default()

    def _turn(self) -> None:
        if self.steps:
            identity = self.steps[self._at][0]
            self.tick(self._ticked ^ {identity})
