"""Forms that change what stands: edit in place, and drop with a reason."""

from collections.abc import Callable
from typing import Any

from okr_tui.actions.act import Act, Author
from okr_tui.actions.editing import drop
from okr_tui.actions.leaving import leave_finding
from okr_tui.domain.errors import WrongUsage
from okr_tui.domain.plan import Initiative, KeyResult, Milestone, NotNow, Objective, Request, Task
from okr_tui.domain.workspace import Located
from okr_tui.ui.forms.draft_form import DraftForm, Listens
from okr_tui.ui.forms.edited import Edited
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.key_result import key_result_fields, key_result_values
from okr_tui.ui.forms.listening import hears_key_result, hears_objective
from okr_tui.ui.forms.objective import objective_fields, objective_values
from okr_tui.ui.forms.owners import owner_names
from okr_tui.ui.forms.smaller import (
    initiative_fields,
    milestone_fields,
    not_now_fields,
    reason_fields,
    request_fields,
    smaller_values,
    task_fields,
)
from okr_tui.ui.forms.table_form import TableForm
from okr_tui.ui.session import Session
from okr_tui.words.language import _

ASK_WHY = frozenset({"objective", "key-result"})
"""Kinds that are dropped with a reason; the smaller ones just go."""


def edit_form(session: Session, place: Located, *, coached: bool = False) -> TableForm:
    """A form with everything of a table that can be edited.

    Args:
        session: knows people and the day.
        place: an objective, key result, initiative, milestone, task, or what is not done now.
        coached: the coach looks at the words while they are typed, where they are those of a draft.
    """
    held = Edited(session, place, _fields, _values)
    identity = _id(place)
    draft = f"edit {place.cycle} {identity}"
    listens = _listens(session, place) if coached else None
    form = TableForm(_("Edit"), held.fields, held.make, draft=draft)
    if listens is not None:
        form = coach = DraftForm(_("Edit"), held.fields, held.make, listens, draft=draft)
        coach.about = identity
    form.again = held.again
    return form


def drop_form(session: Session, place: Located) -> TableForm:
    """A form that asks why something is given up."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        if not typed["why"]:
            raise WrongUsage(_("It needs a reason: the next cycle learns from it."))
        return lambda author: drop(session.root, author, place, why=typed["why"])

    title = _("Drop “{title}”").format(title=place.title)
    return TableForm(title, reason_fields(), make, draft=f"drop {place.cycle} {_id(place)}")


def leave_form(session: Session, place: Located, code: str) -> TableForm:
    """A form that asks why a finding of the coach is left as it is; it may be left without a word."""

    def make(typed: Typed) -> Callable[[Author], Act]:
        return lambda author: leave_finding(session.root, author, place, code, typed["why"] or None)

    fields = (Field("why", _("why"), asks=_("Remembered with this wording; without a reason it is left too.")),)
    return TableForm(_("Leave it as it is"), fields, make, draft=f"leave {place.cycle} {_id(place)} {code}")


def next_step(place: Located) -> str:
    """Where an initiative goes next: planned, active, done, and round."""
    table = place.table
    status = table.status if isinstance(table, Initiative) else "planned"
    return {"planned": "active", "active": "done"}.get(status, "planned")


def _fields(session: Session, place: Located) -> tuple[Field, ...]:
    workspace, table = session.workspace, place.table
    names = owner_names(workspace, place.team, session.today)
    match table:
        case Objective():
            return objective_fields(workspace, names, table)
        case KeyResult():
            return key_result_fields(workspace, names, session.today, table)
        case Initiative():
            return initiative_fields(workspace, names, session.today, table)
        case Milestone():
            return milestone_fields(table)
        case Task():
            return task_fields(table)
        case NotNow():
            return not_now_fields(table)
        case Request():
            return request_fields(session.today, table)
        case _:
            raise WrongUsage(_("This can't be edited here."))


def _listens(session: Session, place: Located) -> Listens | None:
    """What the coach hears of a draft; None for what it has nothing to say about."""
    workspace, table = session.workspace, place.table
    plan = workspace.cycles[place.cycle].plans.get(place.team)
    if isinstance(table, Objective):
        return hears_objective(workspace, plan, table)
    return hears_key_result(workspace, plan, place.objective, table) if isinstance(table, KeyResult) else None


def _values(session: Session, place: Located, typed: Typed) -> dict[str, Any]:
    match place.kind:
        case "objective":
            return objective_values(session.workspace, typed, getattr(place.table, "why", None))
        case "key-result":
            return key_result_values(session.workspace, typed)
        case kind:
            return smaller_values(kind, session.workspace, typed)


def _moved(place: Located, values: dict[str, Any]) -> dict[str, Any]:
    """The keys that would stand otherwise than they do."""
    return {key: value for key, value in values.items() if getattr(place.table, key, None) != value}


def _id(place: Located) -> str:
    return str(place.table.id)  # type: ignore[attr-defined]
