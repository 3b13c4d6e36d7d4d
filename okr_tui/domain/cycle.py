"""A cycle: when it runs, in which phase it is, and its rituals (cycles/<id>/cycle.toml)."""

from datetime import date, time
from typing import Annotated, Literal

from msgspec import Meta

from okr_tui.domain.plan import Changed
from okr_tui.domain.table import File, Id, Ids, Moment, Slug, Table, Words

Phase = Literal["make", "align", "achieve", "measure", "closed"]
Leg = Literal["frame", "propose", "integrate", "commit"]
CycleKind = Literal["strategy", "annual", "cycle"]


class Ritual(Table):
    """A meeting of the method on a day."""

    id: Id
    kind: Words
    on: date
    at: time | None = None
    team: Id | None = None
    minutes: Annotated[int, Meta(ge=1, le=1440)] | None = None
    held: Moment | None = None
    notes: Words | None = None


class Cycle(Table):
    """The span in which objectives are pursued.

    Attributes:
        end: the last day, included.
        phase: the company's; moved by people, suggested by the calendar.
        achieve_from: the day from which check-ins are due.
        teams: who takes part; everybody when empty.
        changed: when it was closed and opened again, by whom and why: shown from then on.
    """

    id: Slug
    name: Words
    kind: CycleKind = "cycle"
    parent: Slug | None = None
    start: date
    end: date
    phase: Phase
    achieve_from: date | None = None
    leg: Leg | None = None
    teams: Ids = ()
    changed: tuple[Changed, ...] = ()

    @property
    def closed(self) -> bool:
        """Whether it is over and its scores are final."""
        return self.phase == "closed"

    def holds(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.start <= day <= self.end


class CycleFile(File):
    """cycle.toml."""

    cycle: Cycle
    ritual: tuple[Ritual, ...] = ()
