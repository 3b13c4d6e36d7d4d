"""Everything ever said on a thing, also what was taken back or corrected: shown as such, never gone."""

from datetime import date
from typing import Literal, NamedTuple

from okr_tui.domain.counting import counting, has_come
from okr_tui.domain.workspace import CycleContent, Entry, Workspace

State = Literal["counts", "withdrawn", "replaced", "ahead"]


class Told(NamedTuple):
    """A check-in and what became of it.

    Attributes:
        cycle: id of the cycle in whose journals it stands.
        state: it counts, was taken back, was corrected by another, or speaks of a day that has not come.
        by: id of the check-in that corrects it.
    """

    entry: Entry
    cycle: str
    state: State
    by: str | None = None


def said_on(content: CycleContent, about: str, today: date) -> tuple[Told, ...]:
    """Every check-in on a key result or KPI within a cycle, the newest first."""
    entries = content.entries.get(about, ())
    counts = {each.id for each in counting([entry.check_in for entry in entries], today)}
    replaced = {
        entry.check_in.replaces: entry.check_in.id
        for entry in entries
        if entry.check_in.replaces
        and not entry.check_in.withdrawn
        and has_come(entry.check_in.on, entry.check_in.at, today)
    }
    found = []
    for entry in reversed(entries):
        said = entry.check_in
        state: State = "withdrawn" if said.withdrawn else "replaced" if said.id in replaced else "ahead"
        found.append(Told(entry, content.cycle.id, "counts" if said.id in counts else state, replaced.get(said.id)))
    return tuple(found)


def told_by(workspace: Workspace, identity: str, today: date) -> Told | None:
    """The check-in with this id in an open cycle, or in a closed one that was read."""
    contents = [*workspace.open_cycles(today), *(each for each in workspace.cycles.values() if each.cycle.closed)]
    for content in contents:
        for about, entries in content.entries.items():
            if any(entry.check_in.id == identity for entry in entries):
                return next(told for told in said_on(content, about, today) if told.entry.check_in.id == identity)
    return None


def last_own(workspace: Workspace, about: str, person: str, today: date) -> Told | None:
    """The latest check-in of a person on a thing that still counts."""
    for content in workspace.open_cycles(today):
        for told in said_on(content, about, today):
            if told.state == "counts" and told.entry.person == person:
                return told
    return None
