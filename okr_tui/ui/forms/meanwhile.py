"""What somebody else has written while a form was open on it: the typing stays, and both values are offered."""

from typing import cast

from textual.widget import Widget
from textual.widgets import Input

from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.forms.fields import FigureField
from okr_tui.ui.paint.runs import Run, Runs, bold, dim, key, runs
from okr_tui.ui.text import cut
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.numbers import figure

TAKES = "ctrl+o"
"""The key that takes the other value; shown as `^o`."""

_LONGEST = 40


def told(now: str, by: str, typed: str | None) -> tuple[Runs, ...]:
    """Both values, and the key that takes the other one, in two rows.

    Args:
        now: what stands in the file by now.
        by: who wrote it; "" where nobody knows.
        typed: what the person has typed; None where they have typed nothing, so that there is nothing to choose.
    """
    shown = cut(one_line(now), _LONGEST) or _("nothing")
    words = _("now {value}, by {name} meanwhile") if by else _("now {value}, written meanwhile")
    said = words.format(value=shown, name=one_line(by))
    lead = runs(Run("≠ ", "at_risk", bold=True), bold(said, "at_risk"))
    if typed is None:
        return (lead,)
    mine = _("you typed {value}, saving keeps it").format(value=cut(one_line(typed), _LONGEST) or _("nothing"))
    return lead, runs("  ", key("^o"), " ", _("takes it"), dim(f" · {mine}"))


class Meanwhile(Caption):
    """The line of a check-in below its figure; shown when somebody else has given another one since it was opened."""

    DEFAULT_CSS = """
    Meanwhile { display: none; height: auto; padding-left: 13; background: $okr-panel; }
    Meanwhile.-told { display: block; }
    """

    def __init__(self) -> None:
        super().__init__()
        self._field: FigureField | None = None
        self._other = ""

    def meets(self, value: Widget, was: Asked, now: Asked) -> bool:
        """Compares what was asked with what is asked now.

        Args:
            value: the field of the figure.
            was: the question when it was asked.
            now: the question now.

        Returns:
            Whether the figure was taken over, because the person had typed none.
        """
        figure_ = now.subject.value
        if not isinstance(value, FigureField) or was.subject.value == figure_:
            return False
        self._field, self._other = value, editable(figure_)
        untouched = value.value == editable(was.subject.value)
        if untouched:
            value.value = self._other
            if value.has_focus:
                value.select_all()
        same = value.value == self._other
        words = told(figure(figure_, now.subject.unit), _by(now), None if same else value.value)
        self.say(*words)
        self.set_class(True, "-told")
        return untouched

    def take(self) -> bool:
        """Puts the other figure into the field; False where there is none to take."""
        if self._field is None or not self.has_class("-told"):
            return False
        cast("Input", self._field).value = self._other
        self.remove_class("-told")
        return True


def _by(now: Asked) -> str:
    """Who gave the last figure, where it wasn't the person themselves."""
    entries = now.standing.entries if now.standing is not None else ()
    last = next((each.person for each in reversed(entries) if each.check_in.value is not None), None)
    return "" if last in {None, now.session.me} else now.session.workspace.name_of(last)
