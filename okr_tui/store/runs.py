"""Rituals that run on this machine, kept in its state folder so that one that was cut off resumes where it was."""

import json
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from datetime import datetime
from pathlib import Path
from typing import Any, get_args

from okr_tui.domain.ids import is_id
from okr_tui.domain.running import Event, Happening
from okr_tui.store.own_files import write_private

_FOLDER = "rituals"


@dataclass
class Written:
    """A line that was written down: its kind (note, decision, action, parked), the table that holds it, its step."""

    kind: str
    text: str
    id: str
    step: str


@dataclass
class Voted:
    """What came of a vote: answer → people, without names; `about` is what was voted on, `what` which kind of vote."""

    about: str
    what: str
    round: int
    counts: dict[str, int]


@dataclass
class Run:
    """A ritual that runs.

    Attributes:
        id: of the ritual in the calendar, or the one it gets there when it is over.
        kind: which ritual; team, cycle: whose. on: the day it is held.
        codes: its steps; minutes: what was agreed for each.
        planned: whether it stands in the calendar already.
        people: ids of those who are there.
        order: how the order of speaking is made. speaker: how many have spoken in this step.
        about: id of what is looked at.
        ballot: id of the vote that is open; empty for none.
        seen: when it was last known to run, as ISO text.
    """

    id: str
    kind: str
    team: str
    cycle: str
    on: str
    codes: list[str]
    minutes: list[int]
    planned: bool = True
    people: list[str] = field(default_factory=list)
    order: str = "turns"
    speaker: int = 0
    about: str = ""
    ballot: str = ""
    quiet: bool = False
    seen: str = ""
    events: list[tuple[str, Happening]] = field(default_factory=list)
    written: list[Written] = field(default_factory=list)
    votes: list[Voted] = field(default_factory=list)

    @property
    def happened(self) -> tuple[Event, ...]:
        """What happened to its clock."""
        return tuple(Event(datetime.fromisoformat(at), what) for at, what in self.events)

    def happen(self, at: datetime, what: Happening) -> None:
        """Something happens to its clock."""
        self.events.append((at.isoformat(), what))


def keep(state: Path, run: Run) -> None:
    """Keeps a ritual as it is now; where that fails it lives as long as the app does."""
    with suppress(OSError):
        write_private(_file(state, run), json.dumps(asdict(run)).encode())


def forget(state: Path, run: Run) -> None:
    """Forgets a ritual that is over, or that nobody wants to go on with."""
    with suppress(OSError):
        _file(state, run).unlink(missing_ok=True)


def runs(state: Path) -> tuple[Run, ...]:
    """The rituals that were begun on this machine and are not over, the one that was seen last first."""
    found = (_run(file) for file in (state / _FOLDER).glob("*.json"))
    return tuple(sorted((each for each in found if each is not None), key=lambda each: each.seen, reverse=True))


def _file(state: Path, run: Run) -> Path:
    if not is_id(run.id) or not is_id(run.team):
        raise ValueError(run.id)
    return state / _FOLDER / f"{run.id}.{run.team}.json"


def _run(file: Path) -> Run | None:
    """The run in a file; None where it is none, or was kept by another okr."""
    try:
        kept: dict[str, Any] = json.loads(file.read_bytes())
        known = {each.name for each in fields(Run)}
        run = Run(**{key: value for key, value in kept.items() if key in known})
        run.events = [(str(at), what) for at, what in run.events if what in get_args(Happening)]
        run.written = [Written(**each) for each in kept.get("written", [])]
        run.votes = [Voted(**each) for each in kept.get("votes", [])]
        _file(file.parent.parent, run)
        began = [event.at for event in run.happened]
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None
    return run if began and 0 < len(run.codes) == len(run.minutes) else None
