"""What happened since a person last looked, on what is theirs, above it, below it, and in their teams."""

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from msgspec import Struct

from okr_tui.domain.counting import day_here
from okr_tui.domain.history import moved_by
from okr_tui.domain.journal import Comment, Journal
from okr_tui.domain.owning import owner_of
from okr_tui.domain.plan import Changed, KeyResult, Objective
from okr_tui.domain.progress import counted, values
from okr_tui.domain.units import in_unit
from okr_tui.domain.workspace import CycleContent, Located, Workspace

NewsKind = Literal["check-in", "comment", "reply", "answer", "change", "dropped", "kudos"]
Relation = Literal["mine", "supported", "supporting", "team"]


class News(Struct, frozen=True):
    """One thing that somebody else did.

    Attributes:
        on: the day it happened.
        by: id of the person; empty where nobody is named.
        relation: what it is to me: mine, supported (I contribute to it), supporting (it contributes to mine), or of my team.
        about: what it is about; None for kudos.
        text: what was said, the verdict of an answer, or the reason of a change.
        key: for a change the key that was changed; for a comment its kind.
        before: the figure, or what stood there, before; after: what it is now.
        id: id of the comment; what still waits for an answer is known by it.
        unit: that of the figures of a change, "" for none, where another one holds now.
    """

    kind: NewsKind
    on: date
    by: str
    relation: Relation
    about: Located | None = None
    text: str = ""
    key: str = ""
    before: Any = None
    after: Any = None
    id: str = ""
    unit: str | None = None


def news(workspace: Workspace, person: str, since: date, today: date) -> tuple[News, ...]:
    """What is new to a person in all open cycles, the newest first; nothing that they did themselves.

    Args:
        workspace: what is known.
        person: who looks.
        since: the day they last looked; what happened on it counts, because it may have been after the look.
        today: the day that counts as today.
    """
    key = ("news", person, since, today)
    if key not in workspace.worked_out:
        workspace.worked_out[key] = _news(workspace, person, since, today)
    found: tuple[News, ...] = workspace.worked_out[key]
    return found


def _news(workspace: Workspace, person: str, since: date, today: date) -> tuple[News, ...]:
    known = workspace.person_by_id.get(person)
    teams = frozenset(known.team if known else ()) | {team.id for team in workspace.teams if team.lead == person}
    found: list[News] = []
    for content in workspace.open_cycles(today):
        ties = _ties(workspace, content, person)
        look = _Look(workspace, content, person, since, today, ties, teams)
        found += [*_check_ins(look), *_words(look), *_changes(look)]
    return tuple(sorted(found, key=lambda each: (-each.on.toordinal(), _ORDER.index(each.kind), each.by)))


_ORDER: tuple[NewsKind, ...] = ("kudos", "reply", "answer", "comment", "check-in", "change", "dropped")


class _Look(Struct, frozen=True):
    """One cycle, as one person looks at it."""

    workspace: Workspace
    content: CycleContent
    person: str
    since: date
    today: date
    ties: dict[str, Relation]
    teams: frozenset[str]

    def fresh(self, day: date, by: str) -> bool:
        """Whether it is new, and somebody else's doing."""
        return self.since <= day <= self.today and by != self.person


def _ties(workspace: Workspace, content: CycleContent, person: str) -> dict[str, Relation]:
    """Ids of objectives and key results → what they are to a person; what is theirs wins over the rest."""
    mine, around = set[str](), set[str]()
    above: set[str] = set()
    for team, objective, key_result in content.key_results():
        own = person in workspace.people_owing(team, key_result.owner)
        if own or (objective.owner and person in workspace.people_owing(team, objective.owner)):
            around.add(objective.id)
            above.update(objective.supports)
        if own:
            mine.add(key_result.id)
            above.update(key_result.supports)
    for team, objective in content.objectives():
        if objective.owner and person in workspace.people_owing(team, objective.owner):
            mine.add(objective.id)
    ties: dict[str, Relation] = {}
    for _team, objective, key_result in content.key_results():
        if above & {objective.id, key_result.id}:
            ties[key_result.id] = ties[objective.id] = "supported"
        elif (mine | around) & {*objective.supports, *key_result.supports}:
            ties[key_result.id] = ties[objective.id] = "supporting"
    return ties | dict.fromkeys(around | mine, "mine")


def _check_ins(look: _Look) -> Iterator[News]:
    """The latest new figure or word on each key result that is tied to mine."""
    for about, relation in look.ties.items():
        item, said = look.content.located.get(about), look.content.entries.get(about, ())
        entries = counted(said, look.today)
        if item is not None and item.key_result is not None:
            entries = in_unit(item.key_result, entries, said)
        fresh = [entry for entry in entries if look.fresh(day_here(entry.check_in.at), entry.person)]
        if not fresh:
            continue
        earlier = values(entry for entry in entries if entry.check_in.at < fresh[0].check_in.at)
        figures = values(fresh)
        last = fresh[-1]
        yield News(
            "check-in", day_here(last.check_in.at), last.person, relation, item,
            last.check_in.note or last.check_in.blocker or "",
            before=earlier[-1][1] if earlier else None, after=figures[-1][1] if figures else None,
        )  # fmt: skip


def _words(look: _Look) -> Iterator[News]:
    """Comments and answers on mine, replies to me, thanks to me or to my team."""
    said = {
        comment.id for journal in look.content.talking if journal.person == look.person for comment in journal.comment
    }
    for journal in look.content.talking:
        for comment in journal.comment:
            if look.fresh(day_here(comment.at), journal.person):
                yield from _comment(look, journal, comment, said)
        for answer in journal.answer:
            about = look.content.located.get(answer.request)
            if about is not None and look.fresh(day_here(answer.at), journal.person) and _asked(look, about):
                yield News(
                    "answer", day_here(answer.at), journal.person, "mine", about, answer.text or "", answer.verdict
                )
        for kudos in journal.kudos:
            if look.fresh(day_here(kudos.at), journal.person) and kudos.to in {look.person, *look.teams}:
                yield News("kudos", day_here(kudos.at), journal.person, "mine", text=kudos.text)


def _comment(look: _Look, journal: Journal, comment: Comment, said: set[str]) -> Iterator[News]:
    about = look.content.located.get(comment.about)
    reply = comment.reply_to in said
    mine = look.ties.get(comment.about) == "mine" or (about is not None and _owns(look, about))
    if reply or mine:
        kind: NewsKind = "reply" if reply else "comment"
        yield News(kind, day_here(comment.at), journal.person, "mine", about, comment.text, comment.kind, id=comment.id)


def _owns(look: _Look, about: Located) -> bool:
    return look.person in look.workspace.people_owing(about.team, owner_of(about))


def _asked(look: _Look, request: Located) -> bool:
    """Whether the request is by my team, or for something of mine."""
    source = getattr(request.table, "from_", "")
    return request.team in look.teams or source in look.teams or look.ties.get(source) == "mine"


def _changes(look: _Look) -> Iterator[News]:
    """Changes after agreement, and what was given up, in my teams and on what I am tied to."""
    for team, objective in look.content.objectives():
        things: tuple[Objective | KeyResult, ...] = (objective, *objective.key_result)
        for thing in things:
            relation = look.ties.get(thing.id) or ("team" if team in look.teams else None)
            if relation is not None:
                yield from _changed(look, thing, relation)


def _changed(look: _Look, thing: Objective | KeyResult, relation: Relation) -> Iterator[News]:
    about = look.content.located.get(thing.id)
    each: Changed
    for each in thing.changed:
        if look.fresh(each.day, each.by):
            moved = moved_by(thing, each)
            yield News(
                "change", each.day, each.by, relation, about, each.why or "", each.key, each.from_, each.to,
                unit=moved.unit,
            )  # fmt: skip
    if thing.dropped is not None and look.fresh(thing.dropped.on, ""):
        yield News("dropped", thing.dropped.on, "", relation, about, thing.dropped.why or "")
