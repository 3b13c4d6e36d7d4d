"""What the places read: one moment of a workspace, seen by one person."""

from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from msgspec import Struct

from okr_tui.domain.rollup import TeamStanding, team_standing
from okr_tui.domain.standing import Standing, standing
from okr_tui.domain.workspace import CycleContent, Workspace

if TYPE_CHECKING:
    from collections.abc import Callable

    from okr_tui.domain.due import Owed
    from okr_tui.domain.guide import Step

_FEW = 12
"""Teams of which it takes no time to say where all of them stand."""


class Session(Struct, frozen=True, dict=True):
    """A snapshot; when anything changes, the places get another one. What is worked out is kept for its time.

    Attributes:
        root: the folder of the workspace.
        me: the id of the person who looks; None when nobody of the workspace does.
        today: the day it is.
        workspace: everything that was read.
        cycle: the id of the cycle looked at.
        team: the id of the team looked at.
        revision: grows by one with every change.
    """

    root: Path
    me: str | None
    today: date
    workspace: Workspace
    cycle: str | None = None
    team: str | None = None
    revision: int = 0

    @property
    def content(self) -> CycleContent | None:
        """The cycle looked at; None where there is none."""
        return self.workspace.cycles.get(self.cycle) if self.cycle else None

    @cached_property
    def _teams(self) -> dict[tuple[str, str], TeamStanding]:
        return {}

    def team_standing(self, team: str | None = None, cycle: str | None = None) -> TeamStanding | None:
        """Where a team stands in a cycle; without names the team and cycle looked at. None without a cycle."""
        chosen, wanted = cycle or self.cycle, team or self.team
        content = self.workspace.cycles.get(chosen) if chosen else None
        if content is None or chosen is None or wanted is None:
            return None
        if (chosen, wanted) not in self._teams:
            self._teams[chosen, wanted] = team_standing(self.workspace, content, wanted, self.today)
        return self._teams[chosen, wanted]

    def cycle_standing(self) -> tuple[TeamStanding, ...]:
        """Every team that has a plan in the cycle looked at."""
        teams = self.content.plans if self.content else ()
        return tuple(found for team in teams if (found := self.team_standing(team)) is not None)

    def standing(self, key_result: str) -> Standing | None:
        """Where one key result stands, in whatever cycle it is; None where there is none with this id."""
        place = self.workspace.find(key_result, self.today)
        if place is None or place.kind != "key-result" or place.objective is None or place.key_result is None:
            return None
        content = self.workspace.cycles[place.cycle]
        return standing(self.workspace, content, place.team, place.objective, place.key_result, self.today)

    def owed(self) -> tuple["Owed", ...]:
        """Everything that waits for me now, overdue first; nothing where nobody is known."""
        return self._owed

    @cached_property
    def _owed(self) -> tuple["Owed", ...]:
        from okr_tui.domain.due import waiting

        return waiting(self.workspace, self.me, self.today) if self.me else ()

    def next_steps(self) -> tuple["Step", ...]:
        """The two or three most useful next steps for me and this team in this cycle."""
        from okr_tui.domain.guide import next_steps

        if self.content is None or self.team is None:
            return ()
        return next_steps(self.workspace, self.me, self.team, self.content, self.today)

    def to_prepare(self) -> "tuple[Callable[[], object], ...]":
        """What works out, piece by piece, what the places say, before anybody goes there: they find it worked out then."""
        from okr_tui.domain.alignment import pieces
        from okr_tui.domain.tree import tree

        about = self.content
        if about is None:
            return (self.owed,)
        return (
            self.owed,
            self.next_steps,
            *pieces(self.workspace, about, self.today),
            partial(tree, self.workspace, about, self.today),
            self.team_standing,
            *(self.to_prepare_later() if len(about.plans) <= _FEW else ()),
        )

    def to_prepare_later(self) -> "tuple[Callable[[], object], ...]":
        """What works out where every team stands, which a large workspace takes long to say and much room to know."""
        return tuple(partial(self.team_standing, team) for team in (self.content.plans if self.content else ()))
