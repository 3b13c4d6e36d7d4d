"""Ids that should name something else: every kind of reference, and whether what it names is there."""

from collections.abc import Callable, Collection, Container, Iterable, Iterator, Mapping
from typing import NamedTuple

from okr_tui.domain.cycle import Cycle, Ritual
from okr_tui.domain.journal import Answer, Backing, CheckIn, Choice, Comment, Journal, Kudos, Note, Opinion, PainPoint
from okr_tui.domain.people import Away, Person, Role, Team
from okr_tui.domain.plan import Changed, Dismissed, Initiative, KeyResult, Objective, Plan, Poll, Request, Theme
from okr_tui.domain.review import Action, Decision, Grade, Review, Tally
from okr_tui.domain.settings import Settings, known_zone
from okr_tui.domain.table import Table
from okr_tui.store.checks.finding import At, Files, Finding
from okr_tui.store.checks.ids import Names
from okr_tui.store.layout import SETTINGS
from okr_tui.words.hostile import one_line
from okr_tui.words.kinds import kind_said
from okr_tui.words.language import _


def zones(files: Files) -> Iterator[Finding]:
    """A time zone that does not exist."""
    settings = files.get(SETTINGS)
    name = settings.timezone if isinstance(settings, Settings) else None
    if name is not None and known_zone(name) is None:
        words = _("“{name}” is no time zone, so a calendar can't say when rituals are; write one such as Europe/Paris.")
        yield Finding(SETTINGS, ("timezone",), "warning", "no-such-zone", words.format(name=one_line(name)[:60]))


class Reference(NamedTuple):
    """A key that names something else.

    Attributes:
        key: as in the file.
        kinds: what it may name, as in `ids.KINDS`; empty: anything.
    """

    key: str
    kinds: tuple[str, ...] = ()


_OWNER = Reference("owner", ("person", "role"))
_ABOVE = Reference("supports", ("objective", "key-result", "vision"))
_GOAL = ("objective", "key-result")

REFERENCES: Mapping[type[Table], tuple[Reference, ...]] = {
    Person: (Reference("team", ("team",)),),
    Away: (Reference("stand_in", ("person",)),),
    Team: (
        Reference("parent", ("team",)), Reference("lead", ("person",)), Reference("champion", ("person",)),
        Reference("members", ("person",)),
    ),
    Role: (Reference("holders", ("person",)),),
    Cycle: (Reference("parent", ("cycle",)), Reference("teams", ("team",))),
    Ritual: (Reference("team", ("team",)),),
    Plan: (Reference("team", ("team",)),),
    Review: (Reference("team", ("team",)),),
    Objective: (
        _OWNER, _ABOVE, Reference("from_pain", ("pain-point", "theme")), Reference("continues", _GOAL),
    ),
    KeyResult: (_OWNER, _ABOVE),
    Initiative: (_OWNER,),
    Changed: (Reference("by", ("person",)),),
    Request: (Reference("from", (*_GOAL, "team")), Reference("to", (*_GOAL, "team"))),
    Poll: (Reference("about"),),
    Theme: (Reference("of"),),
    Dismissed: (Reference("about"), Reference("by", ("person",))),
    Journal: (Reference("person", ("person",)),),
    CheckIn: (
        Reference("about", ("key-result", "kpi")), Reference("milestone", ("milestone",)),
        Reference("help_from", ("person", "team", "role")), Reference("replaces", ("said",)),
    ),
    Comment: (Reference("about"), Reference("reply_to", ("comment",))),
    Answer: (Reference("request", ("request",)),),
    Opinion: (Reference("about", _GOAL),),
    Choice: (Reference("poll", ("poll",)),),
    PainPoint: (Reference("team", ("team",)),),
    Backing: (Reference("about", ("pain-point", "note", "theme")),),
    Note: (Reference("ritual", ("ritual",)),),
    Kudos: (Reference("to", ("person", "team", "role")),),
    Grade: (Reference("about", _GOAL),),
    Decision: (Reference("about", _GOAL), Reference("next", _GOAL)),
    Action: (_OWNER,),
    Tally: (Reference("ritual", ("ritual",)),),
}  # fmt: skip
"""Table → its keys that hold ids of other things."""

_ATTRIBUTES = {"from": "from_"}


def dangling(
    tables: Iterable[At],
    known: Names,
    perhaps: Container[str],
    unasked: Callable[[Reference], bool],
    alike: Callable[[str, Collection[str]], str] | None = None,
) -> Iterator[Finding]:
    """A finding for every reference that names nothing.

    Args:
        tables: all tables of the workspace.
        known: what there is, by namespace.
        perhaps: ids in files that can't be read; whatever they name, they are taken as there.
        unasked: says of a kind of reference whether it is not looked at.
        alike: asks, of an id and the kinds wanted, whether another one was meant; nothing is asked without it.
    """
    index: dict[str, set[str]] = {}
    for space in known.values():
        for identity, named in space.items():
            index.setdefault(identity, set()).add(named.kind)
    index.setdefault("vision", set()).add("vision")
    for at in tables:
        for reference in REFERENCES.get(type(at.table), ()):
            if unasked(reference):
                continue
            for where, identity in _named(at, reference):
                if not _is_there(index.get(identity), reference.kinds) and identity not in perhaps:
                    found = _dangling(at, where, reference, identity)
                    asked = alike(identity, reference.kinds) if alike is not None else ""
                    yield found._replace(message=found.message + asked)


def named_in(tables: Iterable[At]) -> frozenset[str]:
    """The ids that these tables name."""
    return frozenset(
        identity
        for at in tables
        for reference in REFERENCES.get(type(at.table), ())
        for _where, identity in _named(at, reference)
    )


def names_in(at: At, kind: str, *, but: Container[str]) -> Iterator[tuple[str, str]]:
    """The ids that a table names in the keys that may hold a kind of thing, each with its key.

    Args:
        at: the table.
        kind: what the keys may hold, as in `ids.KINDS`.
        but: keys that are not looked at.
    """
    for reference in REFERENCES.get(type(at.table), ()):
        if kind in reference.kinds and reference.key not in but:
            yield from ((reference.key, identity) for _where, identity in _named(at, reference))


def _named(at: At, reference: Reference) -> Iterator[tuple[tuple[str | int, ...], str]]:
    """Where the ids stand that a key holds: one, or those of a list."""
    value = getattr(at.table, _ATTRIBUTES.get(reference.key, reference.key))
    if isinstance(value, str):
        yield (*at.where, reference.key), value
    elif value:
        for index, identity in enumerate(value):
            yield (*at.where, reference.key, index), identity


def _is_there(kinds: set[str] | None, wanted: tuple[str, ...]) -> bool:
    return bool(kinds) if not wanted else bool(kinds and not kinds.isdisjoint(wanted))


def _dangling(at: At, where: tuple[str | int, ...], reference: Reference, identity: str) -> Finding:
    wanted = _(" or ").join(kind_said(kind) for kind in reference.kinds if kind != "vision") or _("thing")
    message = _("“{key}” names “{id}”, but there is no {wanted} with this id; correct it or take it out.").format(
        key=reference.key, id=identity, wanted=wanted
    )
    code = "unknown-person" if isinstance(at.table, Journal) else "dangling-id"
    return Finding(at.file, where, "warning", code, message)
