"""Words inside a form: drawn like everything else, changed at every key without a new layout."""

from collections.abc import Sequence

from okr_tui.ui.paint.runs import Brush, Runs, Words, fit, runs
from okr_tui.ui.widgets.drawn import Drawn


class Caption(Drawn):
    """Lines of words, each cut to the width.

    Args:
        lines: what it says first.
        ground: the role of the background.
    """

    def __init__(
        self,
        *lines: Words,
        ground: str = "panel",
        id: str | None = None,  # noqa: A002 - Textual's own name
        classes: str | None = None,
    ) -> None:
        super().__init__(ground=ground, id=id, classes=classes)
        self._said: tuple[Runs, ...] = tuple(runs(line) for line in lines)

    def say(self, *lines: Words) -> None:
        """Says something else."""
        said = tuple(runs(line) for line in lines)
        if said != self._said:
            same_height = len(said) == len(self._said)
            self._said = said
            self._drawn = None
            self.refresh(layout=not same_height)

    def lines(self, width: int, brush: Brush) -> Sequence[Runs]:
        """The lines."""
        del brush
        return [fit(line, width) for line in self._said]
