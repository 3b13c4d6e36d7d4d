"""Why a text is no figure, in a sentence that says what is understood."""

from okr_tui.domain.figures import NotAFigure
from okr_tui.words.language import _
from okr_tui.words.numbers import number

_LONGEST = 60


def why_none(text: str, refused: NotAFigure) -> str:
    """The reason, where there is more to say than that it is none; "" otherwise.

    Args:
        text: what was typed, or stands in a cell.
        refused: how it was refused.
    """
    told = text.strip()[:_LONGEST]
    first, second = (number(each) if isinstance(each, float) else each for each in refused.facts or ("", ""))
    match refused.code:
        case "two-readings":
            return _("“{text}” could mean {first} or {second}; write the one that you mean.").format(
                text=told, first=first, second=second
            )
        case "two-marks":
            return _("Point and comma mean different things in “{text}”; write all figures the same way.").format(
                text=told
            )
        case "two-units":
            return _("“{text}” is counted in {first} and in {second}; write one unit.").format(
                text=told, first=first, second=second
            )
        case "one-factor":
            return _(
                "In “{text}” only one figure says what it is counted in; write both alike, such as 10k -> 25k."
            ).format(text=told)
        case "same":
            return _("Start and target are the same: then it is kept, not moved.")
        case _:
            return ""
