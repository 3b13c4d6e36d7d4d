"""Setup: the agendas, the steps and minutes of each ritual as this workspace holds it."""

from collections.abc import Mapping, Sequence

from textual.widget import Widget

from okr_tui.actions.agendas import back_to_method
from okr_tui.domain.agenda import AGENDAS, AgendaStep
from okr_tui.domain.agendas import Agendas, steps_of
from okr_tui.domain.errors import OkrError
from okr_tui.store.agendas import agendas_of
from okr_tui.store.layout import AGENDAS as FILE
from okr_tui.ui.forms.agenda import edit_agenda, step_title
from okr_tui.ui.paint.columns import Column
from okr_tui.ui.paint.lines import Rule, Tells, grid
from okr_tui.ui.paint.runs import Run, bold, dim
from okr_tui.ui.screens.setup_section import Asked, Section, nothing_here, nowhere
from okr_tui.ui.widgets.rows import Row, still
from okr_tui.words.failures import sentence
from okr_tui.words.language import _
from okr_tui.words.rituals import ritual

_GRID = (
    Column("name", 26, 20, grows=True, leads=True),
    Column("minutes", 8, gap=2, right=True),
    Column("whose", 16, 10, gap=2),
)
"""The grid of the agendas: which ritual, how long all of it takes, whose agenda it is."""


class AgendaSection(Section):
    """How every ritual goes here: its steps with their minutes."""

    id = "agendas"
    file = FILE

    @property
    def title(self) -> str:
        """Its name."""
        return _("Agendas")

    @property
    def count(self) -> str:
        """How many are the workspace's own."""
        try:
            changed = len(_own(agendas_of(self.session.root)))
        except OkrError:
            return ""
        return _("{n} of yours").format(n=changed) if changed else ""

    @property
    def about(self) -> str:
        """What it is for."""
        return _("The steps of each ritual and how long they take. A team with an agenda of its own keeps that one.")

    @property
    def keys(self) -> Sequence[tuple[str, str]]:
        """What its keys do."""
        return (("edit", _("changes the minutes, for everybody")), ("drop", _("puts the method's agenda back")))

    def rows(self) -> list[Row]:
        """Every ritual in the order of a cycle, those that only this workspace has at the end."""
        try:
            known = agendas_of(self.session.root)
        except OkrError as error:
            return nothing_here(sentence(error))
        own = _own(known)
        head = grid(_GRID, name=dim(_("ritual")), minutes=dim(_("minutes")), whose=dim(_("agenda")))
        found = self._steps(known)
        return [still(head, Rule()), *(self._row(kind, steps, own=kind in own) for kind, steps in found.items())]

    def form_to_edit(self, key: str) -> Widget:
        """The minutes of its steps."""
        self._known(key)
        return edit_agenda(self.session, key)

    def drop(self, key: str) -> Asked | Widget:
        """Puts the method's back; at once, as undo brings the workspace's own again."""
        self._known(key)
        root = self.session.root
        return Asked("", lambda _author: back_to_method(root, key))

    def _known(self, key: str) -> None:
        if key not in self._steps(agendas_of(self.session.root)):
            raise nowhere()

    def _steps(self, known: Agendas | None) -> Mapping[str, Sequence[AgendaStep]]:
        kinds = dict.fromkeys((*AGENDAS, *_own(known)))
        return {kind: steps_of(known, self.workspace, kind, None) for kind in kinds}

    @staticmethod
    def _row(kind: str, steps: Sequence[AgendaStep], *, own: bool) -> Row:
        whole = _("{n} min").format(n=sum(step.minutes for step in steps))
        said = ", ".join(f"{step_title(kind, step)} {step.minutes}" for step in steps)
        columns = grid(
            _GRID,
            name=ritual(kind),
            minutes=bold(whole) if own else Run(whole),
            whose=Run(_("the workspace's")) if own else dim(_("the method's")),
        )
        return Row(kind, (columns, Tells(said, "dim", indent=2)), "agenda")


def _own(known: Agendas | None) -> Sequence[str]:
    """Kinds of rituals for which the workspace has an agenda of everybody's."""
    found = (each.kind for each in (known.agenda if known else ()) if each.team is None and each.step)
    return tuple(dict.fromkeys(found))
