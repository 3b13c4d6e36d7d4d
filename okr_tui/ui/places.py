"""The places of the app as data; the module of a place is imported when somebody goes there."""

from importlib import import_module
from typing import TYPE_CHECKING, NamedTuple, cast

if TYPE_CHECKING:
    from okr_tui.ui.place import Place


class PlaceEntry(NamedTuple):
    """A place: its id, and where its class stands ("module:Class")."""

    id: str
    where: str

    def load(self) -> "type[Place]":
        """The class of the place, imported now."""
        module, _, name = self.where.partition(":")
        return cast("type[Place]", getattr(import_module(module), name))


PLACES: tuple[PlaceEntry, ...] = (
    PlaceEntry("home", "okr_tui.ui.screens.home:Home"),
    PlaceEntry("make", "okr_tui.ui.screens.make:Make"),
    PlaceEntry("align", "okr_tui.ui.screens.align:Align"),
    PlaceEntry("achieve", "okr_tui.ui.screens.achieve:Achieve"),
    PlaceEntry("measure", "okr_tui.ui.screens.measure:Measure"),
    PlaceEntry("legs", "okr_tui.ui.screens.legs:Legs"),
    PlaceEntry("setup", "okr_tui.ui.screens.setup:Setup"),
    PlaceEntry("detail", "okr_tui.ui.screens.detail:Detail"),
    PlaceEntry("conflicts", "okr_tui.ui.screens.conflicts:Conflicts"),
    PlaceEntry("history", "okr_tui.ui.screens.history:History"),
)
"""The places in the order of their digits; a key result's own view has none."""
