"""What a person owes today: figures, answers, words, work; from all open cycles, what is overdue first."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from itertools import chain
from typing import Literal

from msgspec import Struct

from okr_tui.domain.absences import acting, present
from okr_tui.domain.agreeing import Asked, owes_a_word
from okr_tui.domain.links import asked as requests_of
from okr_tui.domain.owning import answering, owner_of
from okr_tui.domain.plan import KeyResult, Objective
from okr_tui.domain.polls import waiting_for
from okr_tui.domain.progress import counted
from okr_tui.domain.review import Action, Review
from okr_tui.domain.standing import standing
from okr_tui.domain.threads import questions, settled
from okr_tui.domain.waits import replied, wanted_by
from okr_tui.domain.workspace import CycleContent, Entry, Located, Workspace

OwedKind = Literal["check-in", "request", "review", "question", "challenge", "help", "initiative", "grade", "action"]

KINDS: tuple[OwedKind, ...] = (
    "check-in", "request", "review", "question", "challenge", "help", "initiative", "grade", "action",
)  # fmt: skip
"""Every kind of what can be owed, in the order in which those of one day are listed."""

SOON = timedelta(days=7)
"""How long before its day an initiative is owed."""


class Owed(Struct, frozen=True):
    """One thing that a person owes.

    Attributes:
        id: of the key result, request, objective, comment, initiative or action that it is about.
        title: what it is called; for a question or challenge its text, for a request what is needed.
        due: the day; None where none was agreed. overdue: whether it should have been done before today.
        cycle: id of its cycle.
        about: the table it is about, where there is one.
        asked_by: id of the person who asks, of the team or thing that requests; None where nobody does.
    """

    kind: OwedKind
    id: str
    title: str
    team: str
    due: date | None
    overdue: bool
    cycle: str
    about: Located | None = None
    asked_by: str | None = None


def owed(workspace: Workspace, person: str, today: date) -> tuple[Owed, ...]:
    """What a person owes over all open cycles, and the open actions of all reviews; overdue first, then by day.

    Somebody who left owes nothing; what was theirs falls to the lead of the team. While a person is away with a stand-in,
    the stand-in owes instead; without one the thing stays with its owner. What was found once for a workspace, which
    never changes, is not looked for again.
    """
    key = ("owed", person, today)
    if key not in workspace.worked_out:
        workspace.worked_out[key] = _owed(workspace, person, today)
    found: tuple[Owed, ...] = workspace.worked_out[key]
    return found


def _owed(workspace: Workspace, person: str, today: date) -> tuple[Owed, ...]:
    known = workspace.person_by_id.get(person)
    if known is not None and known.left is not None and known.left <= today:
        return ()
    debtor = _Debtor(workspace, person, today)
    found = [
        item
        for content in workspace.open_cycles(today)
        for item in chain(
            _check_ins_and_help(debtor, content), _requests(debtor, content), _reviews(debtor, content),
            _threads(debtor, content), _initiatives(debtor, content), _grades(debtor, content),
        )
    ]  # fmt: skip
    found += [item for content in workspace.cycles.values() for item in _actions(debtor, content)]
    return tuple(sorted(found, key=_order))


def pressing(items: Iterable[Owed], today: date) -> tuple[Owed, ...]:
    """What waits now: a figure that is due every four weeks is owed all the time, and waits in its last week only."""
    return tuple(item for item in items if item.kind != "check-in" or item.due is None or item.due < today + SOON)


def waiting(workspace: Workspace, person: str, today: date) -> tuple[Owed, ...]:
    """What waits for a person now: all that is owed and presses."""
    return pressing(owed(workspace, person, today), today)


class _Debtor(Struct, frozen=True):
    """The person asked about, and for whom this person owes today."""

    workspace: Workspace
    person: str
    today: date

    def owes_for(self, team: str, owner: str | None) -> bool:
        """Whether this person owes what this owner of this team owes."""
        return self.person in acting(self.workspace, team, owner, self.today)

    def acts_for(self, people: Iterable[str]) -> bool:
        """Whether this person is one of these people, or stands in for one today."""
        return self.person in {present(self.workspace, each, self.today) for each in people}

    def owns(self, team: str, owner: str | None) -> bool:
        """Whether this person, and no stand-in, is the owner."""
        return self.person in self.workspace.people_owing(team, owner)

    def leads(self, team: str) -> bool:
        """Whether this person owes what a team owes."""
        return team in self.workspace.team_by_id and self.owes_for(team, None)

    def answers_for(self, content: CycleContent, identity: str) -> Located | str | None:
        """The thing, or the team, with this id, where this person owes for it; else None."""
        item = content.located.get(identity)
        if item is None:
            return identity if self.leads(identity) else None
        return item if self.owes_for(item.team, owner_of(item)) else None


def _order(item: Owed) -> tuple[bool, date, int, str, str]:
    return not item.overdue, item.due or date.max, KINDS.index(item.kind), item.title.casefold(), item.id


def _pursued(content: CycleContent) -> Iterator[tuple[str, Objective, KeyResult]]:
    for team, objective, key_result in content.key_results():
        if objective.live and key_result.dropped is None:
            yield team, objective, key_result


def _check_ins_and_help(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    for team, objective, key_result in _pursued(content):
        about = content.located.get(key_result.id)
        if debtor.owes_for(team, key_result.owner):
            now = standing(debtor.workspace, content, team, objective, key_result, debtor.today)
            if now.due:
                yield Owed(
                    "check-in", key_result.id, key_result.title, team, now.due_on, now.overdue, content.cycle.id, about
                )
        entry = _asking(debtor, content, key_result)
        if entry is not None:
            yield Owed(
                "help", key_result.id, key_result.title, team, None, False, content.cycle.id, about, entry.person
            )


def _asking(debtor: _Debtor, content: CycleContent, key_result: KeyResult) -> Entry | None:
    """The latest check-in where it wants help from this person, or from a team or role of theirs, and got no word yet."""
    if key_result.id not in content.shelf.asking:
        return None
    known = counted(content.entries.get(key_result.id, ()), debtor.today)
    wanted = known[-1].check_in.help_from if known else None
    if wanted is None:
        return None
    asked = debtor.leads(wanted) if wanted in debtor.workspace.team_by_id else debtor.owes_for("", wanted)
    said_since = any(
        journal.person == debtor.person and comment.about == key_result.id and comment.at > known[-1].check_in.at
        for journal in content.talking
        for comment in journal.comment
    )
    return known[-1] if asked and not said_since else None


def _requests(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    """Requests without a yes or no on which it is the turn of something this person owes for.

    First it is that of whoever is asked; after a counter-proposal that of whoever asked.
    """
    for each in requests_of(content, debtor.today):
        request = each.request
        if each.settled or each.by == debtor.person:
            continue
        back = replied(debtor.workspace, content, each)
        if debtor.answers_for(content, request.from_ if back else request.to) is None:
            continue
        day = wanted_by(each)
        late = day is not None and day < debtor.today
        yield Owed(
            "request", request.id, request.need, each.team, day, late, content.cycle.id,
            content.located.get(request.id), request.to if back else request.from_,
        )  # fmt: skip


def _reviews(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    """Objectives that this person should look at, and has not said their word on.

    A proposal: whoever must agree (`domain.agreeing`), until they have agreed to it as it stands; whoever has the role
    "reviewer" or "lead" in the workspace or owns what it supports, until they said anything. An agreed one: whoever must
    agree and agreed to something else than what stands now. Due on the day of the cycle's alignment, where one is planned
    and the cycle does not run yet.
    """
    known = debtor.workspace.person_by_id.get(debtor.person)
    reviewer = known is not None and bool({"reviewer", "lead"} & set(known.roles))
    said = {
        comment.about for journal in content.talking if journal.person == debtor.person for comment in journal.comment
    }
    who = Asked(debtor.person, debtor.today)
    for team, objective in content.objectives():
        if objective.status not in {"proposed", "agreed"} or objective.dropped is not None:
            continue
        must = owes_a_word(debtor.workspace, content, team, objective, who)
        reads = objective.status == "proposed" and objective.id not in said
        if not must and not (reads and _reads(debtor, content, team, objective, reviewer=reviewer)):
            continue
        due = _alignment(content, team) if objective.status == "proposed" else None
        due = due if content.cycle.phase in {"make", "align"} else None  # what is proposed later is not late at once
        late = due is not None and due < debtor.today
        about = content.located.get(objective.id)
        yield Owed("review", objective.id, objective.title, team, due, late, content.cycle.id, about)


def _reads(debtor: _Debtor, content: CycleContent, team: str, objective: Objective, *, reviewer: bool) -> bool:
    """Whether this person should read a proposal that is not their own."""
    if debtor.owns(team, objective.owner):
        return False
    above = any(debtor.answers_for(content, each) is not None for each in objective.supports)
    return reviewer or above or debtor.leads(team)


def _alignment(content: CycleContent, team: str) -> date | None:
    days = [each.on for each in content.file.ritual if each.kind == "alignment" and each.team in {None, team}]
    return min(days, default=None)


def _threads(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    """Open questions and challenges that this person answers for and nobody who does has answered yet; then polls."""
    for person, comment in questions(content):
        people = answering(debtor.workspace, content, comment.about, person)
        about = content.located.get(comment.about)
        falls = about is not None and debtor.owes_for(about.team, owner_of(about))
        if person == debtor.person or not (falls or debtor.acts_for(people)):
            continue
        if settled(content, comment, {*people, debtor.person}):
            continue
        yield Owed(
            "question" if comment.kind == "question" else "challenge", comment.id, comment.text,
            about.team if about is not None else comment.about, None, False, content.cycle.id, about, person,
        )  # fmt: skip
    for each in waiting_for(debtor.workspace, content, debtor.person):
        poll = content.located.get(each.poll.id)
        yield Owed(
            "question", each.poll.id, each.poll.question, each.team, None, False, content.cycle.id, poll, each.team
        )


def _initiatives(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    """Initiatives not done whose day has passed or comes within a week."""
    for team, _objective, key_result in _pursued(content):
        for initiative in key_result.initiative:
            if initiative.status in {"done", "dropped"} or initiative.due is None:
                continue
            if initiative.due <= debtor.today + SOON and debtor.owes_for(team, initiative.owner):
                yield Owed(
                    "initiative", initiative.id, initiative.title, team, initiative.due,
                    initiative.due < debtor.today, content.cycle.id, content.located.get(initiative.id),
                )  # fmt: skip


def _grades(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    """While scores are open: key results without the owner's own grade; due when the scores close."""
    if content.cycle.phase != "measure":
        return
    due = content.cycle.end + timedelta(days=debtor.workspace.settings.policy.scores_open_days)
    graded = {
        grade.about
        for review in content.reviews.values()
        for grade in review.grade
        if grade.self_ is not None and grade.when == "end"
    }
    for team, _objective, key_result in _pursued(content):
        if key_result.id not in graded and debtor.owes_for(team, key_result.owner):
            late = due < debtor.today
            about = content.located.get(key_result.id)
            yield Owed("grade", key_result.id, key_result.title, team, due, late, content.cycle.id, about)


def _actions(debtor: _Debtor, content: CycleContent) -> Iterator[Owed]:
    """Open actions of a cycle's reviews: closed cycles too, because a retrospective is kept by what comes after it."""
    for team, review in content.reviews_with_open_actions():
        for action in _open_actions(review):
            if debtor.owes_for(team, action.owner):
                late = action.due is not None and action.due < debtor.today
                yield Owed("action", action.id, action.text, team, action.due, late, content.cycle.id)


def _open_actions(review: Review) -> Iterator[Action]:
    return (action for action in review.action if not action.done)
