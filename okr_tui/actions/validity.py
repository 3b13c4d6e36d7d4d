"""What an action would write must be what the reader accepts."""

from okr_tui.domain.errors import WrongUsage
from okr_tui.store.layout import place_of
from okr_tui.store.tables import Held
from okr_tui.store.validate import model_of


def still_valid(file: Held) -> None:
    """Makes sure that changed tables are those of a valid file.

    Raises:
        WrongUsage: a value makes no sense where it stands; the first such is said.
    """
    place = place_of(file.path)
    if place is None:
        raise ValueError(file.path)
    found = model_of(place, file.tables)
    if isinstance(found, list):
        raise WrongUsage(found[0][2])
