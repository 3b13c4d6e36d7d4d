"""What somebody else has written while a form was open on it: the typing stays, and both values are offered."""

from collections.abc import Callable

from textual.widget import Widget

from okr_tui.ui.forms.asked import Asked
from okr_tui.ui.forms.caption import Caption
from okr_tui.ui.forms.choices import Choices
from okr_tui.ui.forms.editable import editable
from okr_tui.ui.forms.fields import FigureField
from okr_tui.ui.forms.milestones import Milestones
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
        self._take: Callable[[], None] | None = None

    def meets(self, value: Widget, was: Asked, now: Asked) -> bool:
        """Compares what was asked with what is asked now.

        Args:
            value: the field of the figure, of yes and no, or of the milestones.
            was: the question when it was asked.
            now: the question now.

        Returns:
            Whether the figure was taken over, because the person had typed none.
        """
        if isinstance(value, Milestones):
            self._milestones(value, now)
            return False
        if was.subject.value == now.subject.value:
            return False
        if isinstance(value, Choices):
            self._yes_or_no(value, now)
            return False
        return isinstance(value, FigureField) and self._figure(value, was, now)

    def _figure(self, field: FigureField, was: Asked, now: Asked) -> bool:
        """The figure follows where nothing was typed; else both are offered."""
        figure_ = now.subject.value
        other = editable(figure_, absolute=True)
        untouched = field.value == editable(was.subject.value, absolute=True)
        if untouched:
            field.value = other
            if field.has_focus:
                field.select_all()
        same = field.value == other

        def take() -> None:
            field.value = other

        self._tell(figure(figure_, now.subject.unit), now, None if same else field.value, take)
        return untouched

    def _yes_or_no(self, field: Choices, now: Asked) -> None:
        """Yes and no: what somebody else said is the last word now; what was chosen stays beside it."""
        theirs = None if now.subject.value is None else 0 if now.subject.value >= 1 else 1
        field.was = theirs
        field.redraw()
        mine = None if field.chosen in {None, theirs} else field.values[field.chosen or 0]
        said = "" if theirs is None else field.values[theirs]
        self._tell(said, now, mine, lambda: field.choose(theirs))

    def _milestones(self, field: Milestones, now: Asked) -> None:
        """Milestones that somebody else has said to be done leave the list; ticks on the others stay."""
        done = [title for identity, title in field.steps if identity not in {each[0] for each in now.steps}]
        if now.steps == field.steps:
            return
        field.open_are(now.steps)
        if done:
            self._tell(_("done: {title}").format(title=", ".join(done)), now, None, lambda: None)

    def _tell(self, value: str, now: Asked, typed: str | None, take: Callable[[], None]) -> None:
        self._take = take if typed is not None else None
        self.say(*told(value, _by(now), typed))
        self.set_class(True, "-told")

    def take(self) -> bool:
        """Puts the other answer into the field; False where there is none to take."""
        if self._take is None or not self.has_class("-told"):
            return False
        self._take()
        self._take = None
        self.remove_class("-told")
        return True


def _by(now: Asked) -> str:
    """Who gave the last figure or milestone, where it wasn't the person themselves."""
    entries = now.standing.entries if now.standing is not None else ()
    told_ = (each for each in reversed(entries) if each.check_in.value is not None or each.check_in.milestone)
    last = next((each.person for each in told_), None)
    return "" if last in {None, now.session.me} else now.session.workspace.name_of(last)
