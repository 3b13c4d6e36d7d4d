"""The agendas that a workspace has made its own (agendas.toml): other steps, other minutes, other words."""

from typing import Annotated

from msgspec import Meta

from okr_tui.domain.agenda import AgendaStep, agenda
from okr_tui.domain.table import File, Id, Slug, Table, Words
from okr_tui.domain.workspace import Workspace


class StepTable(Table):
    """A step of an agenda.

    Attributes:
        code: as in the method, or one of their own.
        minutes: how long it takes.
        title: what it is called; prompt: what is asked in it. Without them the method's words.
        view: what of the workspace stands beside it (`agenda.VIEWS`).
    """

    code: Id
    minutes: Annotated[int, Meta(ge=1, le=1440)]
    title: Words | None = None
    prompt: Words | None = None
    view: Id | None = None


class AgendaTable(Table):
    """How a ritual goes here; `team` where only one team does it so."""

    kind: Words
    team: Slug | None = None
    step: Annotated[tuple[StepTable, ...], Meta(max_length=40)] = ()


class Agendas(File):
    """agendas.toml."""

    agenda: tuple[AgendaTable, ...] = ()


def steps_of(agendas: Agendas | None, workspace: Workspace, kind: str, team: str | None) -> tuple[AgendaStep, ...]:
    """The steps of a ritual as a team holds it: its own agenda, else that of the workspace, else the method's.

    Args:
        agendas: what the workspace has made its own; None where it has not.
        workspace: for the cycles that the team has closed: in its first two the retrospective has other minutes.
        kind: which ritual.
        team: id of the team; None for everybody.
    """
    mine = [each for each in (agendas.agenda if agendas else ()) if each.kind == kind and each.step]
    own = next((each for each in mine if each.team == team), None) if team else None
    found = own or next((each for each in mine if each.team is None), None)
    if found is None:
        return agenda(kind, cycles_before=closed_cycles(workspace, team))
    return tuple(
        AgendaStep(each.code, each.minutes, each.title or "", each.prompt or "", each.view or "") for each in found.step
    )


def closed_cycles(workspace: Workspace, team: str | None) -> int:
    """How many cycles a team has closed; one that was not read in full counts where a review of the team stands in it."""
    return sum(
        content.cycle.closed and content.cycle.kind == "cycle" and (team is None or team in content.reviews)
        for content in workspace.cycles.values()
    )
