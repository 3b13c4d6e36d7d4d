"""The fields of an objective, and what becomes of what was typed into them."""

from typing import Any

from okr_tui.domain.phrasing import split_why
from okr_tui.domain.plan import Objective
from okr_tui.domain.workspace import Workspace
from okr_tui.ui.forms.field import Field, Typed
from okr_tui.ui.forms.owners import owner_of, owner_said
from okr_tui.words.language import _
from okr_tui.words.typed import typed_day


def change_words() -> tuple[tuple[str, str], ...]:
    """Which of CHICC an objective is, in words (DOKR)."""
    return (("change", _("change")), ("innovate", _("innovate")), ("build", _("build")), ("correct", _("correct")))


def ambition_words() -> tuple[tuple[str, str], ...]:
    """How sure an objective is meant to be, in words."""
    return (("committed", _("committed")), ("aspirational", _("aspirational")))


def objective_fields(
    workspace: Workspace, names: tuple[str, ...], objective: Objective | None = None, title: str = "", change: str = ""
) -> tuple[Field, ...]:
    """What is asked of an objective.

    Args:
        workspace: knows the names of owners.
        names: whom the owner's field completes.
        objective: the one that is edited; None for a new one.
        title: of a new one, where it is known already.
        change: which of CHICC a new one is, where that is known already.
    """
    owner = workspace.name_of(objective.owner) if objective else ""
    return (
        Field("title", _("objective"), objective.title if objective else title, says=_what_said,
              asks=_("What should be different at the end, and for whom? “… so that …” says why in the same line.")),
        Field("why", _("why"), (objective.why or "") if objective else "", asks=_("so that …")),
        Field("owner", _("owner"), owner, names=names, says=lambda text: owner_said(workspace, text),
              asks=_("A person or a role; → completes. Without one the team's lead owes.")),
        Field("change", _("change"), (objective.change or "") if objective else change, change_words(),
              asks=_("Change what is, innovate, build what lacks, correct what is wrong: ← → choose.")),
        Field("ambition", _("ambition"), objective.ambition if objective else "aspirational", ambition_words(),
              asks=_("Committed: all of it is expected. Aspirational: 0.7 is a success.")),
        *_days(objective),
    )  # fmt: skip


def _days(objective: Objective | None) -> tuple[Field, ...]:
    """The days of an objective that has others than its cycle."""
    if objective is None or (objective.start is None and objective.end is None):
        return ()
    start, end = ("" if day is None else day.isoformat() for day in (objective.start, objective.end))
    return (
        Field("start", _("from"), start, asks=_("Left empty, it is the cycle's.")),
        Field("end", _("until"), end, asks=_("Its last day, where it isn't the cycle's: 2026-12-31.")),
    )


def objective_values(workspace: Workspace, typed: Typed, why: str | None = None) -> dict[str, Any]:
    """The keys of the table; None where nothing was typed. A title that says why fills the why that is still empty.

    Args:
        workspace: knows the names of owners.
        typed: what was typed.
        why: what it says already about why.

    Raises:
        OkrError: the owner isn't known, or a day makes no sense.
    """
    said: dict[str, Any] = {key: _value(workspace, key, text) if text else None for key, text in typed.items()}
    if said.get("title") and not said.get("why", why):
        what, because = split_why(str(said["title"]))
        if because is not None:
            said |= {"title": what, "why": because}
    return said


def _value(workspace: Workspace, key: str, text: str) -> Any:
    if key in {"start", "end"}:
        return typed_day(text)
    return owner_of(workspace, text) if key == "owner" else text


def _what_said(text: str) -> str:
    """How a title is understood: where it says why, which part that is."""
    because = split_why(text)[1]
    return _("why: {words}").format(words=because) if because else ""
