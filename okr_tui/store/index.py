"""What a check-in needs to know of a workspace, kept in the cache: ids, titles, last values; no models, a few ms.

What the files say is taken by `extracted`, which keeps it between two check-ins.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

from okr_tui.domain.counting import counting, moment
from okr_tui.domain.units import UnitChange, sorted_changes
from okr_tui.store.extracted import Week, keep_in, kept_in, looked
from okr_tui.store.layout import TEAMS

_WORTH_KEEPING = 20  # files read anew: fewer are sooner read once more than an index of thousands is written


Marks = tuple[float | None, float | None, float | None, float | None]


class Card(NamedTuple):
    """A key result or KPI as it stands in a plan or in teams.toml.

    Attributes:
        kind: metric, keep, yes-no, milestones, or kpi.
        cycle: id of its cycle; "" for a KPI.
        steps: (id, title) of its milestones.
        marks: baseline, target, lower and upper edge of its band, None where it has none.
        units: the changes of its unit, the oldest first.
        status: the objective's; dropped, too, where the key result alone was given up.
    """

    id: str
    title: str
    kind: str
    unit: str | None
    cycle: str
    team: str
    steps: tuple[tuple[str, str], ...]
    marks: Marks = (None, None, None, None)
    units: tuple[UnitChange, ...] = ()
    status: str = "agreed"


class Frame(NamedTuple):
    """A cycle's dates."""

    id: str
    kind: str
    start: date
    end: date
    phase: str


class LastSaid(NamedTuple):
    """One check-in, as far as the next one needs it."""

    id: str
    on: date
    at: datetime
    value: float | None
    confidence: int | None
    replaces: str | None
    withdrawn: bool


class Index:
    """The extracts of all files of the open cycles.

    Args:
        extracts: path → what was taken from that file, as JSON; read only when it is asked for.
        weeks: what was taken from the journals of each week, read only where a key result is named in it.
    """

    def __init__(self, extracts: Mapping[str, str], weeks: Iterable[Week] = ()) -> None:
        self._extracts, self._weeks = extracts, tuple(weeks)

    def _taken(self, path: str) -> list[Any]:
        return json.loads(self._extracts.get(path, "null")) or []

    def frames(self) -> tuple[Frame, ...]:
        """The cycles that could be read, closed ones too."""
        found = [self._taken(path) for path in self._extracts if path.endswith("/cycle.toml")]
        return tuple(
            Frame(a, b, date.fromisoformat(c), date.fromisoformat(d), e) for a, b, c, d, e in filter(None, found)
        )

    def order(self, today: date) -> tuple[str, ...]:
        """Ids of the open cycles, the default one first (commands.md, "The default cycle")."""
        running = sorted(
            (frame for frame in self.frames() if frame.phase != "closed"), key=lambda each: (each.start, each.id)
        )
        own = [frame for frame in running if frame.kind == "cycle"]
        holding = [frame for frame in own if frame.start <= today <= frame.end]
        begun = [frame for frame in own if frame.start <= today]
        first = (holding or begun)[-1:] or own[:1]
        return tuple(frame.id for frame in (*first, *(frame for frame in running if frame not in first)))

    def cards(self, cycle: str) -> tuple[Card, ...]:
        """The key results of one cycle, in the order of the files."""
        found = []
        folder = f"cycles/{cycle}/okrs/"
        for path in self._extracts:
            if path.startswith(folder):
                team = path.removeprefix(folder).removesuffix(".toml")
                found += [_card(cycle, team, *each) for each in self._taken(path)]
        return tuple(found)

    def unread(self, cycle: str) -> int:
        """How many plans of a cycle can't be read."""
        folder = f"cycles/{cycle}/okrs/"
        return sum(path.startswith(folder) and text == "null" for path, text in self._extracts.items())

    def kpis(self) -> tuple[Card, ...]:
        """The KPIs of all teams."""
        return tuple(
            Card(identity, title, "kpi", unit, "", team, (), (None, None, low, high))
            for team, _name, kpis in self._taken(TEAMS)
            for identity, title, unit, low, high in kpis
        )

    def team_name(self, team: str) -> str:
        """The name of a team; its id where it is not listed."""
        return next((name for identity, name, _kpis in self._taken(TEAMS) if identity == team), team)

    def said(self, about: str, today: date) -> tuple[LastSaid, ...]:
        """The check-ins on one key result or KPI that count today, oldest first."""
        found = [
            LastSaid(
                identity, date.fromisoformat(on), datetime.fromisoformat(at), value, confidence, replaces, withdrawn
            )
            for week in self._weeks
            for text in week.naming(about)
            for key, identity, on, at, value, confidence, replaces, withdrawn in json.loads(text) or ()
            if key == about
        ]
        return counting(sorted(found, key=moment), today)


def _card(
    cycle: str,
    team: str,
    identity: str,
    title: str,
    kind: str,
    unit: str | None,
    steps: list[Any],
    marks: list[Any],
    units: list[Any],
    status: str,
) -> Card:
    baseline, target, low, high = marks
    named = tuple((step, name) for step, name in steps)
    changes = [
        UnitChange(date.fromisoformat(on), datetime.fromisoformat(at) if at else None, before.strip())
        for on, at, before in units
    ]
    return Card(
        identity, title, kind, unit, cycle, team, named, (baseline, target, low, high), sorted_changes(changes), status
    )  # fmt: skip


def index(root: Path, cache: Path, *, whole: bool = False) -> Index:
    """The index of a workspace as its files are now.

    Args:
        root: the workspace folder.
        cache: this machine's cache folder for the workspace; where it can't be written the index is made each time.
        whole: whether every file of every week is looked at.
    """
    kept = kept_in(cache)
    now, read = looked(root, kept, whole=whole)
    if read >= _WORTH_KEEPING or (whole and now != kept.taken) or not kept.taken.files:
        keep_in(cache, now)
    return Index({path: taken.text for path, taken in now.files.items()}, now.weeks.values())
