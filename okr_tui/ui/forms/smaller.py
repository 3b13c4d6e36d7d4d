"""The fields of initiatives, milestones, tasks, pain points and what is not done now."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from okr_tui.actions.values import value_for
from okr_tui.domain.plan import Initiative, Milestone, NotNow, Request, Task
from okr_tui.domain.table import Table
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.figures import exact
from okr_tui.ui.forms.owners import owner_of, owner_said
from okr_tui.words.dates import weekday_day
from okr_tui.words.language import _
from okr_tui.words.statuses import lifecycle
from okr_tui.words.typed import typed_day

MODELS: Mapping[str, type[Table]] = {
    "initiative": Initiative, "milestone": Milestone, "task": Task, "not-now": NotNow, "request": Request,
}  # fmt: skip
"""Kind of table → its model, which knows what its keys hold."""
STEPS = ("planned", "active", "done", "dropped")


def initiative_fields(
    workspace: Workspace, names: tuple[str, ...], today: date, initiative: Initiative | None = None
) -> tuple[Field, ...]:
    """What is asked of an initiative."""
    known = initiative or Initiative(id="", title="")
    return (
        Field("title", _("initiative"), known.title, asks=_("What will you do, to move the key result?")),
        Field("owner", _("owner"), workspace.name_of(known.owner), names=names,
              says=lambda text: owner_said(workspace, text), asks=_("A person or a role; → completes.")),
        Field("due", _("due"), "" if known.due is None else known.due.isoformat(),
              says=lambda text: weekday_day(typed_day(text), today), asks=_("By when: 2026-10-16.")),
        Field("status", _("status"), known.status, tuple((step, lifecycle(step)) for step in STEPS),
              asks=_("← → choose; x moves it on without this form.")),
    )  # fmt: skip


def milestone_fields(milestone: Milestone | None = None) -> tuple[Field, ...]:
    """What is asked of a milestone."""
    weight = "" if milestone is None or milestone.weight == 1 else exact(milestone.weight)
    return (
        Field(
            "title", _("milestone"), milestone.title if milestone else "", asks=_("A step that can be seen as done.")
        ),
        Field("weight", _("weight"), weight, asks=_("How much it counts; 1 unless said.")),
    )


def task_fields(task: Task | None = None) -> tuple[Field, ...]:
    """What is asked of a task."""
    return (Field("title", _("task"), task.title if task else "", asks=_("One thing to do.")),)


def not_now_fields(not_now: NotNow | None = None) -> tuple[Field, ...]:
    """What is asked of something renounced."""
    return (
        Field("title", _("not now"), not_now.title if not_now else "", asks=_("What will you not do in this cycle?")),
        Field("why", _("why"), (not_now.why or "") if not_now else "", asks=_("So that nobody has to ask again.")),
    )


def request_fields(today: date, request: Request) -> tuple[Field, ...]:
    """What is asked of a request to another team."""
    by = "" if request.by is None else request.by.isoformat()
    return (
        Field("need", _("need"), request.need, asks=_("What do you need, so that what?")),
        Field("by", _("by"), by, says=lambda text: weekday_day(typed_day(text), today), asks=_("By when: 2026-11-06.")),
    )


def pain_fields() -> tuple[Field, ...]:
    """What is asked of a pain point."""
    return (
        Field("text", _("what hurts"), asks=_("One sentence. Everyone with this repository can read it, for good.")),
    )


def reason_fields() -> tuple[Field, ...]:
    """The reason why something is given up."""
    return (Field("why", _("why"), asks=_("So that the next cycle learns from it.")),)


def smaller_values(kind: str, workspace: Workspace, typed: Typed) -> dict[str, Any]:
    """The keys of the table; None where nothing was typed.

    Raises:
        OkrError: the owner isn't known, or a figure or a day makes no sense.
    """
    return {
        key: owner_of(workspace, text) if key == "owner" and text else value_for(MODELS[kind], key, text)
        for key, text in typed.items()
    }
