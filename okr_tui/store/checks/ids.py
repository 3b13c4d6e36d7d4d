"""Which id names what, over the whole workspace, and ids that name two things."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.journal import Comment, Note, PainPoint
from okr_tui.domain.people import Kpi, Person, Role, Team
from okr_tui.domain.plan import Initiative, KeyResult, Milestone, NotNow, Objective, Poll, Request, Task, Theme
from okr_tui.domain.review import Action, Learning, Tally
from okr_tui.domain.settings import Settings
from okr_tui.domain.table import Conflict, Said, Table
from okr_tui.store.checks.finding import At, Finding
from okr_tui.words.language import _

KINDS: Mapping[type[Table], str] = {
    Person: "person", Role: "role", Team: "team", Cycle: "cycle", Kpi: "kpi",
    Objective: "objective", KeyResult: "key-result", Initiative: "initiative", Milestone: "milestone", Task: "task",
    Request: "request", NotNow: "not-now", Poll: "poll", Theme: "theme", Ritual: "ritual",
    Comment: "comment", PainPoint: "pain-point", Note: "note",
    Action: "action", Learning: "learning", Tally: "tally",
}  # fmt: skip
"""Table → what references call it; any other table of a journal is "said"."""

IDS = re.compile(r"""(?<![\w"-])(?:id|"id")[ \t]*=[ \t]*["']([a-z0-9-]{1,80})["']""")
"""The ids of a file, as far as its text says: for one that can't be read, or need not be."""

_NAMESPACES = {"person": "people", "role": "people", "team": "teams", "cycle": "cycles"}


class Named(NamedTuple):
    """What an id stands for."""

    kind: str
    at: At


Names = Mapping[str, Mapping[str, Named]]
"""Namespace ("people", "teams", "cycles", "things") → id → the first table that has it."""


def kind_of(table: Table) -> str | None:
    """What references call this table; None for one that can't be referred to."""
    if isinstance(table, (Settings, Conflict)):
        return None
    return KINDS.get(type(table)) or ("said" if isinstance(table, Said) else None)


def names(tables: Iterable[At]) -> tuple[Names, list[Finding]]:
    """Everything with an id, by namespace, and a finding for each id that is used again."""
    found: dict[str, dict[str, Named]] = {"people": {}, "teams": {}, "cycles": {}, "things": {}}
    twice: list[Finding] = []
    for at in tables:
        if kind := kind_of(at.table):
            identity: str = at.table.id  # type: ignore[attr-defined]  # every table with a kind has one
            space = found[_NAMESPACES.get(kind, "things")]
            first = space.setdefault(identity, Named(kind, at))
            if first.at is not at:
                twice.append(_twice(identity, at, first))
    return found, twice


def _twice(identity: str, at: At, first: Named) -> Finding:
    message = _("The id “{id}” is used twice, first in {file}; give one of them another id.")
    return Finding(at.file, (*at.where, "id"), "error", "duplicate-id", message.format(id=identity, file=first.at.file))


def loops(tables: Iterable[At]) -> Iterator[Finding]:
    """Teams, cycles, corrections and replies that stand above themselves."""
    above: dict[str, dict[str, tuple[At, str, str]]] = {}
    for at in tables:
        for key in ("parent", "replaces", "reply_to"):
            parent = getattr(at.table, key, None)
            kind = kind_of(at.table)
            if parent and kind:
                above.setdefault(kind, {}).setdefault(at.table.id, (at, key, parent))  # type: ignore[attr-defined]
    for links in above.values():
        for identity in sorted(_in_loops({child: parent for child, (_at, _key, parent) in links.items()})):
            at, key, parent = links[identity]
            message = _("“{key}” leads from “{id}” over “{parent}” back to “{id}”; break the loop.").format(
                key=key, id=identity, parent=parent
            )
            yield Finding(at.file, (*at.where, key), "warning", "loop", message)


def _in_loops(parents: Mapping[str, str]) -> set[str]:
    """Everything from which following the parents leads back to itself; each looked at once."""
    found: set[str] = set()
    done: set[str] = set()
    for start in parents:
        way: dict[str, int] = {}
        at: str | None = start
        while at is not None and at in parents and at not in done and at not in way:
            way[at] = len(way)
            at = parents[at]
        if at in way:
            found.update(identity for identity, place in way.items() if place >= way[at])
        done.update(way)
    return found
