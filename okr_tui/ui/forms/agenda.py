"""The form for the agenda of a ritual: the minutes of each of its steps."""

from collections.abc import Callable

from okr_tui.actions.act import Act, Author
from okr_tui.actions.agendas import change_minutes
from okr_tui.domain.agenda import AgendaStep
from okr_tui.domain.agendas import steps_of
from okr_tui.domain.errors import OkrError, WrongUsage
from okr_tui.store.agendas import agendas_of
from okr_tui.ui.forms.setting import Asks, Values, asks, following, setup_form, typed_minutes
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.ui.text import cut
from okr_tui.words.agenda import step_words
from okr_tui.words.hostile import one_line
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual

_LABEL = 26
"""Cells of the longest title of the method; a longer one of somebody's own is cut."""


def edit_agenda(session: Session, kind: str) -> TableForm:
    """A form with the minutes of every step of a ritual, as everybody holds it.

    Raises:
        OkrError: agendas.toml can't be read.
    """
    seen = steps_of(agendas_of(session.root), session.workspace, kind, None)

    def make(values: Values) -> Callable[[Author], Act]:
        if None in values.values():
            raise WrongUsage(_("Minutes go from 1 to 1440."))
        minutes = {int(at): each for at, each in values.items()}
        return lambda _author: change_minutes(session.root, kind, seen, minutes)

    def again(now: Session) -> TableForm | None:
        """The same fields; None where the steps are others by now, as no field would belong to what it says."""
        try:
            steps = steps_of(agendas_of(now.root), now.workspace, kind, None)
        except OkrError:
            return None
        same = [each.code for each in steps] == [each.code for each in seen]
        return edit_agenda(now, kind) if same else None

    fields = [_field(kind, at, step) for at, step in enumerate(seen)]
    return following(setup_form(ritual(kind), fields, make, draft=f"setup agenda {kind}"), again)


def step_title(kind: str, step: AgendaStep) -> str:
    """What a step is called here: the workspace's own words, else the method's."""
    return one_line(step.title) or step_words(kind, step.code).title


def _field(kind: str, at: int, step: AgendaStep) -> Asks:
    why = one_line(step.prompt) or step_words(kind, step.code).prompt or _("How long it may take.")
    return asks(str(at), cut(step_title(kind, step), _LABEL), str(step.minutes), typed_minutes, asks=why)
