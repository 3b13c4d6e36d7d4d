"""A place without a digit, opened over another one: esc goes back there."""

from typing import TYPE_CHECKING

from okr_tui.ui.screens.in_place import FormPlace

if TYPE_CHECKING:
    from okr_tui.ui.workbench import Workbench


class Aside(FormPlace):
    """What conflicts and the history have in common."""

    def __init__(self) -> None:
        super().__init__()
        self._back = "home"

    def opened_from(self, place: str) -> None:
        """Remembers where esc goes."""
        self._back = place

    async def action_back(self) -> None:
        """Back to where it was opened."""
        await self.bench.go_to(self._back)


async def open_aside(bench: "Workbench", place: str) -> None:
    """Opens such a place over the one looked at; from one of them to another, esc still goes to the first."""
    before = bench.place
    await bench.go_to(place)
    opened = bench.place
    if not isinstance(opened, Aside) or before is None or before is opened:
        return
    opened.opened_from(before._back if isinstance(before, Aside) else before.place)  # noqa: SLF001 - of its own kind
