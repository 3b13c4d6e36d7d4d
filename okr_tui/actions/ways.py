"""The way of a key result as it is typed: `22 -> 40 %`, one end of it, or a unit alone."""

from typing import TYPE_CHECKING

from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.figures import NotAFigure
from okr_tui.words.language import _, spoken
from okr_tui.words.no_figure import why_none

if TYPE_CHECKING:
    from okr_tui.domain.stated import Way


def way_typed(text: str) -> "Way":
    """What was typed for the way of a key result.

    Raises:
        WrongUsage: it is no range, or start and target are the same.
    """
    from okr_tui.domain.stated import way  # a form is open long before a way is typed

    try:
        return way(text, comma=spoken() == "fr")
    except NotAFigure as refused:
        message = _("“{text}” is no way from a start to a target; write 22 -> 40 %.")
        raise WrongUsage(why_none(text, refused) or message.format(text=text[:60])) from None
